/* SPDX-License-Identifier: MIT */
/*
 * icon: the few signs, drawn as round strokes in a grid of 24 x 24.
 */
#ifndef KIOSK_UI_ICON_H
#define KIOSK_UI_ICON_H

struct _cairo; /* cairo_t */

/* `icon` is an enum ui_icon; UI_ICON_NONE draws nothing. It keeps its shape: the largest
 * square in the middle of the rect is used. */
void icon_draw(struct _cairo *cairo, double x, double y, double width, double height,
               int icon, const double rgba[4]);

#endif
