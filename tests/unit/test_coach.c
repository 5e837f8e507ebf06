/* SPDX-License-Identifier: MIT */
/*
 * cpr.coach: the card after the practice, for every result there can be. What is told and
 * in which order is written down here once more, by the words of a result as a lesson
 * sees them.
 */
#include <math.h>

#include "lesson/lesson.h"
#include "support/probe.h"
#include "support/tap.h"

enum { ROUNDS = 600 };

static const char texts[] =
    "return { title = 'Probe', hello = 'Hello', end_ = 'End', mm = 'mm', a_minute = 'a "
    "minute', no_manikin = '1', not_trusted = '2', too_little = '3', too_shallow = '4', "
    "too_deep = '5', too_slow = '6', too_fast = '7', well_pressed = '8', not_released = "
    "'9', other = 'Other' }";

/* What is wanted of the card. */
struct told {
    const char *key, *unit;
    double value; /* NAN: none */
    bool sourced;
};

static struct told by_the_rule(const struct lesson_run *run)
{
    const struct cpr_result *result = &run->result;
    double depth = result->mean_depth_mm;
    double rate = result->mean_rate_cpm;
    double none = (double)NAN;
    if (!run->measured) {
        return (struct told){"no_manikin", "", none, true};
    }
    if (result->trust != 0) {
        return (struct told){"not_trusted", "", none, false};
    }
    if (isnan(rate)) {
        return (struct told){"too_little", "", none, false};
    }
    if (result->depth_verdict == CPR_SHALLOW || result->depth_verdict == CPR_DEEP) {
        bool deep = result->depth_verdict == CPR_DEEP;
        return (struct told){deep ? "too_deep" : "too_shallow", "mm", depth, true};
    }
    if (result->rate_verdict == CPR_SLOW || result->rate_verdict == CPR_FAST) {
        bool fast = result->rate_verdict == CPR_FAST;
        return (struct told){fast ? "too_fast" : "too_slow", "a_minute", rate, true};
    }
    bool well = result->recoil_verdict == CPR_OK && !isnan(depth);
    return (struct told){well ? "well_pressed" : "not_released", "", none, true};
}

#define DRAW(rng, list) list[rng_int(rng, 0, (int)(sizeof list / sizeof *list) - 1)]

static struct lesson_run drawn_run(struct rng *rng)
{
    static const enum cpr_label depths[] = {CPR_OK, CPR_OK, CPR_SHALLOW, CPR_DEEP,
                                            CPR_NOT_JUDGED};

    static const enum cpr_label rates[] = {CPR_OK, CPR_OK, CPR_SLOW, CPR_FAST};

    static const enum cpr_label recoils[] = {CPR_OK, CPR_OK, CPR_LEANING, CPR_NOT_JUDGED};
    struct lesson_run run = {.measured = rng_int(rng, 0, 9) > 0};
    run.result = (struct cpr_result){
        .mean_depth_mm = rng_between(rng, 20, 80),
        .mean_rate_cpm = rng_int(rng, 0, 9) ? rng_between(rng, 60, 150) : (double)NAN,
        .depth_verdict = DRAW(rng, depths),
        .rate_verdict = DRAW(rng, rates),
        .recoil_verdict = DRAW(rng, recoils),
        .trust = rng_int(rng, 0, 9) ? 0 : CPR_TRUST_NOISE};
    if (run.result.depth_verdict == CPR_NOT_JUDGED && rng_int(rng, 0, 1)) {
        run.result.mean_depth_mm = (double)NAN; /* else it is of light people */
    }
    return run;
}

static struct lesson *press(const struct probe *probe, const struct lesson_run *run)
{
    struct lesson *lesson = lesson_open(probe->folder, "en", 1);
    assert_string_equal(lesson_error(lesson), "");
    const struct lesson_card *card = lesson_card(lesson);
    assert_int_equal(card->kind, CARD_practice);
    assert_string_equal(card->text_key, "hello");
    assert_string_equal(card->scene, "press");
    assert_string_equal(card->guideline, "adult");
    assert_true(card->breaths && card->seconds == 30 && card->line == 2);
    lesson_answer(lesson, &(struct lesson_answer){.run = *run});
    assert_string_equal(lesson_error(lesson), "");
    return lesson;
}

static void expect_told(const struct lesson_card *card, struct told want)
{
    char value[24] = "";
    bool praise = str_equal(want.key, "well_pressed");
    assert_string_equal(card->text_key, want.key);
    assert_int_equal(card->kind, praise ? CARD_praise : CARD_show);
    assert_string_equal(card->scene, "press");
    assert_string_equal(card->source, want.sourced ? "AHA 2025" : "");
    assert_string_equal(card->unit_key, want.unit);
    assert_int_equal(card->line, 2);
    assert_int_equal(card->step, 2);
    if (!isnan(want.value)) {
        str_format(value, sizeof value, "%.0f", floor(want.value + 0.5));
    }
    if (!praise) {
        assert_string_equal(card->show.value, value);
    }
}

static void begin(struct probe *probe, const char *more)
{
    char lua[1024];
    probe_begin(probe);
    probe_file(probe, "text/en.lua", texts, sizeof texts - 1);
    str_format(lua, sizeof lua,
               "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
               "local result = cpr.coach { seconds = 30, guideline = 'adult', breaths = "
               "true, scene = 'press', text = 'hello', source = 'AHA 2025', %s }\n"
               "card.show { text = 'end_', value = result.count }\nend }\n",
               more);
    probe_write(probe, lua);
}

static void one_thing_is_told_of_any_result(void **state)
{
    (void)state;
    static const char *const keys[] = {"no_manikin",  "not_trusted",  "too_little",
                                       "too_shallow", "too_deep",     "too_slow",
                                       "too_fast",    "well_pressed", "not_released"};
    int seen[sizeof keys / sizeof *keys] = {0};
    struct rng rng = rng_begin();
    struct probe probe;
    begin(&probe, "");
    for (int round = 0; round < ROUNDS; round++) {
        struct lesson_run run = drawn_run(&rng);
        struct told want = by_the_rule(&run);
        struct lesson *lesson = press(&probe, &run);
        expect_told(lesson_card(lesson), want);
        lesson_answer(lesson, NULL);
        assert_string_equal(lesson_card(lesson)->text_key, "end_"); /* only one */
        lesson_close(lesson);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            seen[i] += str_equal(keys[i], want.key);
        }
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        printf("# %s %d\n", keys[i], seen[i]);
        assert_true(seen[i] > 0);
    }
    probe_end(&probe);
}

/* Other words, and another picture, where the author names them. */
static void a_finding_has_the_words_and_the_picture_it_is_given(void **state)
{
    (void)state;
    struct probe probe;
    struct lesson_run none = {0};
    struct lesson_run noisy = {.measured = true, .result = {.trust = CPR_TRUST_NOISE}};
    begin(&probe, "no_manikin = { 'other', scene = 'breathe' }, not_trusted = 'other'");
    struct lesson *lesson = press(&probe, &none);
    assert_string_equal(lesson_card(lesson)->text, "Other");
    assert_string_equal(lesson_card(lesson)->scene, "breathe");
    lesson_close(lesson);
    lesson = press(&probe, &noisy);
    assert_string_equal(lesson_card(lesson)->text, "Other");
    assert_string_equal(lesson_card(lesson)->scene, "press");
    lesson_close(lesson);
    probe_end(&probe);
}

/* Whoever steps back a card, or changes the language, finds the same. */
static void the_told_card_comes_again_in_another_language(void **state)
{
    (void)state;
    static const char zh[] = "return { title = '试', hello = '好', end_ = '完', mm = "
                             "'毫米', too_deep = '浅一点' }";
    struct probe probe;
    struct lesson_run deep = {.measured = true,
                              .result = {.mean_depth_mm = 63.5,
                                         .mean_rate_cpm = 110,
                                         .depth_verdict = CPR_DEEP}};
    begin(&probe, "");
    probe_file(&probe, "text/zh-CN.lua", zh, sizeof zh - 1);
    struct lesson *lesson = press(&probe, &deep);
    assert_true(lesson_set_lang(lesson, "zh-CN"));
    assert_string_equal(lesson_card(lesson)->text, "浅一点");
    assert_string_equal(lesson_card(lesson)->unit, "毫米");
    assert_string_equal(lesson_card(lesson)->show.value, "64");
    lesson_close(lesson);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thing_is_told_of_any_result),
        cmocka_unit_test(a_finding_has_the_words_and_the_picture_it_is_given),
        cmocka_unit_test(the_told_card_comes_again_in_another_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
