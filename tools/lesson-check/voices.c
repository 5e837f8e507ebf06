/* SPDX-License-Identifier: MIT */
#include "voices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "lesson/source.h"
#include "lesson/tell.h"
#include "speech/script.h"
#include "speech/voice.h"

enum { SOURCE_BYTES_MAX = 1 << 20, TITLE_BYTES = 512 };

/* What a line without a key is. */
#define NUMBER_KEY "number"

struct checking {
    const struct tell *tell;
    struct voices_sum sum;
    const struct script *script;
    const struct voice *voice;
    const char *name;       /* of the voice */
    char file[PATHS_BYTES]; /* whose source is kept: most lines are of the last one */
    char *source;
};

static void tell_broken(void *context, const char *sentence)
{
    struct checking *checking = context;
    char words[TELL_BYTES];
    const char *rest = strstr(sentence, ": ");
    int place = rest ? (int)(rest - sentence) : 0;
    tell_cause(checking->tell, words, sizeof words, err_cause(),
               rest ? rest + 2 : sentence);
    printf("%.*s: error: %s\n", place, sentence, words);
    checking->sum.errors++;
}

static int line_of(struct checking *checking, const struct script_line *line)
{
    size_t length = 0;
    if (!str_equal(checking->file, line->file)) {
        free(checking->source);
        checking->source = file_read(line->file, SOURCE_BYTES_MAX, &length);
        str_copy(checking->file, sizeof checking->file, line->file);
    }
    int at = checking->source && *line->key
                 ? source_line_of_key(checking->source, line->key)
                 : 0;
    return at > 0 ? at : 1;
}

static const char *key_of(const struct script_line *line)
{
    return *line->key ? line->key : NUMBER_KEY;
}

/* As a finding, of the voice at hand. */
static void tell_line(struct checking *checking, const char *file, int line, bool error,
                      const char *key, const char *const *pairs)
{
    char text[TELL_BYTES];
    tell_fill(checking->tell, text, sizeof text, key, pairs);
    printf("%s:%d: %s: %s: %s\n", file, line, error ? "error" : "warning", checking->name,
           text);
    checking->sum.errors += error;
    checking->sum.warnings += !error;
}

static void tell_missing(struct checking *checking, const struct script_line *line)
{
    bool whole = str_equal(line->text, line->whole);
    tell_line(checking, line->file, line_of(checking, line), false,
              whole ? "not_recorded" : "not_recorded_of",
              (const char *const[]){"key", key_of(line), "text", line->text, "whole",
                                    line->whole, NULL});
}

/* Returns how many stand. */
static size_t check_lines(struct checking *checking)
{
    const struct script_line *line = NULL;
    char title[TITLE_BYTES];
    size_t standing = 0;
    for (size_t i = 0; (line = script_line(checking->script, i)); i++) {
        const char *path = voice_path(checking->voice, line->hash);
        if (!path) {
            tell_missing(checking, line);
        } else if (voice_check(path, title, sizeof title)) {
            standing++;
        } else {
            char says[TELL_BYTES];
            tell_cause(checking->tell, says, sizeof says, err_cause(), err_text());
            tell_line(checking, path, 1, true, "bad_recording",
                      (const char *const[]){"key", key_of(line), "says", says, NULL});
        }
    }
    return standing;
}

/* Returns how many are of lines that are in no text. */
static size_t check_files(struct checking *checking)
{
    struct voice_file file;
    char title[TITLE_BYTES];
    size_t stale = 0;
    for (size_t i = 0; voice_file(checking->voice, i, &file); i++) {
        if (script_find(checking->script, file.hash)) {
            continue;
        }
        voice_check(file.path, title, sizeof title);
        tell_line(checking, file.path, 1, false, *title ? "stale" : "stale_unnamed",
                  (const char *const[]){"title", title, NULL});
        stale++;
    }
    return stale;
}

static void check_collisions(struct checking *checking)
{
    const struct script_line *one = NULL;
    const struct script_line *other = NULL;
    size_t at = 0;
    while (script_collision(checking->script, &at, &one, &other)) {
        tell_line(checking, one->file, line_of(checking, one), true, "same_recording",
                  (const char *const[]){"key", key_of(one), "other", key_of(other),
                                        "file", other->file, NULL});
    }
}

static void tell_sum(const struct checking *checking, size_t standing, size_t stale)
{
    char text[TELL_BYTES];
    char numbers[3][24];
    str_format(numbers[0], sizeof numbers[0], "%zu", standing);
    str_format(numbers[1], sizeof numbers[1], "%zu", script_count(checking->script));
    str_format(numbers[2], sizeof numbers[2], "%zu", stale);
    tell_fill(checking->tell, text, sizeof text, "sum_voice",
              (const char *const[]){"voice", checking->name, "standing", numbers[0],
                                    "lines", numbers[1], "stale", numbers[2], NULL});
    fprintf(stderr, "lesson-check: %s\n", text);
}

static void check_voice(struct checking *checking, const struct paths *paths)
{
    struct voice *voice = voice_open(paths, checking->script, checking->name);
    checking->voice = voice;
    size_t standing = check_lines(checking);
    size_t stale = check_files(checking);
    fflush(stdout); /* the sum behind its lines, where both go to one place */
    tell_sum(checking, standing, stale);
    voice_close(voice);
}

struct voices_sum voices_check(const struct paths *paths,
                               const struct conf_languages *languages,
                               const struct tell *tell)
{
    struct checking checking = {.tell = tell, .file = ""};
    for (size_t i = 0; i < languages->count; i++) {
        const struct conf_language *language = &languages->items[i];
        char names[VOICES_MAX][VOICE_NAME_BYTES];
        struct script *script =
            script_load(paths, language->code, language->locale, tell_broken, &checking);
        checking.script = script;
        check_collisions(&checking);
        size_t count = voice_list(paths, language->code, names);
        if (count == 0) {
            str_copy(names[count++], VOICE_NAME_BYTES, language->code);
        }
        for (size_t v = 0; v < count; v++) {
            checking.name = names[v];
            check_voice(&checking, paths);
        }
        script_destroy(script);
    }
    free(checking.source);
    return checking.sum;
}
