/* SPDX-License-Identifier: MIT */
/*
 * wave: a chest that is pressed exactly as asked, and what a sensor would read.
 *
 * Pushes are raised cosines (depth = lean + stroke (1 - cos) / 2), so the truth is known:
 * push i of a bout peaks at half of its own period. Rests lie before, between and after
 * bouts. The sensor may be uneven, lose samples, be noisy and round.
 */
#ifndef TESTS_SUPPORT_WAVE_H
#define TESTS_SUPPORT_WAVE_H

#include <math.h>
#include <stdbool.h>

#include "cpr/session.h"
#include "support/tap.h"

enum { WAVE_EVENTS_MAX = 1024 };

struct wave {
    /* the chest */
    double depth_mm, lean_mm, rate_cpm;
    double depth2_mm; /* every second push; 0: as the first */
    double fade_mm_s; /* pushes get shallower */
    double before_s, after_s, pause_s;
    int pushes; /* a bout */
    int bouts;
    double rest_mm; /* where the chest rests in pauses */
    /* the sensor */
    double hz;
    double uneven;   /* a step is up to this share shorter or longer */
    double loss;     /* share of samples lost, each by itself */
    double noise_mm; /* uniform, up to this either way */
    double round_mm; /* reads in steps of this; 0: does not round */
    double drift_mm_s;
    double clip_mm; /* never reads more; 0: no limit */
};

/* A minute of what the guideline asks for, seen by a good sensor. */
static inline struct wave wave_perfect(void)
{
    return (struct wave){
        .depth_mm = 55, .rate_cpm = 110, .pushes = 110, .bouts = 1, .hz = 100};
}

static inline double wave_seconds(const struct wave *wave)
{
    double bout_s = wave->pushes * 60 / wave->rate_cpm;
    return wave->before_s + wave->bouts * bout_s + (wave->bouts - 1) * wave->pause_s +
           wave->after_s;
}

/* Peak of the push-th push of its bout. */
static inline double wave_peak_mm(const struct wave *wave, int push, double t_s)
{
    double depth_mm = wave->depth_mm;
    if (push % 2 == 1 && wave->depth2_mm > 0) {
        depth_mm = wave->depth2_mm;
    }
    return depth_mm - wave->fade_mm_s * t_s;
}

/* The chest itself. */
static inline double wave_chest_mm(const struct wave *wave, double t_s)
{
    double period_s = 60 / wave->rate_cpm;
    double bout_s = wave->pushes * period_s;
    double in_s = t_s - wave->before_s;
    int bout = (int)floor(in_s / (bout_s + wave->pause_s));
    if (in_s < 0 || bout >= wave->bouts) {
        return wave->rest_mm;
    }
    in_s -= bout * (bout_s + wave->pause_s);
    int push = (int)floor(in_s / period_s);
    if (push >= wave->pushes) {
        return wave->rest_mm;
    }
    double phase = in_s / period_s - push;
    double peak_mm = wave_peak_mm(wave, push, t_s);
    return wave->lean_mm +
           (peak_mm - wave->lean_mm) * (1 - cos(2 * 3.14159265358979323846 * phase)) / 2;
}

/* The next sample at or after `*t_s`, which moves on. False when the wave is over. */
static inline bool wave_next(const struct wave *wave, struct rng *rng, double *t_s,
                             struct cpr_sample *sample)
{
    *sample = (struct cpr_sample){.force_n = CPR_NOT_MEASURED,
                                  .volume_ml = CPR_NOT_MEASURED,
                                  .hands = CPR_HANDS_NOT_MEASURED};
    double step_s = 1 / wave->hz;
    double end_s = wave_seconds(wave);
    while (wave->loss > 0 && *t_s < end_s && rng_between(rng, 0, 1) < wave->loss) {
        *t_s += step_s;
        sample->lost++;
    }
    if (*t_s >= end_s) {
        return false;
    }
    sample->t_us = (int64_t)floor(*t_s * 1e6 + 0.5);
    double mm = wave_chest_mm(wave, *t_s) + wave->drift_mm_s * *t_s;
    if (wave->noise_mm > 0) {
        mm += rng_between(rng, -wave->noise_mm, wave->noise_mm);
    }
    if (wave->clip_mm > 0 && mm > wave->clip_mm) {
        mm = wave->clip_mm;
    }
    sample->depth_mm =
        wave->round_mm > 0 ? floor(mm / wave->round_mm + 0.5) * wave->round_mm : mm;
    if (wave->uneven > 0) {
        step_s *= rng_between(rng, 1 - wave->uneven, 1 + wave->uneven);
    }
    *t_s += step_s;
    return true;
}

/* AHA adult, as the shipped file has it: cpr itself knows no guideline. */
static inline struct cpr_guideline wave_guideline(void)
{
    return (struct cpr_guideline){
        .name = "aha-2025/adult",
        .year = 2025,
        .push_least_mm = 15,
        .turn_mm = 8,
        .depth_mm = {50, 60},
        .depth_zero_mm = {30, 75},
        .depth_scored = true,
        .rate_cpm = {100, 120},
        .rate_zero_cpm = {70, 150},
        .release_max_mm = 5,
        .release_floor_mm = 20,
        .pause_max_s = 10,
        .set_of_30_s = {15, 18},
        .breath_ml = {500, 700},
        .breath_s = 1,
        .swap_s = 120,
        .ccf_target = {0.90, 0.70},
        .pass_score = 75,
    };
}

/* cmocka compares floats only. */
static inline void expect_near(double value, double wanted, double within)
{
    if (!(fabs(value - wanted) <= within)) {
        fail_msg("%.6f is not %.6f within %g", value, wanted, within);
    }
}

struct wave_run {
    struct cpr_session session;
    struct cpr_result result;
    struct cpr_compression events[WAVE_EVENTS_MAX];
    int count;
};

static inline void wave_keep(struct wave_run *run, const struct cpr_compression *done)
{
    if (run->count < WAVE_EVENTS_MAX) {
        run->events[run->count] = *done;
    }
    run->count++;
}

/* The whole wave through the session that `run` has been started with. */
static inline void wave_feed(struct wave_run *run, const struct wave *wave,
                             struct rng *rng)
{
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    while (wave_next(wave, rng, &t_s, &sample)) {
        if (cpr_add(&run->session, &sample, &done)) {
            wave_keep(run, &done);
        }
    }
    while (cpr_finish(&run->session, &done)) {
        wave_keep(run, &done);
    }
    cpr_result(&run->session, &run->result);
}

static inline void wave_run(struct wave_run *run, const struct wave *wave,
                            enum cpr_mode mode, struct rng *rng)
{
    struct cpr_guideline guideline = wave_guideline();
    run->count = 0;
    cpr_start(&run->session, &guideline, mode);
    wave_feed(run, wave, rng);
}

#endif
