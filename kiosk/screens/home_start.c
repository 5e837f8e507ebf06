/* SPDX-License-Identifier: MIT */
#include "screens/home_start.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum {
    COLUMNS_MAX = 6,
    CHIPS_MOST = 4, /* on home, fewer where there is no room; a list has all */
    CHIPS_FROM = 8, /* so few lessons need no telling apart */
};

#define LEFT_SHARE  0.41f /* of a wide screen: the day's lesson and the panel */
#define TODAY_SHARE 0.6f  /* of what is free there */
#define CLOSE       18.0f /* between heading, chips and grid */

/* ---- what there is ----------------------------------------------------------------- */

static const struct offering_filter every = {OFFERING_ALL, false, OFFERING_ALL, 0};

static void list_chips(const struct kiosk *k, struct home_chips *chips)
{
    chips->count = 0;
    if (home_lesson_count(k) > CHIPS_FROM) {
        home_chips(k, &every, CHIPS_MOST, chips);
        for (size_t i = 0; i < chips->count; i++) {
            chips->chips[i].is_chosen = false; /* none is: all of them lead on */
        }
    }
}

static void gather(const struct kiosk *k, struct home_start *start)
{
    char n[16];
    start->has_today = home_today(k, &start->today);
    home_hero(k, !start->has_today, &start->hero);
    home_topics(k, &start->topics);
    list_chips(k, &start->chips);
    str_format(n, sizeof n, "%zu", home_lesson_count(k));
    kiosk_fill(k, start->pick, sizeof start->pick, "home_pick",
               (const char *const[]){"n", n, NULL});
}

/* ---- all at once ------------------------------------------------------------------- */

/* Height of the smallest picture in such a grid; below 0 where the words do not fit. */
static float picture_h(struct ui *ui, struct ui_rect grid,
                       const struct home_topics *topics, size_t columns)
{
    size_t rows = (topics->count + columns - 1) / columns;
    struct ui_rect cell = chrome_cell(grid, 0, columns, rows, HOME_TILE_GAP);
    float least = cell.h;
    for (size_t i = 0; i < topics->count; i++) {
        const struct tile *tile = &topics->tiles[i];
        if (!home_tile_is_wide_enough(ui, cell.w, tile)) {
            return -1;
        }
        least = fminf(least, cell.h - home_tile_h(ui, cell.w, tile, true));
    }
    return least;
}

/* The grid with the largest pictures; 0 where none has room for them. */
static size_t best_columns(struct ui *ui, struct ui_rect grid,
                           const struct home_topics *topics)
{
    size_t best = 0;
    float best_side = 0;
    for (size_t columns = 1; columns <= COLUMNS_MAX && columns <= topics->count;
         columns++) {
        float more = picture_h(ui, grid, topics, columns);
        float w = chrome_column(grid, 0, columns, HOME_TILE_GAP).w;
        float side = fminf(w * 0.7f, more + 76);
        if (more >= 0 && side > best_side) {
            best = columns;
            best_side = side;
        }
    }
    return best;
}

/* Heading, chips and grid below each other; false when they have no room. */
static bool place_lessons(struct ui *ui, struct ui_rect rect, struct home_start *start)
{
    home_chips_trim(ui, rect.w, &start->chips);
    float chips = home_chips_h(ui, rect.w, &start->chips);
    float pick = chrome_text_h(ui, rect.w, UI_HEADING, start->pick);
    start->pick_at = chrome_cut_top(&rect, pick, CLOSE);
    start->chips_at = chrome_cut_top(&rect, chips, chips > 0 ? CHROME_GAP : 0);
    start->grid_at = rect;
    start->columns = best_columns(ui, rect, &start->topics);
    return start->columns > 0;
}

static bool place_wide(struct ui *ui, struct ui_rect page, struct home_start *start)
{
    struct ui_rect left = chrome_cut_left(&page, page.w * LEFT_SHARE, CHROME_GAP);
    float today = home_today_h(ui, left.w, &start->today, true);
    float free = left.h - CHROME_GAP - today - home_hero_h(ui, left.w, &start->hero);
    start->today_at = chrome_cut_top(&left, today + free * TODAY_SHARE, CHROME_GAP);
    start->hero_at = left;
    return free >= 0 && home_today_is_wide_enough(ui, left.w, &start->today) &&
           home_hero_is_wide_enough(ui, left.w, &start->hero) &&
           place_lessons(ui, page, start);
}

/* The least height of the grid, by that of its highest tile. */
static float grid_h(struct ui *ui, float w, const struct home_topics *topics)
{
    float best = (float)INFINITY;
    for (size_t columns = 1; columns <= COLUMNS_MAX; columns++) {
        size_t rows = (topics->count + columns - 1) / columns;
        struct ui_rect row = {0, 0, w, 0};
        float cell = chrome_column(row, 0, columns, HOME_TILE_GAP).w;
        float h = 0;
        for (size_t i = 0; i < topics->count; i++) {
            h = fmaxf(h, home_tile_is_wide_enough(ui, cell, &topics->tiles[i])
                             ? home_tile_h(ui, cell, &topics->tiles[i], true)
                             : (float)INFINITY);
        }
        best = fminf(best, h * (float)rows + HOME_TILE_GAP * (float)(rows - 1));
    }
    return best;
}

/* Of what is free the grid gets most, for its pictures. */
static bool place_high(struct ui *ui, struct ui_rect page, struct home_start *start)
{
    home_chips_trim(ui, page.w, &start->chips);
    float today = home_today_h(ui, page.w, &start->today, true);
    float hero = home_hero_h(ui, page.w, &start->hero);
    float head = chrome_text_h(ui, page.w, UI_HEADING, start->pick) + CLOSE +
                 home_chips_h(ui, page.w, &start->chips) + CHROME_GAP;
    float free = page.h - today - hero - head - 2 * CHROME_GAP -
                 grid_h(ui, page.w, &start->topics);
    if (free < 0) {
        return false;
    }
    start->today_at = chrome_cut_top(&page, today + free * 0.35f, CHROME_GAP);
    start->hero_at = chrome_cut_top(&page, hero + free * 0.05f, CHROME_GAP);
    return home_today_is_wide_enough(ui, page.w, &start->today) &&
           home_hero_is_wide_enough(ui, page.w, &start->hero) &&
           place_lessons(ui, page, start);
}

/* ---- in pages ---------------------------------------------------------------------- */

static void put_pages(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      struct home_start *start)
{
    struct home_column *column = &start->column;
    const struct home_topics *topics = &start->topics;
    column->count = 0;
    column->tile_count = 0;
    list_chips(k, &start->chips); /* all of them again */
    if (start->has_today) {
        home_put_today(column, ui, page, &start->today);
    }
    home_put_hero(column, k, ui, page, &start->hero);
    if (topics->count > 0) {
        home_put_heading(column, start->pick);
        home_put_tiles(column, topics->tiles, topics->count, false);
        home_put_chips(column, &start->chips);
    }
    home_lay_out(column, ui, page, ui_portrait(ui) ? 2 : 4);
}

/* ------------------------------------------------------------------------------------ */

void home_start_lay_out(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                        struct home_start *start)
{
    gather(k, start);
    if (!start->has_today) {
        start->hero_at = page;
        start->paged = home_hero_h(ui, page.w, &start->hero) > page.h;
    } else {
        start->paged =
            ui_portrait(ui) ? !place_high(ui, page, start) : !place_wide(ui, page, start);
    }
    if (start->paged) {
        put_pages(k, ui, page, start);
    }
}

void home_start_draw(const struct kiosk *k, struct ui *ui, const struct home_start *start,
                     int page)
{
    if (start->paged) {
        pages_draw(&start->column.pages, ui, k->texts[k->lang], page);
        return;
    }
    if (start->has_today) {
        home_today_draw(ui, start->today_at, &start->today);
    }
    home_hero_draw(k, ui, start->hero_at, &start->hero);
    if (!start->has_today) {
        return;
    }
    ui_text(ui, start->pick_at, UI_HEADING, UI_TEXT, UI_LEFT, start->pick);
    home_chips_draw(ui, start->chips_at, &start->chips);
    struct ui_rect cells[HOME_TOPICS_MAX];
    size_t rows = (start->topics.count + start->columns - 1) / start->columns;
    for (size_t i = 0; i < start->topics.count; i++) {
        cells[i] = chrome_cell(start->grid_at, i, start->columns, rows, HOME_TILE_GAP);
    }
    home_tiles_draw(ui, cells, start->topics.tiles, start->topics.count);
}

void home_start_say(const struct home_start *start, int page, struct str *out)
{
    if (start->paged) {
        pages_say(&start->column.pages, page, out);
        return;
    }
    if (start->has_today) {
        home_today_say(&start->today, out);
    }
    home_hero_say(&start->hero, out);
    if (!start->has_today) {
        return;
    }
    say_line(out, start->pick);
    for (size_t i = 0; i < start->topics.count; i++) {
        say_line(out, start->topics.tiles[i].title);
    }
}

bool home_start_touched(const struct kiosk *k, const struct ui_event *event,
                        struct offering_filter *filter)
{
    struct home_topics topics;
    struct home_chips chips;
    home_topics(k, &topics);
    list_chips(k, &chips);
    for (size_t i = 0; i < topics.count; i++) {
        if (!str_equal(topics.tiles[i].id, "aeds") &&
            ui_tapped(event, topics.tiles[i].id)) {
            *filter = topics.filters[i];
            return true;
        }
    }
    return home_chips_touched(&chips, event, filter);
}
