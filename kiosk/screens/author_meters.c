/* SPDX-License-Identifier: MIT */
#include "screens/author_meters.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "screens/activity.h"
#include "screens/author_desk.h"
#include "screens/chrome.h"
#include "speech/length.h"

enum { PAGES_MAX = 30, WORDS_MAX = 128 };

#define ROW_GAP    14.0f
#define BAR_H      16.0f
#define NAME_SHARE 0.3f

/* The rooms as room.h names them, with what authors call them. */
static const struct {
    const char *place, *key;
} rooms[AUTHOR_ROOMS] = {{"place_card", "author_room_card"},
                         {"place_button", "author_room_button"},
                         {"place_reason", "author_room_reason"}};

/* The steps of text at which pages are counted. */
static const int steps[AUTHOR_STEPS] = {0, KIOSK_TEXT_STEPS - 1};

void author_meters_close(struct author_meters *meters)
{
    room_close(meters->room);
    author_pane_close(&meters->measure);
    *meters = (struct author_meters){.due = false};
}

bool author_meters_open(struct author_meters *meters, const struct kiosk *k)
{
    size_t count = 0;
    *meters = (struct author_meters){.due = true};
    struct conf_words *words = author_words(k->paths);
    const char *const *items = words ? conf_words(words, &count) : NULL;
    meters->room = room_open(items, count);
    conf_words_free(words);
    bool good = meters->room && author_pane_open(&meters->measure, k, 0);
    if (!good) {
        author_meters_close(meters);
    }
    return good;
}

/* ---- measuring --------------------------------------------------------------------- */

static float fullness(const struct room_need *need)
{
    return need->room > 0 ? (float)need->characters / (float)need->room : 0;
}

static void take_need(void *context, const struct room_need *need)
{
    struct author_measured *measured = context;
    for (size_t i = 0; i < AUTHOR_ROOMS; i++) {
        struct room_need *fullest = &measured->rooms[i];
        if (str_equal(rooms[i].place, need->place) &&
            (fullest->characters == 0 || fullness(need) > fullness(fullest))) {
            *fullest = *need;
        }
    }
}

/* What the card says from its first page on, line by line. */
static double heard_s(const struct kiosk *own)
{
    struct str said = {0};
    double seconds = 0;
    kiosk_say(own, &said);
    for (char *line = said.text; line && *line;) {
        char *end = line + strcspn(line, "\n");
        bool last = *end == '\0';
        *end = '\0';
        seconds += speech_length_s(own->languages->items[own->lang].locale, line);
        line = last ? end : end + 1;
    }
    str_free(&said);
    return seconds;
}

static int count_pages(struct kiosk *own)
{
    struct ui_rect next;
    int pages = 1;
    while (pages < PAGES_MAX && ui_find_id(own->ui, "page-next", &next)) {
        ui_inject_tap(own->ui, next.x + next.w / 2, next.y + next.h / 2);
        kiosk_frame(own);
        kiosk_frame(own);
        pages++;
    }
    return pages;
}

static void measure(struct author_meters *meters, const struct author_pane *pane,
                    const struct draft *draft, struct author_measured *measured)
{
    const struct kiosk *own = pane->kiosk;
    const struct lesson_card *card =
        own->lesson && !pane->broken ? lesson_card(own->lesson) : NULL;
    *measured = (struct author_measured){.there = card != NULL};
    if (!card) {
        return;
    }
    const char *locale = own->languages->items[own->lang].locale;
    room_check(meters->room, card, str_starts(locale, "zh"), take_need, measured);
    measured->seconds = heard_s(own);
    struct kiosk *hidden = meters->measure.kiosk;
    for (size_t i = 0; i < AUTHOR_STEPS; i++) {
        activity_drop(hidden);
        kiosk_set_lang(hidden, kiosk_lang(own));
        while (hidden->text_step != steps[i]) {
            kiosk_next_text_step(hidden);
        }
        author_pane_begin(&meters->measure, draft, own->lesson_cards);
        measured->pages[i] = count_pages(hidden);
    }
}

void author_meters_take(struct author_meters *meters, const struct author_panes *panes,
                        const struct draft *draft)
{
    if (!meters->due || !meters->room) {
        return;
    }
    meters->due = false;
    for (size_t i = 0; i < panes->count; i++) {
        measure(meters, &panes->panes[i], draft, &meters->of[i]);
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static void draw_bar(struct ui *ui, struct ui_rect rect, const struct room_need *need)
{
    float full = fminf(fullness(need), 1);
    rect.y += (rect.h - BAR_H) / 2;
    rect.h = BAR_H;
    ui_fill(ui, rect, BAR_H / 2, UI_TRACK);
    rect.w = fmaxf(rect.w * full, BAR_H);
    ui_fill(ui, rect, BAR_H / 2, need->fits ? UI_GOOD : UI_CHANGE_SHAPE);
}

/* "34 of 60", and a bar; an arrow where it is too much. */
static void draw_room(const struct kiosk *k, struct ui *ui, struct ui_rect cell,
                      const struct room_need *need)
{
    char words[WORDS_MAX];
    char n[16];
    char of[16];
    if (need->characters == 0) {
        ui_text_middle(ui, cell, UI_SMALL, UI_QUIET, UI_RIGHT, "–");
        return;
    }
    str_format(n, sizeof n, "%d", need->characters);
    str_format(of, sizeof of, "%d", need->room);
    kiosk_fill(k, words, sizeof words, need->fits ? "author_fits" : "author_long",
               (const char *const[]){"n", n, "room", of, NULL});
    float w = ui_measure(ui, cell.w, UI_SMALL, words).w;
    ui_text_middle(ui, chrome_cut_right(&cell, w, ROW_GAP), UI_SMALL,
                   need->fits ? UI_TEXT : UI_INK_AMBER, UI_RIGHT, words);
    if (cell.w > 4 * BAR_H) {
        draw_bar(ui, cell, need);
    }
}

static void draw_count(const struct kiosk *k, struct ui *ui, struct ui_rect cell,
                       const char *key, int count)
{
    char words[WORDS_MAX];
    char n[16];
    str_format(n, sizeof n, "%d", count);
    str_copy(words, sizeof words, "–"); /* it does not stand there */
    if (count > 0) {
        kiosk_fill(k, words, sizeof words, key, (const char *const[]){"n", n, NULL});
    }
    ui_text_middle(ui, cell, UI_SMALL, UI_TEXT, UI_RIGHT, words);
}

/* A row's name; what is left is a cell for each language. */
static struct ui_rect begin_row(const struct kiosk *k, struct ui *ui,
                                struct ui_rect *inside, const char *name)
{
    struct ui_rect row = chrome_cut_top(inside, ui_line_height(ui, UI_SMALL), ROW_GAP);
    ui_text_middle(ui, chrome_cut_left(&row, row.w * NAME_SHARE, ROW_GAP), UI_SMALL,
                   UI_QUIET, UI_LEFT, name ? kiosk_tr(k, name) : "");
    return row;
}

static void draw_cells(const struct kiosk *k, const struct author_meters *meters,
                       const struct author_panes *panes, struct ui *ui,
                       struct ui_rect inside)
{
    static const char *const page_names[AUTHOR_STEPS] = {"author_pages_small",
                                                         "author_pages_large"};
    for (size_t i = 0; i < AUTHOR_ROOMS; i++) {
        struct ui_rect row = begin_row(k, ui, &inside, rooms[i].key);
        for (size_t n = 0; n < panes->count; n++) {
            draw_room(k, ui, chrome_column(row, n, AUTHOR_PANES, CHROME_GAP),
                      &meters->of[n].rooms[i]);
        }
    }
    for (size_t i = 0; i < AUTHOR_STEPS; i++) {
        struct ui_rect row = begin_row(k, ui, &inside, page_names[i]);
        for (size_t n = 0; n < panes->count; n++) {
            draw_count(k, ui, chrome_column(row, n, AUTHOR_PANES, CHROME_GAP),
                       "author_pages", meters->of[n].pages[i]);
        }
    }
    struct ui_rect row = begin_row(k, ui, &inside, "author_heard");
    for (size_t n = 0; n < panes->count; n++) {
        draw_count(k, ui, chrome_column(row, n, AUTHOR_PANES, CHROME_GAP),
                   "author_seconds", (int)ceil(meters->of[n].seconds));
    }
}

void author_meters_draw(const struct kiosk *k, const struct author_meters *meters,
                        const struct author_panes *panes, struct ui *ui,
                        struct ui_rect rect)
{
    struct ui_rect inside = author_card_begin(ui, rect, kiosk_tr(k, "author_meters"));
    bool any = false;
    for (size_t i = 0; i < panes->count; i++) {
        any = any || meters->of[i].there;
    }
    if (!any) {
        ui_text(ui, inside, UI_SMALL, UI_QUIET, UI_LEFT, kiosk_tr(k, "author_no_words"));
        return;
    }
    struct ui_rect row = begin_row(k, ui, &inside, NULL);
    for (size_t n = 0; n < panes->count; n++) {
        ui_text_middle(ui, chrome_column(row, n, AUTHOR_PANES, CHROME_GAP), UI_SMALL,
                       UI_TEXT, UI_RIGHT, k->languages->items[n].name);
    }
    draw_cells(k, meters, panes, ui, inside);
}
