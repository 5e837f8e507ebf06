/* SPDX-License-Identifier: MIT */
/*
 * row: one sum, as the database, the reports and the merging of many kiosks know it.
 *
 * Sums are all that is kept: no row a visitor, no time finer than the hour.
 */
#ifndef KIOSK_COUNT_ROW_H
#define KIOSK_COUNT_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    COUNT_TEXT_MAX = 48,  /* bytes of a text with its NUL */
    COUNT_DEFINITION = 1, /* version of the counting rules in counter.h */
};

/* What the detail of an excluded count begins with; its reason follows. */
#define COUNT_EXCLUDED "excluded:"

/* What is added up together; rows are ordered by it, from its first member on. */
struct count_key {
    int day;                      /* local date as a number: 20261123 */
    int hour;                     /* 0..23 */
    char metric[COUNT_TEXT_MAX];  /* a key of counts.def: "test" */
    char subject[COUNT_TEXT_MAX]; /* the lesson's id, the guideline, the topic; "" */
    char detail[COUNT_TEXT_MAX];  /* "", "right", a bin "80~89", or "excluded:demo" */
    int content;                  /* version of the lesson or the guideline's year */
    int definition;               /* COUNT_DEFINITION when it was counted */
};

struct count_row {
    struct count_key key;
    int64_t n;
    /* Grows by as much as n, so it does not tell in how many pieces n came; 0 while it is
     * not kept yet. */
    int64_t revision;
};

/* Below 0, 0 or above 0, as strcmp(). */
int count_key_compare(const struct count_key *a, const struct count_key *b);

/* Why the row is excluded ("demo"); NULL when it counts. Borrowed from the row. */
const char *count_excluded(const struct count_row *row);

/* Whether a place where counts go still shows in which order they came. */
enum count_order {
    COUNT_ORDER_ERASED,
    COUNT_ORDER_SHOWS,
    COUNT_ORDER_ERASING, /* meanwhile nothing can be added */
};

/* Where counts go: a database, or a test's own memory. */
struct count_sink {
    void *context;
    /* Adds `n` of each row to the sum of its key, all or none of them. False
     * (err_text()): none was added. NULL: nothing is counted. */
    bool (*add)(void *context, const struct count_row *rows, size_t count);
    /* Begins to erase the order of the counts and returns at once; what fails is logged
     * and leaves the order as it was. NULL: there is none. */
    void (*settle)(void *context);
    /* With `wait` once it erases no more. NULL with `settle`. */
    enum count_order (*order)(void *context, bool wait);
};

/* Told of one row; false stops (err_text() says why). */
typedef bool count_each(void *context, const struct count_row *row);

/* Where counts come from. */
struct count_source {
    void *context;
    /* Tells `each` of every row of the days [from_day, to_day], ordered by key. False
     * (err_text()) when they cannot be read or `each` stopped. */
    bool (*each)(void *context, int from_day, int to_day, count_each *each,
                 void *each_context);
};

#endif
