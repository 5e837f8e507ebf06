/* SPDX-License-Identifier: MIT */
/*
 * scale: an image in another size, each of its pixels the mean of what it covers.
 */
#ifndef KIOSK_UI_SCALE_H
#define KIOSK_UI_SCALE_H

#include <stdint.h>

/* 0x00RRGGBB in native order, `pitch` pixels from one row to the next. */
struct scale_from {
    const uint32_t *pixels;
    int width, height, pitch;
};

struct scale_to {
    uint32_t *pixels;
    int width, height, pitch;
};

/* Fills all of `to`, opaque. Both have at least one pixel. */
void scale_image(const struct scale_from *from, const struct scale_to *to);

#endif
