/* SPDX-License-Identifier: MIT */
/* result_beside: the one thing to change, and beside it the next course, or the question
 * of the first visit. Private to result. */
#ifndef KIOSK_SCREENS_RESULT_BESIDE_H
#define KIOSK_SCREENS_RESULT_BESIDE_H

#include <stdbool.h>

#include "ui/ui.h"

struct advice_card;
struct kiosk;

/* What a block of pages draws: borrowed. */
struct result_beside {
    const struct kiosk *k;
    const struct advice_card *advice;
    bool course; /* else the question */
};

float result_beside_h(const void *beside, struct ui *ui, float w);
void result_beside_draw(const void *beside, struct ui *ui, struct ui_rect rect);

#endif
