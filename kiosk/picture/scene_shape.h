/* SPDX-License-Identifier: MIT */
/*
 * scene_shape: things in pictures as rows of plain shapes.
 */
#ifndef KIOSK_PICTURE_SCENE_SHAPE_H
#define KIOSK_PICTURE_SCENE_SHAPE_H

#include <stddef.h>
#include <stdint.h>

struct _cairo;

/* What the numbers of a shape mean. Degrees count from the right, against the clock. */
enum scene_shape_kind {
    SHAPE_RECT,    /* x y (lower left) width height corner */
    SHAPE_ELLIPSE, /* x y radius_x radius_y */
    SHAPE_LINE,    /* x y x y width */
    SHAPE_ARC,     /* x y radius from to width */
    SHAPE_THREE,   /* corners: x y x y x y */
    SHAPE_FOUR,    /* corners: x y x y x y x y */
    SHAPE_HEART,   /* x y (its middle) half its width */
    SHAPE_GRID,    /* x y (lower left) columns rows step_x step_y width height: windows */
};

struct scene_shape {
    enum scene_shape_kind kind;
    uint32_t rgb;
    float alpha; /* 0 stands for 1 */
    float n[8];
};

void scene_shape_draw(struct _cairo *cairo, const struct scene_shape *shapes,
                      size_t count);

#endif
