/* SPDX-License-Identifier: MIT */
/*
 * pose: the poses figures take, as data, and what lies between two of them.
 */
#ifndef KIOSK_PICTURE_POSE_H
#define KIOSK_PICTURE_POSE_H

#include "picture/figure.h"

enum pose {

#define POSE(name, word, ...) POSE_##name,
#include "picture/poses.def"
#undef POSE
    POSE_COUNT
};

/* How far the hands go down from POSE_PRESS_UP to POSE_PRESS_DOWN: 80 mm of a person who
 * stands 500 high and 1670 mm tall. So a drawn chest goes down as far as a real one. */
enum { POSE_PRESS_TRAVEL = 24, POSE_PRESS_TRAVEL_MM = 80, POSE_STANDING_MM = 1670 };

/* Never NULL. */
const struct figure_pose *pose_get(enum pose pose);
const char *pose_name(enum pose pose); /* "press-up" */

/* `part` 0 is a, 1 is b. */
struct figure_pose pose_mix(const struct figure_pose *a, const struct figure_pose *b,
                            double part);

#endif
