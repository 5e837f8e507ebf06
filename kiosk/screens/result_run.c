/* SPDX-License-Identifier: MIT */
#include "screens/result_run.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "station/debrief.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

#define PAD_TOP     20.0f
#define PAD_BOTTOM  24.0f
#define BUTTON_H    80.0f
#define BARS_GAP    12.0f
#define BARS_LEAST  (RESULT_RUN_WITH_BARS - RESULT_RUN_LEAST - BARS_GAP)
/* A line may shrink so far to stay one. */
#define SHRINK      0.7f
/* A shorter stop is a breath drawn: there is nothing to say of it. */
#define STOP_TOLD_S 2.0

/* ---- the words --------------------------------------------------------------------- */

static const char *number_of(char *out, double value)
{
    str_format(out, NUMBER_MAX, "%.0f", value);
    return out;
}

enum { LINES = 2 }; /* words about the run, the most important first */

struct lines {
    int count;
    char text[LINES][WORDS_MAX];
};

/* "" where there is nothing to say. */
static void pause_words(const struct run_shown *shown, char *out)
{
    char count[NUMBER_MAX];
    char longest[NUMBER_MAX];
    const struct cpr_result *result = &shown->run->result;
    if (result->pauses == 0) {
        str_copy(out, WORDS_MAX, conf_tr(shown->texts, "result_no_pause"));
        return;
    }
    if (result->longest_pause_s < STOP_TOLD_S) {
        *out = '\0';
        return;
    }
    str_format(count, sizeof count, "%u", result->pauses);
    conf_fill(shown->texts, out, WORDS_MAX, "result_pauses",
              (const char *const[]){"n", count, "longest",
                                    number_of(longest, result->longest_pause_s), NULL});
}

/* 30:2 with cycles: how many, instead of how many pushes in all. */
static void cycle_words(const struct run_shown *shown,
                        const struct debrief_cycles *cycles, const char *seconds,
                        char *out)
{
    char n[NUMBER_MAX];
    char pushes[2 * NUMBER_MAX];
    char longest[NUMBER_MAX];
    str_format(n, sizeof n, "%u", cycles->count);
    str_format(pushes, sizeof pushes, cycles->fewest == cycles->most ? "%u" : "%u–%u",
               cycles->fewest, cycles->most);
    conf_fill(shown->texts, out, WORDS_MAX, "result_run_cycles",
              (const char *const[]){
                  "seconds", seconds, "n", n, "pushes", pushes, "longest",
                  number_of(longest, shown->run->result.longest_pause_s), NULL});
}

/* 30:2, whatever else there is to change. */
static bool never_breathed(const struct run *run)
{
    return run->plan.mode == CPR_30_2 && run->result.pauses == 0 &&
           run->result.count > CPR_CYCLE_COMPRESSIONS;
}

/* How long, how many, and what stops there were. */
static void run_words(const struct run_shown *shown, char *out)
{
    char seconds[NUMBER_MAX];
    char count[NUMBER_MAX];
    char flow[WORDS_MAX];
    struct debrief_cycles cycles = debrief_cycles(shown->run);
    number_of(seconds, shown->run->result.duration_s);
    if (cycles.count > 0) {
        cycle_words(shown, &cycles, seconds, out);
        return;
    }
    if (never_breathed(shown->run)) {
        str_copy(flow, sizeof flow, conf_tr(shown->texts, "result_no_breaths"));
    } else {
        pause_words(shown, flow);
    }
    str_format(count, sizeof count, "%u", shown->run->result.count);
    conf_fill(
        shown->texts, out, WORDS_MAX, *flow ? "result_run_flow" : "result_run",
        (const char *const[]){"count", count, "seconds", seconds, "flow", flow, NULL});
}

/* The target stands beside it, so that it explains itself. */
static void set_words(const struct run_shown *shown, char *out)
{
    char n[NUMBER_MAX];
    char range[2 * NUMBER_MAX];
    struct cpr_range target = shown->run->plan.guideline->set_of_30_s;
    bool each = shown->run->result.sets_of_30 > 1;
    str_format(range, sizeof range, "%.0f–%.0f", target.low, target.high);
    conf_fill(shown->texts, out, WORDS_MAX, each ? "result_set_each" : "result_set_first",
              (const char *const[]){"n",
                                    number_of(n, shown->run->result.mean_set_of_30_s),
                                    "range", range, NULL});
}

static void breath_words(const struct run_shown *shown, char *out)
{
    char n[NUMBER_MAX];
    char percent[NUMBER_MAX];
    const struct cpr_result *result = &shown->run->result;
    if (!result->breaths_measured) {
        str_copy(out, WORDS_MAX, conf_tr(shown->texts, "result_breaths_unmeasured"));
        return;
    }
    str_format(n, sizeof n, "%u", result->breaths);
    conf_fill(shown->texts, out, WORDS_MAX,
              result->breaths ? "result_breaths" : "result_no_air",
              (const char *const[]){"n", n, "percent",
                                    number_of(percent, result->breaths_ok_percent),
                                    NULL});
}

static struct lines lines_of(const struct run_shown *shown)
{
    struct lines lines = {.count = 1};
    char sets[WORDS_MAX] = "";
    char breaths[WORDS_MAX] = "";
    const struct cpr_result *result = &shown->run->result;
    run_words(shown, lines.text[0]);
    if (result->trust == 0 && !isnan(result->mean_set_of_30_s)) {
        set_words(shown, sets);
    }
    if (shown->run->plan.mode == CPR_30_2) {
        breath_words(shown, breaths);
    }
    if (*sets || *breaths) {
        str_format(lines.text[lines.count++], WORDS_MAX,
                   *sets && *breaths ? "%s · %s" : "%s%s", sets, breaths);
    }
    return lines;
}

/* ---- the card ---------------------------------------------------------------------- */

/* How large the line is set: the first as large as a column of width `w` lets it. */
static enum ui_type type_of(struct ui *ui, float w, const struct lines *lines, int line)
{
    bool large =
        line == 0 && ui_measure(ui, 4 * w, UI_BODY, lines->text[0]).w * SHRINK <= w;
    return large ? UI_BODY : UI_SMALL;
}

/* One that nearly fits shrinks to stay one line; the others wrap. */
static float line_h(struct ui *ui, float w, const struct lines *lines, int line)
{
    enum ui_type type = type_of(ui, w, lines, line);
    bool whole = ui_measure(ui, 4 * w, type, lines->text[line]).w * SHRINK <= w;
    return whole ? ui_line_height(ui, type)
                 : ui_measure(ui, w, type, lines->text[line]).h;
}

static float lines_h(struct ui *ui, float w, const struct lines *lines)
{
    float h = 0;
    for (int i = 0; i < lines->count; i++) {
        h += line_h(ui, w, lines, i);
    }
    return h;
}

static void draw_lines(struct ui *ui, struct ui_rect rect, const struct lines *lines)
{
    chrome_cut_top(&rect, fmaxf(rect.h - lines_h(ui, rect.w, lines), 0) / 2, 0);
    for (int i = 0; i < lines->count; i++) {
        ui_text(ui, chrome_cut_top(&rect, line_h(ui, rect.w, lines, i), 0),
                type_of(ui, rect.w, lines, i), UI_QUIET, UI_LEFT, lines->text[i]);
    }
}

void result_run_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    struct lines lines = lines_of(shown);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + PAD_TOP,
                             rect.w - 2 * CHROME_PAD, rect.h - PAD_TOP - PAD_BOTTOM};
    struct ui_button evidence = {.id = "evidence",
                                 .label = conf_tr(shown->texts, "result_evidence"),
                                 .style = UI_BUTTON_QUIET,
                                 .icon = ICON_NEXT};
    float w = fminf(ui_button_width(ui, &evidence), inside.w);
    float words_w = inside.w - w - 12;
    float room = fmaxf(inside.h - BARS_GAP - BARS_LEAST, fminf(inside.h, BUTTON_H));
    /* What leaves no room for bars is left out, the last line first. */
    while (lines.count > 0 && lines_h(ui, words_w, &lines) > room) {
        lines.count--;
    }
    float head_h = fmaxf(lines_h(ui, words_w, &lines), BUTTON_H);
    struct ui_rect head = chrome_cut_top(&inside, head_h, BARS_GAP);
    struct ui_rect button = chrome_cut_right(&head, w, 12);
    button.y += (button.h - fminf(button.h, BUTTON_H)) / 2;
    button.h = fminf(button.h, BUTTON_H);
    ui_button(ui, button, &evidence);
    draw_lines(ui, head, &lines);
    if (inside.h >= BARS_LEAST) {
        chart_run(ui, inside, shown->run, shown->tries);
    }
}
