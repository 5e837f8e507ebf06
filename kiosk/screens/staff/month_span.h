/* SPDX-License-Identifier: MIT */
/*
 * month_span: the days that the staff's month shows: a day, a week from Monday on, a
 * calendar month or a year.
 */
#ifndef KIOSK_SCREENS_STAFF_MONTH_SPAN_H
#define KIOSK_SCREENS_STAFF_MONTH_SPAN_H

enum span { SPAN_DAY, SPAN_WEEK, SPAN_MONTH, SPAN_YEAR, SPANS };

struct span_days {
    enum span span;
    int from, to; /* both included, 20261123 */
};

/* The one in which that day is. */
struct span_days span_of(enum span span, int day);

/* The one after (`by` 1) or before it (-1). */
struct span_days span_turn(const struct span_days *shown, int by);

#endif
