/* SPDX-License-Identifier: MIT */
/*
 * The frame: cable, events, idle, tick, draw, then the change of screen.
 */
#include "screens/kiosk.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/activity.h"
#include "screens/counting.h"
#include "screens/idle.h"
#include "screens/pinyin.h"
#include "screens/stations.h"

enum { CHEST_SHOWN_MM = 3 };

static const float text_steps[KIOSK_TEXT_STEPS] = {1.0f, 1.25f, 1.5f, 2.0f};

static const struct screen *const screens[SCREEN_COUNT] = {
#define SCREEN(name) &screen_##name,
#include "screens/screens.def"
#undef SCREEN
};

const struct screen *screen_of(enum screen_id id)
{
    return screens[id];
}

/* ---- words ------------------------------------------------------------------------- */

const char *kiosk_tr(const struct kiosk *k, const char *key)
{
    return conf_tr(k->texts[k->lang], key);
}

const char *kiosk_fill(const struct kiosk *k, char *out, size_t size, const char *key,
                       const char *const *pairs)
{
    return conf_fill(k->texts[k->lang], out, size, key, pairs);
}

const char *kiosk_lang(const struct kiosk *k)
{
    return k->languages->items[k->lang].code;
}

static void apply_wishes(struct kiosk *k)
{
    ui_set_lang(k->ui, k->languages->items[k->lang].locale);
    ui_set_text_scale(k->ui, text_steps[k->text_step]);
    catalog_titles(k->catalog, kiosk_lang(k));
}

void kiosk_set_lang(struct kiosk *k, const char *lang)
{
    int at = conf_language_at(k->languages, lang);
    k->lang = at >= 0 ? at : k->lang;
    struct lesson *lessons[] = {k->lesson, k->trail.past};
    for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
        if (lessons[i] && !lesson_set_lang(lessons[i], kiosk_lang(k))) {
            log_warn("lesson", "%s", err_text());
        }
    }
    apply_wishes(k);
}

static const struct conf_language *next_language(const struct kiosk *k)
{
    size_t next = ((size_t)k->lang + 1) % k->languages->count;
    return &k->languages->items[next];
}

void kiosk_lang_label(const struct kiosk *k, bool brief, char out[KIOSK_LANG_LABEL_MAX])
{
    const struct conf_language *first = &k->languages->items[k->lang];
    const struct conf_language *second = next_language(k);
    if (k->languages->count == 2) { /* a button that says the same in both */
        first = &k->languages->items[0];
        second = &k->languages->items[1];
    }
    if (brief || k->languages->count == 1) {
        str_copy(out, KIOSK_LANG_LABEL_MAX, next_language(k)->name);
    } else {
        str_format(out, KIOSK_LANG_LABEL_MAX, "%s · %s", first->name, second->name);
    }
}

void kiosk_next_text_step(struct kiosk *k)
{
    k->text_step = (k->text_step + 1) % KIOSK_TEXT_STEPS;
    apply_wishes(k);
}

/* ---- the session ------------------------------------------------------------------- */

struct count_moment kiosk_moment(const struct kiosk *k)
{
    return count_moment(clock_now_us(k->clock), clock_wall_s(k->clock));
}

static void begin_session(struct kiosk *k)
{
    k->session = true;
    k->extended = 0;
    k->input_us = clock_now_us(k->clock);
    counter_begin(&k->counter, kiosk_moment(k));
    speaking_begin(k);
}

void kiosk_choice(struct kiosk *k)
{
    if (!k->session) {
        begin_session(k);
    }
    counter_chose(&k->counter, kiosk_moment(k));
}

void kiosk_end_session(struct kiosk *k)
{
    activity_drop(k);
    if (k->session) {
        counter_end(&k->counter, kiosk_moment(k));
    }
    speaking_end(k);
    k->session = false;
    k->counting_down = false;
    k->counter.staff = false;
    k->text_step = 0;
    k->mode = CPR_COMPRESSION_ONLY;
    k->has_watched = false;
    tries_forget(&k->tries);
    k->takes_turns = false;
    wishes_end(k);
    k->presser = PRESSER_UNKNOWN;
    k->is_small = false;
    k->first_asked_us = 0;
    k->first_answered = false;
    k->month_seen = (struct span_days){.to = 0};
    k->export_asked = (struct export_choice){.to_day = 0};
    kiosk_set_lang(k, k->settings.lang);
    kiosk_go(k, SCREEN_attract);
}

/* ---- the frame --------------------------------------------------------------------- */

/* Whether a push from rest begins a run here. At the pace of an event also beside a
 * result: it is the next visitor's. */
static bool starts_run(const struct kiosk *k)
{
    return screens[k->screen]->starts_run ||
           (k->settings.hall.event && k->screen == SCREEN_result);
}

/* A child of six presses with all its weight, and no push comes of it: it shall not have
 * to press harder than it can. A lesson has chosen by itself how its run is judged. */
static void note_touches(struct kiosk *k)
{
    bool waits = k->screen == SCREEN_practice && kiosk_run(k)->phase == RUN_WAITING &&
                 !k->run_is_lessons;
    bool begins = starts_run(k) && !k->cleaning;
    if (k->session) {
        idle_input(k);
    }
    if (!k->small || k->presser == PRESSER_ADULT || !(waits || begins)) {
        return;
    }
    if (k->screen == SCREEN_result) {
        kiosk_end_session(k);
    }
    kiosk_press_lightly(k);
    if (begins) {
        k->has_watched = true;
        k->counting_down = false;
        station_wait_for_rest(&k->stations[k->active]);
        kiosk_start_pushed_run(k);
    }
}

/* A chest that is never at rest is no visitor who comes. */
static void note_push(struct kiosk *k, enum stations_news news)
{
    if (news != STATIONS_QUIET) {
        wishes_close(k); /* the hands are on the chest */
    }
    if (news == STATIONS_TOUCHED) {
        note_touches(k);
        return;
    }
    bool is_first = news == STATIONS_PUSHED_FROM_REST && !k->cleaning;
    if (is_first && starts_run(k)) {
        if (k->screen == SCREEN_result) {
            kiosk_end_session(k);
        }
        k->counting_down = false;
        station_wait_for_rest(&k->stations[k->active]);
        kiosk_start_pushed_run(k);
    } else if (k->session && news != STATIONS_QUIET) {
        idle_input(k);
    }
}

/* Any touch, whatever it is on, and any key. Who changes the language sees first that it
 * has changed. */
static void wake(struct kiosk *k, const struct ui_event *event)
{
    bool is_touch = event->kind == UI_EVENT_TAP || event->kind == UI_EVENT_KEY;
    if (!is_touch || !screens[k->screen]->wakes || k->entering) {
        return;
    }
    if (!k->session) {
        begin_session(k);
    }
    if (!ui_tapped(event, "lang")) {
        kiosk_go(k, SCREEN_home);
    }
}

/* What every screen understands. True when the event is used up. */
static bool common_event(struct kiosk *k, const struct ui_event *event)
{
    if (ui_tapped(event, SPEAKING_KEY)) {
        speaking_key(k);
        return true;
    }
    if (ui_tapped(event, SPEAKING_VOICE)) {
        speaking_next_voice(k);
        return true;
    }
    if (ui_tapped(event, UI_REACH_MORE)) {
        k->wishes.low_page = event->value;
        return true;
    }
    if (event->kind == UI_EVENT_QUIT) {
        k->quit = true;
        return true;
    }
    if (ui_tapped(event, "lang")) {
        kiosk_set_lang(k, next_language(k)->code);
        return true;
    }
    if (ui_tapped(event, "text-size")) {
        kiosk_next_text_step(k);
        return true;
    }
    if (event->kind == UI_EVENT_HOLD && str_equal(event->id, "corner")) {
        kiosk_go(k, SCREEN_staff_desk);
        return true;
    }
    return false;
}

static void hear_visitor(struct kiosk *k)
{
    struct ui_event event;
    while (ui_next_event(k->ui, &event)) {
        speaking_feel(k);
        const struct screen *screen = screens[k->screen];
        bool corner = event.kind == UI_EVENT_HOLD;
        bool wiping = k->cleaning && screen->wakes;
        if (wiping && !corner && event.kind != UI_EVENT_QUIT) {
            continue;
        }
        bool key = ui_tapped(&event, SPEAKING_KEY); /* also on the countdown */
        if (event.kind != UI_EVENT_QUIT && idle_input(k) && !key) {
            continue;
        }
        wake(k, &event);
        if (!common_event(k, &event) && !wishes_input(k, &event) && screen->input) {
            screen->input(k, k->state, &event);
        }
    }
    speaking_feel(k); /* a finger that has come down and is not up again */
}

/* The PIN is asked once, before the first page that needs it. */
static enum screen_id door_of(struct kiosk *k, enum screen_id screen)
{
    if (!screens[screen]->needs_pin || k->counter.staff) {
        return screen;
    }
    k->behind_pin = screen;
    return SCREEN_staff_pin;
}

void kiosk_let_staff_in(struct kiosk *k)
{
    k->counter.staff = true;
    k->cleaning = false;
    kiosk_go(k, k->behind_pin);
}

static void enter_next(struct kiosk *k)
{
    if (!k->entering) {
        return;
    }
    if (k->state && screens[k->screen]->leave) {
        screens[k->screen]->leave(k, k->state);
    }
    free(k->state);
    k->entering = false;
    wishes_close(k);
    k->screen = door_of(k, k->next_screen);
    if (k->screen != SCREEN_attract) {
        kiosk_read_on(k, true); /* who comes at once finds all lessons */
    }
    k->entered_us = clock_now_us(k->clock);
    k->state = calloc(1, screens[k->screen]->state_size + 1);
    assert(k->state);
    if (screens[k->screen]->enter) {
        screens[k->screen]->enter(k, k->state);
    }
}

void kiosk_draw(struct kiosk *k, const char *heard)
{
    const struct screen *screen = screens[k->screen];
    wishes_begin_frame(k, k->ui);
    ui_begin(k->ui, screen->theme);
    ui_set_spoken(k->ui, heard);
    screen->draw(k, k->state, k->ui);
    wishes_draw(k, k->ui);
    idle_draw(k, k->ui);
    if (heard) {
        ui_caption(k->ui, heard);
    }
    ui_reach_draw(k->ui, k->wishes.low_page, kiosk_tr(k, "reach_more"));
    ui_end(k->ui);
}

void kiosk_frame(struct kiosk *k)
{
    counting_tick(k);
    enter_next(k);
    hear_visitor(k);
    note_push(k, stations_hear(k)); /* late: what it reads is what the frame shows */
    activity_follow(k);
    idle_tick(k);
    counter_tick(&k->counter, kiosk_moment(k));
    const struct screen *screen = screens[k->screen];
    if (screen->tick) {
        screen->tick(k, k->state);
    }
    enter_next(k);
    speaking_tick(k);
    kiosk_draw(k, speaking_line(k));
    kiosk_read_ahead(k); /* when the picture stands */
}

void kiosk_go(struct kiosk *k, enum screen_id screen)
{
    k->next_screen = screen;
    k->entering = true;
}

const struct station *kiosk_station(const struct kiosk *k)
{
    return &k->stations[k->active];
}

const struct run *kiosk_run(const struct kiosk *k)
{
    return &kiosk_station(k)->run;
}

float kiosk_chest_mm(const struct kiosk *k)
{
    double depth_mm = kiosk_station(k)->depth_mm;
    return depth_mm >= CHEST_SHOWN_MM ? floorf((float)depth_mm) : 0;
}

bool kiosk_lacks_manikin(const struct kiosk *k)
{
    switch (station_ready(kiosk_station(k))->state) {
    case READY_NOTHING:
    case READY_TALKS:
    case READY_UNTAUGHT:
    case READY_BLIND: return true;
    case READY_RESTLESS:
    case READY_SILENT:
    case READY_DOUBTED:
    case READY_UNCALIBRATED:
    case READY_FORCE:
    case READY_SLOW:
    case READY_SCORED:
    case READY_STATES:
    default: return false;
    }
}

int kiosk_best(const struct kiosk *k)
{
    struct board board = k->board;
    board.closes = k->settings.hall.closes;
    if (k->best_waits) {
        board_add(&board, k->best_moment, k->best_waiting);
    }
    return board_best(&board, kiosk_moment(k));
}

/* Beside a run that it could be beaten by; a child's is held against nobody's. */
static int best_beside(const struct kiosk *k)
{
    bool alike = kiosk_run(k)->plan.guideline == k->guideline;
    return alike && !k->wishes.quiet ? kiosk_best(k) : 0;
}

struct run_shown kiosk_run_shown(const struct kiosk *k)
{
    return (struct run_shown){.texts = k->texts[k->lang],
                              .run = kiosk_run(k),
                              .debrief = &kiosk_station(k)->debrief,
                              .beginners = k->beginners,
                              .tries = &k->tries,
                              .asks_presser = k->child != NULL,
                              .best = best_beside(k),
                              .quiet = k->wishes.quiet};
}

const char *kiosk_screen_name(const struct kiosk *k)
{
    return screens[k->screen]->name;
}

void kiosk_say(const struct kiosk *k, struct str *out)
{
    if (k->counting_down) {
        idle_say(k, out);
    } else if (k->wishes.open) {
        wishes_say(k, out);
    } else {
        screens[k->screen]->say(k, k->state, out);
    }
}

double kiosk_screen_s(const struct kiosk *k)
{
    return (double)(clock_now_us(k->clock) - k->entered_us) / 1e6;
}

/* "aha-2025/adult" has "aha-2025/light": nobody under 13 reaches 5 cm; and "/small". */
static const struct cpr_guideline *beside(const struct kiosk *k, const char *profile)
{
    char name[CPR_NAME_MAX];
    int set = (int)strcspn(k->guideline->name, "/");
    str_format(name, sizeof name, "%.*s/%s", set, k->guideline->name, profile);
    return conf_guideline(k->guidelines, name);
}

static void read_pushes(struct kiosk *k)
{
    int64_t pushes = k->store ? store_total(k->store, COUNT_pushes) : 0;
    if (pushes < 0) {
        log_warn("kiosk", "%s", err_text());
    }
    k->pushes = pushes > 0 ? pushes : 0;
}

void kiosk_init(struct kiosk *k)
{
    counting_begin(k);
    read_pushes(k);
    k->guideline = conf_guideline(k->guidelines, k->settings.guideline);
    if (!k->guideline) {
        flaws_add(&k->flaws, "guideline", FLAW_WITHOUT);
        const struct cpr_guideline *adult = conf_guideline(k->guidelines, "adult");
        k->guideline = adult ? adult : &k->guidelines->items[0];
    }
    speaking_look_again(k);
    k->child = beside(k, "light");
    k->small = beside(k, "small");
    kiosk_set_lang(k, k->settings.lang);
    k->input_us = clock_now_us(k->clock);
    activity_recall_failures(k);
    kiosk_go(k, k->author_saves ? SCREEN_author : SCREEN_attract);
}

void kiosk_finish(struct kiosk *k)
{
    kiosk_end_session(k);
    if (k->state && screens[k->screen]->leave) {
        screens[k->screen]->leave(k, k->state); /* which may count something */
    }
    counter_finish(&k->counter, kiosk_moment(k));
    free(k->state);
    k->state = NULL;
    speaking_finish(k);
    pinyin_finish(k);
    conf_aeds_free(k->aeds);
    conf_courses_free(k->courses);
}
