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

static void a_push_is_told_once(void **state)
{
    (void)state;
    get_ready();

    static const struct {
        double depth_mm;
        int pushes;
        bool down;
    } steps[] = {
        {14.9, 0, false}, {15, 1, true}, {60, 0, true},  {12, 0, true},   {20, 0, true},
        {8.1, 0, true},   {8, 0, false}, {14, 0, false}, {15.1, 1, true}, {0, 0, false},
    };

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct station_heard heard = hear(steps[i].depth_mm);
        assert_int_equal(heard.samples, 1);
        assert_int_equal(heard.pushes, steps[i].pushes);
        assert_int_equal(station.pushed_down, steps[i].down);
        expect_near(station.depth_mm, steps[i].depth_mm, 1e-9);
    }
}

/* The guideline of the run says so, where one is followed. */
static void an_infants_push_is_a_push(void **state)
{
    (void)state;
    struct cpr_guideline infant = wave_guideline();
    struct run_plan plan = plan_of(8);
    get_ready();
    assert_int_equal(hear(10).pushes, 0);
    hear(0);
    infant.push_least_mm = 9;
    infant.turn_mm = 5;
    plan.guideline = &infant;
    station_begin_run(&station, &plan, clock_now_us(&bench.clock));
    assert_int_equal(hear(0).pushes, 0);
    assert_int_equal(hear(10).pushes, 1);
    assert_true(station_is_going(&station));
    assert_int_equal(hear(6).pushes, 0);
    assert_int_equal(hear(10).pushes, 0);
    hear(5);
    assert_int_equal(hear(10).pushes, 1);
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
        STATION(a_run_is_followed_to_its_end_and_told_once),
        STATION(a_manikin_that_goes_silent_loses_its_run),
        STATION(the_run_hears_the_faults_of_its_cable),
    };
    return cmocka_run_group_tests_name("station", tests, NULL, NULL);
}
