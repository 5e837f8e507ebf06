/* SPDX-License-Identifier: MIT */
#include "screens/home_column.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

/* ---- one entry --------------------------------------------------------------------- */

static float entry_h(const void *what, struct ui *ui, float w)
{
    const struct home_entry *entry = what;
    float h = 0;
    if (entry->today) {
        return home_today_h(ui, w, entry->today, entry->pictured);
    }
    if (entry->hero) {
        return home_hero_h(ui, w, entry->hero);
    }
    if (entry->chips) {
        return home_chips_h(ui, w, entry->chips);
    }
    struct ui_rect row = {0, 0, w, 0};
    float cell = chrome_column(row, 0, entry->columns, HOME_TILE_GAP).w;
    for (size_t i = 0; i < entry->count; i++) {
        h = fmaxf(h, home_tile_h(ui, cell, &entry->tiles[i], entry->pictured));
    }
    return h;
}

static void draw_entry(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct home_entry *entry = what;
    if (entry->today) {
        home_today_draw(ui, rect, entry->today);
    } else if (entry->hero) {
        home_hero_draw(entry->k, ui, rect, entry->hero);
    } else if (entry->chips) {
        home_chips_draw(ui, rect, entry->chips);
    }
    struct ui_rect cells[HOME_ABREAST_MAX];
    for (size_t i = 0; i < entry->count; i++) {
        cells[i] = chrome_column(rect, i, entry->columns, HOME_TILE_GAP);
    }
    home_tiles_draw(ui, cells, entry->tiles, entry->count);
}

/* At the start what can be chosen is said by its name: with its words it would take
 * 20 s. */
static void say_entry(const void *what, struct str *out)
{
    const struct home_entry *entry = what;
    if (entry->today) {
        home_today_say(entry->today, out);
    } else if (entry->hero) {
        home_hero_say(entry->hero, out);
    } else if (entry->chips) {
        home_chips_say(entry->chips, out);
    }
    for (size_t i = 0; i < entry->count; i++) {
        const struct tile *tile = &entry->tiles[i];
        say_line(out, tile->title);
        say_line(out, entry->worded ? tile->words : "");
        say_line(out, entry->worded ? tile->note : "");
    }
}

static void put(struct home_column *column, const struct home_entry *entry, bool grows)
{
    column->entries[column->count] = *entry;
    column->blocks[column->count] =
        (struct pages_block){.gap = CHROME_GAP,
                             .grows = grows,
                             .height = entry_h,
                             .draw = draw_entry,
                             .say = say_entry,
                             .what = &column->entries[column->count]};
    column->count++;
}

static void put_text(struct home_column *column, const char *text, enum ui_type type,
                     bool with_next)
{
    column->blocks[column->count++] = (struct pages_block){
        .text = text,
        .type = type,
        .color = type == UI_BODY || type == UI_SMALL ? UI_QUIET : UI_TEXT,
        .gap = CHROME_GAP,
        .with_next = with_next};
}

/* ---- parts that pages may part ----------------------------------------------------- */

static float buttons_h(const void *what, struct ui *ui, float w)
{
    return home_hero_buttons_h(ui, w, what);
}

static void draw_buttons(const void *what, struct ui *ui, struct ui_rect rect)
{
    home_hero_buttons_draw(ui, rect, what);
}

static void say_buttons(const void *what, struct str *out)
{
    const struct hero *hero = what;
    for (size_t i = 0; i < hero->count; i++) {
        say_line(out, hero->buttons[i].label);
    }
}

void home_put_today(struct home_column *column, struct ui *ui, struct ui_rect page,
                    const struct today *today)
{
    struct home_entry card = {.today = today, .pictured = true};
    if (entry_h(&card, ui, page.w) > page.h) {
        card.pictured = false;
    }
    if (entry_h(&card, ui, page.w) <= page.h) {
        put(column, &card, true);
        return;
    }
    put_text(column, today->pill, UI_STRONG, true);
    put_text(column, today->title, UI_HEADING, true);
    column->blocks[column->count++] = pages_button(&today->start, CHROME_GAP);
    if (*today->words) {
        put_text(column, today->words, UI_SMALL, false);
    }
    put_text(column, today->minutes, UI_SMALL, false);
}

void home_put_hero(struct home_column *column, const struct kiosk *k, struct ui *ui,
                   struct ui_rect page, const struct hero *hero)
{
    struct home_entry card = {.k = k, .hero = hero};
    if (entry_h(&card, ui, page.w) <= page.h) {
        put(column, &card, true);
        return;
    }
    put_text(column, hero->title, UI_HEADING, true);
    column->blocks[column->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                           .height = buttons_h,
                                                           .draw = draw_buttons,
                                                           .say = say_buttons,
                                                           .what = hero};
    put_text(column, hero->words, UI_SMALL, false);
}

void home_put_heading(struct home_column *column, const char *words)
{
    put_text(column, words, UI_HEADING, true);
}

void home_put_words(struct home_column *column, const char *words)
{
    put_text(column, words, UI_BODY, true);
}

void home_put_chips(struct home_column *column, const struct home_chips *chips)
{
    if (chips->count > 0) {
        put(column, &(struct home_entry){.chips = chips}, false);
    }
}

void home_put_tiles(struct home_column *column, const struct tile *tiles, size_t count,
                    bool worded)
{
    column->tiles = tiles;
    column->tile_count = count;
    column->tiles_worded = worded;
    column->rows_at = column->count;
    column->count += count;
}

/* The rows of tiles into the blocks that are kept for them; those that are not needed are
 * not there. */
static void put_rows(struct home_column *column, size_t columns, bool pictured)
{
    size_t count = column->count;
    if (column->tile_count == 0) {
        return;
    }
    column->count = column->rows_at;
    for (size_t i = 0; i < column->tile_count; i += columns) {
        size_t left = column->tile_count - i;
        put(column,
            &(struct home_entry){.tiles = &column->tiles[i],
                                 .count = left < columns ? left : columns,
                                 .columns = columns,
                                 .pictured = pictured,
                                 .worded = column->tiles_worded},
            true);
    }
    while (column->count < column->rows_at + column->tile_count) {
        column->blocks[column->count++] = (struct pages_block){.text = ""};
    }
    column->count = count;
}

/* In the room that each has in the end: what turns the pages takes some. */
static bool fits(const struct home_column *column, struct ui *ui)
{
    const struct pages *pages = &column->pages;
    for (size_t i = 0; i < pages->piece_count; i++) {
        const struct pages_block *block = &column->blocks[pages->pieces[i].block];
        struct ui_rect at = pages->pieces[i].rect;
        if (block->height != entry_h) {
            continue;
        }
        const struct home_entry *entry = block->what;
        struct ui_rect cell = chrome_column(at, 0, entry->columns, HOME_TILE_GAP);
        for (size_t n = 0; n < entry->count && entry->columns > 1; n++) {
            if (!home_tile_is_wide_enough(ui, cell.w, &entry->tiles[n])) {
                return false;
            }
        }
        if (entry_h(entry, ui, at.w) > at.h + 1) {
            return false;
        }
    }
    return true;
}

void home_lay_out(struct home_column *column, struct ui *ui, struct ui_rect page,
                  size_t most)
{
    bool is_last = false;
    for (size_t columns = most; !is_last; columns--) {
        for (int bare = 0; bare < 2; bare++) {
            is_last = columns == 1 && bare == 1;
            put_rows(column, columns, bare == 0);
            pages_lay_out(&column->pages, ui, page, column->blocks, column->count);
            if (is_last || fits(column, ui)) {
                return;
            }
        }
    }
}
