/* SPDX-License-Identifier: MIT */
/*
 * home_tile: something to touch with a picture, as home and its lists have it. Private to
 * home.
 */
#ifndef KIOSK_SCREENS_HOME_TILE_H
#define KIOSK_SCREENS_HOME_TILE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

/* Between tiles: 5 mm for a finger. */
#define HOME_TILE_GAP 20.0f

/* Borrowed texts; each but the title may be "". */
struct tile {
    const char *id;
    const char *title;
    const char *words; /* quiet, below it */
    const char *note;  /* on the picture, or below where there is none */
    const char *scene; /* the picture; one that is not there: the icon stands for it */
    bool asked;        /* as it is beside a question, so that it gives no answer away */
    enum icon icon;
    enum ui_color tint, ink;
};

/* The least height in a column `w` wide in which its words stand at full size, without a
 * picture, or with a small one. */
float home_tile_h(struct ui *ui, float w, const struct tile *tile, bool pictured);

/* Whether no word of it is broken in a column `w` wide. */
bool home_tile_is_wide_enough(struct ui *ui, float w, const struct tile *tile);

/* Tiles of one size side by side, at most `count`. The pictures take what the longest
 * words leave, so that all are as high; where that is too little there are none. */
void home_tiles_draw(struct ui *ui, const struct ui_rect *rects, const struct tile *tiles,
                     size_t count);

#endif
