/* SPDX-License-Identifier: MIT */
/*
 * Where the parts of the staff's month stand: on a wide screen, at the usual size, side
 * by side; else below each other, on as many pages as they need. The same words stand in
 * both.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/month_page.h"
#include "screens/staff/page.h"

#define PAD           20.0f
#define CARD_PAD      16.0f /* of a card, above and below */
#define PART_GAP      10.0f
#define ROW_GAP       20.0f
#define LESSONS_SHARE 0.40f
#define CARD_LEAST    420.0f /* of a card in a row of cards, at the usual size */

enum { BLOCKS_MAX = MONTH_CARDS + FIGURES_LESSONS_MAX + 12 };

/* ---- side by side ------------------------------------------------------------------ */

struct whole {
    struct ui_rect head, cards, days, lessons, foot;
    bool fits;
};

static float cards_h(const struct month_view *view, struct ui *ui, float card_w)
{
    float h = 0;
    for (size_t i = 0; i < MONTH_CARDS; i++) {
        h = fmaxf(h, month_card_h(view, i, ui, card_w - 2 * PAD));
    }
    return h + 2 * CARD_PAD;
}

static float days_h(const struct month_view *view, struct ui *ui, float w)
{
    return month_chart_h(view, ui, w) + PART_GAP +
           chrome_text_h(ui, w, UI_SMALL, view->page->words.caption);
}

/* The title, and a row each; or that there is none. */
static float lessons_h(const struct month_view *view, struct ui *ui, float w)
{
    size_t count = month_lessons_count(view->page);
    const char *none = kiosk_tr(view->k, "month_lessons_none");
    float h = month_lessons_head_h(view, ui, w);
    h += count > 0 ? 0 : chrome_text_h(ui, w, UI_BODY, none);
    for (size_t i = 0; i < count; i++) {
        h += month_lesson_h(view, i, ui, w);
    }
    return h;
}

/* How wide the period is with the buttons beside it: in smaller words where large ones
 * would leave the spans no room. */
static float turn_w(const struct month_view *view, struct ui *ui, float room_w)
{
    const char *title = view->page->words.title;
    float buttons = 2 * chrome_button_h(ui) + 3 * CHROME_GAP;
    float most = room_w - CHROME_GAP - month_spans_w(view, ui) - buttons;
    float words = ui_measure(ui, room_w, chrome_heading(ui), title).w;
    words = words <= most ? words : ui_measure(ui, room_w, UI_ACTION, title).w;
    return words + buttons;
}

static struct whole lay_out_whole(const struct month_view *view, struct ui *ui,
                                  struct ui_rect room)
{
    struct whole whole = {.fits = false};
    float head_w = turn_w(view, ui, room.w) + CHROME_GAP + month_spans_w(view, ui);
    if (ui_portrait(ui) || chrome_crowding(ui) > 1.1f || head_w > room.w) {
        return whole;
    }
    float card_w = chrome_column(room, 0, MONTH_CARDS, CHROME_GAP).w;
    whole.head = chrome_cut_top(&room, chrome_button_h(ui), ROW_GAP);
    whole.cards = chrome_cut_top(&room, cards_h(view, ui, card_w), ROW_GAP);
    whole.foot = chrome_cut_bottom(
        &room, chrome_text_h(ui, room.w, UI_SMALL, view->page->words.foot), PART_GAP);
    whole.lessons = chrome_cut_right(&room, room.w * LESSONS_SHARE, CHROME_GAP);
    whole.days = room;
    whole.fits =
        days_h(view, ui, whole.days.w - 2 * PAD) + 2 * PAD <= whole.days.h &&
        lessons_h(view, ui, whole.lessons.w - 2 * PAD) + 2 * PAD <= whole.lessons.h;
    return whole;
}

static void draw_lessons(const struct month_view *view, struct ui *ui,
                         struct ui_rect card)
{
    size_t count = month_lessons_count(view->page);
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, PAD);
    float spare = inside.h - lessons_h(view, ui, inside.w);
    float gap = fminf(spare / (float)(count + 1), PART_GAP);
    float head_h = month_lessons_head_h(view, ui, inside.w);
    month_lessons_head_draw(view, ui, chrome_cut_top(&inside, head_h, gap));
    if (count == 0) {
        ui_text(ui, inside, UI_BODY, UI_QUIET, UI_LEFT,
                kiosk_tr(view->k, "month_lessons_none"));
    }
    for (size_t i = 0; i < count; i++) {
        float row_h = month_lesson_h(view, i, ui, inside.w);
        month_lesson_draw(view, i, ui, chrome_cut_top(&inside, row_h, gap));
    }
}

static void draw_whole(const struct month_view *view, struct ui *ui, struct whole whole)
{
    float turn = turn_w(view, ui, whole.head.w);
    struct ui_rect spans =
        chrome_cut_right(&whole.head, month_spans_w(view, ui), CHROME_GAP);
    month_spans_draw(view, ui, spans);
    month_turn_draw(view, ui, chrome_cut_left(&whole.head, turn, 0));
    for (size_t i = 0; i < MONTH_CARDS; i++) {
        struct ui_rect card = chrome_column(whole.cards, i, MONTH_CARDS, CHROME_GAP);
        ui_card(ui, card, UI_CARD);
        card.y += CARD_PAD - PAD;
        card.h -= 2 * (CARD_PAD - PAD);
        month_card_draw(view, i, ui, chrome_inset(card, PAD));
    }
    ui_card(ui, whole.days, UI_CARD);
    struct ui_rect days = chrome_inset(whole.days, PAD);
    const char *caption = view->page->words.caption;
    struct ui_rect below =
        chrome_cut_bottom(&days, chrome_text_h(ui, days.w, UI_SMALL, caption), PART_GAP);
    month_chart_draw(view, ui, days);
    ui_text(ui, below, UI_SMALL, UI_TEXT, UI_LEFT, caption);
    draw_lessons(view, ui, whole.lessons);
    ui_text(ui, whole.foot, UI_SMALL, UI_QUIET, UI_LEFT, view->page->words.foot);
}

/* ---- below each other -------------------------------------------------------------- */

/* A row of cards, or a lesson. */
struct part {
    const struct month_view *view;
    size_t first, count, columns; /* of the cards in a row */
};

static float turn_h(const void *what, struct ui *ui, float w)
{
    return month_turn_h(what, ui, w);
}

static void turn_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    month_turn_draw(what, ui, rect);
}

static void turn_say(const void *what, struct str *out)
{
    const struct month_view *view = what;
    say_line(out, view->page->words.title);
}

static float spans_h(const void *what, struct ui *ui, float w)
{
    return month_spans_h(what, ui, w);
}

static void spans_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    month_spans_draw(what, ui, rect);
}

static float row_h(const void *what, struct ui *ui, float w)
{
    const struct part *part = what;
    const struct ui_rect rect = {.w = w};
    float h = 0;
    for (size_t i = 0; i < part->count; i++) {
        float card_w = chrome_column(rect, i, part->columns, CHROME_GAP).w;
        h = fmaxf(h, month_card_h(part->view, part->first + i, ui, card_w));
    }
    return h;
}

static void row_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct part *part = what;
    for (size_t i = 0; i < part->count; i++) {
        month_card_draw(part->view, part->first + i, ui,
                        chrome_column(rect, i, part->columns, CHROME_GAP));
    }
}

static void say_card(const struct month_words *words, size_t index, struct str *out)
{
    say_line(out, words->cards[index].said);
    say_line(out, words->cards[index].note);
}

static void row_say(const void *what, struct str *out)
{
    const struct part *part = what;
    for (size_t i = 0; i < part->count; i++) {
        say_card(&part->view->page->words, part->first + i, out);
    }
}

static float chart_h(const void *what, struct ui *ui, float w)
{
    return month_chart_h(what, ui, w);
}

static void chart_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    month_chart_draw(what, ui, rect);
}

static void chart_say(const void *what, struct str *out)
{
    const struct month_view *view = what;
    say_line(out, view->page->words.most);
    say_line(out, view->page->words.groups);
}

static float lessons_head_h(const void *what, struct ui *ui, float w)
{
    return month_lessons_head_h(what, ui, w);
}

static void lessons_head_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    month_lessons_head_draw(what, ui, rect);
}

static void lessons_head_say(const void *what, struct str *out)
{
    const struct month_view *view = what;
    say_text(view->k, out, "month_lessons");
}

static float lesson_h(const void *what, struct ui *ui, float w)
{
    const struct part *part = what;
    return month_lesson_h(part->view, part->first, ui, w);
}

static void lesson_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct part *part = what;
    month_lesson_draw(part->view, part->first, ui, rect);
}

static void lesson_say(const void *what, struct str *out)
{
    const struct part *part = what;
    say_line(out, part->view->page->words.lessons[part->first].said);
}

/* What it is laid out from; it stays where it is until it is drawn or said. */
struct column {
    struct month_view view;
    struct part rows[MONTH_CARDS];
    struct part lessons[FIGURES_LESSONS_MAX + 1];
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

static void put_words(struct column *column, const char *text, enum ui_type type,
                      enum ui_color color, bool with_next)
{
    column->blocks[column->count++] = (struct pages_block){.text = text,
                                                           .type = type,
                                                           .color = color,
                                                           .gap = ROW_GAP,
                                                           .with_next = with_next};
}

static void put_cards(struct column *column, struct ui *ui, float w)
{
    float least = CARD_LEAST * ui_text_scale(ui);
    size_t columns = MONTH_CARDS;
    while (columns > 1 &&
           chrome_column((struct ui_rect){.w = w}, 0, columns, CHROME_GAP).w < least) {
        columns /= 2;
    }
    for (size_t i = 0; i < MONTH_CARDS; i += columns) {
        struct part *row = &column->rows[i / columns];
        *row = (struct part){
            .view = &column->view, .first = i, .count = columns, .columns = columns};
        column->blocks[column->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                               .height = row_h,
                                                               .draw = row_draw,
                                                               .say = row_say,
                                                               .what = row};
    }
}

static void put_lessons(struct column *column)
{
    const struct kiosk *k = column->view.k;
    size_t count = month_lessons_count(column->view.page);
    column->blocks[column->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                           .height = lessons_head_h,
                                                           .draw = lessons_head_draw,
                                                           .say = lessons_head_say,
                                                           .what = &column->view,
                                                           .with_next = true};
    if (count == 0) {
        put_words(column, kiosk_tr(k, "month_lessons_none"), UI_BODY, UI_QUIET, false);
    }
    for (size_t i = 0; i < count; i++) {
        column->lessons[i] = (struct part){.view = &column->view, .first = i};
        column->blocks[column->count++] =
            (struct pages_block){.gap = PART_GAP,
                                 .height = lesson_h,
                                 .draw = lesson_draw,
                                 .say = lesson_say,
                                 .what = &column->lessons[i]};
    }
}

static void put_figures(struct column *column, struct ui *ui, float w)
{
    const struct month_words *words = &column->view.page->words;
    put_cards(column, ui, w);
    column->blocks[column->count++] = (struct pages_block){.gap = CHROME_GAP,
                                                           .height = chart_h,
                                                           .draw = chart_draw,
                                                           .say = chart_say,
                                                           .what = &column->view,
                                                           .grows = true};
    put_words(column, words->caption, UI_SMALL, UI_TEXT, false);
    put_lessons(column);
    put_words(column, words->foot, UI_SMALL, UI_QUIET, false);
}

static void lay_out(const struct month_view *view, struct ui *ui, struct ui_rect room,
                    struct column *column)
{
    const struct month_page *page = view->page;
    column->view = *view;
    column->count = 0;
    column->blocks[column->count++] = (struct pages_block){
        .height = turn_h, .draw = turn_draw, .say = turn_say, .what = &column->view};
    column->blocks[column->count++] = (struct pages_block){
        .gap = ROW_GAP, .height = spans_h, .draw = spans_draw, .what = &column->view};
    if (page->fault[0]) {
        put_words(column, page->fault, UI_BODY, UI_TEXT, false);
    } else if (!page->is_read) {
        put_words(column, kiosk_tr(view->k, "month_reading"), UI_BODY, UI_QUIET, false);
    } else {
        put_figures(column, ui, room.w);
    }
    pages_lay_out(&column->pages, ui, room, column->blocks, column->count);
}

/* ---- the whole --------------------------------------------------------------------- */

/* What is spoken is asked for between frames: it is what stands in that room. */
void month_shown_draw(const struct kiosk *k, const struct month_page *page, struct ui *ui)
{
    struct month_page *seen = k->state;
    struct ui_button actions[CHROME_ACTIONS_MAX];
    size_t count = month_actions(k, page, actions);
    const struct month_view view = {.k = k, .page = page};
    struct column column;
    seen->room = staff_page_with(k, ui, actions, count);
    if (page->is_read) {
        struct whole whole = lay_out_whole(&view, ui, page->room);
        if (whole.fits) {
            draw_whole(&view, ui, whole);
            return;
        }
    }
    ui_card(ui, page->room, UI_CARD);
    lay_out(&view, ui, chrome_inset(page->room, PAD), &column);
    pages_draw(&column.pages, ui, k->texts[k->lang], page->page);
}

static void say_whole(const struct month_page *page, const struct kiosk *k,
                      struct str *out)
{
    const struct month_words *words = &page->words;
    size_t count = month_lessons_count(page);
    say_line(out, words->title);
    for (size_t i = 0; i < MONTH_CARDS; i++) {
        say_card(words, i, out);
    }
    say_line(out, words->most);
    say_line(out, words->groups);
    say_line(out, words->caption);
    say_text(k, out, "month_lessons");
    if (count == 0) {
        say_text(k, out, "month_lessons_none");
    }
    for (size_t i = 0; i < count; i++) {
        say_line(out, words->lessons[i].said);
    }
    say_line(out, words->foot);
}

void month_shown_say(const struct kiosk *k, const struct month_page *page,
                     struct str *out)
{
    const struct month_view view = {.k = k, .page = page};
    struct column column;
    if (page->room.w <= 0) { /* it is not drawn yet */
        return;
    }
    if (page->is_read && lay_out_whole(&view, k->ui, page->room).fits) {
        say_whole(page, k, out);
        return;
    }
    lay_out(&view, k->ui, chrome_inset(page->room, PAD), &column);
    pages_say(&column.pages, page->page, out);
}
