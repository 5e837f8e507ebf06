/* SPDX-License-Identifier: MIT */
/*
 * figure_head: the head of a figure. No mouth, a dot for an eye, hair of one curve.
 */
#ifndef KIOSK_PICTURE_FIGURE_HEAD_H
#define KIOSK_PICTURE_FIGURE_HEAD_H

#include "picture/figure.h"

/* Half the height of a grown person's head. */
enum { FIGURE_HEAD = 43 };

/* Hair that hangs behind neck and shoulders: before the trunk is drawn. */
void figure_head_draw_behind(struct _cairo *cairo, const struct figure_style *style,
                             const struct figure_pose *pose);
void figure_head_draw(struct _cairo *cairo, const struct figure_style *style,
                      const struct figure_pose *pose);

#endif
