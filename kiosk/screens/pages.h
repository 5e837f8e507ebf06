/* SPDX-License-Identifier: MIT */
/*
 * pages: a column of blocks, on as many pages as it needs.
 *
 * Words keep their size and nothing is left out: what does not fit goes on on the next
 * page. Where all fits there is one page and nothing to turn.
 *
 *     struct pages_block blocks[] = {
 *         {.text = title, .type = UI_HEADING, .color = UI_TEXT, .with_next = true},
 *         {.text = words, .type = UI_BODY, .color = UI_TEXT, .gap = CHROME_GAP},
 *         {.height = chart_h, .draw = chart_draw, .say = chart_say, .what = &run,
 *          .gap = CHROME_GAP, .grows = true},
 *     };
 *     struct pages pages;
 *     pages_lay_out(&pages, ui, rect, blocks, 3);          (in the screen's draw)
 *     pages_draw(&pages, ui, texts, state->page);
 *
 *     pages_touched(&event, &state->page);                 (in its input)
 *
 * looks, on the second of three pages of a high and of a wide `rect`, like
 *
 *     words that go on ...                words that go on ...     [ < ]
 *     words                               words                     2/3
 *     [< Page back]  2/3  [Next page >]                            [ > ]
 *
 * Its targets are "page-prev" and "page-next", also by the keys pageup and pagedown; on
 * the first and the last page one of them is dim. The screen keeps the number of the page
 * alone; one that is too high, because the text became smaller, is the last page, from
 * which "page-prev" leads to the one before it.
 */
#ifndef KIOSK_SCREENS_PAGES_H
#define KIOSK_SCREENS_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "conf/conf.h"
#include "ui/ui.h"

/* A block is one piece, or as many as pages on which its words stand. */
enum { PAGES_PIECES_MAX = 512 };

/*
 * Words, where `text` is not NULL ("" is not there at all), else what the functions say.
 * Words that are higher than a page are split between lines; anything else gets a page's
 * height at most, so what may be higher is given as several blocks.
 */
struct pages_block {
    float gap;      /* above it, in units, where it is not the first of its page */
    bool with_next; /* a heading: it stands on the page on which the next block begins */
    bool grows;     /* takes what its page leaves free; several share it */

    const char *text;
    enum ui_type type;
    enum ui_color color;

    /* The least height in a column `w` wide, at the present size of the text; 0: it is
     * not there. */
    float (*height)(const void *what, struct ui *ui, float w);
    void (*draw)(const void *what, struct ui *ui, struct ui_rect rect);
    void (*say)(const void *what, struct str *out); /* NULL: nothing to be said */
    const void *what;                               /* borrowed */

    /* Instead of all these: it fills so many pages, each of them whole; `index` counts
     * them. One piece, however many they are. */
    size_t whole_pages;
    void (*draw_page)(const void *what, size_t index, struct ui *ui, struct ui_rect rect);
};

/* A button over the whole width, as high as its words need. Borrows it. */
struct pages_block pages_button(const struct ui_button *button, float gap);

/* A block, or some lines of one, and its place. */
struct pages_piece {
    size_t block;
    size_t from, bytes; /* of its text */
    size_t page;        /* the first of its block's whole pages */
    struct ui_rect rect;
};

/* Borrows the blocks. The members are for tests; screens need only `count`. */
struct pages {
    const struct pages_block *blocks;
    struct pages_piece pieces[PAGES_PIECES_MAX];
    size_t piece_count;
    size_t count;        /* of pages; at least 1, each with something on it */
    float used_h;        /* of the last page, before anything grows */
    struct ui_rect turn; /* where pages are turned; empty when there is one */
    bool turn_upright;   /* ... beside the column */
};

/* What stands in `rect`, in order. What is behind PAGES_PIECES_MAX pieces is lost, which
 * the log says. */
void pages_lay_out(struct pages *pages, struct ui *ui, struct ui_rect rect,
                   const struct pages_block *blocks, size_t count);

/* One page, counted from 0, and what turns it. `texts`: the words of that. */
void pages_draw(const struct pages *pages, struct ui *ui, const struct conf_texts *texts,
                int page);

/* Adds what is to be spoken of that page, in its order; of a block that goes on, the
 * lines that stand there. */
void pages_say(const struct pages *pages, int page, struct str *out);

/* While a line is read aloud (`heard`; NULL: none is), the page on which what says it
 * begins; else `page`. */
int pages_heard(const struct pages *pages, const char *heard, int page);

/* Turns the page: true when the event was that. */
bool pages_touched(const struct ui_event *event, int *page);

#endif
