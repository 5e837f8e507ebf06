/* SPDX-License-Identifier: MIT */
#include "voices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "lesson/source.h"
#include "speech/script.h"
#include "speech/voice.h"

enum { SOURCE_BYTES_MAX = 1 << 20, TITLE_BYTES = 512 };

/* What a line without a key is. */
#define NUMBER_KEY "number"

struct checking {
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
    printf("%s\n", sentence);
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

static void tell_missing(struct checking *checking, const struct script_line *line)
{
    printf("%s:%d: warning: %s: %s: not recorded: %s", line->file,
           line_of(checking, line), checking->name, key_of(line), line->text);
    if (!str_equal(line->text, line->whole)) {
        printf(" (of: %s)", line->whole);
    }
    printf("\n");
    checking->sum.warnings++;
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
            printf("%s:1: error: %s: %s: %s\n", path, checking->name, key_of(line),
                   err_text());
            checking->sum.errors++;
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
        printf("%s:1: warning: %s: stale: no text says this any more: %s\n", file.path,
               checking->name, *title ? title : "(the file does not say which line)");
        checking->sum.warnings++;
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
        printf("%s:%d: error: %s: its recording would have the name of that of %s in %s; "
               "change a word\n",
               one->file, line_of(checking, one), key_of(one), key_of(other),
               other->file);
        checking->sum.errors++;
    }
}

static void check_voice(struct checking *checking, const struct paths *paths)
{
    struct voice *voice = voice_open(paths, checking->script, checking->name);
    checking->voice = voice;
    size_t standing = check_lines(checking);
    size_t stale = check_files(checking);
    fflush(stdout); /* the sum behind its lines, where both go to one place */
    fprintf(stderr, "lesson-check: %s: %zu of %zu lines are recorded, %zu stale\n",
            checking->name, standing, script_count(checking->script), stale);
    voice_close(voice);
}

struct voices_sum voices_check(const struct paths *paths,
                               const struct conf_languages *languages)
{
    struct checking checking = {.file = ""};
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
