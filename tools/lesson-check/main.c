/* SPDX-License-Identifier: MIT */
/*
 * lesson-check [--unsigned] [DIR]
 *
 * DIR is a folder of lessons or one lesson; without it, the lessons of this installation.
 * Exit 0 when there is no error (warnings are none), 1 with an error, 2 when called
 * wrongly.
 */
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "check.h"

struct options {
    bool list_unsigned;
    char folder[PATH_MAX];
};

struct totals {
    size_t lessons;
    size_t states;
    size_t errors;
    size_t warnings;
    size_t unsigned_facts;
};

static const char usage[] = "usage: lesson-check [--unsigned] [DIR]\n";

/* False when the command line is wrong; a sentence has been printed. */
static bool read_options(struct options *options, int argc, char **argv)
{
    const char *folder = NULL;
    for (int i = 1; i < argc; i++) {
        if (str_equal(argv[i], "--unsigned")) {
            options->list_unsigned = true;
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
    char scripts[PATH_MAX];
    if (!paths_scripts(scripts, sizeof scripts) ||
        !str_format(options->folder, size, "%s/lessons", scripts)) {
        fprintf(stderr, "lesson-check: %s\n", err_text());
        return false;
    }
    return true;
}

static void do_lesson(const struct options *options, const struct check_data *data,
                      const char *folder, struct totals *totals)
{
    struct findings findings = {0};
    totals->lessons++;
    if (options->list_unsigned) {
        totals->unsigned_facts += check_list_unsigned(&findings, folder);
    } else {
        totals->states += check_lesson(&findings, data, folder).states;
    }
    size_t count = findings.count;
    size_t errors = findings_print(&findings);
    totals->errors += errors;
    totals->warnings += count - errors;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void do_folder(const struct options *options, const struct check_data *data,
                      struct totals *totals)
{
    char file[PATH_MAX];
    if (str_format(file, sizeof file, "%s/lesson.lua", options->folder) &&
        file_exists(file)) {
        do_lesson(options, data, options->folder, totals);
        return;
    }
    struct dirent **names = NULL;
    int count = scandir(options->folder, &names, is_shown, by_name);
    if (count < 0) {
        printf("%s:1: error: cannot be opened: %s\n", options->folder, strerror(errno));
        totals->errors++;
        return;
    }
    for (int i = 0; i < count; i++) {
        char folder[PATH_MAX];
        if (str_format(folder, sizeof folder, "%s/%s", options->folder,
                       names[i]->d_name) &&
            str_format(file, sizeof file, "%s/lesson.lua", folder) && file_exists(file)) {
            do_lesson(options, data, folder, totals);
        }
        free(names[i]);
    }
    free(names);
    if (totals->lessons == 0) {
        printf("%s:1: error: there is no lesson here, no folder with a lesson.lua\n",
               options->folder);
        totals->errors++;
    }
}

/* False (err_text()). */
static bool load(struct check_data *data)
{
    char scripts[PATH_MAX];
    char folder[PATH_MAX];
    return paths_scripts(scripts, sizeof scripts) &&
           str_format(folder, sizeof folder, "%s/guidelines", scripts) &&
           conf_guidelines_load(&data->guidelines, folder) && scenes_load(&data->scenes);
}

int main(int argc, char **argv)
{
    struct options options = {0};
    struct totals totals = {0};
    static struct check_data data;
    if (!read_options(&options, argc, argv)) {
        return 2;
    }
    if (!options.list_unsigned && !load(&data)) {
        fprintf(stderr, "lesson-check: %s\n", err_text());
        scenes_free(&data.scenes);
        return 1;
    }
    do_folder(&options, &data, &totals);
    if (options.list_unsigned) {
        fprintf(stderr, "lesson-check: %zu facts await a trainer's sign-off\n",
                totals.unsigned_facts);
    } else {
        fprintf(stderr,
                "lesson-check: %zu lessons, %zu cards in every way: %zu errors, %zu "
                "warnings\n",
                totals.lessons, totals.states, totals.errors, totals.warnings);
    }
    scenes_free(&data.scenes);
    return totals.errors > 0 ? 1 : 0;
}
