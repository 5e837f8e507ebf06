/* SPDX-License-Identifier: MIT */
#include "screens/cards/words.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"

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
    float shrink = fminf(rect.h / ui_line_height(ui, UI_SCORE), 1);
    float x = ui_measure(ui, rect.w, UI_SCORE, words->value).w * shrink + UNIT_GAP;
    float line = ui_line_height(ui, UI_HEADING) * shrink;
    float foot = rect.y + rect.h - BASELINE * (rect.h - line);
    ui_text(ui, (struct ui_rect){rect.x + x, foot - line, rect.w - x, line}, UI_HEADING,
            UI_GOOD_WORD, UI_LEFT, words->unit);
}

void words_draw(struct ui *ui, struct ui_rect rect, const struct words *words)
{
    bool beside = *words->unit && has_unit_room(ui, rect.w, words);

    struct {
        const char *text;
        enum ui_type type;
        enum ui_color color;
    } const lines[] = {
        {words->title, UI_TITLE, UI_TEXT},
        {words->text, chrome_heading(ui), UI_TEXT},
        {words->value, UI_SCORE, UI_GOOD_WORD},
        {beside ? "" : words->unit, UI_HEADING, UI_GOOD_WORD},
        {words->note, UI_SMALL, UI_QUIET},
    };

    enum { LINES = sizeof lines / sizeof *lines };

    float heights[LINES];
    float icon = words->icon != ICON_NONE ? BADGE : 0;
    float sum = icon > 0 ? icon + CHROME_GAP : 0;
    for (int i = 0; i < LINES; i++) {
        heights[i] = chrome_text_h(ui, rect.w, lines[i].type, lines[i].text);
        sum += heights[i] > 0 ? heights[i] + CHROME_GAP : 0;
    }
    sum -= CHROME_GAP;
    float shrink = fminf(rect.h / sum, 1);
    /* A little above the middle, where the eye expects it. */
    chrome_cut_top(&rect, (rect.h - sum * shrink) * 0.42f, 0);
    if (icon > 0) {
        draw_badge(ui, chrome_cut_top(&rect, icon * shrink, CHROME_GAP * shrink),
                   words->icon);
    }
    for (int i = 0; i < LINES; i++) {
        if (heights[i] > 0) {
            struct ui_rect line =
                chrome_cut_top(&rect, heights[i] * shrink, CHROME_GAP * shrink);
            ui_text(ui, line, lines[i].type, lines[i].color, UI_LEFT, lines[i].text);
            if (beside && lines[i].type == UI_SCORE) {
                draw_unit(ui, line, words);
            }
        }
    }
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
