/* SPDX-License-Identifier: MIT */
/* What the hall tells beside a score. */
#include <math.h>

#include "base/str.h"
#include "support/on_stage.h"

static bool is_best_shown(int points)
{
    char number[16];
    char words[96];
    str_format(number, sizeof number, "%d", points);
    kiosk_fill(k, words, sizeof words, "hall_best",
               (const char *const[]){"n", number, NULL});
    return ui_shows_text(k->ui, words);
}

/* Ends at the result. */
static void test_by(enum presser presser, double depth_mm)
{
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_TEST, 10, NULL, k->mode, false);
    kiosk_set_presser(k, presser);
    stage_press(stage, 11, depth_mm, 110);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
}

static void leave(void)
{
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
}

static void the_best_of_today_is_shown_from_the_third_run_on(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    double best = 0;
    for (int run = 1; run <= 6; run++) {
        enum presser presser = rng_int(&rng, 0, 1) ? PRESSER_UNKNOWN : PRESSER_ADULT;
        test_by(presser, rng_between(&rng, 40, 58));
        best = fmax(best, k->best_waiting);
        /* Who has not said to be an adult is not held against it. */
        bool beside = run >= 3 && presser == PRESSER_ADULT;
        assert_true(is_best_shown((int)lround(best)) == beside);
        leave();
        assert_true(is_best_shown((int)lround(best)) == (run >= 3));
    }
    assert_true(best > 50);
    clock_move(&stage->clock, INT64_C(3600) * 1000000); /* an hour without a run */
    leave();
    assert_false(is_best_shown((int)lround(best)));
}

static void a_childs_run_and_a_practice_are_not_for_the_board(void **state)
{
    (void)state;
    for (int run = 0; run < 5; run++) {
        test_by(PRESSER_CHILD, 55);
        leave();
        set_link(LINK_READY, false);
        kiosk_start_run(k, RUN_PRACTICE, 10, NULL, k->mode, false);
        stage_press(stage, 11, 55, 110);
        leave();
    }
    test_by(PRESSER_UNKNOWN, 55);
    kiosk_set_presser(k, PRESSER_CHILD); /* said at the result */
    leave();
    assert_int_equal(k->board.runs, 0);
    for (int run = 0; run < 3; run++) {
        test_by(PRESSER_ADULT, 45);
        leave();
    }
    int best = board_best(&k->board, kiosk_moment(k));
    assert_true(best > 0);
    test_by(PRESSER_CHILD, 45); /* nor is a child held against it */
    assert_false(is_best_shown(best));
}

static void who_tries_quietly_is_held_against_nobody(void **state)
{
    (void)state;
    for (int run = 0; run < 4; run++) {
        test_by(PRESSER_ADULT, 50);
        if (run < 3) {
            leave();
        }
    }
    int best = board_best(&k->board, kiosk_moment(k));
    assert_true(is_best_shown(best));
    k->wishes.quiet = true;
    stage_pass(stage, 0.1);
    assert_false(is_best_shown(best));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_best_of_today_is_shown_from_the_third_run_on),
        ON_STAGE(a_childs_run_and_a_practice_are_not_for_the_board),
        ON_STAGE(who_tries_quietly_is_held_against_nobody),
    };
    return cmocka_run_group_tests_name("hall", tests, NULL, NULL);
}
