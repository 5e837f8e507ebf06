/* SPDX-License-Identifier: MIT */
/*
 * shade: the one soft shadow and the gradient.
 *
 * A shadow, which is expensive to make, is blurred once for a radius and stretched to any
 * size. A gradient is computed where it is seen, and nothing of it is kept: over a whole
 * screen of 4K that would be 33 MB. It has ordered dithering, since two similar colours
 * over a whole card would show bands.
 */
#ifndef KIOSK_UI_SHADE_H
#define KIOSK_UI_SHADE_H

#include <stdint.h>

#include "ui/canvas.h"
#include "ui/stroke.h"

/* Ink: a grey mask in rows of `pitch` bytes over 32-bit pixels in rows of `pitch`. */
struct shade_target {
    uint32_t *pixels;
    int pitch; /* pixels from one row to the next */
};

/* Mixes `color` into a pixel; `alpha` 0 to 255 on top of the colour's own. */
uint32_t shade_mix(uint32_t pixel, uint32_t color, uint32_t alpha);

/* Lays `mask` (w * h bytes, its corner at x, y) in `color`, only inside `clip`. */
void shade_mask(struct shade_target target, struct canvas_box clip,
                struct canvas_box place, const uint8_t *mask, uint32_t color);

/* Lays in `color` what stroke_cover() filled for `box`, which lies in the target, and
 * empties it. */
void shade_stroke(struct shade_target target, struct canvas_box box,
                  struct stroke_mask *mask, uint32_t color);

struct shade;

/* NULL (err_text()) without memory. */
struct shade *shade_create(void);
void shade_destroy(struct shade *shade);

/* How far a shadow of this blur reaches beyond its rect. */
int shade_reach(int blur);

/* The shadow of a rounded rect; what lies well inside the rect is left alone. */
void shade_shadow(struct shade *shade, struct shade_target target, struct canvas_box clip,
                  const struct canvas_command *command);

/* `box` of a gradient, top left light, bottom right deep, into rows of `to.pitch` pixels
 * that begin with its corner. Opaque. */
void shade_gradient(struct shade_target to, struct canvas_box box,
                    const struct canvas_command *command);

#endif
