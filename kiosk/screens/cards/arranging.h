/* SPDX-License-Identifier: MIT */
/*
 * arranging: what the kinds share where all options are to be given in an order. The last
 * one given can be taken back; "next" waits for all of them, then checks, then goes on.
 */
#ifndef KIOSK_SCREENS_CARDS_ARRANGING_H
#define KIOSK_SCREENS_CARDS_ARRANGING_H

#include "screens/cards/question.h"

struct arranging {
    int placed; /* how many of `order` are given */
    int order[LESSON_OPTIONS_MAX];
    bool checked;
    float checked_s; /* of the screen */
};

/* These fit card_screen. */
void arranging_input(struct kiosk *k, const struct lesson_card *card, void *state,
                     const struct ui_event *event);
bool arranging_goes_on(const struct lesson_card *card, const void *state);
bool arranging_recall(const struct lesson_card *card, void *state,
                      const struct lesson_answer *answer);
bool arranging_ready(const struct lesson_card *card, const void *state);
struct card_told arranging_told(const struct lesson_card *card, const void *state);
const char *arranging_next_key(const struct lesson_card *card, const void *state);

/* The question as it stands, without a hint; in the right order once it is checked.
 * `other_key` are the words above the reason when another order is right. */
struct question arranging_question(const struct lesson_card *card,
                                   const struct arranging *arranging,
                                   const char *other_key);

#endif
