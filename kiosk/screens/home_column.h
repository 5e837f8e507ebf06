/* SPDX-License-Identifier: MIT */
/*
 * home_column: home's invitation and tiles below each other, on as many pages as they
 * need. Private to home.
 *
 *     column.count = 0;
 *     home_put_hero(&column, k);
 *     home_put_tiles(&column, k, tiles, count, 1, false);
 *     pages_lay_out(&column.pages, ui, page, column.blocks, column.count);
 */
#ifndef KIOSK_SCREENS_HOME_COLUMN_H
#define KIOSK_SCREENS_HOME_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/home_topics.h"
#include "screens/pages.h"

struct kiosk;
struct str;

enum { HOME_BLOCKS_MAX = 4 + HOME_LESSONS_MAX };

/* The invitation, or some tiles side by side, in a column of pages. */
struct home_entry {
    const struct kiosk *k;
    const struct tile *tiles;
    size_t count;   /* 0: the invitation */
    bool worded;    /* the small words are spoken too */
    size_t columns; /* of which the last entry may fill fewer */
};

/* It may not be moved: the blocks point to its entries. */
struct home_column {
    struct home_entry entries[HOME_BLOCKS_MAX];
    struct pages_block blocks[HOME_BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

/* The invitation as a card. */
void home_put_hero(struct home_column *column, const struct kiosk *k);
/* ... as words and a button, which pages may part: what is to be touched first, then how
 * it is done. */
void home_put_hero_words(struct home_column *column, const struct kiosk *k,
                         struct ui *ui);
/* A line of quiet words, borrowed. */
void home_put_words(struct home_column *column, const char *words);
/* Rows of tiles, which are borrowed; `worded`: their small words are spoken too. */
void home_put_tiles(struct home_column *column, const struct kiosk *k,
                    const struct tile *tiles, size_t count, size_t columns, bool worded);

void home_say_hero(const struct kiosk *k, struct str *out);

#endif
