/* SPDX-License-Identifier: MIT */
/* A wrong answer first shows why it is not right, then what is. */
#include <string.h>

#include "base/str.h"
#include "screens/cards/card.h"
#include "support/on_stage.h"

static void open_lesson(void)
{
    kiosk_choice(k);
    lesson_close(k->lesson);
    k->lesson = lesson_open("tests/lua/screens/wrong-answers", kiosk_lang(k), 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "of-a-test");
    k->lesson_counted = false;
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    if (lesson_state(k->lesson) != LESSON_CARD) {
        fail_msg("%s", lesson_error(k->lesson));
    }
}

static const struct lesson_card *card(void)
{
    return lesson_card(k->lesson);
}

static bool shows_words(const char *key)
{
    return ui_shows_text(k->ui, lesson_text(k->lesson, key));
}

/* Touches the option of that key. */
static void choose(const char *key)
{
    char id[32];
    for (size_t i = 0; i < card()->option_count; i++) {
        if (str_equal(card()->option_keys[i], key)) {
            str_format(id, sizeof id, "option-%zu", i + 1);
            stage_tap(stage, id);
            return;
        }
    }
    fail_msg("no option %s", key);
}

static void next(void)
{
    stage_tap(stage, "next");
}

/* Answers rightly until the card of that step waits. */
static void go_to(int step)
{
    open_lesson();
    while (card()->step < step) {
        choose(card()->option_keys[card()->right - 1]);
        next();
    }
}

static void expect_stage(bool wrong, const char *words)
{
    if (shows("answer_not_this") != wrong || shows("answer_other") == wrong ||
        !shows_words(words)) {
        fail_msg("step %d: not the %s stage with \"%s\"", card()->step,
                 wrong ? "wrong" : "right", words);
    }
    assert_int_equal(shows("answer_see_right"), wrong);
    assert_int_equal(shows("lesson_next"), !wrong);
}

static void why_not_comes_first_and_then_what_is_right(void **state)
{
    (void)state;

    static const struct {
        const char *option, *why;
    } rows[] = {{"left", "not_left"}, {"belly", "not_belly"}};

    for (size_t i = 0; i < 2; i++) {
        open_lesson();
        assert_false(shows("lesson_wrong_act"));
        choose(rows[i].option);
        stage_pass(stage, 1.4);
        expect_stage(true, rows[i].why);
        expect_shown("lesson_wrong_act");
        assert_false(shows_words("why_centre"));
        assert_false(can_touch("option-1"));
        next();
        expect_stage(false, "why_centre");
        stage_pass(stage, 1);
        assert_false(shows("lesson_wrong_act"));
        assert_int_equal(card()->step, 1);
        next();
        assert_int_equal(card()->step, 2);
    }
}

static void a_right_answer_goes_on_as_ever(void **state)
{
    (void)state;
    open_lesson();
    choose("centre");
    expect_shown("answer_right");
    assert_true(shows_words("why_centre"));
    next();
    assert_int_equal(card()->step, 2);
}

/* Whoever only looks sees it as well; words alone wait for who reads them. */
static void a_picture_goes_on_by_itself_and_words_alone_do_not(void **state)
{
    (void)state;
    open_lesson();
    choose("left");
    stage_pass(stage, 5);
    expect_stage(true, "not_left");
    stage_pass(stage, 40);
    expect_stage(false, "why_centre");
    go_to(2);
    choose("left");
    stage_pass(stage, 50);
    expect_stage(true, "not_left");
    assert_false(shows("lesson_wrong_act"));
    next();
    expect_stage(false, "why_centre");
}

static void an_act_without_a_reason_takes_that_of_the_card(void **state)
{
    (void)state;
    go_to(3);
    choose("left");
    expect_stage(true, "why_centre");
    expect_shown("lesson_wrong_act");
    next();
    expect_stage(false, "why_centre");
}

static void an_act_that_the_scene_has_not_is_left_out(void **state)
{
    (void)state;
    go_to(4);
    choose("left");
    expect_stage(true, "not_left");
    assert_false(shows("lesson_wrong_act"));
}

static void an_answer_that_brings_nothing_is_told_at_once(void **state)
{
    (void)state;
    go_to(5);
    choose("left");
    expect_stage(false, "why_centre");
    next();
    assert_int_equal(card()->step, 6);
}

static void a_myth_and_a_quiz_have_it_too(void **state)
{
    (void)state;
    go_to(6);
    choose("myth_true");
    expect_stage(true, "not_stop");
    expect_shown("lesson_wrong_act");
    next();
    expect_stage(false, "why_crack");
    next();
    choose("deep_little");
    expect_stage(true, "too_little");
    expect_shown("lesson_wrong_act");
    next();
    next();
    assert_int_equal(lesson_quiz(k->lesson).asked, 1);
    assert_int_equal(lesson_quiz(k->lesson).right, 0);
}

static void the_language_changes_and_the_stage_stays(void **state)
{
    (void)state;
    open_lesson();
    choose("belly");
    stage_tap(stage, "lang");
    assert_string_equal(kiosk_lang(k), "en");
    expect_stage(true, "not_belly");
    next();
    stage_tap(stage, "lang");
    expect_stage(false, "why_centre");
}

static char *said(void)
{
    struct str out = {0};
    kiosk_say(k, &out);
    return out.text;
}

/* Who hears is told the same, and not yet what is right. */
static void it_is_said_as_it_is_shown(void **state)
{
    (void)state;
    open_lesson();
    choose("belly");
    char *words = said();
    assert_non_null(strstr(words, tr("lesson_wrong_act")));
    assert_non_null(strstr(words, tr("answer_not_this")));
    assert_non_null(strstr(words, lesson_text(k->lesson, "not_belly")));
    assert_null(strstr(words, lesson_text(k->lesson, "centre")));
    free(words);
    next();
    words = said();
    assert_non_null(strstr(words, lesson_text(k->lesson, "centre")));
    assert_null(strstr(words, lesson_text(k->lesson, "not_belly")));
    free(words);
    stage_pass(stage, 1); /* the hands have left the belly */
    words = said();
    assert_null(strstr(words, tr("lesson_wrong_act")));
    free(words);
}

/* Nothing of what is right before its turn, and no jump between the pictures. */
static void the_picture_follows_what_is_told(void **state)
{
    (void)state;
    static const char *const acts[] = {"", "hands-belly"};
    struct rng rng = rng_begin();
    for (int i = 0; i < 4000; i++) {
        const char *act = acts[rng_int(&rng, 0, 1)];
        float since = (float)rng_between(&rng, 0, 100);
        float passed = (float)rng_between(&rng, 0, 4);
        struct card_told told = {(enum card_stage)rng_int(&rng, CARD_OPEN, CARD_TOLD),
                                 since, act};
        struct scene_view view = {.seconds = since + passed, .asked = true};
        struct scene_view later = {.seconds = since + passed + 0.01F, .asked = true};
        card_picture(&view, told);
        card_picture(&later, told);
        bool wrong = view.wrong && *view.wrong;
        bool goes_back = told.stage == CARD_TOLD && passed < CARD_BACK_S;
        assert_true(view.answered >= 0 && view.answered <= 1);
        assert_int_equal(wrong, *act && (told.stage == CARD_WRONG || goes_back));
        if (told.stage == CARD_OPEN || (told.stage == CARD_WRONG && !*act)) {
            assert_true(view.answered == 0);
        }
        if (view.wrong == later.wrong) {
            float step = later.answered - view.answered;
            assert_true(step > -0.02F && step < 0.02F);
            assert_true(goes_back && *act ? step <= 0 : step >= 0);
        } else { /* from the one to the other where nothing is done */
            assert_true(view.answered < 0.02F && later.answered < 0.02F);
        }
    }
    struct scene_view end = {.seconds = 9, .asked = true};
    card_picture(&end, (struct card_told){CARD_TOLD, 0, "hands-belly"});
    assert_true(end.answered == 1 && (!end.wrong || !*end.wrong));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(why_not_comes_first_and_then_what_is_right),
        ON_STAGE(a_right_answer_goes_on_as_ever),
        ON_STAGE(a_picture_goes_on_by_itself_and_words_alone_do_not),
        ON_STAGE(an_act_without_a_reason_takes_that_of_the_card),
        ON_STAGE(an_act_that_the_scene_has_not_is_left_out),
        ON_STAGE(an_answer_that_brings_nothing_is_told_at_once),
        ON_STAGE(a_myth_and_a_quiz_have_it_too),
        ON_STAGE(the_language_changes_and_the_stage_stays),
        ON_STAGE(it_is_said_as_it_is_shown),
        cmocka_unit_test(the_picture_follows_what_is_told),
    };
    return cmocka_run_group_tests_name("wrong_answers", tests, NULL, NULL);
}
