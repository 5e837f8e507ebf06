/* SPDX-License-Identifier: MIT */
#include "screens/staff/manikin.h"

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/staff/page.h"

enum { COUNTS_US = 500000, CHOICE_PREFIX = 8 /* of "manikin-3" */ };

static const char letters[MANIKIN_ORDERS] = {'Z', 'K', 'W'};

static struct link *link_of(const struct kiosk *k, const struct manikin *page)
{
    return k->station_count > 0 ? k->stations[page->chosen].link : NULL;
}

static const char *or_nothing(const char *text)
{
    return text ? text : "";
}

/* Of a manikin that is there without a cable, in the access report: what it was said to
 * be, where nothing may be left unsaid. */
static struct link_status told_status(const struct station *station)
{
    struct link_status status = station->status;
    const char **const texts[] = {&status.port,        &status.model,  &status.serial,
                                  &status.firmware,    &status.words,  &status.lines,
                                  &status.calibration, &status.column, &status.encoding,
                                  &status.talk_line,   &status.why,    &status.talk_port};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i] = or_nothing(*texts[i]);
    }
    return status;
}

struct link_status manikin_status(const struct kiosk *k, const struct manikin *page)
{
    if (!link_of(k, page) && k->stations[page->chosen].status.state == LINK_READY) {
        return told_status(&k->stations[page->chosen]);
    }
    struct link_status status = {.state = LINK_SEARCHING,
                                 .port = "",
                                 .model = "",
                                 .serial = "",
                                 .firmware = "",
                                 .calibration = "",
                                 .words = "",
                                 .lines = "",
                                 .column = "",
                                 .encoding = "",
                                 .talk_line = "",
                                 .talk_port = "",
                                 .why = ""};
    if (link_of(k, page)) {
        link_status(link_of(k, page), &status);
    }
    return status;
}

bool manikin_is_foreign(const struct link_status *status)
{
    return status->state != LINK_SEARCHING && status->lines[0];
}

bool manikin_is_ours(const struct link_status *status)
{
    bool recording = status->simulated && !str_starts(status->serial, "SIM-");
    return status->state != LINK_SEARCHING && !status->lines[0] && !recording;
}

/* A step of the wizard waits for what is done at the chest, not at the screen. */
static bool busy(const struct kiosk *k, const void *state)
{
    const struct manikin *page = state;
    enum link_step step = manikin_status(k, page).step;
    return page->view == MANIKIN_LEARN &&
           (step == LINK_STEP_REST || step == LINK_STEP_PRESS);
}

/* ---- the wizard -------------------------------------------------------------------- */

static void stop_learning(const struct kiosk *k, struct manikin *page)
{
    page->too_early = false;
    if (link_of(k, page)) {
        link_stop_learning(link_of(k, page));
    }
}

static void learn(const struct kiosk *k, struct manikin *page)
{
    double depths_mm[LINK_LEARN_DEPTHS];
    for (int i = 0; i < LINK_LEARN_DEPTHS; i++) {
        depths_mm[i] = page->depths_mm[i];
    }
    page->view = MANIKIN_LEARN;
    page->page = 0;
    page->too_early =
        !(page->three ? link_learn_depths(link_of(k, page), depths_mm, LINK_LEARN_DEPTHS)
                      : link_learn(link_of(k, page), page->depth_mm));
    if (page->too_early) {
        log_warn("staff", "%s", err_text());
    }
}

/* ---- calibration ------------------------------------------------------------------- */

static void calibrate(struct manikin *page)
{
    page->view = MANIKIN_CALIBRATE;
    page->page = 0;
    for (int i = 0; i < MANIKIN_ORDERS; i++) {
        page->asked[i] = (struct manikin_asked){MANIKIN_NOT_ASKED, 0};
    }
}

static bool send(const struct kiosk *k, const struct manikin *page,
                 enum manikin_order order)
{
    struct link *link = link_of(k, page);
    switch (order) {
    case MANIKIN_ZERO: return link_zero(link);
    case MANIKIN_SPAN: return link_span(link, page->depth_mm);
    case MANIKIN_SAVE: return link_save(link);
    case MANIKIN_ORDERS: break;
    }
    return false;
}

static void give(const struct kiosk *k, struct manikin *page, enum manikin_order order)
{
    page->answers = manikin_status(k, page).answers;
    page->asked_us = clock_now_us(k->clock);
    page->asked[order].reply = MANIKIN_WAITING;
    if (!send(k, page, order)) {
        page->asked[order].reply = MANIKIN_REFUSED;
        log_warn("staff", "%s", err_text());
    }
}

static void hear_answer(const struct kiosk *k, struct manikin *page)
{
    struct link_status status = manikin_status(k, page);
    for (int i = 0; i < MANIKIN_ORDERS; i++) {
        struct manikin_asked *asked = &page->asked[i];
        int64_t passed_us = clock_now_us(k->clock) - page->asked_us;
        if (asked->reply != MANIKIN_WAITING) {
            continue;
        }
        if (status.answers != page->answers && status.answered == letters[i]) {
            *asked = (struct manikin_asked){MANIKIN_ANSWERED, status.answer_error};
        } else if (passed_us >= MANIKIN_ANSWER_MS * 1000LL) {
            asked->reply = MANIKIN_SILENT;
        }
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void count(const struct kiosk *k, struct manikin *page)
{
    struct link_status status = manikin_status(k, page);
    page->counted_us = clock_now_us(k->clock);
    page->lines_good = status.lines_good;
    page->lines_bad = status.lines_bad;
    page->samples_lost = status.samples_lost;
}

static void choose(const struct kiosk *k, struct manikin *page, const char *id)
{
    int64_t number = 0;
    if (str_to_int64(id + CHOICE_PREFIX, &number) && number >= 1 &&
        number <= k->station_count) {
        page->chosen = (int)number - 1;
        page->depth_mm = MANIKIN_FULL_MM;
        count(k, page);
    }
}

static void enter(struct kiosk *k, void *state)
{
    struct manikin *page = state;
    *page = (struct manikin){
        .view = MANIKIN_FACTS,
        .chosen = k->active,
        .depth_mm = MANIKIN_FULL_MM,
        .depths_mm = {20, 40, 60}, /* the usual block set */
    };
    count(k, page);
}

/* The way back: from a step to the facts, from the facts to the desk. */
static void go_back(struct kiosk *k, struct manikin *page)
{
    if (page->view == MANIKIN_FACTS) {
        kiosk_go(k, SCREEN_staff_desk);
    }
    stop_learning(k, page);
    page->view = MANIKIN_FACTS;
    page->page = 0;
}

static void change_depth(struct manikin *page, int by_mm)
{
    int depth_mm = page->depth_mm + by_mm;
    if (depth_mm >= LINK_FULL_MIN_MM && depth_mm <= LINK_FULL_MAX_MM) {
        page->depth_mm = depth_mm;
    }
}

bool manikin_may_change(const struct manikin *page, int at, int by_mm)
{
    int last = LINK_LEARN_DEPTHS - 1;
    int mm = page->depths_mm[at] + by_mm;
    int below_mm = at > 0 ? page->depths_mm[at - 1] : 0;
    int above_mm =
        at < last ? page->depths_mm[at + 1] : LINK_FULL_MAX_MM + MANIKIN_STEP_MM;
    int least_mm = at == last ? LINK_FULL_MIN_MM : MANIKIN_STEP_MM;
    return mm >= least_mm && mm - below_mm >= LINK_LEARN_STEP_MM &&
           above_mm - mm >= LINK_LEARN_STEP_MM;
}

/* "less-2", "more-1": one of three depths. */
static void change_one(struct manikin *page, const struct ui_event *event)
{
    char id[16];
    for (int i = 0; i < LINK_LEARN_DEPTHS; i++) {
        for (int by_mm = -MANIKIN_STEP_MM; by_mm <= MANIKIN_STEP_MM;
             by_mm += 2 * MANIKIN_STEP_MM) {
            str_format(id, sizeof id, "%s-%d", by_mm < 0 ? "less" : "more", i + 1);
            if (ui_tapped(event, id) && manikin_may_change(page, i, by_mm)) {
                page->depths_mm[i] += by_mm;
            }
        }
    }
}

static void ask(const struct kiosk *k, struct manikin *page, enum manikin_view view)
{
    stop_learning(k, page);
    page->three = view == MANIKIN_ASK_THREE;
    page->view = view;
    page->page = 0;
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    static const char *const orders[MANIKIN_ORDERS] = {"zero", "span", "save"};

    struct manikin *page = state;
    if (ui_tapped(event, "back")) {
        go_back(k, page);
    } else if (pages_touched(event, &page->page)) {
        return;
    } else if (ui_tapped(event, "learn")) {
        ask(k, page, MANIKIN_ASK);
    } else if (ui_tapped(event, "learn-three")) {
        ask(k, page, MANIKIN_ASK_THREE);
    } else if (ui_tapped(event, "learn-now")) {
        learn(k, page);
    } else if (ui_tapped(event, "calibrate")) {
        calibrate(page);
    } else if (ui_tapped(event, "less")) {
        change_depth(page, -MANIKIN_STEP_MM);
    } else if (ui_tapped(event, "more")) {
        change_depth(page, MANIKIN_STEP_MM);
    } else if (event->kind == UI_EVENT_TAP && str_starts(event->id, "manikin-")) {
        choose(k, page, event->id);
    }
    change_one(page, event);
    for (int i = 0; i < MANIKIN_ORDERS; i++) {
        if (ui_tapped(event, orders[i])) {
            give(k, page, (enum manikin_order)i);
        }
    }
}

static void tick(struct kiosk *k, void *state)
{
    struct manikin *page = state;
    hear_answer(k, page);
    if (clock_now_us(k->clock) - page->counted_us >= COUNTS_US) {
        count(k, page);
    }
}

/* However staff leave: a wizard going on is ended. */
static void leave(struct kiosk *k, void *state)
{
    stop_learning(k, state);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct manikin *page = state;
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    switch (page->view) {
    case MANIKIN_FACTS: manikin_draw_facts(k, page, ui); break;
    case MANIKIN_ASK: manikin_draw_ask(k, page, ui); break;
    case MANIKIN_ASK_THREE: manikin_draw_ask_three(k, page, ui); break;
    case MANIKIN_LEARN: manikin_draw_learn(k, page, ui); break;
    case MANIKIN_CALIBRATE: manikin_draw_calibrate(k, page, ui); break;
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    const struct manikin *page = state;
    switch (page->view) {
    case MANIKIN_FACTS: manikin_say_facts(k, page, out); break;
    case MANIKIN_ASK: manikin_say_ask(k, page, out); break;
    case MANIKIN_ASK_THREE: manikin_say_ask_three(k, page, out); break;
    case MANIKIN_LEARN: manikin_say_learn(k, page, out); break;
    case MANIKIN_CALIBRATE: manikin_say_calibrate(k, page, out); break;
    }
}

const struct screen screen_staff_manikin = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct manikin),
    .needs_pin = true,
    .desk_id = "manikin",
    .desk_button = "staff_manikin",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .busy = busy,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
