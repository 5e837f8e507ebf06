/* SPDX-License-Identifier: MIT */
/* Who of two pressed what, and what their run is without the time of the change. */
#include <math.h>

#include "cpr/pair.h"
#include "support/tap.h"
#include "support/wave.h"

enum { STINTS_MAX = 6, CASES = 60 };

/* What one presses before the other one goes on. */
struct stint {
    double depth_mm, rate_cpm;
    int pushes;
    double rest_s; /* hands off after it */
};

static struct cpr_guideline adult;
static struct cpr_session session;
static struct cpr_compression events[WAVE_EVENTS_MAX];
static uint32_t count;

static double stint_s(const struct stint *stint)
{
    return stint->pushes * 60 / stint->rate_cpm;
}

/* All stints through the engine, one after the other; then the result. */
static struct cpr_result press(const struct stint *stints, int stint_count,
                               enum cpr_mode mode, struct rng *rng)
{
    double zero_s = 0;
    cpr_start(&session, &adult, mode);
    count = 0;
    for (int i = 0; i < stint_count; i++) {
        struct wave wave = wave_perfect();
        wave.depth_mm = stints[i].depth_mm;
        wave.rate_cpm = stints[i].rate_cpm;
        wave.pushes = stints[i].pushes;
        wave.after_s = stints[i].rest_s;
        struct cpr_sample sample;
        struct cpr_compression done;
        double t_s = 0;
        while (wave_next(&wave, rng, &t_s, &sample)) {
            sample.t_us += (int64_t)(zero_s * 1e6);
            if (cpr_add(&session, &sample, &done)) {
                events[count++] = done;
            }
        }
        zero_s += wave_seconds(&wave);
    }
    struct cpr_compression done;
    while (cpr_finish(&session, &done)) {
        events[count++] = done;
    }
    struct cpr_result result;
    cpr_result(&session, &result);
    return result;
}

static int draw_stints(struct rng *rng, struct stint *stints, double least_rest_s)
{
    int stint_count = rng_int(rng, 2, STINTS_MAX);
    for (int i = 0; i < stint_count; i++) {
        stints[i] = (struct stint){.depth_mm = rng_between(rng, 25, 65),
                                   .rate_cpm = rng_between(rng, 90, 130),
                                   .pushes = rng_int(rng, 6, 40),
                                   .rest_s = rng_between(rng, least_rest_s, 8)};
    }
    stints[stint_count - 1].rest_s = 0;
    return stint_count;
}

/* A change is told while the one presses still, or when the chest is left alone. */
static uint32_t tell(const struct stint *stints, int stint_count, int64_t *told_us,
                     struct rng *rng)
{
    double end_s = 0;
    for (int i = 0; i + 1 < stint_count; i++) {
        end_s += stint_s(&stints[i]);
        double before_s = fmin(stint_s(&stints[i]) * 0.8, adult.pause_max_s - 2);
        double at_s = end_s + rng_between(rng, -before_s, stints[i].rest_s * 0.8);
        told_us[i] = (int64_t)(at_s * 1e6);
        end_s += stints[i].rest_s;
    }
    return (uint32_t)(stint_count - 1);
}

static void each_gets_what_he_pressed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        struct stint stints[STINTS_MAX];
        int64_t told_us[STINTS_MAX];
        int stint_count = draw_stints(&rng, stints, 1.3);
        uint32_t told = tell(stints, stint_count, told_us, &rng);
        press(stints, stint_count, CPR_COMPRESSION_ONLY, &rng);
        struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, told);
        assert_int_equal(pair.count, stint_count);
        uint32_t pushes[CPR_PAIR_WHO] = {0};
        double depth_mm[CPR_PAIR_WHO] = {0};
        for (int i = 0; i < stint_count; i++) {
            const struct cpr_stint *stint = &pair.stint[i];
            assert_int_equal(stint->to - stint->from, stints[i].pushes);
            expect_near(stint->change_s, i > 0 ? stints[i - 1].rest_s : 0, 0.15);
            pushes[i % CPR_PAIR_WHO] += (uint32_t)stints[i].pushes;
            depth_mm[i % CPR_PAIR_WHO] += stints[i].depth_mm * stints[i].pushes;
        }
        for (int who = 0; who < CPR_PAIR_WHO; who++) {
            struct cpr_pair_share share = cpr_pair_share(&pair, who, &adult, events);
            assert_int_equal(share.pushes, pushes[who]);
            expect_near(share.mean_depth_mm, depth_mm[who] / pushes[who], 0.3);
        }
    }
}

/* The one who begins again after a fall of 10 s is still the other one. */
static void each_ones_rate_is_without_the_change(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        struct stint stints[] = {{55, rng_between(&rng, 90, 130), 20, 0},
                                 {55, rng_between(&rng, 90, 130), 20, 0}};
        stints[0].rest_s = round % 2 ? rng_between(&rng, 0.5, 0.9) : 3;
        int64_t told_us[] = {(int64_t)((stint_s(&stints[0]) - 2) * 1e6)};
        press(stints, 2, CPR_COMPRESSION_ONLY, &rng);
        struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, 1);
        assert_int_equal(pair.count, 2);
        for (int who = 0; who < CPR_PAIR_WHO; who++) {
            struct cpr_pair_share share = cpr_pair_share(&pair, who, &adult, events);
            assert_int_equal(share.pushes, 20);
            expect_near(share.mean_rate_cpm, stints[who].rate_cpm, 0.5);
        }
    }
}

/* Whoever goes on in the same rhythm, and whoever stops for good, has not changed. */
static void a_word_alone_is_no_change(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        struct stint stint = {55, rng_between(&rng, 90, 130), 40, 0};
        int64_t told_us[] = {(int64_t)rng_between(&rng, 0, 40e6)};
        press(&stint, 1, CPR_COMPRESSION_ONLY, &rng);
        struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, 1);
        assert_int_equal(pair.count, 1);
        struct cpr_result result;
        struct cpr_result shown;
        cpr_result(&session, &result);
        shown = result;
        cpr_pair_forgive(&pair, &adult, CPR_COMPRESSION_ONLY, events, count, &shown);
        assert_memory_equal(&shown, &result, sizeof shown);
    }
    assert_int_equal(cpr_pair(&adult, events, 0, (const int64_t[]){5}, 1).count, 0);
}

/* Told twice, or once more while the other one comes: it is one change. */
static void a_change_told_twice_is_one(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const struct stint stints[] = {{55, 110, 20, 4}, {40, 110, 20, 0}};
    int64_t end_us = (int64_t)(stint_s(&stints[0]) * 1e6);
    const int64_t told_us[] = {end_us - 1000000, end_us + 500000, end_us + 2000000};
    press(stints, 2, CPR_COMPRESSION_ONLY, &rng);
    struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, 3);
    assert_int_equal(pair.count, 2);
    assert_int_equal(pair.stint[1].from, 20);
}

/* Without the changes the run is as good as the same pushes without a stop. */
static void a_change_is_nobodys_fault(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        struct stint stints[STINTS_MAX];
        int64_t told_us[STINTS_MAX];
        int stint_count = draw_stints(&rng, stints, 1.3);
        double rest_s = 0;
        for (int i = 0; i < stint_count; i++) {
            stints[i].depth_mm = 55;
            stints[i].rate_cpm = 110;
            rest_s += stints[i].rest_s;
        }
        uint32_t told = tell(stints, stint_count, told_us, &rng);
        struct cpr_result result = press(stints, stint_count, CPR_COMPRESSION_ONLY, &rng);
        struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, told);
        struct cpr_result shown = result;
        cpr_pair_forgive(&pair, &adult, CPR_COMPRESSION_ONLY, events, count, &shown);
        assert_int_equal(result.pauses, stint_count - 1);
        assert_int_equal(shown.pauses, 0);
        expect_near(shown.ccf_percent, 100, 0.01);
        expect_near(shown.score, 100, 0.01);
        assert_true(shown.pass);
        expect_near(cpr_pair_change_s(&pair), rest_s, 0.15 * stint_count);
        assert_true(cpr_pair_longest_s(&pair) <= cpr_pair_change_s(&pair));
        told--; /* a stop that nobody called a change stays one */
        pair = cpr_pair(&adult, events, count, told_us, told);
        shown = result;
        cpr_pair_forgive(&pair, &adult, CPR_COMPRESSION_ONLY, events, count, &shown);
        assert_int_equal(shown.pauses, 1);
        expect_near(shown.total_pause_s, stints[told].rest_s, 0.15);
        expect_near(shown.longest_pause_s, shown.total_pause_s, 0.001);
    }
}

/* While breaths are given: only what was longer than a pause may be is forgiven. */
static void in_cycles_the_breaths_stay_a_pause(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        double rest_s = rng_between(&rng, 2, 18);
        const struct stint stints[] = {{55, 110, 30, rest_s}, {55, 110, 30, 0}};
        const int64_t told_us[] = {(int64_t)((stint_s(&stints[0]) + 1) * 1e6)};
        struct cpr_result shown = press(stints, 2, CPR_30_2, &rng);
        struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, 1);
        assert_int_equal(pair.count, 2);
        cpr_pair_forgive(&pair, &adult, CPR_30_2, events, count, &shown);
        assert_int_equal(shown.pauses, 1);
        expect_near(shown.total_pause_s, fmin(rest_s, adult.pause_max_s), 0.15);
    }
}

/* One praise each, the best of what each one did; of a child no depth is called wrong. */
static void each_is_praised_for_what_was_best(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const struct stint stints[] = {{55, 130, 30, 3}, {32, 110, 30, 0}};
    const int64_t told_us[] = {(int64_t)(stint_s(&stints[0]) * 1e6)};
    press(stints, 2, CPR_COMPRESSION_ONLY, &rng);
    struct cpr_pair pair = cpr_pair(&adult, events, count, told_us, 1);
    assert_int_equal(cpr_pair_share(&pair, 0, &adult, events).praise, CPR_PRAISE_DEPTH);
    assert_int_equal(cpr_pair_share(&pair, 1, &adult, events).praise, CPR_PRAISE_RATE);
    struct cpr_guideline light = adult;
    light.depth_scored = false;
    assert_int_equal(cpr_pair_share(&pair, 1, &light, events).praise, CPR_PRAISE_ALL);
    pair.stint[1].from = pair.stint[1].to; /* nobody pressed */
    struct cpr_pair_share none = cpr_pair_share(&pair, 1, &adult, events);
    assert_int_equal(none.pushes, 0);
    assert_true(isnan(none.mean_depth_mm) && isnan(none.mean_rate_cpm));
    assert_int_equal(none.praise, CPR_PRAISE_COUNT);
}

int main(void)
{
    adult = wave_guideline();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_gets_what_he_pressed),
        cmocka_unit_test(each_ones_rate_is_without_the_change),
        cmocka_unit_test(a_word_alone_is_no_change),
        cmocka_unit_test(a_change_told_twice_is_one),
        cmocka_unit_test(a_change_is_nobodys_fault),
        cmocka_unit_test(in_cycles_the_breaths_stay_a_pause),
        cmocka_unit_test(each_is_praised_for_what_was_best),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
