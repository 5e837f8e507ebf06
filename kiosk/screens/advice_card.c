/* SPDX-License-Identifier: MIT */
#include "screens/advice_card.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/say.h"
#include "station/debrief.h"

enum { NUMBER_MAX = 16 };

#define BADGE_W 104.0f
#define PAD_Y   28.0f
#define LINE    8.0f /* between the words and the reason */

struct look {
    const char *words, *why; /* keys */
    enum icon icon;
};

static const struct look looks[CPR_DEBRIEF_COUNT] = {
    [CPR_DEBRIEF_KEEP] = {"advice_keep", "why_keep", ICON_TICK},
    [CPR_DEBRIEF_START] = {"advice_start", "why_start", ICON_ARROW_DOWN},
    [CPR_DEBRIEF_DEEPER] = {"advice_deeper", "why_deeper", ICON_ARROW_DOWN},
    [CPR_DEBRIEF_LESS_DEEP] = {"advice_less_deep", "why_less_deep", ICON_ARROW_UP},
    [CPR_DEBRIEF_FASTER] = {"advice_faster", "why_faster", ICON_FASTER},
    [CPR_DEBRIEF_SLOWER] = {"advice_slower", "why_slower", ICON_SLOWER},
    [CPR_DEBRIEF_RELEASE] = {"advice_release", "why_release", ICON_ARROW_UP},
    [CPR_DEBRIEF_HANDS] = {"advice_hands", "why_hands", ICON_HEART},
    [CPR_DEBRIEF_NO_PAUSE] = {"advice_no_pause", "why_no_pause", ICON_NEXT},
    [CPR_DEBRIEF_SHORT_PAUSE] = {"advice_short_pause", "why_short_pause", ICON_NEXT},
    [CPR_DEBRIEF_BREATHE] = {"advice_breathe", "why_breathe", ICON_BREATH},
};

/* Nobody has said who pressed: how deep it was, and where to, is no fault. */
static const struct look open_looks[CPR_DEBRIEF_COUNT] = {
    [CPR_DEBRIEF_DEEPER] = {"advice_deeper", "why_open_deeper", ICON_ARROW_DOWN},
    [CPR_DEBRIEF_LESS_DEEP] = {"advice_less_deep", "why_open_less_deep", ICON_ARROW_UP},
};

static const struct look child_keeps = {"advice_keep", "why_keep_child", ICON_TICK};

static const struct look *look_of(const struct debrief *debrief)
{
    if (debrief->is_depth_open) {
        return &open_looks[debrief->advice.advice];
    }
    bool keeps = debrief->advice.advice == CPR_DEBRIEF_KEEP;
    return keeps && debrief->presser == PRESSER_CHILD ? &child_keeps
                                                      : &looks[debrief->advice.advice];
}

struct advice_card advice_card_of(const struct run_shown *shown)
{
    const struct debrief *debrief = shown->debrief;
    const struct look *look = look_of(debrief);
    struct cpr_range aim = shown->run->plan.guideline->depth_mm;
    struct advice_card card = {.icon = look->icon,
                               .type = UI_HEADING,
                               .keep = debrief->advice.advice == CPR_DEBRIEF_KEEP,
                               .key = look->words,
                               .words = conf_tr(shown->texts, look->words)};
    char n[NUMBER_MAX];
    char of[NUMBER_MAX];
    char mean[NUMBER_MAX];
    char range[2 * NUMBER_MAX];
    char stopped[NUMBER_MAX];
    char seconds[NUMBER_MAX];
    str_format(n, sizeof n, "%u", debrief->advice.faulty);
    str_format(of, sizeof of, "%u", debrief->advice.of);
    str_format(mean, sizeof mean, "%.0f", shown->debrief->result.mean_depth_mm);
    str_format(range, sizeof range, "%.0f–%.0f", aim.low, aim.high);
    str_format(stopped, sizeof stopped, "%.0f", shown->debrief->result.total_pause_s);
    str_format(seconds, sizeof seconds, "%.0f", shown->debrief->result.duration_s);
    conf_fill(shown->texts, card.why, sizeof card.why, look->why,
              (const char *const[]){"n", n, "of", of, "mean", mean, "range", range,
                                    "stopped", stopped, "seconds", seconds, NULL});
    return card;
}

/* Of the badge, which needs no more room where the text is larger. */
static float text_w(float w)
{
    return w - 2 * CHROME_PAD - BADGE_W - CHROME_GAP;
}

static float words_h(const struct advice_card *card, struct ui *ui, float w)
{
    return ui_measure(ui, w, card->type, card->words).h + LINE +
           ui_measure(ui, w, UI_BODY, card->why).h;
}

float advice_card_h(const void *what, struct ui *ui, float w)
{
    return 2 * PAD_Y + fmaxf(words_h(what, ui, text_w(w)), BADGE_W);
}

static void draw_badge(struct ui *ui, struct ui_rect rect, const struct advice_card *card)
{
    float r = fminf(rect.w, rect.h) / 2;
    struct ui_point centre = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    struct ui_rect square = {centre.x - r, centre.y - r, 2 * r, 2 * r};
    ui_disc(ui, centre, r, card->keep ? UI_GOOD : UI_NEXT);
    ui_icon(ui, chrome_inset(square, r * 0.4f), card->icon,
            card->keep ? UI_ON_BRAND : UI_ON_NEXT);
}

void advice_card_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct advice_card *card = what;
    ui_card(ui, rect, card->keep ? UI_TINT_GREEN : UI_CHANGE_TINT);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + PAD_Y, rect.w - 2 * CHROME_PAD,
                             rect.h - 2 * PAD_Y};
    draw_badge(ui, chrome_cut_left(&inside, BADGE_W, CHROME_GAP), card);
    float h = words_h(card, ui, inside.w);
    chrome_cut_top(&inside, fmaxf(inside.h - h, 0) / 2, 0);
    float words = ui_measure(ui, inside.w, card->type, card->words).h;
    ui_text(ui, chrome_cut_top(&inside, words, LINE), card->type, UI_TEXT, UI_LEFT,
            card->words);
    ui_text(ui, inside, UI_BODY, UI_QUIET, UI_LEFT, card->why);
}

void advice_card_say(const void *what, struct str *out)
{
    const struct advice_card *card = what;
    say_line(out, card->words);
    say_line(out, card->why);
}
