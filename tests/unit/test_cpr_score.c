/* SPDX-License-Identifier: MIT */
/* The published score and the edges of every range; test_cpr_readme has the anchors. */
#include <math.h>
#include <string.h>

#include "cpr/internal.h"
#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;
static struct rng still; /* the waves here use no random numbers */

/* One wave of which every push is the same: its label, and whether c is whole. */
static void expect_label(double depth_mm, double rate_cpm, double lean_mm, double hz,
                         enum cpr_label label)
{
    struct wave wave = wave_perfect();
    wave.depth_mm = depth_mm;
    wave.rate_cpm = rate_cpm;
    wave.lean_mm = wave.rest_mm = lean_mm;
    wave.hz = hz;
    wave.pushes = 40;
    wave.after_s = 0.5; /* the last release is seen as well */
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.count, 40);
    for (int i = 1; i < run.count; i++) {
        if (run.events[i].label != label) {
            print_message(
                "# %g mm %g /min %g mm at %g Hz: push %d is %s (%.4f %.4f %.4f)\n",
                depth_mm, rate_cpm, lean_mm, hz, i, cpr_label_name(run.events[i].label),
                run.events[i].depth_mm, run.events[i].rate_cpm, run.events[i].release_mm);
        }
        assert_int_equal(run.events[i].label, label);
        assert_int_equal(run.events[i].c >= 1, label == CPR_OK);
    }
}

static void edges_are_exact(void **state)
{
    (void)state;
    static const double hz[] = {50, 60, 73, 100, 200, 333, 1000};
    for (size_t i = 0; i < sizeof hz / sizeof *hz; i++) {
        expect_label(50.0, 110, 0, hz[i], CPR_OK);
        expect_label(49.9, 110, 0, hz[i], CPR_SHALLOW);
        expect_label(60.0, 110, 0, hz[i], CPR_OK);
        expect_label(60.1, 110, 0, hz[i], CPR_DEEP);
        expect_label(55, 100.0, 0, hz[i], CPR_OK);
        expect_label(55, 99.9, 0, hz[i], CPR_SLOW);
        expect_label(55, 120.0, 0, hz[i], CPR_OK);
        expect_label(55, 120.1, 0, hz[i], CPR_FAST);
        expect_label(55, 110, 5.0, hz[i], CPR_OK);
        expect_label(55, 110, 5.1, hz[i], CPR_LEANING);
    }
}

struct case_of_score {
    double depth_mm, rate_cpm, release_mm;
    enum cpr_hands hands;
    enum cpr_label label;
    double c;
};

static void a_compression_is_scored_by_its_own_evidence(void **state)
{
    (void)state;
    const enum cpr_hands none = CPR_HANDS_NOT_MEASURED;
    const struct case_of_score cases[] = {
        {50, 100, 5, none, CPR_OK, 1},
        {60, 120, -1, none, CPR_OK, 1},
        {49.949, 110, 0, none, CPR_SHALLOW, 0.995}, /* shown, and judged, as 49.9 */
        {49.951, 110, 0, none, CPR_OK, 1},          /* shown, and judged, as 50.0 */
        {60.049, 110, 0, none, CPR_OK, 1},
        {60.051, 110, 0, none, CPR_DEEP, 14.9 / 15},
        {55, 99.96, 0, none, CPR_OK, 1},
        {55, 99.94, 0, none, CPR_SLOW, 29.9 / 30},
        {55, 120.04, 0, none, CPR_OK, 1},
        {55, 120.06, 0, none, CPR_FAST, 29.9 / 30},
        {55, 110, 5.04, none, CPR_OK, 1},
        {55, 110, 5.06, none, CPR_LEANING, sqrt(1 - 0.75 * 0.1 / 15)},
        {40, 110, 0, none, CPR_SHALLOW, 0.5},
        {30, 110, 0, none, CPR_SHALLOW, 0},
        {15, 110, 0, none, CPR_SHALLOW, 0},
        {75, 110, 0, none, CPR_DEEP, 0},
        {90, 110, 0, none, CPR_DEEP, 0},
        {55, 85, 0, none, CPR_SLOW, 0.5},
        {55, 70, 0, none, CPR_SLOW, 0},
        {55, 150, 0, none, CPR_FAST, 0},
        {55, CPR_NOT_MEASURED, 0, none, CPR_OK,
         1}, /* not measured: neither good nor bad */
        {55, 110, CPR_NOT_MEASURED, none, CPR_OK, 1},
        {55, 110, 20, none, CPR_LEANING, 0.5},
        {55, 110, 40, none, CPR_LEANING, 0.5},
        {55, 110, 0, CPR_HANDS_RIGHT, CPR_OK, 1},
        {55, 110, 0, CPR_HANDS_TOO_LOW, CPR_WRONG_HANDS, 0.5},
        {40, 85, 20, CPR_HANDS_TOO_LEFT, CPR_SHALLOW, 0.5 * 0.5 * 0.5 * 0.5},
    };
    struct cpr_guideline guideline = wave_guideline();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cpr_compression it = {.depth_mm = cases[i].depth_mm,
                                     .rate_cpm = cases[i].rate_cpm,
                                     .release_mm = cases[i].release_mm,
                                     .hands = cases[i].hands};
        score_compression(&guideline, &it);
        assert_int_equal(it.label, cases[i].label);
        expect_near(it.c, cases[i].c, 1e-9);
    }
}

static void a_light_person_is_not_failed_on_depth(void **state)
{
    (void)state;
    struct cpr_guideline light = wave_guideline();
    light.depth_scored = false;
    struct wave wave = wave_perfect();
    wave.depth_mm = 33;
    run.count = 0;
    cpr_start(&run.session, &light, CPR_COMPRESSION_ONLY);
    wave_feed(&run, &wave, &still);
    assert_true(run.result.score >= 99.9);
    assert_true(run.result.pass);
    expect_near(run.result.shallow_percent, 100, 1e-9); /* shown all the same */
    for (int i = 0; i < run.count; i++) {
        assert_int_equal(run.events[i].label, CPR_OK);
    }
}

static void cycles_have_its_own_flow_target(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    wave.pushes = 30;
    wave.bouts = 5;
    wave.pause_s = 5;
    wave_run(&run, &wave, CPR_30_2, &still);
    assert_true(run.result.score >= 99.9);
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_true(run.result.score < 90);
    expect_near(run.result.score, 100 * run.result.ccf_percent / 90, 0.05);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges_are_exact),
        cmocka_unit_test(a_compression_is_scored_by_its_own_evidence),
        cmocka_unit_test(a_light_person_is_not_failed_on_depth),
        cmocka_unit_test(cycles_have_its_own_flow_target),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
