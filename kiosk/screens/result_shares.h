/* SPDX-License-Identifier: MIT */
/*
 * result_shares: how many of the pushes were right by depth, rate and release, a card
 * each. 0 % is told to nobody: there stands what was done, and where to.
 */
#ifndef KIOSK_SCREENS_RESULT_SHARES_H
#define KIOSK_SCREENS_RESULT_SHARES_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

struct run_shown;

enum { RESULT_SHARES = 3 };

/* Whether they have room side by side. */
bool result_shares_beside(struct ui *ui, float w);

/* All three side by side. `what` is a struct run_shown. */
float result_shares_h(const void *what, struct ui *ui, float w);
void result_shares_draw(const void *what, struct ui *ui, struct ui_rect rect);

/* One of them. `what` is a struct result_share. */
struct result_share {
    const struct run_shown *shown;
    size_t index; /* below RESULT_SHARES */
};

float result_share_h(const void *what, struct ui *ui, float w);
void result_share_draw(const void *what, struct ui *ui, struct ui_rect rect);

#endif
