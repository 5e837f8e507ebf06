/* SPDX-License-Identifier: MIT */
/*
 * result_run: the card with the whole run: what was done, and every push as a bar.
 */
#ifndef KIOSK_SCREENS_RESULT_RUN_H
#define KIOSK_SCREENS_RESULT_RUN_H

#include "ui/ui.h"

struct run_shown;

/* Heights: one line with the button beside it, and the same with bars below. */
#define RESULT_RUN_LEAST     124.0f
#define RESULT_RUN_WITH_BARS 216.0f

/* Says and shows as much as there is room for. */
void result_run_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);

#endif
