/* SPDX-License-Identifier: MIT */
/*
 * home_topics: the pictures by which home offers its lessons. Private to home.
 */
#ifndef KIOSK_SCREENS_HOME_TOPICS_H
#define KIOSK_SCREENS_HOME_TOPICS_H

#include <stddef.h>

#include "lesson/catalog.h"
#include "screens/home_tile.h"
#include "screens/offering.h"

struct kiosk;

enum {
    HOME_LESSONS_MAX = CATALOG_LESSONS_MAX,
    HOME_TOPICS_MAX = CONF_TOPICS_MAX + 2, /* the hall's set and its AEDs beside them */
    HOME_NOTE_MAX = 64,
};

/* The start's pictures: the hall's set, each topic that has a lesson, and "aeds" where
 * staff have written down where the nearest ones hang; that one has no filter. */
struct home_topics {
    size_t count;
    struct tile tiles[HOME_TOPICS_MAX];
    char notes[HOME_TOPICS_MAX][HOME_NOTE_MAX]; /* "6 lessons" */
    struct offering_filter filters[HOME_TOPICS_MAX];
};

void home_topics(const struct kiosk *k, struct home_topics *topics);

/* How many lessons home has in all. */
size_t home_lesson_count(const struct kiosk *k);

/* The tiles of a list of lessons. */
struct home_lessons {
    size_t count;
    struct tile tiles[HOME_LESSONS_MAX];
    char notes[HOME_LESSONS_MAX][HOME_NOTE_MAX]; /* "4 minutes" */
};

void home_lessons(const struct kiosk *k, const struct offering_filter *filter,
                  struct home_lessons *lessons);

/* "4 minutes" into `out`. */
void home_minutes(const struct kiosk *k, int minutes, char *out, size_t size);

/* What a list is headed with: its topic, set or filter, and how many there are. */
struct home_heading {
    const char *title;
    char words[160];
};

void home_heading(const struct kiosk *k, const struct offering_filter *filter,
                  size_t count, struct home_heading *heading);

#endif
