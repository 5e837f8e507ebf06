/* SPDX-License-Identifier: MIT */
#include "link/pace.h"

#include <math.h>

enum {
    SECOND_US = 1000000,
    MEMORY_US = 10000000,
    MEMORY_MIN = 32, /* lines, of a slow manikin */
    SETTLED = 20,    /* lines, and a second, after which the pace is known */
    HOLD_MAX_US = 250000,
    HOLD_US = 40000,     /* a USB chip for 16 ms, and lines are of different lengths */
    LATENESS_US = 50000, /* and a period: no more of it counts */
    STEP_MIN_US = 100,   /* the fastest print 3000 a second, 333 us apart */
};

void pace_begin(struct pace *pace)
{
    *pace = (struct pace){.hold_us = HOLD_US};
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

/* Lines that come early after a jump had been made before it: the cable held them. */
static void learn_hold(struct pace *pace, double early_us)
{
    double held_us = fmin(early_us, pace->jump_us);
    if (early_us <= 0) {
        pace->jump_us = 0;
    } else if (held_us > HOLD_US + pace->period_us) {
        pace->hold_us = fmin(HOLD_MAX_US, 2 * (pace->hold_us + held_us));
        pace->t_us -= held_us;
        pace->jump_us -= held_us;
    }
}

/* A second of lines stays remembered: several of the heaps in which they may come. */
static void go_on_from(struct pace *pace, double t_us)
{
    pace->t_us = t_us;
    double second = SECOND_US / fmax(pace->period_us, STEP_MIN_US);
    pace->count = (uint32_t)fmin(pace->count, fmax(SETTLED, second));
}

int64_t pace_next(struct pace *pace, int64_t looked_us, int64_t now_us)
{
    double now = (double)now_us;
    if (pace->count == 0) {
        pace->t_us = now;
        pace->begun_us = now_us;
    }
    pace->t_us += pace->period_us;
    double late_us = now - pace->t_us;
    if (pace->count >= SETTLED && now_us - pace->begun_us >= SECOND_US) {
        double limit_us = LATENESS_US + pace->period_us;
        if ((double)looked_us - pace->t_us > pace->hold_us) {
            pace->jump_us = late_us;
            go_on_from(pace, now);
        } else {
            learn_hold(pace, -late_us);
        }
        if (pace->t_us - now > 2 * pace->hold_us) {
            go_on_from(pace, now + 2 * pace->hold_us); /* not made after it came */
        }
        late_us = now - pace->t_us;
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
