/* SPDX-License-Identifier: MIT */
/*
 * result_score: the card with the score, or the one that says why there is none.
 */
#ifndef KIOSK_SCREENS_RESULT_SCORE_H
#define KIOSK_SCREENS_RESULT_SCORE_H

#include "ui/ui.h"

struct run_shown;
struct str;

/* The ring, whether it was a pass, how it stands beside beginners, by what guideline. */
void result_score_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);

/* Adds what is to be spoken, a line a sentence: the score, and what it is held against.
 * In between comes what to change: who listens wants that before the sources. */
void result_score_say(const struct run_shown *shown, struct str *out);
void result_compared_say(const struct run_shown *shown, struct str *out);
void result_distrust_say(const struct run_shown *shown, struct str *out);

/* Height of the other card at full size, and the card. */
float result_distrust_h(const struct run_shown *shown, struct ui *ui, float w);
void result_distrust_draw(const struct run_shown *shown, struct ui *ui,
                          struct ui_rect rect);

#endif
