/* SPDX-License-Identifier: MIT */
/*
 * percentile: a score beside those of people who had not been taught yet.
 *
 * The beginners' figures are data (scripts/references/beginners.lua). Their scores were
 * never published, so they are derived, always the same from the same figures:
 *
 * - Mean depth and mean rate of a beginner follow two half normal curves that meet at the
 *   median. Such a curve has the published mean, lowest and highest tenth exactly; the
 *   standard deviation and the share within the guideline are what it is checked by.
 * - Depth and rate of one person have nothing to do with each other: they were published
 *   apart.
 * - A beginner presses evenly (each compression has the mean depth and rate), lets the
 *   chest come up, keeps the hands right and never stops. What real people do otherwise
 *   costs points, so a visitor is rather placed too low than too high. Only where the
 *   mean is worth 0 a few odd pushes gain some: among the lowest scores it is the other
 *   way.
 *
 * README.md tells how far the model is off where it can be checked.
 */
#ifndef KIOSK_CPR_PERCENTILE_H
#define KIOSK_CPR_PERCENTILE_H

#include "cpr/cpr.h"

struct cpr_spread {
    double mean, sd, p10, p90; /* a tenth lies below p10, a tenth above p90 */
};

struct cpr_beginners {
    char source[CPR_SOURCE_MAX];
    int year;
    int people;
    struct cpr_spread depth_mm, rate_cpm;
    double depth_ok_percent, rate_ok_percent; /* to check the model by */
};

/* Where the two halves meet: between p10 and p90, or the figures are not consistent. */
double cpr_spread_median(const struct cpr_spread *spread);

/* Share of the people below `value`, 0..1. */
double cpr_spread_below(const struct cpr_spread *spread, double value);

/*
 * How many in a hundred beginners would have scored less, 0..100, by the guideline the
 * score was made with. NAN where there is no score, or where they are no yardstick: only
 * an adult's guideline (".../adult") that scores depth is one.
 */
double cpr_percentile(const struct cpr_beginners *beginners,
                      const struct cpr_guideline *guideline, double score);

#endif
