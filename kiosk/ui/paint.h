/* SPDX-License-Identifier: MIT */
/*
 * paint: commands to pixels.
 *
 * One opaque buffer, shapes by Cairo, words from text's masks. Whatever is drawn is
 * clipped to the damage and to the command's own box, so that a part drawn again equals
 * the same part of a whole frame, bit for bit.
 */
#ifndef KIOSK_UI_PAINT_H
#define KIOSK_UI_PAINT_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text.h"
#include "ui/canvas.h"

struct paint;

/* 0x00RRGGBB in native order, `pitch` pixels from one row to the next. */
struct paint_target {
    uint32_t *pixels;
    int width, height, pitch;
};

/* `text` is borrowed. NULL (err_text()) without memory. */
struct paint *paint_create(struct text *text);
void paint_destroy(struct paint *paint); /* NULL is fine */

/*
 * Where to draw from now on: into borrowed pixels, or with NULL for pixels into a buffer
 * of paint's own. True in `*fresh` when that is another place than before: it must be
 * drawn whole. False (err_text()) without memory.
 */
bool paint_aim(struct paint *paint, struct paint_target target, bool *fresh);

/* Draws what of the frame lies in `box`, tile by tile. */
void paint_box(struct paint *paint, const struct canvas *canvas, struct canvas_box box);

struct paint_target paint_target(const struct paint *paint);

bool paint_save_png(struct paint *paint, const char *path);

#endif
