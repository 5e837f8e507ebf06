/* SPDX-License-Identifier: MIT */
/*
 * stroke: how much of each pixel a line covers.
 *
 * A line is the set of points nearer to it than half its width: its caps and joins are
 * round, and a line of one point is a disc. A pixel's share is told from its centre's
 * distance to the nearest stretch alone, so that a part drawn again equals the same part
 * of a whole line, bit for bit. A tenth of what it costs Cairo to stroke a curve of some
 * hundred points and to fill what comes of it.
 *
 * What a line costs is its area: only the pixels under it are told and only they are laid
 * (shade_stroke()) and emptied again, however large the box is.
 */
#ifndef KIOSK_UI_STROKE_H
#define KIOSK_UI_STROKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/canvas.h"
#include "ui/ui.h"

enum {
    STROKE_LANES = 4,                            /* pixels that are told in one step */
    STROKE_GROUP = 8,                            /* pixels of one bit of `inked` */
    STROKE_PITCH = CANVAS_TILE_W + STROKE_GROUP, /* a step may begin at the last pixel */
};

/* A tile's. Zeroed before its first use; shade_stroke() leaves it empty. */
struct stroke_mask {
    /* How many pixels deep each pixel's centre lies in the line, half a pixel added: 1
     * and more is covered, 0 is bare. From the box's corner on. */
    float ink[CANVAS_TILE_H][STROKE_PITCH];
    uint64_t inked[CANVAS_TILE_H]; /* a row's groups that may be covered, lowest first */
};

/*
 * Adds to `mask` what the line covers of `box`, which is no larger than a tile; it keeps
 * what other lines put there, until shade_stroke() empties it. False, with nothing added,
 * where the line stays out of the box. Lengths are pixels.
 */
bool stroke_cover(struct stroke_mask *mask, struct canvas_box box,
                  const struct ui_point *points, size_t count, float width);

/* How much STROKE_GROUP pixels are covered, 0 to 255. */
void stroke_read(const float *ink, uint32_t *cover);

#endif
