/* SPDX-License-Identifier: MIT */
/*
 * result_who: the card that asks who pressed. One tap scores the run anew.
 */
#ifndef KIOSK_SCREENS_RESULT_WHO_H
#define KIOSK_SCREENS_RESULT_WHO_H

#include "ui/ui.h"

struct str;

/* `what` is a struct run_shown. 0: there is no other guideline to choose. */
float result_who_h(const void *what, struct ui *ui, float w);
void result_who_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_who_say(const void *what, struct str *out);

#endif
