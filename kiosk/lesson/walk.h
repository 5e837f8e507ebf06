/* SPDX-License-Identifier: MIT */
/*
 * walk: a robot visitor that goes every way there is through a lesson.
 *
 * Every card is answered in every way. There is no stepping back in a running script, so
 * each other way starts again from the first card. Ways that come to the same state
 * (lesson_fingerprint) go on together: the work grows with the states, not with the ways.
 */
#ifndef KIOSK_LESSON_WALK_H
#define KIOSK_LESSON_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/conf.h"
#include "lesson/lesson.h"
#include "lesson/robot.h"

enum {
    WALK_LAST = 3, /* how many of the last cards walk_end gets */
};

/* Why a walk is given up. */
enum walk_reason {
    WALK_MANY_STATES, /* more than 4000: something is counted without end */
    WALK_MANY_CARDS,  /* more than 300 on one way: a loop that does not end */
    WALK_TWO_WAYS,    /* the same answers led elsewhere: pairs() has no fixed order */
};

/* What the walk reports; `context` comes first in each call. */
struct walk_listener {
    void *context;
    /* Of lesson.lua, by number: those that run are marked. NULL: nobody asks. */
    bool *lines;
    size_t line_count;
    /* A state not seen before; `lesson` waits. */
    void (*card)(void *context, struct lesson *lesson, const struct lesson_card *card);
    /* Whoever wants to know what leads where: a card is come to, seen before or not; a
     * card is answered, and the next that is come to, or the end, is where that leads.
     * `manner` as below. NULL: nobody asks. */
    void (*comes)(void *context, const struct lesson_card *card);
    void (*answers)(void *context, const struct lesson_card *card,
                    const struct lesson_answer *answer,
                    const struct robot_manner *manner);
    /* Of the same state, with what was answered before it: true ends the walk. NULL:
     * nothing does. */
    bool (*stop)(void *context, const struct lesson_card *card,
                 const struct lesson_answer *answers, size_t count);
    /* A way to the end, by its number of cards, and whether one of the last WALK_LAST
     * named 120; `line` is of the last card, 0 when there was none. */
    void (*end)(void *context, int cards, bool named_120, int line);
    /* A way that failed, and the lesson that says how. `manner` says how the robot
     * answered last, as far as that can be put in words, else it is NULL. */
    void (*failed)(void *context, const struct lesson *lesson,
                   const struct robot_manner *manner);
    /* The walk was given up at this line. */
    void (*gave_up)(void *context, int line, enum walk_reason why);
    /* What an answer to a card weighs, such as the seconds it is heard for. NULL:
     * nothing. */
    double (*weigh)(void *context, const struct lesson_card *card,
                    const struct lesson_answer *answer);
};

struct walk_sum {
    size_t states;
    size_t ways;
    /* On the longest way to the end, and on the one that weighs most; 0 when none gets
     * there. Of a quiz as many questions as a visitor is asked, each weighing what the
     * bank does on average. */
    int cards;
    double weight;
};

struct walk;

/* The same in slices, for who has other things to do: one way at a time. All that is
 * given is borrowed until walk_end(). */
struct walk *walk_begin(const char *folder, const char *lang,
                        const struct conf_guidelines *guidelines,
                        const struct walk_listener *listener);

/* False when there was none left to go. */
bool walk_go(struct walk *walk);

/* Frees it; what it has come to so far. */
struct walk_sum walk_end(struct walk *walk);

/* `guidelines`, at least one, judge the robot's pressing. */
struct walk_sum walk_lesson(const char *folder, const char *lang,
                            const struct conf_guidelines *guidelines,
                            const struct walk_listener *listener);

#endif
