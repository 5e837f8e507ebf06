/* SPDX-License-Identifier: MIT */
/* A broken sensor is named and not scored; a sound one is never suspected. */
#include <math.h>

#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;

/* Half a minute of what visitors do, at the manikin's own 100 Hz or near it. */
static struct wave random_visitor(struct rng *rng)
{
    struct wave wave = {
        .depth_mm = rng_between(rng, 40, 65),
        .rate_cpm = rng_between(rng, 85, 135),
        .lean_mm = rng_between(rng, 0, 12),
        .pushes = 54,
        .bouts = 1,
        .before_s = rng_between(rng, 0.5, 3),
        .after_s = rng_between(rng, 0.5, 3),
        .hz = rng_between(rng, 90, 210),
    };
    wave.rest_mm = wave.lean_mm;
    return wave;
}

/* At least `least` of 60 waves carry the reason; those that do are not scored. */
static void expect_reason(const struct wave *fault, uint32_t reason, int least,
                          struct rng *rng)
{
    int found = 0;
    for (int i = 0; i < 60; i++) {
        struct wave wave = random_visitor(rng);
        wave.noise_mm = fault->noise_mm > 0 ? fault->noise_mm : 0.1;
        wave.round_mm = 0.1;
        wave.loss = fault->loss;
        wave.drift_mm_s = fault->drift_mm_s;
        wave.clip_mm = fault->clip_mm * wave.depth_mm;
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, rng);
        found += (run.result.trust & reason) != 0;
        assert_int_equal(isnan(run.result.score) != 0, run.result.trust != 0);
        assert_false(run.result.trust != 0 && run.result.pass);
    }
    print_message("# reason %u found in %d of 60\n", reason, found);
    assert_in_range(found, least, 60);
}

static void noise_is_found(void **state)
{
    expect_reason(&(struct wave){.noise_mm = 2}, CPR_TRUST_NOISE, 60, *state);
    expect_reason(&(struct wave){.noise_mm = 5}, CPR_TRUST_NOISE, 60, *state);
}

static void drift_is_found(void **state)
{
    expect_reason(&(struct wave){.drift_mm_s = 0.5}, CPR_TRUST_DRIFT, 60, *state);
    expect_reason(&(struct wave){.drift_mm_s = -0.7}, CPR_TRUST_DRIFT, 55, *state);
}

static void loss_is_found(void **state)
{
    expect_reason(&(struct wave){.loss = 0.2}, CPR_TRUST_LOST, 60, *state);
}

static void saturation_is_found(void **state)
{
    expect_reason(&(struct wave){.clip_mm = 0.7}, CPR_TRUST_SATURATED, 45, *state);
    expect_reason(&(struct wave){.clip_mm = 0.85}, CPR_TRUST_SATURATED, 45, *state);
}

/* The value freezes and stays, while the clock runs on. */
struct freeze {
    double at_s;
    double held_mm; /* what it froze at */
    double told_s;  /* how long after it; less than 0: never */
};

static struct freeze freeze(const struct wave *wave, double at_s, struct rng *rng)
{
    struct freeze freeze = {.at_s = at_s, .told_s = -1};
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    while (wave_next(wave, rng, &t_s, &sample)) {
        double sample_s = (double)sample.t_us / 1e6;
        if (sample_s > at_s) {
            sample.depth_mm = freeze.held_mm;
        }
        freeze.held_mm = sample.depth_mm;
        cpr_add(&run.session, &sample, &done);
        cpr_result(&run.session, &run.result);
        if (run.result.trust != 0 && freeze.told_s < 0) {
            freeze.told_s = sample_s - at_s;
            assert_int_equal(run.result.trust, CPR_TRUST_STUCK);
            assert_true(isnan(run.result.score));
        }
    }
    return freeze;
}

/* No noise, and whole millimetres: only a chest that no hand could hold so is told. */
static void a_stuck_push_is_found(void **state)
{
    int told = 0;
    for (int i = 0; i < 120; i++) {
        struct wave wave = random_visitor(*state);
        wave.depth_mm = rng_between(*state, 20, 65);
        wave.lean_mm = wave.rest_mm = 0;
        wave.round_mm = rng_int(*state, 0, 1);
        struct freeze it =
            freeze(&wave, wave.before_s + rng_between(*state, 5, 15), *state);
        bool is_sure = it.held_mm > (wave.depth_mm >= 40 ? 10 : 18.5);
        assert_true(!is_sure || it.told_s > 0);
        assert_true(it.told_s < 0 || (it.told_s > 2.9 && it.told_s < 3.1));
        told += it.told_s > 0;
    }
    print_message("# told in %d of 120, the rest froze at rest\n", told);
}

/* Noise of more than its steps: then it is told wherever it froze, and at once. */
static void a_sensor_that_ceases_to_tremble_is_found(void **state)
{
    for (int i = 0; i < 60; i++) {
        struct wave wave = random_visitor(*state);
        wave.hz = rng_between(*state, 80, 400);
        wave.before_s = rng_between(*state, 2, 4);
        wave.pushes = 20;
        wave.bouts = 2;
        wave.pause_s = rng_between(*state, 2, 6);
        wave.loss = rng_int(*state, 0, 1) ? 0 : 0.05;
        wave.round_mm = rng_int(*state, 0, 1) ? 0 : rng_between(*state, 0, 0.2);
        wave.noise_mm = 2.5 * wave.round_mm + rng_between(*state, 0.02, 0.2);
        struct freeze it =
            freeze(&wave, rng_between(*state, 1.9, wave_seconds(&wave) - 2), *state);
        if (it.held_mm <= run.session.trust.rest_least_mm) {
            continue; /* it might be the end of the sensor */
        }
        if (!(it.told_s > 0.9 && it.told_s < 1.3)) {
            fail_msg("froze at %g s, %g mm: told after %g s", it.at_s, it.held_mm,
                     it.told_s);
        }
    }
}

/* Stamps of arrival: lines come in bunches every 16 ms, two of four with one time. */
static void bunched_stamps_are_found(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression done;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    for (int i = 0; i < 6000; i++) {
        double phase = i % 109 / 109.0 * 2 * 3.14159265358979323846;
        struct cpr_sample sample = {.t_us =
                                        (int64_t)(i / 4) * 16000 + (int64_t)(i % 4) * 50,
                                    .depth_mm = 27.5 * (1 - cos(phase)),
                                    .force_n = CPR_NOT_MEASURED,
                                    .volume_ml = CPR_NOT_MEASURED,
                                    .hands = CPR_HANDS_NOT_MEASURED};
        cpr_add(&run.session, &sample, &done);
    }
    cpr_result(&run.session, &run.result);
    assert_true(run.result.trust & CPR_TRUST_JITTER);
}

static void ten_samples_a_second_are_too_few(void **state)
{
    struct wave wave = wave_perfect();
    wave.hz = 10;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
    assert_int_equal(run.result.trust, CPR_TRUST_JITTER);
    wave.hz = 50;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
    assert_int_equal(run.result.trust, 0);
}

static void a_long_silence_of_the_cable_is_found(void **state)
{
    struct wave wave = wave_perfect();
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    while (wave_next(&wave, *state, &t_s, &sample)) {
        if (t_s < 20 || t_s > 30) {
            cpr_add(&run.session, &sample, &done);
        }
    }
    cpr_result(&run.session, &run.result);
    assert_int_equal(run.result.trust, CPR_TRUST_LOST);
}

/* Everything a sound manikin and an odd visitor may do. */
static void a_sound_sensor_is_never_suspected(void **state)
{
    for (int i = 0; i < 300; i++) {
        struct wave wave = random_visitor(*state);
        wave.hz = rng_between(*state, 50, 400);
        wave.pushes = rng_int(*state, 1, 90);
        wave.bouts = rng_int(*state, 1, 3);
        wave.pause_s = rng_between(*state, 0, 20); /* an exact zero, unchanged */
        wave.after_s = rng_between(*state, 0, 30);
        wave.depth2_mm = rng_int(*state, 0, 1) ? rng_between(*state, 20, 75) : 0;
        wave.rest_mm = rng_int(*state, 0, 1) /* hands off, or a hand that shifts */
                           ? 0
                           : fabs(wave.lean_mm + rng_between(*state, -6, 6));
        wave.noise_mm = rng_int(*state, 0, 1) ? 0 : rng_between(*state, 0, 0.8);
        wave.round_mm = rng_int(*state, 0, 1) ? 0 : rng_between(*state, 0.05, 1);
        wave.loss = rng_int(*state, 0, 1) ? 0 : 0.05;
        wave.uneven = rng_int(*state, 0, 1) ? 0 : rng_between(*state, 0, 0.95);
        /* Tired, but the chest is never pulled up. */
        double least_mm = wave.depth2_mm > 0 ? wave.depth2_mm : wave.depth_mm;
        wave.fade_mm_s = rng_between(*state, 0, fmin(15, least_mm - wave.lean_mm)) /
                         wave_seconds(&wave);
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
        if (run.result.trust != 0) {
            print_message("# trust %u: %g and %g mm from %g, rest %g, %g /min, %d x %d, "
                          "pause %g s, %g Hz, noise %g, round %g, loss %g, uneven %g\n",
                          run.result.trust, wave.depth_mm, wave.depth2_mm, wave.lean_mm,
                          wave.rest_mm, wave.rate_cpm, wave.bouts, wave.pushes,
                          wave.pause_s, wave.hz, wave.noise_mm, wave.round_mm, wave.loss,
                          wave.uneven);
        }
        assert_int_equal(run.result.trust, 0);
    }
}

/* One period of other waves that a programmer may make: 0..1 of 0..1. */
static double trapezoid(double phase)
{
    double ramp = phase < 0.5 ? phase / 0.2 : (0.8 - phase) / 0.2;
    return ramp < 0 ? 0 : ramp > 1 ? 1 : ramp;
}

static double half_sine(double phase)
{
    return sin(3.14159265358979323846 * phase);
}

static double pulse(double phase)
{
    return phase < 0.5 ? (1 - cos(4 * 3.14159265358979323846 * phase)) / 2 : 0;
}

static double square(double phase)
{
    return phase >= 0.25 && phase < 0.75;
}

static void other_waves_are_not_suspected_either(void **state)
{
    (void)state;
    double (*const waves[])(double phase) = {trapezoid, half_sine, pulse, square};
    static const int steps_us[] = {1000, 5000, 10000, 16667, 20000};
    struct cpr_guideline guideline = wave_guideline();
    for (int i = 0; i < 20; i++) {
        struct cpr_compression done;
        int step_us = steps_us[i % 5];
        cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
        for (int64_t t_us = 0; t_us < 30000000; t_us += step_us) {
            double phase = (double)t_us / 1e6 * 110 / 60;
            struct cpr_sample sample = {.t_us = t_us,
                                        .depth_mm =
                                            55 * waves[i / 5](phase - floor(phase)),
                                        .force_n = CPR_NOT_MEASURED,
                                        .volume_ml = CPR_NOT_MEASURED,
                                        .hands = CPR_HANDS_NOT_MEASURED};
            cpr_add(&run.session, &sample, &done);
        }
        while (cpr_finish(&run.session, &done)) {
        }
        cpr_result(&run.session, &run.result);
        print_message("# wave %d at %d us: trust %u, %u pushes, %.2f mm, %.2f /min\n",
                      i / 5, step_us, run.result.trust, run.result.count,
                      run.result.mean_depth_mm, run.result.mean_rate_cpm);
        assert_int_equal(run.result.trust, 0);
        assert_int_equal(run.result.count, 55);
        expect_near(run.result.mean_depth_mm, 55, 1);
        expect_near(run.result.mean_rate_cpm, 110, 0.1);
    }
}

/* Few readings a second: told as slow, never scored, from the first ten seconds on. */
static void slow_is_told(void **state)
{
    int slow = 0;
    for (int i = 0; i < 60; i++) {
        struct wave wave = random_visitor(*state);
        wave.pushes = 18;
        wave.noise_mm = 0.1;
        wave.hz = rng_between(*state, 2, 60);
        if (fabs(wave.hz - 20) < 0.5) {
            continue;
        }
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
        if (run.result.is_slow != (wave.hz < 20)) {
            print_message("# %.1f Hz: slow %d\n", wave.hz, run.result.is_slow);
        }
        assert_int_equal(run.result.is_slow, wave.hz < 20);
        assert_true(!run.result.is_slow || (run.result.trust & CPR_TRUST_JITTER));
        assert_true(!run.result.is_slow || isnan(run.result.score));
        slow += run.result.is_slow;
    }
    print_message("# %d slow\n", slow);
    assert_in_range(slow, 5, 40);
}

/* What the caller knows counts as what the samples tell; nothing else changes by it. */
static void what_the_caller_knows_is_a_reason(void **state)
{
    static struct wave_run told;

    for (int at = 0; at < CPR_TRUST_REASONS; at++) {
        struct wave wave = random_visitor(*state);
        struct rng one = *(struct rng *)*state;
        struct rng two = one;
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &one);
        assert_int_equal(run.result.trust, 0);

        struct cpr_guideline guideline = wave_guideline();
        told.count = 0;
        cpr_start(&told.session, &guideline, CPR_COMPRESSION_ONLY);
        cpr_doubt(&told.session, 1u << at);
        wave_feed(&told, &wave, &two);
        assert_int_equal(told.result.trust, 1u << at);
        assert_true(isnan(told.result.score));
        assert_false(told.result.pass);
        assert_int_equal(told.result.depth_verdict, CPR_NOT_JUDGED);
        assert_int_equal(told.result.count, run.result.count);
        assert_true(told.result.mean_depth_mm == run.result.mean_depth_mm);
        assert_true(told.result.mean_rate_cpm == run.result.mean_rate_cpm);
        assert_int_equal(cpr_trust_of(cpr_trust_name(at)), 1u << at);
    }
    assert_int_equal(cpr_trust_of("no_such_reason"), 0);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(noise_is_found, &rng),
        cmocka_unit_test_prestate(drift_is_found, &rng),
        cmocka_unit_test_prestate(loss_is_found, &rng),
        cmocka_unit_test_prestate(saturation_is_found, &rng),
        cmocka_unit_test_prestate(a_stuck_push_is_found, &rng),
        cmocka_unit_test_prestate(a_sensor_that_ceases_to_tremble_is_found, &rng),
        cmocka_unit_test(bunched_stamps_are_found),
        cmocka_unit_test_prestate(ten_samples_a_second_are_too_few, &rng),
        cmocka_unit_test_prestate(a_long_silence_of_the_cable_is_found, &rng),
        cmocka_unit_test_prestate(a_sound_sensor_is_never_suspected, &rng),
        cmocka_unit_test(other_waves_are_not_suspected_either),
        cmocka_unit_test_prestate(slow_is_told, &rng),
        cmocka_unit_test_prestate(what_the_caller_knows_is_a_reason, &rng),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
