/* SPDX-License-Identifier: MIT */
/* Which column of third-party lines is their time, and in what unit. */
#include "link/learn.h"
#include "link/prefix.h"

enum { SECOND_US = 1000000, SLOWEST_STEP = 3000 };

static int64_t arrival_us(const struct learn_column *column)
{
    return column->first_us >= 0 ? column->last_us - column->first_us : 0;
}

bool learn_can_tell_time(const struct learn *learn)
{
    const struct learn_column *first = &learn->columns[0];
    return learn->is_decided && learn->count > 0 && first->count >= LEARN_LINES &&
           (first->first_us < 0 || arrival_us(first) >= SECOND_US);
}

bool learn_is_clock(const struct learn_column *column)
{
    enum column_role role = column->meaning.role;
    return (role == COLUMN_TIME || role == COLUMN_UNNAMED) &&
           column->count >= LEARN_LINES && 50 * column->falls <= column->rises &&
           10 * column->rises >= 9 * (column->count - 1) &&
           10 * column->even_rises >= 7 * column->rises;
}

/* The unit nearest to so many microseconds a tick; 0 none is near. */
static double tick_near(double measured_us)
{
    static const double ticks_us[] = {1, 1e3, 1e6};
    for (size_t i = 0; i < sizeof ticks_us / sizeof *ticks_us; i++) {
        if (measured_us > 0.8 * ticks_us[i] && measured_us < 1.25 * ticks_us[i]) {
            return ticks_us[i];
        }
    }
    return 0;
}

/*
 * The unit in which the column keeps pace with the arrival; 0 none does. One damaged
 * stamp is most of what has risen; without it the even rises tell.
 */
static double tick_by_arrival(const struct learn_column *column)
{
    double arrived_us = (double)arrival_us(column);
    double tick = tick_near(arrived_us / column->risen);
    return tick > 0 ? tick : tick_near(arrived_us / column->even_risen);
}

/*
 * Manikins send 2 to 2000 lines a second: so large is a step in s, in ms, in us. Steps of
 * 500 to 3000 that make less than a second of us are ms: a line a push.
 */
static double tick_by_step(const struct learn_column *column)
{
    double step = column->even_risen / column->even_rises;
    if (10 * column->ones >= 9 * column->rises && column->meaning.role != COLUMN_TIME) {
        return 0; /* numbers the lines */
    }
    bool is_short = step < SLOWEST_STEP && column->even_risen < SECOND_US;
    return step >= 500 && !is_short ? 1 : step > 0.5 ? 1e3 : 1e6;
}

static double tick_us(const struct learn_column *column)
{
    double tick = 0;
    if (!learn_is_clock(column)) {
        return 0;
    }
    if (arrival_us(column) >= SECOND_US) {
        tick = tick_by_arrival(column);
    } else {
        tick = column->meaning.tick_us > 0 ? 0 : tick_by_step(column);
    }
    return tick > 0 ? tick : column->meaning.tick_us;
}

const struct learn_column *learn_time(const struct learn *learn, double *us_per_tick)
{
    const struct learn_column *best = NULL;
    for (size_t i = 0; i < learn->count && learn->count > 1; i++) {
        const struct learn_column *column = &learn->columns[i];
        double tick = tick_us(column);
        bool better =
            !best || (column->meaning.role == COLUMN_TIME &&
                      best->meaning.role != COLUMN_TIME && !prefix_is_time(column->name));
        if (tick > 0 && better) {
            best = column;
            *us_per_tick = tick;
        }
    }
    return best;
}
