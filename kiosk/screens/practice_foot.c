/* SPDX-License-Identifier: MIT */
/*
 * What can be touched on the practice screen: the way out, how is pressed, and by whom.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"
#include "screens/presser.h"
#include "screens/result_pair.h"
#include "screens/stages.h"
#include "screens/stopped.h"

enum { OTHER_TOLD_US = 5000000, SWAP_TOLD_US = 6000000, WORDS_MAX = 96 };

#define NOTE_PAD 8.0f

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

/* Whether two may say beforehand that they take turns; no lesson and no test asks it. */
static bool may_take_turns(const struct kiosk *k, enum practice_view view)
{
    return may_choose(k, view) && kiosk_run(k)->plan.kind == RUN_PRACTICE;
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

/* Two who take turns say so while help is given; in a test one is examined. */
static bool may_swap(const struct kiosk *k, enum practice_view view)
{
    return view == PRACTICE_PRESSING && kiosk_run(k)->plan.kind == RUN_PRACTICE;
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
    if (ui_tapped(event, "take-turns") && may_take_turns(k, view)) {
        const struct run_plan *plan = &kiosk_run(k)->plan;
        k->takes_turns = !k->takes_turns;
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, plan->mode,
                        false);
        return true;
    }
    if (ui_tapped(event, "swap") && may_swap(k, view)) {
        run_swap(&k->stations[k->active].run);
        return true;
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

/* Two who take turns, each half of the time. */
static struct ui_button turns_button(const struct kiosk *k)
{
    return (struct ui_button){.id = "take-turns",
                              .label = kiosk_tr(k, "practice_turns"),
                              .style =
                                  k->takes_turns ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                              .icon = k->takes_turns ? ICON_TICK : ICON_NONE};
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
    if (may_take_turns(k, view)) {
        choices[count++] = turns_button(k);
    }
    if (may_swap(k, view) && !stopped_is(k)) {
        choices[count++] =
            (struct ui_button){.id = "swap", .label = kiosk_tr(k, "practice_swap")};
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

/* How long the change took that was just made; false: none was. */
static bool put_swap_words(const struct kiosk *k, char out[WORDS_MAX])
{
    const struct run *run = kiosk_run(k);
    struct cpr_pair pair = run_pair(run);
    if (pair.count < 2) {
        return false;
    }
    const struct cpr_stint *stint = &pair.stint[pair.count - 1];
    int64_t since_us = run->newest_us - run->compressions[stint->from].start_us;
    if (since_us > SWAP_TOLD_US) {
        return false;
    }
    result_pair_swap(k->texts[k->lang], stint->change_s, out, WORDS_MAX);
    return true;
}

/* For some seconds of a run: somebody presses another manikin, and nothing happens there
 * as long as this run goes on; or a change of who presses. "": nothing. */
static const char *passing_words(const struct kiosk *k, char buffer[WORDS_MAX])
{
    int64_t ago_us = clock_now_us(k->clock) - k->other_pushed_us;
    bool waits = k->other_pushed_us > 0 && ago_us < OTHER_TOLD_US;
    if (waits && !stopped_is(k)) {
        return kiosk_tr(k, "other_presses");
    }
    return put_swap_words(k, buffer) ? buffer : "";
}

/* Those, or what manikin this is. */
static const char *note_words(const struct kiosk *k, enum practice_view view,
                              char buffer[WORDS_MAX])
{
    const char *passing = view == PRACTICE_PRESSING ? passing_words(k, buffer) : "";
    if (*passing) {
        return passing;
    }
    bool is_simulated = kiosk_station(k)->status.simulated && view != PRACTICE_TOLD;
    return is_simulated ? kiosk_tr(k, "manikin_simulated") : "";
}

float practice_note_h(const struct kiosk *k, struct ui *ui, float w)
{
    char buffer[WORDS_MAX];
    return chrome_text_h(ui, w - 2 * NOTE_PAD, UI_BODY, passing_words(k, buffer));
}

void practice_note(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    char buffer[WORDS_MAX];
    rect.x += NOTE_PAD;
    rect.w -= 2 * NOTE_PAD;
    ui_text_middle(ui, rect, UI_BODY, UI_QUIET, UI_CENTER, passing_words(k, buffer));
}

/* In `note`, or where that is too narrow in lines of its own above the foot. False: it
 * would push aside more than it is worth. */
static bool draw_note(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                      struct ui_rect note, enum practice_view view)
{
    char buffer[WORDS_MAX];
    const char *words = note_words(k, view, buffer);
    enum ui_align align = UI_RIGHT;
    if (!*words) {
        if (view == PRACTICE_PRESSING) {
            stages_dots(k, ui, note);
        }
        return true;
    }
    float pad = NOTE_PAD;
    if (ui_measure(ui, ui_width(ui), UI_BODY, words).w > note.w - 2 * pad) {
        if (view == PRACTICE_PRESSING && *passing_words(k, buffer) &&
            practice_is_large(ui)) {
            stages_dots(k, ui, note);
            return false;
        }
        float h = chrome_text_h(ui, page->w - 2 * pad, UI_BODY, words);
        note = chrome_cut_bottom(page, h, 12);
        align = UI_CENTER;
    }
    note.x += pad;
    note.w -= 2 * pad;
    ui_text_middle(ui, note, UI_BODY, UI_QUIET, align, words);
    return true;
}

/* The way out, what to choose, and what there is to be said of the manikins. */
bool practice_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
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
                             .words = view == PRACTICE_WAITING ? CHROME_SIGNS
                                                               : CHROME_ALL_WORDS,
                             .key = view == PRACTICE_PRESSING,
                             .actions = actions};
    bar.action_count =
        may_press ? put_choices(k, view, actions) : put_ways(k, view, actions);
    return draw_note(k, ui, page, chrome_bar(k, ui, page, &bar), view);
}
