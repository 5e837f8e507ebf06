/* SPDX-License-Identifier: MIT */
#include "link/bent.h"

#include <math.h>

enum {
    FIRST = 2,   /* pushes that tell where the middle is, */
    ENOUGH = 8,  /* and so many more judge, */
    MEAN_OF = 16 /* of which the last count most */
};

static const double down_most = 0.57;    /* of the time, by hands on a straight sensor */
static const double least_mm = 15;       /* a push is no less */
static const double margin_share = 0.15; /* of the way, to cross the middle for good */
static const double fastest_us = 60e6 / 170; /* what is slower or faster is no rhythm */
static const double slowest_us = 60e6 / 75;

static double toward(double mean, double value, uint32_t count)
{
    return mean + (value - mean) / fmin(count, MEAN_OF);
}

/* When the line from the last reading to this one crosses `middle_mm`. */
static double crossing_us(const struct bent *bent, int64_t t_us, double depth_mm,
                          double middle_mm)
{
    double share = (middle_mm - bent->last_mm) / (depth_mm - bent->last_mm);
    return (double)bent->last_us +
           fmin(fmax(share, 0), 1) * (double)(t_us - bent->last_us);
}

/* It goes down again: the push before is over. */
static void end_push(struct bent *bent, double down_us)
{
    double period_us = down_us - bent->down_us;
    if (bent->pushes > 0) {
        bent->highs_mm = toward(bent->highs_mm, bent->high_mm, bent->pushes);
        bent->lows_mm = toward(bent->lows_mm, bent->low_mm, bent->pushes);
    }
    if (bent->pushes > FIRST && period_us >= fastest_us && period_us <= slowest_us) {
        bent->count++;
        bent->share =
            toward(bent->share, (bent->up_us - bent->down_us) / period_us, bent->count);
    }
    bent->pushes++;
    bent->down_us = down_us;
}

static void cross(struct bent *bent, int64_t t_us, double depth_mm)
{
    bool is_new = bent->pushes <= FIRST;
    double from_mm = is_new ? bent->low_mm : bent->lows_mm;
    double way_mm = (is_new ? bent->high_mm : bent->highs_mm) - from_mm;
    way_mm = fmax(way_mm, least_mm);
    double middle_mm = from_mm + way_mm / 2;
    double margin_mm = way_mm * margin_share;
    bool was_above = bent->last_mm >= middle_mm;
    bool is_above = depth_mm >= middle_mm;
    if (!bent->is_down && is_above && !was_above) {
        bent->next_us = crossing_us(bent, t_us, depth_mm, middle_mm);
    }
    if (bent->is_down && !is_above && was_above) {
        bent->up_us = crossing_us(bent, t_us, depth_mm, middle_mm);
    }
    if (!bent->is_down && depth_mm > middle_mm + margin_mm) {
        bent->is_down = true;
        end_push(bent, bent->next_us);
        bent->high_mm = depth_mm;
    } else if (bent->is_down && depth_mm < middle_mm - margin_mm) {
        bent->is_down = false;
        bent->low_mm = depth_mm;
    }
}

void bent_add(struct bent *bent, int64_t t_us, double depth_mm)
{
    if (bent->has_last) {
        cross(bent, t_us, depth_mm);
    }
    bent->high_mm = fmax(bent->high_mm, depth_mm);
    bent->low_mm = fmin(bent->low_mm, depth_mm);
    bent->has_last = true;
    bent->last_us = t_us;
    bent->last_mm = depth_mm;
}

bool bent_is(const struct bent *bent)
{
    return bent->count >= ENOUGH && bent->share > down_most;
}
