/* SPDX-License-Identifier: MIT */
#include "screens/home_column.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/home_hero.h"
#include "screens/kiosk.h"
#include "screens/say.h"

static float entry_h(const void *what, struct ui *ui, float w)
{
    const struct home_entry *entry = what;
    if (entry->count == 0) {
        return home_hero_h(entry->k, ui, w);
    }
    struct ui_rect row = {0, 0, w, 0};
    float cell_w = chrome_column(row, 0, entry->columns, CHROME_GAP).w;
    float h = 0;
    for (size_t i = 0; i < entry->count; i++) {
        h = fmaxf(h, home_tile_h(ui, cell_w, &entry->tiles[i]));
    }
    return h;
}

static void draw_entry(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct home_entry *entry = what;
    if (entry->count == 0) {
        home_hero_draw(entry->k, ui, rect);
    }
    for (size_t i = 0; i < entry->count; i++) {
        home_tile_draw(ui, chrome_column(rect, i, entry->columns, CHROME_GAP),
                       &entry->tiles[i]);
    }
}

void home_say_hero(const struct kiosk *k, struct str *out)
{
    const struct hero hero = home_hero(k);
    say_text(k, out, hero.title);
    say_text(k, out, hero.words);
    say_text(k, out, hero.button);
}

/* At the start what can be chosen is said by its name: with its words it would take
 * 20 s. */
static void say_entry(const void *what, struct str *out)
{
    const struct home_entry *entry = what;
    if (entry->count == 0) {
        home_say_hero(entry->k, out);
    }
    for (size_t i = 0; i < entry->count; i++) {
        say_line(out, entry->tiles[i].title);
        say_line(out, entry->worded ? entry->tiles[i].words : "");
    }
}

static void put_entry(struct home_column *column, const struct home_entry *entry)
{
    column->entries[column->count] = *entry;
    column->blocks[column->count] =
        (struct pages_block){.gap = CHROME_GAP,
                             .grows = true,
                             .height = entry_h,
                             .draw = draw_entry,
                             .say = say_entry,
                             .what = &column->entries[column->count]};
    column->count++;
}

static float button_h(const void *what, struct ui *ui, float w)
{
    return home_hero_button_h(what, ui, w);
}

static void draw_button(const void *what, struct ui *ui, struct ui_rect rect)
{
    home_hero_button_draw(what, ui, rect);
}

static void say_button(const void *what, struct str *out)
{
    say_text(what, out, home_hero(what).button);
}

/* The invitation as words and a button, which pages may part: what is to be touched
 * first, then how it is done. */
void home_put_hero_words(struct home_column *column, const struct kiosk *k, struct ui *ui)
{
    const struct hero hero = home_hero(k);
    struct pages_block *blocks = &column->blocks[column->count];
    blocks[0] = (struct pages_block){.text = kiosk_tr(k, hero.title),
                                     .type = home_title_type(ui),
                                     .color = UI_TEXT,
                                     .with_next = true};
    blocks[1] = (struct pages_block){.gap = CHROME_GAP,
                                     .height = button_h,
                                     .draw = draw_button,
                                     .say = say_button,
                                     .what = k};
    blocks[2] = (struct pages_block){.text = kiosk_tr(k, hero.words),
                                     .type = UI_BODY,
                                     .color = UI_TEXT,
                                     .gap = CHROME_GAP};
    column->count += 3;
}

void home_put_words(struct home_column *column, const char *words)
{
    column->blocks[column->count++] = (struct pages_block){
        .text = words, .type = UI_BODY, .color = UI_QUIET, .with_next = true};
}

/* Rows of tiles. */
void home_put_tiles(struct home_column *column, const struct kiosk *k,
                    const struct tile *tiles, size_t count, size_t columns, bool worded)
{
    for (size_t i = 0; i < count; i += columns) {
        size_t left = count - i;
        put_entry(column, &(struct home_entry){.k = k,
                                               .tiles = &tiles[i],
                                               .count = left < columns ? left : columns,
                                               .columns = columns,
                                               .worded = worded});
    }
}

void home_put_hero(struct home_column *column, const struct kiosk *k)
{
    put_entry(column, &(struct home_entry){.k = k});
}
