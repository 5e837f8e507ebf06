/* SPDX-License-Identifier: MIT */
#include "screens/gauge.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"

enum { WORDS_MAX = 96, STALE_US = 2000000 };

float gauge_h(const struct ui *ui)
{
    return 40 + ui_line_height(ui, UI_SMALL) + ui_line_height(ui, UI_LIVE) * 0.78f + 26;
}

/* Draws an empty card; returns where its contents go. */
static struct ui_rect card_inside(struct ui *ui, struct ui_rect rect)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    return (struct ui_rect){rect.x + 28, rect.y + 20, rect.w - 56, rect.h - 40};
}

/* A large number and its unit on one line; the number gives way first. Figures leave a
 * sixth of their line empty above and below: that much the rect may be too low. */
static void draw_number(struct ui *ui, struct ui_rect rect, const char *number,
                        const char *unit, enum ui_color color)
{
    static const enum ui_type types[] = {UI_LIVE, UI_TITLE, UI_HEADING};

    float missing = ui_line_height(ui, UI_LIVE) - rect.h;
    if (missing > 0 && missing < rect.h * 0.5f) {
        rect.y -= missing / 2;
        rect.h += missing;
    }
    float unit_w = *unit ? ui_measure(ui, rect.w, UI_BODY, unit).w + 14 : 0;
    struct ui_rect left = {rect.x, rect.y, fmaxf(rect.w - unit_w, 1), rect.h};
    enum ui_type type = chrome_fit(ui, left, types, 3, number);
    struct ui_size size = ui_text_middle(ui, left, type, color, UI_LEFT, number);
    if (!*unit) {
        return;
    }
    float line = ui_line_height(ui, UI_BODY);
    /* On the number's baseline, which for both is about a fifth above their foot. */
    float foot = rect.y + (rect.h + size.h) / 2 - 0.2f * (size.h - line);
    struct ui_rect right = {rect.x + size.w + 14, foot - line, rect.w - size.w - 14,
                            line};
    ui_text(ui, right, UI_BODY, UI_TEXT, UI_LEFT, unit);
}

struct gauge {
    const char *label, *target, *unit;
    double value; /* NAN: nothing to show */
    struct cpr_range range, scale;
    bool judged;
    bool stale; /* `value` is of a push that is long over */
};

/* A bar with the target in it and a mark where the value is. */
static void draw_track(struct ui *ui, struct ui_rect rect, const struct gauge *gauge)
{
    double span = gauge->scale.high - gauge->scale.low;
    float low = (float)((gauge->range.low - gauge->scale.low) / span) * rect.w;
    float high = (float)((gauge->range.high - gauge->scale.low) / span) * rect.w;
    ui_fill(ui, rect, rect.h / 2, UI_TRACK);
    ui_fill(ui, (struct ui_rect){rect.x + low, rect.y, high - low, rect.h}, rect.h / 2,
            UI_BAND);
    if (!isnan(gauge->value)) {
        double share = fmin(fmax((gauge->value - gauge->scale.low) / span, 0), 1);
        ui_disc(ui,
                (struct ui_point){rect.x + (float)share * rect.w, rect.y + rect.h / 2},
                rect.h * 0.8f, gauge->stale ? UI_QUIET : UI_TEXT);
    }
}

/* Whether the unit has room beside three figures; else it stands beside the label. */
static bool has_unit_room(struct ui *ui, float w, const char *unit)
{
    return ui_measure(ui, 2 * w, UI_LIVE, "188").w * 0.9f + 14 +
               ui_measure(ui, w, UI_BODY, unit).w <=
           w;
}

static void draw_gauge(struct ui *ui, struct ui_rect rect, const struct gauge *gauge)
{
    char number[16] = "–";
    char label_words[WORDS_MAX];
    enum ui_color color = UI_TEXT;
    struct ui_rect inside = card_inside(ui, rect);
    float line = ui_line_height(ui, UI_SMALL);
    struct ui_rect head = chrome_cut_top(&inside, line, 0);
    bool apart = has_unit_room(ui, inside.w, gauge->unit);
    str_format(label_words, sizeof label_words, apart ? "%s" : "%s · %s", gauge->label,
               gauge->unit);
    float label_w = ui_measure(ui, head.w, UI_SMALL, label_words).w;
    struct ui_rect label = chrome_cut_left(&head, label_w + 2, 16);
    ui_text_middle(ui, label, UI_SMALL, UI_QUIET, UI_LEFT, label_words);
    if (gauge->judged) {
        float target_w = ui_measure(ui, rect.w, UI_SMALL, gauge->target).w;
        if (target_w * 0.75f <= head.w) { /* else the track alone says it */
            ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_RIGHT, gauge->target);
        }
        struct ui_rect track = chrome_cut_bottom(&inside, 18, 8);
        draw_track(ui, track, gauge);
    }
    if (!isnan(gauge->value)) {
        str_format(number, sizeof number, "%.0f", gauge->value);
        /* By the number that is shown, so that a shown 50 is never called too little. */
        double shown = round(gauge->value);
        bool good = shown >= gauge->range.low && shown <= gauge->range.high;
        color = gauge->stale     ? UI_QUIET
                : !gauge->judged ? UI_TEXT
                : good           ? UI_GOOD
                                 : UI_CHANGE;
    }
    draw_number(ui, inside, number, apart ? gauge->unit : "", color);
}

/* As long after the newest push as its rate is shown. */
static bool is_stale(const struct run *run)
{
    return run->live.peaks > 0 && run->newest_us - run->live.last_peak_us > STALE_US;
}

void gauge_depth(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    const struct cpr_guideline *guideline = shown->run->plan.guideline;
    char target[WORDS_MAX];
    char range[32];
    str_format(range, sizeof range, "%.0f–%.0f", guideline->depth_mm.low,
               guideline->depth_mm.high);
    conf_fill(shown->texts, target, sizeof target, "gauge_target",
              (const char *const[]){"range", range, NULL});
    draw_gauge(ui, rect,
               &(struct gauge){conf_tr(shown->texts, "gauge_depth"), target,
                               conf_tr(shown->texts, "unit_mm"),
                               shown->run->live.last_peak_mm, guideline->depth_mm,
                               guideline->depth_zero_mm, guideline->depth_scored,
                               is_stale(shown->run)});
}

void gauge_rate_of(const struct conf_texts *texts, const struct cpr_guideline *guideline,
                   double rate_cpm, struct ui *ui, struct ui_rect rect)
{
    char target[WORDS_MAX];
    char range[32];
    str_format(range, sizeof range, "%.0f–%.0f", guideline->rate_cpm.low,
               guideline->rate_cpm.high);
    conf_fill(texts, target, sizeof target, "gauge_target",
              (const char *const[]){"range", range, NULL});
    draw_gauge(ui, rect,
               &(struct gauge){conf_tr(texts, "gauge_rate"), target,
                               conf_tr(texts, "unit_cpm"), rate_cpm, guideline->rate_cpm,
                               guideline->rate_zero_cpm, true, false});
}

void gauge_rate(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    gauge_rate_of(shown->texts, shown->run->plan.guideline, shown->run->live.rate_cpm, ui,
                  rect);
}

void gauge_count(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    char number[16];
    char unit[WORDS_MAX];
    str_format(number, sizeof number, "%u", shown->run->live.peaks);
    conf_fill(shown->texts, unit, sizeof unit, "unit_times",
              (const char *const[]){"n", number, NULL});
    struct ui_rect inside = card_inside(ui, rect);
    struct ui_rect head = chrome_cut_top(&inside, ui_line_height(ui, UI_SMALL), 0);
    ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_LEFT,
                   conf_tr(shown->texts, "gauge_count"));
    draw_number(ui, inside, number, unit, UI_TEXT);
}

static void draw_ring(struct ui *ui, struct ui_rect square, double share)
{
    struct ui_point centre = {square.x + square.w / 2, square.y + square.h / 2};
    float side = fminf(square.w, square.h);
    float width = side * 0.12f;
    float radius = (side - width) / 2;
    ui_arc(ui, centre, radius, width, 0, 1, UI_TRACK);
    if (share > 0) {
        ui_arc(ui, centre, radius, width, 0, (float)fmin(share, 1), UI_GOOD);
    }
}

/* The number inside its ring, the unit below the number. */
static void draw_ringed_tall(struct ui *ui, struct ui_rect rect, const char *number,
                             const char *unit, double share)
{
    static const enum ui_type types[] = {UI_LIVE, UI_TITLE, UI_HEADING};

    draw_ring(ui, rect, share);
    float side = fminf(rect.w, rect.h) * 0.62f;
    struct ui_rect inside = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2,
                             side, side};
    ui_text_middle(ui, chrome_cut_bottom(&inside, side * 0.3f, 0), UI_BODY, UI_TEXT,
                   UI_CENTER, unit);
    ui_text_middle(ui, inside, chrome_fit(ui, inside, types, 3, number), UI_TEXT,
                   UI_CENTER, number);
}

void gauge_ringed(struct ui *ui, struct ui_rect rect, const char *label,
                  const char *number, const char *unit, double share)
{
    struct ui_rect inside = card_inside(ui, rect);
    float line = ui_line_height(ui, UI_SMALL);
    float ring = fminf(inside.h, inside.w * 0.4f);
    bool tall = inside.h - line > inside.w * 0.8f;
    if (!tall && inside.w - ring > ui_measure(ui, inside.w, UI_LIVE, "000").w) {
        draw_ring(ui, chrome_cut_right(&inside, ring, CHROME_GAP), share);
    }
    struct ui_rect head = chrome_cut_top(&inside, line, 0);
    ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_LEFT, label);
    if (tall) {
        draw_ringed_tall(ui, inside, number, unit, share);
    } else {
        draw_number(ui, inside, number, unit, UI_TEXT);
    }
}

void gauge_time(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    char number[16];
    double left_s = run_left_s(shown->run);
    bool waiting = shown->run->phase == RUN_WAITING;
    bool test = shown->run->plan.kind == RUN_TEST;
    str_format(number, sizeof number, "%.0f", ceil(left_s));
    gauge_ringed(ui, rect,
                 conf_tr(shown->texts, !waiting ? "time_left"
                                       : test   ? "go_test"
                                                : "go_practice"),
                 number, conf_tr(shown->texts, "unit_s"),
                 left_s / shown->run->plan.seconds);
}

void gauge_cycle(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    char number[16];
    char unit[16];
    const struct cpr_live *live = &shown->run->live;
    if (run_breathes(shown->run) && live->pause_s > 0) {
        str_format(number, sizeof number, "%.0f", floor(live->pause_s));
        gauge_ringed(ui, rect, conf_tr(shown->texts, "gauge_hands_off"), number,
                     conf_tr(shown->texts, "unit_s"),
                     live->pause_s / shown->run->plan.guideline->pause_max_s);
        return;
    }
    str_format(number, sizeof number, "%u", live->cycle_peaks);
    str_format(unit, sizeof unit, "/ %d", CPR_CYCLE_COMPRESSIONS);
    gauge_ringed(ui, rect, conf_tr(shown->texts, "gauge_cycle"), number, unit,
                 (double)live->cycle_peaks / CPR_CYCLE_COMPRESSIONS);
}
