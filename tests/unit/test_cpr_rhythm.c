/* SPDX-License-Identifier: MIT */
/* Taps by formula, their figures worked out beside it. */
#include <math.h>

#include "cpr/rhythm.h"
#include "support/tap.h"
#include "support/wave.h"

static struct cpr_guideline guideline;

static struct rhythm_result tap_evenly(double rate_cpm, int taps)
{
    struct rhythm rhythm;
    struct rhythm_result result;
    rhythm_start(&rhythm, &guideline);
    for (int i = 0; i < taps; i++) {
        assert_true(rhythm_tap(&rhythm, 5000000 + (int64_t)llround(i * 60e6 / rate_cpm)));
    }
    rhythm_result(&rhythm, &result);
    return result;
}

static void even_taps_are_scored_by_their_rate(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 200; i++) {
        double rate = rng_between(&rng, 50, 200);
        double share = rate < 100 ? (rate - 70) / 30 : rate > 120 ? (150 - rate) / 30 : 1;
        struct rhythm_result result = tap_evenly(rate, 40);
        assert_int_equal(result.taps, 40);
        assert_true(fabs(result.rate_cpm - rate) < 0.01);
        assert_true(fabs(result.steady_percent - 100) < 0.01);
        assert_true(fabs(result.score - 100 * fmax(0, share)) < 0.1);
    }
}

/* Every other interval is longer by a share of the median, which is then the mean. */
static void uneven_taps_lose_points(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 200; i++) {
        struct rhythm rhythm;
        struct rhythm_result result;
        double off = rng_between(&rng, 0.005, 0.08);
        bool wild = i % 2 == 1;
        double t_us = 1e6;
        rhythm_start(&rhythm, &guideline);
        for (int tap = 0; tap < 41; tap++) {
            rhythm_tap(&rhythm, (int64_t)t_us);
            double share = tap % 2 == 0 ? 1 + off : 1 - off;
            t_us += 60e6 / 110 * share * (wild && tap % 4 == 0 ? 1.25 : 1);
        }
        rhythm_result(&rhythm, &result);
        assert_int_equal(result.steady_percent < 100, wild);
        assert_int_equal(result.score < 99.9, wild);
        assert_true(result.score > 60);
    }
}

static void a_bounce_is_no_tap_and_a_stop_no_interval(void **state)
{
    (void)state;
    struct rhythm rhythm;
    struct rhythm_result result;
    rhythm_start(&rhythm, &guideline);
    int64_t t_us = 0;
    for (int i = 0; i < 20; i++) {
        t_us += i == 10 ? 30000000 : 500000;
        assert_true(rhythm_tap(&rhythm, t_us));
        assert_false(rhythm_tap(&rhythm, t_us + RHYTHM_LEAST_US - 1));
    }
    rhythm_result(&rhythm, &result);
    assert_int_equal(result.taps, 20);
    assert_true(fabs(result.rate_cpm - 120) < 1e-9);
    assert_true(fabs(result.score - 100) < 1e-9);
}

static void too_few_taps_have_no_rhythm(void **state)
{
    (void)state;
    for (int taps = 0; taps < RHYTHM_TAPS_LEAST; taps++) {
        struct rhythm_result result = tap_evenly(110, taps);
        assert_int_equal(result.taps, taps);
        assert_true(isnan(result.rate_cpm) && isnan(result.steady_percent) &&
                    isnan(result.score));
    }
    assert_true(tap_evenly(110, RHYTHM_TAPS_LEAST).score > 99.9);
}

static void there_is_an_end_to_what_is_kept(void **state)
{
    (void)state;
    struct rhythm rhythm;
    rhythm_start(&rhythm, &guideline);
    for (int i = 0; i < RHYTHM_TAPS_MAX + 20; i++) {
        assert_int_equal(rhythm_tap(&rhythm, i * 500000LL), i < RHYTHM_TAPS_MAX);
    }
}

static void the_rate_now_is_of_the_last_five(void **state)
{
    (void)state;
    struct rhythm rhythm;
    int64_t t_us = 0;
    rhythm_start(&rhythm, &guideline);
    assert_true(isnan(rhythm_now_cpm(&rhythm, 0)));
    for (int i = 0; i < 20; i++) {
        rhythm_tap(&rhythm, t_us += i < 10 ? 600000 : 500000);
        double now_cpm = rhythm_now_cpm(&rhythm, t_us);
        assert_int_equal(isnan(now_cpm), i < 2);
        if (i >= 2 && (i < 10 || i > 14)) {
            assert_true(fabs(now_cpm - (i < 10 ? 100 : 120)) < 1e-9);
        }
    }
    assert_true(rhythm_now_cpm(&rhythm, t_us + RHYTHM_LONGEST_US) > 0);
    assert_true(isnan(rhythm_now_cpm(&rhythm, t_us + RHYTHM_LONGEST_US + 1)));
}

int main(void)
{
    guideline = wave_guideline();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(even_taps_are_scored_by_their_rate),
        cmocka_unit_test(uneven_taps_lose_points),
        cmocka_unit_test(a_bounce_is_no_tap_and_a_stop_no_interval),
        cmocka_unit_test(too_few_taps_have_no_rhythm),
        cmocka_unit_test(there_is_an_end_to_what_is_kept),
        cmocka_unit_test(the_rate_now_is_of_the_last_five),
    };
    return cmocka_run_group_tests_name("cpr_rhythm", tests, NULL, NULL);
}
