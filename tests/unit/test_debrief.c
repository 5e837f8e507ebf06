/* SPDX-License-Identifier: MIT */
/* What a visitor is told after a run, and in 30:2 during it. */
#include <math.h>

#include "base/str.h"
#include "station/debrief.h"
#include "station/tries.h"
#include "support/run_rig.h"

static enum cpr_debrief_advice advice_on(struct wave wave, struct rng *rng)
{
    struct run_plan plan = plan_of(20);
    wave.pushes = 80;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, rng);
    if (run.phase != RUN_FINISHED) {
        fail_msg("the run did not finish: phase %d", run.phase);
    }
    return debrief_of(&run).advice;
}

static void the_costliest_fault_is_the_advice(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        struct wave wave = wave_perfect();
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_KEEP);
        wave.depth_mm = rng_between(&rng, 20, 47);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_DEEPER);
        assert_int_equal(debrief_of(&run).faulty, debrief_of(&run).of);
        wave.depth_mm = rng_between(&rng, 62, 80);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_LESS_DEEP);
        wave = wave_perfect();
        wave.rate_cpm = rng_between(&rng, 75, 96);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_FASTER);
        assert_int_equal(debrief_of(&run).faulty, debrief_of(&run).of); /* "every push" */
        wave.rate_cpm = rng_between(&rng, 124, 145);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_SLOWER);
        assert_int_equal(debrief_of(&run).faulty, debrief_of(&run).of);
        wave = wave_perfect();
        wave.lean_mm = rng_between(&rng, 8, 25);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_RELEASE);
    }
}

/* Two faults in every push: the one that the advice named is told, whatever it cost. */
static void the_result_follows_the_advices_order(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        struct wave wave = wave_perfect();
        wave.depth_mm = rng_between(&rng, 46, 48.5); /* costs little */
        wave.rate_cpm = rng_between(&rng, 135, 148); /* costs nearly all */
        wave.lean_mm = rng_between(&rng, 8, 15);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_DEEPER);
        assert_int_equal(run.live.prompt, CPR_PROMPT_DEEPER);
        wave.depth_mm = rng_between(&rng, 62, 64);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_LESS_DEEP);
        assert_int_equal(run.live.prompt, CPR_PROMPT_LESS_DEEP);
        wave.depth_mm = 55;
        wave.lean_mm = rng_between(&rng, 15, 20);
        wave.rate_cpm = rng_between(&rng, 122, 125);
        assert_int_equal(advice_on(wave, &rng), CPR_DEBRIEF_SLOWER);
        assert_int_equal(run.live.prompt, CPR_PROMPT_SLOWER);
    }
}

/* What is said to be missing makes it a pass, and a millimetre or push less does not. */
static void what_is_missing_to_a_pass_is_exact(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int told = 0;
    for (int round = 0; round < 30; round++) {
        struct wave wave = wave_perfect();
        bool by_depth = round % 2;
        wave.depth_mm = by_depth ? rng_between(&rng, 32, 49) : 55;
        wave.rate_cpm = by_depth ? 110 : rng_between(&rng, 121, 148);
        enum cpr_debrief_advice advice = advice_on(wave, &rng);
        int by = debrief_to_pass(&run);
        assert_int_equal(run.result.pass, by == 0);
        if (by == 0) {
            continue;
        }
        assert_int_equal(advice, by_depth ? CPR_DEBRIEF_DEEPER : CPR_DEBRIEF_SLOWER);
        for (int less = 0; less < 2; less++) {
            struct wave better = wave;
            better.depth_mm += by_depth ? by - 2 * less + 0.3 : 0;
            better.rate_cpm -= by_depth ? 0 : by - 2 * less + 0.3;
            advice_on(better, &rng);
            assert_int_equal(run.result.pass, !less);
        }
        told++;
    }
    print_message("# %d runs were short of a pass\n", told);
    assert_true(told > 8);
    struct wave wave = wave_perfect();
    wave.depth_mm = 40;
    wave.rate_cpm = 145; /* deeper alone is not enough */
    advice_on(wave, &rng);
    assert_int_equal(debrief_to_pass(&run), 0);
}

/* Nobody has said who pressed: what is told of the depth is not what the mean, as it is
 * printed, says already. */
static void an_open_depth_does_not_contradict_itself(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int open = 0;
    int kept = 0;
    for (int i = 0; i < 40; i++) {
        struct wave wave = wave_perfect();
        struct debrief debrief = {.presser = PRESSER_UNKNOWN};
        if (i % 2) { /* every second push too shallow, and the mean is not */
            wave.depth2_mm = rng_between(&rng, 43, 48);
            wave.depth_mm = 101 - wave.depth2_mm;
        } else {
            wave.depth_mm = rng_between(&rng, 46, 64);
        }
        enum cpr_debrief_advice as_adult = advice_on(wave, &rng);
        struct cpr_guideline child = guideline;
        child.depth_scored = false;
        debrief_make(&debrief, &run,
                     &(struct debrief_by){.adult = &guideline, .child = &child});
        double mean_mm = round(debrief.result.mean_depth_mm);
        bool within =
            mean_mm >= guideline.depth_mm.low && mean_mm <= guideline.depth_mm.high;
        if (within || as_adult == CPR_DEBRIEF_KEEP) {
            assert_false(debrief.is_depth_open);
            assert_int_equal(debrief.advice.advice, CPR_DEBRIEF_KEEP);
            kept += as_adult != CPR_DEBRIEF_KEEP;
        } else {
            assert_true(debrief.is_depth_open);
            assert_int_equal(debrief.advice.advice, as_adult);
            open++;
        }
    }
    print_message("# %d told to go on, %d where adults would be told deeper or less\n",
                  open, kept);
    assert_true(open > 5 && kept > 0);
}

static struct tries tries;

static void try_at(double depth_mm, struct rng *rng)
{
    struct wave wave = wave_perfect();
    wave.depth_mm = depth_mm;
    advice_on(wave, rng);
    tries_add(&tries, &run);
}

static void what_got_better_is_told_of_tries_that_are_alike(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    tries_forget(&tries);
    try_at(40, &rng);
    assert_int_equal(tries_gained(&tries), 0);
    double first = run.result.score;
    uint32_t pushes = run.compression_count;
    try_at(46, &rng);
    assert_int_equal(tries_gained(&tries), lround(run.result.score) - lround(first));
    assert_true(tries_gained(&tries) > 20);
    assert_true(tries.first_count == pushes); /* the first one's, not the last one's */
    expect_near((double)tries.first[5].depth_mm, 40, 0.5);
    try_at(41, &rng); /* worse: nothing is told */
    assert_int_equal(tries_gained(&tries), 0);
    try_at(44, &rng); /* against the one before, not the best */
    assert_true(tries_gained(&tries) > 0);
    run.result.trust = CPR_TRUST_NOISE;
    uint32_t count = tries.count;
    tries_add(&tries, &run);
    assert_true(tries.count == count);
    run.result.trust = 0;
    run.plan.mode = CPR_30_2;
    tries_add(&tries, &run);
    assert_true(tries.count == 1);
    assert_int_equal(tries_gained(&tries), 0);
    assert_int_equal(tries_gained(NULL), 0);
}

static void a_pause_counts_against_all_compressions(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct wave wave = wave_perfect();
    struct run_plan plan = plan_of(20);
    wave.pushes = 10;
    wave.bouts = 3;
    wave.pause_s = rng_between(&rng, 2, 4);
    wave.after_s = 20;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
    assert_int_equal(run.phase, RUN_FINISHED);
    struct cpr_debrief debrief = debrief_of(&run);
    assert_int_equal(debrief.advice, CPR_DEBRIEF_NO_PAUSE);
    assert_int_equal(debrief.faulty, run.result.pauses);
    run_begin(&run, &plan, 0);
    assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_START);
}

/* ---- 30:2 -------------------------------------------------------------------------- */

/* `bouts` of `pushes` with stops of `pause_s` between, judged as `mode` for `seconds`. */
static void run_bouts(struct rng *rng, enum cpr_mode mode, int pushes, int bouts,
                      double pause_s, double seconds)
{
    struct run_plan plan = plan_of(seconds);
    struct wave wave = wave_perfect();
    plan.mode = mode;
    wave.pushes = pushes;
    wave.bouts = bouts;
    wave.pause_s = pause_s;
    wave.before_s = 1;
    wave.after_s = seconds;
    run_begin(&run, &plan, 0);
    feed(&wave, 0, rng);
    assert_int_equal(run.phase, RUN_FINISHED);
}

/* 30 in 16.4 s and a stop of 4 to 6 s: what 30:2 asks for, and far too much rest for
 * compressions only. */
static void stops_for_breaths_are_judged_by_the_runs_mode(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 10; round++) {
        double pause_s = rng_between(&rng, 4, 6);
        double seconds = 3 * 30 * 60 / 110.0 + 2 * pause_s;
        run_bouts(&rng, CPR_30_2, 30, 3, pause_s, seconds);
        assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_KEEP);
        run_bouts(&rng, CPR_COMPRESSION_ONLY, 30, 3, pause_s, seconds);
        assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_NO_PAUSE);
        pause_s = rng_between(&rng, 12, 16);
        seconds = 3 * 30 * 60 / 110.0 + 2 * pause_s;
        run_bouts(&rng, CPR_30_2, 30, 3, pause_s, seconds);
        assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_SHORT_PAUSE);
        assert_int_equal(debrief_of(&run).faulty, 2);
    }
}

/* One stop beyond the guideline's 10 s, in a run that has time to spare for it. */
static void one_long_stop_is_told_of_too(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    double pause_s = rng_between(&rng, 10.3, 12);
    run_bouts(&rng, CPR_30_2, 60, 2, pause_s, 120 * 60 / 110.0 + pause_s);
    assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_SHORT_PAUSE);
    run_bouts(&rng, CPR_30_2, 60, 2, 9.7, 120 * 60 / 110.0 + 9.7);
    assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_KEEP);
}

static void a_run_without_breaths_is_told_to_breathe(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int pushes = rng_int(&rng, 40, 100);
    run_bouts(&rng, CPR_30_2, 200, 1, 0, pushes * 60 / 110.0);
    assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_BREATHE);
    assert_int_equal(debrief_cycles(&run).count, 0);
    run_bouts(&rng, CPR_COMPRESSION_ONLY, 200, 1, 0, pushes * 60 / 110.0);
    assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_KEEP);
    /* Not before thirty. */
    run_bouts(&rng, CPR_30_2, 200, 1, 0, rng_between(&rng, 5, 15));
    assert_int_equal(debrief_of(&run).advice, CPR_DEBRIEF_KEEP);
}

/* A cycle that the end of the run cuts off counts when its thirty were done. */
static void cycles_brought_to_their_end_are_told(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        int pushes = rng_int(&rng, 24, 36);
        int bouts = rng_int(&rng, 2, 5);
        double bout_s = pushes * 60 / 110.0;
        double pause_s = rng_between(&rng, 3, 8);
        /* Ends in the middle of the last bout, or in the stop after it. */
        bool whole = round % 2 == 0;
        double seconds =
            (bouts - 1) * (bout_s + pause_s) + (whole ? bout_s + 1.5 : bout_s / 2);
        run_bouts(&rng, CPR_30_2, pushes, bouts, pause_s, seconds);
        struct debrief_cycles cycles = debrief_cycles(&run);
        bool last = whole && pushes >= CPR_CYCLE_COMPRESSIONS;
        assert_int_equal(cycles.count, bouts - 1 + last);
        assert_int_equal(cycles.fewest, pushes);
        assert_int_equal(cycles.most, pushes);
    }
}

/* From the thirtieth push until the next, and not once the pause is too long. */
static void breaths_are_asked_for_after_thirty(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 10; round++) {
        struct run_plan plan = plan_of(60);
        struct wave wave = wave_perfect();
        struct cpr_sample sample;
        double t_s = 0;
        double bout_s = 30 * 60 / 110.0;
        wave.pushes = 30;
        wave.bouts = 2;
        wave.pause_s = rng_between(&rng, 2.5, 14);
        plan.mode = round % 3 == 0 ? CPR_COMPRESSION_ONLY : CPR_30_2;
        run_begin(&run, &plan, 0);
        while (wave_next(&wave, &rng, &t_s, &sample) && t_s < bout_s + wave.pause_s + 5) {
            run_add(&run, &sample, 1, 0);
            double rest_s = (double)sample.t_us / 1e6 - bout_s;
            bool told = plan.mode == CPR_30_2 && rest_s > 0 && rest_s < 9.9 &&
                        rest_s < wave.pause_s;
            bool edge = fabs(rest_s) < 0.5 || fabs(rest_s - 10) < 0.2 ||
                        fabs(rest_s - wave.pause_s - 0.3) < 0.4;
            if (!edge) {
                assert_int_equal(run_breathes(&run), told);
            }
            if (told) {
                assert_int_not_equal(run.live.prompt, CPR_PROMPT_START);
            }
        }
    }
}

/* ---- beside beginners -------------------------------------------------------------- */

static void only_what_encourages_is_set_beside_beginners(void **state)
{
    (void)state;
    static const struct cpr_beginners beginners = {.people = 237,
                                                   .depth_mm = {42.9, 13.4, 24, 58},
                                                   .rate_cpm = {97.8, 31.2, 59, 133}};
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(20);
    run_begin(&run, &plan, 0);
    int told = 0;
    for (int round = 0; round < 500; round++) {
        double score = run.result.score = rng_between(&rng, 0, 100);
        double percent = cpr_percentile(&beginners, &guideline, score);
        int better = debrief_better_than(&run, &beginners);
        assert_int_equal(better, percent < 50 ? 0 : (int)floor(percent));
        told += better > 0;
    }
    assert_in_range(told, 250, 499);
    assert_int_equal(debrief_better_than(&run, NULL), 0);
    run.result.score = 0;
    assert_int_equal(debrief_better_than(&run, &beginners), 0);
    run.result.score = (double)NAN;
    assert_int_equal(debrief_better_than(&run, &beginners), 0);
    run.result.score = 90;
    assert_int_not_equal(debrief_better_than(&run, &beginners), 0);
    run.result.trust = CPR_TRUST_NOISE;
    assert_int_equal(debrief_better_than(&run, &beginners), 0);
    run.result.trust = 0;
    str_copy(guideline.name, sizeof guideline.name, "aha-2025/child");
    assert_int_equal(debrief_better_than(&run, &beginners), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_costliest_fault_is_the_advice),
        cmocka_unit_test(the_result_follows_the_advices_order),
        cmocka_unit_test(what_is_missing_to_a_pass_is_exact),
        cmocka_unit_test(an_open_depth_does_not_contradict_itself),
        cmocka_unit_test(what_got_better_is_told_of_tries_that_are_alike),
        cmocka_unit_test(a_pause_counts_against_all_compressions),
        cmocka_unit_test(stops_for_breaths_are_judged_by_the_runs_mode),
        cmocka_unit_test(one_long_stop_is_told_of_too),
        cmocka_unit_test(a_run_without_breaths_is_told_to_breathe),
        cmocka_unit_test(cycles_brought_to_their_end_are_told),
        cmocka_unit_test(only_what_encourages_is_set_beside_beginners),
        cmocka_unit_test(breaths_are_asked_for_after_thirty),
    };
    return cmocka_run_group_tests_name("debrief", tests, NULL, NULL);
}
