/* SPDX-License-Identifier: MIT */
#include "base/clock.h"

#include <assert.h>
#include <time.h>

static int64_t read_us(clockid_t id)
{
    struct timespec now;
    clock_gettime(id, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t real_now_us(const struct clock *clock)
{
    (void)clock;
    return read_us(CLOCK_MONOTONIC);
}

static int64_t real_passed_us(const struct clock *clock)
{
    (void)clock;
    return read_us(CLOCK_BOOTTIME);
}

static int64_t real_wall_s(const struct clock *clock)
{
    (void)clock;
    return (int64_t)time(NULL);
}

static int64_t moved_now_us(const struct clock *clock)
{
    return clock->moved_us;
}

static int64_t moved_wall_s(const struct clock *clock)
{
    return clock->start_wall_s + clock->moved_us / 1000000;
}

void clock_init_real(struct clock *clock)
{
    *clock = (struct clock){
        .now_us = real_now_us, .wall_s = real_wall_s, .passed_us = real_passed_us};
}

void clock_init_moved(struct clock *clock, int64_t wall_s)
{
    *clock = (struct clock){.now_us = moved_now_us,
                            .wall_s = moved_wall_s,
                            .passed_us = moved_now_us,
                            .start_wall_s = wall_s};
}

void clock_move(struct clock *clock, int64_t by_us)
{
    assert(clock->now_us == moved_now_us && by_us >= 0);
    clock->moved_us += by_us;
}

int64_t clock_now_us(const struct clock *clock)
{
    return clock->now_us(clock);
}

int64_t clock_wall_s(const struct clock *clock)
{
    return clock->wall_s(clock);
}

int64_t clock_passed_us(const struct clock *clock)
{
    return clock->passed_us(clock);
}
