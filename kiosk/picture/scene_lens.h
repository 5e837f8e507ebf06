/* SPDX-License-Identifier: MIT */
/*
 * scene_lens: a round in which something is seen close by, as scene_hands has its own.
 */
#ifndef KIOSK_PICTURE_SCENE_LENS_H
#define KIOSK_PICTURE_SCENE_LENS_H

#include "picture/figure_path.h"

/* Its ground and its rim, about the origin. */
void scene_lens_draw(struct _cairo *cairo, double radius);

/* What is drawn from now on stays within the rim. */
void scene_lens_clip(struct _cairo *cairo, struct figure_point centre, double radius);

#endif
