/* SPDX-License-Identifier: MIT */
/*
 * pose: the poses figures take, as data, and what lies between two of them.
 */
#ifndef KIOSK_PICTURE_POSE_H
#define KIOSK_PICTURE_POSE_H

#include "picture/figure.h"

enum pose {
    POSE_LYING,      /* on the back, head to the left, the breastbone over x = 9 */
    POSE_PRESS_UP,   /* hands on a chest at rest */
    POSE_PRESS_DOWN, /* the same, POSE_PRESS_TRAVEL lower */
    POSE_READY,      /* kneels, hands above the chest: the next to press */
    POSE_READY_EAGER,
    POSE_TAP_UP, /* leans over the shoulders, hands raised */
    POSE_TAP_DOWN,
    POSE_CALL, /* kneels, a hand on the shoulder, listens to the telephone */
    POSE_CALL_TALK,
    POSE_WATCH, /* kneels and bends down to see whether the chest moves */
    POSE_WATCH_LOW,
    POSE_LOOK_LEFT, /* stands and looks around, a hand over the eyes */
    POSE_LOOK_RIGHT,
    POSE_RUN_LEFT, /* four moments of one step, in their order */
    POSE_RUN_LEFT_PASS,
    POSE_RUN_RIGHT,
    POSE_RUN_RIGHT_PASS,
    POSE_PROPPED, /* half lying, leaning on something */
    POSE_SIT_GROUND,
    POSE_GIVE, /* kneels on one knee and holds a cup to a mouth */
    POSE_GIVE_HIGH,
    POSE_CARRY, /* stands, holds something with both hands */
    POSE_WRITE,
    POSE_WRITE_ON,
    POSE_SIT,      /* at a table, from the side */
    POSE_SIT_TALK, /* with a hand raised */
    POSE_SEATED,   /* at a table, from the front; only what is above it */
    POSE_SEATED_TALK,
    POSE_STAND, /* from the front */
    POSE_WAVE_LEFT,
    POSE_WAVE_RIGHT,
    POSE_BOTH_UP,
    POSE_BOTH_HIGH,
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
