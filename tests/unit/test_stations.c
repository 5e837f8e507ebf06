/* SPDX-License-Identifier: MIT */
/*
 * Which of several manikins is the visitor's: up to four on a made-up cable.
 */
#include <math.h>
#include <string.h>

#include "support/cable.h"
#include "support/on_stage.h"
#include "support/sums.h"
#include "support/wave.h"

enum { FRAME_US = 16667, SAMPLES_HZ = 100 };

enum chest { ABSENT, SILENT, RESTS, PRESSED };

static struct cable cable;

static struct {
    enum chest does[CABLE_PORTS_MAX];
    double depth_mm[CABLE_PORTS_MAX]; /* of a push */
    uint16_t seq;
    double made_us, passed_us;
} hall;

static void open_hall(int manikins)
{
    stage = stage_open(LONG, SIDE, "zh-CN");
    k = &stage->kiosk;
    cable_init(&cable);
    memset(&hall, 0, sizeof hall);
    for (int i = 0; i < manikins; i++) {
        char path[32];
        snprintf(path, sizeof path, "/dev/ttyUSB%d", i);
        cable_add(&cable, path, 115200);
        k->stations[i].link = link_create_from(path, &stage->clock, &cable.source);
        assert_non_null(k->stations[i].link);
        k->station_count++;
        hall.does[i] = RESTS;
        hall.depth_mm[i] = 50 + i;
    }
}

static void close_hall(void)
{
    stage_close(stage);
    cable_finish(&cable);
}

static void speak(double t_us)
{
    double wave = (1 - cos(2 * 3.14159265358979 * t_us / 1e6 * 110 / 60)) / 2;
    for (int i = 0; i < k->station_count; i++) {
        double depth_mm = hall.does[i] == PRESSED ? hall.depth_mm[i] * wave : 0;
        if (hall.does[i] >= RESTS) {
            cable_say_sample(&cable, i, hall.seq, (uint32_t)t_us,
                             (int32_t)lround(depth_mm * 10));
        }
    }
    hall.seq++;
}

static void pass(double seconds)
{
    for (double until_us = hall.passed_us + seconds * 1e6; hall.passed_us < until_us;) {
        hall.passed_us += FRAME_US;
        for (; hall.made_us < hall.passed_us; hall.made_us += 1e6 / SAMPLES_HZ) {
            speak(hall.made_us);
        }
        stage_pass(stage, 1e-3); /* one frame */
    }
}

static void press_one(int at, double seconds)
{
    hall.does[at] = PRESSED;
    pass(seconds);
    hall.does[at] = RESTS;
}

static void set(int at, enum chest does)
{
    hall.does[at] = does;
    if (does == ABSENT) {
        cable_pull(&cable, at);
    } else {
        cable_plug(&cable, at);
    }
}

static void where_none_is_ready_the_first_is_shown(void **state)
{
    (void)state;
    open_hall(3);
    for (int i = 0; i < 3; i++) {
        set(i, ABSENT);
    }
    pass(1);
    assert_int_equal(k->active, 0);
    set(2, RESTS);
    pass(3);
    assert_int_equal(k->active, 2);
    assert_int_equal(kiosk_station(k)->status.state, LINK_READY);
    set(0, RESTS); /* one that is ready stays */
    pass(3);
    assert_int_equal(k->active, 2);
    set(2, SILENT);
    pass(0.7);
    assert_int_equal(k->active, 0);
    set(0, ABSENT); /* one that is silent is there at least */
    pass(0.7);
    assert_int_equal(k->active, 2);
    set(2, ABSENT);
    pass(4);
    assert_int_equal(k->active, 0);
    close_hall();
}

/* Ends at rest after so many pushes. */
static void push(int at, int count)
{
    double turn_us = 60e6 / 110;
    pass((turn_us - fmod(hall.made_us, turn_us)) / 1e6);
    press_one(at, (count - 0.1) * turn_us / 1e6);
}

/* From attract and from home, on any manikin, and the first push is one of the run's. */
static void a_push_starts_practice_on_any_manikin(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 8; round++) {
        int pushed = round % 4;
        int count = rng_int(&rng, 2, 20);
        open_hall(4);
        pass(rng_between(&rng, 2, 3));
        assert_int_equal(k->active, 0);
        if (round >= 4) {
            kiosk_choice(k);
            kiosk_go(k, SCREEN_home);
            pass(0.5);
        }
        push(pushed, count);
        assert_string_equal(kiosk_screen_name(k), "practice");
        assert_true(k->session);
        assert_int_equal(k->active, pushed);
        const struct run *run = kiosk_run(k);
        assert_int_equal(run->phase, RUN_GOING);
        assert_int_equal(run->plan.kind, RUN_PRACTICE);
        pass(KIOSK_PRACTICE_S);
        assert_string_equal(kiosk_screen_name(k), "result");
        assert_int_equal(run->result.count, count);
        expect_near(run->compressions[0].depth_mm, 50 + pushed, 0.5);
        /* The window begins with it: its start is the whole run's. */
        expect_near((double)run->start_us / 1e6,
                    (double)run->compressions[0].start_us / 1e6, 0.15);
        close_hall();
    }
}

/* Where a small child begins. */
enum { FROM_ATTRACT, FROM_HOME, FROM_READY, FROM_READY_AS_CHILD, FROMS };

static void go_from(int from)
{
    if (from != FROM_ATTRACT) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
        pass(0.5);
    }
    if (from >= FROM_READY) {
        kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
        kiosk_set_presser(k, from == FROM_READY ? PRESSER_UNKNOWN : PRESSER_CHILD);
        pass(0.5);
    }
}

/* With all its weight it reaches a centimetre: after three pushes in rhythm it is taken
 * for what it is, and the next one is in its run. */
static void a_small_child_need_not_press_harder(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < FROMS; round++) {
        int pushed = rng_int(&rng, 0, 1);
        int count = rng_int(&rng, 5, 20);
        open_hall(2);
        hall.depth_mm[pushed] = rng_between(&rng, 8.5, 14.5);
        pass(rng_between(&rng, 2, 3));
        go_from(round % FROMS);
        push(pushed, 2);
        assert_int_not_equal(kiosk_run(k)->phase, RUN_GOING);
        pass(2.5);
        push(pushed, count);
        const struct run *run = kiosk_run(k);
        assert_string_equal(kiosk_screen_name(k), "practice");
        assert_int_equal(k->active, pushed);
        assert_int_equal(run->phase, RUN_GOING);
        assert_int_equal(k->presser, PRESSER_CHILD);
        /* The third one may come up when the run waits already. */
        assert_in_range(run->live.peaks, count - FAINT_ENOUGH, count - FAINT_ENOUGH + 1);
        if (round == 0) {
            pass(KIOSK_PRACTICE_S);
            assert_string_equal(kiosk_screen_name(k), "result");
            assert_true(run->result.score > 50); /* rhythm and release */
            assert_int_equal(kiosk_station(k)->debrief.presser, PRESSER_CHILD);
        }
        kiosk_end_session(k);
        pass(1);
        push(pushed, 2); /* the next visitor is nobody's child */
        assert_string_equal(kiosk_screen_name(k), "attract");
        assert_int_equal(k->presser, PRESSER_UNKNOWN);
        close_hall();
    }
}

/* Who said so gets told to press harder; who says so while a child's run goes on begins
 * anew. */
static void an_adult_is_not_taken_for_a_child(void **state)
{
    (void)state;
    open_hall(1);
    hall.depth_mm[0] = 12;
    pass(2);
    go_from(FROM_READY);
    kiosk_set_presser(k, PRESSER_ADULT);
    push(0, 9);
    assert_int_equal(kiosk_run(k)->phase, RUN_WAITING);
    assert_int_equal(k->presser, PRESSER_ADULT);
    kiosk_set_presser(k, PRESSER_UNKNOWN);
    pass(1);
    push(0, 9);
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
    kiosk_set_presser(k, PRESSER_ADULT);
    pass(0.5);
    assert_int_equal(kiosk_run(k)->phase, RUN_WAITING);
    assert_true(kiosk_run(k)->plan.guideline == k->guideline);
    hall.depth_mm[0] = 50;
    push(0, 3);
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
    assert_int_equal(kiosk_run(k)->live.peaks, 3);
    close_hall();
}

/* Who goes on pressing after a run, or stops it and presses on, begins no other. */
static void only_a_chest_that_rested_starts_practice(void **state)
{
    (void)state;
    open_hall(2);
    pass(2);
    hall.does[1] = PRESSED;
    pass(3);
    assert_string_equal(kiosk_screen_name(k), "practice");
    stage_tap(stage, "stop");
    pass(10);
    assert_string_equal(kiosk_screen_name(k), "home");
    hall.does[1] = RESTS;
    pass(1.5);
    push(1, 1);
    assert_string_equal(kiosk_screen_name(k), "practice");
    assert_int_equal(kiosk_run(k)->live.peaks, 1);
    close_hall();
}

static void a_push_starts_nothing_where_it_must_not(void **state)
{
    (void)state;
    open_hall(1);
    pass(2);
    k->cleaning = true;
    push(0, 3);
    assert_string_equal(kiosk_screen_name(k), "attract");
    k->cleaning = false;
    pass(1);
    push(0, 1);
    assert_string_equal(kiosk_screen_name(k), "practice");
    kiosk_end_session(k);
    pass(1);
    kiosk_go(k, SCREEN_staff_pin);
    pass(1);
    push(0, 3);
    assert_string_equal(kiosk_screen_name(k), "staff");
    close_hall();
}

/* The drawn chest goes with the real one, before that begins a run. */
static void the_drawn_chest_moves_from_3_mm_on(void **state)
{
    (void)state;
    open_hall(1);
    pass(2);
    assert_true(kiosk_chest_mm(k) == 0);
    hall.does[0] = PRESSED;
    float most_mm = 0;
    hall.depth_mm[0] = 2.9;
    for (int i = 0; i < 60; i++) {
        pass(0.02);
        most_mm = fmaxf(most_mm, kiosk_chest_mm(k));
    }
    assert_true(most_mm == 0);
    hall.depth_mm[0] = 3.4;
    for (int i = 0; i < 60; i++) {
        pass(0.02);
        most_mm = fmaxf(most_mm, kiosk_chest_mm(k));
    }
    assert_true(most_mm == 3);
    assert_string_equal(kiosk_screen_name(k), "attract");
    close_hall();
}

static void a_manikin_in_use_is_not_taken_away(void **state)
{
    (void)state;
    open_hall(2);
    pass(2);
    kiosk_choice(k);
    kiosk_go(k, SCREEN_staff_pin); /* where a push begins no run */
    press_one(0, 1);
    hall.does[0] = hall.does[1] = PRESSED;
    pass(10);
    assert_int_equal(k->active, 0);
    hall.does[0] = RESTS;
    pass(4); /* at rest for two seconds: the other visitor's */
    assert_int_equal(k->active, 1);
    close_hall();
}

/* While one visitor's run goes on, the other one's pushes are told on its screen. */
static void who_presses_the_other_manikin_is_told_to_wait(void **state)
{
    (void)state;
    open_hall(2);
    pass(2);
    kiosk_choice(k);
    kiosk_start_run(k, RUN_PRACTICE, 30, NULL, k->mode, false);
    hall.does[0] = PRESSED;
    pass(4);
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
    assert_false(ui_shows_text(k->ui, kiosk_tr(k, "other_presses")));
    hall.does[1] = PRESSED;
    pass(3);
    assert_int_equal(k->active, 0);
    assert_true(ui_shows_text(k->ui, kiosk_tr(k, "other_presses")));
    hall.does[1] = RESTS;
    pass(7); /* and not for ever */
    assert_false(ui_shows_text(k->ui, kiosk_tr(k, "other_presses")));
    close_hall();
}

/* The run goes where the first push is, whichever manikin was shown. */
static void the_first_push_decides_whose_the_run_is(void **state)
{
    (void)state;
    for (int pushed = 0; pushed < 3; pushed++) {
        open_hall(3);
        pass(2);
        kiosk_start_run(k, RUN_TEST, 10, NULL, k->mode, false);
        pass(3);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(k->stations[i].run.phase, RUN_WAITING);
        }
        hall.does[pushed] = PRESSED;
        pass(2);
        assert_int_equal(k->active, pushed);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(k->stations[i].run.phase,
                             i == pushed ? RUN_GOING : RUN_NONE);
        }
        int other = (pushed + 1) % 3;
        hall.does[other] = PRESSED; /* without effect now */
        pass(11);
        assert_string_equal(kiosk_screen_name(k), "result");
        assert_int_equal(k->active, pushed);
        expect_near(kiosk_run(k)->result.mean_depth_mm, 50 + pushed, 0.5);
        close_hall();
    }
}

static void a_lost_run_keeps_its_manikin(void **state)
{
    (void)state;
    open_hall(2);
    pass(2);
    kiosk_start_run(k, RUN_TEST, 30, NULL, k->mode, false);
    hall.does[1] = PRESSED;
    pass(3);
    set(1, ABSENT);
    hall.does[0] = PRESSED;
    pass(5);
    assert_int_equal(k->active, 1);
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
    pass(RUN_SILENCE_S);
    assert_int_equal(k->active, 1);
    assert_int_equal(kiosk_run(k)->phase, RUN_LOST);
    stage_tap(stage, "again");
    pass(3);
    assert_int_equal(k->active, 0);
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
    close_hall();
}

/* Back from the result, the other manikin may be the visitor's again. */
static void a_result_that_was_left_frees_its_manikin(void **state)
{
    (void)state;
    open_hall(2);
    pass(2);
    kiosk_start_run(k, RUN_TEST, 10, NULL, k->mode, false);
    press_one(0, 12);
    assert_string_equal(kiosk_screen_name(k), "result");
    press_one(1, 3);
    assert_int_equal(k->active, 0);
    assert_int_equal(kiosk_run(k)->phase, RUN_FINISHED);
    stage_tap(stage, "lessons");
    press_one(1, 1);
    assert_int_equal(k->active, 1);
    close_hall();
}

/* Two first pushes in one frame are one visitor's run, whose end is told once. */
static void two_first_pushes_in_one_frame_are_one_run(void **state)
{
    (void)state;
    open_hall(2);
    pass(2);
    kiosk_start_run(k, RUN_TEST, 10, NULL, k->mode, false);
    hall.does[0] = hall.does[1] = PRESSED;
    pass(15);
    assert_string_equal(kiosk_screen_name(k), "result");
    assert_int_equal(k->counter.queue.pressing, 0);
    assert_false(k->stations[1].followed);
    close_hall();
}

static void runs_go_on_at_every_station_at_once(void **state)
{
    (void)state;
    open_hall(4);
    pass(2);
    struct run_plan plan = {
        .kind = RUN_TEST, .seconds = 10, .guideline = &stage->guidelines.items[0]};
    for (int i = 0; i < 4; i++) {
        station_begin_run(&k->stations[i], &plan, clock_now_us(&stage->clock));
        counter_run_began(&k->counter);
        hall.does[i] = PRESSED;
    }
    pass(3);
    for (int i = 0; i < 4; i++) {
        assert_true(station_is_going(&k->stations[i]));
    }
    pass(9);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(k->stations[i].run.phase, RUN_FINISHED);
        expect_near(k->stations[i].run.result.mean_depth_mm, 50 + i, 0.5);
    }
    close_hall();
}

/* A class: nothing is committed before the last of four has stopped. */
static void counts_wait_for_the_last_station(void **state)
{
    (void)state;
    static struct sums sums;
    open_hall(4);
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    pass(2);
    for (int i = 0; i < 4; i++) {
        struct run_plan plan = {.kind = RUN_TEST,
                                .seconds = 5 + 2 * i,
                                .guideline = &stage->guidelines.items[0]};
        station_begin_run(&k->stations[i], &plan, clock_now_us(&stage->clock));
        counter_run_began(&k->counter);
        hall.does[i] = PRESSED;
    }
    for (int ended = 1; ended <= 4; ended++) {
        assert_int_equal(sums_of(&sums, COUNT_test), 0);
        pass(ended == 1 ? 6 : 2);
        assert_int_equal(k->counter.queue.pressing, 4 - ended);
    }
    assert_int_equal(sums_of(&sums, COUNT_test), 4);
    close_hall();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_none_is_ready_the_first_is_shown),
        cmocka_unit_test(a_push_starts_practice_on_any_manikin),
        cmocka_unit_test(a_small_child_need_not_press_harder),
        cmocka_unit_test(an_adult_is_not_taken_for_a_child),
        cmocka_unit_test(only_a_chest_that_rested_starts_practice),
        cmocka_unit_test(a_push_starts_nothing_where_it_must_not),
        cmocka_unit_test(the_drawn_chest_moves_from_3_mm_on),
        cmocka_unit_test(a_manikin_in_use_is_not_taken_away),
        cmocka_unit_test(who_presses_the_other_manikin_is_told_to_wait),
        cmocka_unit_test(the_first_push_decides_whose_the_run_is),
        cmocka_unit_test(a_lost_run_keeps_its_manikin),
        cmocka_unit_test(a_result_that_was_left_frees_its_manikin),
        cmocka_unit_test(two_first_pushes_in_one_frame_are_one_run),
        cmocka_unit_test(runs_go_on_at_every_station_at_once),
        cmocka_unit_test(counts_wait_for_the_last_station),
    };
    return cmocka_run_group_tests_name("stations", tests, NULL, NULL);
}
