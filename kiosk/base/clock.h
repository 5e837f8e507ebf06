/* SPDX-License-Identifier: MIT */
/*
 * clock: the one place that the time is read from.
 *
 * `now_us` never goes back and has nothing to do with the calendar: every interval,
 * timeout and animation uses it. `wall_s` is seconds since 1970 and may jump: only the
 * day and hour of a count use it. A story or a test brings a clock it moves by hand.
 */
#ifndef KIOSK_BASE_CLOCK_H
#define KIOSK_BASE_CLOCK_H

#include <stdint.h>

struct clock {
    int64_t (*now_us)(const struct clock *clock);
    int64_t (*wall_s)(const struct clock *clock);
    int64_t (*passed_us)(const struct clock *clock);
    int64_t moved_us; /* hand-moved clock: time passed so far */
    int64_t start_wall_s;
};

/* CLOCK_MONOTONIC and the system's calendar. */
void clock_init_real(struct clock *clock);

/* A clock that stands still until clock_move(); its calendar starts at `wall_s`. */
void clock_init_moved(struct clock *clock, int64_t wall_s);
void clock_move(struct clock *clock, int64_t by_us);

int64_t clock_now_us(const struct clock *clock);
int64_t clock_wall_s(const struct clock *clock);

/* Never goes back either, and goes on while the machine sleeps: what the calendar is held
 * against. */
int64_t clock_passed_us(const struct clock *clock);

#endif
