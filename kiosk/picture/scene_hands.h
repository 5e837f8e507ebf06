/* SPDX-License-Identifier: MIT */
/*
 * scene_hands: the close view of two hands on the centre of a chest, seen from above.
 */
#ifndef KIOSK_PICTURE_SCENE_HANDS_H
#define KIOSK_PICTURE_SCENE_HANDS_H

#include "picture/figure.h"
#include "picture/figure_path.h"

/* Its round frame has this radius, with its middle at the origin; y up. */
enum { SCENE_HANDS_RADIUS = 216 };

/* The hands of `helper` on `lying`. `pulse` 0 to 1: how wide the mark around the place
 * is. `away` 0: the heel of the hand lies on the lower half of the breastbone, which
 * shines through the shirt; 1: the hands are off every place and nothing is marked. They
 * come to lie that far `off` the right place; where that is not {0, 0}, the place stays
 * without its mark. */
void scene_hands_draw(struct _cairo *cairo, const struct figure_style *helper,
                      const struct figure_style *lying, double pulse, double away,
                      struct figure_point off);

#endif
