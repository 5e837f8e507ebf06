/* SPDX-License-Identifier: MIT */
/*
 * choice: what the kinds share where one option is to be chosen. A touch is the answer;
 * "next" waits for it and then goes on.
 */
#ifndef KIOSK_SCREENS_CARDS_CHOICE_H
#define KIOSK_SCREENS_CARDS_CHOICE_H

#include "screens/cards/question.h"

struct choice {
    int option;     /* 1-based; 0: not yet chosen */
    float chosen_s; /* of the screen */
};

/* These fit card_screen. */
void choice_input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event);
bool choice_ready(const struct lesson_card *card, const void *state);
bool choice_answered(const void *state, float *at_s);

/* The question as it stands, without a hint. */
struct question choice_question(const struct lesson_card *card,
                                const struct choice *choice);

#endif
