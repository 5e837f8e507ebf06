/* SPDX-License-Identifier: MIT */
/* The depth that moves with a push, or why there is none. */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/manikin.h"
#include "screens/told.h"

enum { WORDS_MAX = 256 };

static const float SCALE_MM = 100; /* the bar's whole length */

#define BAR_SHARE 0.35f /* of the card's height at most */

/* Why no depth is shown, and what helps. */
static const char *no_depth_key(const struct link_status *status)
{
    if (status->state == LINK_SEARCHING) {
        return "manikin_unplugged";
    }
    if (!manikin_is_foreign(status)) {
        return "manikin_no_samples";
    }
    return status->column[0] ? "manikin_waits_for_rest" : "manikin_unlearnt";
}

/* `is_force`: without millimetres. */
static void draw_bar(struct ui *ui, struct ui_rect rect, double depth_mm, bool is_force)
{
    static const char *const marks[] = {"0", "50", "100"};
    float share = fminf(fmaxf((float)depth_mm / SCALE_MM, 0), 1);
    float line_h = ui_line_height(ui, UI_SMALL);
    bool marked = !is_force && rect.h >= line_h + 8 + 24;
    struct ui_rect bar = {rect.x, rect.y, rect.w, marked ? rect.h - line_h - 8 : rect.h};
    ui_fill(ui, bar, bar.h / 2, UI_TRACK);
    if (share > 0) {
        float w = fmaxf(bar.w * share, bar.h);
        ui_fill(ui, (struct ui_rect){bar.x, bar.y, w, bar.h}, bar.h / 2, UI_BRAND);
    }
    for (int i = 0; i < 3 && marked; i++) {
        float w = 120 * ui_text_scale(ui);
        float x = rect.x + (rect.w - w) * 0.5f * (float)i;
        struct ui_rect label = {x, rect.y + rect.h - line_h, w, line_h};
        ui_text(ui, label, UI_SMALL, UI_QUIET,
                i == 0   ? UI_LEFT
                : i == 1 ? UI_CENTER
                         : UI_RIGHT,
                marks[i]);
    }
}

const char *manikin_depth_text(const struct kiosk *k, const struct manikin *page,
                               const struct link_status *status, char *out)
{
    const struct ready *ready = station_ready(&k->stations[page->chosen]);
    if (status->state != LINK_READY) {
        return kiosk_tr(k,
                        ready->state == READY_BLIND ? ready->desk : no_depth_key(status));
    }
    double depth_mm = k->stations[page->chosen].depth_mm;
    if (status->doubts & CPR_TRUST_FORCE) { /* its millimetres mean nothing */
        return kiosk_tr(k, depth_mm < (double)SCALE_MM / 4 ? "manikin_softer"
                                                           : "manikin_harder");
    }
    /* -0.3 rounds to "-0", which means nothing. */
    str_format(out, MANIKIN_NUMBER_MAX, "%.0f %s", round(depth_mm) + 0.0,
               kiosk_tr(k, "unit_mm"));
    return out;
}

/* What is said below the number: what is wrong, or how to try it. Returns `words` or a
 * text. */
static const char *hint_of(const struct kiosk *k, const struct manikin *page,
                           const struct link_status *status, char words[WORDS_MAX])
{
    const struct station *station = &k->stations[page->chosen];
    if (page->view == MANIKIN_FACTS && station_ready(station)->title) {
        return told_desk(k, station, words, WORDS_MAX);
    }
    bool is_force = (status->doubts & CPR_TRUST_FORCE) != 0;
    return kiosk_tr(k, is_force ? "manikin_push_force" : "manikin_push");
}

static float whole_bar_h(const struct ui *ui)
{
    return 48 + 8 + ui_line_height(ui, UI_SMALL);
}

float manikin_live_h(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                     float w)
{
    char number[MANIKIN_NUMBER_MAX];
    char words[WORDS_MAX];
    struct link_status status = manikin_status(k, page);
    const char *text = manikin_depth_text(k, page, &status, number);
    float inner = w - 2 * CHROME_PAD;
    float h = 2 * CHROME_PAD + ui_line_height(ui, UI_BODY) + 8;
    if (status.state != LINK_READY) {
        return h + chrome_text_h(ui, inner, UI_STRONG, text);
    }
    float bar_h = whole_bar_h(ui);
    float rest = ui_line_height(ui, UI_LIVE) + bar_h + 2 * CHROME_GAP + 2 +
                 chrome_text_h(ui, inner, UI_BODY, hint_of(k, page, &status, words));
    return h + fmaxf(rest, bar_h / BAR_SHARE);
}

void manikin_draw_live(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                       struct ui_rect rect)
{
    struct link_status status = manikin_status(k, page);
    bool is_force = (status.doubts & CPR_TRUST_FORCE) != 0;
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    float head_h = ui_line_height(ui, UI_BODY);
    ui_text(ui, chrome_cut_top(&inside, head_h, 8), UI_BODY, UI_QUIET, UI_LEFT,
            kiosk_tr(k, is_force ? "manikin_force" : "manikin_depth"));
    char number[MANIKIN_NUMBER_MAX];
    const char *text = manikin_depth_text(k, page, &status, number);
    if (status.state != LINK_READY) {
        ui_text_middle(ui, inside, UI_STRONG, UI_TEXT, UI_LEFT, text);
        return;
    }
    float bar_h = fminf(inside.h * BAR_SHARE, whole_bar_h(ui));
    char words[WORDS_MAX];
    const char *hint_words = hint_of(k, page, &status, words);
    float words_h = ui_measure(ui, inside.w, UI_BODY, hint_words).h;
    float number_h = ui_line_height(ui, UI_LIVE);
    if (inside.h > number_h + bar_h + words_h + 2 * CHROME_GAP) {
        ui_text(ui, chrome_cut_bottom(&inside, words_h, CHROME_GAP), UI_BODY, UI_QUIET,
                UI_LEFT, hint_words);
    }
    number_h = fminf(number_h, inside.h - bar_h - 16);
    float spare = fmaxf(inside.h - number_h - bar_h - 16, 0);
    chrome_cut_top(&inside, fminf(spare / 2, 60), 0);
    ui_text_middle(ui, chrome_cut_top(&inside, number_h, 16), UI_LIVE, UI_TEXT, UI_LEFT,
                   text);
    draw_bar(ui, chrome_cut_top(&inside, bar_h, 0), k->stations[page->chosen].depth_mm,
             is_force);
}
