/* SPDX-License-Identifier: MIT */
#include "screens/result_pair.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/say.h"

enum { WORDS_MAX = 128, NUMBER_MAX = 16 };

#define PAD      20.0f
#define CLOSE    8.0f
#define MARK_GAP 14.0f
#define LEAST_EM 7.0f /* two stand side by side where each has so much room */
#define EM       40.0f

bool result_pair_is(const struct run_shown *shown)
{
    return shown->debrief->pair.count > 1;
}

/* ---- the words --------------------------------------------------------------------- */

static const char *const praises[CPR_PRAISE_COUNT + 1] = {
    [CPR_PRAISE_ALL] = "pair_all",
    [CPR_PRAISE_DEPTH] = "pair_depth",
    [CPR_PRAISE_RATE] = "pair_rate",
    [CPR_PRAISE_RELEASE] = "pair_release",
    [CPR_PRAISE_COUNT] = "pair_kept_going"};

struct words {
    char name[WORDS_MAX], figures[WORDS_MAX];
    const char *praise; /* borrowed from the texts */
};

void result_pair_swap(const struct conf_texts *texts, double change_s, char *out,
                      size_t size)
{
    char n[NUMBER_MAX];
    str_format(n, sizeof n, "%.0f", round(change_s));
    conf_fill(texts, out, size, round(change_s) < 1 ? "swap_quick" : "swap_took",
              (const char *const[]){"n", n, NULL});
}

/* Both together, and the change, which is nobody's fault. */
void result_pair_words(const struct run_shown *shown, char out[RESULT_PAIR_WORDS])
{
    const struct cpr_pair *pair = &shown->debrief->pair;
    char n[NUMBER_MAX];
    char swap[WORDS_MAX];
    char longest[NUMBER_MAX];
    char swaps[NUMBER_MAX];
    str_format(n, sizeof n, "%u", shown->debrief->result.count);
    str_format(swaps, sizeof swaps, "%u", pair->count - 1);
    str_format(longest, sizeof longest, "%.0f", fmax(round(cpr_pair_longest_s(pair)), 1));
    if (pair->count == 2) {
        result_pair_swap(shown->texts, pair->stint[1].change_s, swap, sizeof swap);
    } else {
        conf_fill(shown->texts, swap, sizeof swap, "swaps_took",
                  (const char *const[]){"n", swaps, "longest", longest, NULL});
    }
    conf_fill(shown->texts, out, RESULT_PAIR_WORDS, "pair_title",
              (const char *const[]){"n", n, "swap", swap, NULL});
}

static struct words words_of(const struct run_shown *shown, int who)
{
    const struct cpr_pair_share *share = &shown->debrief->share[who];
    struct words words = {.praise = conf_tr(shown->texts, praises[share->praise])};
    char n[NUMBER_MAX];
    char depth[NUMBER_MAX];
    char rate[NUMBER_MAX];
    str_format(n, sizeof n, "%u", share->pushes);
    str_format(depth, sizeof depth, "%.0f", share->mean_depth_mm);
    str_format(rate, sizeof rate, "%.0f", share->mean_rate_cpm);
    conf_fill(shown->texts, words.name, WORDS_MAX,
              who == 0 ? "pair_first" : "pair_second",
              (const char *const[]){"n", n, NULL});
    if (!isnan(share->mean_rate_cpm)) {
        conf_fill(shown->texts, words.figures, WORDS_MAX, "result_figures",
                  (const char *const[]){"depth", depth, "rate", rate, NULL});
    }
    return words;
}

/* ---- the card ---------------------------------------------------------------------- */

static float mark_r(const struct ui *ui)
{
    return ui_line_height(ui, UI_SMALL) * 0.6f;
}

static float words_w(const struct ui *ui, float w)
{
    return w - 2 * mark_r(ui) - MARK_GAP;
}

static float one_h(struct ui *ui, float w, const struct words *words)
{
    float inside = words_w(ui, w);
    return chrome_text_h(ui, inside, UI_SMALL, words->name) +
           chrome_text_h(ui, inside, UI_STRONG, words->praise) +
           chrome_text_h(ui, inside, UI_SMALL, words->figures);
}

static void draw_one(struct ui *ui, struct ui_rect rect, const struct words *words,
                     int who)
{
    float r = mark_r(ui);
    struct ui_rect mark = chrome_cut_left(&rect, 2 * r, MARK_GAP);
    float name_h = chrome_text_h(ui, rect.w, UI_SMALL, words->name);
    float praise_h = chrome_text_h(ui, rect.w, UI_STRONG, words->praise);
    float line = ui_line_height(ui, UI_SMALL);
    chart_who(ui, (struct ui_point){mark.x + r, mark.y + line / 2}, r, who);
    ui_text(ui, chrome_cut_top(&rect, name_h, 0), UI_SMALL, UI_QUIET, UI_LEFT,
            words->name);
    ui_text(ui, chrome_cut_top(&rect, praise_h, 0), UI_STRONG, UI_GOOD_WORD, UI_LEFT,
            words->praise);
    if (*words->figures) {
        ui_text(ui, rect, UI_SMALL, UI_QUIET, UI_LEFT, words->figures);
    }
}

static size_t columns_in(const struct ui *ui, float w)
{
    float each = words_w(ui, (w - CHROME_GAP) / CPR_PAIR_WHO);
    return each >= LEAST_EM * EM * ui_text_scale(ui) ? CPR_PAIR_WHO : 1;
}

/* Of one of them, as high as the higher one. */
static float each_h(const struct run_shown *shown, struct ui *ui, float w)
{
    float most = 0;
    float each = columns_in(ui, w) == 1 ? w : (w - CHROME_GAP) / CPR_PAIR_WHO;
    for (int who = 0; who < CPR_PAIR_WHO; who++) {
        struct words words = words_of(shown, who);
        most = fmaxf(most, one_h(ui, each, &words));
    }
    return most;
}

float result_pair_h(const void *what, struct ui *ui, float w)
{
    const struct run_shown *shown = what;
    char title[RESULT_PAIR_WORDS];
    if (!result_pair_is(shown)) {
        return 0;
    }
    result_pair_words(shown, title);
    float inside = w - 2 * PAD;
    float rows = (float)(CPR_PAIR_WHO / columns_in(ui, inside));
    return 2 * PAD + chrome_text_h(ui, inside, UI_BODY, title) + CLOSE +
           rows * each_h(shown, ui, inside) + (rows - 1) * CHROME_GAP;
}

void result_pair_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct run_shown *shown = what;
    char title[RESULT_PAIR_WORDS];
    result_pair_words(shown, title);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, PAD);
    float spare = fmaxf(rect.h - result_pair_h(what, ui, rect.w), 0);
    chrome_cut_top(&inside, spare / 3, 0);
    float title_h = chrome_text_h(ui, inside.w, UI_BODY, title);
    ui_text(ui, chrome_cut_top(&inside, title_h, CLOSE + spare / 3), UI_BODY, UI_TEXT,
            UI_LEFT, title);
    size_t columns = columns_in(ui, inside.w);
    inside.h =
        (float)(CPR_PAIR_WHO / columns) * (each_h(shown, ui, inside.w) + CHROME_GAP) -
        CHROME_GAP;
    for (int who = 0; who < CPR_PAIR_WHO; who++) {
        struct words words = words_of(shown, who);
        draw_one(
            ui,
            chrome_cell(inside, (size_t)who, columns, CPR_PAIR_WHO / columns, CHROME_GAP),
            &words, who);
    }
}

void result_pair_say(const void *what, struct str *out)
{
    const struct run_shown *shown = what;
    char title[RESULT_PAIR_WORDS];
    if (!result_pair_is(shown)) {
        return;
    }
    result_pair_words(shown, title);
    say_line(out, title);
    for (int who = 0; who < CPR_PAIR_WHO; who++) {
        const struct result_pair_one one = {shown, who};
        result_pair_one_say(&one, out);
    }
}

float result_pair_one_h(const void *what, struct ui *ui, float w)
{
    const struct result_pair_one *one = what;
    struct words words = words_of(one->shown, one->who);
    return 2 * PAD + one_h(ui, w - 2 * PAD, &words);
}

void result_pair_one_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct result_pair_one *one = what;
    struct words words = words_of(one->shown, one->who);
    ui_card(ui, rect, UI_CARD);
    draw_one(ui, chrome_inset(rect, PAD), &words, one->who);
}

void result_pair_one_say(const void *what, struct str *out)
{
    const struct result_pair_one *one = what;
    struct words words = words_of(one->shown, one->who);
    say_line(out, words.name);
    say_line(out, words.praise);
    say_line(out, words.figures);
}
