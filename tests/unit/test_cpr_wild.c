/* SPDX-License-Identifier: MIT */
/* Wild readings, coarse sensors, and how close two pushes may lie. */
#include <string.h>

#include "support/wave.h"

static struct wave_run run;
static struct cpr_sample sample;

static void start(void)
{
    struct cpr_guideline guideline = wave_guideline();
    memset(&run, 0, sizeof run);
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
}

static void add(int64_t t_us, double depth_mm)
{
    struct cpr_compression done;
    sample = (struct cpr_sample){.t_us = t_us,
                                 .depth_mm = depth_mm,
                                 .force_n = CPR_NOT_MEASURED,
                                 .volume_ml = CPR_NOT_MEASURED,
                                 .hands = CPR_HANDS_NOT_MEASURED};
    if (cpr_add(&run.session, &sample, &done)) {
        wave_keep(&run, &done);
    }
}

static void finish(void)
{
    struct cpr_compression done;
    while (cpr_finish(&run.session, &done)) {
        wave_keep(&run, &done);
    }
    cpr_result(&run.session, &run.result);
}

static bool chance(struct rng *rng, double share)
{
    return rng_between(rng, 0, 1) < share;
}

/* `share` of the readings are anything, each by itself: often two in a row. */
static void feed(const struct wave *wave, double share, struct rng *rng)
{
    double t_s = 0;
    struct cpr_sample next;
    start();
    while (wave_next(wave, rng, &t_s, &next)) {
        add(next.t_us, chance(rng, share) ? rng_between(rng, -50, 150) : next.depth_mm);
    }
    finish();
}

static void an_idle_cable_invents_no_push(void **state)
{
    (void)state;
    static const double hz[] = {14, 20, 50, 100, 200};
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof hz / sizeof *hz; i++) {
        struct wave wave = {.rate_cpm = 100, .hz = hz[i], .noise_mm = 1};
        wave.before_s = 2 * 3600;
        feed(&wave, 0.02, &rng);
        print_message("# %3.0f Hz: %d pushes in 2 h\n", hz[i], run.count);
        assert_int_equal(run.count, 0);
    }
}

static void wild_readings_are_left_out_and_counted(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int share = 0; share <= 8; share++) {
        int off = 0, trusted = 0;
        double worst_mm = 0, worst_cpm = 0;
        for (int round = 0; round < 40; round++) {
            struct wave wave = wave_perfect();
            wave.hz = rng_between(&rng, 30, 120);
            wave.before_s = wave.after_s = 2;
            wave.pushes = 55;
            wave.noise_mm = 0.3;
            feed(&wave, share / 100.0, &rng);
            off += run.count != 55;
            trusted += run.result.trust == 0;
            worst_mm = fmax(worst_mm, fabs(run.result.mean_depth_mm - 55));
            worst_cpm = fmax(worst_cpm, fabs(run.result.mean_rate_cpm - 110));
            if (run.result.trust == 0) {
                assert_in_range(run.count, 54, 56);
                expect_near(run.result.mean_depth_mm, 55, 2);
                expect_near(run.result.mean_rate_cpm, 110, 2.5);
            }
        }
        print_message("# %d %%: %2d of 40 miscounted, %.2f mm and %.2f /min at worst, %d "
                      "trusted\n",
                      share, off, worst_mm, worst_cpm, trusted);
        assert_true(share > 1 || trusted == 40);
        assert_true(share < 8 || trusted == 0);
    }
}

/* Whatever a person does, however seldom it is read. */
static void no_push_is_wild(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 400; round++) {
        struct wave wave = wave_perfect();
        wave.hz = round % 4 == 0 ? rng_between(&rng, 8, 20) : rng_between(&rng, 20, 300);
        wave.rate_cpm = rng_between(&rng, 60, wave.hz < 20 ? 140 : 150);
        wave.depth_mm = rng_between(&rng, 25, 75);
        wave.before_s = rng_between(&rng, 0.5, 1);
        wave.uneven = rng_between(&rng, 0, 0.2);
        wave.loss = rng_between(&rng, 0, 0.03);
        wave.noise_mm = 0.5;
        wave.pushes = 30;
        feed(&wave, 0, &rng);
        if (wave.hz >= 20) {
            assert_int_equal(run.session.wild.dropped, 0);
        }
        assert_in_range(run.count, wave.hz < 20 ? 29 : 30, 30);
    }
}

/* `pushes` of `push_ms` each, `rate_cpm` a minute, from a second of rest. */
static void feed_short(struct rng *rng, double hz, double rate_cpm, double push_ms,
                       int pushes)
{
    double end_ms = 1200 + pushes * 60000 / rate_cpm + 1500;
    double depth_mm = rng_between(rng, 30, 60);
    start();
    for (double ms = 0; ms < end_ms; ms += 1000 / hz * rng_between(rng, 0.9, 1.1)) {
        double since_ms = ms < 1200 ? push_ms : fmod(ms - 1200, 60000 / rate_cpm);
        bool is_pressed = since_ms < push_ms && ms < 1200 + pushes * 60000 / rate_cpm;
        double turn = is_pressed ? 1 - cos(2 * acos(-1.0) * since_ms / push_ms) : 0;
        add((int64_t)(ms * 1000), depth_mm / 2 * turn + rng_between(rng, -0.5, 0.5));
    }
    finish();
}

/* Read 10 to 40 times a second, a short push is like two wild readings: but it comes in a
 * row with others. */
static void short_pushes_in_a_row_count(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int pushed = 0, counted = 0;
    for (int round = 0; round < 200; round++) {
        double hz = rng_between(&rng, 10, 40);
        feed_short(&rng, hz, rng_between(&rng, 60, 120), rng_between(&rng, 350, 450), 20);
        pushed += 20;
        counted += run.count;
        assert_true(run.count <= 20);
    }
    print_message("# %d of %d short pushes counted\n", counted, pushed);
    assert_true(counted >= pushed * 99 / 100);
}

/* From 25 readings a second up one push alone is told from wild readings by itself. */
static void a_short_push_alone_counts_where_readings_are_many(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        feed_short(&rng, rng_between(&rng, 30, 200), 60, rng_between(&rng, 300, 450), 1);
        assert_int_equal(run.count, 1);
    }
}

/* Growing wild readings are no jump; but no chest turns within so short a time. */
static void wild_readings_that_grow_are_no_push(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        double step_us = 1e6 / rng_between(&rng, 50, 1000);
        double small_mm = rng_between(&rng, 5, 7.5);
        double large_mm = small_mm * 2 + rng_between(&rng, 2, small_mm);
        start();
        for (int i = 0; i < 400; i++) {
            add((int64_t)(i * step_us), i == 200 ? small_mm : i == 201 ? large_mm : 0);
        }
        finish();
        assert_int_equal(run.count, 0);
    }
}

/* Whole centimetres that flicker by one are no push; three of them are. */
static void a_coarse_sensor_needs_a_step_and_a_half(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    start();
    for (int i = 0; i < 20000; i++) {
        add((int64_t)i * 100000, chance(&rng, 0.5) ? 10 : 20);
    }
    finish();
    assert_int_equal(run.count, 0);
    expect_near(run.session.wild.turn_mm, 15, 1e-9);
    struct wave wave = wave_perfect();
    wave.hz = 30;
    wave.before_s = 1;
    wave.round_mm = 10;
    wave.noise_mm = 3;
    feed(&wave, 0, &rng);
    assert_int_equal(run.count, 110);
    expect_near(run.result.mean_rate_cpm, 110, 1);
}

/* A top that falls by 12 mm and comes again 200 ms later is one push, the deeper top
 * it. */
static void two_tops_within_a_quarter_of_a_second_are_one_push(void **state)
{
    (void)state;
    static const double tops_mm[][2] = {{50, 56}, {56, 50}};
    for (size_t i = 0; i < 2; i++) {
        start();
        for (int at = 0; at < 3000; at++) {
            int ms = at % 600;
            double second = 38 + (tops_mm[i][1] - 38) * (ms - 300) / 100.0;
            double mm = ms < 200 ? tops_mm[i][0] * ms / 200.0
                        : ms < 300
                            ? tops_mm[i][0] - (tops_mm[i][0] - 38) * (ms - 200) / 100.0
                        : ms < 400 ? second
                        : ms < 550 ? tops_mm[i][1] * (550 - ms) / 150.0
                                   : 0;
            if (at % 10 == 0) {
                add((int64_t)at * 1000, mm);
            }
        }
        finish();
        assert_int_equal(run.count, 5);
        expect_near(run.result.mean_depth_mm, 56, 3);
        expect_near(run.result.mean_rate_cpm, 100, 0.5);
        expect_near(run.result.mean_release_mm, 0, 0.5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_idle_cable_invents_no_push),
        cmocka_unit_test(wild_readings_are_left_out_and_counted),
        cmocka_unit_test(no_push_is_wild),
        cmocka_unit_test(short_pushes_in_a_row_count),
        cmocka_unit_test(a_short_push_alone_counts_where_readings_are_many),
        cmocka_unit_test(wild_readings_that_grow_are_no_push),
        cmocka_unit_test(a_coarse_sensor_needs_a_step_and_a_half),
        cmocka_unit_test(two_tops_within_a_quarter_of_a_second_are_one_push),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
