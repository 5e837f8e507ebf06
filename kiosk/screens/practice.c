/* SPDX-License-Identifier: MIT */
/*
 * Practice and test. Practice shows one thing to change at a time, large enough to be
 * read while pressing; a test shows what an examiner would: the time, the count, the
 * curve.
 */
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/practice_parts.h"
#include "screens/prompt.h"
#include "screens/say.h"
#include "screens/stages.h"
#include "screens/stopped.h"
#include "screens/told.h"

static enum practice_view view_of(const struct kiosk *k)
{
    switch (kiosk_run(k)->phase) {
    case RUN_WAITING:
        return station_ready(kiosk_station(k))->may_press ? PRACTICE_WAITING
                                                          : PRACTICE_TOLD;
    case RUN_GOING:
    case RUN_FINISHED: return PRACTICE_PRESSING;
    case RUN_NONE:
    case RUN_LOST: break;
    }
    return PRACTICE_LOST;
}

struct state {
    int page; /* of how it is done, or of what there is to see for who has stopped */
};

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    const struct run_plan *plan = &kiosk_run(k)->plan;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    if (stopped_input(k, event) || stages_input(k, event) ||
        pages_touched(event, &state->page)) {
        return;
    }
    if (ui_tapped(event, "stop") || escape) {
        kiosk_choice(k);
        kiosk_stop_run(k);
    } else if (ui_tapped(event, "again") && kiosk_run(k)->phase == RUN_LOST) {
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, plan->mode,
                        k->run_is_lessons);
    } else if (ui_tapped(event, "rhythm")) {
        kiosk_choice(k);
        kiosk_stop_run(k);
        kiosk_go(k, SCREEN_rhythm);
    } else {
        practice_choose(k, view_of(k), event);
    }
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    const struct ready *told = station_ready(kiosk_station(k));
    struct ui_rect page = chrome_page(ui);
    switch (view_of(k)) {
    case PRACTICE_TOLD:
        practice_foot(k, ui, &page, PRACTICE_TOLD);
        told_notice(k, ui, page, told->title, told->text);
        break;
    case PRACTICE_LOST:
        practice_foot(k, ui, &page, PRACTICE_LOST);
        told_notice(k, ui, page, "lost_title", "lost_text");
        break;
    case PRACTICE_WAITING: practice_waiting(k, ui, page, state->page); break;
    case PRACTICE_PRESSING: practice_live(k, ui, page, state->page); break;
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    (void)state;
    switch (view_of(k)) {
    case PRACTICE_TOLD: told_say(k, station_ready(kiosk_station(k)), out); break;
    case PRACTICE_LOST:
        say_text(k, out, "lost_title");
        say_text(k, out, "lost_text");
        break;
    case PRACTICE_WAITING: practice_waiting_say(k, out); break;
    case PRACTICE_PRESSING:
        say_text(k, out, prompt_key(k));
        stopped_say(k, out);
        break;
    }
}

/* Who presses turns no page. */
static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    if (kiosk_run(k)->phase == RUN_GOING && !stopped_is(k)) {
        state->page = 0;
    }
    stages_tick(k);
}

/* A rescuer's hands are not free for the screen. */
static bool busy(const struct kiosk *k, const void *state)
{
    (void)state;
    return kiosk_run(k)->phase == RUN_GOING;
}

const struct screen screen_practice = {
    .name = "practice",
    .theme = UI_DARK,
    .state_size = sizeof(struct state),
    .busy = busy,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
