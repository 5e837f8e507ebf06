/* SPDX-License-Identifier: MIT */
/*
 * press: the kinds that lead to a run, which are one screen: a row of press.c each.
 * "next" starts the run, whose result goes to the lesson; "skip" answers that nothing was
 * measured.
 */
#ifndef KIOSK_SCREENS_CARDS_PRESS_H
#define KIOSK_SCREENS_CARDS_PRESS_H

#include "screens/cards/card.h"

/* Zeroed until the card is looked back at. */
struct press {
    bool pressed;
    uint32_t count;
    double rate_cpm; /* NAN: not to be told */
};

/* As struct card_screen has them, of a card of one of those kinds. */
void press_input(struct kiosk *k, const struct lesson_card *card, void *state,
                 const struct ui_event *event);
void press_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct lesson_card *card, const void *state, int page);
void press_say(const struct kiosk *k, const struct lesson_card *card, const void *state,
               struct str *out);
bool press_recall(const struct lesson_card *card, void *state,
                  const struct lesson_answer *answer);
const char *press_next_key(const struct lesson_card *card, const void *state);

#endif
