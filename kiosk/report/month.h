/* SPDX-License-Identifier: MIT */
/*
 * month: the figures of a period, and of the one before it, from the counts of one kiosk.
 *
 * Read in one pass; after that nothing is looked up but here. Sums are exact: what may
 * not be published is left out later (small.h). Person-times are never made people:
 * people are head counts of groups, and an interval where visitors have said whether it
 * was their first time.
 *
 * Days are local dates as numbers, 20261123.
 */
#ifndef KIOSK_REPORT_MONTH_H
#define KIOSK_REPORT_MONTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/moment.h"
#include "count/row.h"

enum month_of_day {

#define DAY(metric) MONTH_##metric,
#include "report/days.def"
#undef DAY
    MONTH_OF_DAY
};

/* The metric of a column, "visit". */
const char *month_metric(enum month_of_day column);

enum month_state {
    MONTH_COMPLETE, /* open, and on all the time, or hours are not known and it was on */
    MONTH_PARTLY,   /* open, and off for some of it */
    MONTH_UNSURE,   /* open, something was counted, but not how long it was on */
    MONTH_LOST,     /* open, and not one minute on */
    MONTH_CLOSED,   /* not an opening day, or closed on purpose */
    MONTH_OUTSIDE,  /* before the first count by a clock that was right, or to come */
    MONTH_STATES
};

/* The kiosk writes how long it was on every ten minutes at least, and is started and shut
 * down around the opening hours: so much may lack of a complete day. */
enum { MONTH_SLACK_MIN = 15 };

enum { MONTH_HOURS_UNKNOWN = -1 };

/* Whose counts they are, and when the hall is open. All borrowed. */
struct month_facts {
    const char *hall;   /* "": not known, as for the next two */
    const char *county; /* its name */
    const char *kiosk;  /* the kiosk's id */
    int today;          /* days after it have not come; 0: all days have */
    int now_hour;       /* its hours before this one are over, 0 to 24 */
    const void *context;
    /* Minutes, 0 to 60, for which the hall is open in that hour; MONTH_HOURS_UNKNOWN: its
     * hours are not known, though it is open that day. NULL: nothing is known, each day
     * is an opening day. */
    int (*open_min)(const void *context, int day, int hour);
};

struct month_day {
    int day;
    enum month_state state;
    bool goes_on;    /* today: its state is that of the hours which are over */
    int open_min;    /* MONTH_HOURS_UNKNOWN where hours are not known */
    int running_min; /* on, in opening hours or not */
    int missing_min; /* off while it was open; of complete days 0 */
    int64_t n[MONTH_OF_DAY];
};

struct month_period {
    int from, to; /* both included */
    size_t day_count;
    struct month_day *days;
    int of_state[MONTH_STATES]; /* how many days there are of each state */
    int expected;               /* days open and not outside; lost ones too */
    int missing_min;
};

/* A thing that is counted, and its sums of both periods: one metric, subject and detail,
 * whatever version of the lesson. */
struct month_cell {
    char metric[COUNT_TEXT_MAX];
    char subject[COUNT_TEXT_MAX];
    char detail[COUNT_TEXT_MAX];
    int64_t n;
    int64_t before;
};

struct month {
    struct month_period now, before;
    int definition_from, definition_to; /* versions of the counting rules; 0: no count */
    int64_t visits_of[COUNT_PARTS];     /* of `now`, by part of the day */
    size_t cell_count;
    struct month_cell *cells; /* ordered by metric, subject, detail; excluded ones too */
};

/* What comes before a period: of a calendar month the one before, so of a year; of other
 * days as many before them. */
void month_before(int from, int to, int *before_from, int *before_to);

/* The calendar month "2026-03". False (err_text()): it is none. */
bool month_parse(const char *text, int *from, int *to);

/* The days [from, to] of `counts`. NULL (err_text()): they cannot be read. */
struct month *month_read(const struct count_source *counts,
                         const struct month_facts *facts, int from, int to);

/*
 * The same in slices, for who draws meanwhile:
 *
 *     struct month_reading *reading = month_begin(&counts, &facts, from, to, false);
 *     while (month_has_more(reading) && month_go_on(reading, 7)) {
 *     }
 *     month = month_end(reading);
 *
 * What is borrowed stays so until the end. `compared`: the period before is read, too;
 * else `before` has no day, and nothing of it counts.
 */
struct month_reading;
struct month_reading *month_begin(const struct count_source *counts,
                                  const struct month_facts *facts, int from, int to,
                                  bool compared);
bool month_has_more(const struct month_reading *reading);

/* Reads the next `days`, or what is left. False (err_text()): they cannot be read; what
 * is left then is month_drop(). */
bool month_go_on(struct month_reading *reading, int days);

/* When there is no more. Frees the reading; never NULL. */
struct month *month_end(struct month_reading *reading);
void month_drop(struct month_reading *reading); /* before its end; NULL is fine */

void month_free(struct month *month); /* NULL is fine */

/* The sum of what counts; `subject` and `detail` NULL: of all of them. */
int64_t month_sum(const struct month *month, const char *metric, const char *subject,
                  const char *detail);
int64_t month_sum_before(const struct month *month, const char *metric,
                         const char *subject, const char *detail);

/* All cells of a metric, in order; excluded ones too. */
const struct month_cell *month_cells(const struct month *month, const char *metric,
                                     size_t *count);

/* Why a cell is excluded ("demo"); NULL when it counts. */
const char *month_excluded(const struct month_cell *cell);

/*
 * How many people came, as far as can be said: head counts of groups, and of the other
 * visits the share of those who said that it was their first time (count/people.h).
 */
struct month_people {
    int64_t groups; /* how many groups; 0 while they are not counted */
    int64_t heads;
    int64_t answered;  /* visitors who said yes or no; 0: nothing can be said of visits */
    int64_t first;     /* yes */
    int64_t low, high; /* people among the visits */
};

struct month_people month_people(const struct month *month);

#endif
