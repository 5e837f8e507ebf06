/* SPDX-License-Identifier: MIT */
#include "screens/cards/words.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"

#define BADGE 120.0f

static void draw_badge(struct ui *ui, struct ui_rect rect, enum icon icon)
{
    float r = rect.h / 2;
    struct ui_rect square = {rect.x, rect.y, rect.h, rect.h};
    ui_disc(ui, (struct ui_point){rect.x + r, rect.y + r}, r, UI_GOOD);
    ui_icon(ui, chrome_inset(square, r * 0.42f), icon, UI_ON_BRAND);
}

void words_draw(struct ui *ui, struct ui_rect rect, const struct words *words)
{
    struct {
        const char *text;
        enum ui_type type;
        enum ui_color color;
    } const lines[] = {
        {words->title, UI_TITLE, UI_TEXT},
        {words->text, chrome_heading(ui), UI_TEXT},
        {words->value, UI_SCORE, UI_GOOD_WORD},
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
            ui_text(ui, chrome_cut_top(&rect, heights[i] * shrink, CHROME_GAP * shrink),
                    lines[i].type, lines[i].color, UI_LEFT, lines[i].text);
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
