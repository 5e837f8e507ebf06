/* SPDX-License-Identifier: MIT */
#include "screens/result_run.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/say.h"
#include "station/debrief.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

#define PAD_TOP     20.0f
#define PAD_BOTTOM  24.0f
#define BARS_GAP    12.0f
#define BARS_LEAST  76.0f
#define BESIDE_EM   9.0f /* the button stands beside words that have so much room */
#define EM          40.0f
/* A shorter stop is a breath drawn: there is nothing to say of it. */
#define STOP_TOLD_S 2.0

/* ---- the words --------------------------------------------------------------------- */

static const char *number_of(char *out, double value)
{
    str_format(out, NUMBER_MAX, "%.0f", value);
    return out;
}

enum { LINES = 3 }; /* words about the run */

struct lines {
    int count;
    char text[LINES][WORDS_MAX];
};

/* "" where there is nothing to say. */
static void pause_words(const struct run_shown *shown, char *out)
{
    char count[NUMBER_MAX];
    char longest[NUMBER_MAX];
    const struct cpr_result *result = &shown->debrief->result;
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
                  number_of(longest, shown->debrief->result.longest_pause_s), NULL});
}

/* 30:2, whatever else there is to change. */
static bool never_breathed(const struct run_shown *shown)
{
    const struct cpr_result *result = &shown->debrief->result;
    return shown->run->plan.mode == CPR_30_2 && result->pauses == 0 &&
           result->count > CPR_CYCLE_COMPRESSIONS;
}

/* How long, how many, and what stops there were. */
static void run_words(const struct run_shown *shown, char *out)
{
    char seconds[NUMBER_MAX];
    char count[NUMBER_MAX];
    char flow[WORDS_MAX];
    struct debrief_cycles cycles = debrief_cycles(shown->run);
    number_of(seconds, shown->debrief->result.duration_s);
    if (cycles.count > 0) {
        cycle_words(shown, &cycles, seconds, out);
        return;
    }
    if (never_breathed(shown)) {
        str_copy(flow, sizeof flow, conf_tr(shown->texts, "result_no_breaths"));
    } else {
        pause_words(shown, flow);
    }
    str_format(count, sizeof count, "%u", shown->debrief->result.count);
    conf_fill(
        shown->texts, out, WORDS_MAX, *flow ? "result_run_flow" : "result_run",
        (const char *const[]){"count", count, "seconds", seconds, "flow", flow, NULL});
}

/* How deep and how fast it was; "" without a rate. */
static void figure_words(const struct run_shown *shown, char *out)
{
    char depth[NUMBER_MAX];
    char rate[NUMBER_MAX];
    const struct cpr_result *result = &shown->debrief->result;
    *out = '\0';
    if (result->trust == 0 && !isnan(result->mean_rate_cpm)) {
        conf_fill(shown->texts, out, WORDS_MAX, "result_figures",
                  (const char *const[]){"depth", number_of(depth, result->mean_depth_mm),
                                        "rate", number_of(rate, result->mean_rate_cpm),
                                        NULL});
    }
}

static void breath_words(const struct run_shown *shown, char *out)
{
    char n[NUMBER_MAX];
    char percent[NUMBER_MAX];
    const struct cpr_result *result = &shown->debrief->result;
    if (!result->breaths_measured) {
        str_copy(out, WORDS_MAX, conf_tr(shown->texts, "result_breaths_unmeasured"));
        return;
    }
    str_format(n, sizeof n, "%u", result->breaths);
    const char *key = !result->breaths                   ? "result_no_air"
                      : result->breaths_ok_percent < 0.5 ? "result_breaths_none"
                                                         : "result_breaths";
    conf_fill(shown->texts, out, WORDS_MAX, key,
              (const char *const[]){"n", n, "percent",
                                    number_of(percent, result->breaths_ok_percent),
                                    NULL});
}

static struct lines lines_of(const struct run_shown *shown)
{
    struct lines lines = {.count = 2};
    run_words(shown, lines.text[0]);
    figure_words(shown, lines.text[1]);
    if (shown->run->plan.mode == CPR_30_2) {
        breath_words(shown, lines.text[lines.count++]);
    }
    return lines;
}

/* ---- the card ---------------------------------------------------------------------- */

static enum ui_type type_of(int line)
{
    return line == 0 ? UI_BODY : UI_SMALL;
}

static float lines_h(struct ui *ui, float w, const struct lines *lines)
{
    float h = 0;
    for (int i = 0; i < lines->count; i++) {
        h += chrome_text_h(ui, w, type_of(i), lines->text[i]);
    }
    return h;
}

struct ui_button result_run_evidence(const struct run_shown *shown)
{
    return (struct ui_button){.id = "evidence",
                              .label = conf_tr(shown->texts, "result_evidence"),
                              .style = UI_BUTTON_QUIET,
                              .icon = ICON_NEXT};
}

/* Words and button: side by side, or one below the other. */
struct head {
    bool beside;
    float words_w, words_h, button_w, h;
};

static struct head head_of(const struct run_shown *shown, struct ui *ui, float inside_w,
                           const struct lines *lines)
{
    struct ui_button evidence = result_run_evidence(shown);
    struct head head = {.words_w = inside_w,
                        .button_w = fminf(ui_button_width(ui, &evidence), inside_w)};
    float beside_w = inside_w - head.button_w - BARS_GAP;
    float button_h = chrome_button_h(ui);
    head.beside = beside_w >= BESIDE_EM * EM * ui_text_scale(ui);
    if (head.beside) {
        head.words_w = beside_w;
        head.words_h = lines_h(ui, beside_w, lines);
        head.h = fmaxf(head.words_h, button_h);
    } else {
        head.words_h = lines_h(ui, inside_w, lines);
        head.h = head.words_h + BARS_GAP + button_h;
    }
    return head;
}

static void draw_lines(struct ui *ui, struct ui_rect rect, const struct lines *lines)
{
    for (int i = 0; i < lines->count; i++) {
        float h = chrome_text_h(ui, rect.w, type_of(i), lines->text[i]);
        if (h > 0) {
            ui_text(ui, chrome_cut_top(&rect, h, 0), type_of(i), UI_QUIET, UI_LEFT,
                    lines->text[i]);
        }
    }
}

static void draw_head(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                      const struct head *head, const struct lines *lines)
{
    float button_h = chrome_button_h(ui);
    struct ui_button evidence = result_run_evidence(shown);
    struct ui_rect button = head->beside
                                ? chrome_cut_right(&rect, head->button_w, BARS_GAP)
                                : chrome_cut_bottom(&rect, button_h, BARS_GAP);
    button.x += button.w - head->button_w;
    button.w = head->button_w;
    button.y += (button.h - button_h) / 2;
    button.h = button_h;
    ui_button(ui, button, &evidence);
    chrome_cut_top(&rect, fmaxf(rect.h - head->words_h, 0) / 2, 0);
    draw_lines(ui, rect, lines);
}

float result_run_h(const void *what, struct ui *ui, float w)
{
    struct lines lines = lines_of(what);
    struct head head = head_of(what, ui, w - 2 * CHROME_PAD, &lines);
    const struct run_shown *shown = what;
    float stints = shown->debrief->pair.count > 1 ? chart_stints_h(ui) : 0;
    return PAD_TOP + head.h + BARS_GAP + BARS_LEAST + stints + PAD_BOTTOM;
}

void result_run_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct run_shown *shown = what;
    struct lines lines = lines_of(shown);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + PAD_TOP,
                             rect.w - 2 * CHROME_PAD, rect.h - PAD_TOP - PAD_BOTTOM};
    struct head head = head_of(shown, ui, inside.w, &lines);
    draw_head(shown, ui, chrome_cut_top(&inside, head.h, BARS_GAP), &head, &lines);
    chart_run(ui, inside, shown->run, &shown->debrief->pair, shown->tries,
              shown->debrief->presser != PRESSER_CHILD);
}

/* What the other cards do not say: how long, how many, the stops. */
void result_run_say(const void *what, struct str *out)
{
    struct lines lines = lines_of(what);
    for (int i = 0; i < lines.count; i++) {
        say_line(out, lines.text[i]);
    }
}
