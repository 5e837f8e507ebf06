/* SPDX-License-Identifier: MIT */
/* Two who take turns: said beforehand, while pressing, or after a stop; and their
 * result. */
#include <string.h>

#include "support/on_stage.h"

static void get_ready(void)
{
    set_link(LINK_READY, false);
    stage_tap(stage, "wake");
    stage_tap(stage, "practice");
    stage_tap(stage, "stage-helped");
}

static void see_result(void)
{
    stage_press(stage, 9, 0, 110);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
    assert_string_equal(kiosk_screen_name(k), "result");
}

static void end_visit(void)
{
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
}

static bool shows_filled(const char *key, const char *name, uint32_t value)
{
    char words[160];
    char n[16];
    str_format(n, sizeof n, "%u", value);
    kiosk_fill(k, words, sizeof words, key, (const char *const[]){name, n, NULL});
    return ui_shows_text(k->ui, words);
}

/* After half of the time it is the other one's turn, without another touch. */
static void said_beforehand_the_change_is_told(void **state)
{
    (void)state;
    get_ready();
    stage_tap(stage, "take-turns");
    stage_press(stage, 29, 55, 110);
    assert_false(shows("prompt_let_go"));
    stage_press(stage, 2, 55, 110);
    expect_shown("prompt_let_go");
    stage_press(stage, 4, 0, 110);
    expect_shown("prompt_swap_now");
    stage_press(stage, 3, 55, 110);
    assert_true(shows_filled("swap_took", "n", 4));
    stage_press(stage, 14, 55, 110);
    assert_false(shows_filled("swap_took", "n", 4));
    stage_press(stage, 10, 55, 110); /* to the end */
    assert_string_equal(kiosk_screen_name(k), "result");
    assert_int_equal(kiosk_station(k)->debrief.pair.count, 2);
    end_visit();
    get_ready(); /* and the next visitor presses alone */
    stage_press(stage, 33, 55, 110);
    assert_int_equal(kiosk_run(k)->swap_count, 0);
    end_visit();
}

/* The stop is shown as what it was; what is kept of the run is the engine's. */
static void the_change_is_nobodys_fault(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 3; round++) {
        get_ready();
        stage_tap(stage, "adult");
        int change_s = rng_int(&rng, 5, 7);
        int first_s = rng_int(&rng, 12, 20);
        stage_press(stage, first_s, 55, 110);
        stage_tap(stage, "swap");
        stage_press(stage, change_s, 0, 110);
        stage_press(stage, 15, 55, 110);
        see_result();
        const struct debrief *debrief = &kiosk_station(k)->debrief;
        const struct run *run = kiosk_run(k);
        assert_int_equal(run->result.pauses, 1);
        assert_int_equal(debrief->result.pauses, 0);
        assert_true(run->result.score < 98 && debrief->result.score > 99);
        assert_int_equal(debrief->advice.advice, CPR_DEBRIEF_KEEP);
        assert_true(debrief->is_passed);
        assert_int_equal(debrief->share[0].pushes + debrief->share[1].pushes,
                         run->compression_count);
        assert_true(shows_filled("pair_first", "n", debrief->share[0].pushes));
        assert_true(shows_filled("pair_second", "n", debrief->share[1].pushes));
        expect_shown("pair_all");
        assert_false(shows("result_beginners")); /* who pressed alone */
        stage_tap(stage, "evidence");
        stage_tap(stage, "page-next");
        expect_shown("table_who");
        end_visit();
    }
}

/* Who has stopped may let the other one go on, and is given the time for it. */
static void who_has_stopped_can_be_relieved(void **state)
{
    (void)state;
    get_ready();
    stage_press(stage, 8, 55, 110);
    stage_press(stage, 9, 0, 110);
    stage_tap(stage, "swap");
    expect_shown("prompt_swap_now");
    stage_press(stage, 7, 0, 110);
    assert_false(can_touch("see-result"));
    stage_press(stage, 9, 40, 110);
    see_result();
    assert_int_equal(kiosk_station(k)->debrief.pair.count, 2);
    assert_int_equal(kiosk_station(k)->debrief.share[0].praise, CPR_PRAISE_ALL);
    end_visit();
}

/* Of children each one's depth is a way to go, and no word says that it is wrong. */
static void two_children_are_both_praised(void **state)
{
    (void)state;
    get_ready();
    stage_tap(stage, "child");
    stage_tap(stage, "take-turns");
    assert_int_equal(k->presser, PRESSER_CHILD);
    stage_press(stage, 31, 36, 110);
    stage_press(stage, 3, 0, 110);
    stage_press(stage, 15, 22, 112);
    see_result();
    expect_shown("pair_all");
    assert_false(shows("result_depth_ok"));
    assert_false(shows("child_turns")); /* they did */
    expect_shown("child_grows");
    stage_tap(stage, "again");
    stage_press(stage, 31, 36, 110);
    assert_int_equal(kiosk_run(k)->swap_count, 1); /* they still do */
    end_visit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(said_beforehand_the_change_is_told),
        ON_STAGE(the_change_is_nobodys_fault),
        ON_STAGE(who_has_stopped_can_be_relieved),
        ON_STAGE(two_children_are_both_praised),
    };
    return cmocka_run_group_tests_name("pair_screen", tests, NULL, NULL);
}
