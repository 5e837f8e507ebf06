/* SPDX-License-Identifier: MIT */
/*
 * choice: what the kinds share where one option is to be chosen. A touch is the answer;
 * "next" waits for it and then goes on. A wrong option that brings a reason or an act of
 * its own is told first; "next" then shows what is right, and so does time where the
 * picture shows the act: nobody has to know that there is more to come.
 */
#ifndef KIOSK_SCREENS_CARDS_CHOICE_H
#define KIOSK_SCREENS_CARDS_CHOICE_H

#include "screens/cards/question.h"

struct choice {
    int option;     /* 1-based; 0: not yet chosen */
    float chosen_s; /* of the screen */
    bool seen;      /* why it is not right; false where there is nothing to see */
    float seen_s;
};

/* These fit card_screen. */
void choice_input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event);
bool choice_ready(const struct lesson_card *card, const void *state);
struct card_told choice_told(const struct lesson_card *card, const void *state);
bool choice_recall(const struct lesson_card *card, void *state,
                   const struct lesson_answer *answer);
bool choice_goes_on(const struct lesson_card *card, const void *state);
void choice_tick(struct kiosk *k, const struct lesson_card *card, void *state);
const char *choice_next_key(const struct lesson_card *card, const void *state);

/* The question as it stands, without a hint. */
struct question choice_question(const struct lesson_card *card,
                                const struct choice *choice);

#endif
