/* SPDX-License-Identifier: MIT */
/*
 * pictures: scenes and images as they were drawn last, so that none is made again for
 * every tile it lies in.
 */
#ifndef KIOSK_UI_PICTURES_H
#define KIOSK_UI_PICTURES_H

#include <stdint.h>

#include "ui/canvas.h"

struct _cairo_surface; /* cairo_surface_t */

enum {
    PICTURES = 16,
    /* Of all of them; the one that is asked for may be larger by itself. */
    PICTURES_PX_MAX = 1 << 20,
};

struct picture {
    struct _cairo_surface *surface;
    /* The command whose picture it is, with its payload. */
    unsigned char shown[sizeof(struct canvas_command) + sizeof(struct canvas_scene) + 8];
    uint64_t used;
};

/* Zeroed before its first use. */
struct pictures {
    struct picture all[PICTURES];
    uint64_t clock;
};

void pictures_finish(struct pictures *pictures);

/* The picture of a scene, or an image at the size it has here. A picture that moves takes
 * the place of its last moment, another that of those not asked for for longest. Borrowed
 * until the next call. */
struct _cairo_surface *pictures_get(struct pictures *pictures,
                                    const struct canvas_command *c);

#endif
