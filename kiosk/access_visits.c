/* SPDX-License-Identifier: MIT */
#include "access_visits.h"

#include <math.h>

#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/staff/export.h"
#include "screens/staff/manikin.h"
#include "screens/staff/month_page.h"
#include "screens/staff/packs.h"

enum { FRAME_US = 50000, SAMPLE_US = 10000, LOOK_US = 100000 };

/* ---- what a visitor does ----------------------------------------------------------- */

void access_pass(struct access_trip *trip, double seconds)
{
    struct kiosk *k = trip->k;
    for (double passed = 0; passed < seconds; passed += FRAME_US / 1e6) {
        kiosk_frame(k);
        clock_move(trip->clock, FRAME_US);
    }
}

/* What is not there is on another page, or not at all. */
static void tap(struct access_trip *trip, const char *id)
{
    struct kiosk *k = trip->k;
    struct ui_rect rect;
    if (ui_find_id(k->ui, id, &rect)) {
        ui_inject_tap(k->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
        access_pass(trip, 0.2);
    }
}

/* A manikin of ours that is calibrated. */
static void plug_in(struct kiosk *k)
{
    k->stations[k->active].status = (struct link_status){.state = LINK_READY,
                                                         .port = "",
                                                         .model = "",
                                                         .serial = "",
                                                         .firmware = "",
                                                         .calibration = "",
                                                         .words = ""};
}

static void press(struct access_trip *trip, double seconds, double depth_mm)
{
    struct kiosk *k = trip->k;
    const double turns_s = 112 / 60.0;
    int64_t from_us = clock_now_us(trip->clock);
    struct station *station = &k->stations[k->active];
    for (int64_t t_us = 0; (double)t_us < seconds * 1e6; t_us += SAMPLE_US) {
        double turn = (double)t_us / 1e6 * turns_s;
        struct cpr_sample sample = {
            .t_us = from_us + t_us,
            .depth_mm = depth_mm * (1 - cos(2 * acos(-1) * turn)) / 2,
            .force_n = CPR_NOT_MEASURED,
            .volume_ml = CPR_NOT_MEASURED,
            .hands = CPR_HANDS_NOT_MEASURED,
        };
        clock_move(trip->clock, SAMPLE_US);
        station->depth_mm = sample.depth_mm;
        run_add(&station->run, &sample, 1, clock_now_us(trip->clock));
        if (t_us % LOOK_US == 0) {
            kiosk_frame(k);
        }
    }
    access_pass(trip, 0.2);
}

/* ---- visits ------------------------------------------------------------------------ */

static void go_attract(struct access_trip *trip)
{
    access_pass(trip, 0.2);
}

static void go_home(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    kiosk_choice(k);
    kiosk_go(k, SCREEN_home);
    access_pass(trip, 0.2);
}

static void go_wishes(struct access_trip *trip)
{
    go_home(trip);
    tap(trip, WISHES_CHIP);
}

static void go_lesson(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    kiosk_choice(k);
    if (k->catalog->count > 0) {
        kiosk_open_lesson(k, k->catalog->items[0].info.id);
    }
    access_pass(trip, 0.2);
}

static void go_question(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    go_lesson(trip);
    for (int i = 0; i < 4 && !ui_find_id(k->ui, "option-1", NULL); i++) {
        tap(trip, "next");
    }
}

static void go_answered(struct access_trip *trip)
{
    go_question(trip);
    kiosk_say(trip->k, &trip->heard); /* what the answer is explained beside */
    tap(trip, "option-1");
    access_pass(trip, 2);
}

static void go_nothing(struct access_trip *trip)
{
    go_home(trip);
    tap(trip, "practice");
}

static void go_rhythm(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    kiosk_choice(k);
    kiosk_go(k, SCREEN_rhythm);
    access_pass(trip, 0.2);
}

/* The hall's own list, or the example where it has none. */
static void go_aeds(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    char path[PATHS_BYTES];
    if (!k->aeds && paths_find(k->paths, "scripts/starter/aeds.lua", path, sizeof path)) {
        k->aeds = conf_aeds_load(path, k->languages, NULL);
    }
    kiosk_choice(k);
    kiosk_go(k, SCREEN_aeds);
    access_pass(trip, 0.2);
}

/* The hall's own list, or the example, whose courses may have begun. */
static void go_courses(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    char path[PATHS_BYTES];
    if (!k->courses &&
        paths_find(k->paths, "scripts/starter/courses.lua", path, sizeof path)) {
        k->courses = conf_courses_load(path, k->languages, NULL);
    }
    kiosk_choice(k);
    kiosk_go(k, SCREEN_courses);
    access_pass(trip, 0.2);
}

static void go_goodbye(struct access_trip *trip)
{
    kiosk_choice(trip->k);
    kiosk_go(trip->k, SCREEN_goodbye);
    access_pass(trip, 0.2);
}

static void start(struct access_trip *trip, enum run_kind kind)
{
    struct kiosk *k = trip->k;
    plug_in(k);
    kiosk_choice(k);
    kiosk_start_run(k, kind, 60, NULL, k->mode, false);
    access_pass(trip, 0.2);
}

static void go_ready(struct access_trip *trip)
{
    start(trip, RUN_PRACTICE);
}

static void go_practice(struct access_trip *trip)
{
    start(trip, RUN_PRACTICE);
    press(trip, 8, 44);
}

static void go_test(struct access_trip *trip)
{
    start(trip, RUN_TEST);
    press(trip, 8, 55);
}

static void go_result(struct access_trip *trip)
{
    start(trip, RUN_TEST);
    press(trip, 61, 46);
    access_pass(trip, 1);
}

static void go_evidence(struct access_trip *trip)
{
    go_result(trip);
    tap(trip, "evidence");
}

static void go_pin(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    kiosk_go(k, SCREEN_staff_pin);
    access_pass(trip, 0.2);
}

static void go_staff(struct access_trip *trip, enum screen_id page)
{
    struct kiosk *k = trip->k;
    k->counter.staff = true; /* the PIN was right */
    kiosk_go(k, page);
    access_pass(trip, 0.2);
}

static void go_desk(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_desk);
}

static void go_aeds_page(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_aeds);
}

static void go_courses_page(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_courses);
}

static void go_groups(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_groups);
}

static void go_manikin(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    k->stations[k->active].status.state = LINK_SEARCHING;
    go_staff(trip, SCREEN_staff_manikin);
}

/* One of ours, by a cable whose maker liked long names. */
static void go_ours(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    plug_in(k);
    struct link_status *status = &k->stations[k->active].status;
    status->port = "/dev/serial/by-id/usb-救护模拟人救护模拟人救护模拟人救护模拟人_"
                   "AdafruitItsyBitsyM4ExpressWithAVeryLongProductNameFromItsMaker-if00";
    status->hz = 100;
    go_staff(trip, SCREEN_staff_manikin);
}

/* A third-party one that has been taught. */
static void go_third_party(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    plug_in(k);
    k->stations[k->active].status.lines = "comma";
    k->stations[k->active].status.column = "2";
    go_staff(trip, SCREEN_staff_manikin);
}

static void see(struct access_trip *trip, enum manikin_view view)
{
    struct manikin *page = trip->k->state;
    page->view = view;
    access_pass(trip, 0.1);
}

static void go_calibrate(struct access_trip *trip)
{
    go_ours(trip);
    see(trip, MANIKIN_CALIBRATE);
}

static void go_ask(struct access_trip *trip)
{
    go_third_party(trip);
    see(trip, MANIKIN_ASK);
}

static void go_ask_three(struct access_trip *trip)
{
    go_third_party(trip);
    see(trip, MANIKIN_ASK_THREE);
}

static void go_learn(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    go_third_party(trip);
    k->stations[k->active].status.step = LINK_STEP_PRESS;
    see(trip, MANIKIN_LEARN);
}

static void go_learnt(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    go_third_party(trip);
    k->stations[k->active].status.step = LINK_STEP_DONE;
    see(trip, MANIKIN_LEARN);
}

static void go_hours(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_hours);
}

static void go_voice(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_voice);
}

/* A month of a hall that is busy at weekends, with a day that is not whole. */
static void go_month(struct access_trip *trip)
{
    struct kiosk *k = trip->k;
    go_staff(trip, SCREEN_staff_month);
    struct month_page *page = k->state;
    struct figures *figures = &page->figures;
    *figures = (struct figures){.shown = page->shown,
                                .visits = 1184,
                                .started = 1118,
                                .done = 913,
                                .pushes = 61240,
                                .runs = 1036,
                                .people = {.groups = 9, .heads = 412, .answered = 0},
                                .bar_count = 28,
                                .top = 80,
                                .marks = 28,
                                .expected = 28,
                                .complete = 27};
    for (size_t i = 0; i < figures->bar_count; i++) {
        bool weekend = i % 7 > 4;
        figures->bars[i] = (struct figures_bar){.n = weekend ? 70 : 20 + (int)i,
                                                .number = (int)i + 1,
                                                .from = page->shown.from + (int)i,
                                                .weekend = weekend};
    }
    figures->mark[13] = FIGURES_PARTLY;
    figures->gap_count = 1;
    figures->gaps[0] = (struct figures_gap){.from = page->shown.from + 13,
                                            .mark = FIGURES_PARTLY,
                                            .missing_min = 180,
                                            .days = 1};
    for (size_t i = 0; i < k->catalog->count && i < FIGURES_LESSONS_MAX; i++) {
        struct figures_lesson *lesson = &figures->lessons[figures->lesson_count++];
        *lesson = (struct figures_lesson){.started = 262, .done = 225};
        str_copy(lesson->id, sizeof lesson->id, k->catalog->items[i].info.id);
    }
    page->fault[0] = '\0';
    page->is_read = true;
    page->words.lang = 0; /* they are made anew */
    access_pass(trip, LOOK_US / 1e6);
}

/* Two sticks, one without a name. */
static void go_export(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_export);
    struct export_page *page = trip->k->state;
    page->words[0] = '\0';
    page->chosen = true;
    page->looks = true;
    page->list.service = STICK_SERVICE_UDISKS;
    page->list.count = 2;
    for (size_t i = 0; i < page->list.count; i++) {
        struct stick *stick = &page->list.sticks[i];
        *stick = (struct stick){.bytes = 15600000000, .part = 1, .parts = 1};
        str_copy(stick->label, sizeof stick->label, i ? "" : "KINGSTON");
    }
    access_pass(trip, LOOK_US / 1e6);
}

/* A pack of each kind that can be installed. */
static void go_packs(struct access_trip *trip)
{
    go_staff(trip, SCREEN_staff_packs);
    struct packs_page *page = trip->k->state;
    for (int i = 0; i < 2; i++) {
        struct packs_row *row = &page->job.rows[page->job.count++];
        *row = (struct packs_row){.state = PACK_WHOLE, .bytes = 12480, .version = 999};
        str_copy(row->id, sizeof row->id,
                 i ? trip->k->catalog->items[0].info.id : "nosebleed");
        str_copy(row->file, sizeof row->file, "nosebleed.lkp");
        str_copy(row->signer, sizeof row->signer, "嘉善县红十字会");
    }
    page->step = PACKS_LIST;
    access_pass(trip, LOOK_US / 1e6);
}

static const struct access_visit visits[] = {
    {.name = "attract", .go = go_attract},
    {.name = "home", .go = go_home},
    {.name = "wishes", .go = go_wishes},
    {.name = "lesson", .go = go_lesson},
    {.name = "question", .go = go_question},
    {.name = "answered", .go = go_answered},
    {.name = "nothing", .go = go_nothing},
    {.name = "aeds", .go = go_aeds},
    {.name = "aeds-page", .go = go_aeds_page, .quiet = true},
    {.name = "courses", .go = go_courses},
    {.name = "courses-page", .go = go_courses_page, .quiet = true},
    {.name = "goodbye", .go = go_goodbye},
    {.name = "rhythm", .go = go_rhythm, .quiet = true},
    {.name = "ready", .go = go_ready},
    {.name = "practice", .go = go_practice, .quiet = true},
    {.name = "test", .go = go_test, .quiet = true},
    {.name = "result", .go = go_result},
    {.name = "evidence", .go = go_evidence, .quiet = true},
    {.name = "pin", .go = go_pin},
    {.name = "desk", .go = go_desk, .quiet = true},
    {.name = "groups", .go = go_groups, .quiet = true},
    {.name = "manikin", .go = go_manikin, .quiet = true},
    {.name = "ours", .go = go_ours, .quiet = true},
    {.name = "foreign", .go = go_third_party, .quiet = true},
    {.name = "calibrate", .go = go_calibrate, .quiet = true},
    {.name = "ask", .go = go_ask, .quiet = true},
    {.name = "ask-three", .go = go_ask_three, .quiet = true},
    {.name = "learn", .go = go_learn, .quiet = true},
    {.name = "learnt", .go = go_learnt, .quiet = true},
    {.name = "month", .go = go_month, .quiet = true},
    {.name = "export", .go = go_export, .quiet = true},
    {.name = "packs", .go = go_packs, .quiet = true},
    {.name = "hours", .go = go_hours, .quiet = true},
    {.name = "voice", .go = go_voice, .quiet = true},
};

const struct access_visit *access_visit(size_t index)
{
    return index < sizeof visits / sizeof *visits ? &visits[index] : NULL;
}
