/* SPDX-License-Identifier: MIT */
/*
 * Lines "locale TAB text" in, the words as they will be spoken out, a line each. "\n" in
 * a text stands for a new line. For the test that reads them back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/lexicon.h"
#include "speech/spoken.h"

static bool read_lists(struct lexicon *lexicon, int count, char **lists)
{
    for (int i = 0; i < count; i++) {
        struct conf_readings *readings = conf_readings_load(lists[i]);
        bool sound = readings && lexicon_add(lexicon, readings);
        conf_readings_free(readings);
        if (!sound) {
            fprintf(stderr, "%s\n", err_text());
            return false;
        }
    }
    return true;
}

static void print_reading(const struct lexicon *lexicon, const char *words)
{
    struct str given = {0};
    str_add(&given, "\t");
    lexicon_say(lexicon, words, &given);
    str_add(&given, "\t");
    size_t length = 0;
    for (const char *at = words; (at = lexicon_undecided(lexicon, at, &length));) {
        str_add(&given, "%.*s ", (int)length, at);
        at += length;
    }
    fputs(given.text, stdout);
    str_free(&given);
}

int main(int argc, char **argv)
{
    struct lexicon *lexicon = lexicon_create("zh");
    if (!read_lists(lexicon, argc - 1, argv + 1)) {
        return EXIT_FAILURE;
    }
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0) {
        line[strcspn(line, "\n")] = '\0';
        char *text = strchr(line, '\t');
        if (!text) {
            return EXIT_FAILURE;
        }
        *text++ = '\0';
        for (char *at = text; (at = strstr(at, "\\n")); at++) {
            at[0] = '\n';
            memmove(at + 1, at + 2, strlen(at + 2) + 1);
        }
        struct str out = {0};
        spoken_words(line, text, &out);
        const char *words = out.text ? out.text : "";
        fputs(words, stdout);
        if (argc > 1) {
            print_reading(lexicon, words);
        }
        putchar('\n');
        str_free(&out);
    }
    free(line);
    lexicon_destroy(lexicon);
    return EXIT_SUCCESS;
}
