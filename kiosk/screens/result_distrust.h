/* SPDX-License-Identifier: MIT */
/*
 * result_distrust: the card in the score's place that says why there is none.
 */
#ifndef KIOSK_SCREENS_RESULT_DISTRUST_H
#define KIOSK_SCREENS_RESULT_DISTRUST_H

#include "ui/ui.h"

struct str;

/* `what` is a struct run_shown. The least height in a column, and the card. */
float result_distrust_h(const void *what, struct ui *ui, float w);
void result_distrust_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* Adds what is to be spoken, a line a sentence. */
void result_distrust_say(const void *what, struct str *out);

#endif
