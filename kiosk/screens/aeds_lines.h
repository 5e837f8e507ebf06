/* SPDX-License-Identifier: MIT */
/* aeds_lines: streets and rivers, as far as they run through the map. Private to aeds. */
#ifndef KIOSK_SCREENS_AEDS_LINES_H
#define KIOSK_SCREENS_AEDS_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

/* Cuts the way from `a` to `b` off at the rect's edges. False: none of it is inside. */
bool aeds_lines_clip(struct ui_rect rect, struct ui_point *a, struct ui_point *b);

void aeds_lines_draw(struct ui *ui, struct ui_rect rect, const struct ui_point *points,
                     size_t count, float width, enum ui_color color);

#endif
