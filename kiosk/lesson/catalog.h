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
    int cards; /* on its longest way, once somebody has found that; 0: nobody has yet;
                  CATALOG_CARDS_UNKNOWN: it cannot be found */
};

struct catalog {
    struct conf_topics topics;
    size_t count;
    struct catalog_item items[CATALOG_LESSONS_MAX]; /* in order of id */
    struct flaws flaws; /* of the tags "lesson" and "topics" */
};

/* Heap, since it is large. Never NULL. No folder of lessons at all is one flaw, as is a
 * scripts/topics.lua that cannot be read: the built-in topics hold then. */
struct catalog *catalog_load(const struct paths *paths, const char *lang);
void catalog_free(struct catalog *catalog);

/* Re-reads titles and summaries in another language. */
void catalog_titles(struct catalog *catalog, const char *lang);

/* NULL when there is none of that id. */
const struct catalog_item *catalog_find(const struct catalog *catalog, const char *id);

#endif
