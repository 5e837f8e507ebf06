/* SPDX-License-Identifier: MIT */
/*
 * scene_frame: where in a rect a scene is drawn, and how large.
 */
#ifndef KIOSK_PICTURE_SCENE_FRAME_H
#define KIOSK_PICTURE_SCENE_FRAME_H

#include "picture/scene_table.h"

/* Pixels a unit, and the scene's place at the rect's lower left corner. */
struct scene_frame {
    double scale, left, bottom;
};

/* The box fits in, its bottom low in the rect: people stand on the ground. What is seen
 * close by has none, and is in the middle. `before` is the scene that people come from,
 * `moved` how far, 0 to 1; NULL: none. */
struct scene_frame scene_frame_fit(const struct scene *scene, const struct scene *before,
                                   double moved, double width, double height,
                                   enum scene_ground ground);

#endif
