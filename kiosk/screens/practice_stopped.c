/* SPDX-License-Identifier: MIT */
/*
 * The practice screen of who has stopped, in large text: the choices, and on further
 * pages what stood there. Now a hand is free to turn them.
 */
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/practice_parts.h"
#include "screens/stopped.h"
#include "screens/told.h"

/* Some gauges side by side, as a block. */
struct row_block {
    const struct kiosk *k;
    practice_gauge *gauges[PRACTICE_GAUGES_MAX];
    size_t count;
    bool is_low;
};

static float row_h(const void *what, struct ui *ui, float w)
{
    const struct row_block *row = what;
    struct ui_rect rect = {0, 0, w, 0};
    return row->count == 0 ? 0
           : row->is_low
               ? gauge_low_h(ui)
               : practice_row_h(row->k, ui,
                                chrome_column(rect, 0, row->count, CHROME_GAP).w);
}

static void row_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct row_block *row = what;
    practice_row(row->k, ui, rect, row->gauges, row->count);
}

static float choices_h(const void *what, struct ui *ui, float w)
{
    return stopped_h(what, ui, w);
}

static void choices_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    stopped_draw(what, ui, rect);
}

static void choices_say(const void *what, struct str *out)
{
    stopped_say(what, out);
}

static float limits_h(const void *what, struct ui *ui, float w)
{
    const struct ready *limits = practice_limits(what);
    return limits ? told_card_h(what, ui, w, limits) : 0;
}

static void limits_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    told_card(what, ui, rect, practice_limits(what));
}

void practice_stopped(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      int shown)
{
    struct row_block run = {.k = k};
    struct row_block pushes = {.k = k};
    run.count = practice_run_gauges(k, run.gauges);
    if (run.count == 1 && !ui_portrait(ui)) { /* all in one row */
        run.count += practice_push_gauges(k, run.gauges + 1);
    } else {
        run.is_low = run.count == 1;
        pushes.count = practice_push_gauges(k, pushes.gauges);
    }
    struct pages_block blocks[] = {
        {.height = choices_h,
         .draw = choices_draw,
         .say = choices_say,
         .what = k,
         .grows = true},
        {.height = row_h, .draw = row_draw, .what = &run, .gap = CHROME_GAP},
        {.height = row_h, .draw = row_draw, .what = &pushes, .gap = CHROME_GAP},
        {.height = limits_h, .draw = limits_draw, .what = k, .gap = CHROME_GAP},
    };
    struct pages pages;
    pages_lay_out(&pages, ui, page, blocks, sizeof blocks / sizeof *blocks);
    pages_draw(&pages, ui, k->texts[k->lang], pages_heard(&pages, ui_spoken(ui), shown));
}
