/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "link/recording.h"
#include "station/station.h"
#include "support/folder.h"
#include "support/link_bench.h"
#include "support/wave.h"

static struct bench bench;
static struct station station;
static struct cpr_guideline guideline;

static int open_station(void **state)
{
    (void)state;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    memset(&station, 0, sizeof station);
    station.link = bench.link;
    guideline = wave_guideline();
    return 0;
}

static int close_station(void **state)
{
    (void)state;
    station_close(&station);
    cable_finish(&bench.cable);
    return 0;
}

/* A frame of 10 ms with the chest at this depth. */
static struct station_heard hear(double depth_mm)
{
    clock_move(&bench.clock, STEP_MS * MS);
    bench.t_us += STEP_US;
    cable_say_sample(&bench.cable, bench.manikin, ++bench.seq, bench.t_us,
                     (int32_t)lround(depth_mm * 10));
    station_look(&station);
    return station_hear(&station, &guideline, clock_now_us(&bench.clock));
}

/* At rest until samples flow. */
static void get_ready(void)
{
    for (int i = 0; i < 300 && station.status.state != LINK_READY; i++) {
        hear(0);
    }
    assert_int_equal(station.status.state, LINK_READY);
}

static struct run_plan plan_of(double seconds)
{
    return (struct run_plan){
        .kind = RUN_TEST, .seconds = seconds, .guideline = &guideline};
}

static double pressed(int step)
{
    return 55 * (1 - cos(2 * 3.14159265358979 * step * 0.01 * 110 / 60)) / 2;
}

static void without_a_manikin_it_searches_and_a_run_waits(void **state)
{
    (void)state;
    static struct station none;
    struct run_plan plan = plan_of(30);
    station_look(&none);
    assert_int_equal(none.status.state, LINK_SEARCHING);
    station_begin_run(&none, &plan, 0);
    for (int64_t us = 0; us < 60000000; us += 100000) {
        struct station_heard heard = station_hear(&none, &guideline, us);
        assert_int_equal(heard.samples, 0);
        assert_int_equal(heard.pushes, 0);
        assert_false(station_ended(&none));
    }
    assert_int_equal(none.run.phase, RUN_WAITING);
    assert_true(station_drop_run(&none));
    assert_false(station_drop_run(&none));
    station_close(&none);
}

static void what_can_never_work_is_refused(void **state)
{
    (void)state;
    static struct station wrong;
    assert_false(station_open(&wrong, "replay:/no/such.csv", &bench.clock, "/nowhere"));
    assert_non_null(strstr(err_text(), "/no/such.csv"));
    assert_null(wrong.link);
    assert_string_equal(wrong.target, "");
    station_close(&wrong);
    assert_true(station_open(&wrong, "replay:tests/traces/perfect.csv", &bench.clock,
                             "/nowhere"));
    assert_string_equal(wrong.target, "replay:tests/traces/perfect.csv");
    station_close(&wrong);
    assert_string_equal(wrong.target, "");
}

static const double pi = 3.14159265358979323846;

/* One push of 0.5 s from rest and back, then 0.5 s at rest. Returns what was told. */
static struct station_heard push(double depth_mm)
{
    struct station_heard told = {0};
    double least_mm = station.followed ? station.run.plan.guideline->push_least_mm
                                       : guideline.push_least_mm;
    for (int step = 1; step <= 100; step++) {
        double turns = step < 50 ? step / 50.0 : 0;
        struct station_heard heard = hear(depth_mm * (1 - cos(2 * pi * turns)) / 2);
        told.pushes += heard.pushes;
        told.is_from_rest |= heard.is_from_rest;
        if (step == 25) {
            assert_int_equal(station.pushed_down, depth_mm >= least_mm);
            expect_near(station.depth_mm, depth_mm, 0.06);
        }
    }
    assert_false(station.pushed_down);
    expect_near(station.depth_mm, 0, 1e-9);
    return told;
}

static void a_push_is_told_once(void **state)
{
    (void)state;
    get_ready();
    for (double depth_mm = 10; depth_mm < 70; depth_mm += 7) {
        struct station_heard heard = push(depth_mm);
        assert_int_equal(heard.pushes, depth_mm >= guideline.push_least_mm);
        assert_int_equal(heard.is_from_rest, depth_mm >= guideline.push_least_mm);
        assert_int_equal(station.doubts, 0);
    }
}

/* The guideline of the run says so, where one is followed. */
static void an_infants_push_is_a_push(void **state)
{
    (void)state;
    struct cpr_guideline infant = wave_guideline();
    struct run_plan plan = plan_of(8);
    get_ready();
    assert_int_equal(push(11).pushes, 0);
    infant.push_least_mm = 9;
    infant.turn_mm = 5;
    plan.guideline = &infant;
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_int_equal(push(8).pushes, 0);
    assert_false(station_is_going(&station));
    assert_int_equal(push(11).pushes, 1);
    assert_true(station_is_going(&station));
    assert_int_equal(push(11).pushes, 1);
    assert_int_equal(station.run.live.peaks, 2);
}

/* ... and does not start a run that waits, nor is it told as a push. */
static void a_sensor_that_is_not_believed_presses_nothing(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(8);
    int pushes = 0;
    get_ready();
    for (int step = 0; step < 3000; step++) { /* a cable that is loose */
        struct station_heard heard = hear(rng_between(&rng, -20, 70));
        pushes += heard.pushes;
        assert_false(heard.is_from_rest);
        if (step == 1500) {
            assert_int_equal(station.doubts & CPR_TRUST_NOISE, CPR_TRUST_NOISE);
            station_begin_run(&station, &plan, clock_now_us(&bench.clock));
            pushes = 0;
        }
    }
    assert_int_equal(pushes, 0);
    assert_int_equal(station.run.phase, RUN_WAITING);
    for (int step = 0; step < 100; step++) {
        hear(0);
    }
    for (int i = 0; i < 45 && !station_is_going(&station); i++) {
        assert_int_equal(pushes, 0);
        pushes += push(50).pushes; /* mended: in less than a minute it is believed */
    }
    assert_true(station_is_going(&station));
    assert_int_equal(pushes, 1);
    assert_int_equal(station.doubts, 0);
}

/* A single wild reading moves nothing. */
static void a_wild_reading_is_not_seen(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    get_ready();
    for (int step = 0; step < 6000; step++) {
        bool is_wild = step % 50 == 7;
        struct station_heard heard = hear(is_wild ? rng_between(&rng, 20, 800) : 0);
        assert_int_equal(heard.pushes, 0);
        assert_false(station.pushed_down);
        expect_near(station.depth_mm, 0, 1e-9);
    }
}

/* A run that the visitor begins with a push has it, and the second before. */
static void a_push_can_be_the_first_of_a_run(void **state)
{
    (void)state;
    struct run_plan plan = plan_of(8);
    get_ready();
    for (int step = 0; step < 150; step++) {
        hear(0);
    }
    int step = 0;
    while (hear(pressed(step)).pushes == 0) {
        step++;
        assert_in_range(step, 0, 50);
    }
    for (int frame = 0; frame < 6; frame++) { /* until the screen has changed */
        hear(pressed(++step));
    }
    plan.is_pushed = true;
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_true(station_is_going(&station));
    assert_int_equal(station.run.live.peaks, 1);
    expect_near((double)station.run.start_us / 1e6, 0.9, 0.06);
    expect_near(8 - run_left_s(&station.run), step / 100.0, 0.05);
    while (!station_ended(&station)) {
        hear(pressed(++step));
        assert_in_range(step, 0, 900);
    }
    expect_near(station.run.result.count, 8 * 110 / 60.0, 1);
    expect_near(station.run.result.mean_depth_mm, 55, 0.2);
    plan = station.run.plan; /* once more: that waits for a push of its own */
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_int_equal(station.run.phase, RUN_WAITING);
}

/* ... but not one of two seconds ago, and no other run takes a push from before. */
static void a_push_of_before_is_not_the_first_of_a_run(void **state)
{
    (void)state;
    struct run_plan plan = plan_of(8);
    get_ready();
    push(50);
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_int_equal(station.run.phase, RUN_WAITING);
    station_drop_run(&station);
    push(50);
    for (int step = 0; step < 200; step++) {
        hear(0);
    }
    plan.is_pushed = true;
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_int_equal(station.run.phase, RUN_WAITING);
}

static void a_run_is_followed_to_its_end_and_told_once(void **state)
{
    (void)state;
    struct run_plan plan = plan_of(8);
    get_ready();
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_ptr_equal(station.run.plan.manikin, &station.status);
    assert_false(station_is_going(&station));
    int ended = 0;
    for (int step = 0; step < 1200; step++) {
        hear(pressed(step));
        if (step == 100) {
            assert_true(station_is_going(&station));
        }
        ended += station_ended(&station);
        assert_int_equal(station.followed, ended == 0);
    }
    assert_int_equal(ended, 1);
    assert_int_equal(station.run.phase, RUN_FINISHED);
    assert_false(station_is_going(&station));
    expect_near(station.run.result.mean_rate_cpm, 110, 0.5);
    assert_false(station_drop_run(&station)); /* its end has been told */
    assert_int_equal(station.run.phase, RUN_NONE);
}

static void a_manikin_that_goes_silent_loses_its_run(void **state)
{
    (void)state;
    struct run_plan plan = plan_of(30);
    get_ready();
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    for (int step = 0; step < 300; step++) {
        hear(pressed(step));
    }
    cable_pull(&bench.cable, bench.manikin);
    int ended = 0;
    for (int i = 0; i < (RUN_SILENCE_S + 1) * 100; i++) {
        clock_move(&bench.clock, STEP_MS * MS);
        station_look(&station);
        station_hear(&station, &guideline, clock_now_us(&bench.clock));
        ended += station_ended(&station);
    }
    assert_int_equal(ended, 1);
    assert_int_equal(station.run.phase, RUN_LOST);
    assert_int_equal(station.status.state, LINK_SEARCHING);
}

/* A fault of the cable is in the recording; before the run it is not kept. */
static void the_run_hears_the_faults_of_its_cable(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct run_plan plan = plan_of(8);
    plan.keep_folder = folder.path;
    get_ready();
    say(&bench, "$S,broken*0000\r\n");
    hear(0);
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    for (int step = 0; step < 1200 && !station_ended(&station); step++) {
        if (step == 200 || step == 201) {
            say(&bench, "$S,broken*0000\r\n");
        }
        hear(pressed(step));
    }
    char path[128];
    str_format(path, sizeof path, "%s/recording.csv", folder.path);
    struct recording *recording = recording_open(path);
    assert_non_null(recording);
    struct cpr_sample sample;
    struct fault fault;
    int faults = 0;
    for (enum recording_item item;
         (item = recording_read(recording, &sample, &fault)) != RECORDING_END;) {
        faults += item == RECORDING_FAULT && fault.kind == FAULT_BROKEN_LINE
                      ? (int)fault.number
                      : 0;
    }
    assert_int_equal(faults, 2);
    recording_close(recording);
    folder_remove(&folder);
}

int main(void)
{
#define STATION(test) cmocka_unit_test_setup_teardown(test, open_station, close_station)
    const struct CMUnitTest tests[] = {
        STATION(without_a_manikin_it_searches_and_a_run_waits),
        STATION(what_can_never_work_is_refused),
        STATION(a_push_is_told_once),
        STATION(an_infants_push_is_a_push),
        STATION(a_sensor_that_is_not_believed_presses_nothing),
        STATION(a_wild_reading_is_not_seen),
        STATION(a_push_can_be_the_first_of_a_run),
        STATION(a_push_of_before_is_not_the_first_of_a_run),
        STATION(a_run_is_followed_to_its_end_and_told_once),
        STATION(a_manikin_that_goes_silent_loses_its_run),
        STATION(the_run_hears_the_faults_of_its_cable),
    };
    return cmocka_run_group_tests_name("station", tests, NULL, NULL);
}
