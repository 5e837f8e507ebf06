/* SPDX-License-Identifier: MIT */
/*
 * run_rig: a run fed with a wave, a few samples a frame, as a kiosk hears it.
 */
#ifndef TESTS_SUPPORT_RUN_RIG_H
#define TESTS_SUPPORT_RUN_RIG_H

#include "station/run.h"
#include "support/tap.h"
#include "support/wave.h"

enum { SECOND_US = 1000000, FRAME = 7 };

static struct cpr_guideline guideline;
static struct run run;

static inline struct run_plan plan_of(double seconds)
{
    guideline = wave_guideline();
    return (struct run_plan){
        .kind = RUN_TEST, .seconds = seconds, .guideline = &guideline};
}

/* The whole wave, from `zero_us` of the manikin's clock on. */
static inline void feed(const struct wave *wave, int64_t zero_us, struct rng *rng)
{
    struct cpr_sample samples[FRAME];
    double t_s = 0;
    size_t count = 0;
    bool more = true;
    while (more && run.phase != RUN_FINISHED) {
        more = wave_next(wave, rng, &t_s, &samples[count]);
        if (more) {
            samples[count++].t_us += zero_us;
        }
        if (count == FRAME || !more) {
            run_add(&run, samples, count, (int64_t)(t_s * 1e6));
            run_tick(&run, (int64_t)(t_s * 1e6));
            count = 0;
        }
    }
}

#endif
