/* SPDX-License-Identifier: MIT */
/*
 * daily: the lesson of the day, the same for the whole of it.
 *
 * Lessons take turns: in as many days as there are lessons each has one, in an order that
 * is drawn anew for each round, so that whoever comes on Mondays does not meet the same
 * one for ever, and none has two days running. Not so while one is not offered: the next
 * in the round stands in for it, and so has two days, which may be running.
 */
#ifndef KIOSK_LESSON_DAILY_H
#define KIOSK_LESSON_DAILY_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/offers.h"
#include "lesson/catalog.h"

/* Which of `count` it is on a day such as 20261123; 0 where there is none. `skip`: the
 * one that comes so many places behind it in that day's round. */
size_t daily_turn(int day, size_t count, size_t skip);

/* Whether visitors may be offered a lesson now. */
struct daily_offered {
    const void *context;
    bool (*is)(const void *context, const char *id);
};

/*
 * Place of the day's lesson in the catalogue; `catalog->count` where none can be offered.
 * Of `only` (NULL: all), of those for visitors, of those that name `audience` where any
 * does. One that is not offered gives its day to the next; the other days stay as they
 * are.
 */
size_t daily_lesson(const struct catalog *catalog, int day, const char *audience,
                    const struct conf_lesson_ids *only,
                    const struct daily_offered *offered);

#endif
