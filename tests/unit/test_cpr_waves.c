/* SPDX-License-Identifier: MIT */
/* Random chests and sensors: what is counted and measured, against the known truth. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;

static double random_hz(struct rng *rng)
{
    /* As many slow sensors as fast ones. */
    return 50 * pow(20, rng_between(rng, 0, 1));
}

/* Anything a person may do, from a child's tapping to a heavy man's race. */
static struct wave random_chest(struct rng *rng)
{
    struct wave wave = {
        .depth_mm = rng_between(rng, 25, 75),
        .rate_cpm = rng_between(rng, 60, 180),
        .lean_mm = rng_between(rng, 0, 12),
        .pushes = rng_int(rng, 12, 30),
        .bouts = 2,
        .before_s = rng_between(rng, 0.1, 1.5),
        .after_s = rng_between(rng, 0.1, 1.5),
        .pause_s = rng_between(rng, 1.2, 6),
    };
    wave.rest_mm = wave.lean_mm;
    return wave;
}

struct errors {
    int waves, wrong_count, distrusted;
    double depth_mm, rate_cpm, release_mm, ccf_percent, duty_percent; /* the worst */
};

static void keep_worst(double *worst, double value, double truth)
{
    double error = fabs(value - truth);
    if (!(error <= *worst)) { /* NAN is the worst there is */
        *worst = error;
    }
}

static double true_duty_percent(const struct wave *wave)
{
    double half = (wave->depth_mm / 2 - wave->lean_mm) / (wave->depth_mm - wave->lean_mm);
    return half <= 0 ? 100 : 100 * (1 - acos(1 - 2 * half) / 3.14159265358979323846);
}

static void measure(struct errors *errors, const struct wave *wave, struct rng *rng)
{
    const struct cpr_result *result = &run.result;
    wave_run(&run, wave, CPR_COMPRESSION_ONLY, rng);
    double pushing_s = wave->bouts * wave->pushes * 60 / wave->rate_cpm;
    double pauses_s = (wave->bouts - 1) * wave->pause_s;
    errors->waves++;
    errors->wrong_count +=
        run.count != wave->bouts * wave->pushes || (int)result->pauses != wave->bouts - 1;
    errors->distrusted += result->trust != 0;
    keep_worst(&errors->depth_mm, result->mean_depth_mm, wave->depth_mm);
    keep_worst(&errors->rate_cpm, result->mean_rate_cpm, wave->rate_cpm);
    keep_worst(&errors->release_mm, result->mean_release_mm, wave->lean_mm);
    keep_worst(&errors->ccf_percent, result->ccf_percent,
               100 * pushing_s / (pushing_s + pauses_s));
    /* Where the chest barely comes up to half of its depth, a tenth of a millimetre is
     * many per cent of the time. */
    if (wave->depth_mm / 2 - wave->lean_mm >= 2) {
        keep_worst(&errors->duty_percent, result->duty_cycle_percent,
                   true_duty_percent(wave));
    }
}

static void print_errors(const char *what, const struct errors *errors)
{
    print_message("# %-28s %4d waves, %d miscounted, %d distrusted; worst mean errors: "
                  "depth %.3f mm, rate %.3f /min, release %.3f mm, CCF %.2f, duty %.2f\n",
                  what, errors->waves, errors->wrong_count, errors->distrusted,
                  errors->depth_mm, errors->rate_cpm, errors->release_mm,
                  errors->ccf_percent, errors->duty_percent);
}

static void clean_waves_are_read_exactly(void **state)
{
    struct errors errors = {0};
    for (int i = 0; i < 400; i++) {
        struct wave wave = random_chest(*state);
        wave.hz = random_hz(*state);
        measure(&errors, &wave, *state);
    }
    print_errors("clean, 50 to 1000 Hz", &errors);
    assert_int_equal(errors.wrong_count, 0);
    assert_int_equal(errors.distrusted, 0);
    assert_true(errors.depth_mm <= 0.05);
    assert_true(errors.rate_cpm <= 0.05);
    assert_true(errors.release_mm <= 0.05);
    assert_true(errors.ccf_percent <= 0.25);
    assert_true(errors.duty_percent <= 1);
}

static void noise_loss_and_uneven_steps_do_little(void **state)
{
    struct errors errors = {0};
    for (int i = 0; i < 400; i++) {
        struct wave wave = random_chest(*state);
        wave.hz = random_hz(*state);
        wave.noise_mm = rng_between(*state, 0, 0.5);
        wave.loss = 0.05;
        wave.uneven = rng_between(*state, 0, 0.9);
        measure(&errors, &wave, *state);
    }
    print_errors("noise, 5 % lost, uneven", &errors);
    assert_int_equal(errors.wrong_count, 0);
    assert_int_equal(errors.distrusted, 0);
    assert_true(errors.depth_mm <= 0.5);
    assert_true(errors.rate_cpm <= 0.5);
    assert_true(errors.release_mm <= 0.5);
    assert_true(errors.ccf_percent <= 1);
    assert_true(errors.duty_percent <= 2);
}

static void whole_millimetres_are_enough(void **state)
{
    struct errors errors = {0};
    for (int i = 0; i < 400; i++) {
        struct wave wave = random_chest(*state);
        wave.hz = random_hz(*state);
        wave.noise_mm = rng_between(*state, 0, 0.5);
        wave.round_mm = 1;
        measure(&errors, &wave, *state);
    }
    print_errors("read in whole millimetres", &errors);
    assert_int_equal(errors.wrong_count, 0);
    assert_int_equal(errors.distrusted, 0);
    assert_true(errors.depth_mm <= 0.6); /* half a step, without noise to dither it */
    assert_true(errors.rate_cpm <= 0.5);
    assert_true(errors.release_mm <= 0.6);
}

static void a_slow_drift_costs_no_compression(void **state)
{
    struct errors errors = {0};
    for (int i = 0; i < 100; i++) {
        struct wave wave = random_chest(*state);
        wave.hz = random_hz(*state);
        wave.drift_mm_s = rng_between(*state, -0.02, 0.05);
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
        assert_int_equal(run.count, wave.bouts * wave.pushes);
        assert_int_equal(run.result.trust, 0);
        keep_worst(&errors.rate_cpm, run.result.mean_rate_cpm, wave.rate_cpm);
    }
    assert_true(errors.rate_cpm <= 0.05);
}

/* FNV-1a over the bits of what was measured. */
static uint64_t hash_bits(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < count; i++) {
        hash = (hash ^ byte[i]) * 1099511628211u;
    }
    return hash;
}

static uint64_t hash_run(uint64_t hash)
{
    for (int i = 0; i < run.count; i++) {
        const struct cpr_compression *it = &run.events[i];
        double values[] = {it->depth_mm, it->release_mm, it->rate_cpm, it->duty, it->c};
        int64_t times[] = {it->start_us, it->peak_us, it->release_us};
        for (size_t j = 0; j < 5; j++) {
            values[j] = isnan(values[j]) ? -1 : values[j]; /* a NAN has no one pattern */
        }
        hash = hash_bits(hash, values, sizeof values);
        hash = hash_bits(hash, times, sizeof times);
    }
    return hash_bits(hash, &run.result.score, sizeof run.result.score);
}

/*
 * The same in every preset: gcc and clang, -O0 and -O2. Samples are rounded, so that the
 * C library's cosine has no say. Changes with any change of the method: then update it.
 */
static void the_bits_are_the_same_on_every_machine(void **state)
{
    (void)state;
    struct rng rng = {88172645463325252u};
    uint64_t hash = 14695981039346656037u;
    for (int i = 0; i < 50; i++) {
        struct wave wave = random_chest(&rng);
        wave.hz = rng_int(&rng, 50, 1000);
        wave.noise_mm = 0.3;
        wave.loss = 0.05;
        wave.round_mm = 0.125;
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &rng);
        hash = hash_run(hash);
    }
    print_message("# bits %016llx\n", (unsigned long long)hash);
    assert_true(hash == 0x66564a1cb883122b);
}

/* A session is a value: what is copied in mid-run goes on to the same bits. */
static void a_snapshot_goes_on_as_the_run_does(void **state)
{
    static struct cpr_session first, second;
    struct wave wave = random_chest(*state);
    wave.hz = 100;
    struct cpr_guideline guideline = wave_guideline();
    cpr_start(&first, &guideline, CPR_COMPRESSION_ONLY);
    struct cpr_sample sample;
    struct cpr_compression a, b;
    double t_s = 0;
    double copy_s = rng_between(*state, 0, wave_seconds(&wave));
    bool is_copied = false;
    while (wave_next(&wave, *state, &t_s, &sample)) {
        if (!is_copied && t_s > copy_s) {
            second = first;
            is_copied = true;
        }
        bool done = cpr_add(&first, &sample, &a);
        if (is_copied) {
            assert_int_equal(cpr_add(&second, &sample, &b), done);
        }
    }
    assert_true(is_copied);
    cpr_finish(&first, &a);
    cpr_finish(&second, &b);
    struct cpr_result one, two;
    cpr_result(&first, &one);
    cpr_result(&second, &two);
    assert_memory_equal(&one.score, &two.score, sizeof one.score);
    assert_memory_equal(&one.mean_depth_mm, &two.mean_depth_mm, sizeof one.mean_depth_mm);
    assert_int_equal(one.count, two.count);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(clean_waves_are_read_exactly, &rng),
        cmocka_unit_test_prestate(noise_loss_and_uneven_steps_do_little, &rng),
        cmocka_unit_test_prestate(whole_millimetres_are_enough, &rng),
        cmocka_unit_test_prestate(a_slow_drift_costs_no_compression, &rng),
        cmocka_unit_test(the_bits_are_the_same_on_every_machine),
        cmocka_unit_test_prestate(a_snapshot_goes_on_as_the_run_does, &rng),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
