/* SPDX-License-Identifier: MIT */
/*
 * The practice screen while somebody presses: the prompt, the curve, the figures.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"
#include "screens/prompt.h"
#include "screens/stopped.h"

enum { WORDS_MAX = 96 };

/* Below this height the rescuer is too small to show anything. */
#define FIGURE_MIN 170.0f

void practice_figure(struct ui *ui, struct ui_rect rect, float press_mm, float seconds)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    ui_scene(ui, chrome_inset(rect, 16), CHROME_RADIUS - 16,
             &(struct scene_view){.name = "press",
                                  .ground = SCENE_ON_DARK,
                                  .seconds = seconds,
                                  .press_mm = press_mm});
}

/* Width of the column that the curve and the bars keep free for their labels. */
static float label_column(const struct kiosk *k, struct ui *ui, const char *band, float w)
{
    float widest = fmaxf(ui_measure(ui, w, UI_SMALL, kiosk_tr(k, "curve_rest")).w,
                         fmaxf(ui_measure(ui, w, UI_SMALL, band).w,
                               ui_measure(ui, w, UI_SMALL, kiosk_tr(k, "last_ten")).w));
    return fminf(widest + 4, w * 0.25f);
}

static void draw_charts(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    if (stopped_is(k)) { /* a curve that lies still tells nothing */
        stopped_draw(k, ui, rect);
        return;
    }
    const struct cpr_guideline *guideline = kiosk_run(k)->plan.guideline;
    bool judged =
        kiosk_run(k)->plan.kind == RUN_PRACTICE && !kiosk_run(k)->plan.rhythm_only;
    char band[WORDS_MAX];
    str_format(band, sizeof band, "%.0f–%.0f %s", guideline->depth_mm.low,
               guideline->depth_mm.high, kiosk_tr(k, "unit_mm"));
    float label_w = label_column(k, ui, band, rect.w);
    if (judged) {
        struct ui_rect last = chrome_cut_bottom(&rect, rect.h * 0.3f, CHROME_GAP);
        ui_fill(ui, last, CHROME_RADIUS, UI_CARD);
        struct ui_rect inside = chrome_inset(last, 28);
        struct ui_rect label = chrome_cut_left(&inside, label_w, 20);
        ui_text_middle(ui, label, UI_SMALL, UI_QUIET, UI_LEFT, kiosk_tr(k, "last_ten"));
        chart_last(ui, inside, kiosk_run(k));
    }
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    chart_live(ui, rect, kiosk_run(k),
               &(struct chart_live){kiosk_tr(k, "curve_rest"), band, label_w, judged,
                                    sound_beat_phase(k->sound), speaking_beat_cpm(k)});
}

float practice_prompt_h(const struct ui *ui, float page_h)
{
    return fminf(ui_line_height(ui, UI_PROMPT) + 48, page_h * 0.24f);
}

/* The depth of the newest push; where nobody knows it, how many there were. */
static void draw_depth(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    struct run_shown run = kiosk_run_shown(k);
    if (run.run->plan.rhythm_only) {
        gauge_count(&run, ui, rect);
    } else {
        gauge_depth(&run, ui, rect);
    }
}

static void draw_upright(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    practice_foot(k, ui, &page, PRACTICE_PRESSING);
    prompt_draw(k, ui, chrome_cut_top(&page, practice_prompt_h(ui, page.h), CHROME_GAP));
    bool counts = practice_cycles(k) && kiosk_run(k)->plan.kind == RUN_PRACTICE;
    float card_h = fminf(gauge_h(ui), page.h * 0.23f);
    struct ui_rect cards = chrome_cut_top(&page, card_h, CHROME_GAP);
    if (kiosk_run(k)->plan.kind == RUN_TEST) {
        gauge_time(&run, ui, chrome_column(cards, 0, 2, CHROME_GAP));
        gauge_count(&run, ui, chrome_column(cards, 1, 2, CHROME_GAP));
    } else if (chrome_crowding(ui) > 1.3f) {
        if (counts) {
            gauge_cycle(&run, ui,
                        chrome_cut_right(&cards, (cards.w - CHROME_GAP) / 2, CHROME_GAP));
        }
        gauge_time(&run, ui, cards);
        cards = chrome_cut_top(&page, card_h, CHROME_GAP);
        draw_depth(k, ui, chrome_column(cards, 0, 2, CHROME_GAP));
        gauge_rate(&run, ui, chrome_column(cards, 1, 2, CHROME_GAP));
    } else {
        gauge_time(&run, ui, chrome_column(cards, 0, 3, CHROME_GAP));
        draw_depth(k, ui, chrome_column(cards, 1, 3, CHROME_GAP));
        gauge_rate(&run, ui, chrome_column(cards, 2, 3, CHROME_GAP));
    }
    if (chrome_crowding(ui) < 1.7f) { /* else the charts need the room */
        struct ui_rect low = chrome_cut_bottom(&page, page.h * 0.36f, CHROME_GAP);
        if (counts && chrome_crowding(ui) <= 1.3f) {
            gauge_cycle(&run, ui, chrome_cut_right(&low, low.w * 0.4f, CHROME_GAP));
        }
        practice_figure(ui, low, (float)kiosk_run(k)->live.now_mm, 0);
    }
    draw_charts(k, ui, page);
}

/* The figures stand in a column as high as the screen; the foot ends beside it. */
static void draw_lying(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    float head = practice_prompt_h(ui, page.h);
    struct ui_rect side = chrome_cut_right(&page, page.w * 0.29f, CHROME_GAP);
    struct ui_rect top = chrome_cut_top(&side, head, CHROME_GAP);
    float card_h = gauge_h(ui);
    bool third = side.h - 2 * (card_h + CHROME_GAP) >= FIGURE_MIN;
    bool counts = practice_cycles(k) && kiosk_run(k)->plan.kind == RUN_PRACTICE;
    if (!third) {
        card_h = (side.h - CHROME_GAP) / 2;
    }
    if (counts && !third) { /* the time will end by itself, the count must be seen */
        gauge_cycle(&run, ui, top);
    } else {
        gauge_time(&run, ui, top);
    }
    if (kiosk_run(k)->plan.kind == RUN_TEST) {
        gauge_count(&run, ui, chrome_cut_top(&side, card_h, CHROME_GAP));
    } else {
        draw_depth(k, ui, chrome_cut_top(&side, card_h, CHROME_GAP));
        gauge_rate(&run, ui, chrome_cut_top(&side, card_h, CHROME_GAP));
    }
    if (counts && third) {
        gauge_cycle(&run, ui, side);
    } else if (side.h >= FIGURE_MIN) {
        practice_figure(ui, side, (float)kiosk_run(k)->live.now_mm, 0);
    }
    practice_foot(k, ui, &page, PRACTICE_PRESSING);
    prompt_draw(k, ui, chrome_cut_top(&page, head, CHROME_GAP));
    draw_charts(k, ui, page);
}

void practice_live(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    if (ui_portrait(ui)) {
        draw_upright(k, ui, page);
    } else {
        draw_lying(k, ui, page);
    }
}
