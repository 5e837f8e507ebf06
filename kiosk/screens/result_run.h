/* SPDX-License-Identifier: MIT */
/*
 * result_run: the card with the whole run: what was done, every push as a bar,
 * and the way to what instructors look at.
 */
#ifndef KIOSK_SCREENS_RESULT_RUN_H
#define KIOSK_SCREENS_RESULT_RUN_H

#include "ui/ui.h"

struct run_shown;
struct str;

/* `what` is a struct run_shown. The least height in a column, and the card. */
float result_run_h(const void *what, struct ui *ui, float w);
void result_run_draw(const void *what, struct ui *ui, struct ui_rect rect);
/* The way to what instructors look at, where another card has it. */
struct ui_button result_run_evidence(const struct run_shown *shown);

void result_run_say(const void *what, struct str *out);

#endif
