/* SPDX-License-Identifier: MIT */
/*
 * chest: a manikin's chest with a slide potentiometer: depth to voltage, with the noise
 * of a cheap one. It is pressed by a learner or a recorded wave.
 */
#ifndef TOOLS_MANIKIN_SIM_CHEST_H
#define TOOLS_MANIKIN_SIM_CHEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "manikin-sim/learner.h"

struct board;

struct chest_point {
    int64_t t_us;
    double depth_mm;
};

struct chest {
    struct learner learner;
    struct chest_point *wave; /* NULL: the learner presses */
    size_t wave_count;
    size_t wave_at;
    uint64_t random;
    int64_t wander_until_us;
    double wander_mm;
};

void chest_init(struct chest *chest);
void chest_finish(struct chest *chest);

/* A recording (link/recording.h) instead of a learner. False: err_text() says why. */
bool chest_load_wave(struct chest *chest, const char *path);

/* `t_us` never goes back. A wave begins at 0 and stays at its last depth. */
double chest_depth_mm(struct chest *chest, int64_t t_us);

/* Nothing more will move. */
bool chest_is_done(const struct chest *chest, int64_t t_us);

/* The wiper's voltage at a depth: 0.5 V at rest, 50 mV a millimetre, and noise. */
int chest_mv(struct chest *chest, double depth_mm, int64_t t_us);

/* What the converter makes of that voltage, without noise, where its reference is 5 V. */
double chest_reading(double depth_mm);

/* What a technician would have saved: this chest's zero and span, and the serial. */
void chest_calibrate(struct board *board);

#endif
