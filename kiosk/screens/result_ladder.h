/* SPDX-License-Identifier: MIT */
/*
 * result_ladder: a child's depth, as the way to 5 cm and never as a mark.
 *
 * `what` is a struct run_shown. A height of 0: there is no ladder, since depth is scored.
 */
#ifndef KIOSK_SCREENS_RESULT_LADDER_H
#define KIOSK_SCREENS_RESULT_LADDER_H

#include "ui/ui.h"

struct str;

float result_ladder_h(const void *what, struct ui *ui, float w);
void result_ladder_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* The same, with what result_turns_draw() says below it, and by what guideline. */
float result_ladder_turns_h(const void *what, struct ui *ui, float w);
void result_ladder_turns_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_ladder_say(const void *what, struct str *out);

/* That strength comes with the years, and that two take turns. */
float result_turns_h(const void *what, struct ui *ui, float w);
void result_turns_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_turns_say(const void *what, struct str *out);

#endif
