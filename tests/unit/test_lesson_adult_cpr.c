/* SPDX-License-Identifier: MIT */
/*
 * Where the lesson on CPR leads after its practice, for random runs. The rule is written
 * down here with the guideline's numbers; the lesson has none and asks for the verdicts.
 */
#include <math.h>

#include "base/str.h"
#include "lesson/lesson.h"
#include "support/wave.h"

enum { ROUNDS = 400, CARDS_MAX = 40 };

static struct wave_run run;

/* The text key of the card after the practice: one thing to change, and praise only where
 * all three were measured and right. */
static const char *by_the_rule(const struct cpr_result *result)
{
    if (result->trust != 0) {
        return "not_trusted";
    }
    double rate = result->mean_rate_cpm;
    if (isnan(rate)) {
        return "too_little";
    }
    return result->mean_depth_mm < 50          ? "too_shallow"
           : result->mean_depth_mm > 60        ? "too_deep"
           : rate < 100                        ? "too_slow"
           : rate > 120                        ? "too_fast"
           : result->full_recoil_percent >= 90 ? "well_pressed"
                                               : "not_released";
}

/* Shown as the bound itself, so it is judged as the bound: within 0.05 the rule above and
 * what the visitor reads may differ. */
static bool is_on_an_edge(const struct cpr_result *result)
{
    static const double edges[] = {50, 60, 100, 120};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        double value = i < 2 ? result->mean_depth_mm : result->mean_rate_cpm;
        if (fabs(value - edges[i]) <= 0.05) {
            return true;
        }
    }
    return false;
}

static void answer_card(struct lesson *lesson)
{
    const struct lesson_card *card = lesson_card(lesson);
    struct lesson_answer answer = {
        .choice = 1,
        .run = {.measured = card->kind == CARD_practice, .result = run.result}};
    lesson_answer(lesson, &answer);
}

static void expect_told(const char *told)
{
    struct lesson *lesson = lesson_open("scripts/lessons/adult-cpr", "en", 1);
    bool pressed = false;
    for (int i = 0; i < CARDS_MAX && !pressed; i++) {
        assert_string_equal(lesson_error(lesson), "");
        pressed = lesson_card(lesson)->kind == CARD_practice;
        answer_card(lesson);
    }
    assert_true(pressed);
    assert_string_equal(lesson_error(lesson), "");
    if (!str_equal(lesson_card(lesson)->text_key, told)) {
        fail_msg("%s instead of %s: %g mm, %g /min, %g %% full, trust %u",
                 lesson_card(lesson)->text_key, told, run.result.mean_depth_mm,
                 run.result.mean_rate_cpm, run.result.full_recoil_percent,
                 run.result.trust);
    }
    lesson_close(lesson);
}

/* Every second one is near what is right, since a wild run seldom is right. */
static struct wave drawn_wave(struct rng *rng, int round)
{
    struct wave wave = wave_perfect();
    bool near = round % 2 == 0;
    wave.depth_mm = near ? rng_between(rng, 48, 62) : rng_between(rng, 20, 80);
    wave.rate_cpm = near ? rng_between(rng, 97, 123) : rng_between(rng, 60, 150);
    wave.lean_mm = rng_between(rng, 0, near ? 6 : 20);
    wave.depth2_mm = rng_int(rng, 0, 2) ? 0 : rng_between(rng, 40, 70);
    wave.pushes = rng_int(rng, 0, 9) ? rng_int(rng, 10, 40) : rng_int(rng, 1, 2);
    wave.before_s = 0.5;
    wave.after_s = 1;
    wave.clip_mm = rng_int(rng, 0, 9) ? 0 : wave.depth_mm * 0.8;
    return wave;
}

static void the_verdicts_lead_where_the_numbers_led(void **state)
{
    (void)state;
    static const char *const keys[] = {"not_trusted",  "too_little",  "too_slow",
                                       "too_fast",     "too_shallow", "too_deep",
                                       "not_released", "well_pressed"};
    int seen[sizeof keys / sizeof *keys] = {0};
    int edges = 0;
    struct rng rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        struct wave wave = drawn_wave(&rng, round);
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &rng);
        if (is_on_an_edge(&run.result)) {
            edges++;
            continue;
        }
        const char *told = by_the_rule(&run.result);
        expect_told(told);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            seen[i] += str_equal(keys[i], told);
        }
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        printf("# %s %d\n", keys[i], seen[i]);
        assert_true(seen[i] > 0);
    }
    printf("# on an edge %d\n", edges);
}

/* "50.0 mm, a little deeper" is never said. */
static void a_mean_is_judged_as_it_is_shown(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    struct rng rng = rng_begin();
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &rng);
    expect_told("well_pressed");
    wave.depth_mm = 49.97;
    wave.rate_cpm = 99.97;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &rng);
    assert_true(run.result.mean_depth_mm < 50 && run.result.mean_rate_cpm < 100);
    expect_told("well_pressed");
}

/* Praise is for what was measured: a sensor that says nothing of the release earns none
 * for it. */
static void what_was_not_measured_is_not_praised(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    struct rng rng = rng_begin();
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &rng);
    run.result.full_recoil_percent = CPR_NOT_MEASURED;
    run.result.recoil_verdict = CPR_NOT_JUDGED;
    expect_told("not_released");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_verdicts_lead_where_the_numbers_led),
        cmocka_unit_test(a_mean_is_judged_as_it_is_shown),
        cmocka_unit_test(what_was_not_measured_is_not_praised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
