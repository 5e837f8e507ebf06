/* SPDX-License-Identifier: MIT */
/* The table of figures, and the verdicts over them. */
#include <math.h>
#include <string.h>

#include "cpr/figures.h"
#include "cpr/internal.h"
#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;
static struct rng still; /* the waves here use no random numbers */

static bool ends_in(const char *name, const char *end)
{
    size_t length = strlen(name);
    return length > strlen(end) && strcmp(name + length - strlen(end), end) == 0;
}

static void a_name_says_its_unit(void **state)
{
    (void)state;
    static const char *const ends[] = {
        [CPR_UNIT_MM] = "_mm",          [CPR_UNIT_PERCENT] = "_percent",
        [CPR_UNIT_PER_MINUTE] = "_cpm", [CPR_UNIT_SECONDS] = "_s",
        [CPR_UNIT_ML] = "_ml",          [CPR_UNIT_POINTS] = NULL,
    };
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        const struct cpr_figure *figure = cpr_figure(i);
        const char *wanted = ends[figure->unit];
        for (size_t u = 0; u < sizeof ends / sizeof *ends; u++) {
            bool has = ends[u] && ends_in(figure->member, ends[u]);
            assert_int_equal(has, wanted && wanted == ends[u]);
        }
        assert_true(!wanted || ends_in(figure->name, wanted));
        bool whole = figure->unit == CPR_UNIT_COUNT || figure->unit == CPR_UNIT_FLAG;
        assert_int_equal(figure->decimals == 0, whole);
    }
}

static void a_name_stands_for_one_figure(void **state)
{
    (void)state;
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        for (size_t k = i + 1; k < CPR_FIGURE_COUNT; k++) {
            const struct cpr_figure *one = cpr_figure(i);
            const struct cpr_figure *other = cpr_figure(k);
            assert_string_not_equal(one->member, other->member);
            assert_true(one->group != other->group || strcmp(one->name, other->name));
        }
        for (size_t k = 0; k < CPR_VERDICT_COUNT; k++) {
            assert_string_not_equal(cpr_figure(i)->member, cpr_verdict(k)->name);
        }
    }
}

static void run_at(const struct cpr_guideline *guideline, double depth_mm,
                   double rate_cpm, double lean_mm)
{
    struct wave wave = wave_perfect();
    wave.depth_mm = depth_mm;
    wave.rate_cpm = rate_cpm;
    wave.lean_mm = lean_mm;
    wave.pushes = 40;
    wave.before_s = wave.after_s = 0.5;
    run.count = 0;
    cpr_start(&run.session, guideline, CPR_COMPRESSION_ONLY);
    wave_feed(&run, &wave, &still);
    assert_int_equal(run.result.trust, 0);
}

static void expect_verdicts(enum cpr_label depth, enum cpr_label rate,
                            enum cpr_label recoil)
{
    assert_int_equal(run.result.depth_verdict, depth);
    assert_int_equal(run.result.rate_verdict, rate);
    assert_int_equal(run.result.recoil_verdict, recoil);
    assert_int_equal(cpr_verdict_value(&run.result, CPR_VERDICT_depth), depth);
    assert_int_equal(cpr_verdict_value(&run.result, CPR_VERDICT_rate), rate);
    assert_int_equal(cpr_verdict_value(&run.result, CPR_VERDICT_recoil), recoil);
}

static void a_verdict_is_by_the_runs_own_guideline(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    run_at(&guideline, 50, 100, 0);
    expect_verdicts(CPR_OK, CPR_OK, CPR_OK);
    run_at(&guideline, 60, 120, 5);
    expect_verdicts(CPR_OK, CPR_OK, CPR_OK);
    run_at(&guideline, 49.9, 99.9, 5.1);
    expect_verdicts(CPR_SHALLOW, CPR_SLOW, CPR_LEANING);
    run_at(&guideline, 60.1, 120.1, 0);
    expect_verdicts(CPR_DEEP, CPR_FAST, CPR_OK);
    guideline.depth_mm = (struct cpr_range){40, 45};
    guideline.rate_cpm = (struct cpr_range){80, 95};
    guideline.release_max_mm = 8;
    run_at(&guideline, 55, 110, 7);
    expect_verdicts(CPR_DEEP, CPR_FAST, CPR_OK);
    run_at(&guideline, 42, 90, 9);
    expect_verdicts(CPR_OK, CPR_OK, CPR_LEANING);
}

static void what_is_not_known_is_not_judged(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    cpr_result(&run.session, &run.result);
    expect_verdicts(CPR_NOT_JUDGED, CPR_NOT_JUDGED, CPR_NOT_JUDGED);
    struct wave wave = wave_perfect();
    wave.clip_mm = 45;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.result.trust, CPR_TRUST_SATURATED);
    expect_verdicts(CPR_NOT_JUDGED, CPR_NOT_JUDGED, CPR_NOT_JUDGED);
    guideline.depth_scored = false; /* a light person */
    run_at(&guideline, 30, 110, 0);
    expect_verdicts(CPR_NOT_JUDGED, CPR_OK, CPR_OK);
}

static void nine_of_ten_full_recoils_are_enough(void **state)
{
    (void)state;
    assert_int_equal(score_recoil(100), CPR_OK);
    assert_int_equal(score_recoil(90), CPR_OK);
    assert_int_equal(score_recoil(89.96), CPR_OK); /* shown as 90.0 */
    assert_int_equal(score_recoil(89.94), CPR_LEANING);
    assert_int_equal(score_recoil(CPR_NOT_MEASURED), CPR_NOT_JUDGED);
}

/* A verdict is good, one of the faults it names, or none; the words of lessons follow. */
static void a_verdict_finds_only_its_own_faults(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        run_at(&guideline, rng_between(&rng, 30, 80), rng_between(&rng, 70, 140),
               rng_between(&rng, 0, 12));
        for (size_t i = 0; i < CPR_VERDICT_COUNT; i++) {
            const struct cpr_verdict *verdict = cpr_verdict(i);
            enum cpr_label label = cpr_verdict_value(&run.result, i);
            assert_true(label == CPR_OK ||
                        (label >= verdict->first && label <= verdict->last));
        }
    }
}

static void every_advice_has_a_word_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < CPR_DEBRIEF_COUNT; i++) {
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(cpr_debrief_word((enum cpr_debrief_advice)i),
                                    cpr_debrief_word((enum cpr_debrief_advice)k));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_says_its_unit),
        cmocka_unit_test(a_name_stands_for_one_figure),
        cmocka_unit_test(a_verdict_is_by_the_runs_own_guideline),
        cmocka_unit_test(what_is_not_known_is_not_judged),
        cmocka_unit_test(nine_of_ten_full_recoils_are_enough),
        cmocka_unit_test(a_verdict_finds_only_its_own_faults),
        cmocka_unit_test(every_advice_has_a_word_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
