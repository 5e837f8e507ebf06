/* SPDX-License-Identifier: MIT */
/*
 * What can be touched on the practice screen: the way out, how is pressed, and by whom.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"
#include "screens/presser.h"
#include "screens/stages.h"

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

/* Of a touch that brings it. */
static const char *const mode_ids[CPR_MODE_COUNT] = {
    [CPR_COMPRESSION_ONLY] = "compressions-only", [CPR_30_2] = "with-breaths"};

static void choose(struct kiosk *k, enum cpr_mode mode)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    k->mode = mode;
    if (mode != plan->mode) {
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, mode, false);
    }
}

bool practice_choose(struct kiosk *k, enum practice_view view,
                     const struct ui_event *event)
{
    for (int i = 0; i < CPR_MODE_COUNT; i++) {
        if (ui_tapped(event, mode_ids[i]) && may_choose(k, view)) {
            choose(k, (enum cpr_mode)i);
            return true;
        }
    }
    return practice_asks_presser(k, view) && presser_touched(k, event);
}

/* ---- drawing ----------------------------------------------------------------------- */

/* One switch: it has a tick while it is on. */
static struct ui_button mode_button(const struct kiosk *k)
{
    bool is_on = practice_cycles(k);
    return (struct ui_button){.id = mode_ids[is_on ? CPR_COMPRESSION_ONLY : CPR_30_2],
                              .label = kiosk_tr(k, "mode_breaths"),
                              .style = is_on ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                              .icon = is_on ? ICON_TICK : ICON_NONE};
}

/* Who presses and how; nothing of it while the visitor only watches. */
static size_t put_choices(const struct kiosk *k, enum practice_view view,
                          struct ui_button *choices)
{
    size_t count = 0;
    if (view == PRACTICE_WAITING && stages_now(k) == STAGE_WATCH) {
        return 0;
    }
    if (practice_asks_presser(k, view)) {
        presser_buttons(k->texts[k->lang], k->presser, choices);
        count = PRESSERS_ASKED;
    }
    if (may_choose(k, view)) {
        choices[count++] = mode_button(k);
    }
    return count;
}

/* What can be done without a manikin that can be pressed, and where that may change. */
static size_t put_ways(const struct kiosk *k, enum practice_view view,
                       struct ui_button *ways)
{
    size_t count = 0;
    ways[count++] = (struct ui_button){
        .id = "rhythm", .label = kiosk_tr(k, "home_rhythm"), .style = UI_BUTTON_PLAIN};
    if (view == PRACTICE_LOST) {
        ways[count++] = (struct ui_button){.id = "again",
                                           .label = kiosk_tr(k, "practice_again"),
                                           .style = UI_BUTTON_NEXT,
                                           .icon = ICON_NEXT};
    } else {
        ways[0].style = UI_BUTTON_NEXT;
        ways[0].icon = ICON_NEXT;
    }
    return count;
}

/* The way out, what to choose, and where there is room what manikin it is. */
void practice_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                   enum practice_view view)
{
    const char *out = view == PRACTICE_PRESSING ? "practice_stop"
                      : k->run_is_lessons       ? "practice_back_to_lesson"
                                                : "back_home";
    struct ui_button back = {.id = "stop", .label = kiosk_tr(k, out), .icon = ICON_BACK};
    struct ui_button actions[CHROME_ACTIONS_MAX];
    bool may_press = view == PRACTICE_WAITING || view == PRACTICE_PRESSING;
    struct chrome_bar bar = {.back = &back,
                             .chips = view != PRACTICE_PRESSING,
                             .key = view == PRACTICE_PRESSING,
                             .actions = actions};
    bar.action_count =
        may_press ? put_choices(k, view, actions) : put_ways(k, view, actions);
    struct ui_rect note = chrome_bar(k, ui, page, &bar);
    if (!kiosk_station(k)->status.simulated || view == PRACTICE_TOLD) {
        return;
    }
    const char *words = kiosk_tr(k, "manikin_simulated");
    enum ui_align align = UI_RIGHT;
    if (ui_measure(ui, page->w, UI_BODY, words).w > note.w - 16) {
        note = chrome_cut_bottom(page, ui_line_height(ui, UI_BODY), 12);
        align = UI_CENTER;
    }
    ui_text_middle(ui, chrome_inset(note, 8), UI_BODY, UI_QUIET, align, words);
}
