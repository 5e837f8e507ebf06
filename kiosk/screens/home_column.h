/* SPDX-License-Identifier: MIT */
/*
 * home_column: home's cards and tiles below each other, on as many pages as they need.
 * Private to home.
 *
 *     column.count = 0;
 *     home_put_today(&column, ui, page, &today);
 *     home_put_tiles(&column, tiles, count, 2, true);
 *     pages_lay_out(&column.pages, ui, page, column.blocks, column.count);
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

/* Rows of tiles, pictured where the rows of one are no higher than the page. */
void home_put_tiles(struct home_column *column, const struct tile *tiles, size_t count,
                    size_t columns, bool pictured, bool worded);

/* How many tiles have room side by side on a page, at most `most`, up to
 * HOME_ABREAST_MAX: with pictures, and with none of their words broken. */
size_t home_tiles_abreast(struct ui *ui, struct ui_rect page, const struct tile *tiles,
                          size_t count, size_t most);

#endif
