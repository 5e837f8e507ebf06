/* SPDX-License-Identifier: MIT */
/*
 * question: a lesson's card with options to touch: choose one, put in order, match.
 *
 * A wrong answer is no fault of anybody: the right one is shown with its reason, in calm
 * colours. Nothing moves when the answer is explained, unless large text needs the room.
 */
#ifndef KIOSK_SCREENS_QUESTION_H
#define KIOSK_SCREENS_QUESTION_H

#include <stdbool.h>

#include "lesson/lesson.h"
#include "ui/ui.h"

struct kiosk;

/* What the visitor has done with the card; zeroed for a new one. */
struct question {
    int choice; /* 1-based; 0: not yet */
    int placed; /* order and match: how many of `order` are given */
    int order[LESSON_OPTIONS_MAX];
    bool checked; /* the answer stands and is explained */
};

/* Whether the card is one. */
bool question_is(const struct lesson_card *card);

/* The visitor touched option `index` (1-based). */
void question_tap(const struct lesson_card *card, struct question *question, int index);

/* Whether there is something for "next" to do: to check an order, or to go on. */
bool question_ready(const struct lesson_card *card, const struct question *question);

/* Whether "next" checks an order that is not checked yet, rather than going on. */
bool question_checks(const struct lesson_card *card, const struct question *question);

/* Options are called "option-1"... */
void question_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                   const struct lesson_card *card, const struct question *question);

#endif
