/* SPDX-License-Identifier: MIT */
/* To look how it is done, to do it with help, to do it alone: screens/stages.h. */
#include "screens/stages.h"
#include "support/on_stage.h"
#include "support/said.h"

/* The visitor has touched "practise" on home. */
static void choose_practice(bool has_manikin)
{
    set_link(has_manikin ? LINK_READY : LINK_SEARCHING, false);
    stage_tap(stage, "wake");
    kiosk_start_run(k, RUN_PRACTICE, KIOSK_PRACTICE_S, NULL, k->mode, false);
    stage_pass(stage, 0.1);
}

static void how_it_is_done_is_shown_at_a_glance(void **state)
{
    static const char *const keys[] = {"look_kneel", "look_hands", "look_press"};
    (void)state;
    choose_practice(true);
    for (int s = 0; s < STAGES_WATCH_S; s++) {
        assert_int_equal(stages_now(k), STAGE_WATCH);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            expect_shown(keys[i]);
            expect_said(k, keys[i]);
        }
        stage_pass(stage, 1);
    }
    assert_int_equal(stages_now(k), STAGE_HELPED);
    expect_shown("prompt_ready");
    assert_int_equal(kiosk_run(k)->phase, RUN_WAITING);
}

/* Pushes of a drawn depth and rate, after a drawn while. */
static void who_presses_while_watching_has_begun(void **state)
{
    static const double whiles_s[] = {0, 3.7, 9.9, 14.8};
    (void)state;
    for (size_t i = 0; i < sizeof whiles_s / sizeof *whiles_s; i++) {
        stage_close(stage);
        stage = stage_open(960, 540, "zh-CN");
        k = &stage->kiosk;
        choose_practice(true);
        stage_pass(stage, whiles_s[i]);
        assert_int_equal(stages_now(k), STAGE_WATCH);
        stage_press(stage, 3, 44, 110);
        assert_int_equal(stages_now(k), STAGE_HELPED);
        assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
        assert_in_range(kiosk_run(k)->live.peaks, 5, 6);
        assert_string_equal(kiosk_screen_name(k), "practice");
    }
}

static void a_touch_goes_to_any_step(void **state)
{
    (void)state;
    choose_practice(true);
    stage_tap(stage, "stage-helped");
    assert_int_equal(stages_now(k), STAGE_HELPED);
    expect_shown("prompt_ready");
    stage_tap(stage, "stage-alone");
    assert_int_equal(stages_now(k), STAGE_ALONE);
    assert_int_equal(kiosk_run(k)->plan.kind, RUN_TEST);
    assert_true(kiosk_run(k)->plan.seconds == k->settings.test_s);
    stage_tap(stage, "stage-watch");
    assert_int_equal(stages_now(k), STAGE_WATCH);
    expect_shown("look_kneel");
    stage_tap(stage, "stage-alone");
    stage_press(stage, 3, 44, 110);
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
    assert_false(can_touch("stage-helped")); /* not under somebody's hands */
}

/* Whoever has seen it is asked to press at once; the next visitor has not seen it. */
static void it_is_shown_once_a_visit(void **state)
{
    (void)state;
    choose_practice(true);
    stage_press(stage, 3, 44, 110);
    stage_tap(stage, "stop");
    stage_tap(stage, "test");
    assert_int_equal(stages_now(k), STAGE_ALONE);
    stage_tap(stage, "stage-helped");
    assert_int_equal(stages_now(k), STAGE_HELPED);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    choose_practice(true);
    assert_int_equal(stages_now(k), STAGE_WATCH);
}

static void a_lesson_has_shown_it(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 30, NULL, CPR_COMPRESSION_ONLY, true);
    stage_pass(stage, 0.1);
    assert_int_equal(stages_now(k), STAGE_HELPED);
    assert_false(can_touch("stage-watch"));
    expect_shown("prompt_ready");
}

/* Who comes without a manikin is sent to what there is, and asked to plug nothing in. */
static void without_a_manikin_the_rhythm_is_a_touch_away(void **state)
{
    (void)state;
    choose_practice(false);
    expect_shown("no_manikin_title");
    assert_false(ui_shows_text(k->ui, "USB"));
    stage_tap(stage, "rhythm");
    assert_string_equal(kiosk_screen_name(k), "rhythm");
    assert_int_equal(kiosk_run(k)->phase, RUN_NONE);
}

/* A touch says that somebody else goes on; in a test one is examined. */
static void two_take_turns_by_a_touch(void **state)
{
    (void)state;
    choose_practice(true);
    stage_press(stage, 8, 55, 110);
    stage_tap(stage, "swap");
    stage_press(stage, 5, 0, 110);
    expect_shown("prompt_swap_now");
    assert_false(shows("prompt_again"));
    stage_press(stage, 4, 0, 110);
    assert_false(can_touch("see-result"));
    stage_press(stage, 4, 55, 110);
    assert_false(shows("prompt_swap_now"));
    assert_int_equal(kiosk_run(k)->swap_count, 1);
    kiosk_start_run(k, RUN_TEST, 30, NULL, k->mode, false);
    stage_press(stage, 3, 55, 110);
    assert_false(can_touch("swap"));
}

/* Long text, too, says first what the manikin cannot do, and then shows the run. */
static void limits_are_told_while_the_first_pushes_come(void **state)
{
    (void)state;
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        k->stations[0].status.doubts = CPR_TRUST_UNCALIBRATED;
        choose_practice(true);
        k->stations[0].status.doubts = CPR_TRUST_UNCALIBRATED;
        stage_press(stage, 3, 44, 110);
        expect_shown("told_uncalibrated");
        stage_press(stage, 9, 44, 110);
        expect_shown("gauge_rate");
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        k->text_step = step;
        kiosk_next_text_step(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(how_it_is_done_is_shown_at_a_glance),
        ON_STAGE(who_presses_while_watching_has_begun),
        ON_STAGE(a_touch_goes_to_any_step),
        ON_STAGE(it_is_shown_once_a_visit),
        ON_STAGE(a_lesson_has_shown_it),
        ON_STAGE(without_a_manikin_the_rhythm_is_a_touch_away),
        ON_STAGE(two_take_turns_by_a_touch),
        ON_STAGE(limits_are_told_while_the_first_pushes_come),
    };
    return cmocka_run_group_tests_name("stages", tests, NULL, NULL);
}
