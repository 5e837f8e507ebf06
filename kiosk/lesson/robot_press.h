/* SPDX-License-Identifier: MIT */
/*
 * robot_press: the robot visitor presses a chest well, or with one thing wrong, and the
 * kiosk's own engine judges it, so that a lesson gets from a robot every figure that it
 * gets from a visitor.
 */
#ifndef KIOSK_LESSON_ROBOT_PRESS_H
#define KIOSK_LESSON_ROBOT_PRESS_H

#include "conf/conf.h"
#include "lesson/lesson.h"

enum { ROBOT_MANNERS = 9 };

/* How the robot answered, for a finding: keys of texts in scripts/check/. */
struct robot_manner {
    const char *name; /* "manner_slow" */
    const char *hint; /* what a lesson has to ask for before it compares; NULL: nothing */
};

/* What came of each manner, since most ways lead past the same card again. Zeroed for
 * nothing yet. */
struct robot_runs {
    const struct cpr_guideline *guideline; /* NULL: none yet */
    double seconds;
    bool breaths;
    struct lesson_run runs[ROBOT_MANNERS];
};

/* Of 0 .. ROBOT_MANNERS - 1. */
const struct robot_manner *robot_manner(size_t manner);

/* The answer to a card that asks to press, by the guideline that it names; by the first
 * of `guidelines` when it names none that is there, as the kiosk does. */
const struct lesson_run *robot_press(struct robot_runs *runs,
                                     const struct conf_guidelines *guidelines,
                                     const struct lesson_card *card, size_t manner);

#endif
