/* SPDX-License-Identifier: MIT */
/*
 * result_pushes: the best and the worst pushes of a run, each as a bar with its reason.
 *
 * `what` is a struct run_shown. A height of 0: there is none to be shown.
 */
#ifndef KIOSK_SCREENS_RESULT_PUSHES_H
#define KIOSK_SCREENS_RESULT_PUSHES_H

#include "ui/ui.h"

struct str;

float result_best_h(const void *what, struct ui *ui, float w);
void result_best_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_best_say(const void *what, struct str *out);

float result_worst_h(const void *what, struct ui *ui, float w);
void result_worst_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_worst_say(const void *what, struct str *out);

/* The two side by side, or the one that there is. */
float result_pushes_h(const void *what, struct ui *ui, float w);
void result_pushes_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_pushes_say(const void *what, struct str *out);

#endif
