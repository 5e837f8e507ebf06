/* SPDX-License-Identifier: MIT */
/*
 * words: a column of few words, centred in the height: cards that only show text, the end
 * of a lesson.
 */
#ifndef KIOSK_SCREENS_CARDS_WORDS_H
#define KIOSK_SCREENS_CARDS_WORDS_H

#include "screens/cards/card.h"

/* None of the texts is NULL; any may be "". */
struct words {
    enum icon icon;
    const char *title;
    const char *text;
    const char *value; /* very large */
    const char *note;  /* small */
    const char *unit;  /* of the value: beside it, or where that is too narrow below */
};

/* Where that is higher than `rect`, it goes on on further pages. */
void words_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct words *words, int page);

/* For kinds that only show text: "next" goes on. Fits card_screen.input. */
void words_input(struct kiosk *k, const struct lesson_card *card, void *state,
                 const struct ui_event *event);

#endif
