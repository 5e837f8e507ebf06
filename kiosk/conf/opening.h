/* SPDX-License-Identifier: MIT */
/*
 * opening: when something is open, as a data file says it.
 *
 *     "always"              day and night
 *     "8:30-17:00"          each day
 *     "1-5 8:30-17:00"      Monday to Friday; 7 is Sunday
 *     "6,7 9:00-16:00"      Saturday and Sunday
 *     "5 20:00-2:00"        past midnight, into the next day
 */
#ifndef KIOSK_CONF_OPENING_H
#define KIOSK_CONF_OPENING_H

#include <stdbool.h>
#include <stddef.h>

enum { OPENING_SPANS_MAX = 6, OPENING_DAYS = 7, OPENING_DAY_MIN = 24 * 60 };

/* From one minute of a day to another; `to` before `from` is of the next day. */
struct opening_span {
    unsigned days; /* bit 0 Monday to bit 6 Sunday: on which it begins */
    int from_min, to_min;
};

struct opening {
    bool always;
    size_t count; /* 0 and not `always`: not known */
    struct opening_span spans[OPENING_SPANS_MAX];
};

/* Adds what `text` says. False: it is none of the forms above, or one span too many. */
bool opening_add(struct opening *opening, const char *text);

/* `day` 0 Monday to 6 Sunday, `minute` 0 to 1439. */
bool opening_holds(const struct opening *opening, int day, int minute);

#endif
