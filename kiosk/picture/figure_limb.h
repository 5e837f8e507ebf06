/* SPDX-License-Identifier: MIT */
/*
 * figure_limb: arms and legs with what is worn on them.
 */
#ifndef KIOSK_PICTURE_FIGURE_LIMB_H
#define KIOSK_PICTURE_FIGURE_LIMB_H

#include "picture/figure.h"

void figure_limb_draw_arm(struct _cairo *cairo, const struct figure_style *style,
                          const struct figure_pose *pose, enum figure_side side);
void figure_limb_draw_leg(struct _cairo *cairo, const struct figure_style *style,
                          const struct figure_pose *pose, enum figure_side side);
/* Also drawn by figure_limb_draw_arm(). */
void figure_limb_draw_hand(struct _cairo *cairo, const struct figure_style *style,
                           const struct figure_pose *pose, enum figure_side side);
/* Over both legs. */
void figure_limb_draw_skirt(struct _cairo *cairo, const struct figure_style *style,
                            const struct figure_pose *pose);

#endif
