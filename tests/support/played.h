/* SPDX-License-Identifier: MIT */
/*
 * played: whole visits with pressing, a step after the other, the same for the same seed:
 * what a kiosk counts until it is killed, and what a test compares the disk with.
 *
 * A day is one play. Hours pass while nobody is there, so a kiosk settles in between.
 */
#ifndef TESTS_SUPPORT_PLAYED_H
#define TESTS_SUPPORT_PLAYED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "count/counter.h"
#include "support/tap.h"

enum { PLAYED_MANIKINS = 3 };

struct played {
    struct rng rng;
    struct counter *counter; /* borrowed */
    struct count_moment at;
    int step; /* of this visit */
    bool pressing[PLAYED_MANIKINS];
};

static inline void played_begin(struct played *played, struct counter *counter,
                                uint64_t seed, int day)
{
    *played = (struct played){.rng = {seed * 2654435761u + 88172645463325252u},
                              .counter = counter,
                              .at = {.now_us = 1, .day = day, .hour = 9}};
}

static inline void played_press(struct played *played, int manikin, bool press)
{
    if (played->pressing[manikin] != press) {
        played->pressing[manikin] = press;
        (press ? counter_run_began : counter_run_ended)(played->counter);
    }
}

/* A run ends: its result stands on the screen as soon as nobody presses any more. */
static inline void played_run(struct played *played, int manikin)
{
    struct rng *rng = &played->rng;
    const struct counter_run run = {.guideline = "aha-2025/adult",
                                    .year = 2025,
                                    .test = rng_int(rng, 0, 1),
                                    .passed = rng_int(rng, 0, 1),
                                    .score = rng_between(rng, 0, 100),
                                    .depth_mm = rng_between(rng, 20, 80),
                                    .rate_cpm = rng_between(rng, 60, 160)};
    counter_pushes(played->counter, played->at, rng_int(rng, 1, 90), false);
    counter_run(played->counter, played->at, &run);
    played_press(played, manikin, false);
}

static inline void played_leave(struct played *played)
{
    for (int i = 0; i < PLAYED_MANIKINS; i++) {
        played_press(played, i, false);
    }
    counter_end(played->counter, played->at);
    played->step = 0;
    if (rng_int(&played->rng, 0, 1)) {
        played->at.hour = played->at.hour < 20 ? played->at.hour + 1 : 9;
        played->at.now_us += 3600 * INT64_C(1000000);
    }
}

static inline void played_go_on(struct played *played)
{
    struct rng *rng = &played->rng;
    int manikin = rng_int(rng, 0, PLAYED_MANIKINS - 1);
    char lesson[16];
    str_format(lesson, sizeof lesson, "lesson-%d", rng_int(rng, 0, 5));
    played->at.now_us += rng_int(rng, 1, 9) * INT64_C(1000000);
    if (played->step++ == 0) {
        counter_begin(played->counter, played->at);
        counter_chose(played->counter, played->at);
        return;
    }
    switch (rng_int(rng, 0, 6)) {
    case 0: played_leave(played); break;
    case 1:
        counter_add(played->counter, played->at, COUNT_lesson_started, lesson, 1);
        break;
    case 2:
        counter_question(played->counter, played->at, lesson, rng_int(rng, 0, 1), "cpr",
                         1);
        break;
    case 3:
    case 4: played_press(played, manikin, true); break;
    default:
        if (played->pressing[manikin]) {
            played_run(played, manikin);
        }
        break;
    }
}

/* The next thing that happens, and a frame behind it. */
static inline void played_step(struct played *played)
{
    played_go_on(played);
    counter_tick(played->counter, played->at);
}

#endif
