/* SPDX-License-Identifier: MIT */
/*
 * catalog: the lessons of this installation, each a folder of scripts/lessons with a
 * lesson.lua.
 *
 * A lesson with a mistake is a flaw and no item: the others go on. Where it came in a
 * pack and one of its id was shipped, that one takes its place.
 */
#ifndef KIOSK_LESSON_CATALOG_H
#define KIOSK_LESSON_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/flaws.h"
#include "base/paths.h"
#include "conf/conf.h"
#include "lesson/lesson.h"

enum {
    CATALOG_LESSONS_MAX = 64,
    CATALOG_CARDS_UNKNOWN = -1,
};

struct catalog_item {
    struct lesson_info info;
    char title[128]; /* in the language of the last catalog_titles() */
    char summary[160];
    char lang[16];        /* of both */
    uint64_t texts_stamp; /* file_stamp() of what they were read from */
    uint64_t stamp;       /* of its lesson.lua */
    bool guessed; /* believed by its head; catalog_prove_next() looks at the rest */
    int cards;    /* on its longest way, once somebody has found that; 0: nobody has yet;
                  CATALOG_CARDS_UNKNOWN: it cannot be found */
};

struct catalog {
    struct conf_topics topics;
    size_t count;
    struct catalog_item items[CATALOG_LESSONS_MAX]; /* in order of id */
    struct flaws flaws; /* of the tags "lesson" and "topics" */

    size_t guessed; /* items that are so far only believed */
    bool wrong;     /* one of them is something else: the catalogue is to be read anew */

    /* What is still to be read; catalog_read_next() goes on there. */
    struct paths_list folders;
    size_t next;
    const struct paths *paths; /* borrowed until all is read */
    char lang[16];
};

/* Heap, since it is large. Never NULL. No folder of lessons at all is one flaw, as is a
 * scripts/topics.lua that cannot be read: the built-in topics hold then. */
struct catalog *catalog_load(const struct paths *paths, const char *lang);
void catalog_free(struct catalog *catalog);

/* The same a lesson at a time: the topics are there, and each call reads one folder more.
 * False when none was left. The first frame of the kiosk does not wait for lessons. */
struct catalog *catalog_begin(const struct paths *paths, const char *lang);
bool catalog_read_next(struct catalog *catalog);
bool catalog_is_whole(const struct catalog *catalog);

/*
 * For whoever waits: as catalog_read_next(), but a lesson whose fields before run() are
 * plain is believed to be sound, which costs a tenth. Each call of catalog_prove_next()
 * then reads one of these as a whole; false when there was none. What it finds to be
 * wrong stays an item, and `wrong` is set.
 */
bool catalog_guess_next(struct catalog *catalog);
bool catalog_prove_next(struct catalog *catalog);

/* All at once, but takes from `before`, which may be NULL, each lesson of which no file
 * that a catalogue reads has changed since. */
struct catalog *catalog_load_changed(const struct paths *paths, const char *lang,
                                     const struct catalog *before);

/* Reads titles and summaries in another language, and where their file has changed. */
void catalog_titles(struct catalog *catalog, const char *lang);

/* NULL when there is none of that id. */
const struct catalog_item *catalog_find(const struct catalog *catalog, const char *id);

#endif
