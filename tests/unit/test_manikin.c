/* SPDX-License-Identifier: MIT */
/* The staff's manikin page: seen, taught, calibrated, and never counted. */
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "support/desk.h"
#include "support/said.h"
#include "support/tap.h"

static struct desk desk;
static struct kiosk *k;

static int open_desk(void **state)
{
    (void)state;
    desk_open(&desk, 960, 540, "zh-CN", 1);
    k = desk.k;
    return 0;
}

static int close_desk(void **state)
{
    (void)state;
    desk_close(&desk);
    return 0;
}

static bool shows(const char *key)
{
    return ui_shows_text(k->ui, kiosk_tr(k, key));
}

static void expect_shown(const char *key)
{
    if (!shows(key)) {
        fail_msg("the page does not show \"%s\"", kiosk_tr(k, key));
    }
}

static void expect_text(const char *text)
{
    if (!ui_shows_text(k->ui, text)) {
        fail_msg("the page does not show \"%s\"", text);
    }
}

static bool can_touch(const char *id)
{
    struct ui_rect rect;
    return ui_find_id(k->ui, id, &rect);
}

/* "<number>,<distance>" at 50 Hz: rest at 200, 1.7 a millimetre, falling. */
static struct drawn_manikin comma_manikin(void)
{
    struct drawn_manikin drawn = {.shape = SHAPE_COMMA, .count = 2, .hz = 50};
    drawn.order[0] = DRAWN_COUNT;
    drawn.order[1] = DRAWN_DEPTH;
    drawn.rest = 200;
    drawn.per_mm = -1.7;
    drawn.decimals = 1;
    drawn.noise_mm = 0.2;
    return drawn;
}

static void plug_third_party(void)
{
    desk.manikin = DESK_THIRD_PARTY;
    desk.drawn = comma_manikin();
    desk_pass(&desk, 3, NULL);
}

static void plug_ours(void)
{
    desk.manikin = DESK_OURS;
    desk_pass(&desk, 1, NULL);
}

static void go_to_page(void)
{
    desk_come_in(&desk);
    desk_tap(&desk, "set-up");
    desk_tap(&desk, "manikin");
}

/* ---- the PIN ----------------------------------------------------------------------- */

static void give_pin(void)
{
    for (int digit = 0; digit < 6; digit++) {
        desk_tap(&desk, "pin-7");
    }
    desk_tap(&desk, "pin-ok");
}

static void every_page_of_staff_is_behind_the_pin(void **state)
{
    (void)state;
    int pages = 0;
    desk_come_in(&desk); /* chooses it */
    desk_tap(&desk, "back");
    for (int i = 0; i < SCREEN_COUNT; i++) {
        enum screen_id page = (enum screen_id)i;
        if (!screen_of(page)->needs_pin) {
            assert_null(screen_of(page)->desk_id);
            continue;
        }
        pages++;
        kiosk_go(k, page);
        desk_pass(&desk, 0.1, NULL);
        expect_shown("staff_pin");
        assert_int_equal(k->screen, SCREEN_staff_pin);
        give_pin();
        assert_int_equal(k->screen, page); /* the one that was asked for */
        kiosk_end_session(k);
        desk_pass(&desk, 0.1, NULL);
    }
    assert_true(pages >= 2);
}

/* What the PIN's screen held is handed back empty. */
static void no_digit_stays_in_memory(void **state)
{
    (void)state;
    const struct screen *door = screen_of(SCREEN_staff_pin);
    unsigned char *block = malloc(door->state_size);
    assert_non_null(block);
    memset(block, '7', door->state_size);
    door->leave(k, block);
    for (size_t i = 0; i < door->state_size; i++) {
        assert_int_equal(block[i], 0);
    }
    free(block);
}

static void the_desk_has_a_button_for_every_page(void **state)
{
    (void)state;
    desk_come_in(&desk);
    for (int i = 0; i < SCREEN_COUNT; i++) {
        enum screen_id page = (enum screen_id)i;
        if (screen_of(page)->desk_id) {
            if (screen_of(page)->desk_rare) {
                desk_tap(&desk, "set-up");
            }
            expect_shown(screen_of(page)->desk_button);
            desk_tap(&desk, screen_of(page)->desk_id);
            assert_int_equal(k->screen, page);
            desk_tap(&desk, "back");
            assert_int_equal(k->screen, SCREEN_staff_desk);
        }
    }
}

/* ---- what is seen ------------------------------------------------------------------ */

static void without_a_manikin_it_says_what_to_do(void **state)
{
    (void)state;
    go_to_page();
    expect_shown("manikin_none");
    expect_said(k, "manikin_none");
    expect_shown("manikin_none_cure");
    assert_false(can_touch("learn"));
    assert_false(can_touch("calibrate"));
    desk_tap(&desk, "back");
    expect_shown("staff_today"); /* the desk, and no PIN asked */
    desk_tap(&desk, "set-up");
    desk_tap(&desk, "manikin");
    desk_tap(&desk, "back");
    desk_tap(&desk, "back");
    assert_string_equal(kiosk_screen_name(k), "attract");
    /* From outside the PIN is asked again. */
    kiosk_go(k, SCREEN_staff_desk);
    desk_pass(&desk, 0.1, NULL);
    expect_shown("staff_pin");
}

static void a_kiosk_without_any_manikin_has_the_page_as_well(void **state)
{
    (void)state;
    desk_open(&desk, 960, 540, "en", 0);
    k = desk.k;
    go_to_page();
    expect_shown("manikin_none");
    desk_pass(&desk, 1, NULL);
    desk_tap(&desk, "back");
    expect_shown("staff_today");
    desk_close(&desk);
}

static void ours_tells_its_facts_and_moves(void **state)
{
    (void)state;
    plug_ours();
    go_to_page();
    desk_pass(&desk, 0.7, NULL);
    static const char *const facts[] = {"uno-pot", "A-0042", "0.1.0",
                                        "7C1E",    "100",    "/dev/ttyUSB0",
                                        "3.92 伏", "坏 0",   "0 毫米"};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        expect_text(facts[i]);
    }
    assert_false(shows("manikin_unlearnt"));
    desk_pass(&desk, 1, desk_held);
    expect_text("55 毫米");
    desk.battery_mv = 3350;
    desk.calibration[0] = '\0';
    desk_pass(&desk, 1, NULL);
    expect_text("3.35 伏，电量低");
    expect_shown("manikin_uncalibrated");
    expect_said(k, "manikin_uncalibrated");
    desk_tap(&desk, "lang");
    expect_text("3.35 V, low");
    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 4, NULL);
    expect_shown("manikin_none");
}

static void a_third_party_manikin_tells_what_its_lines_are(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    expect_shown("manikin_other_maker");
    expect_said(k, "manikin_other_maker");
    expect_shown("manikin_shape_comma");
    expect_shown("manikin_column_unknown");
    expect_shown("manikin_unlearnt");
    expect_shown("manikin_learn");
    assert_false(can_touch("calibrate"));
    cable_say(&desk.cable, 0, "Out of range\n", 13);
    desk_pass(&desk, 0.7, NULL);
    expect_text("Out of range");
}

static void one_of_several_is_chosen(void **state)
{
    (void)state;
    desk_open(&desk, 960, 540, "zh-CN", KIOSK_STATIONS_MAX);
    k = desk.k;
    plug_ours();
    go_to_page();
    expect_text("uno-pot");
    desk_tap(&desk, "manikin-16");
    expect_shown("manikin_none");
    desk_tap(&desk, "manikin-1");
    expect_text("uno-pot");
    desk_close(&desk);
}

/* ---- the wizard -------------------------------------------------------------------- */

static void teach(void)
{
    desk_tap(&desk, "learn-now");
    expect_shown("manikin_hands_off");
    expect_said(k, "manikin_hands_off");
    assert_int_equal(desk_status(&desk).step, LINK_STEP_REST);
    desk_pass(&desk, 2.2, NULL);
    expect_shown("manikin_press");
    expect_said(k, "manikin_press");
    desk_pass(&desk, 5, desk_one_press);
}

/* Each of three random shapes ends up within a bound of the truth. */
static void a_random_manikin_is_taught_to_its_depth(void **state)
{
    (void)state;
    struct rng rng = rng_begin();

    static const enum shape shapes[] = {SHAPE_COMMA, SHAPE_KEY, SHAPE_BARE};

    for (size_t i = 0; i < 3; i++) {
        desk_open(&desk, 960, 540, "zh-CN", 1);
        k = desk.k;
        desk.rng = rng;
        desk.manikin = DESK_THIRD_PARTY;
        desk.drawn = drawn_make(&desk.rng, shapes[i]);
        desk.drawn.hz = rng_between(&desk.rng, 40, 150);
        desk.drawn.force_noise = 0.6; /* no second depth */
        desk_pass(&desk, 3, NULL);
        go_to_page();
        expect_shown("manikin_learn");
        desk_tap(&desk, "learn");
        expect_said(k, "manikin_ask");
        expect_text("50 毫米");
        desk_tap(&desk, "more");
        expect_text("55 毫米");
        teach();
        if (desk_status(&desk).step != LINK_STEP_DONE) {
            fail_msg("%s: %s", shape_name(shapes[i]), desk_status(&desk).why);
        }
        expect_shown("manikin_learnt");
        expect_said(k, "manikin_learnt");
        expect_text("/dev/ttyUSB0");
        desk_pass(&desk, 1.5, desk_held);
        double bound_mm = 1.5 + drawn_step_mm(&desk.drawn);
        assert_true(fabs(k->stations[0].depth_mm - 55) < bound_mm);
        rng = desk.rng;
        desk_close(&desk);
    }
}

static void a_press_that_never_came_is_told_and_tried_again(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    desk_tap(&desk, "more");
    desk_tap(&desk, "learn-now");
    desk_pass(&desk, 23, NULL);
    expect_shown("manikin_not_learnt");
    expect_said(k, "manikin_not_learnt");
    expect_shown("manikin_why_no_press");
    expect_said(k, "manikin_why_no_press");
    assert_false(ui_shows_text(k->ui, "nothing moved")); /* no English in Chinese */
    teach();
    expect_shown("manikin_learnt");
    expect_text("每行第 2 个数");
    desk_tap(&desk, "back");
    expect_shown("manikin_learn_anew");
    assert_int_equal(desk_status(&desk).step, LINK_STEP_NONE);
}

static void the_depth_of_a_press_stays_within_its_limits(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    for (int i = 0; i < 6; i++) {
        desk_tap(&desk, "less");
    }
    expect_text("20 毫米");
    assert_false(can_touch("less"));
    for (int i = 0; i < 20; i++) {
        desk_tap(&desk, "more");
    }
    expect_text("120 毫米");
    assert_false(can_touch("more"));
}

static void the_wizard_is_left_at_any_step(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    desk_tap(&desk, "back");
    expect_shown("manikin_unlearnt");
    desk_tap(&desk, "learn");
    desk_tap(&desk, "learn-now");
    desk_tap(&desk, "back");
    assert_int_equal(desk_status(&desk).step, LINK_STEP_NONE);
    desk_tap(&desk, "learn");
    desk_tap(&desk, "learn-now");
    desk_pass(&desk, 3, NULL);
    expect_shown("manikin_press");
    desk_tap(&desk, "back");
    assert_int_equal(desk_status(&desk).step, LINK_STEP_NONE);
    expect_shown("manikin_unlearnt");
}

static void a_plug_pulled_in_the_middle_is_told(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    desk_tap(&desk, "learn-now");
    desk_pass(&desk, 3, NULL);
    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 4, NULL);
    expect_shown("manikin_not_learnt");
    expect_shown("manikin_why_gone");
    desk_tap(&desk, "learn-now"); /* still out */
    expect_shown("manikin_why_gone");
    cable_plug(&desk.cable, 0);
    desk_pass(&desk, 0.9, NULL);
    desk_tap(&desk, "learn-now"); /* a second after the plug */
    expect_shown("manikin_why_early");
    desk_pass(&desk, 2.5, NULL);
    teach();
    expect_shown("manikin_learnt");
}

static void what_cannot_be_saved_is_said_to_be_forgotten(void **state)
{
    (void)state;
    link_remember(k->stations[0].link, "/proc/nobody");
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    teach();
    expect_shown("manikin_why_not_kept");
}

static void what_was_taught_is_known_after_a_restart(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    desk_tap(&desk, "more");
    teach();
    link_destroy(k->stations[0].link);
    char learnt[96];
    str_format(learnt, sizeof learnt, "%s/manikins", desk.folder.path);
    k->stations[0].link =
        link_create_from("/dev/ttyUSB0", &desk.stage->clock, &desk.cable.source);
    link_remember(k->stations[0].link, learnt);
    desk_tap(&desk, "back");
    desk_pass(&desk, 1.5, desk_held);
    expect_text("55 毫米");
    expect_shown("manikin_learn_anew");
}

/* ---- calibration ------------------------------------------------------------------- */

static void zero_span_and_save_are_answered(void **state)
{
    (void)state;
    plug_ours();
    go_to_page();
    desk_tap(&desk, "calibrate");
    assert_false(shows("manikin_done"));
    expect_said(k, "manikin_zero_words");
    desk_tap(&desk, "zero");
    assert_string_equal(desk.heard, "$Z");
    expect_shown("manikin_done");
    desk_tap(&desk, "less");
    desk_tap(&desk, "less");
    expect_text("40 毫米");
    desk.error = 2;
    desk_tap(&desk, "span");
    assert_string_equal(desk.heard, "$K,400");
    expect_shown("manikin_error_moved");
    desk.error = 0;
    desk_tap(&desk, "span");
    assert_false(shows("manikin_error_moved"));
    desk_tap(&desk, "save");
    assert_string_equal(desk.heard, "$W");
    static const char *const errors[] = {"manikin_error_range",  "manikin_error_moved",
                                         "manikin_error_travel", "manikin_error_memory",
                                         "manikin_error_sensor", "manikin_error_not_yet"};
    for (int i = 0; i < 6; i++) {
        desk.error = i + 1;
        desk_tap(&desk, "save");
        expect_shown(errors[i]);
    }
    desk.error = 9;
    desk_tap(&desk, "save");
    expect_text("错误 9");
    desk_tap(&desk, "back");
    expect_shown("manikin_port");
}

static void silence_and_a_pulled_plug_are_told(void **state)
{
    (void)state;
    plug_ours();
    go_to_page();
    desk_tap(&desk, "calibrate");
    desk.error = -1;
    desk_tap(&desk, "zero");
    expect_shown("manikin_waiting");
    assert_false(can_touch("save")); /* one after the other */
    desk_pass(&desk, 2, NULL);
    expect_shown("manikin_silent");
    expect_said(k, "manikin_silent");
    cable_pull(&desk.cable, 0);
    desk_pass(&desk, 4, NULL);
    desk_tap(&desk, "save");
    expect_shown("manikin_refused");
}

/* ---- not counted, not timed out ---------------------------------------------------- */

static void pushes_on_the_page_wake_and_start_nothing(void **state)
{
    (void)state;
    plug_ours();
    go_to_page();
    desk_pass(&desk, 10, desk_pressing);
    assert_string_equal(kiosk_screen_name(k), "staff");
    assert_false(k->session);
    assert_int_equal(k->stations[k->active].run.phase, RUN_NONE);
    assert_true(k->counter.staff);
    desk_pass(&desk, 112, desk_pressing); /* pushes are not touches: 120 s are over */
    assert_string_equal(kiosk_screen_name(k), "practice"); /* the visitor who presses */
}

static void the_page_closes_but_not_during_pushes(void **state)
{
    (void)state;
    plug_third_party();
    go_to_page();
    desk_tap(&desk, "learn");
    desk_pass(&desk, 119, NULL);
    desk_tap(&desk, "learn-now");
    desk_pass(&desk, 21, NULL); /* the step waits for its press until 22 s */
    assert_int_equal(desk_status(&desk).step, LINK_STEP_PRESS);
    desk_pass(&desk, 118, NULL);
    assert_string_equal(kiosk_screen_name(k), "staff");
    assert_int_equal(desk_status(&desk).step, LINK_STEP_FAILED);
    desk_pass(&desk, 5, NULL);
    assert_string_equal(kiosk_screen_name(k), "attract");
    assert_int_equal(desk_status(&desk).step, LINK_STEP_NONE);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, open_desk, close_desk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(every_page_of_staff_is_behind_the_pin),
        AT_DESK(no_digit_stays_in_memory),
        AT_DESK(the_desk_has_a_button_for_every_page),
        AT_DESK(without_a_manikin_it_says_what_to_do),
        cmocka_unit_test(a_kiosk_without_any_manikin_has_the_page_as_well),
        AT_DESK(ours_tells_its_facts_and_moves),
        AT_DESK(a_third_party_manikin_tells_what_its_lines_are),
        cmocka_unit_test(one_of_several_is_chosen),
        cmocka_unit_test(a_random_manikin_is_taught_to_its_depth),
        AT_DESK(a_press_that_never_came_is_told_and_tried_again),
        AT_DESK(the_depth_of_a_press_stays_within_its_limits),
        AT_DESK(the_wizard_is_left_at_any_step),
        AT_DESK(a_plug_pulled_in_the_middle_is_told),
        AT_DESK(what_cannot_be_saved_is_said_to_be_forgotten),
        AT_DESK(what_was_taught_is_known_after_a_restart),
        AT_DESK(zero_span_and_save_are_answered),
        AT_DESK(silence_and_a_pulled_plug_are_told),
        AT_DESK(pushes_on_the_page_wake_and_start_nothing),
        AT_DESK(the_page_closes_but_not_during_pushes),
    };
    return cmocka_run_group_tests_name("manikin", tests, NULL, NULL);
}
