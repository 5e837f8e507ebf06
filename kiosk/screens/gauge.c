/* SPDX-License-Identifier: MIT */
#include "screens/gauge.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"

enum { WORDS_MAX = 96, STALE_US = 2000000 };

#define PAD_Y      20.0f
#define TRACK_H    18.0f
#define TRACK_GAP  8.0f
#define GAP        14.0f
#define HEAD_GAP   16.0f /* between a label and the note on its right */
#define NARROW     400.0f
#define RING_LEAST 80.0f

/* A line is 1.2 em, of which figures leave a sixth empty above and below. */
static float number_h(const struct ui *ui)
{
    return ui_line_height(ui, UI_LIVE) / 1.2f;
}

float gauge_low_h(const struct ui *ui)
{
    return 2 * PAD_Y + number_h(ui) + TRACK_H + TRACK_GAP;
}

float gauge_h(const struct ui *ui)
{
    return gauge_low_h(ui) + ui_line_height(ui, UI_SMALL);
}

static float pad_x_of(float card_w)
{
    return card_w < NARROW ? 20 : 28;
}

/* Draws an empty card; returns where its contents go. */
static struct ui_rect card_inside(struct ui *ui, struct ui_rect rect)
{
    float pad_x = pad_x_of(rect.w);
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    return (struct ui_rect){rect.x + pad_x, rect.y + PAD_Y, rect.w - 2 * pad_x,
                            fmaxf(rect.h - 2 * PAD_Y, 1)};
}

static float words_w(struct ui *ui, enum ui_type type, const char *words)
{
    return *words ? ui_measure(ui, 4 * ui_width(ui), type, words).w : 0;
}

/* A large number and its unit on one line. Figures leave a sixth of their line empty
 * above and below: that much the rect may be too low. */
static void draw_number(struct ui *ui, struct ui_rect rect, const char *number,
                        const char *unit, enum ui_type unit_type, enum ui_color color)
{
    float unit_w = *unit ? words_w(ui, unit_type, unit) + GAP : 0;
    struct ui_rect left = {rect.x, rect.y, fmaxf(rect.w - unit_w, 1), rect.h};
    left.h = ui_line_height(ui, UI_LIVE);
    left.y += (rect.h - left.h) / 2;
    struct ui_size size = ui_text_middle(ui, left, UI_LIVE, color, UI_LEFT, number);
    if (!*unit) {
        return;
    }
    float line = ui_line_height(ui, unit_type);
    /* On the number's baseline, which for both is about a fifth above their foot. */
    float foot = rect.y + (rect.h + size.h) / 2 - 0.2f * (size.h - line);
    struct ui_rect right = {rect.x + size.w + GAP, foot - line,
                            fmaxf(rect.w - size.w - GAP, 1), line};
    ui_text(ui, right, unit_type, UI_TEXT, UI_LEFT, unit);
}

/* Label above the number where the card is high enough, else beside it. */
static bool is_tall(const struct ui *ui, float h)
{
    return h + 1 >= ui_line_height(ui, UI_SMALL) + number_h(ui);
}

struct figure {
    const char *label, *note, *number, *unit;
    const char *other_unit; /* of the card beside it; "": none */
    enum ui_color color;
};

/* What stands above the number, and whether the unit stands behind that. */
struct head {
    char words[WORDS_MAX];
    bool unit_behind;
    enum ui_type unit;
    bool note_beside; /* on the right; else it has a line of its own */
};

/* Beside a number of three figures the unit may be small; where it has no room it stands
 * with the label, and so it does where that of the card beside has none. */
static struct head head_of(struct ui *ui, float inside_w, const struct figure *figure)
{
    struct head head = {.unit = UI_BODY};
    bool wide = strlen(figure->number) > 2 || *figure->other_unit;
    float room = inside_w - GAP - words_w(ui, UI_LIVE, wide ? "188" : "88");
    if (fmaxf(words_w(ui, head.unit, figure->unit),
              words_w(ui, head.unit, figure->other_unit)) > room) {
        head.unit = UI_SMALL;
    }
    head.unit_behind = fmaxf(words_w(ui, head.unit, figure->unit),
                             words_w(ui, head.unit, figure->other_unit)) <= room;
    str_format(head.words, sizeof head.words,
               head.unit_behind || !*figure->unit ? "%s" : "%s · %s", figure->label,
               figure->unit);
    head.note_beside = words_w(ui, UI_SMALL, head.words) + HEAD_GAP +
                           words_w(ui, UI_SMALL, figure->note) <=
                       inside_w - 2;
    return head;
}

static void draw_tall(struct ui *ui, struct ui_rect inside, const struct figure *figure)
{
    struct head head = head_of(ui, inside.w, figure);
    float line = ui_line_height(ui, UI_SMALL);
    struct ui_rect label = chrome_cut_top(&inside, line, 0);
    struct ui_rect note = label;
    ui_text_middle(ui, label, UI_SMALL, UI_QUIET, UI_LEFT, head.words);
    /* A card of just that height was made so for the one beside it. */
    float spare = inside.h - line - number_h(ui);
    if (fabsf(spare) < 2) {
        head.note_beside = false;
    }
    if (!head.note_beside && is_tall(ui, inside.h)) {
        note = chrome_cut_top(&inside, line, 0);
    }
    if (head.note_beside || note.y > label.y) {
        ui_text_middle(ui, note, UI_SMALL, UI_QUIET,
                       head.note_beside ? UI_RIGHT : UI_LEFT, figure->note);
    }
    draw_number(ui, inside, figure->number, head.unit_behind ? figure->unit : "",
                head.unit, figure->color);
}

static void draw_low(struct ui *ui, struct ui_rect inside, const struct figure *figure)
{
    float w = words_w(ui, UI_SMALL, figure->label);
    struct ui_rect label = chrome_cut_left(&inside, w + 2, GAP);
    ui_text_middle(ui, label, UI_SMALL, UI_QUIET, UI_LEFT, figure->label);
    draw_number(ui, inside, figure->number, figure->unit, UI_SMALL, figure->color);
}

static void draw_figure(struct ui *ui, struct ui_rect inside, const struct figure *figure)
{
    if (is_tall(ui, inside.h)) {
        draw_tall(ui, inside, figure);
    } else {
        draw_low(ui, inside, figure);
    }
}

struct gauge {
    const char *label, *target, *unit, *other_unit;
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

/* What is not judged is a way: filled as far as the visitor has come, and never wrong. */
static void draw_way(struct ui *ui, struct ui_rect rect, const struct gauge *gauge)
{
    ui_fill(ui, rect, rect.h / 2, UI_TRACK);
    if (!isnan(gauge->value) && gauge->value > 0) {
        double share = fmin(gauge->value / gauge->range.low, 1);
        struct ui_rect gone = {rect.x, rect.y, fmaxf((float)share * rect.w, rect.h),
                               rect.h};
        ui_fill(ui, gone, rect.h / 2, gauge->stale ? UI_QUIET : UI_GOOD);
    }
}

static void draw_gauge(struct ui *ui, struct ui_rect rect, const struct gauge *gauge)
{
    char number[16] = "–";
    enum ui_color color = UI_TEXT;
    struct ui_rect inside = card_inside(ui, rect);
    struct ui_rect track = chrome_cut_bottom(&inside, TRACK_H, TRACK_GAP);
    if (gauge->judged) {
        draw_track(ui, track, gauge);
    } else {
        draw_way(ui, track, gauge);
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
    draw_figure(ui, inside,
                &(struct figure){gauge->label, gauge->target, number, gauge->unit,
                                 gauge->other_unit, color});
}

/* As long after the newest push as its rate is shown. */
static bool is_stale(const struct run *run)
{
    return run->live.peaks > 0 && run->newest_us - run->live.last_peak_us > STALE_US;
}

/* Height of the card in which this gauge has room with its target. */
static float noted_h(struct ui *ui, float w, const struct gauge *gauge)
{
    struct figure figure = {gauge->label, gauge->target,     "–",
                            gauge->unit,  gauge->other_unit, UI_TEXT};
    bool beside = head_of(ui, w - 2 * pad_x_of(w), &figure).note_beside;
    return gauge_h(ui) + (beside ? 0 : ui_line_height(ui, UI_SMALL));
}

/* `target` holds its words. */
static struct gauge depth_of(const struct run_shown *shown, char target[WORDS_MAX])
{
    const struct cpr_guideline *guideline = shown->run->plan.guideline;
    char range[32];
    /* Of whom nobody has said: what is asked of an adult, and no mark on it. */
    bool has_range = guideline->depth_scored || shown->run->plan.invites_depth;
    if (has_range) {
        str_format(range, sizeof range, "%.0f–%.0f", guideline->depth_mm.low,
                   guideline->depth_mm.high);
    } else {
        str_format(range, sizeof range, "%.0f", guideline->depth_mm.low);
    }
    conf_fill(shown->texts, target, WORDS_MAX, has_range ? "gauge_target" : "gauge_way",
              (const char *const[]){"range", range, NULL});
    return (struct gauge){conf_tr(shown->texts, "gauge_depth"),
                          target,
                          conf_tr(shown->texts, "unit_mm"),
                          conf_tr(shown->texts, "unit_cpm"),
                          shown->run->live.last_peak_mm,
                          guideline->depth_mm,
                          guideline->depth_zero_mm,
                          guideline->depth_scored,
                          is_stale(shown->run)};
}

static struct gauge rate_of(const struct conf_texts *texts,
                            const struct cpr_guideline *guideline, double rate_cpm,
                            char target[WORDS_MAX])
{
    char range[32];
    str_format(range, sizeof range, "%.0f–%.0f", guideline->rate_cpm.low,
               guideline->rate_cpm.high);
    conf_fill(texts, target, WORDS_MAX, "gauge_target",
              (const char *const[]){"range", range, NULL});
    return (struct gauge){
        conf_tr(texts, "gauge_rate"), target,   conf_tr(texts, "unit_cpm"),
        conf_tr(texts, "unit_mm"),    rate_cpm, guideline->rate_cpm,
        guideline->rate_zero_cpm,     true,     false};
}

float gauge_pushes_h(const struct run_shown *shown, struct ui *ui, float w)
{
    char target[WORDS_MAX];
    const struct run_plan *plan = &shown->run->plan;
    struct gauge gauge = rate_of(shown->texts, plan->guideline, 0, target);
    float rate_h = noted_h(ui, w, &gauge);
    gauge = depth_of(shown, target);
    return plan->rhythm_only ? rate_h : fmaxf(rate_h, noted_h(ui, w, &gauge));
}

float gauge_rate_h(const struct conf_texts *texts, const struct cpr_guideline *guideline,
                   struct ui *ui, float w)
{
    char target[WORDS_MAX];
    struct gauge gauge = rate_of(texts, guideline, 0, target);
    return noted_h(ui, w, &gauge);
}

void gauge_depth(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    char target[WORDS_MAX];
    struct gauge gauge = depth_of(shown, target);
    draw_gauge(ui, rect, &gauge);
}

void gauge_rate_of(const struct conf_texts *texts, const struct cpr_guideline *guideline,
                   double rate_cpm, struct ui *ui, struct ui_rect rect)
{
    char target[WORDS_MAX];
    struct gauge gauge = rate_of(texts, guideline, rate_cpm, target);
    draw_gauge(ui, rect, &gauge);
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
    draw_figure(ui, card_inside(ui, rect),
                &(struct figure){conf_tr(shown->texts, "gauge_count"), "", number,
                                 rect.w < NARROW ? "" : unit, "", UI_TEXT});
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

static const enum ui_type ringed_types[] = {UI_LIVE, UI_TITLE};

/* What of a ring's side its words have, and of that the unit. */
#define RINGED_SHARE 0.62f
#define RINGED_UNIT  0.3f

/* Whether number and unit have room in a ring; ink needs 1.2 em of a line. */
static bool fits_ring(struct ui *ui, struct ui_rect rect, const char *number,
                      const char *unit)
{
    float side = fminf(rect.w, rect.h) * RINGED_SHARE;
    float unit_ink = ui_line_height(ui, UI_BODY) * 0.83f;
    return unit_ink <= side * RINGED_UNIT && words_w(ui, UI_BODY, unit) <= side &&
           ui_line_height(ui, UI_TITLE) <= side * (1 - RINGED_UNIT) &&
           words_w(ui, UI_TITLE, number) <= side;
}

/* The number inside its ring, the unit below the number. */
static void draw_ringed_tall(struct ui *ui, struct ui_rect rect, const char *number,
                             const char *unit, double share)
{
    draw_ring(ui, rect, share);
    float side = fminf(rect.w, rect.h) * RINGED_SHARE;
    struct ui_rect inside = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2,
                             side, side};
    ui_text_middle(ui, chrome_cut_bottom(&inside, side * RINGED_UNIT, 0), UI_BODY,
                   UI_TEXT, UI_CENTER, unit);
    ui_text_middle(ui, inside, chrome_fit(ui, inside, ringed_types, 2, number), UI_TEXT,
                   UI_CENTER, number);
}

void gauge_ringed(struct ui *ui, struct ui_rect rect, const char *label,
                  const char *number, const char *unit, double share)
{
    struct ui_rect inside = card_inside(ui, rect);
    float line = ui_line_height(ui, UI_SMALL);
    struct ui_rect below = inside;
    struct ui_rect head = chrome_cut_top(&below, line, 0);
    if (below.h > below.w * 0.8f && fits_ring(ui, below, number, unit)) {
        ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_LEFT, label);
        draw_ringed_tall(ui, below, number, unit, share);
        return;
    }
    float ring = fminf(inside.h, inside.w * 0.4f);
    float needed = words_w(ui, UI_LIVE, "00") + GAP + words_w(ui, UI_BODY, unit);
    needed = fmaxf(needed, words_w(ui, UI_SMALL, label));
    needed += is_tall(ui, inside.h) ? 0 : GAP + words_w(ui, UI_SMALL, label);
    if (ring >= RING_LEAST && inside.w - ring - CHROME_GAP >= needed) {
        draw_ring(ui, chrome_cut_right(&inside, ring, CHROME_GAP), share);
    }
    draw_figure(ui, inside, &(struct figure){label, "", number, unit, "", UI_TEXT});
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
