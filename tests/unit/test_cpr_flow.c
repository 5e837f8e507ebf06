/* SPDX-License-Identifier: MIT */
/* Pauses, the share of time with compressions, windows, breaths. */
#include <math.h>

#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;
static struct rng still;

static struct wave cycles(double pause_s)
{
    struct wave wave = wave_perfect();
    wave.pushes = 30;
    wave.bouts = 4;
    wave.pause_s = pause_s;
    return wave;
}

static void run_window(const struct wave *wave, double from_s, double to_s)
{
    struct cpr_guideline guideline = wave_guideline();
    run.count = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    cpr_window(&run.session, (int64_t)(from_s * 1e6), (int64_t)(to_s * 1e6));
    wave_feed(&run, wave, &still);
}

/* Twelve pushes, a stop, and a long time in which nobody is there any more. */
static void only_the_pressed_part_is_judged_where_asked(void **state)
{
    for (int round = 0; round < 40; round++) {
        bool breathes = rng_int(*state, 0, 1);
        struct cpr_guideline guideline = wave_guideline();
        struct wave wave = wave_perfect();
        wave.pushes = rng_int(*state, 4, 14);
        wave.bouts = rng_int(*state, 1, 2);
        wave.pause_s = rng_between(*state, 3, 5);
        wave.after_s = rng_between(*state, 12, 30);
        double pressed_s = wave_seconds(&wave) - wave.after_s;
        double pauses_s = wave.pause_s * (wave.bouts - 1);
        for (int part = 0; part < 2; part++) {
            run.count = 0;
            cpr_start(&run.session, &guideline, breathes ? CPR_30_2 : 0);
            cpr_window(&run.session, 0, (int64_t)(wave_seconds(&wave) * 1e6));
            if (part) {
                cpr_pressed_part(&run.session);
            }
            wave_feed(&run, &wave, &still);
            double all_s = part ? pressed_s : wave_seconds(&wave);
            expect_near(run.result.duration_s, all_s, 0.15);
            expect_near(run.result.total_pause_s,
                        part ? pauses_s : pauses_s + wave.after_s, 0.3);
            assert_int_equal(run.result.pauses, wave.bouts - part);
            assert_int_equal(run.result.count, wave.pushes * wave.bouts);
            assert_true(run.result.score > (part && wave.bouts == 1 ? 99.9 : 0));
        }
    }
}

/* Who presses to the end gets the same either way, and so do the breaths at the end. */
static void nothing_is_cut_where_nobody_stopped(void **state)
{
    for (int round = 0; round < 20; round++) {
        struct cpr_guideline guideline = wave_guideline();
        struct wave wave = cycles(rng_between(*state, 3, 7));
        bool breathes = rng_int(*state, 0, 1);
        wave.bouts = breathes ? 2 : 1;
        wave.after_s = breathes ? wave.pause_s : 0.4;
        struct cpr_result results[2];
        for (int part = 0; part < 2; part++) {
            run.count = 0;
            cpr_start(&run.session, &guideline, breathes ? CPR_30_2 : 0);
            cpr_window(&run.session, 0, (int64_t)(wave_seconds(&wave) * 1e6));
            if (part) {
                cpr_pressed_part(&run.session);
            }
            wave_feed(&run, &wave, &still);
            results[part] = run.result;
        }
        assert_int_equal(results[0].pauses, results[1].pauses);
        expect_near(results[0].duration_s, results[1].duration_s, 0);
        expect_near(results[0].score, results[1].score, 0);
    }
}

/* 30 at 110 /min take 16.36 s; with 5 s for two breaths that is 0.766 of a cycle. */
static void cycles_with_five_seconds_is_0766(void **state)
{
    (void)state;
    struct wave wave = cycles(5);
    wave.after_s = 5;
    run_window(&wave, 0, wave_seconds(&wave));
    expect_near(run.result.ccf_percent, 76.6, 0.1);
    assert_int_equal(run.result.pauses, 4);
    expect_near(run.result.longest_pause_s, 5, 0.02);
    expect_near(run.result.total_pause_s, 20, 0.06);
}

static void pauses_of_a_second_count(void **state)
{
    (void)state;

    static const struct {
        double pause_s;
        int pauses;
    } cases[] = {{0, 0}, {0.5, 0}, {0.9, 0}, {1.0, 3}, {1.1, 3}, {30, 3}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wave wave = cycles(cases[i].pause_s);
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
        assert_int_equal(run.result.pauses, cases[i].pauses);
        double bouts_s = 120 * 60 / 110.0;
        double pauses_s = cases[i].pauses * cases[i].pause_s;
        expect_near(run.result.total_pause_s, pauses_s, 0.06);
        expect_near(run.result.ccf_percent,
                    100 * (1 - pauses_s / (bouts_s + 3 * cases[i].pause_s)), 0.1);
        /* No interval reaches over a pause; over a shorter stop it does. */
        int unmeasured = 0;
        for (int j = 0; j < run.count; j++) {
            unmeasured += isnan(run.events[j].rate_cpm) != 0;
        }
        assert_int_equal(unmeasured, 1 + cases[i].pauses);
    }
}

static void idle_ends_of_a_window_are_pauses(void **state)
{
    (void)state;
    struct wave wave = wave_perfect(); /* 60 s */
    wave.before_s = 3;
    wave.after_s = 10;
    run_window(&wave, 0, 70);
    assert_int_equal(run.count, 110);
    assert_int_equal(run.result.pauses, 2);
    expect_near(run.result.longest_pause_s, 7, 0.02);
    expect_near(run.result.total_pause_s, 10, 0.03);
    expect_near(run.result.ccf_percent, 100 * 60 / 70.0, 0.05);
    expect_near(run.result.duration_s, 70, 0);
    assert_int_equal(run.result.samples, 7000);
    /* Without a window they are not: when the run should have begun is unknown. */
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.result.pauses, 0);
    expect_near(run.result.ccf_percent, 100, 1e-9);
    expect_near(run.result.duration_s, 72.99, 1e-6);
}

/* Less than a second to begin with is not a pause. */
static void a_short_start_is_not_a_pause(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    wave.before_s = 0.9;
    run_window(&wave, 0, 60.9);
    assert_int_equal(run.result.pauses, 0);
    expect_near(run.result.ccf_percent, 100, 1e-9);
}

static void a_compression_belongs_where_its_peak_is(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    wave.rate_cpm = 120; /* peaks at 0.25, 0.75, 1.25 ... */
    wave.pushes = 40;

    static const struct {
        double from_s, to_s;
        int count;
    } cases[] = {{0, 20, 40}, {0, 20.5, 40},   {0.3, 20, 39},    {0, 19.7, 39},
                 {5, 10, 10}, {4.76, 9.74, 9}, {4.74, 9.76, 11}, {100, 200, 0}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        run_window(&wave, cases[i].from_s, cases[i].to_s);
        assert_int_equal(run.result.count, cases[i].count);
        assert_int_equal(run.count, cases[i].count);
        assert_int_equal(run.result.origin_us, (int64_t)(cases[i].from_s * 1e6));
    }
}

/* A pause counts as far as the window reaches, and is one by its whole length. */
static void a_pause_is_cut_by_the_window(void **state)
{
    (void)state;
    struct wave wave = cycles(4); /* pauses from 16.36, 36.73, 57.09 s */
    double bout_s = 30 * 60 / 110.0;
    run_window(&wave, bout_s + 3.5, 2 * bout_s + 4 + 0.7);
    assert_int_equal(run.count, 30);
    assert_int_equal(run.result.pauses, 2);
    expect_near(run.result.total_pause_s, 0.5 + 0.7, 0.04);
    expect_near(run.result.longest_pause_s, 0.7, 0.03);
}

static void nothing_pressed_is_zero_and_null(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    wave.depth_mm = 3;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.result.count, 0);
    assert_true(isnan(run.result.mean_depth_mm));
    assert_true(isnan(run.result.mean_rate_cpm));
    assert_true(isnan(run.result.ccf_percent));
    expect_near(run.result.score, 0, 0);
    assert_false(run.result.pass);
    run_window(&wave, 0, 30);
    expect_near(run.result.ccf_percent, 0, 0);
    assert_int_equal(run.result.pauses, 1);
    expect_near(run.result.longest_pause_s, 30, 0);
    expect_near(run.result.score, 0, 0);
}

static void no_samples_at_all_is_a_result_too(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression done;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    assert_false(cpr_finish(&run.session, &done));
    cpr_result(&run.session, &run.result);
    assert_int_equal(run.result.samples, 0);
    expect_near(run.result.duration_s, 0, 0);
    expect_near(run.result.score, 0, 0);
}

static void one_compression_has_depth_and_no_rate(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    wave.pushes = 1;
    wave.after_s = 1.5;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.result.count, 1);
    expect_near(run.result.mean_depth_mm, 55, 0.05);
    assert_true(isnan(run.result.mean_rate_cpm));
    assert_true(isnan(run.result.rate_ok_percent));
    assert_true(isnan(run.result.duty_cycle_percent));
    expect_near(run.result.ccf_percent, 100, 0);
}

/* While the window runs, it has lasted until now. */
static void a_running_window_ends_now(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    cpr_window(&run.session, 0, 60000000);
    while (t_s < 20 && wave_next(&wave, &still, &t_s, &sample)) {
        cpr_add(&run.session, &sample, &done);
    }
    cpr_result(&run.session, &run.result);
    expect_near(run.result.duration_s, 20, 0.02);
    expect_near(run.result.ccf_percent, 100, 1e-9);
    assert_true(run.result.score > 99.9);
}

/* A breath of `ml` within `blow_s`, let out within a second. */
static void breathe(double from_s, double ml, double blow_s)
{
    struct cpr_compression done;
    for (int i = 0; i < 300; i++) {
        double t_s = i / 100.0;
        double share = t_s < blow_s ? t_s / blow_s : 1 - (t_s - blow_s);
        struct cpr_sample sample = {.t_us = (int64_t)((from_s + t_s) * 1e6 + 0.5),
                                    .force_n = CPR_NOT_MEASURED,
                                    .volume_ml = share > 0 ? ml * share : 0,
                                    .hands = CPR_HANDS_NOT_MEASURED};
        assert_false(cpr_add(&run.session, &sample, &done));
    }
}

static void breaths_are_measured_where_there_is_a_lung(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    wave_run(&run, &wave, CPR_30_2, &still);
    assert_false(run.result.breaths_measured);
    struct cpr_guideline guideline = wave_guideline();
    cpr_start(&run.session, &guideline, CPR_30_2);
    breathe(0, 600, 1);
    breathe(3, 500, 1.2);
    breathe(6, 900, 1);   /* too much */
    breathe(9, 600, 0.3); /* too fast */
    cpr_result(&run.session, &run.result);
    assert_true(run.result.breaths_measured);
    assert_int_equal(run.result.breaths, 4);
    expect_near(run.result.breaths_ok_percent, 50, 1e-9);
    expect_near(run.result.mean_breath_ml, 650, 5);
    expect_near(run.result.mean_breath_s, 0.875, 0.05);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(only_the_pressed_part_is_judged_where_asked, &rng),
        cmocka_unit_test_prestate(nothing_is_cut_where_nobody_stopped, &rng),
        cmocka_unit_test(cycles_with_five_seconds_is_0766),
        cmocka_unit_test(pauses_of_a_second_count),
        cmocka_unit_test(idle_ends_of_a_window_are_pauses),
        cmocka_unit_test(a_short_start_is_not_a_pause),
        cmocka_unit_test(a_compression_belongs_where_its_peak_is),
        cmocka_unit_test(a_pause_is_cut_by_the_window),
        cmocka_unit_test(nothing_pressed_is_zero_and_null),
        cmocka_unit_test(no_samples_at_all_is_a_result_too),
        cmocka_unit_test(one_compression_has_depth_and_no_rate),
        cmocka_unit_test(a_running_window_ends_now),
        cmocka_unit_test(breaths_are_measured_where_there_is_a_lung),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
