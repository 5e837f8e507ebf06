/* SPDX-License-Identifier: MIT */
#include "station/flow.h"

#include <math.h>

static const double comes_s = 1;
static const double stays_s = 10; /* then it goes */
static const double goes_s = 2;
static const double least_a_second = 100.0 / 60;

/* Of one push, `age_s` after its deepest point. */
static double share_at(double age_s)
{
    double come = fmin(fmax(age_s / comes_s, 0), 1);
    double gone = fmin(fmax((age_s - stays_s) / goes_s, 0), 1);
    return come * (1 - gone);
}

double flow_of(const struct run *run)
{
    /* What a steady row of good pushes at the least rate comes to. */
    double whole = least_a_second * (stays_s - comes_s / 2 + goes_s / 2);
    double sum = 0;
    if (run->plan.rhythm_only) {
        return 0;
    }
    for (uint32_t i = run->compression_count; i > 0; i--) {
        const struct cpr_compression *c = &run->compressions[i - 1];
        double age_s = (double)(run->newest_us - c->peak_us) / 1e6;
        if (age_s > stays_s + goes_s) {
            break;
        }
        sum += c->label == CPR_OK ? share_at(age_s) : 0;
    }
    return fmin(sum / whole, 1);
}
