/* SPDX-License-Identifier: MIT */
#include "screens/result_pushes.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/say.h"

enum { WORDS_MAX = 96, TITLE_MAX = 96, NUMBER_MAX = 16 };

#define PAD   18.0f
#define CLOSE 10.0f
#define GAP   12.0f
#define BAR_W 88.0f
#define BAR_H 72.0f /* grows with what the card gets */
/* A text that is a little wider than it was measured is not set smaller. */
#define SLACK 4.0f

/* ---- what is said of a push -------------------------------------------------------- */

static const char *const labels[CPR_LABEL_COUNT] = {
    "label_ok",   "label_shallow", "label_deep", "label_slow",
    "label_fast", "label_leaning", "label_hands"};

static const char *const praises[CPR_PRAISE_COUNT] = {
    [CPR_PRAISE_ALL] = "label_ok",
    [CPR_PRAISE_DEPTH] = "praise_depth",
    [CPR_PRAISE_RATE] = "praise_rate",
    [CPR_PRAISE_RELEASE] = "praise_release",
};

struct push {
    const struct cpr_compression *it;
    char figure[WORDS_MAX];
    const char *why; /* borrowed from the texts */
};

struct row {
    const struct run_shown *shown;
    bool best;
    uint32_t count;
    struct push push[CPR_PICKS_MAX];
    char title[TITLE_MAX]; /* "" without a push */
};

/* The figure that the reason is about; a depth that nobody judges is none. */
static void put_words(const struct run_shown *shown, struct push *push, const char *why,
                      bool by_rate)
{
    char n[NUMBER_MAX];
    double value = by_rate ? push->it->rate_cpm : push->it->depth_mm;
    str_format(n, sizeof n, "%.0f", value);
    conf_fill(shown->texts, push->figure, WORDS_MAX, by_rate ? "push_rate" : "push_depth",
              (const char *const[]){"n", n, NULL});
    push->why = conf_tr(shown->texts, why);
}

static void put_title(struct row *row, const char *key)
{
    char n[NUMBER_MAX];
    str_format(n, sizeof n, "%u", row->count);
    if (row->count > 0) {
        conf_fill(row->shown->texts, row->title, TITLE_MAX, key,
                  (const char *const[]){"n", n, NULL});
    }
}

/* A depth that nobody judges is shown where it is right all the same, but not of a child,
 * who would look for it in the others. */
static bool shows_depth(const struct run_shown *shown, const struct cpr_compression *it)
{
    const struct cpr_guideline *guideline = shown->run->plan.guideline;
    bool is_right = it->depth_mm >= guideline->depth_mm.low &&
                    it->depth_mm <= guideline->depth_mm.high;
    return guideline->depth_scored ||
           (is_right && shown->debrief->presser != PRESSER_CHILD);
}

static struct row best_of(const struct run_shown *shown)
{
    const struct cpr_picks *picks = &shown->debrief->picks;
    struct row row = {.shown = shown, .best = true, .count = picks->best_count};
    for (uint32_t i = 0; i < row.count; i++) {
        enum cpr_praise praise = picks->praise[i];
        row.push[i].it = &shown->run->compressions[picks->best[i]];
        if (praise == CPR_PRAISE_ALL && !shows_depth(shown, row.push[i].it)) {
            praise =
                isnan(row.push[i].it->rate_cpm) ? CPR_PRAISE_RELEASE : CPR_PRAISE_RATE;
        }
        put_words(shown, &row.push[i], praises[praise], praise == CPR_PRAISE_RATE);
    }
    put_title(&row, "pushes_best");
    return row;
}

static struct row worst_of(const struct run_shown *shown)
{
    const struct cpr_picks *picks = &shown->debrief->picks;
    struct row row = {.shown = shown, .count = picks->worst_count};
    for (uint32_t i = 0; i < row.count; i++) {
        row.push[i].it = &shown->run->compressions[picks->worst[i]];
        enum cpr_label label = row.push[i].it->label;
        put_words(shown, &row.push[i], labels[label],
                  label == CPR_SLOW || label == CPR_FAST);
    }
    put_title(&row, "pushes_worst");
    return row;
}

/* ---- side by side, or one below the other ------------------------------------------ */

/* Always as for three, so that the bars of both cards are alike. */
static float column_w(float inside_w)
{
    return (inside_w - (CPR_PICKS_MAX - 1) * GAP) / CPR_PICKS_MAX;
}

/* One line of the text's size; where all cards stand side by side, at the least size of
 * the text alone, a longer one has two lines of quiet words. */
static enum ui_type figure_type(struct ui *ui, float w, const char *figure)
{
    bool whole = ui_measure(ui, 4 * w, UI_BODY, figure).w <= w;
    return whole || ui_text_scale(ui) > 1 ? UI_BODY : UI_SMALL;
}

static bool fits_in_columns(struct ui *ui, float inside_w, const struct row *row)
{
    float w = column_w(inside_w) - SLACK;
    for (uint32_t i = 0; i < row->count; i++) {
        const struct push *push = &row->push[i];
        enum ui_type type = figure_type(ui, w, push->figure);
        float figure_w =
            ui_measure(ui, type == UI_BODY ? inside_w : w, type, push->figure).w;
        if (figure_w > w || ui_measure(ui, inside_w, UI_SMALL, push->why).w > w) {
            return false;
        }
    }
    return true;
}

static float figure_h(struct ui *ui, float w, const struct push *push)
{
    return ui_measure(ui, w, figure_type(ui, w - SLACK, push->figure), push->figure).h;
}

static float words_h(struct ui *ui, float w, const struct row *row)
{
    float h = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        h = fmaxf(h, figure_h(ui, w, &row->push[i]) +
                         ui_measure(ui, w, UI_SMALL, row->push[i].why).h);
    }
    return h;
}

static float row_h(struct ui *ui, float w, const struct row *row)
{
    float inside_w = w - 2 * PAD;
    if (row->count == 0) {
        return 0;
    }
    float h = 2 * PAD + chrome_text_h(ui, inside_w, UI_SMALL, row->title) + CLOSE;
    if (fits_in_columns(ui, inside_w, row)) {
        return h + BAR_H + CLOSE + words_h(ui, column_w(inside_w), row);
    }
    float each = fmaxf(BAR_H, words_h(ui, inside_w - BAR_W - CHROME_GAP, row));
    return h + (float)row->count * each + (float)(row->count - 1) * CLOSE;
}

static void draw_bar(const struct row *row, struct ui *ui, struct ui_rect rect,
                     const struct push *push)
{
    float w = fminf(rect.w, fmaxf(1.2f * BAR_W, rect.h));
    rect.x += (rect.w - w) / 2;
    rect.w = w;
    chart_push(ui, rect, row->shown->run, push->it, row->best);
}

static void draw_words(struct ui *ui, struct ui_rect rect, const struct push *push,
                       enum ui_align align)
{
    enum ui_type type = figure_type(ui, rect.w - SLACK, push->figure);
    ui_text(ui, chrome_cut_top(&rect, figure_h(ui, rect.w, push), 0), type, UI_TEXT,
            align, push->figure);
    ui_text(ui, rect, UI_SMALL, UI_QUIET, align, push->why);
}

static void draw_column(const struct row *row, struct ui *ui, struct ui_rect rect,
                        const struct push *push, float text_h)
{
    struct ui_rect words = chrome_cut_bottom(&rect, text_h, CLOSE);
    draw_bar(row, ui, rect, push);
    draw_words(ui, words, push, UI_CENTER);
}

/* The words in the middle of the height beside the bar. */
static void draw_line(const struct row *row, struct ui *ui, struct ui_rect rect,
                      const struct push *push, float text_h)
{
    draw_bar(row, ui, chrome_cut_left(&rect, BAR_W, CHROME_GAP), push);
    chrome_cut_top(&rect, fmaxf(rect.h - text_h, 0) / 2, 0);
    draw_words(ui, rect, push, UI_LEFT);
}

static void draw_row(struct ui *ui, struct ui_rect rect, const struct row *row)
{
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, PAD);
    float title_h = chrome_text_h(ui, inside.w, UI_SMALL, row->title);
    ui_text(ui, chrome_cut_top(&inside, title_h, CLOSE), UI_SMALL, UI_QUIET, UI_LEFT,
            row->title);
    if (fits_in_columns(ui, inside.w, row)) {
        float text_h = words_h(ui, column_w(inside.w), row);
        for (uint32_t i = 0; i < row->count; i++) {
            draw_column(row, ui, chrome_column(inside, i, CPR_PICKS_MAX, GAP),
                        &row->push[i], text_h);
        }
        return;
    }
    float each = (inside.h - (float)(row->count - 1) * CLOSE) / (float)row->count;
    float text_h = words_h(ui, inside.w - BAR_W - CHROME_GAP, row);
    for (uint32_t i = 0; i < row->count; i++) {
        draw_line(row, ui, chrome_cut_top(&inside, each, CLOSE), &row->push[i], text_h);
    }
}

static void say_row(const struct row *row, struct str *out)
{
    say_line(out, row->title);
    for (uint32_t i = 0; i < row->count; i++) {
        say_line(out, row->push[i].figure);
        say_line(out, row->push[i].why);
    }
}

/* ---- cards ------------------------------------------------------------------------- */

float result_best_h(const void *what, struct ui *ui, float w)
{
    struct row row = best_of(what);
    return row_h(ui, w, &row);
}

void result_best_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    struct row row = best_of(what);
    draw_row(ui, rect, &row);
}

void result_best_say(const void *what, struct str *out)
{
    struct row row = best_of(what);
    say_row(&row, out);
}

float result_worst_h(const void *what, struct ui *ui, float w)
{
    struct row row = worst_of(what);
    return row_h(ui, w, &row);
}

void result_worst_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    struct row row = worst_of(what);
    draw_row(ui, rect, &row);
}

void result_worst_say(const void *what, struct str *out)
{
    struct row row = worst_of(what);
    say_row(&row, out);
}

float result_pushes_h(const void *what, struct ui *ui, float w)
{
    const struct row rows[] = {best_of(what), worst_of(what)};
    bool both = rows[0].count > 0 && rows[1].count > 0;
    float each = both ? (w - CHROME_GAP) / 2 : w;
    return fmaxf(row_h(ui, each, &rows[0]), row_h(ui, each, &rows[1]));
}

void result_pushes_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct row rows[] = {best_of(what), worst_of(what)};
    size_t count = rows[0].count > 0 && rows[1].count > 0 ? 2 : 1;
    for (size_t i = 0, at = 0; i < 2; i++) {
        if (rows[i].count > 0) {
            draw_row(ui, chrome_column(rect, at++, count, CHROME_GAP), &rows[i]);
        }
    }
}

void result_pushes_say(const void *what, struct str *out)
{
    result_best_say(what, out);
    result_worst_say(what, out);
}
