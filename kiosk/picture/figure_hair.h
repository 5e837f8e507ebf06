/* SPDX-License-Identifier: MIT */
/*
 * figure_hair: the curves heads are drawn with, as data.
 */
#ifndef KIOSK_PICTURE_FIGURE_HAIR_H
#define KIOSK_PICTURE_FIGURE_HAIR_H

#include "picture/figure.h"

/* Curves in a frame where the head's radius is 1 and the face looks towards +x. */
struct figure_curve {
    size_t count;
    struct figure_point points[16];
};

/* What lies over the skull, and what hangs behind it, from the side and the front. */
struct figure_cut {
    struct figure_curve side, side_behind, front, front_behind;
};

/* Never NULL. */
const struct figure_cut *figure_hair_cut(enum figure_hair hair);

#endif
