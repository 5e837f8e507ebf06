/* SPDX-License-Identifier: MIT */
/*
 * paint: commands to pixels.
 *
 * One opaque buffer, shapes by Cairo, words from text's masks. Whatever is drawn is
 * clipped to the damage and to the command's own box, so that a part drawn anew equals
 * the same part of a whole frame, bit for bit.
 */
#ifndef KIOSK_UI_PAINT_H
#define KIOSK_UI_PAINT_H

#include <stdbool.h>

#include "ui/canvas.h"
#include "ui/text.h"

struct paint;

/* `text` is borrowed. NULL (err_text()) without memory. */
struct paint *paint_create(int width, int height, struct text *text);
void paint_destroy(struct paint *paint); /* NULL is fine */

/* The buffer has a new size afterwards and must be drawn whole. */
bool paint_resize(struct paint *paint, int width, int height);

/* Draws the tiles of the frame that `box` touches. */
void paint_box(struct paint *paint, const struct canvas *canvas, struct canvas_box box);

/* 0x00RRGGBB in native order, `*pitch` pixels a row. */
const uint32_t *paint_pixels(const struct paint *paint, int *pitch);

bool paint_save_png(struct paint *paint, const char *path);

#endif
