/* SPDX-License-Identifier: MIT */
/*
 * depth_curve: readings of a sensor that is not straight, as depths.
 *
 * Taught by a few presses of known depth. Force pads, load cells below a stiffening chest
 * and magnets all bend one way, much as x / (1 - b x) does, which is what a voltage
 * divider makes of a force. So the readings are first straightened by the b that puts the
 * first and the last press on one line from rest; then a monotone cubic (Fritsch and
 * Carlson 1980, with the slopes of Fritsch and Butland 1984) goes through rest and every
 * press. Of the curves tried (tests/unit/test_depth_curve.c prints them) it is the
 * nearest between the presses and beyond the last.
 *
 * Above rest it goes straight on with its first slope. Beyond the last press it goes on
 * with its last slope, over the straightened reading, up to half as deep again: there it
 * stays, for no press has shown what the sensor does.
 */
#ifndef KIOSK_LINK_DEPTH_CURVE_H
#define KIOSK_LINK_DEPTH_CURVE_H

#include <stdbool.h>
#include <stddef.h>

enum { DEPTH_CURVE_POINTS = 8 };

/* A press: what the sensor read, and how deep the chest was. */
struct depth_point {
    double reading, depth_mm;
};

struct depth_curve {
    size_t count; /* of the knots, rest among them; 0: there is no curve */
    double sign;  /* -1: the reading falls when the chest is pressed */
    double bend;  /* b */
    double straight[DEPTH_CURVE_POINTS + 1]; /* readings from rest on, straightened */
    double depth_mm[DEPTH_CURVE_POINTS + 1];
    double slope[DEPTH_CURVE_POINTS + 1]; /* mm in one of `straight` */
};

/*
 * `rest` is the reading of the free chest; at least two points, in any order. False
 * (err_text() names the two that do not fit) when a deeper one does not read further from
 * rest; then there is no curve.
 */
bool depth_curve_make(struct depth_curve *curve, double rest,
                      const struct depth_point *points, size_t count);

/* `away` is how far the reading is from rest, with its sign. Never falls when the chest
 * goes down. */
double depth_curve_mm(const struct depth_curve *curve, double away);

#endif
