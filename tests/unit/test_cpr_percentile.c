/* SPDX-License-Identifier: MIT */
/* A score beside those of beginners: what is derived, and how far it can be true. */
#include <math.h>
#include <string.h>

#include "cpr/internal.h"
#include "cpr/percentile.h"
#include "support/tap.h"
#include "support/wave.h"

/* Those of scripts/references/beginners.lua; test_conf_beginners reads the file. */
static const struct cpr_beginners published = {
    .depth_mm = {42.9, 13.4, 24, 58},
    .rate_cpm = {97.8, 31.2, 59, 133},
};

/* Another published people: a mean anywhere the two tenths allow. */
static struct cpr_spread drawn_spread(struct rng *rng, double low, double high)
{
    struct cpr_spread spread = {.p10 = rng_between(rng, low, (low + high) / 2 - 2),
                                .p90 = rng_between(rng, (low + high) / 2 + 2, high)};
    double width = spread.p90 - spread.p10;
    spread.mean = rng_between(rng, spread.p10 + 0.35 * width, spread.p90 - 0.35 * width);
    return spread;
}

/* Mean and standard deviation of the curve itself, summed up in small steps. */
static void moments_of(const struct cpr_spread *spread, double *mean, double *sd)
{
    const double step = 0.01;
    double sum = 0, squares = 0;
    for (double at = spread->mean - 300; at < spread->mean + 300; at += step) {
        double share = cpr_spread_below(spread, at + step) - cpr_spread_below(spread, at);
        sum += share * (at + step / 2);
        squares += share * (at + step / 2) * (at + step / 2);
    }
    *mean = sum;
    *sd = sqrt(squares - sum * sum);
}

static void a_spread_keeps_its_mean_and_tenths(void **state)
{
    for (int round = 0; round < 10; round++) {
        struct cpr_spread spread = drawn_spread(*state, 20, 80);
        double mean, sd;
        moments_of(&spread, &mean, &sd);
        expect_near(mean, spread.mean, 0.02);
        expect_near(cpr_spread_below(&spread, spread.p10), 0.1, 1e-12);
        expect_near(cpr_spread_below(&spread, spread.p90), 0.9, 1e-12);
        expect_near(cpr_spread_below(&spread, cpr_spread_median(&spread)), 0.5, 1e-12);
        expect_near(cpr_spread_below(&spread, -1000), 0, 1e-12);
        expect_near(cpr_spread_below(&spread, 1000), 1, 1e-12);
    }
}

/* What was not used to make the curves tells how good they are. */
static void the_curves_are_near_what_was_published(void **state)
{
    (void)state;
    double mean, sd;
    moments_of(&published.depth_mm, &mean, &sd);
    print_message("# depth: standard deviation %.1f, published %.1f\n", sd,
                  published.depth_mm.sd);
    expect_near(sd, published.depth_mm.sd, 0.5);
    moments_of(&published.rate_cpm, &mean, &sd);
    print_message("# rate: standard deviation %.1f, published %.1f\n", sd,
                  published.rate_cpm.sd);
    expect_near(sd, published.rate_cpm.sd, 3);
}

/* The value that a share of the people is below, by halving. */
static double value_at(const struct cpr_spread *spread, double share)
{
    double low = -500, high = 700;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        *(cpr_spread_below(spread, middle) < share ? &low : &high) = middle;
    }
    return low;
}

/* The same by another way: many random people, each scored as a compression is. */
static void random_beginners_score_as_computed(void **state)
{
    struct cpr_guideline guideline = wave_guideline();

    enum { PEOPLE = 20000, SCORES = 5 };

    static const double scores[SCORES] = {1, 25, 60, 90, 100};
    int below[SCORES] = {0};
    for (int i = 0; i < PEOPLE; i++) {
        struct cpr_compression it = {
            .depth_mm = value_at(&published.depth_mm, rng_between(*state, 0, 1)),
            .rate_cpm = value_at(&published.rate_cpm, rng_between(*state, 0, 1)),
            .release_mm = 0,
            .hands = CPR_HANDS_NOT_MEASURED};
        score_compression(&guideline, &it);
        for (int s = 0; s < SCORES; s++) {
            below[s] += 100 * it.c < scores[s];
        }
    }
    for (int s = 0; s < SCORES; s++) {
        double computed = cpr_percentile(&published, &guideline, scores[s]);
        print_message("# %g points: better than %.1f %%, of drawn ones %.1f %%\n",
                      scores[s], computed, 100.0 * below[s] / PEOPLE);
        expect_near(100.0 * below[s] / PEOPLE, computed, 2); /* 5 of its deviations */
    }
}

static void better_scores_rank_higher(void **state)
{
    for (int round = 0; round < 50; round++) {
        struct cpr_guideline guideline = wave_guideline();
        struct cpr_beginners drawn = {.depth_mm = drawn_spread(*state, 20, 80),
                                      .rate_cpm = drawn_spread(*state, 60, 160)};
        double last = 0;
        for (double score = 0; score <= 100; score += 2.5) {
            double now = cpr_percentile(&drawn, &guideline, score);
            assert_true(now >= last - 1e-9 && now <= 100);
            last = now;
        }
        /* 100 points take a depth and a rate inside the ranges. */
        double both = (cpr_spread_below(&drawn.depth_mm, 60) -
                       cpr_spread_below(&drawn.depth_mm, 50)) *
                      (cpr_spread_below(&drawn.rate_cpm, 120) -
                       cpr_spread_below(&drawn.rate_cpm, 100));
        expect_near(last, 100 * (1 - both), 1e-9);
    }
}

static void zero_points_beat_no_beginner(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    expect_near(cpr_percentile(&published, &guideline, 0), 0, 0);
}

static void only_adult_publications_are_compared(void **state)
{
    (void)state;

    static const struct {
        const char *name;
        bool depth_scored;
        double score;
        bool placed;
    } cases[] = {
        {"aha-2025/adult", true, 60, true},
        {"china/adult", true, 60, true},
        {"aha-2025/adult", true, CPR_NOT_MEASURED, false}, /* the sensor is distrusted */
        {"aha-2025/adult", false, 60, false},
        {"aha-2025/light", false, 60, false},
        {"aha-2025/child", true, 60, false},
        {"aha-2025/infant", true, 60, false},
        {"adult", true, 60, false},
        {"aha-2025/young-adult", true, 60, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cpr_guideline guideline = wave_guideline();
        strcpy(guideline.name, cases[i].name);
        guideline.depth_scored = cases[i].depth_scored;
        double place = cpr_percentile(&published, &guideline, cases[i].score);
        assert_int_equal(!isnan(place), cases[i].placed);
    }
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_spread_keeps_its_mean_and_tenths, &rng),
        cmocka_unit_test(the_curves_are_near_what_was_published),
        cmocka_unit_test_prestate(random_beginners_score_as_computed, &rng),
        cmocka_unit_test_prestate(better_scores_rank_higher, &rng),
        cmocka_unit_test(zero_points_beat_no_beginner),
        cmocka_unit_test(only_adult_publications_are_compared),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
