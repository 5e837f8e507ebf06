/* SPDX-License-Identifier: MIT */
#include "link/stamp.h"

#include <math.h>

enum {
    GAP_MAX_US = 600000000, /* further ahead is another start, not missing lines */
    WAIT_SLACK_US = 50000,  /* the line before may have come so late */
    AHEAD_MAX_US = 5000000, /* no stamp runs further ahead of the clock here */
    PAUSE_US = 500000,      /* a board that starts is silent for longer */
};

static const double stamp_wrap = 0x1p32; /* printed with a sign or without */
static const double usual_most = 4;      /* usual steps: a few lines may be lost */
static const double pause_most = 8;      /* usual steps without a line: a pause */
static const double usual_share = 1 / 8.0;

void stamp_begin(struct stamp *stamp)
{
    stamp->has_last = false;
    stamp->is_held = false;
    stamp->missed = 0;
}

void stamp_missed(struct stamp *stamp)
{
    stamp->missed++;
}

/* The way from one stamp to another, over the end of 32 bits where that is near. */
static double way_us(double from, double to, double us_per_tick)
{
    double step = to - from;
    if (step < 0 && (step + stamp_wrap) * us_per_tick <= GAP_MAX_US) {
        step += stamp_wrap;
    }
    return step * us_per_tick;
}

static bool is_usual(const struct stamp *stamp, double step_us)
{
    return step_us > 0 && (stamp->usual_us <= 0 ||
                           step_us <= (usual_most + stamp->missed) * stamp->usual_us);
}

static bool is_waited_for(double step_us, int64_t waited_us)
{
    return step_us > 0 && waited_us >= 0 && step_us <= (double)waited_us + WAIT_SLACK_US;
}

/* A pause, and then from another start: no line on its way can look like that. */
static bool is_new_start(const struct stamp *stamp, double step_us, int64_t waited_us)
{
    return step_us < 0 && waited_us > PAUSE_US &&
           (double)waited_us > pause_most * stamp->usual_us;
}

static void believe(struct stamp *stamp, double ticks)
{
    stamp->before = stamp->has_last ? stamp->last : ticks;
    stamp->last = ticks;
    stamp->has_last = true;
    stamp->is_held = false;
    stamp->missed = 0;
}

static enum stamp_said go_on(struct stamp *stamp, double ticks, double step_us,
                             int64_t *step)
{
    if (stamp->usual_us <= 0) {
        stamp->usual_us = step_us;
    }
    double more_us = fmin(step_us - stamp->usual_us, stamp->usual_us);
    stamp->usual_us += usual_share * more_us;
    believe(stamp, ticks);
    *step = llround(fmax(step_us, 1));
    return STAMP_NEXT;
}

static enum stamp_said hold(struct stamp *stamp, double ticks)
{
    stamp->is_held = true;
    stamp->held = ticks;
    return STAMP_HELD;
}

/* Two stamps in a row agree, so it is the last believed one that is far off. */
static enum stamp_said leap(struct stamp *stamp, double ticks, double us_per_tick,
                            int64_t waited_us, int64_t *step)
{
    int64_t most_us = waited_us < 0 ? GAP_MAX_US : waited_us + AHEAD_MAX_US;
    double step_us = way_us(stamp->last, ticks, us_per_tick);
    double back_us = way_us(stamp->before, ticks, us_per_tick);
    if (step_us > 0 && step_us <= (double)most_us) {
        stamp->held_us = llround(way_us(stamp->last, stamp->held, us_per_tick));
        return go_on(stamp, ticks, step_us, step);
    }
    bool was_damaged = is_usual(stamp, back_us);
    believe(stamp, ticks);
    return was_damaged ? STAMP_FIRST : STAMP_ANEW;
}

enum stamp_said stamp_next(struct stamp *stamp, double ticks, double us_per_tick,
                           int64_t waited_us, int64_t *step_us)
{
    if (!stamp->has_last) {
        believe(stamp, ticks);
        return STAMP_FIRST;
    }
    double way = way_us(stamp->last, ticks, us_per_tick);
    stamp->held_us = 0;
    if (way == 0 || (stamp->is_held && ticks == stamp->held)) {
        return STAMP_SAME;
    }
    if (is_usual(stamp, way) || is_waited_for(way, waited_us)) {
        return go_on(stamp, ticks, way, step_us);
    }
    if (is_new_start(stamp, way, waited_us)) {
        believe(stamp, ticks);
        return STAMP_ANEW;
    }
    if (stamp->is_held && is_usual(stamp, way_us(stamp->held, ticks, us_per_tick))) {
        return leap(stamp, ticks, us_per_tick, waited_us, step_us);
    }
    return hold(stamp, ticks);
}
