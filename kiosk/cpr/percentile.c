/* SPDX-License-Identifier: MIT */
#include "cpr/percentile.h"

#include <math.h>
#include <string.h>

#include "cpr/internal.h"

static const double z90 = 1.2815515655446004;     /* nine tenths of a normal curve */
static const double root_2pi = 2.506628274631001; /* of its height */

static const double step_mm = 0.1; /* depths are shown, and judged, to a tenth */

/*
 * Two halves with the spreads s1 below and s2 above the median have the mean
 * median + (s2 - s1) / root_2pi, and the tenths say s1 and s2 once the median is known.
 */
double cpr_spread_median(const struct cpr_spread *spread)
{
    double share = 1 / (z90 * root_2pi);
    return (spread->mean - share * (spread->p10 + spread->p90)) / (1 - 2 * share);
}

double cpr_spread_below(const struct cpr_spread *spread, double value)
{
    double median = cpr_spread_median(spread);
    double width = value < median ? median - spread->p10 : spread->p90 - median;
    return erfc(-(value - median) / width * z90 / sqrt(2)) / 2;
}

static double between(const struct cpr_spread *spread, double low, double high)
{
    return cpr_spread_below(spread, high) - cpr_spread_below(spread, low);
}

/* Share of the people whose rate has a factor R of at least `r`, above 0 to 1. */
static double rates_with(const struct cpr_spread *spread,
                         const struct cpr_guideline *guideline, double r)
{
    const struct cpr_range *one = &guideline->rate_cpm;
    const struct cpr_range *zero = &guideline->rate_zero_cpm;
    return between(spread, zero->low + r * (one->low - zero->low),
                   zero->high - r * (zero->high - one->high));
}

static bool is_yardstick(const struct cpr_guideline *guideline)
{
    const char *profile = strrchr(guideline->name, '/');
    return guideline->depth_scored && profile && strcmp(profile, "/adult") == 0;
}

double cpr_percentile(const struct cpr_beginners *beginners,
                      const struct cpr_guideline *guideline, double score)
{
    if (isnan(score) || !is_yardstick(guideline)) {
        return CPR_NOT_MEASURED;
    }
    if (!(score > 0)) {
        return 0; /* no score is less */
    }
    const struct cpr_range *zero = &guideline->depth_zero_mm;
    double as_good = 0;
    int steps = (int)((zero->high - zero->low) / step_mm + 0.5);
    for (int i = 0; i < steps; i++) {
        double from_mm = zero->low + i * step_mm;
        double d = score_within(from_mm + step_mm / 2, &guideline->depth_mm, zero);
        double r = score / 100 / d; /* what D * R asks of the rate */
        if (d > 0 && r <= 1) {
            as_good += between(&beginners->depth_mm, from_mm, from_mm + step_mm) *
                       rates_with(&beginners->rate_cpm, guideline, r);
        }
    }
    return 100 * (1 - as_good);
}
