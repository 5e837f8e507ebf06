/* SPDX-License-Identifier: MIT */
/*
 * paths: where the data files of this installation are.
 *
 * A root is a folder laid out as the source tree: scripts/, assets/, firmware/. They are
 * searched in this order:
 *
 *     <prefix>/share/life-kiosk       of a program in <prefix>/bin
 *     build/<preset>, then the tree   of a program in build/<preset>/bin (or tests)
 *     /usr/share/life-kiosk           of any other program
 *
 * assets/voice is first of all <data>/voice: what staff have recorded here.
 * scripts/lessons, and nothing else, is first of all that of the packs that are
 * installed, which lesson/installed.h adds.
 *
 * A file is the first root's that holds it. Folders such as scripts/lessons add up over
 * all roots.
 *
 * $LIFE_KIOSK_SCRIPTS names another scripts folder, $LIFE_KIOSK_LESSONS other lessons,
 * $LIFE_KIOSK_LANGUAGES another list of languages. $LIFE_KIOSK_STICK (app_read.c) is a
 * folder that plays a USB stick with packs.
 */
#ifndef KIOSK_BASE_PATHS_H
#define KIOSK_BASE_PATHS_H

#include <stdbool.h>
#include <stddef.h>

enum {
    PATHS_BYTES = 512,
    PATHS_ROOTS_MAX = 8,
    PATHS_REPLACED_MAX = 4,
    PATHS_PACKS_MAX = 64
};

struct paths {
    size_t root_count;
    char roots[PATHS_ROOTS_MAX][PATHS_BYTES];
    char voices[PATHS_BYTES]; /* <data>/voice, which stands before all of them; "" */
    size_t pack_count;
    char packs[PATHS_PACKS_MAX][PATHS_BYTES]; /* roots that hold one lesson each */
    size_t replaced_count;

    struct {
        const char *name; /* borrowed */
        char by[PATHS_BYTES];
    } replaced[PATHS_REPLACED_MAX];
};

/*
 * `data`: the folder of counts and recordings; NULL where those play no part. False
 * (err_text() names the places) without scripts; a wrong $LIFE_KIOSK_... is never passed
 * over.
 */
bool paths_init(struct paths *paths, const char *data);

/* From now on the folder `name` and all below it, or the file `name`, is looked for in
 * `by` alone. The latest call wins. False (err_text()) when that is not one of its kind.
 * `name` is borrowed; a file's has a dot. */
bool paths_replace(struct paths *paths, const char *name, const char *by);

/* The file or folder of that name, such as "scripts/text/en.lua". False (err_text())
 * when no root holds it: `path` is then where the first would. */
bool paths_find(const struct paths *paths, const char *name, char *path, size_t size);

struct paths_list {
    size_t count;
    char (*paths)[PATHS_BYTES]; /* heap */
};

/* What stands in the folder `name` of every root, in order of the entries' names; of two
 * with one name the first root's. Hidden ones are left out. False (err_text()) when the
 * folder cannot be read in any root. Free the list in either case. */
bool paths_list(const struct paths *paths, const char *name, struct paths_list *list);
void paths_list_free(struct paths_list *list);

#endif
