/* SPDX-License-Identifier: MIT */
/*
 * The practice screen before the first push: how to kneel and press, and what hinders.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"
#include "screens/prompt.h"
#include "screens/say.h"
#include "screens/told.h"

enum { STEPS = 3 };

/* What to do before the first push, step by step. */
static const char *step_key(const struct kiosk *k, int step)
{
    const char *const keys[STEPS] = {"ready_kneel", "ready_hands",
                                     practice_cycles(k)            ? "ready_cycles"
                                     : k->presser == PRESSER_CHILD ? "ready_turns"
                                                                   : "ready_press"};
    return keys[step];
}

static void draw_steps(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    float h = (inside.h - (STEPS - 1) * CHROME_GAP) / STEPS;
    for (int i = 0; i < STEPS; i++) {
        struct ui_rect row = chrome_cut_top(&inside, h, CHROME_GAP);
        char number[4];
        str_format(number, sizeof number, "%d", i + 1);
        float r = fminf(44, h * 0.4f);
        struct ui_rect disc = chrome_cut_left(&row, 2 * r, CHROME_GAP);
        ui_disc(ui, (struct ui_point){disc.x + r, disc.y + disc.h / 2}, r, UI_BAND);
        ui_text_middle(ui, disc, UI_STRONG, UI_TEXT, UI_CENTER, number);

        static const enum ui_type types[] = {UI_HEADING, UI_STRONG};

        const char *text = kiosk_tr(k, step_key(k, i));
        ui_text_middle(ui, row, chrome_fit(ui, row, types, 2, text), UI_TEXT, UI_LEFT,
                       text);
    }
}

/* Least height in which the steps can be read. */
static float steps_h(const struct ui *ui)
{
    return STEPS * ui_line_height(ui, UI_STRONG) * 0.8f + 2 * CHROME_PAD +
           (STEPS - 1) * CHROME_GAP;
}

/* What this manikin cannot do, above the steps, or instead of them: who knows them has no
 * use for them, and all others will ask the staff first. */
static void draw_limits(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                        const struct ready *told)
{
    float card_h = told_card_h(k, ui, page.w, told);
    bool has_steps = page.h >= card_h + CHROME_GAP + steps_h(ui);
    told_card(k, ui, has_steps ? chrome_cut_top(&page, card_h, CHROME_GAP) : page, told);
    if (has_steps) {
        draw_steps(k, ui, page);
    }
}

/* The rescuer and the three steps; large text needs the rescuer's room. */
void practice_waiting(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    const struct ready *told = station_ready(kiosk_station(k));
    struct run_shown run = kiosk_run_shown(k);
    bool asks = practice_asks_presser(k, PRACTICE_WAITING);
    bool large = chrome_crowding(ui) > (asks ? 1.15f : 1.3f);
    practice_foot(k, ui, &page, PRACTICE_WAITING);
    if (asks) {
        practice_pressers(k, ui, &page);
    }
    if (told->title) {
        draw_limits(k, ui, page, told);
        return;
    }
    float head_h = prompt_h(k, ui, page.w);
    if (page.h < head_h + CHROME_GAP + steps_h(ui)) { /* the steps say it all */
        draw_steps(k, ui, page);
        return;
    }
    struct ui_rect head = chrome_cut_top(&page, head_h, CHROME_GAP);
    float clock_h =
        40 + ui_line_height(ui, UI_SMALL) + 0.7f * ui_line_height(ui, UI_LIVE);
    if (!ui_portrait(ui) && !large && head_h >= clock_h) {
        gauge_time(&run, ui, chrome_cut_right(&head, head.w * 0.29f, CHROME_GAP));
    }
    prompt_draw(k, ui, head);
    if (ui_portrait(ui)) {
        float share = large ? 0.3f : 0.45f;
        practice_figure(ui, chrome_cut_top(&page, page.h * share, CHROME_GAP),
                        kiosk_chest_mm(k), (float)kiosk_screen_s(k));
    } else if (!large) {
        practice_figure(ui, chrome_cut_left(&page, page.w * 0.46f, CHROME_GAP),
                        kiosk_chest_mm(k), (float)kiosk_screen_s(k));
    }
    draw_steps(k, ui, page);
}

void practice_waiting_say(const struct kiosk *k, struct str *out)
{
    const struct ready *told = station_ready(kiosk_station(k));
    if (told->title) {
        told_say(k, told, out);
    } else {
        say_text(k, out, prompt_key(k));
    }
    for (int i = 0; i < STEPS; i++) {
        say_text(k, out, step_key(k, i));
    }
}
