/* SPDX-License-Identifier: MIT */
/*
 * export_choose: the part of the staff's export page on which month and format are
 * chosen.
 */
#ifndef KIOSK_SCREENS_STAFF_EXPORT_CHOOSE_H
#define KIOSK_SCREENS_STAFF_EXPORT_CHOOSE_H

#include <stdbool.h>

#include "screens/names.h"
#include "screens/pages.h"
#include "screens/staff/export_file.h"

struct kiosk;

enum {
    EXPORT_FORMATS_MAX = 6,
    EXPORT_COLUMNS_MAX = 3,
    EXPORT_CHOOSE_BLOCKS = EXPORT_FORMATS_MAX + 3,
    EXPORT_MONTH_MAX = 64,
};

/* Which months can be chosen, and the one that is; in months since the year 0. */
struct export_months {
    int first, last, at;
};

/* From the month of the first count to today's; the last full one is chosen. */
struct export_months export_months(const struct kiosk *k);

/* Whether the event chose a format; the choice is then filled in. Turns the month. */
bool export_choose_touched(const struct ui_event *event, struct export_months *months,
                           struct export_choice *choice);

/* What the blocks draw; it stays where it is until they are drawn or said. */
struct export_choose {
    char month[EXPORT_MONTH_MAX];
    char no_key[NAMES_MAX + 512];
    struct ui_button turn[2]; /* to the month before and after */

    struct export_row {
        struct ui_button buttons[EXPORT_COLUMNS_MAX];
        size_t count, columns;
    } rows[EXPORT_FORMATS_MAX];
};

/* Fills in the blocks for a column `w` wide; returns how many. Without the kiosk's key a
 * sentence stands in place of the county's file. */
size_t export_choose_blocks(const struct kiosk *k, const struct export_months *months,
                            bool has_key, float w, struct export_choose *own,
                            struct pages_block blocks[EXPORT_CHOOSE_BLOCKS]);

#endif
