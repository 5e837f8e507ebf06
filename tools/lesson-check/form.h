/* SPDX-License-Identifier: MIT */
/*
 * form: whether a lesson is what visitors stay for (issue of the workshop, point 2).
 *
 * They do or decide something first and are told then; 8 to 12 cards on the longest way,
 * heard in 4 minutes at most; a picture on each card; a reason for each wrong answer. All
 * of it is a warning, and none is told while the lesson has an error.
 */
#ifndef LESSON_CHECK_FORM_H
#define LESSON_CHECK_FORM_H

#include "lesson/walk.h"

struct check;
struct lesson_answer;
struct lesson_card;

/* Of one card at `line`. */
void form_card(struct check *check, const struct lesson_card *card, int line);

/* The seconds that a card is heard for when it is answered so, in the language at hand;
 * of walk_listener, its context a struct check. */
double form_weigh(void *context, const struct lesson_card *card,
                  const struct lesson_answer *answer);

/* Whether its table says how long it takes: the minutes for which its longest way is
 * heard in the language that takes longest, to the nearest one, 2 to 4, or 1. The longest
 * way has a reason for each wrong answer; others are up to a minute shorter. */
void form_minutes(struct check *check, double longest_s);

/* Of the lesson as a whole, when the language at hand has been walked. */
void form_walked(struct check *check, const struct walk_sum *sum);

#endif
