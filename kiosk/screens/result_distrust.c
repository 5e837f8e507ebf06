/* SPDX-License-Identifier: MIT */
#include "screens/result_distrust.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/say.h"
#include "station/ready.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

/* The three texts of the card without a score. */
static const char *title_of(const struct run_shown *shown)
{
    const struct ready *row = ready_for_result(&shown->run->result);
    return conf_tr(shown->texts, row ? row->result : "trust_title");
}

static const char *cure_of(const struct run_shown *shown)
{
    const struct ready *row = ready_for_result(&shown->run->result);
    return conf_tr(shown->texts, row ? row->cure : "trust_cure");
}

/* Count and rhythm hold all the same. */
static struct str figures_of(const struct run_shown *shown)
{
    char count[NUMBER_MAX];
    char rate[NUMBER_MAX] = "";
    char range[2 * NUMBER_MAX];
    char words[WORDS_MAX];
    struct str figures = {0};
    const struct cpr_result *result = &shown->run->result;
    struct cpr_range target = shown->run->plan.guideline->rate_cpm;
    str_format(count, sizeof count, "%u", result->count);
    if (!isnan(result->mean_rate_cpm)) {
        str_format(rate, sizeof rate, "%.0f", result->mean_rate_cpm);
    }
    str_format(range, sizeof range, "%.0f–%.0f", target.low, target.high);
    conf_fill(shown->texts, words, sizeof words,
              *rate ? "told_figures" : "told_figures_count",
              (const char *const[]){"count", count, "rate", rate, "range", range, NULL});
    str_add(&figures, "%s", words);
    return figures;
}

/* A line for each reason not to trust the sensor, or what holds; str_free() it. */
static struct str reasons_of(const struct run_shown *shown)
{
    if (ready_for_result(&shown->run->result)) {
        return figures_of(shown);
    }
    static const char *const keys[CPR_TRUST_REASONS] = {
#define REASON(bit, name) "trust_" #name,
#include "cpr/reasons.def"
    };
    struct str reasons = {0};
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (shown->run->result.trust & 1u << i) {
            str_add(&reasons, "%s%s", reasons.length ? "\n" : "",
                    conf_tr(shown->texts, keys[i]));
        }
    }
    return reasons;
}

void result_distrust_words(const struct run_shown *shown, struct result_distrust *words)
{
    struct str reasons = reasons_of(shown);
    words->title = title_of(shown);
    words->cure = cure_of(shown);
    str_copy(words->reasons, sizeof words->reasons, reasons.text ? reasons.text : "");
    str_free(&reasons);
}

float result_distrust_h(const void *what, struct ui *ui, float w)
{
    const struct run_shown *shown = what;
    float inner = w - 2 * CHROME_PAD;
    struct str reasons = reasons_of(shown);
    float h = 2 * CHROME_PAD + 2 * CHROME_GAP +
              chrome_text_h(ui, inner, chrome_heading(ui), title_of(shown)) +
              chrome_text_h(ui, inner, UI_BODY, reasons.text) +
              chrome_text_h(ui, inner, UI_STRONG, cure_of(shown));
    str_free(&reasons);
    return h;
}

void result_distrust_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct run_shown *shown = what;
    const char *title = title_of(shown);
    const char *cure = cure_of(shown);
    struct str reasons = reasons_of(shown);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    float title_h = ui_measure(ui, inside.w, chrome_heading(ui), title).h;
    float cure_h = ui_measure(ui, inside.w, UI_STRONG, cure).h;
    ui_text(ui, chrome_cut_top(&inside, title_h, CHROME_GAP), chrome_heading(ui), UI_TEXT,
            UI_LEFT, title);
    ui_text(ui, chrome_cut_bottom(&inside, cure_h, CHROME_GAP), UI_STRONG, UI_GOOD_WORD,
            UI_LEFT, cure);
    ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, reasons.text);
    str_free(&reasons);
}

void result_distrust_say(const void *what, struct str *out)
{
    const struct run_shown *shown = what;
    struct str reasons = reasons_of(shown);
    say_line(out, title_of(shown));
    say_lines(out, reasons.text ? reasons.text : "");
    say_line(out, cure_of(shown));
    str_free(&reasons);
}
