/* SPDX-License-Identifier: MIT */
/*
 * words: a column of few words, centred in the height: cards that only show text, the end
 * of a lesson.
 */
#ifndef KIOSK_SCREENS_CARDS_WORDS_H
#define KIOSK_SCREENS_CARDS_WORDS_H

#include "screens/cards/card.h"
#include "screens/pages.h"

/* None of the texts is NULL; any may be "". */
struct words {
    enum icon icon;
    const char *title;
    const char *text;
    const char *value; /* very large */
    const char *note;  /* small */
    const char *unit;  /* of the value: beside it, or where that is too narrow below */
};

enum { WORDS_MORE_MAX = 2, WORDS_BLOCKS_MAX = 5 + WORDS_MORE_MAX };

/* It may not be moved. */
struct words_laid {
    struct pages_block blocks[WORDS_BLOCKS_MAX];
    struct pages pages;
};

/* Where that is higher than `rect`, it goes on on further pages. `more` are blocks that
 * stand below the words, at most WORDS_MORE_MAX. Borrows what the blocks do. */
void words_lay_out(struct words_laid *laid, struct ui *ui, struct ui_rect rect,
                   const struct words *words, const struct pages_block *more,
                   size_t more_count);

/* One page of them, laid out in `rect`. */
void words_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct words *words, int page);

/* For kinds that only show text: "next" goes on. Fits card_screen.input. */
void words_input(struct kiosk *k, const struct lesson_card *card, void *state,
                 const struct ui_event *event);

#endif
