/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "link/recording.h"
#include "support/folder.h"
#include "support/run_rig.h"

/* A chest at rest for `before_s`, then `pushes` as wave_perfect(), seen by a random
 * sensor. */
static struct wave drawn_wave(struct rng *rng, int pushes)
{
    struct wave wave = wave_perfect();
    wave.pushes = pushes;
    wave.before_s = rng_between(rng, 0.3, 5);
    wave.after_s = 2;
    wave.depth_mm = rng_between(rng, 40, 65);
    wave.rate_cpm = rng_between(rng, 85, 140);
    wave.hz = rng_between(rng, 50, 200);
    wave.uneven = rng_between(rng, 0, 0.2);
    wave.noise_mm = 0.3;
    return wave;
}

static void a_run_waits_for_the_first_push(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(30);
    struct wave wave = wave_perfect();
    wave.depth_mm = rng_between(&rng, 2, 14); /* hands being placed, not a push */
    wave.pushes = 20;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    assert_int_equal(run.phase, RUN_WAITING);
    expect_near(run_left_s(&run), 30, 0);
    assert_true(run.curve_count > 1000); /* what is done is seen all the same */
    run_tick(&run, (int64_t)3600 * SECOND_US);
    assert_int_equal(run.phase,
                     RUN_WAITING); /* an hour without a manikin: still waiting */
    run_cancel(&run);
    assert_int_equal(run.phase, RUN_NONE);
}

static void the_clock_starts_with_the_first_push(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        double seconds = rng_int(&rng, 10, 60);
        struct run_plan plan = plan_of(seconds);
        struct wave wave = drawn_wave(&rng, 400);
        int64_t zero_us = rng_int(&rng, 0, 2000000000) * INT64_C(1009);
        run_begin(&run, &plan, 0);
        feed(&wave, zero_us, &rng);
        assert_int_equal(run.phase, RUN_FINISHED);
        assert_true(run_left_s(&run) == 0);
        /* From 2 mm on it is a push: at 85 a minute that takes up to 60 ms. */
        double start_s = (double)(run.zero_us - zero_us + run.start_us) / 1e6;
        expect_near(start_s, wave.before_s + 0.015, 0.055);
        assert_in_range(run.start_us, 0, SECOND_US);
        double period_s = 60 / wave.rate_cpm;
        expect_near(run.result.count, floor(seconds / period_s), 1);
        expect_near(run.result.duration_s, seconds, 1e-9);
        expect_near(run.result.mean_depth_mm, wave.depth_mm, 0.5);
        expect_near(run.result.mean_rate_cpm, wave.rate_cpm, 0.5);
        assert_int_equal(run.compression_count, run.result.count);
    }
}

/* The end of the time may fall into a push: it may still come up, and is judged whole. */
static void the_last_push_is_judged_whole(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        struct run_plan plan = plan_of(rng_between(&rng, 8, 12));
        struct wave wave = wave_perfect();
        wave.before_s = 2;
        wave.pushes = 60;
        run_begin(&run, &plan, 0);
        feed(&wave, 0, &rng);
        assert_int_equal(run.phase, RUN_FINISHED);
        double end_s = (double)(run.zero_us + run.start_us) / 1e6 + plan.seconds;
        double peaks = floor((end_s - wave.before_s) * wave.rate_cpm / 60 + 0.5);
        assert_int_equal(run.compression_count, (int)peaks);
        for (uint32_t i = 0; i < run.compression_count; i++) {
            assert_int_equal(run.compressions[i].label, CPR_OK);
            bool unseen = isnan(run.compressions[i].release_mm);
            assert_false(unseen);
        }
        expect_near(run.result.full_recoil_percent, 100, 0);
        expect_near(run.result.score, 100, 1e-9);
    }
}

static void a_leaned_chest_can_be_pushed_too(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(10);
    struct wave wave = wave_perfect();
    wave.rest_mm = wave.lean_mm = 20; /* hands lie heavily on it from the start */
    wave.before_s = 3;
    wave.pushes = 40;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    assert_int_equal(run.phase, RUN_FINISHED);
    expect_near((double)run.start_us / 1e6, 1, 0.15);
    assert_int_equal(run.result.count, 18);
}

static void time_left_only_falls(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(20);
    struct wave wave = drawn_wave(&rng, 100);
    struct cpr_sample sample;
    double t_s = 0;
    double left_s = 20;
    run_begin(&run, &plan, 0);
    while (wave_next(&wave, &rng, &t_s, &sample)) {
        run_add(&run, &sample, 1, sample.t_us);
        assert_true(run_left_s(&run) <= left_s && run_left_s(&run) >= 0);
        left_s = run_left_s(&run);
    }
    assert_int_equal(run.phase, RUN_FINISHED);
}

static void a_silent_manikin_loses_the_run(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(30);
    struct wave wave = wave_perfect();
    wave.pushes = 10;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    assert_int_equal(run.phase, RUN_GOING);
    int64_t heard_us = run.heard_us;
    run_tick(&run, heard_us + (int64_t)RUN_SILENCE_S * SECOND_US - 1);
    assert_int_equal(run.phase, RUN_GOING);
    run_tick(&run, heard_us + (int64_t)RUN_SILENCE_S * SECOND_US);
    assert_int_equal(run.phase, RUN_LOST);
    struct run_plan same = run.plan;
    run_begin(&run, &run.plan, 0); /* once more, with its own plan */
    assert_int_equal(run.phase, RUN_WAITING);
    assert_memory_equal(&run.plan, &same, sizeof same);
    assert_int_equal(run.curve_count, 0);
}

static void another_manikins_clock_starts_over(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(10);
    struct wave still = {.rate_cpm = 100, .before_s = 3, .hz = 100};
    struct wave wave = wave_perfect();
    wave.before_s = 0.5;
    run_begin(&run, &plan, 0);
    feed(&still, (int64_t)900 * SECOND_US, &rng);
    feed(&wave, 0, &rng);
    assert_int_equal(run.phase, RUN_FINISHED);
    expect_near((double)run.start_us / 1e6, 0.5, 0.1);
}

static void what_the_sensor_does_not_say_is_lost(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(10);
    struct wave wave = wave_perfect();
    struct cpr_sample sample;
    double t_s = 0;
    run_begin(&run, &plan, 0);
    for (int i = 0; wave_next(&wave, &rng, &t_s, &sample); i++) {
        sample.depth_mm = i % 100 == 50 ? (double)NAN : sample.depth_mm;
        run_add(&run, &sample, 1, sample.t_us);
    }
    assert_int_equal(run.phase, RUN_FINISHED);
    assert_int_equal(run.result.lost_samples, 10);
    for (uint32_t i = 0; i < run.curve_count && i < RUN_CURVE_MAX; i++) {
        bool unsaid = isnan(run.curve[i].depth_mm);
        assert_false(unsaid);
    }
}

static void what_was_lost_before_the_run_is_not_the_runs(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(10);
    struct wave wave = wave_perfect();
    struct cpr_sample sample;
    double t_s = 0;
    wave.before_s = rng_between(&rng, 0.2, 0.9);
    run_begin(&run, &plan, 0);
    wave_next(&wave, &rng, &t_s, &sample);
    sample.lost = 5000; /* the plug went in just now */
    do {
        run_add(&run, &sample, 1, sample.t_us);
    } while (wave_next(&wave, &rng, &t_s, &sample));
    assert_int_equal(run.phase, RUN_FINISHED);
    assert_int_equal(run.result.trust, 0);
}

static void a_long_run_keeps_what_it_has_room_for(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(600);
    struct wave wave = wave_perfect();
    wave.rate_cpm = 150;
    wave.pushes = 1600;
    wave.hz = 1000;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    assert_int_equal(run.phase, RUN_FINISHED);
    assert_int_equal(run.compression_count, RUN_COMPRESSIONS_MAX);
    expect_near(run.result.count, 1500, 1);
    /* However fast the sensor, the curve holds the last 10 s. */
    const struct run_point *oldest = &run.curve[run.curve_count % RUN_CURVE_MAX];
    assert_true(run.newest_us - oldest->t_us >= INT64_C(10) * SECOND_US);
}

/* Of readings nearer than the curve's points the one that leads furthest is kept. */
static void the_curve_keeps_the_tips_of_a_fast_sensor(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        struct run_plan plan = plan_of(30);
        struct wave wave = wave_perfect();
        struct cpr_sample sample;
        struct cpr_sample tips[16];
        double t_s = 0;
        int64_t next_us = 0;
        size_t count = 0;
        wave.hz = rng_between(&rng, 150, 3000);
        wave.pushes = 20;
        run_begin(&run, &plan, 0);
        while (wave_next(&wave, &rng, &t_s, &sample)) {
            if (t_s > 3 && sample.t_us > next_us && count < sizeof tips / sizeof *tips) {
                sample.depth_mm += rng_int(&rng, 0, 1) ? 9 : -9;
                tips[count++] = sample;
                next_us = sample.t_us + rng_int(&rng, 15000, 90000);
            }
            run_add(&run, &sample, 1, sample.t_us);
        }
        for (size_t i = 0; i < count; i++) {
            bool found = false;
            for (uint32_t n = 0; n < run.curve_count && n < RUN_CURVE_MAX; n++) {
                found = found || (run.curve[n].t_us + run.zero_us == tips[i].t_us &&
                                  run.curve[n].depth_mm == (float)tips[i].depth_mm);
            }
            if (!found) {
                fail_msg("%.0f Hz: the tip of %.1f mm at %.3f s is not kept", wave.hz,
                         tips[i].depth_mm, (double)tips[i].t_us / 1e6);
            }
        }
        run_cancel(&run);
    }
}

static void put(void *ctx, const char *text, size_t length)
{
    str_add_bytes(ctx, text, length);
}

/* The result of the recording with cpr.h alone. */
static void analyse(const char *path, struct str *json)
{
    static struct wave_run read;
    struct recording_info info;
    struct cpr_sample sample;
    struct cpr_compression done;
    struct recording *recording = recording_open(path);
    assert_non_null(recording);
    while (recording_next(recording, &sample)) {
    }
    assert_false(recording_failed(recording));
    recording_info(recording, &info);
    recording_close(recording);
    assert_string_equal(info.guideline, guideline.name);
    assert_true(info.has_window);
    recording = recording_open(path);
    read.count = 0;
    cpr_start(&read.session, &guideline, CPR_COMPRESSION_ONLY);
    cpr_window(&read.session, info.window_start_us, info.window_end_us);
    if (info.pressed_part) {
        cpr_pressed_part(&read.session);
    }
    for (bool first = true; recording_next(recording, &sample); first = false) {
        assert_true(!first || sample.t_us == 0);
        if (cpr_add(&read.session, &sample, &done)) {
            wave_keep(&read, &done);
        }
    }
    recording_close(recording);
    while (cpr_finish(&read.session, &done)) {
        wave_keep(&read, &done);
    }
    cpr_result(&read.session, &read.result);
    cpr_json(&read.result, read.events, (size_t)read.count, put, json);
}

static void a_recording_tells_the_same_to_the_byte(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int round = 0; round < 20; round++) {
        struct run_plan plan = plan_of(rng_between(&rng, 5, 30));
        plan.keep_folder = folder.path;
        struct wave wave = drawn_wave(&rng, 200);
        wave.loss = 0.01;
        run_begin(&run, &plan, 0);
        feed(&wave, rng_int(&rng, 0, 1000000) * INT64_C(997), &rng);
        assert_int_equal(run.phase, RUN_FINISHED);
        assert_null(run.recording);
        struct str json = {0};
        analyse(folder_file(&folder, "recording.csv"), &json);
        char *own = run_json(&run, true);
        assert_string_equal(own, json.text);
        free(own);
        str_free(&json);
    }
    folder_remove(&folder);
}

/* Feeds a chest at rest until `until_s` after the run's first push, or until it ends. */
static void rest_until(double until_s, int64_t *now_us, struct rng *rng)
{
    struct wave wave = wave_perfect();
    wave.bouts = wave.pushes = 0;
    wave.before_s = 0.1;
    while (run.phase == RUN_GOING &&
           (double)(run.newest_us - run.start_us) / 1e6 < until_s) {
        feed(&wave, *now_us, rng);
        *now_us += 100000;
    }
}

static void who_stops_is_scored_for_what_was_pressed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int round = 0; round < 12; round++) {
        struct run_plan plan = plan_of(60);
        struct wave wave = wave_perfect();
        bool leaves = round % 2;
        plan.kind = RUN_PRACTICE;
        plan.keep_folder = folder.path;
        wave.pushes = rng_int(&rng, 3, 20);
        double pressed_s = wave_seconds(&wave);
        int64_t now_us = (int64_t)(pressed_s * 1e6);
        run_begin(&run, &plan, 0);
        feed(&wave, 0, &rng);
        rest_until(pressed_s + RUN_STOPPED_S - 0.6, &now_us, &rng);
        assert_false(run_may_end(&run));
        rest_until(pressed_s + RUN_STOPPED_S + 0.2, &now_us, &rng);
        assert_true(run_may_end(&run));
        if (leaves) {
            rest_until(60, &now_us, &rng);
            expect_near((double)(run.newest_us - run.start_us) / 1e6,
                        pressed_s + RUN_LEFT_S, 0.7);
        } else {
            run_end(&run);
        }
        assert_int_equal(run.phase, RUN_FINISHED);
        assert_int_equal(run.result.count, wave.pushes);
        assert_int_equal(run.result.pauses, 0);
        expect_near(run.result.score, 100, 0.1);
        expect_near(run.result.duration_s, pressed_s, 0.4);
        struct str json = {0};
        analyse(folder_file(&folder, "recording.csv"), &json);
        char *own = run_json(&run, true);
        assert_string_equal(own, json.text);
        free(own);
        str_free(&json);
    }
    folder_remove(&folder);
}

/* Who changes places has not stopped, for as long as a pause may be. */
static void two_who_take_turns_have_not_stopped(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 6; round++) {
        struct run_plan plan = plan_of(60);
        struct wave wave = wave_perfect();
        plan.kind = RUN_PRACTICE;
        wave.pushes = rng_int(&rng, 5, 20);
        double pressed_s = wave_seconds(&wave);
        double most_s = plan.guideline->pause_max_s;
        int64_t now_us = (int64_t)(pressed_s * 1e6);
        run_begin(&run, &plan, 0);
        run_swap(&run); /* before the first push there is nobody to take turns with */
        assert_false(run.is_swapping);
        feed(&wave, 0, &rng);
        run_swap(&run);
        rest_until(pressed_s + RUN_STOPPED_S + 0.5, &now_us, &rng);
        assert_true(run.is_swapping);
        assert_false(run_may_end(&run));
        if (round % 2) { /* nobody came */
            rest_until(pressed_s + most_s + 1, &now_us, &rng);
            assert_false(run.is_swapping);
            assert_true(run_may_end(&run));
            continue;
        }
        feed(&wave, now_us, &rng);
        assert_int_equal(run.phase, RUN_GOING);
        assert_false(run.is_swapping);
        assert_int_equal(run.swap_count, 1);
    }
}

static void a_test_is_its_whole_time(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(40);
    struct wave wave = wave_perfect();
    wave.pushes = 18;
    int64_t now_us = (int64_t)(wave_seconds(&wave) * 1e6);
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    rest_until(39.5, &now_us, &rng);
    assert_int_equal(run.phase, RUN_GOING);
    assert_false(run_may_end(&run));
    rest_until(45, &now_us, &rng);
    assert_int_equal(run.phase, RUN_FINISHED);
    expect_near(run.result.duration_s, 40, 0);
    expect_near(run.result.score, 100 * 9.8 / 40 / 0.9, 1.5);
}

static void a_broken_off_run_leaves_nothing_open(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    struct run_plan plan = plan_of(30);
    plan.keep_folder = folder.path;
    struct wave wave = wave_perfect();
    wave.pushes = 5;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    assert_non_null(run.recording);
    run_cancel(&run);
    assert_null(run.recording);
    folder_remove(&folder);
}

/* Nothing begins by it, but it is told; a push, a hand laid on and time end that. */
static void a_touch_that_is_too_light_is_told(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        struct run_plan plan = plan_of(20);
        struct wave wave = wave_perfect();
        int kind = round % 3;
        wave.depth_mm = kind == 0   ? rng_between(&rng, 7, 14)
                        : kind == 1 ? rng_between(&rng, 0.5, 5)
                                    : rng_between(&rng, 17, 70);
        wave.pushes = rng_int(&rng, 1, 5);
        wave.before_s = rng_between(&rng, 1, 2);
        wave.after_s = 0.5;
        run_begin(&run, &plan, 0);
        assert_false(run_is_too_light(&run));
        feed(&wave, 0, &rng);
        assert_int_equal(run_is_too_light(&run), kind == 0);
        assert_int_equal(run.phase, kind == 2 ? RUN_GOING : RUN_WAITING);
        wave.depth_mm = 0;
        wave.before_s = 7;
        feed(&wave, 20 * SECOND_US, &rng);
        assert_false(run_is_too_light(&run));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_waits_for_the_first_push),
        cmocka_unit_test(the_clock_starts_with_the_first_push),
        cmocka_unit_test(the_last_push_is_judged_whole),
        cmocka_unit_test(a_leaned_chest_can_be_pushed_too),
        cmocka_unit_test(time_left_only_falls),
        cmocka_unit_test(a_silent_manikin_loses_the_run),
        cmocka_unit_test(another_manikins_clock_starts_over),
        cmocka_unit_test(what_the_sensor_does_not_say_is_lost),
        cmocka_unit_test(what_was_lost_before_the_run_is_not_the_runs),
        cmocka_unit_test(a_long_run_keeps_what_it_has_room_for),
        cmocka_unit_test(the_curve_keeps_the_tips_of_a_fast_sensor),
        cmocka_unit_test(a_recording_tells_the_same_to_the_byte),
        cmocka_unit_test(who_stops_is_scored_for_what_was_pressed),
        cmocka_unit_test(two_who_take_turns_have_not_stopped),
        cmocka_unit_test(a_test_is_its_whole_time),
        cmocka_unit_test(a_broken_off_run_leaves_nothing_open),
        cmocka_unit_test(a_touch_that_is_too_light_is_told),
    };
    return cmocka_run_group_tests_name("run", tests, NULL, NULL);
}
