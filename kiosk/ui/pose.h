/* SPDX-License-Identifier: MIT */
/*
 * pose: the poses figures take, as data, and what lies between two of them.
 */
#ifndef KIOSK_UI_POSE_H
#define KIOSK_UI_POSE_H

#include "ui/figure.h"

enum pose {
    POSE_LYING,
    POSE_PRESS_UP,   /* hands on a chest at rest */
    POSE_PRESS_DOWN, /* the same, POSE_PRESS_TRAVEL lower */
    POSE_COUNT
};

/* How far the hands go down from POSE_PRESS_UP to POSE_PRESS_DOWN. */
enum { POSE_PRESS_TRAVEL = 40 };

/* Never NULL. */
const struct figure_pose *pose_get(enum pose pose);

/* `part` 0 is a, 1 is b. */
struct figure_pose pose_mix(const struct figure_pose *a, const struct figure_pose *b,
                            double part);

#endif
