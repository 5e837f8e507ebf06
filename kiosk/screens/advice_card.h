/* SPDX-License-Identifier: MIT */
/*
 * advice_card: the one thing to change next time, with how often it was seen.
 */
#ifndef KIOSK_SCREENS_ADVICE_CARD_H
#define KIOSK_SCREENS_ADVICE_CARD_H

#include <stdbool.h>

#include "ui/ui.h"

struct run_shown;
struct str;

enum { ADVICE_CARD_WORDS_MAX = 320 };

struct advice_card {
    enum icon icon;
    enum ui_type type; /* of `words` */
    bool keep;         /* nothing to change */
    const char *key;   /* of `words`, "advice_deeper" */
    const char *words; /* borrowed from the texts */
    char why[ADVICE_CARD_WORDS_MAX];
};

/* For a finished run. */
struct advice_card advice_card_of(const struct run_shown *shown);

/* `what` is a struct advice_card. The least height in a column, and the card. */
float advice_card_h(const void *what, struct ui *ui, float w);
void advice_card_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* Adds what is to be spoken, a line a sentence. */
void advice_card_say(const void *what, struct str *out);

#endif
