/* SPDX-License-Identifier: MIT */
/*
 * month_figures: what the staff's month shows of a period, as numbers: the hall's own and
 * exact, nothing is hidden. Knows no words and no screen.
 */
#ifndef KIOSK_SCREENS_STAFF_MONTH_FIGURES_H
#define KIOSK_SCREENS_STAFF_MONTH_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/row.h"
#include "report/month.h"
#include "screens/staff/month_span.h"

enum { FIGURES_BARS_MAX = 31, FIGURES_LESSONS_MAX = 5, FIGURES_GAPS_MAX = 2 };

/* How whole the records of a day are, or of a month of a year. */
enum figures_mark {
    FIGURES_WHOLE,
    FIGURES_SO_FAR, /* today, whole until now */
    FIGURES_PARTLY, /* off for some of the time in which it was open */
    FIGURES_UNSURE, /* counted, but not how long it was on */
    FIGURES_LOST,   /* off all the time */
    FIGURES_CLOSED,
    FIGURES_OUTSIDE, /* before the first count, or to come */
    FIGURES_MARKS
};

/* Visits of a part of the day, a day or a month. */
struct figures_bar {
    int64_t n;
    int number;   /* enum count_part, day of the month, or month 1 to 12 */
    int from;     /* its first day */
    bool weekend; /* a Saturday or Sunday */
    bool groups;  /* a group was entered that day, or in that month */
};

/* A day that is not whole, or a month with some. */
struct figures_gap {
    int from; /* its first day */
    enum figures_mark mark;
    int missing_min;
    int days; /* that are not whole */
};

struct figures_lesson {
    char id[COUNT_TEXT_MAX];
    int64_t started, done;
};

struct figures {
    struct span_days shown;
    int64_t visits, started, done, pushes;
    int64_t runs; /* practices and tests */
    struct month_people people;

    size_t bar_count;
    struct figures_bar bars[FIGURES_BARS_MAX];
    int64_t top;  /* of their axis: round, even, and 10 at least */
    size_t most;  /* index of the highest, the first one of several */
    size_t marks; /* how many: one a bar, or of a day alone 1 */
    enum figures_mark mark[FIGURES_BARS_MAX];

    int expected, complete; /* days; month.h */
    bool hours_unknown;     /* of a day that may have been open */
    size_t gap_count;       /* the first ones */
    struct figures_gap gaps[FIGURES_GAPS_MAX];
    int other_gaps; /* days of the others */

    size_t lesson_count; /* most done first */
    struct figures_lesson lessons[FIGURES_LESSONS_MAX];
    size_t other_lessons; /* how many, and their sums */
    int64_t other_started, other_done;
};

/* `month` has the days of `shown`; the period before it is not looked at. */
void figures_make(const struct month *month, const struct span_days *shown,
                  struct figures *figures);

#endif
