/* SPDX-License-Identifier: MIT */
#include "cpr/rhythm.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cpr/internal.h"

enum { LIVE_TAPS = 5, LIVE_LEAST = 3 };

/* Shares of the median. */
static const double STEADY = 0.10;
static const double UNSTEADY = 0.40;

void rhythm_start(struct rhythm *rhythm, const struct cpr_guideline *guideline)
{
    *rhythm = (struct rhythm){.guideline = guideline};
}

bool rhythm_tap(struct rhythm *rhythm, int64_t t_us)
{
    int64_t interval_us = t_us - rhythm->last_us;
    bool is_first = rhythm->taps == 0;
    if ((!is_first && interval_us < RHYTHM_LEAST_US) || rhythm->taps == RHYTHM_TAPS_MAX) {
        return false;
    }
    if (!is_first && interval_us <= RHYTHM_LONGEST_US) {
        rhythm->interval_s[rhythm->intervals++] = (double)interval_us / 1e6;
    }
    rhythm->last_us = t_us;
    rhythm->taps++;
    return true;
}

static int by_size(const void *a, const void *b)
{
    const double *first = a;
    const double *second = b;
    return (*first > *second) - (*first < *second);
}

static double median_s(const double *interval_s, size_t count)
{
    double sorted[RHYTHM_TAPS_MAX];
    memcpy(sorted, interval_s, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_size);
    return (sorted[count / 2] + sorted[(count - 1) / 2]) / 2;
}

double rhythm_now_cpm(const struct rhythm *rhythm, int64_t now_us)
{
    uint32_t count = rhythm->intervals < LIVE_TAPS ? rhythm->intervals : LIVE_TAPS;
    if (rhythm->intervals + 1 < LIVE_LEAST ||
        now_us - rhythm->last_us > RHYTHM_LONGEST_US) {
        return CPR_NOT_MEASURED;
    }
    return 60 / median_s(rhythm->interval_s + rhythm->intervals - count, count);
}

/* 1 up to `full`, then linear to 0 at `none`. */
static double falling(double value, double full, double none)
{
    return fmax(0, fmin(1, (none - value) / (none - full)));
}

void rhythm_result(const struct rhythm *rhythm, struct rhythm_result *result)
{
    *result = (struct rhythm_result){.taps = rhythm->taps,
                                     .rate_cpm = CPR_NOT_MEASURED,
                                     .steady_percent = CPR_NOT_MEASURED,
                                     .score = CPR_NOT_MEASURED};
    const struct cpr_guideline *guideline = rhythm->guideline;
    uint32_t count = rhythm->intervals;
    if (rhythm->taps < RHYTHM_TAPS_LEAST || count + 1 < RHYTHM_TAPS_LEAST) {
        return;
    }
    double middle_s = median_s(rhythm->interval_s, count);
    double sum_s = 0;
    double sum = 0;
    uint32_t steady = 0;
    for (uint32_t i = 0; i < count; i++) {
        double off = fabs(rhythm->interval_s[i] - middle_s) / middle_s;
        sum_s += rhythm->interval_s[i];
        steady += off <= STEADY;
        sum += score_within(60 / rhythm->interval_s[i], &guideline->rate_cpm,
                            &guideline->rate_zero_cpm) *
               falling(off, STEADY, UNSTEADY);
    }
    result->rate_cpm = 60 * count / sum_s;
    result->steady_percent = 100.0 * steady / count;
    result->score = 100 * sum / count;
}
