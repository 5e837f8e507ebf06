/* SPDX-License-Identifier: MIT */
/*
 * round: shapes with round corners, cut into nine pieces.
 *
 * Only the four corners have to be mixed with what they lie on, along an arc; all else is
 * rectangles. Cairo cuts a path at the clip, which moves its edges by some 1/256 of a
 * pixel: so a corner is drawn whole or not at all, and a part drawn again equals the same
 * part of the whole.
 */
#ifndef KIOSK_UI_ROUND_H
#define KIOSK_UI_ROUND_H

#include <stdbool.h>

#include "ui/canvas.h"

struct _cairo;

/* Whether it is one of the kinds that are drawn in pieces. */
bool round_is_cut(const struct canvas_command *c);

/* Whether `clip`, of the command's box, holds a part of a corner. */
bool round_has_corner(const struct canvas_command *c, struct canvas_box clip);

/* Row and column 0 to 2; empty where the shape is too narrow for it. */
struct canvas_box round_piece(const struct canvas_command *c, int row, int column);

/* The path of the whole, `inset` pixels smaller on each side. */
void round_path(struct _cairo *cairo, const struct canvas_command *c, double inset);

/* The path of what lies in `clip`: without a corner Cairo fills a rectangle at once, and
 * in one it has a single arc to walk. */
void round_path_part(struct _cairo *cairo, const struct canvas_command *c,
                     struct canvas_box clip);

#endif
