/* SPDX-License-Identifier: MIT */
/*
 * The staff's desk: today's counts, what is wrong with the machine, cleaning mode, the
 * way out, and a button for each of the staff's other pages.
 */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/counting.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/desk_health.h"
#include "screens/staff/page.h"
#include "screens/table.h"

enum { BUTTON_GAP = 16, BUTTONS_MAX = SCREEN_COUNT + 5 };

#define COUNTS_SHARE 0.43f
#define NAME_SHARE   0.75f /* of a count's row */

struct desk {
    int64_t today[COUNT_KINDS];
    bool sets_up;     /* the pages that are not of every day are offered */
    int page;         /* where large text needs more than one */
    int64_t excluded; /* counted today as excluded, of any kind */
};

/* ---- today ------------------------------------------------------------------------- */

static bool add_excluded(void *context, const struct count_row *row)
{
    struct desk *desk = context;
    desk->excluded += count_excluded(row) ? row->n : 0;
    return true;
}

static void read_today(struct kiosk *k, struct desk *desk)
{
    int day = kiosk_moment(k).day;
    desk->excluded = 0;
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        bool shown = k->store && count_kind(what)->on_desk;
        desk->today[what] = shown ? store_sum(k->store, day, what) : 0;
    }
    if (k->store && !store_each(k->store, day, day, add_excluded, desk)) {
        log_error("staff", "%s", err_text());
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

/* What the table of today's counts is made of: the kinds that staff see, and below them
 * what was excluded. */
struct today {
    const struct kiosk *k;
    const struct desk *desk;
    enum count shown[COUNT_KINDS];
    size_t count;
};

static void put_name(const void *rows, size_t row, size_t column, struct table_cell *cell)
{
    (void)column;
    const struct today *today = rows;
    bool excluded = row == today->count;
    char key[64] = "metric_excluded";
    if (!excluded) {
        str_format(key, sizeof key, "metric_%s", count_kind(today->shown[row])->key);
    }
    cell->color = excluded ? UI_QUIET : UI_TEXT;
    str_copy(cell->text, sizeof cell->text, kiosk_tr(today->k, key));
}

static void put_number(const void *rows, size_t row, size_t column,
                       struct table_cell *cell)
{
    (void)column;
    const struct today *today = rows;
    bool excluded = row == today->count;
    int64_t n = excluded ? today->desk->excluded : today->desk->today[today->shown[row]];
    cell->type = UI_STRONG;
    cell->color = excluded ? UI_QUIET : UI_GOOD_WORD;
    str_format(cell->text, sizeof cell->text, "%lld", (long long)n);
}

static const struct table_column today_columns[] = {
    {.cell = put_name},
    {.cell = put_number, .share = 0.15f, .align = UI_RIGHT},
};

/* Borrows `today`, which it fills in. */
static struct table table_of_today(const struct kiosk *k, const struct desk *desk,
                                   struct today *today)
{
    *today = (struct today){.k = k, .desk = desk};
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        if (count_kind(what)->on_desk) {
            today->shown[today->count++] = what;
        }
    }
    return (struct table){.texts = k->texts[k->lang],
                          .columns = today_columns,
                          .column_count = 2,
                          .row_count = today->count + 1,
                          .rows = today,
                          .gap = 16};
}

static void draw_counts(const struct kiosk *k, const struct desk *desk, struct ui *ui,
                        struct ui_rect card)
{
    struct today today;
    struct table_layout layout;
    const enum ui_type head = UI_HEADING;
    struct table table = table_of_today(k, desk, &today);
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    ui_text(ui, chrome_cut_top(&inside, ui_line_height(ui, head), 16), head, UI_TEXT,
            UI_LEFT, kiosk_tr(k, "staff_today"));
    table_lay_out(&table, ui, inside, &layout);
    table_draw(&table, ui, inside, &layout, 0);
}

static void draw_health(const struct kiosk *k, struct ui *ui, struct ui_rect card)
{
    struct str lines = desk_health(k);
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, lines.text);
    str_free(&lines);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct desk *desk = state;
    struct today today;
    struct table table = table_of_today(k, desk, &today);
    if (desk->sets_up) { /* the buttons have labels of their own */
        say_text(k, out, "staff_set_up");
        return;
    }
    struct str lines = desk_health(k);
    say_lines(out, lines.text);
    str_free(&lines);
    say_text(k, out, "staff_today");
    table_say(&table, out);
}

/* What answers the lines about counts: they stand first. */
static size_t list_answers(const struct kiosk *k, struct ui_button buttons[BUTTONS_MAX])
{
    size_t count = 0;
    if (counting_clock_id(k)) {
        buttons[count++] = (struct ui_button){.id = counting_clock_id(k),
                                              .label = kiosk_tr(k, "desk_clock_right")};
    }
    if (counting_seen_id(k)) {
        buttons[count++] = (struct ui_button){.id = counting_seen_id(k),
                                              .label = kiosk_tr(k, "desk_counts_seen")};
    }
    return count;
}

/* Those of every day, or the others, from top to bottom; returns how many. */
static size_t list_buttons(const struct kiosk *k, bool rare,
                           struct ui_button buttons[BUTTONS_MAX])
{
    size_t count = rare ? 0 : list_answers(k, buttons);
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *page = screen_of((enum screen_id)i);
        if (page->desk_id && page->desk_rare == rare) {
            buttons[count] = (struct ui_button){.id = page->desk_id,
                                                .label = kiosk_tr(k, page->desk_button)};
            buttons[count].style =
                i == SCREEN_staff_export ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN;
            count++;
        }
    }
    if (rare) {
        return count;
    }
    buttons[count++] =
        (struct ui_button){.id = "set-up", .label = kiosk_tr(k, "staff_set_up")};
    buttons[count++] =
        (struct ui_button){.id = "clean", .label = kiosk_tr(k, "staff_clean")};
    buttons[count++] =
        (struct ui_button){.id = "quit", .label = kiosk_tr(k, "staff_quit")};
    return count;
}

/* ---- the desk on pages ------------------------------------------------------------- */

/* A count as a block: its name, and the number at the right end. */
struct count_block {
    const struct today *today;
    size_t row;
};

static float count_h(const void *what, struct ui *ui, float w)
{
    const struct count_block *block = what;
    struct table_cell name = {.type = UI_BODY};
    put_name(block->today, block->row, 0, &name);
    return chrome_text_h(ui, w * NAME_SHARE, name.type, name.text);
}

static void count_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct count_block *block = what;
    struct table_cell name = {.type = UI_BODY};
    struct table_cell number = {.type = UI_BODY};
    put_name(block->today, block->row, 0, &name);
    put_number(block->today, block->row, 1, &number);
    ui_text(ui, chrome_cut_left(&rect, rect.w * NAME_SHARE, 0), name.type, name.color,
            UI_LEFT, name.text);
    ui_text(ui, rect, number.type, number.color, UI_RIGHT, number.text);
}

/* Large text: what is wrong with the machine, what can be done, and then the counts. */
static void draw_on_pages(const struct kiosk *k, const struct desk *desk, struct ui *ui,
                          struct ui_rect page)
{
    struct str lines = desk_health(k);
    struct today today;
    struct ui_button buttons[BUTTONS_MAX];
    struct count_block counts[COUNT_KINDS + 1];
    struct pages_block blocks[BUTTONS_MAX + COUNT_KINDS + 3];
    struct pages pages;
    size_t count = 0;
    blocks[count++] =
        (struct pages_block){.text = lines.text, .type = UI_BODY, .color = UI_TEXT};
    size_t buttons_count = list_buttons(k, false, buttons);
    for (size_t i = 0; i < buttons_count; i++) {
        blocks[count++] = pages_button(&buttons[i], BUTTON_GAP);
    }
    table_of_today(k, desk, &today);
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "staff_today"),
                                           .type = chrome_heading(ui),
                                           .color = UI_TEXT,
                                           .gap = CHROME_GAP,
                                           .with_next = true};
    for (size_t i = 0; i <= today.count; i++) {
        counts[i] = (struct count_block){&today, i};
        blocks[count++] = (struct pages_block){
            .height = count_h, .draw = count_draw, .what = &counts[i], .gap = BUTTON_GAP};
    }
    pages_lay_out(&pages, ui, page, blocks, count);
    pages_draw(&pages, ui, k->texts[k->lang], desk->page);
    str_free(&lines);
}

/* Buttons side by side, from the top of `rect`. */
struct grid {
    struct ui_rect rect;
    size_t columns;
    float button_w, button_h;
};

static struct grid grid_of(const struct ui *ui, struct ui_rect rect, size_t columns)
{
    return (struct grid){.rect = rect,
                         .columns = columns,
                         .button_w = (rect.w + BUTTON_GAP) / (float)columns - BUTTON_GAP,
                         .button_h = chrome_button_h(ui)};
}

static float grid_h(const struct grid *grid, size_t count)
{
    float rows = ceilf((float)count / (float)grid->columns);
    return rows * (grid->button_h + BUTTON_GAP) - BUTTON_GAP;
}

static void grid_draw(const struct grid *grid, struct ui *ui,
                      const struct ui_button *buttons, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        float x = (float)(i % grid->columns) * (grid->button_w + BUTTON_GAP);
        float y = (float)(i / grid->columns) * (grid->button_h + BUTTON_GAP);
        struct ui_rect at = {grid->rect.x + x, grid->rect.y + y, grid->button_w,
                             grid->button_h};
        ui_button(ui, at, &buttons[i]);
    }
}

/* Whether all of them have room there, with their words whole. */
static bool grid_fits(const struct grid *grid, struct ui *ui,
                      const struct ui_button *buttons, size_t count)
{
    bool fits = grid_h(grid, count) <= grid->rect.h;
    for (size_t i = 0; i < count; i++) {
        fits =
            fits && ui_button_height(ui, grid->button_w, &buttons[i]) <= grid->button_h;
    }
    return fits;
}

/* What is set up once, or when something has changed. */
static void draw_set_up(const struct kiosk *k, const struct desk *desk, struct ui *ui,
                        struct ui_rect page)
{
    struct ui_button buttons[BUTTONS_MAX];
    struct pages_block blocks[BUTTONS_MAX + 1];
    struct pages pages;
    size_t buttons_count = list_buttons(k, true, buttons);
    size_t count = 0;
    struct ui_rect below = page;
    struct ui_rect head =
        chrome_cut_top(&below, ui_line_height(ui, UI_HEADING), CHROME_GAP);
    struct grid grid = grid_of(ui, below, ui_portrait(ui) ? 1 : 2);
    if (grid_fits(&grid, ui, buttons, buttons_count)) {
        ui_text(ui, head, UI_HEADING, UI_TEXT, UI_LEFT, kiosk_tr(k, "staff_set_up"));
        grid_draw(&grid, ui, buttons, buttons_count);
        return;
    }
    blocks[count++] = (struct pages_block){.text = kiosk_tr(k, "staff_set_up"),
                                           .type = chrome_heading(ui),
                                           .color = UI_TEXT,
                                           .with_next = true};
    for (size_t i = 0; i < buttons_count; i++) {
        blocks[count++] = pages_button(&buttons[i], BUTTON_GAP);
    }
    pages_lay_out(&pages, ui, page, blocks, count);
    pages_draw(&pages, ui, k->texts[k->lang], desk->page);
}

/* What stands beside the counts: the machine's health, and below it the buttons. */
struct beside {
    struct ui_rect counts, health;
    struct grid buttons;
};

static struct beside lay_out_beside(struct ui *ui, struct ui_rect page, size_t count)
{
    struct beside beside;
    beside.counts = ui_portrait(ui)
                        ? chrome_cut_top(&page, page.h * 0.5f, CHROME_GAP)
                        : chrome_cut_left(&page, page.w * COUNTS_SHARE, CHROME_GAP);
    beside.buttons = grid_of(ui, page, 2);
    beside.buttons.rect =
        chrome_cut_bottom(&page, grid_h(&beside.buttons, count), CHROME_GAP);
    beside.health = page;
    return beside;
}

/* At the usual size all stands side by side. */
static void draw_whole(const struct kiosk *k, const struct desk *desk, struct ui *ui,
                       struct ui_rect page)
{
    struct ui_button buttons[BUTTONS_MAX];
    size_t count = list_buttons(k, false, buttons);
    struct beside beside = lay_out_beside(ui, page, count);
    draw_counts(k, desk, ui, beside.counts);
    draw_health(k, ui, beside.health);
    grid_draw(&beside.buttons, ui, buttons, count);
}

/* Whether all of it is whole there, with buttons that a finger hits. */
static bool is_whole(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct ui_button buttons[BUTTONS_MAX];
    size_t count = list_buttons(k, false, buttons);
    struct beside beside = lay_out_beside(ui, page, count);
    struct str lines = desk_health(k);
    bool fits = chrome_crowding(ui) <= 1 &&
                chrome_text_h(ui, beside.health.w - 2 * CHROME_PAD, UI_BODY,
                              lines.text) <= beside.health.h - 2 * CHROME_PAD;
    str_free(&lines);
    return fits && grid_fits(&beside.buttons, ui, buttons, count);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct desk *desk = state;
    struct ui_rect page = staff_page(k, ui);
    if (desk->sets_up) {
        draw_set_up(k, desk, ui, page);
    } else if (is_whole(k, ui, page)) {
        draw_whole(k, desk, ui, page);
    } else {
        draw_on_pages(k, desk, ui, page);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    read_today(k, state);
}

static void open_page(struct kiosk *k, const struct ui_event *event)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *page = screen_of((enum screen_id)i);
        if (page->desk_id && ui_tapped(event, page->desk_id)) {
            kiosk_go(k, (enum screen_id)i);
        }
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct desk *desk = state;
    if (ui_tapped(event, "back") && desk->sets_up) {
        desk->sets_up = false;
        desk->page = 0;
    } else if (ui_tapped(event, "back")) {
        kiosk_end_session(k);
    } else if (ui_tapped(event, "set-up")) {
        desk->sets_up = true;
        desk->page = 0;
    } else if (counting_touched(k, event)) {
        desk->page = 0;
        read_today(k, desk);
    } else if (pages_touched(event, &desk->page)) {
        /* turned */
    } else if (ui_tapped(event, "clean")) {
        kiosk_end_session(k);
        k->cleaning = true;
    } else if (ui_tapped(event, "quit")) {
        k->quit = true;
    } else {
        open_page(k, event);
    }
}

const struct screen screen_staff_desk = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct desk),
    .needs_pin = true,
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .draw = draw,
    .say = say,
};
