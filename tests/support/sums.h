/* SPDX-License-Identifier: MIT */
/*
 * sums: a sink for counts that a test can read, in memory, ordered by key.
 */
#ifndef TESTS_SUPPORT_SUMS_H
#define TESTS_SUPPORT_SUMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "count/count.h"
#include "count/row.h"

enum { SUMS_MAX = 2048 };

struct sums {
    bool refuses; /* as a full disk does */
    int asked;    /* calls, those refused as well */
    int adds;     /* calls that were taken */
    int settles;
    int settles_for; /* so often it is asked in vain whether it has settled */
    int asks;
    enum count_order order;
    size_t count;
    struct count_row rows[SUMS_MAX];
};

struct count_sink sums_sink(struct sums *sums);

/* What counts of one thing, over all days and subjects. */
int64_t sums_of(const struct sums *sums, enum count what);

/* A line a sum: "hour metric/subject/detail/content=n". */
void sums_print(const struct sums *sums, struct str *out);

#endif
