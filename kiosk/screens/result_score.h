/* SPDX-License-Identifier: MIT */
/*
 * result_score: the card with the score: the ring, whether it was a pass, how it stands
 * beside beginners, by what guideline.
 */
#ifndef KIOSK_SCREENS_RESULT_SCORE_H
#define KIOSK_SCREENS_RESULT_SCORE_H

#include <stddef.h>

#include "ui/ui.h"

struct run_shown;
struct str;

/* `what` is a struct run_shown. The least height in a column, and the card. */
float result_score_h(const void *what, struct ui *ui, float w);
void result_score_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* The same without the guideline, which then stands as a line of its own: a card is no
 * higher than a page. */
float result_score_bare_h(const void *what, struct ui *ui, float w);
void result_score_bare_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_score_bare_say(const void *what, struct str *out);
void result_score_source(const struct run_shown *shown, char *out, size_t size);

/* The bare one with the way to what instructors look at beside it, where no card of the
 * run has it. */
float result_score_evidence_h(const void *what, struct ui *ui, float w);
void result_score_evidence_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* Adds what is to be spoken, a line a sentence: the score, and what it is held against.
 * In between comes what to change: who listens wants that before the sources. */
void result_score_say(const struct run_shown *shown, struct str *out);
void result_compared_say(const struct run_shown *shown, struct str *out);

#endif
