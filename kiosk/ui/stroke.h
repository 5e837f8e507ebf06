/* SPDX-License-Identifier: MIT */
/*
 * stroke: how much of each pixel a line covers.
 *
 * A line is the set of points nearer to it than half its width: its caps and joins are
 * round, and a line of one point is a disc. A pixel's share is told from its centre's
 * distance to the nearest stretch alone, so that a part drawn again equals the same part
 * of a whole line, bit for bit. A tenth of what it costs Cairo to stroke a curve of some
 * hundred points and to fill what comes of it.
 */
#ifndef KIOSK_UI_STROKE_H
#define KIOSK_UI_STROKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/canvas.h"
#include "ui/ui.h"

enum {
    STROKE_LANES = 8, /* pixels that are told in one step */
    /* Bytes that the mask of a box of this size needs, at most. */
    STROKE_MASK_BYTES = (CANVAS_TILE_W + STROKE_LANES) * CANVAS_TILE_H,
};

/* Bytes from one row of the mask of `box` to the next. */
int stroke_pitch(struct canvas_box box);

/*
 * Fills `mask` with 0 to 255 for every pixel of `box`, which is no larger than a tile.
 * False, with nothing filled, where the line stays out of the box. Lengths are pixels.
 */
bool stroke_cover(uint8_t *mask, struct canvas_box box, const struct ui_point *points,
                  size_t count, float width);

#endif
