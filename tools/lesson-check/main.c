/* SPDX-License-Identifier: MIT */
/*
 * lesson-check [--unsigned] [DIR]
 * lesson-check --voice [DIR]
 *
 * DIR is a folder of lessons or one lesson; without it, the lessons of this installation.
 * With --voice it is a folder of voices, a folder each: what they have not recorded yet.
 * Exit 0 without an error (warnings are not errors), 1 with one, 2 when called wrongly.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "check.h"
#include "voices.h"

struct options {
    bool list_unsigned;
    bool voice;
    char folder[PATHS_BYTES]; /* empty: the lessons of this installation */
};

struct totals {
    size_t lessons;
    size_t states;
    size_t errors;
    size_t warnings;
    size_t unsigned_facts;
};

static const char usage[] = "usage: lesson-check [--unsigned | --voice] [DIR]\n";

/* False when the command line is wrong; a sentence has been printed. */
static bool read_options(struct options *options, int argc, char **argv)
{
    const char *folder = NULL;
    for (int i = 1; i < argc; i++) {
        if (str_equal(argv[i], "--unsigned") && !options->voice) {
            options->list_unsigned = true;
        } else if (str_equal(argv[i], "--voice") && !options->list_unsigned) {
            options->voice = true;
        } else if (argv[i][0] == '-' || folder) {
            fputs(usage, stderr);
            return false;
        } else {
            folder = argv[i];
        }
    }
    size_t size = sizeof options->folder;
    if (folder) {
        bool fits = str_copy(options->folder, size, folder);
        size_t length = strlen(options->folder);
        while (length > 1 && options->folder[length - 1] == '/') {
            options->folder[--length] = '\0';
        }
        return fits;
    }
    options->folder[0] = '\0';
    return true;
}

static void do_lesson(const struct options *options, const struct check_data *data,
                      const char *folder, struct totals *totals)
{
    struct findings findings = {0};
    totals->lessons++;
    if (options->list_unsigned) {
        totals->unsigned_facts += check_list_unsigned(&findings, data, folder);
    } else {
        totals->states += check_lesson(&findings, data, folder).states;
    }
    size_t count = findings.count;
    size_t errors = findings_print(&findings);
    totals->errors += errors;
    totals->warnings += count - errors;
}

static bool is_lesson(const char *folder)
{
    char file[PATH_MAX];
    return str_format(file, sizeof file, "%s/lesson.lua", folder) && file_exists(file);
}

static void do_folders(const struct options *options, const struct check_data *data,
                       struct totals *totals)
{
    struct paths paths = data->paths;
    struct paths_list folders = {0};
    const char *named = options->folder[0] ? options->folder : "scripts/lessons";
    if (options->folder[0] && is_lesson(options->folder)) {
        do_lesson(options, data, options->folder, totals);
        return;
    }
    if ((options->folder[0] &&
         !paths_replace(&paths, "scripts/lessons", options->folder)) ||
        !paths_list(&paths, "scripts/lessons", &folders)) {
        printf("%s:1: error: cannot be opened: no such folder\n", named);
        totals->errors++;
        return;
    }
    for (size_t i = 0; i < folders.count; i++) {
        if (is_lesson(folders.paths[i])) {
            do_lesson(options, data, folders.paths[i], totals);
        }
    }
    paths_list_free(&folders);
    if (totals->lessons == 0) {
        printf("%s:1: error: there is no lesson here, no folder with a lesson.lua\n",
               named);
        totals->errors++;
    }
}

/* False (err_text()). */
static bool load_lists(struct check_data *data)
{
    char path[PATHS_BYTES];
    return paths_init(&data->paths, NULL) &&
           paths_find(&data->paths, "scripts/languages.lua", path, sizeof path) &&
           conf_languages_load(&data->languages, path) &&
           paths_find(&data->paths, "scripts/topics.lua", path, sizeof path) &&
           conf_topics_load(&data->topics, path);
}

static struct room *load_room(const struct paths *paths)
{
    char path[PATHS_BYTES];
    struct conf_words *words = paths_find(paths, "scripts/words.lua", path, sizeof path)
                                   ? conf_words_load(path)
                                   : NULL;
    size_t count = 0;
    const char *const *items = words ? conf_words(words, &count) : NULL;
    struct room *room = words ? room_open(items, count) : NULL;
    conf_words_free(words);
    return room;
}

/* False (err_text()). */
static bool load(struct check_data *data)
{
    char folder[PATHS_BYTES];
    data->room = load_room(&data->paths);
    return data->room &&
           paths_find(&data->paths, "scripts/guidelines", folder, sizeof folder) &&
           conf_guidelines_load(&data->guidelines, folder);
}

/* Returns the exit code. */
static int do_voices(const struct options *options, struct check_data *data)
{
    if (options->folder[0] &&
        !paths_replace(&data->paths, "assets/voice", options->folder)) {
        printf("%s:1: error: cannot be opened: no such folder\n", options->folder);
        return 1;
    }
    struct voices_sum sum = voices_check(&data->paths, &data->languages);
    fprintf(stderr, "lesson-check: voices: %zu errors, %zu warnings\n", sum.errors,
            sum.warnings);
    return sum.errors > 0 ? 1 : 0;
}

int main(int argc, char **argv)
{
    struct options options = {0};
    struct totals totals = {0};
    static struct check_data data;
    if (!read_options(&options, argc, argv)) {
        return 2;
    }
    bool plain = !options.list_unsigned && !options.voice;
    if (!load_lists(&data) || (plain && !load(&data))) {
        fprintf(stderr, "lesson-check: %s\n", err_text());
        room_close(data.room);
        return 1;
    }
    if (options.voice) {
        return do_voices(&options, &data);
    }
    do_folders(&options, &data, &totals);
    if (options.list_unsigned) {
        fprintf(stderr, "lesson-check: %zu facts await a trainer's sign-off\n",
                totals.unsigned_facts);
    } else {
        fprintf(stderr,
                "lesson-check: %zu lessons, %zu cards in every way: %zu errors, %zu "
                "warnings\n",
                totals.lessons, totals.states, totals.errors, totals.warnings);
    }
    room_close(data.room);
    return totals.errors > 0 ? 1 : 0;
}
