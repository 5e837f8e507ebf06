/* SPDX-License-Identifier: MIT */
/*
 * robot: a visitor that can answer every card, in each of the ways its kind knows.
 *
 *     struct robot robot = {.guidelines = &guidelines};
 *     for (size_t way = 0; way < robot_ways(card); way++) {
 *         struct lesson_answer answer;
 *         robot_answer(&robot, card, way, &answer);
 *     }
 */
#ifndef KIOSK_LESSON_ROBOT_H
#define KIOSK_LESSON_ROBOT_H

#include "conf/conf.h"
#include "lesson/lesson.h"
#include "lesson/robot_press.h"

struct robot {
    /* Borrowed, one at least: what its pressing is judged by. */
    const struct conf_guidelines *guidelines;
    struct robot_runs runs; /* pressed before; zero to begin with */
};

/* One at least. */
size_t robot_ways(const struct lesson_card *card);

/* The answer of way 0 .. robot_ways() - 1; it fits the card. Returns its manner where
 * a finding should name it, else NULL. */
const struct robot_manner *robot_answer(struct robot *robot,
                                        const struct lesson_card *card, size_t way,
                                        struct lesson_answer *answer);

#endif
