/* SPDX-License-Identifier: MIT */
/*
 * rhythm: taps of a finger -> rate, steadiness, score. For visitors without a manikin,
 * and for those who cannot press.
 *
 *     rhythm_start(&rhythm, guideline);
 *     rhythm_tap(&rhythm, now_us);                   each time the finger comes down
 *     rhythm_result(&rhythm, &result);
 *
 * Pure, as cpr.h. A score of the rhythm alone says nothing of depth: it is never shown as
 * the score of a run.
 *
 *     score = 100 * mean(R * W) over all intervals
 *
 * R as in the score of a run (README.md): 1 inside the guideline's rate range, linear to
 * 0 at its zero points, 70 and 150 /min. W asks whether the rhythm is kept [ours: no
 * guideline says how steady]: 1 while an interval differs by at most 10 % from the median
 * of all, linear to 0 at 40 %.
 */
#ifndef KIOSK_CPR_RHYTHM_H
#define KIOSK_CPR_RHYTHM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cpr/cpr.h"

enum {
    RHYTHM_TAPS_MAX = 256,
    RHYTHM_TAPS_LEAST = 6,    /* fewer have no rhythm yet */
    RHYTHM_LEAST_US = 250000, /* nearer to each other they are one tap, as pushes are */
    RHYTHM_LONGEST_US = 2000000, /* what is longer is a stop, no interval; as the rate of
                                    pushes is gone after 2 s */
};

struct rhythm {
    const struct cpr_guideline *guideline; /* borrowed */
    int64_t last_us;
    uint32_t taps;
    uint32_t intervals; /* of interval_s that are filled */
    double interval_s[RHYTHM_TAPS_MAX];
};

struct rhythm_result {
    uint32_t taps;
    double rate_cpm; /* 60 / mean interval; NAN below RHYTHM_TAPS_LEAST, as is ... */
    double steady_percent; /* ... the share of intervals within 10 % of their median, */
    double score;          /* ... and the score, 0 to 100 */
};

void rhythm_start(struct rhythm *rhythm, const struct cpr_guideline *guideline);

/* `t_us` is any clock that does not go back. False: too near to the last to be another
 * tap, or there were RHYTHM_TAPS_MAX. */
bool rhythm_tap(struct rhythm *rhythm, int64_t t_us);

/* Of the last five taps, from the third on; NAN: none yet, or a stop of 2 s at
 * `now_us`. */
double rhythm_now_cpm(const struct rhythm *rhythm, int64_t now_us);

void rhythm_result(const struct rhythm *rhythm, struct rhythm_result *result);

#endif
