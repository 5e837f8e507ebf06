/* SPDX-License-Identifier: MIT */
/*
 * chrome: what the screens share: the page, cutting it up, and the bar at its foot.
 *
 *     struct ui_rect page = chrome_page(ui);
 *     chrome_bar(k, ui, &page, &bar);                    (takes the foot off the page)
 *     struct ui_rect head = chrome_cut_top(&page, 120, CHROME_GAP);
 *
 * The bar is the same everywhere: the way back and the chips for language, text size,
 * reading aloud and wishes on the left, what to do next on the right, the likeliest
 * outermost. kiosk_frame() handles the chips. Where one row is too narrow (portrait,
 * large text) chips become signs, and actions get rows of their own above; no word
 * shrinks.
 */
#ifndef KIOSK_SCREENS_CHROME_H
#define KIOSK_SCREENS_CHROME_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

struct kiosk;

/* In units, at the look's own size. */
#define CHROME_MARGIN 48.0f
#define CHROME_GAP    28.0f
#define CHROME_RADIUS 36.0f
#define CHROME_PAD    36.0f /* from a card's edge to what stands in it */

enum { CHROME_ACTIONS_MAX = 4 };

/* How many words the chips have where there is room for all. */
enum chrome_words {
    CHROME_ALL_WORDS,
    CHROME_FEW_WORDS, /* the languages, the size of the text; signs for what is known */
    CHROME_SIGNS,     /* for a page that has to be read at a glance */
};

struct chrome_bar {
    const struct ui_button *back; /* NULL: none */
    bool chips;                   /* language, text size, speaker key, wishes */
    bool key;                     /* the speaker key alone, as a sign */
    enum chrome_words words;
    const struct ui_button *actions; /* from left to right */
    size_t action_count;
    size_t rare_count; /* of the actions, from the first: with controls low they stand
                          last */
};

/* The speaker key where it can be heard: false and nothing done where not. */
bool chrome_key(const struct kiosk *k, bool sign, struct ui_button *key);

/* The screen without its margins. */
struct ui_rect chrome_page(const struct ui *ui);

/* Cuts a piece and the gap beside it off `rect`; returns the piece. A piece is never
 * larger than what there is. */
struct ui_rect chrome_cut_top(struct ui_rect *rect, float h, float gap);
struct ui_rect chrome_cut_bottom(struct ui_rect *rect, float h, float gap);
struct ui_rect chrome_cut_left(struct ui_rect *rect, float w, float gap);
struct ui_rect chrome_cut_right(struct ui_rect *rect, float w, float gap);

/* `rect` without a border of `by`. */
struct ui_rect chrome_inset(struct ui_rect rect, float by);

/* Column `index` of `count` equal ones. */
struct ui_rect chrome_column(struct ui_rect rect, size_t index, size_t count, float gap);

/* Cell `index` of a grid of equal ones, counted row by row. */
struct ui_rect chrome_cell(struct ui_rect rect, size_t index, size_t columns, size_t rows,
                           float gap);

/* Height of the text at full size in a column of width `w`; 0 for "". */
float chrome_text_h(struct ui *ui, float w, enum ui_type type, const char *text);

/* The first of `types` in which the text fits into `rect` at full size; the last one
 * otherwise. */
enum ui_type chrome_fit(struct ui *ui, struct ui_rect rect, const enum ui_type *types,
                        size_t count, const char *text);

/* How much the text fills the screen: its step on a screen as high as in the look, more
 * on a smaller one. Above 1.3 decoration gives way to words. */
float chrome_crowding(const struct ui *ui);

/* UI_HEADING; on a crowded screen, hardly larger than the text. */
enum ui_type chrome_heading(const struct ui *ui);

/* Height of a button: 20 mm of touch, more where the text is larger. */
float chrome_button_h(const struct ui *ui);

/* Draws the bar at the foot of `page` and cuts it off. Returns what is free between the
 * chips and the actions: room for a quiet word. */
struct ui_rect chrome_bar(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                          const struct chrome_bar *bar);

#endif
