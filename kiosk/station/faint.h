/* SPDX-License-Identifier: MIT */
/*
 * faint: pushes that are too light for the guideline, and come in rhythm all the same:
 * a small child presses with all its weight and reaches a centimetre.
 *
 * One touch, or some without rhythm, is a hand that is laid on. A zeroed one has felt
 * nothing.
 */
#ifndef KIOSK_STATION_FAINT_H
#define KIOSK_STATION_FAINT_H

#include <stdbool.h>
#include <stdint.h>

struct faint {
    bool is_down;
    double low_mm, high_mm; /* since the last turn */
    int64_t last_us;        /* the last touch */
    int count;              /* in rhythm, with it */
};

/* So many in a row are somebody who presses. */
enum { FAINT_ENOUGH = 3 };

/* The next depth that is believed. `push_least_mm`: what is as deep is a push, and begins
 * the count anew. True once for each touch from the third on. */
bool faint_add(struct faint *faint, int64_t t_us, double depth_mm, double push_least_mm);

#endif
