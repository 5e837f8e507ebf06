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
#include "screens/told.h"
#include "station/flow.h"

enum { WORDS_MAX = 96, LIMITS_S = 8 };

#define FIGURE_MIN   230.0f /* below this height the rescuer shows nothing */
#define PALE_MOST    0.9f   /* of a face at first */
#define FIGURE_MOST  592.0f
#define CHART_MIN    150.0f
#define CURVE_MIN    340.0f /* with a figure below */
#define CURVE_W_MIN  900.0f /* with the last ten beside it */
#define LAST_TEN_MIN 420.0f /* of the curve with the last ten as a card of its height */
#define LAST_W       460.0f /* of the last ten beside a low curve, at least */
#define LAST_BARS    52.0f  /* the least height of their bars */
#define LAST_PAD     28.0f
#define LABEL_LINE   0.85f /* of its line a label needs */
#define CLOSE_GAP    12.0f /* between the rows of large text */

/* Bars in a card that is narrower than so many heights have their label above them. */
#define LAST_UPRIGHT 2.5f

/* From here on large text needs the whole width, and the charts go before words. */
static const float rows_crowding = 1.15f;
static const float upright_crowding = 1.3f;

bool practice_is_large(const struct ui *ui)
{
    return chrome_crowding(ui) > (ui_portrait(ui) ? upright_crowding : rows_crowding);
}

void practice_figure(struct ui *ui, struct ui_rect rect, const struct scene_view *view)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    ui_scene(ui, chrome_inset(rect, 12), CHROME_RADIUS - 12, view);
}

/* The picture changes thirty times a second, the curve sixty times: nobody sees the
 * difference in an arm, and it is the dearest thing on the screen. */
enum { FIGURE_FRAME_US = 33333, COLOURS = 32 };

/* The depth at the last full thirtieth of a second, by the manikin's clock. */
static float figure_mm(const struct run *run)
{
    int64_t at_us = run->newest_us - run->newest_us % FIGURE_FRAME_US;
    uint32_t kept =
        run->curve_count < RUN_CURVE_MAX ? run->curve_count : (uint32_t)RUN_CURVE_MAX;
    for (uint32_t i = 1; i <= kept; i++) {
        const struct run_point *point =
            &run->curve[(run->curve_count - i) % RUN_CURVE_MAX];
        if (point->t_us <= at_us) {
            return point->depth_mm;
        }
    }
    return 0;
}

/* The rescuer does what is asked for: presses as the visitor does, or gives the breaths
 * once thirty are done. Good pushes bring colour to the face; a test shows none of it. */
static void draw_figure(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const struct run *run = kiosk_run(k);
    bool helps = run->plan.kind == RUN_PRACTICE && !run->plan.rhythm_only;
    double flow = round(flow_of(run) * COLOURS) / COLOURS;
    struct scene_view view = {.ground = SCENE_ON_DARK,
                              .pale = helps ? PALE_MOST * (float)(1 - flow) : 0};
    if (run->plan.kind == RUN_PRACTICE && run_breathes(run)) {
        view.name = "breathe";
        view.seconds = (float)(floor(run->live.pause_s * 30) / 30);
    } else {
        view.name = "press";
        view.press_mm = figure_mm(run);
    }
    practice_figure(ui, rect, &view);
}

/* ---- the charts -------------------------------------------------------------------- */

/* What stands left of the curve and the bars, and how wide its column is. */
struct labels {
    char band[WORDS_MAX];
    const char *last, *rest;
    float w;
    float last_w; /* of the one label */
};

static void put_labels(const struct kiosk *k, struct ui *ui, float w,
                       struct labels *labels)
{
    const struct cpr_range *depth = &kiosk_run(k)->plan.guideline->depth_mm;
    str_format(labels->band, sizeof labels->band, "%.0f–%.0f %s", depth->low, depth->high,
               kiosk_tr(k, "unit_mm"));
    labels->last = kiosk_tr(k, "last_ten");
    labels->rest = kiosk_tr(k, "curve_rest");
    const char *const all[] = {labels->band, labels->last, labels->rest};
    labels->w = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        labels->w = fmaxf(labels->w, ui_measure(ui, w, UI_SMALL, all[i]).w + 4);
    }
    labels->w = fminf(labels->w, w * (practice_is_large(ui) ? 0.36f : 0.3f));
    labels->last_w = ui_measure(ui, w, UI_SMALL, labels->last).w + 4;
}

/* The bars hang from where the chest is all the way up: with no curve above them, that is
 * said here. */
static void draw_last_labels(struct ui *ui, struct ui_rect rect,
                             const struct labels *labels, bool is_alone)
{
    float line = ui_line_height(ui, UI_SMALL);
    float high = rect.h / 2;
    if (is_alone && high >= LABEL_LINE * line) {
        struct ui_rect rest = {rect.x, rect.y, rect.w, high};
        ui_text_middle(ui, rest, UI_SMALL, UI_QUIET, UI_LEFT, labels->rest);
        rect = (struct ui_rect){rect.x, rect.y + high, rect.w, high};
    }
    ui_text_middle(ui, rect, UI_SMALL, UI_QUIET, UI_LEFT, labels->last);
}

/* The label above the bars where it leaves them their height, else beside them. */
static void draw_last(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                      const struct labels *labels, bool is_alone)
{
    float line = ui_line_height(ui, UI_SMALL);
    bool upright = rect.w < LAST_UPRIGHT * rect.h;
    float pad = upright || rect.h < 4 * LAST_PAD ? LAST_PAD / 2 : LAST_PAD;
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = {rect.x + LAST_PAD, rect.y + pad, rect.w - 2 * LAST_PAD,
                             rect.h - 2 * pad};
    struct ui_rect label = upright ? chrome_cut_top(&inside, line, 0)
                                   : chrome_cut_left(&inside, labels->w, 20);
    if (!upright) { /* a line is higher than low bars */
        label.y = rect.y;
        label.h = rect.h;
    }
    draw_last_labels(ui, label, labels, is_alone && !upright);
    chart_last(ui, inside, kiosk_run(k));
}

/* Height of a curve in which its two labels do not meet. */
static float curve_least(const struct ui *ui)
{
    return fmaxf(CHART_MIN, 2.1f * ui_line_height(ui, UI_SMALL));
}

/* Below a curve that is high enough, else beside it, else instead of it: the last ten say
 * more in little room. */
static struct ui_rect cut_last(struct ui *ui, struct ui_rect *rect,
                               const struct labels *labels)
{
    float strip = fmaxf(ui_line_height(ui, UI_SMALL), LAST_BARS) + LAST_PAD;
    float w = fmaxf(labels->last_w + 2 * LAST_PAD, LAST_W);
    struct ui_rect whole = *rect;
    if (rect->h >= LAST_TEN_MIN) {
        return chrome_cut_bottom(rect, rect->h * 0.3f, CHROME_GAP);
    }
    if (rect->h >= curve_least(ui) + CLOSE_GAP + strip) {
        return chrome_cut_bottom(rect, strip, CLOSE_GAP);
    }
    if (rect->h >= curve_least(ui) && rect->w - w >= CURVE_W_MIN) {
        return chrome_cut_right(rect, w, CLOSE_GAP);
    }
    rect->h = 0; /* all of it */
    return whole;
}

static void draw_curve(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    bool judged = plan->kind == RUN_PRACTICE && !plan->rhythm_only;
    struct labels labels;
    put_labels(k, ui, rect.w, &labels);
    if (judged) {
        struct ui_rect last = cut_last(ui, &rect, &labels);
        draw_last(k, ui, last, &labels, rect.h <= 0);
    }
    if (rect.h <= 0) {
        return;
    }
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    chart_live(ui, rect, kiosk_run(k),
               &(struct chart_live){labels.rest, labels.band, labels.w, judged,
                                    sound_beat_phase(k->sound), speaking_beat_cpm(k)});
}

/* What this manikin cannot do is said first thing: of a push on attract nobody has read
 * it before. It stays where there is room. */
const struct ready *practice_limits(const struct kiosk *k)
{
    const struct ready *told = station_ready(kiosk_station(k));
    return kiosk_run(k)->plan.rhythm_only && told->title && told->may_press ? told : NULL;
}

static bool is_new(const struct run *run)
{
    return run->plan.seconds - run_left_s(run) < LIMITS_S;
}

/* Height of what matters more than the figure. */
static float charts_least(const struct kiosk *k, struct ui *ui, float w)
{
    const struct ready *limits = practice_limits(k);
    return stopped_is(k)                    ? stopped_h(k, ui, w)
           : limits && is_new(kiosk_run(k)) ? told_card_h(k, ui, w, limits)
                                            : 0;
}

/* A curve that lies still tells nothing. */
static void draw_charts(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    if (stopped_is(k)) {
        stopped_draw(k, ui, rect);
        return;
    }
    const struct ready *limits = practice_limits(k);
    float h = limits ? told_card_h(k, ui, rect.w, limits) : 0;
    if (limits && rect.h - h - CHROME_GAP >= CHART_MIN) {
        told_card(k, ui, chrome_cut_top(&rect, h, CHROME_GAP), limits);
    } else if (limits && is_new(kiosk_run(k)) && h <= rect.h) {
        told_card(k, ui, rect, limits);
        return;
    }
    draw_curve(k, ui, rect);
}

/* ---- the page ---------------------------------------------------------------------- */

static float row_gap(const struct ui *ui)
{
    return chrome_crowding(ui) > upright_crowding ? CLOSE_GAP : CHROME_GAP;
}

static void draw_prompt(const struct kiosk *k, struct ui *ui, struct ui_rect *page)
{
    float h = fminf(prompt_h(k, ui, page->w), page->h * 0.52f);
    prompt_draw(k, ui, chrome_cut_top(page, h, row_gap(ui)));
}

/* It may go into the air above the foot. */
static void draw_note(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    page.h += CHROME_GAP;
    practice_note(k, ui, page);
}

/* Of large text: what takes the place of all gauges. A note goes first. */
static bool draw_first(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                       int shown, bool is_noted)
{
    if (stopped_is(k)) {
        practice_stopped(k, ui, page, shown);
        return true;
    }
    if (practice_limits(k) && is_new(kiosk_run(k)) && is_noted) {
        told_card(k, ui, page, practice_limits(k));
        return true;
    }
    return false;
}

/* What of the pushes is told while breaths are given in large text: nothing. */
static size_t pushes_now(const struct kiosk *k, struct ui *ui, practice_gauge **out)
{
    const struct run *run = kiosk_run(k);
    bool waits = run->plan.kind == RUN_PRACTICE && run_breathes(run);
    return waits && practice_is_large(ui) ? 0 : practice_push_gauges(k, out);
}

static void draw_upright(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                         int shown)
{
    practice_gauge *run[PRACTICE_GAUGES_MAX];
    practice_gauge *all[PRACTICE_GAUGES_MAX];
    size_t runs = practice_run_gauges(k, run);
    size_t count = pushes_now(k, ui, all);
    bool large = practice_is_large(ui);
    bool is_noted = practice_foot(k, ui, &page, PRACTICE_PRESSING);
    draw_prompt(k, ui, &page);
    if (large && draw_first(k, ui, page, shown, is_noted)) {
        return;
    }
    if (large || runs + count > 3) {
        float h = large && runs == 1 ? gauge_low_h(ui) : gauge_h(ui);
        float w = chrome_column(page, 0, count > 0 ? count : 1, CHROME_GAP).w;
        float note = page.h - practice_row_h(k, ui, w) - h - 2 * row_gap(ui) + CHROME_GAP;
        if (is_noted || practice_note_h(k, ui, page.w) <= note) {
            practice_row(k, ui, chrome_cut_top(&page, h, row_gap(ui)), run, runs);
        }
    } else {
        all[0] = run[0];
        count = 1 + practice_push_gauges(k, all + 1);
    }
    if (count > 0) {
        float w = chrome_column(page, 0, count, CHROME_GAP).w;
        practice_row(k, ui, chrome_cut_top(&page, practice_row_h(k, ui, w), row_gap(ui)),
                     all, count);
    }
    if (!is_noted) {
        draw_note(k, ui, page);
        return;
    }
    float charts = fmaxf(charts_least(k, ui, page.w), CURVE_MIN);
    float figure_h = fminf(page.h - charts - CHROME_GAP, FIGURE_MOST);
    if (figure_h >= FIGURE_MIN) {
        draw_figure(k, ui, chrome_cut_bottom(&page, figure_h, CHROME_GAP));
    }
    if (page.h >= LAST_BARS + LAST_PAD) {
        draw_charts(k, ui, page);
    }
}

/* Large text: a row of gauges over the whole width, low ones where they leave a curve its
 * height. */
static void draw_rows(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      int shown)
{
    practice_gauge *all[PRACTICE_GAUGES_MAX];
    bool is_noted = practice_foot(k, ui, &page, PRACTICE_PRESSING);
    draw_prompt(k, ui, &page);
    if (draw_first(k, ui, page, shown, is_noted)) {
        return;
    }
    size_t runs = practice_run_gauges(k, all);
    size_t pushes = pushes_now(k, ui, all + runs);
    float w = chrome_column(page, 0, runs + pushes, CHROME_GAP).w;
    float h = pushes > 0 ? fminf(practice_row_h(k, ui, w), page.h) : gauge_low_h(ui);
    practice_row(k, ui, chrome_cut_top(&page, h, row_gap(ui)), all, runs + pushes);
    if (!is_noted) {
        draw_note(k, ui, page);
        return;
    }
    if (page.h >= FIGURE_MIN) {
        draw_figure(k, ui, chrome_cut_right(&page, page.h * 1.45f, CHROME_GAP));
    }
    if (page.h >= LAST_BARS + LAST_PAD) {
        draw_charts(k, ui, page);
    }
}

/* The figures stand in a column as high as the screen; the foot ends beside it. */
static void draw_lying(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    practice_gauge *gauges[PRACTICE_GAUGES_MAX];
    struct ui_rect side = chrome_cut_right(&page, page.w * 0.4f, CHROME_GAP);
    size_t count = practice_push_gauges(k, gauges);
    practice_row(k, ui, chrome_cut_top(&side, gauge_h(ui), CHROME_GAP), gauges, count);
    count = practice_run_gauges(k, gauges);
    float low = ui_line_height(ui, UI_SMALL) + gauge_low_h(ui) - 26;
    practice_row(k, ui, chrome_cut_bottom(&side, low, CHROME_GAP), gauges, count);
    draw_figure(k, ui, side);
    practice_foot(k, ui, &page, PRACTICE_PRESSING);
    draw_prompt(k, ui, &page);
    draw_charts(k, ui, page);
}

void practice_live(const struct kiosk *k, struct ui *ui, struct ui_rect page, int shown)
{
    if (ui_portrait(ui)) {
        draw_upright(k, ui, page, shown);
    } else if (practice_is_large(ui)) {
        draw_rows(k, ui, page, shown);
    } else {
        draw_lying(k, ui, page);
    }
}
