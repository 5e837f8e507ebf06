/* SPDX-License-Identifier: MIT */
/*
 * robot_press: the robot visitor's hands. It presses a chest as told, and the kiosk's own
 * engine judges it, so that a lesson gets from a robot every figure that it gets from a
 * visitor.
 */
#ifndef KIOSK_LESSON_ROBOT_PRESS_H
#define KIOSK_LESSON_ROBOT_PRESS_H

#include "lesson/lesson.h"

/* How the chest moves: down to `depth_mm` and up again to `lean_mm`. */
struct press {
    double depth_mm, lean_mm;
    double wall_mm;  /* the end of the sensor's range: not to be believed; 0: far away */
    double rate_cpm; /* 0: the visitor does not press at all */
};

/* The answer to a card that asks to press. `guideline` is the one the card names. */
struct lesson_run press_run(const struct press *press,
                            const struct cpr_guideline *guideline,
                            const struct lesson_card *card);

#endif
