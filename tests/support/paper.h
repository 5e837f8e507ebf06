/* SPDX-License-Identifier: MIT */
/*
 * paper: a picture in memory with a margin, to see what was drawn, and where.
 */
#ifndef TESTS_SUPPORT_PAPER_H
#define TESTS_SUPPORT_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cairo.h>

#include "support/tap.h"

enum { WIDTH = 240, HEIGHT = 180, MARGIN = 12 };

static const uint32_t paper = 0xFFFF00FF;

/* A picture with a margin of `paper` on all sides; the scene's origin is inside it. */
struct canvas {
    cairo_surface_t *surface;
    cairo_t *cairo;
    int width, height;
};

static inline struct canvas canvas_begin(int width, int height)
{
    struct canvas canvas = {.width = width + 2 * MARGIN, .height = height + 2 * MARGIN};
    canvas.surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, canvas.width, canvas.height);
    canvas.cairo = cairo_create(canvas.surface);
    cairo_set_source_rgb(canvas.cairo, 1, 0, 1);
    cairo_paint(canvas.cairo);
    cairo_translate(canvas.cairo, MARGIN, MARGIN);
    return canvas;
}

static inline void canvas_end(struct canvas *canvas)
{
    assert_int_equal(cairo_status(canvas->cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(canvas->cairo);
    cairo_surface_destroy(canvas->surface);
}

static inline uint32_t pixel(const struct canvas *canvas, int x, int y)
{
    cairo_surface_flush(canvas->surface);
    const unsigned char *row =
        cairo_image_surface_get_data(canvas->surface) +
        (ptrdiff_t)cairo_image_surface_get_stride(canvas->surface) * y;
    uint32_t value;
    memcpy(&value, row + (ptrdiff_t)x * 4, sizeof value);
    return value;
}

static inline bool in_margin(const struct canvas *canvas, int x, int y)
{
    return x < MARGIN || y < MARGIN || x >= canvas->width - MARGIN ||
           y >= canvas->height - MARGIN;
}

/* Pixels that are not paper any more, in the margin or inside it. */
static inline int drawn(const struct canvas *canvas, bool margin)
{
    int count = 0;
    for (int y = 0; y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++) {
            count += in_margin(canvas, x, y) == margin && pixel(canvas, x, y) != paper;
        }
    }
    return count;
}

/* Pixels drawn along one side of the rect: 0 left, 1 right, 2 top, 3 bottom. */
static inline int touched(const struct canvas *canvas, int side)
{
    int left = MARGIN;
    int top = MARGIN;
    int right = canvas->width - MARGIN - 1;
    int bottom = canvas->height - MARGIN - 1;
    int count = 0;
    for (int i = 0; i <= (side < 2 ? bottom - top : right - left); i++) {
        int x = side == 0 ? left : side == 1 ? right : left + i;
        int y = side == 2 ? top : side == 3 ? bottom : top + i;
        count += pixel(canvas, x, y) != paper;
    }
    return count;
}

/* Pixels in which two pictures of one size differ, within [x0, x1) x [y0, y1). */
static inline int differing(const struct canvas *a, const struct canvas *b, int x0,
                            int y0, int x1, int y1)
{
    int count = 0;
    for (int y = y0; y < y1; y++) {
        for (int x = x0; x < x1; x++) {
            count += pixel(a, x, y) != pixel(b, x, y);
        }
    }
    return count;
}

#endif
