/* SPDX-License-Identifier: MIT */
/*
 * Lines "locale TAB text" in, the words as they will be spoken out, a line each. "\n" in
 * a text stands for a new line. For the test that reads them back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "speech/spoken.h"

int main(void)
{
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
        puts(out.text ? out.text : "");
        str_free(&out);
    }
    free(line);
    return EXIT_SUCCESS;
}
