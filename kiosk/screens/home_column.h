/* SPDX-License-Identifier: MIT */
/*
 * home_column: home's cards and tiles below each other, on as many pages as they need.
 * Private to home.
 *
 *     column.count = column.tile_count = 0;
 *     home_put_today(&column, ui, page, &today);
 *     home_put_tiles(&column, tiles, count, true);
 *     home_lay_out(&column, ui, page, 2);
 */
#ifndef KIOSK_SCREENS_HOME_COLUMN_H
#define KIOSK_SCREENS_HOME_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/home_chips.h"
#include "screens/home_hero.h"
#include "screens/home_tile.h"
#include "screens/home_today.h"
#include "screens/home_topics.h"
#include "screens/pages.h"

struct kiosk;

enum { HOME_BLOCKS_MAX = 12 + HOME_LESSONS_MAX, HOME_ABREAST_MAX = 4 };

/* What stands in one block of the pages. Borrows. */
struct home_entry {
    const struct kiosk *k;
    const struct today *today;
    const struct hero *hero;
    const struct home_chips *chips;
    const struct tile *tiles; /* some side by side */
    size_t count;
    size_t columns; /* of which the last row may fill fewer */
    bool pictured;  /* a little picture at least */
    bool worded;    /* the small words are spoken too */
};

/* It may not be moved: the blocks point to its entries. */
struct home_column {
    struct home_entry entries[HOME_BLOCKS_MAX];
    struct pages_block blocks[HOME_BLOCKS_MAX];
    size_t count;
    const struct tile *tiles; /* in rows, whose blocks stand from `rows_at` on */
    size_t tile_count, rows_at;
    bool tiles_worded;
    struct pages pages;
};

/* As a card; where that is higher than the page as words and a button, which pages may
 * part: what is to be touched first, then what it is. */
void home_put_today(struct home_column *column, struct ui *ui, struct ui_rect page,
                    const struct today *today);
void home_put_hero(struct home_column *column, const struct kiosk *k, struct ui *ui,
                   struct ui_rect page, const struct hero *hero);

/* A heading, which stands with what follows; or quiet words. */
void home_put_heading(struct home_column *column, const char *words);
void home_put_words(struct home_column *column, const char *words);

void home_put_chips(struct home_column *column, const struct home_chips *chips);

/* All tiles, which are borrowed; `worded`: their small words are spoken too. Once. */
void home_put_tiles(struct home_column *column, const struct tile *tiles, size_t count,
                    bool worded);

/* On pages: the tiles with pictures, `most` side by side, up to HOME_ABREAST_MAX; fewer,
 * or without pictures, where no word is to be cut or broken. */
void home_lay_out(struct home_column *column, struct ui *ui, struct ui_rect page,
                  size_t most);

#endif
