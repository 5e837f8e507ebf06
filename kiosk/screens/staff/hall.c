/* SPDX-License-Identifier: MIT */
/*
 * The staff's page for the hall: the bar to be beaten, the best of another hall, the hour
 * at which the board is emptied, and the pace of an event. Each touch is kept at once, in
 * hall.lua of the data folder.
 */
#include <math.h>
#include <stddef.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/page.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 32, ROWS = 3, BLOCKS = ROWS + 3 };

struct page {
    int page;
    char words[WORDS_MAX]; /* why it could not be kept */
    struct ui_rect room;   /* as it was drawn last */
};

/* A number with a button on either side; 0 is none. */
static const struct row {
    const char *less, *more;      /* ids */
    const char *title;            /* key; {hall} is the other one */
    const char *shown, *none;     /* keys; {n} is the number */
    size_t offset;                /* in struct conf_hall */
    int first, step, least, most; /* where it begins, how much a touch is, its ends */
} rows[ROWS] = {
    {"challenge-less", "challenge-more", "staff_hall_challenge", "staff_hall_points",
     "staff_hall_none", offsetof(struct conf_hall, challenge), 80, 5, 5, 100},
    {"rival-less", "rival-more", "staff_hall_rival", "staff_hall_points",
     "staff_hall_none", offsetof(struct conf_hall, rival_best), 80, 1, 1, 100},
    {"closes-less", "closes-more", "staff_hall_closes", "staff_hall_hour",
     "staff_hall_midnight", offsetof(struct conf_hall, closes), 17, 1, 1, 23},
};

static int *value_of(struct conf_hall *hall, size_t row)
{
    return (int *)(void *)((char *)hall + rows[row].offset);
}

static int value_in(const struct kiosk *k, size_t row)
{
    struct conf_hall hall = k->settings.hall;
    return *value_of(&hall, row);
}

static void title_of(const struct kiosk *k, size_t row, char *out)
{
    const char *rival = k->settings.hall.rival;
    kiosk_fill(k, out, WORDS_MAX, rows[row].title,
               (const char *const[]){"hall", rival[0] ? rival : kiosk_tr(k, "hall_other"),
                                     NULL});
}

static void points_of(const struct kiosk *k, size_t row, char *out)
{
    char number[NUMBER_MAX];
    str_format(number, sizeof number, "%d", value_in(k, row));
    kiosk_fill(k, out, WORDS_MAX, value_in(k, row) > 0 ? rows[row].shown : rows[row].none,
               (const char *const[]){"n", number, NULL});
}

/* ---- drawing ----------------------------------------------------------------------- */

/* A row as a block of a column of pages. */
struct block {
    const struct kiosk *k;
    size_t row;
};

static float row_h(const void *what, struct ui *ui, float w)
{
    const struct block *block = what;
    char title[WORDS_MAX];
    title_of(block->k, block->row, title);
    return chrome_text_h(ui, w, UI_STRONG, title) + CHROME_GAP / 2 + chrome_button_h(ui);
}

static void draw_row(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct block *block = what;
    const struct row *row = &rows[block->row];
    char title[WORDS_MAX];
    char points[WORDS_MAX];
    char less[WORDS_MAX];
    char more[WORDS_MAX];
    title_of(block->k, block->row, title);
    points_of(block->k, block->row, points);
    str_format(less, sizeof less, "%s −", title);
    str_format(more, sizeof more, "%s +", title);
    float title_h = chrome_text_h(ui, rect.w, UI_STRONG, title);
    ui_text(ui, chrome_cut_top(&rect, title_h, CHROME_GAP / 2), UI_STRONG, UI_TEXT,
            UI_LEFT, title);
    float side = chrome_button_h(ui) * 1.4f;
    rect.w = fminf(rect.w, 1000);
    const struct ui_button minus = {
        .id = row->less, .label = less, .icon = ICON_LESS, .sign = true};
    const struct ui_button plus = {
        .id = row->more, .label = more, .icon = ICON_MORE, .sign = true};
    ui_button(ui, chrome_cut_left(&rect, side, CHROME_GAP), &minus);
    ui_button(ui, chrome_cut_right(&rect, side, CHROME_GAP), &plus);
    ui_text_middle(ui, rect, UI_OPTION, UI_TEXT, UI_CENTER, points);
}

static void say_row(const void *what, struct str *out)
{
    const struct block *block = what;
    char words[WORDS_MAX];
    title_of(block->k, block->row, words);
    say_line(out, words);
    points_of(block->k, block->row, words);
    say_line(out, words);
}

static struct ui_button event_button(const struct kiosk *k)
{
    bool on = k->settings.hall.event;
    return (struct ui_button){.id = "event",
                              .label = kiosk_tr(k, "staff_hall_event"),
                              .icon = on ? ICON_TICK : ICON_NONE,
                              .style = on ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
}

static float event_h(const void *what, struct ui *ui, float w)
{
    const struct ui_button button = event_button(what);
    return fmaxf(chrome_button_h(ui), ui_button_height(ui, w, &button));
}

static void draw_event(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct ui_button button = event_button(what);
    ui_button(ui, rect, &button);
}

static void say_event(const void *what, struct str *out)
{
    say_text(what, out, "staff_hall_event");
}

/* There are no letters to touch: a hall's name is written once. "" where it has been. */
static const char *where_words(const struct kiosk *k)
{
    return k->settings.hall.rival[0] ? "" : kiosk_tr(k, "staff_hall_rival_where");
}

/* What the page is laid out from; it stays where it is until it is drawn or said. */
struct column {
    struct block rows[ROWS];
    struct pages_block blocks[BLOCKS];
    struct pages pages;
};

static void lay_out(const struct kiosk *k, const struct page *page, struct ui *ui,
                    struct ui_rect room, struct column *column)
{
    struct pages_block *blocks = column->blocks;
    blocks[0] =
        (struct pages_block){.text = page->words, .type = UI_BODY, .color = UI_TEXT};
    for (size_t i = 0; i < ROWS; i++) {
        column->rows[i] = (struct block){k, i};
        blocks[1 + i] = (struct pages_block){.gap = CHROME_GAP,
                                             .height = row_h,
                                             .draw = draw_row,
                                             .say = say_row,
                                             .what = &column->rows[i]};
    }
    blocks[1 + ROWS] = (struct pages_block){
        .text = where_words(k), .type = UI_BODY, .color = UI_QUIET, .gap = CHROME_GAP};
    blocks[2 + ROWS] = (struct pages_block){.gap = 2 * CHROME_GAP,
                                            .height = event_h,
                                            .draw = draw_event,
                                            .say = say_event,
                                            .what = k};
    pages_lay_out(&column->pages, ui, room, blocks, BLOCKS);
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct page *page = state;
    struct page *seen = k->state;
    struct column column;
    seen->room = staff_page(k, ui);
    lay_out(k, page, ui, seen->room, &column);
    pages_draw(&column.pages, ui, k->texts[k->lang], page->page);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct page *page = state;
    struct column column;
    if (page->room.w > 0) { /* else it is not drawn yet */
        lay_out(k, page, k->ui, page->room, &column);
        pages_say(&column.pages, page->page, out);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void keep(struct kiosk *k, struct page *page)
{
    char path[CONF_PATH_MAX + 16];
    str_format(path, sizeof path, "%s/hall.lua", k->data_folder);
    page->words[0] = '\0';
    if (!conf_hall_save(&k->settings.hall, path)) {
        log_error("hall", "%s", err_text());
        kiosk_fill(k, page->words, sizeof page->words, "hours_not_kept",
                   (const char *const[]){"file", path, NULL});
    }
}

/* From none up it begins where most have it; below its least it is none. */
static int stepped(const struct row *row, int value, int by)
{
    if (value == 0) {
        return by > 0 ? row->first : 0;
    }
    int next = value + by * row->step;
    return next > row->most ? row->most : next < row->least ? 0 : next;
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct page *page = state;
    if (pages_touched(event, &page->page)) {
        return;
    }
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if (ui_tapped(event, "event")) {
        k->settings.hall.event = !k->settings.hall.event;
        keep(k, page);
    }
    for (size_t i = 0; i < ROWS; i++) {
        int by = ui_tapped(event, rows[i].more)   ? 1
                 : ui_tapped(event, rows[i].less) ? -1
                                                  : 0;
        if (by != 0) {
            int *value = value_of(&k->settings.hall, i);
            *value = stepped(&rows[i], *value, by);
            keep(k, page);
        }
    }
}

const struct screen screen_staff_hall = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct page),
    .needs_pin = true,
    .desk_id = "hall",
    .desk_button = "staff_hall",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .input = input,
    .draw = draw,
    .say = say,
};
