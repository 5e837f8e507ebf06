/* SPDX-License-Identifier: MIT */
/*
 * counting_part: what of a kiosk counts, for tests of the rules: sums in memory, a clock
 * that is moved by hand, the counter. It opens on 23 November 2026 at 10:00 in China.
 */
#ifndef TESTS_SUPPORT_COUNTING_PART_H
#define TESTS_SUPPORT_COUNTING_PART_H

#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "base/str.h"
#include "count/counter.h"
#include "support/sums.h"
#include "support/tap.h"

enum { OPENING_WALL_S = 1795399200 }; /* 2026-11-23 10:00 in China */

struct hall {
    struct sums sums;
    struct clock clock;
    struct counter counter;
};

static inline int open_hall(void **state)
{
    struct hall *hall = calloc(1, sizeof *hall);
    setenv("TZ", "CST-8", 1);
    tzset();
    clock_init_moved(&hall->clock, OPENING_WALL_S);
    counter_init(&hall->counter, sums_sink(&hall->sums));
    *state = hall;
    return 0;
}

static inline int close_hall(void **state)
{
    free(*state);
    return 0;
}

static inline struct count_moment now(const struct hall *hall)
{
    return count_moment(clock_now_us(&hall->clock), clock_wall_s(&hall->clock));
}

/* Everything counted so far, a line a sum: "hour metric/subject/detail/content=n". */
static inline void check_counts(struct hall *hall, const char *expected)
{
    struct str text = {0};
    sums_print(&hall->sums, &text);
    assert_string_equal(text.text ? text.text : "", expected);
    str_free(&text);
    for (size_t i = 0; i < hall->sums.count; i++) {
        assert_int_equal(hall->sums.rows[i].key.day, 20261123);
        assert_int_equal(hall->sums.rows[i].key.definition, COUNT_DEFINITION);
    }
}

#endif
