/* SPDX-License-Identifier: MIT */
/*
 * rescuer: a random visitor that presses a chest, what a random sensor reads of it, and
 * the truth.
 *
 * wave.h repeats one push exactly; here every push is its own: depth, lean, period,
 * shape, a push that is only half one, a peak with a dip in it, a hand that shifts in a
 * pause. The chest is a list of turning points joined by warped half cosines, so that it
 * is smooth, the peaks are where they were put, and the time above half depth is the duty
 * cycle that was asked for.
 *
 * Truth is what design calls a compression: a peak of 15 mm or more with 8 mm of way down
 * to it and 8 mm of way back. Both are random, but never within `guard_mm` of these two
 * limits: there noise decides, and no answer is right or wrong.
 */
#ifndef TESTS_SUPPORT_RESCUER_H
#define TESTS_SUPPORT_RESCUER_H

#include <stdbool.h>
#include <stddef.h>

#include "cpr/cpr.h"
#include "support/tap.h"

enum rescuer_kind {
    RESCUER_CLEAN, /* a perfect sensor, 50 to 1000 Hz, even or uneven */
    RESCUER_NOISY, /* noise to 0.5 mm, read in up to whole mm, 5 % lost, lines twice */
    RESCUER_LEANING,
    RESCUER_HALF,     /* touches, half pushes, half releases; noisy as all below */
    RESCUER_DOUBLE,   /* a dip in the peak: one compression or two */
    RESCUER_SHIFTING, /* the zero drifts, and in pauses the hand shifts by 2 to 6 mm */
    RESCUER_ANYHOW,   /* all of this at once */
    RESCUER_KINDS
};

enum {
    RESCUER_KNOTS = 1024,
    RESCUER_PUSHES = 256,
    RESCUER_SAMPLES = 1 << 17,
};

/* A turning point, and the shape of the way to it. */
struct rescuer_knot {
    double t_s, depth_mm;
    double sharp, skew;
};

struct rescuer_truth {
    double t_s, depth_mm;
    double rate_cpm; /* NAN: first of a bout, or something else lay between */
    double within_s; /* half a period: a detection this near is this one */
};

struct rescuer_sensor {
    double hz;
    double uneven;   /* a step is up to this share shorter or longer */
    double loss;     /* share of lines lost, each by itself */
    double twice;    /* share of lines sent twice */
    double noise_mm; /* standard deviation */
    double round_mm; /* reads in steps of this; 0: does not round */
    double drift_mm_s;
};

struct rescuer {
    enum rescuer_kind kind;
    struct rescuer_sensor sensor;
    /* how this one presses */
    double depth_mm, lean_mm, lean_spread_mm;
    double rate_cpm, rate_end_cpm;
    double sharp, skew;
    double shift_mm; /* of the hand, so far */
    double guard_mm;
    /* what came of it */
    int64_t start_us;
    double seconds;
    struct rescuer_knot knots[RESCUER_KNOTS];
    int knot_count;
    struct rescuer_truth truths[RESCUER_PUSHES];
    int truth_count;
};

const char *rescuer_name(enum rescuer_kind kind);

/* Some 10 to 35 s of `bouts` bouts of `pushes` pushes, and the sensor. */
void rescuer_draw(struct rescuer *rescuer, enum rescuer_kind kind, int bouts, int pushes,
                  struct rng *rng);

/* What the sensor says of it all; how many samples of at most `max`. */
size_t rescuer_sense(const struct rescuer *rescuer, struct rng *rng,
                     struct cpr_sample *samples, size_t max);

#endif
