/* SPDX-License-Identifier: MIT */
#include "station/faint.h"

#include <math.h>

/* As the guidelines' profile for small children has a push. */
static const double least_mm = 8;
static const double turn_mm = 5;

/* 40 to 240 a minute. */
enum { SOONEST_US = 250000, LATEST_US = 1500000 };

static bool count_touch(struct faint *faint, int64_t t_us, double push_least_mm)
{
    int64_t since_us = t_us - faint->last_us;
    bool is_push = faint->high_mm >= push_least_mm;
    bool is_light = faint->high_mm >= least_mm && !is_push;
    if (!is_light) {
        faint->count = is_push ? 0 : faint->count;
        return false;
    }
    bool is_in_rhythm =
        faint->count > 0 && since_us >= SOONEST_US && since_us <= LATEST_US;
    faint->count = is_in_rhythm ? faint->count + 1 : 1;
    faint->last_us = t_us;
    return faint->count >= FAINT_ENOUGH;
}

bool faint_add(struct faint *faint, int64_t t_us, double depth_mm, double push_least_mm)
{
    if (t_us < faint->last_us) {
        *faint = (struct faint){0}; /* another manikin */
    }
    if (faint->is_down) {
        faint->high_mm = fmax(faint->high_mm, depth_mm);
        if (depth_mm > faint->high_mm - turn_mm) {
            return false;
        }
        faint->is_down = false;
        faint->low_mm = depth_mm;
        return count_touch(faint, t_us, push_least_mm);
    }
    faint->low_mm = fmin(faint->low_mm, depth_mm);
    if (depth_mm >= faint->low_mm + turn_mm) {
        faint->is_down = true;
        faint->high_mm = depth_mm;
    }
    return false;
}
