/* SPDX-License-Identifier: MIT */
/*
 * What can be touched on the practice screen: the way out, how is pressed, and by whom.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"

bool practice_cycles(const struct kiosk *k)
{
    return kiosk_run(k)->plan.mode == CPR_30_2;
}

/* Visitors choose how to press; a lesson has chosen for its own runs. */
static bool may_choose(const struct kiosk *k, enum practice_view view)
{
    return view == PRACTICE_WAITING && !k->run_is_lessons;
}

/* Who presses is asked before the first push, and while help is given. */
bool practice_asks_presser(const struct kiosk *k, enum practice_view view)
{
    bool is_helped = kiosk_run(k)->plan.kind == RUN_PRACTICE;
    return k->child && !k->run_is_lessons &&
           (view == PRACTICE_WAITING || (view == PRACTICE_PRESSING && is_helped));
}

/* ---- choosing ---------------------------------------------------------------------- */

static void choose(struct kiosk *k, enum cpr_mode mode)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    k->mode = mode;
    if (mode != plan->mode) {
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, mode, false);
    }
}

static const struct {
    const char *id, *label;
    enum presser presser;
} pressers[] = {{"adult", "presser_adult", PRESSER_ADULT},
                {"child", "presser_child", PRESSER_CHILD}};

enum { PRESSERS_ASKED = sizeof pressers / sizeof *pressers };

static bool choose_presser(struct kiosk *k, const struct ui_event *event)
{
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        if (ui_tapped(event, pressers[i].id)) {
            kiosk_set_presser(k, pressers[i].presser);
            return true;
        }
    }
    return false;
}

bool practice_choose(struct kiosk *k, enum practice_view view,
                     const struct ui_event *event)
{
    if (ui_tapped(event, "compressions-only") && may_choose(k, view)) {
        choose(k, CPR_COMPRESSION_ONLY);
        return true;
    }
    if (ui_tapped(event, "with-breaths") && may_choose(k, view)) {
        choose(k, CPR_30_2);
        return true;
    }
    return practice_asks_presser(k, view) && choose_presser(k, event);
}

/* ---- drawing ----------------------------------------------------------------------- */

/* Side by side; what is chosen has a tick. */
static void put_modes(const struct kiosk *k, struct ui_button *modes)
{
    modes[CPR_COMPRESSION_ONLY] = (struct ui_button){
        .id = "compressions-only", .label = kiosk_tr(k, "mode_compressions")};
    modes[CPR_30_2] =
        (struct ui_button){.id = "with-breaths", .label = kiosk_tr(k, "mode_breaths")};
    struct ui_button *chosen = &modes[kiosk_run(k)->plan.mode];
    chosen->style = UI_BUTTON_PRIMARY;
    chosen->icon = ICON_TICK;
}

static void put_pressers(const struct kiosk *k, struct ui_button *buttons)
{
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        bool is_chosen = k->presser == pressers[i].presser;
        buttons[i] =
            (struct ui_button){.id = pressers[i].id,
                               .label = kiosk_tr(k, pressers[i].label),
                               .style = is_chosen ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                               .icon = is_chosen ? ICON_TICK : ICON_NONE};
    }
}

/* The way out, what to choose, and where there is room what manikin it is. */
void practice_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                   enum practice_view view)
{
    const char *out = view == PRACTICE_PRESSING ? "practice_stop"
                      : k->run_is_lessons       ? "practice_back_to_lesson"
                                                : "back_home";
    struct ui_button back = {.id = "stop", .label = kiosk_tr(k, out), .icon = ICON_BACK};
    struct ui_button again = {.id = "again",
                              .label = kiosk_tr(k, "practice_again"),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
    struct ui_button modes[CPR_MODE_COUNT];
    put_modes(k, modes);
    struct ui_button who[PRESSERS_ASKED];
    put_pressers(k, who);
    struct chrome_bar bar = {.back = &back,
                             .chips = view != PRACTICE_PRESSING,
                             .key = view == PRACTICE_PRESSING};
    if (may_choose(k, view)) {
        bar.actions = modes;
        bar.action_count = CPR_MODE_COUNT;
    } else if (view == PRACTICE_PRESSING && practice_asks_presser(k, view)) {
        bar.actions = who;
        bar.action_count = PRESSERS_ASKED;
    } else if (view == PRACTICE_LOST) {
        bar.actions = &again;
        bar.action_count = 1;
    }
    struct ui_rect note = chrome_bar(k, ui, page, &bar);
    if (!kiosk_station(k)->status.simulated || view == PRACTICE_TOLD) {
        return;
    }
    const char *words = kiosk_tr(k, "manikin_simulated");
    enum ui_align align = UI_RIGHT;
    if (ui_measure(ui, page->w, UI_BODY, words).w * 0.8f > note.w - 16) {
        note = chrome_cut_bottom(page, ui_line_height(ui, UI_BODY), 12);
        align = UI_CENTER;
    }
    ui_text_middle(ui, chrome_inset(note, 8), UI_BODY, UI_QUIET, align, words);
}

/* Adult or child, side by side above the foot. */
void practice_pressers(const struct kiosk *k, struct ui *ui, struct ui_rect *page)
{
    struct ui_button who[PRESSERS_ASKED];
    put_pressers(k, who);
    struct ui_rect row = chrome_cut_bottom(page, chrome_button_h(ui), CHROME_GAP);
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        ui_button(ui, chrome_column(row, i, PRESSERS_ASKED, CHROME_GAP), &who[i]);
    }
}
