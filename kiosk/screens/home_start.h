/* SPDX-License-Identifier: MIT */
/*
 * home_start: what home shows first: the lesson of the day, the panel for the hands, and
 * the pictures by which all lessons are found. Private to home.
 */
#ifndef KIOSK_SCREENS_HOME_START_H
#define KIOSK_SCREENS_HOME_START_H

#include <stdbool.h>

#include "screens/home_column.h"
#include "ui/ui.h"

struct kiosk;
struct str;

/* All at once where all words have room, else in pages. It may not be moved. */
struct home_start {
    bool has_today, paged;
    struct today today;
    struct hero hero;
    struct home_topics topics;
    struct home_chips chips;
    char pick[HOME_NOTE_MAX]; /* how many lessons there are */
    struct ui_rect today_at, hero_at, pick_at, chips_at, grid_at;
    size_t columns; /* of the grid */
    struct home_column column;
};

void home_start_lay_out(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                        struct home_start *start);
void home_start_draw(const struct kiosk *k, struct ui *ui, const struct home_start *start,
                     int page);
void home_start_say(const struct home_start *start, int page, struct str *out);

/* The list that the event asks for; false when it asks for none. */
bool home_start_touched(const struct kiosk *k, const struct ui_event *event,
                        struct offering_filter *filter);

#endif
