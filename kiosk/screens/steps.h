/* SPDX-License-Identifier: MIT */
/*
 * steps: a value from none to a few steps, as two buttons with dots between them.
 */
#ifndef KIOSK_SCREENS_STEPS_H
#define KIOSK_SCREENS_STEPS_H

#include <stdbool.h>

#include "ui/ui.h"

/* All borrowed. */
struct steps {
    const char *id;          /* of the buttons, with "-less" and "-more" behind */
    const char *less, *more; /* what the buttons say to who cannot see them */
    int value, most;         /* 0 to `most` */
};

/* The least width it takes; it is as high as a button. */
float steps_w(struct ui *ui, int most);

void steps_draw(struct ui *ui, struct ui_rect rect, const struct steps *steps);

/* The value that a touch brings; below 0: it is not one of these buttons. */
int steps_touched(const struct steps *steps, const struct ui_event *event);

#endif
