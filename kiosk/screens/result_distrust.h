/* SPDX-License-Identifier: MIT */
/*
 * result_distrust: the card in the score's place that says why there is none.
 */
#ifndef KIOSK_SCREENS_RESULT_DISTRUST_H
#define KIOSK_SCREENS_RESULT_DISTRUST_H

#include "ui/ui.h"

struct run_shown;
struct str;

enum { RESULT_DISTRUST_MAX = 1024 };

/* `what` is a struct run_shown. The least height in a column, and the card. */
float result_distrust_h(const void *what, struct ui *ui, float w);
void result_distrust_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* The same as words, for a page that the card is too high for. `title` and `cure` are
 * borrowed from the texts. */
struct result_distrust {
    const char *title, *cure;
    char reasons[RESULT_DISTRUST_MAX];
};

void result_distrust_words(const struct run_shown *shown, struct result_distrust *words);

/* Adds what is to be spoken, a line a sentence. */
void result_distrust_say(const void *what, struct str *out);

#endif
