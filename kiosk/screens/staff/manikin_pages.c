/* SPDX-License-Identifier: MIT */
/*
 * The manikin page's views in large text: the same words and buttons as in the others, in
 * one column on as many pages as it needs.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/manikin.h"

#define STEPS_H    16.0f
#define PROGRESS_H 64.0f

bool manikin_is_paged(const struct ui *ui)
{
    return ui_text_scale(ui) > 1.1f;
}

void manikin_draw_pages(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                        struct ui_rect area, const struct pages_block *blocks,
                        size_t count)
{
    struct pages pages;
    pages_lay_out(&pages, ui, area, blocks, count);
    pages_draw(&pages, ui, k->texts[k->lang], page->page);
}

struct pages_block manikin_text(const char *text, enum ui_type type, enum ui_color color)
{
    return (struct pages_block){
        .text = text, .type = type, .color = color, .gap = CHROME_GAP / 2};
}

/* ---- blocks ------------------------------------------------------------------------ */

static float stepper_h(const void *what, struct ui *ui, float w)
{
    (void)what;
    (void)w;
    return chrome_button_h(ui);
}

static void stepper_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct manikin_stepper *stepper = what;
    rect.w = fminf(rect.w, MANIKIN_STEPPER_W);
    manikin_draw_stepper(stepper, ui, rect);
}

struct pages_block manikin_stepper_block(const struct manikin_stepper *stepper)
{
    return (struct pages_block){
        .height = stepper_h, .draw = stepper_draw, .what = stepper, .gap = CHROME_GAP};
}

static float bars_h(const void *what, struct ui *ui, float w)
{
    (void)what;
    (void)ui;
    (void)w;
    return STEPS_H + CHROME_GAP + PROGRESS_H;
}

static void bars_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct manikin_bars *bars = what;
    ui_steps(ui, chrome_cut_top(&rect, STEPS_H, CHROME_GAP), bars->done, bars->steps);
    manikin_draw_progress(ui, rect, bars->share, bars->color);
}

struct pages_block manikin_bars_block(const struct manikin_bars *bars)
{
    return (struct pages_block){
        .height = bars_h, .draw = bars_draw, .what = bars, .gap = CHROME_GAP};
}

static float live_h(const void *what, struct ui *ui, float w)
{
    const struct manikin_shown *shown = what;
    return manikin_live_h(shown->k, shown->page, ui, w);
}

static void live_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct manikin_shown *shown = what;
    manikin_draw_live(shown->k, shown->page, ui, rect);
}

struct pages_block manikin_live_block(const struct manikin_shown *shown)
{
    return (struct pages_block){
        .height = live_h, .draw = live_draw, .what = shown, .gap = CHROME_GAP};
}
