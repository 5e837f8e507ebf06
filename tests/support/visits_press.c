/* SPDX-License-Identifier: MIT */
/* The way to what is pressed, and to its result. */
#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "support/tap.h"
#include "support/visits_go.h"

void go_no_manikin(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "practice");
}

void go_tap(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "rhythm");
}

void go_tapped(struct stage *stage)
{
    go_tap(stage);
    for (int i = 0; i < 8; i++) {
        stage_tap(stage, "beat");
        stage_pass(stage, 60.0 / 108 - 0.1);
    }
    clock_move(&stage->clock, 20000000); /* the rest without frames: it costs minutes */
    stage_pass(stage, 0.1);
}

/* A manikin is there from now on. */
static void plug_in(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->stations[k->active].status = (struct link_status){.state = LINK_READY,
                                                         .port = "",
                                                         .model = "",
                                                         .serial = "",
                                                         .firmware = "",
                                                         .calibration = "",
                                                         .words = ""};
}

void go_watch(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "practice");
}

void go_ready(struct stage *stage)
{
    go_watch(stage);
    stage_tap(stage, "stage-helped");
}

void go_practice(struct stage *stage)
{
    go_ready(stage);
    stage_press(stage, 9, 44, 112);
}

void go_breaths(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "with-breaths");
    stage_press(stage, 30 * 60 / 112.0, 55, 112);
    stage_press(stage, 3, 0, 112);
}

void go_good(struct stage *stage)
{
    go_ready(stage);
    stage_press(stage, 5, 55, 112);
}

void go_stopped(struct stage *stage)
{
    go_good(stage);
    stage_press(stage, 9, 0, 112);
}

void go_test(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 9, 55, 112);
}

void go_result(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 12, 55, 112);
    stage_press(stage, 19, 46, 125);
    stage_pass(stage, 0.1);
}

/* With the county's next course at its foot. */
void go_parting(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    visit_in_december(stage);
    k->courses =
        conf_courses_load("tests/support/courses/courses.lua", k->languages, NULL);
    go_result(stage);
}

/* The first try was short of a pass; so is the second, and better. */
void go_better(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "adult");
    stage_press(stage, 20, 40, 108);
    stage_press(stage, 9, 0, 108);
    stage_tap(stage, "see-result");
    stage_tap(stage, "again");
    stage_press(stage, 20, 43, 112);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

/* A practice that is short of an adult's depth, and steady. */
static void go_steady(struct stage *stage, const char *presser)
{
    go_ready(stage);
    if (presser) {
        stage_tap(stage, presser);
    }
    stage_press(stage, 20, 32, 110);
    stage_press(stage, 9, 0, 110);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

void go_child(struct stage *stage)
{
    go_steady(stage, "child");
}

void go_unsaid(struct stage *stage)
{
    go_steady(stage, NULL);
}

void go_evidence(struct stage *stage)
{
    go_result(stage);
    stage_tap(stage, "evidence");
    stage_tap(stage, "page-next");
    stage_tap(stage, "page-next"); /* where the first faults are */
}

/* Nobody knows yet which of its numbers is depth. */
void go_untaught(struct stage *stage)
{
    plug_in(stage);
    struct link_status *status = &stage->kiosk.stations[stage->kiosk.active].status;
    status->state = LINK_STALE;
    status->lines = "comma";
    status->column = "";
    go_home(stage);
    stage_tap(stage, "practice");
}

/* To one of home's tiles, with a manikin that is not to be believed in some way. */
static void go_in_doubt(struct stage *stage, unsigned doubts, const char *tile)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.doubts = doubts;
    go_home(stage);
    stage_tap(stage, tile);
}

void go_limits(struct stage *stage)
{
    go_in_doubt(stage, CPR_TRUST_UNCALIBRATED, "practice");
}

/* The push on attract told nobody yet what the manikin can not do. */
void go_unread(struct stage *stage)
{
    go_limits(stage);
    stage_press(stage, 3, 44, 110);
}

/* Two manikins that cannot measure depth, each in its own way. */
void go_force(struct stage *stage)
{
    go_in_doubt(stage, CPR_TRUST_FORCE, "practice");
    stage_press(stage, 3, 44, 110);
}

void go_force_on(struct stage *stage)
{
    go_force(stage);
    stage_press(stage, 6, 44, 110);
}

void go_slow(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.hz = 10;
    go_home(stage);
    stage_tap(stage, "practice");
}

void go_pupil(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "child");
    stage_press(stage, 8, 32, 110);
}

/* One has let go, the other is about to press; somebody is at the other manikin too. */
void go_swap(struct stage *stage)
{
    go_good(stage);
    stage_tap(stage, "swap");
    stage_press(stage, 4, 0, 110);
    stage->kiosk.other_pushed_us = clock_now_us(stage->kiosk.clock);
}

/* One of two children has pressed, the other one has gone on, and both are done. */
void go_pair(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "child");
    stage_tap(stage, "take-turns");
    stage_press(stage, 30, 46, 112);
    stage_press(stage, 4, 0, 112);
    stage_press(stage, 15, 31, 124);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

void go_pair_unsaid(struct stage *stage)
{
    go_good(stage);
    stage_press(stage, 12, 55, 112);
    stage_tap(stage, "swap");
    stage_press(stage, 3, 0, 112);
    stage_press(stage, 20, 44, 112);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

void go_rhythm(struct stage *stage)
{
    go_limits(stage);
    stage_press(stage, 9, 44, 131);
}

void go_unscored(struct stage *stage)
{
    go_in_doubt(stage, CPR_TRUST_UNCALIBRATED, "test");
    stage_press(stage, 31, 46, 112);
    stage_pass(stage, 0.1);
}

void go_slow_home(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.hz = 10;
    go_home(stage);
}

/* Attract of a hall in which many have pressed. */
void go_hall(struct stage *stage)
{
    plug_in(stage);
    struct kiosk *k = &stage->kiosk;
    k->pushes = 86412;
    k->settings.hall = (struct conf_hall){.challenge = 85, .rival_best = 95};
    for (int i = 0; i < BOARD_RUNS; i++) {
        board_add(&k->board, kiosk_moment(k), 88 + 2 * i);
    }
    clock_move(&stage->clock, 9200000); /* the slide before it */
    stage_pass(stage, 0.1);
}

/* The turn after that. */
void go_hall_on(struct stage *stage)
{
    go_hall(stage);
    clock_move(&stage->clock, 9200000);
    stage_pass(stage, 0.1);
}

/* How many came has a turn of its own before it. */
void go_crowd(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    int today = kiosk_moment(k).day;
    crowd_add(&k->crowd.crowd, today / 10000 * 10000 + 101,
              &(struct crowd_sums){4103, 1207});
    crowd_add(&k->crowd.crowd, calendar_before(today), &(struct crowd_sums){168, 57});
    crowd_add(&k->crowd.crowd, today, &(struct crowd_sums){42, 21});
    go_hall(stage);
}

/* Two turns after that. */
void go_crowd_on(struct stage *stage)
{
    go_crowd(stage);
    clock_move(&stage->clock, 2 * 9200000);
    stage_pass(stage, 0.1);
}

void go_event(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.settings.hall.event = true;
    kiosk_start_pushed_run(&stage->kiosk);
    stage_pass(stage, 0.05);
    stage_press(stage, 12, 55, 112);
    stage_press(stage, 19, 46, 125);
    stage_pass(stage, 0.1);
}

/* Breaths have been asked for, and these are the pushes after them. */
void go_breaths_on(struct stage *stage)
{
    go_breaths(stage);
    stage_press(stage, 8, 55, 112);
}

/* Before somebody pressed the other manikin. */
void go_swap_only(struct stage *stage)
{
    go_good(stage);
    stage_tap(stage, "swap");
    stage_press(stage, 4, 0, 110);
}
