/* SPDX-License-Identifier: MIT */
/*
 * The nearest AEDs: staff's own list, the nearest first, beside a drawn map of the same
 * numbers, and the official map as a QR code. Where large text leaves no room for both,
 * the list comes first, then the map, on pages.
 */
#include "conf/aeds.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "picture/qr.h"
#include "screens/aeds_map.h"
#include "screens/aeds_words.h"
#include "screens/chrome.h"
#include "screens/code.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/pages.h"
#include "screens/say.h"

enum {
    LINES = 5, /* of an AED: its name, the way, its place, its cabinet, its hours */
    BLOCKS_MAX = CONF_AEDS_MAX * LINES + 4,
    NUMBER_MAX = 16,
};

#define LIST_LEAST 11.0f /* the list's height beside the map, in lines of text */
#define MAP_MOST   1.15f /* its height, in widths: more shows no more streets */

struct state {
    struct qr qr; /* side 0: there is no address */
    char address[NAMES_MAX];
    int page;
    struct ui_rect room; /* of the whole, as it was drawn last */
    bool code_seen;      /* the code stands on the screen */
    bool code_counted;
};

/* ---- an AED of the list ------------------------------------------------------------ */

struct head {
    size_t index;
    char name[AEDS_WORDS_MAX];
};

/* Of the disc with its number: as on the map. */
static float disc_w(struct ui *ui)
{
    return ui_line_height(ui, UI_STRONG) * 1.1f;
}

static float head_h(const void *what, struct ui *ui, float w)
{
    const struct head *head = what;
    float words_w = w - disc_w(ui) - CHROME_GAP / 2;
    return fmaxf(disc_w(ui), chrome_text_h(ui, words_w, UI_STRONG, head->name));
}

static void head_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct head *head = what;
    char number[NUMBER_MAX];
    float w = disc_w(ui);
    struct ui_rect disc = chrome_cut_left(&rect, w, CHROME_GAP / 2);
    disc.h = w;
    str_format(number, sizeof number, "%zu", head->index + 1);
    ui_disc(ui, (struct ui_point){disc.x + w / 2, disc.y + w / 2}, w / 2, UI_BRAND);
    ui_text_middle(ui, disc, UI_SMALL, UI_ON_BRAND, UI_CENTER, number);
    ui_text_middle(ui, rect, UI_STRONG, UI_TEXT, UI_LEFT, head->name);
}

static void head_say(const void *what, struct str *out)
{
    say_line(out, ((const struct head *)what)->name);
}

/* ---- the map as a page of its own -------------------------------------------------- */

static float map_h(const void *what, struct ui *ui, float w)
{
    (void)what;
    return fmaxf(aeds_map_least(ui), w * 0.6f);
}

static void map_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct kiosk *k = what;
    struct aeds_map map;
    aeds_map_lay_out(&map, k, ui, rect);
    aeds_map_draw(&map, k, ui);
}

static void map_say(const void *what, struct str *out)
{
    say_text(what, out, "aeds_map_said");
}

/* ---- the whole --------------------------------------------------------------------- */

/* What the list is laid out from; it may not be moved. */
struct list {
    struct head heads[CONF_AEDS_MAX];
    char ways[CONF_AEDS_MAX][AEDS_WORDS_MAX];
    char hours[CONF_AEDS_MAX][AEDS_WORDS_MAX];
    char opens[CONF_AEDS_MAX][AEDS_WORDS_MAX];
    char places[CONF_AEDS_MAX][AEDS_WORDS_MAX];
    struct str lines; /* what else the map shows; list_free() */
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

struct look {
    bool split; /* the map stands beside or above the list, else on a page of its own */
    struct ui_rect map, code, list;
    struct code code_what;
};

/* All of an AED stands on one page, where that is high enough. */
static void put_text(struct list *list, const char *text, enum ui_color color,
                     bool is_last)
{
    list->blocks[list->count++] = (struct pages_block){.text = text,
                                                       .type = UI_BODY,
                                                       .color = color,
                                                       .gap = CHROME_GAP / 4,
                                                       .with_next = !is_last};
}

static void put_aed(const struct kiosk *k, struct list *list, size_t index)
{
    const struct conf_aed *aed = &k->aeds->items[index];
    list->heads[index].index = index;
    aeds_words_of(k, &aed->name, list->heads[index].name);
    aeds_words_of(k, &aed->place, list->places[index]);
    aeds_words_way(k, aed, list->ways[index]);
    aeds_words_hours(k, aed, list->hours[index]);
    aeds_words_opens(k, aed, list->opens[index]);
    list->blocks[list->count++] = (struct pages_block){.gap = 1.5f * CHROME_GAP,
                                                       .with_next = true,
                                                       .height = head_h,
                                                       .draw = head_draw,
                                                       .say = head_say,
                                                       .what = &list->heads[index]};
    put_text(list, list->ways[index], UI_TEXT, false);
    put_text(list, list->places[index], UI_TEXT, false);
    put_text(list, list->opens[index], UI_TEXT, false);
    put_text(list, list->hours[index], aeds_words_open(k, aed) ? UI_GOOD_WORD : UI_QUIET,
             true);
}

static void list_free(struct list *list)
{
    str_free(&list->lines);
}

/* Their names may have no room on the map itself. A road of several lines has one. */
static void put_lines(const struct kiosk *k, struct list *list)
{
    const char *before = "";
    const char *words = kiosk_tr(k, "aeds_lines");
    const char *place = strstr(words, "{names}");
    for (size_t i = 0; i < k->aeds->line_count && place; i++) {
        const char *name = k->aeds->lines[i].name.in[k->lang];
        char broken[AEDS_WORDS_MAX];
        if (*name == '\0' || str_equal(name, before)) {
            continue;
        }
        aeds_words_of(k, &k->aeds->lines[i].name, broken);
        if (list->lines.length == 0) {
            str_add_bytes(&list->lines, words, (size_t)(place - words));
        } else {
            str_add(&list->lines, "%s", kiosk_tr(k, "aeds_and"));
        }
        str_add(&list->lines, "%s", broken);
        before = name;
    }
    if (list->lines.length > 0) {
        str_add(&list->lines, "%s", place + strlen("{names}"));
        list->blocks[list->count++] = (struct pages_block){.text = list->lines.text,
                                                           .type = UI_BODY,
                                                           .color = UI_QUIET,
                                                           .gap = CHROME_GAP};
    }
}

static void lay_out_list(const struct kiosk *k, struct ui *ui, const struct look *look,
                         struct list *list)
{
    list->count = 1;
    list->lines = (struct str){0};
    list->blocks[0] = (struct pages_block){.text = kiosk_tr(k, "aeds_title"),
                                           .type = chrome_heading(ui),
                                           .color = UI_TEXT,
                                           .with_next = true};
    if (!kiosk_has_aeds(k)) { /* it has gone while somebody was on the way here */
        put_text(list, kiosk_tr(k, "aeds_none"), UI_TEXT, true);
        pages_lay_out(&list->pages, ui, look->list, list->blocks, list->count);
        return;
    }
    for (size_t i = 0; i < k->aeds->count; i++) {
        put_aed(k, list, i);
    }
    put_lines(k, list);
    if (!look->split) {
        list->blocks[list->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                           .height = map_h,
                                                           .draw = map_draw,
                                                           .say = map_say,
                                                           .what = k,
                                                           .grows = true};
    }
    if (!look->split && look->code_what.qr->side > 0) {
        list->blocks[list->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                           .height = code_h,
                                                           .draw = code_draw,
                                                           .say = code_say,
                                                           .what = &look->code_what};
    }
    pages_lay_out(&list->pages, ui, look->list, list->blocks, list->count);
}

static struct look look_at(const struct kiosk *k, const struct state *state,
                           struct ui *ui, struct ui_rect page)
{
    const struct code code_what = {
        .qr = &state->qr,
        .lines = {{kiosk_tr(k, "aeds_code"), UI_BODY, UI_TEXT, false},
                  {state->address, UI_SMALL, UI_QUIET, .asked = !k->speaking.repeated}}};
    struct look look = {.list = page, .code_what = code_what};
    if (!kiosk_has_aeds(k)) {
        return look;
    }
    bool code = state->qr.side > 0;
    struct ui_rect rest = page;
    if (ui_portrait(ui)) {
        look.map = chrome_cut_top(&rest, page.h * 0.38f, CHROME_GAP);
        float h = code ? code_h(&look.code_what, ui, rest.w) : 0;
        look.code = chrome_cut_bottom(&rest, h, code ? CHROME_GAP : 0);
    } else {
        look.map = chrome_cut_left(&rest, page.w * 0.5f, 1.5f * CHROME_GAP);
        float h = code ? code_h(&look.code_what, ui, look.map.w) : 0;
        look.code = chrome_cut_bottom(&look.map, h, code ? CHROME_GAP : 0);
    }
    look.map.h = fminf(look.map.h, look.map.w * MAP_MOST);
    look.split = fminf(look.map.w, look.map.h) >= aeds_map_least(ui) &&
                 rest.h >= LIST_LEAST * ui_line_height(ui, UI_BODY) &&
                 chrome_crowding(ui) <= 1.3f;
    if (look.split) {
        look.list = rest;
    }
    return look;
}

/* Where what `draw` draws stands on the page that is shown; no width: it does not. */
static struct ui_rect find(const struct list *list, int page,
                           void (*draw)(const void *what, struct ui *ui,
                                        struct ui_rect rect))
{
    size_t at = page < 0 ? 0 : (size_t)page;
    at = at < list->pages.count ? at : list->pages.count - 1;
    for (size_t i = 0; i < list->pages.piece_count; i++) {
        const struct pages_piece *piece = &list->pages.pieces[i];
        if (piece->page == at && list->blocks[piece->block].draw == draw) {
            return piece->rect;
        }
    }
    return (struct ui_rect){0};
}

/* What is spoken is asked for between frames: it is what stands in that room. */
static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct state *seen = k->state;
    struct ui_rect page = chrome_page(ui);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct chrome_bar bar = {.back = &home, .chips = true};
    struct list list;
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    chrome_bar(k, ui, &page, &bar);
    seen->room = page;
    struct look look = look_at(k, state, ui, page);
    lay_out_list(k, ui, &look, &list);
    pages_draw(&list.pages, ui, k->texts[k->lang], state->page);
    if (look.split) {
        map_draw(k, ui, look.map);
    }
    if (look.split && state->qr.side > 0) {
        code_draw(&look.code_what, ui, look.code);
    }
    bool code = look.split || find(&list, state->page, code_draw).w > 0;
    seen->code_seen = code && state->qr.side > 0;
    list_free(&list);
}

/* What is read of the map once is that it is there; who asks hears what it says. */
static void say_map(const struct kiosk *k, const struct look *look,
                    const struct list *list, int page, struct str *out)
{
    struct ui_rect rect = look->split ? look->map : find(list, page, map_draw);
    struct aeds_map map;
    if (k->speaking.repeated && rect.w > 0) {
        aeds_map_lay_out(&map, k, k->ui, rect);
        aeds_map_say(&map, k, out);
    }
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    struct list list;
    if (state->room.w <= 0) { /* it is not drawn yet */
        return;
    }
    struct look look = look_at(k, state, k->ui, state->room);
    lay_out_list(k, k->ui, &look, &list);
    pages_say(&list.pages, state->page, out);
    if (look.split && state->qr.side > 0) {
        code_say(&look.code_what, out);
    }
    say_map(k, &look, &list, state->page, out);
    list_free(&list);
}

/* ---- what the visitor does --------------------------------------------------------- */

static void enter(struct kiosk *k, void *block)
{
    struct state *state = block;
    if (k->aeds && k->aeds->map[0] && !qr_make(&state->qr, k->aeds->map)) {
        log_error("aeds", "%s", err_text());
    }
    names_breakable(k->aeds ? k->aeds->map : "", state->address);
}

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    if (state->code_seen && !state->code_counted) {
        state->code_counted = true;
        counter_add(&k->counter, kiosk_moment(k), COUNT_qr_shown, "", 0);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    if (ui_tapped(event, "home") || escape) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
    } else if (pages_touched(event, &state->page)) {
        kiosk_choice(k);
    }
}

const struct screen screen_aeds = {
    .name = "aeds",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
