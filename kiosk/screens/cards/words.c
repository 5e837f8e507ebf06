/* SPDX-License-Identifier: MIT */
#include "screens/cards/words.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"

enum { VALUE_SAID_MAX = 256 };

#define BADGE    120.0f
#define UNIT_GAP 14.0f
/* Of a line's height: from its foot to what the letters stand on. */
#define BASELINE 0.2f

static void draw_badge(struct ui *ui, struct ui_rect rect, enum icon icon)
{
    float r = rect.h / 2;
    struct ui_rect square = {rect.x, rect.y, rect.h, rect.h};
    ui_disc(ui, (struct ui_point){rect.x + r, rect.y + r}, r, UI_GOOD);
    ui_icon(ui, chrome_inset(square, r * 0.42f), icon, UI_ON_BRAND);
}

/* Whether the unit has room behind its number. */
static bool has_unit_room(struct ui *ui, float w, const struct words *words)
{
    return ui_measure(ui, 4 * w, UI_SCORE, words->value).w + UNIT_GAP +
               ui_measure(ui, 4 * w, UI_HEADING, words->unit).w <=
           w;
}

/* On the baseline of the number that fills `rect`. */
static void draw_unit(struct ui *ui, struct ui_rect rect, const struct words *words)
{
    float x = ui_measure(ui, rect.w, UI_SCORE, words->value).w + UNIT_GAP;
    float line = ui_line_height(ui, UI_HEADING);
    float foot = rect.y + rect.h - BASELINE * (rect.h - line);
    ui_text(ui, (struct ui_rect){rect.x + x, foot - line, rect.w - x, line}, UI_HEADING,
            UI_GOOD_WORD, UI_LEFT, words->unit);
}

/* The badge, or the number with its unit, as a block. */
static float badge_h(const void *what, struct ui *ui, float w)
{
    (void)ui;
    (void)w;
    return ((const struct words *)what)->icon != ICON_NONE ? BADGE : 0;
}

static void badge_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    draw_badge(ui, rect, ((const struct words *)what)->icon);
}

/* The largest type in which the number has room; large text has larger ones. */
static enum ui_type value_type(struct ui *ui, float w, const char *value)
{
    static const enum ui_type types[] = {UI_SCORE, UI_TITLE, UI_HEADING};
    struct ui_rect line = {0, 0, w, 2 * ui_line_height(ui, UI_SCORE) - 1};
    return chrome_fit(ui, line, types, sizeof types / sizeof *types, value);
}

/* Below the number, where it has no room beside it. */
static float unit_below_h(struct ui *ui, float w, const struct words *words)
{
    bool beside =
        value_type(ui, w, words->value) == UI_SCORE && has_unit_room(ui, w, words);
    return beside ? 0 : chrome_text_h(ui, w, UI_HEADING, words->unit);
}

static float value_h(const void *what, struct ui *ui, float w)
{
    const struct words *words = what;
    enum ui_type type = value_type(ui, w, words->value);
    float h = chrome_text_h(ui, w, type, words->value);
    return h > 0 ? h + unit_below_h(ui, w, words) : 0;
}

static void value_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct words *words = what;
    float below = unit_below_h(ui, rect.w, words);
    struct ui_rect whole = rect;
    struct ui_rect unit = chrome_cut_bottom(&rect, below, 0);
    ui_text(ui, rect, value_type(ui, rect.w, words->value), UI_GOOD_WORD, UI_LEFT,
            words->value);
    if (below > 0) {
        ui_text(ui, unit, UI_HEADING, UI_GOOD_WORD, UI_LEFT, words->unit);
    } else if (*words->unit) {
        draw_unit(ui, rect, words);
    }
    char said[VALUE_SAID_MAX]; /* both in one */
    str_format(said, sizeof said, "%s%s%s", words->value, *words->unit ? " " : "",
               words->unit);
    ui_says(ui, whole, UI_GOOD_WORD, said);
}

void words_lay_out(struct words_laid *laid, struct ui *ui, struct ui_rect rect,
                   const struct words *words, const struct pages_block *more,
                   size_t more_count)
{
    /* A title of twice the size would be a page of its own. */
    enum ui_type title = ui_text_scale(ui) >= 2 ? UI_HEADING : UI_TITLE;
    const struct pages_block blocks[] = {
        {.height = badge_h, .draw = badge_draw, .what = words, .with_next = true},
        {.text = words->title,
         .type = title,
         .color = UI_TEXT,
         .gap = CHROME_GAP,
         .with_next = true},
        {.text = words->text,
         .type = chrome_heading(ui),
         .color = UI_TEXT,
         .gap = CHROME_GAP},
        {.height = value_h, .draw = value_draw, .what = words, .gap = CHROME_GAP},
        {.text = words->note, .type = UI_SMALL, .color = UI_QUIET, .gap = CHROME_GAP},
    };
    size_t count = sizeof blocks / sizeof *blocks;
    memcpy(laid->blocks, blocks, sizeof blocks);
    for (size_t i = 0; i < more_count && i < WORDS_MORE_MAX; i++) {
        laid->blocks[count++] = more[i];
    }
    pages_lay_out(&laid->pages, ui, rect, laid->blocks, count);
    if (laid->pages.count == 1) { /* a little above the middle, where the eye is */
        chrome_cut_top(&rect, (rect.h - laid->pages.used_h) * 0.42f, 0);
        pages_lay_out(&laid->pages, ui, rect, laid->blocks, count);
    }
}

void words_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                const struct words *words, int page)
{
    struct words_laid laid;
    words_lay_out(&laid, ui, rect, words, NULL, 0);
    pages_draw(&laid.pages, ui, k->texts[k->lang], page);
}

void words_input(struct kiosk *k, const struct lesson_card *card, void *state,
                 const struct ui_event *event)
{
    (void)card;
    (void)state;
    if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        card_answer(k, NULL);
    }
}
