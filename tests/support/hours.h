/* SPDX-License-Identifier: MIT */
/*
 * hours: drawn sums by the hour in memory, as a source of counts.
 */
#ifndef TESTS_SUPPORT_HOURS_H
#define TESTS_SUPPORT_HOURS_H

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "count/row.h"
#include "support/tap.h"

enum { HOURS_ROWS_MAX = 1024 };

struct hours {
    size_t count;
    struct count_row rows[HOURS_ROWS_MAX]; /* ordered by key, none twice */
};

static inline int hours_compare(const void *a, const void *b)
{
    const struct count_row *left = a;
    const struct count_row *right = b;
    return count_key_compare(&left->key, &right->key);
}

/* Of some days of March 2026, from 8 to 20 h. */
static inline void hours_draw(struct hours *hours, struct rng *rng, size_t count)
{
    static const char *const metrics[] = {"lesson_done", "test", "visit"};
    static const char *const subjects[] = {"", "adult-cpr", "a,b", "say \"aah\""};
    static const char *const details[] = {"", "excluded:demo", "80~89"};
    hours->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct count_row *row = &hours->rows[i];
        *row = (struct count_row){.key = {.day = 20260300 + rng_int(rng, 1, 31),
                                          .hour = rng_int(rng, 8, 20),
                                          .content = rng_int(rng, 1, 2),
                                          .definition = 1},
                                  .n = rng_int(rng, 1, 50)};
        row->revision = row->n;
        str_copy(row->key.metric, COUNT_TEXT_MAX, metrics[rng_int(rng, 0, 2)]);
        str_copy(row->key.subject, COUNT_TEXT_MAX, subjects[rng_int(rng, 0, 3)]);
        str_copy(row->key.detail, COUNT_TEXT_MAX, details[rng_int(rng, 0, 2)]);
    }
    qsort(hours->rows, count, sizeof *hours->rows, hours_compare);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || hours_compare(&hours->rows[i], &hours->rows[hours->count - 1])) {
            hours->rows[hours->count++] = hours->rows[i];
        }
    }
}

static inline bool hours_each(void *context, int from_day, int to_day, count_each *each,
                              void *each_context)
{
    const struct hours *hours = context;
    for (size_t i = 0; i < hours->count; i++) {
        const struct count_row *row = &hours->rows[i];
        if (row->key.day >= from_day && row->key.day <= to_day &&
            !each(each_context, row)) {
            return false;
        }
    }
    return true;
}

static inline struct count_source hours_source(struct hours *hours)
{
    return (struct count_source){.context = hours, .each = hours_each};
}

#endif
