/* SPDX-License-Identifier: MIT */
#include "link/pace.h"

#include <math.h>

enum {
    MEMORY_US = 10000000,
    MEMORY_MIN = 32,     /* lines, of a slow manikin */
    SETTLED = 20,        /* lines after which the pace is known well enough to judge */
    LATE_US = 250000,    /* and two periods: lines are missing */
    LATENESS_US = 50000, /* and a period: no more of it counts */
    STEP_MIN_US = 100,   /* the fastest print 3000 a second, 333 us apart */
};

void pace_begin(struct pace *pace)
{
    *pace = (struct pace){0};
}

/* The expanding-memory filter of first degree: its gains are those of least squares. */
static void correct(struct pace *pace, double late_us)
{
    double n = pace->count;
    double most = fmax(MEMORY_MIN, MEMORY_US / fmax(pace->period_us, STEP_MIN_US));
    n = fmin(n, most);
    pace->t_us += late_us * 2 * (2 * n + 1) / ((n + 1) * (n + 2));
    if (n > 0) {
        pace->period_us += late_us * 6 / ((n + 1) * (n + 2));
    }
}

int64_t pace_next(struct pace *pace, int64_t now_us)
{
    double now = (double)now_us;
    if (pace->count == 0) {
        pace->t_us = now;
    }
    pace->t_us += pace->period_us;
    double late_us = now - pace->t_us;
    if (pace->count >= SETTLED) {
        double limit_us = LATENESS_US + pace->period_us;
        if (late_us > LATE_US + 2 * pace->period_us) {
            pace->t_us = now;
            pace->count = SETTLED;
            late_us = 0;
        }
        late_us = fmax(-limit_us, fmin(limit_us, late_us));
    }
    correct(pace, late_us);
    int64_t next_us = llround(pace->t_us);
    if (pace->count > 0 && next_us < pace->given_us + STEP_MIN_US) {
        next_us = pace->given_us + STEP_MIN_US;
    }
    pace->count += pace->count < UINT32_MAX;
    pace->given_us = next_us;
    return next_us;
}
