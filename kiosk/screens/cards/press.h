/* SPDX-License-Identifier: MIT */
/*
 * press: what the kinds that lead to a run share. "next" starts the run, whose result
 * goes to the lesson; "skip" answers that nothing was measured.
 */
#ifndef KIOSK_SCREENS_CARDS_PRESS_H
#define KIOSK_SCREENS_CARDS_PRESS_H

#include "screens/cards/card.h"
#include "station/run.h"

/* Keys of what is shown where the card has no text, and of the note with {seconds}. */
struct press_words {
    const char *text_key;
    const char *note_key;
};

void press_input(struct kiosk *k, const struct lesson_card *card,
                 const struct ui_event *event, enum run_kind kind);

void press_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct lesson_card *card, const struct press_words *words,
                int page);

void press_say(const struct kiosk *k, const struct lesson_card *card, struct str *out,
               const struct press_words *words);

/* Fits card_screen.next_key. */
const char *press_next_key(const struct lesson_card *card, const void *state);

#endif
