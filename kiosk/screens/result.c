/* SPDX-License-Identifier: MIT */
/*
 * The result: what was good, the one thing to change next time, the best and the worst
 * pushes as pictures. Behind "for instructors" stands each compression's own evidence.
 */
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/evidence.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/parting.h"
#include "screens/presser.h"
#include "screens/result_event.h"
#include "screens/result_summary.h"
#include "screens/result_take.h"
#include "screens/say.h"

struct state {
    bool evidence;
    bool takes; /* the code to take it home is shown */
    struct result_take take;
    int page;
    struct ui_rect
        room; /* of the summary as it was drawn last: it is read page by page */
    struct parting_seen seen;
};

/* ---- what the visitor does --------------------------------------------------------- */

static void start(struct kiosk *k, enum run_kind kind)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    double seconds =
        kind == RUN_TEST && plan->kind != RUN_TEST ? k->settings.test_s : plan->seconds;
    /* By whoever presses now, whatever this result was judged by. */
    kiosk_start_run(k, kind, seconds, NULL, plan->mode, false);
}

static void leave(struct kiosk *k, void *block)
{
    (void)block;
    kiosk_forget_run(k);
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    enum run_kind kind = kiosk_run(k)->plan.kind;
    if (ui_tapped(event, "again")) {
        start(k, kind);
    } else if (ui_tapped(event, "other-kind")) {
        start(k, kind == RUN_TEST ? RUN_PRACTICE : RUN_TEST);
    } else if (ui_tapped(event, "lessons")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
    } else if (ui_tapped(event, "end")) {
        parting_end(k);
    } else if (ui_tapped(event, "evidence")) {
        kiosk_choice(k);
        state->evidence = true;
        state->page = 0;
    } else if (ui_tapped(event, "take")) {
        kiosk_choice(k);
        state->takes = true;
        state->page = 0;
        result_take_make(k, &state->take);
    } else if (ui_tapped(event, "summary")) {
        kiosk_choice(k);
        state->evidence = state->takes = false;
        state->page = 0;
    } else if (parting_touched(k, event)) {
        /* it goes on, or is answered */
    } else if (presser_touched(k, event)) {
        state->page = 0;
    } else {
        pages_touched(event, &state->page);
    }
}

/* ---- what can be touched below ----------------------------------------------------- */

/* Of the width of a wide page, what the actions may take before the bar breaks. */
#define ACTIONS_SHARE 0.55f

static float actions_w(struct ui *ui, const struct ui_button *actions, size_t count)
{
    float w = 0;
    for (size_t i = 0; i < count; i++) {
        w += ui_button_width(ui, &actions[i]) + CHROME_GAP;
    }
    return w;
}

static struct ui_rect draw_summary_bar(const struct kiosk *k, struct ui *ui,
                                       struct ui_rect page)
{
    bool test = kiosk_run(k)->plan.kind == RUN_TEST;
    bool child = kiosk_station(k)->debrief.presser == PRESSER_CHILD;
    struct ui_button end = {
        .id = "end", .label = kiosk_tr(k, "finish"), .icon = ICON_BACK};
    bool takes = result_take_offered(k);
    struct ui_button actions[] = {
        {.id = "take", .label = kiosk_tr(k, "take")},
        {.id = "lessons", .label = kiosk_tr(k, "result_lessons")},
        {.id = "other-kind", .label = kiosk_tr(k, test ? "go_practice" : "go_test")},
        {.id = "again",
         .label = kiosk_tr(k, child ? "again_child" : "again"),
         .style = UI_BUTTON_NEXT,
         .icon = ICON_NEXT},
    };
    if (!ui_portrait(ui) && actions_w(ui, actions, 4) > page.w * ACTIONS_SHARE) {
        actions[0].icon = ICON_CODE;
        actions[0].sign = true;
    }
    chrome_bar(k, ui, &page,
               &(struct chrome_bar){.back = &end,
                                    .chips = true,
                                    .actions = takes ? actions : actions + 1,
                                    .action_count = takes ? 4 : 3,
                                    .rare_count = takes ? 1 : 0});
    return page;
}

static struct ui_rect draw_back_bar(const struct kiosk *k, struct ui *ui,
                                    struct ui_rect page)
{
    struct ui_button back = {
        .id = "summary", .label = kiosk_tr(k, "back"), .icon = ICON_BACK};
    chrome_bar(k, ui, &page, &(struct chrome_bar){.back = &back, .chips = true});
    return page;
}

/* ---- for instructors --------------------------------------------------------------- */

static void draw_evidence(const struct kiosk *k, const struct state *state, struct ui *ui,
                          struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    page = draw_back_bar(k, ui, page);
    evidence_draw(&run, ui, page, state->page);
    if (!ui_spoken_stands(ui)) { /* the table itself is on its further pages */
        ui_says(ui, page, UI_TEXT, kiosk_tr(k, "evidence_title"));
    }
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct state *seen = k->state;
    struct ui_rect page = chrome_page(ui);
    ((struct state *)k->state)->seen = (struct parting_seen){false, false};
    if (result_event_is(k)) {
        result_event_draw(k, ui);
        return;
    }
    if (state->evidence) {
        draw_evidence(k, state, ui, page);
        return;
    }
    if (state->takes) {
        page = draw_back_bar(k, ui, page);
        result_take_draw(k, &seen->take, ui, page, state->page);
        return;
    }
    page = draw_summary_bar(k, ui, page);
    result_summary_draw(k, ui, page, state->page, &seen->seen);
    seen->room = page;
}

/* The evidence is a table to look at: its title is enough. */
static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    if (result_event_is(k)) {
        result_event_say(k, out);
        return;
    }
    if (state->evidence) {
        say_text(k, out, "evidence_title");
        return;
    }
    if (state->takes) {
        result_take_say(k, &state->take, state->page, out);
        return;
    }
    if (state->room.w <= 0) {
        return; /* not drawn yet */
    }
    result_summary_say(k, state->room, state->page, out);
}

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    parting_tick(k, state->seen);
    result_take_tick(k, &state->take);
}

const struct screen screen_result = {
    .name = "result",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
