/* SPDX-License-Identifier: MIT */
#include "screens/result_shares.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"

enum { WORDS_MAX = 160, NUMBER_MAX = 16 };

#define PAD_X    28.0f
#define PAD_Y    20.0f
/* Three stand side by side where each has so much room, in letters of the text. */
#define LEAST_EM 9.0f
#define EM       40.0f

/* From here on a share of the compressions is shown as good. */
#define GOOD_PERCENT 80.0

struct share {
    char label[WORDS_MAX];
    double percent;        /* NAN: not measured, or not judged */
    char value[WORDS_MAX]; /* in the percentage's place; "": there is one */
    char note[WORDS_MAX];
    enum icon change; /* which way, where it is not good yet */
};

static const char *number_of(char *out, double value)
{
    str_format(out, NUMBER_MAX, "%.0f", fabs(value) < 0.5 ? 0.0 : value); /* and no -0 */
    return out;
}

static void put_mean(const struct run_shown *shown, char *out, const char *key,
                     double mean)
{
    char number[NUMBER_MAX];
    if (!isnan(mean)) {
        conf_fill(shown->texts, out, WORDS_MAX, key,
                  (const char *const[]){"mean", number_of(number, mean), NULL});
    }
}

static void put_aim(const struct run_shown *shown, char *out, struct cpr_range range)
{
    char words[2 * NUMBER_MAX];
    str_format(words, sizeof words, "%.0f–%.0f", range.low, range.high);
    conf_fill(shown->texts, out, WORDS_MAX, "gauge_target",
              (const char *const[]){"range", words, NULL});
}

/* What was done in the place of a share that is none: nobody is told 0 %, and a depth
 * that is not judged has no share. The note then says where to. */
static void tell_instead(const struct run_shown *shown, struct share *share,
                         const char *label, const char *note)
{
    str_copy(share->label, WORDS_MAX, conf_tr(shown->texts, label));
    str_copy(share->value, WORDS_MAX, share->note);
    str_copy(share->note, WORDS_MAX, note);
}

static struct share depth_of(const struct run_shown *shown)
{
    const struct cpr_result *result = &shown->debrief->result;
    const struct cpr_guideline *guideline = shown->run->plan.guideline;
    struct share share = {.percent = result->depth_ok_percent,
                          .change = result->deep_percent > result->shallow_percent
                                        ? ICON_ARROW_UP
                                        : ICON_ARROW_DOWN};
    char aim[WORDS_MAX];
    str_copy(share.label, WORDS_MAX, conf_tr(shown->texts, "result_depth_ok"));
    put_mean(shown, share.note, "result_mean_depth", result->mean_depth_mm);
    put_aim(shown, aim, guideline->depth_mm);
    if (!guideline->depth_scored) {
        tell_instead(shown, &share, "gauge_depth",
                     conf_tr(shown->texts, "result_depth_unscored"));
    } else if (share.percent < 0.5) {
        tell_instead(shown, &share, "gauge_depth", aim);
    }
    return share;
}

static struct share rate_of(const struct run_shown *shown)
{
    const struct cpr_result *result = &shown->debrief->result;
    struct cpr_range range = shown->run->plan.guideline->rate_cpm;
    bool fast = result->mean_rate_cpm > (range.low + range.high) / 2;
    struct share share = {.percent = result->rate_ok_percent,
                          .change = fast ? ICON_SLOWER : ICON_FASTER};
    char aim[WORDS_MAX];
    str_copy(share.label, WORDS_MAX, conf_tr(shown->texts, "result_rate_ok"));
    put_mean(shown, share.note, "result_mean_rate", result->mean_rate_cpm);
    put_aim(shown, aim, range);
    if (share.percent < 0.5) {
        tell_instead(shown, &share, "gauge_rate", aim);
    }
    return share;
}

/* All the way up: nothing is left to be told. */
static struct share recoil_of(const struct run_shown *shown)
{
    const struct cpr_result *result = &shown->debrief->result;
    struct share share = {.percent = result->full_recoil_percent,
                          .change = ICON_ARROW_UP};
    str_copy(share.label, WORDS_MAX, conf_tr(shown->texts, "result_recoil_ok"));
    if (!(result->mean_release_mm < 0.5)) {
        put_mean(shown, share.note, "result_mean_release", result->mean_release_mm);
    }
    if (share.percent < 0.5) {
        tell_instead(shown, &share, "result_recoil_ok", "");
    }
    return share;
}

static struct share share_of(const struct run_shown *shown, size_t index)
{
    static struct share (*const shares[RESULT_SHARES])(const struct run_shown *) = {
        depth_of, rate_of, recoil_of};
    struct share share = shares[index](shown);
    if (!*share.value && isnan(share.percent)) {
        str_copy(share.value, WORDS_MAX, conf_tr(shown->texts, "not_measured"));
    }
    return share;
}

/* ---- a card ------------------------------------------------------------------------ */

static enum ui_type value_type(const struct share *share)
{
    return *share->value ? UI_STRONG : UI_HEADING;
}

static void value_words(const struct share *share, char *out)
{
    if (*share->value) {
        str_copy(out, WORDS_MAX, share->value);
    } else {
        str_format(out, WORDS_MAX, "%.0f%%", share->percent);
    }
}

static float card_h(struct ui *ui, float w, const struct share *share)
{
    char value[WORDS_MAX];
    float inside_w = w - 2 * PAD_X;
    value_words(share, value);
    return 2 * PAD_Y + chrome_text_h(ui, inside_w, UI_SMALL, share->label) +
           chrome_text_h(ui, inside_w, value_type(share), value) +
           chrome_text_h(ui, inside_w, UI_SMALL, share->note);
}

static void draw_card(struct ui *ui, struct ui_rect rect, const struct share *share)
{
    char value[WORDS_MAX];
    bool judged = !*share->value;
    bool good = share->percent >= GOOD_PERCENT;
    value_words(share, value);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = {rect.x + PAD_X, rect.y + PAD_Y, rect.w - 2 * PAD_X,
                             rect.h - 2 * PAD_Y};
    float h = chrome_text_h(ui, inside.w, UI_SMALL, share->label);
    ui_text(ui, chrome_cut_top(&inside, h, 0), UI_SMALL, UI_QUIET, UI_LEFT, share->label);
    h = chrome_text_h(ui, inside.w, value_type(share), value);
    struct ui_rect middle = chrome_cut_top(&inside, h, 0);
    if (judged) {
        float side = fminf(44, middle.h);
        struct ui_rect icon = chrome_cut_right(&middle, side, 12);
        icon.y += (icon.h - side) / 2;
        icon.h = side;
        ui_icon(ui, icon, good ? ICON_TICK : share->change, good ? UI_GOOD : UI_CHANGE);
    }
    ui_text(ui, middle, value_type(share),
            !judged ? UI_TEXT
            : good  ? UI_GOOD
                    : UI_CHANGE,
            UI_LEFT, value);
    if (*share->note) {
        ui_text(ui, inside, UI_SMALL, UI_QUIET, UI_LEFT, share->note);
    }
}

bool result_shares_beside(struct ui *ui, float w)
{
    float each = (w - (RESULT_SHARES - 1) * CHROME_GAP) / RESULT_SHARES;
    return each - 2 * PAD_X >= LEAST_EM * EM * ui_text_scale(ui) * 0.8f;
}

float result_shares_h(const void *what, struct ui *ui, float w)
{
    float h = 0;
    float each = (w - (RESULT_SHARES - 1) * CHROME_GAP) / RESULT_SHARES;
    for (size_t i = 0; i < RESULT_SHARES; i++) {
        struct share share = share_of(what, i);
        h = fmaxf(h, card_h(ui, each, &share));
    }
    return h;
}

void result_shares_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    for (size_t i = 0; i < RESULT_SHARES; i++) {
        struct share share = share_of(what, i);
        draw_card(ui, chrome_column(rect, i, RESULT_SHARES, CHROME_GAP), &share);
    }
}

float result_share_h(const void *what, struct ui *ui, float w)
{
    const struct result_share *one = what;
    struct share share = share_of(one->shown, one->index);
    return card_h(ui, w, &share);
}

void result_share_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct result_share *one = what;
    struct share share = share_of(one->shown, one->index);
    draw_card(ui, rect, &share);
}
