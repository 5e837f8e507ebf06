/* SPDX-License-Identifier: MIT */
/* What the hall tells beside a score. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/str.h"
#include "support/on_stage.h"
#include "ui/access.h"

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

/* On attract, which tells it in turn with its slides. */
static bool is_best_told(int points)
{
    bool told = is_best_shown(points);
    stage_pass(stage, 9.5);
    return told || is_best_shown(points);
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
        assert_true(is_best_told((int)lround(best)) == (run >= 3));
    }
    assert_true(best > 50);
    clock_move(&stage->clock, INT64_C(3600) * 1000000); /* an hour without a run */
    leave();
    assert_false(is_best_told((int)lround(best)));
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

/* ---- the pace of an event ---------------------------------------------------------- */

/* A push that turned now begins the run, as kiosk_frame() does it. */
static void push_and_press(double depth_mm)
{
    kiosk_start_pushed_run(k);
    stage_pass(stage, 0.05);
    assert_string_equal(kiosk_screen_name(k), "practice");
    assert_int_equal(kiosk_run(k)->plan.kind, RUN_TEST);
    stage_press(stage, KIOSK_EVENT_S + 1, depth_mm, 110);
    stage_pass(stage, 0.1);
}

static void at_an_event_the_next_may_push_within_five_seconds(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    k->settings.hall.event = true;
    set_link(LINK_READY, false);
    expect_shown("attract_next");
    for (int run = 0; run < 4; run++) {
        push_and_press(rng_between(&rng, 40, 58));
        assert_string_equal(kiosk_screen_name(k), "result");
        int64_t from_us = clock_now_us(&stage->clock);
        while (k->session && clock_now_us(&stage->clock) - from_us < 60000000) {
            assert_false(k->counting_down);
            stage_pass(stage, 0.1);
        }
        double gap_s = (double)(clock_now_us(&stage->clock) - from_us) / 1e6;
        stage_pass(stage, 0.1);
        printf("# run %d: the next is asked after %.1f s\n", run + 1, gap_s);
        assert_string_equal(kiosk_screen_name(k), "attract");
        assert_true(gap_s > 4 && gap_s < 5.3);
    }
    assert_int_equal(k->board.runs, 4);
}

/* Characters and digits of Chinese, words of English: 4 a second of either. */
static int count_to_read(void)
{
    int count = 0;
    const char *text;
    bool english = str_equal(kiosk_lang(k), "en");
    for (size_t i = 0; (text = access_text(k->ui, i)); i++) {
        bool in_word = false;
        for (const char *at = text; *at; at++) {
            unsigned char byte = (unsigned char)*at;
            bool is_letter = isalnum(byte);
            bool is_hanzi = byte >= 0xE4 && byte <= 0xE9; /* U+4000 to U+9FFF */
            count += is_hanzi || (english ? is_letter && !in_word : isdigit(byte) != 0);
            in_word = is_letter || byte == '\'';
        }
    }
    return count;
}

/* Good and bad pushes of grown-ups, children and whoever has not said; some that stop. */
static void an_events_result_is_read_in_four_seconds(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int most = 0;
    k->settings.hall.event = true;
    set_link(LINK_READY, false);
    for (int run = 0; run < 24; run++) {
        kiosk_set_lang(k, rng_int(&rng, 0, 1) ? "en" : "zh-CN");
        kiosk_start_pushed_run(k);
        stage_pass(stage, 0.05);
        kiosk_set_presser(k, (enum presser)rng_int(&rng, 0, PRESSERS - 1));
        double good_s = rng_between(&rng, 3, KIOSK_EVENT_S);
        bool is_good = rng_int(&rng, 0, 2) == 0;
        stage_press(stage, good_s, is_good ? 55 : rng_between(&rng, 17, 70),
                    is_good ? 110 : rng_between(&rng, 70, 140));
        stage_press(stage, KIOSK_EVENT_S + 1 - good_s, rng_int(&rng, 0, 1) ? 55 : 0, 110);
        stage_pass(stage, 0.1);
        assert_string_equal(kiosk_screen_name(k), "result");
        expect_shown("event_next");
        assert_false(shows("finish"));
        int count = count_to_read();
        most = count > most ? count : most;
        if (count > 4 * 4) {
            fail_msg("%s: %d characters or words", kiosk_lang(k), count);
        }
        ui_inject_tap(k->ui, 20, 20); /* anywhere */
        stage_pass(stage, 0.1);
        assert_string_equal(kiosk_screen_name(k), "attract");
        assert_false(k->session);
    }
    printf("# at most %d characters or words, %.1f s\n", most, most / 4.0);
}

/* Who is asked whether they still are there holds the queue up. */
static void an_event_has_no_countdown_anywhere(void **state)
{
    (void)state;
    k->settings.hall.event = true;
    stage_tap(stage, "wake");
    for (int s = 0; s < k->settings.idle_s + 2; s++) {
        assert_false(k->counting_down);
        stage_pass(stage, 1);
    }
    assert_false(k->session);
    assert_string_equal(kiosk_screen_name(k), "attract");
}

/* ---- the staff's page -------------------------------------------------------------- */

static void staff_set_the_bar_the_other_hall_and_the_pace(void **state)
{
    (void)state;
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hall);
    stage_pass(stage, 0.1);
    stage_tap(stage, "challenge-less");
    assert_int_equal(k->settings.hall.challenge, 0);
    stage_tap(stage, "challenge-more");
    stage_tap(stage, "challenge-more");
    assert_int_equal(k->settings.hall.challenge, 85);
    for (int i = 0; i < 30; i++) {
        stage_tap(stage, "rival-more");
        stage_tap(stage, "challenge-more");
    }
    assert_int_equal(k->settings.hall.rival_best, 100);
    assert_int_equal(k->settings.hall.challenge, 100);
    for (int i = 0; i < 30; i++) {
        stage_tap(stage, "challenge-less");
    }
    assert_int_equal(k->settings.hall.challenge, 0);
    stage_tap(stage, "closes-more");
    assert_int_equal(k->settings.hall.closes, 17);
    stage_tap(stage, "closes-less");
    assert_int_equal(k->settings.hall.closes, 16);
    for (int i = 0; i < 30; i++) {
        stage_tap(stage, "closes-more");
    }
    assert_int_equal(k->settings.hall.closes, 23);
    stage_tap(stage, "event");
    assert_true(k->settings.hall.event);
    stage_tap(stage, "event");
    assert_false(k->settings.hall.event);
}

/* What is kept is what is read; what cannot be meant is told with its place. */
static void what_staff_set_is_kept(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char path[64] = "/tmp/life-kiosk-hall-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    for (int i = 0; i < 20; i++) {
        struct conf_hall hall = {.challenge = rng_int(&rng, 0, 100),
                                 .rival_best = rng_int(&rng, 0, 100),
                                 .closes = rng_int(&rng, 0, 23),
                                 .event = rng_int(&rng, 0, 1) == 1};
        struct conf_hall read = {.rival = "another"};
        assert_true(conf_hall_save(&hall, path));
        assert_true(conf_hall_load(&read, path));
        assert_int_equal(read.challenge, hall.challenge);
        assert_int_equal(read.rival_best, hall.rival_best);
        assert_int_equal(read.closes, hall.closes);
        assert_true(read.event == hall.event);
        assert_string_equal(read.rival, "another");
    }
    struct conf_hall unchanged = {.challenge = 7};
    FILE *again = fopen(path, "w"); /* a file that was put in the other's place */
    assert_non_null(again);
    fputs("return { challenge = 101 }\n", again);
    fclose(again);
    assert_false(conf_hall_load(&unchanged, path));
    assert_int_equal(unchanged.challenge, 7);
    close(file);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_best_of_today_is_shown_from_the_third_run_on),
        ON_STAGE(a_childs_run_and_a_practice_are_not_for_the_board),
        ON_STAGE(who_tries_quietly_is_held_against_nobody),
        ON_STAGE(at_an_event_the_next_may_push_within_five_seconds),
        ON_STAGE(an_events_result_is_read_in_four_seconds),
        ON_STAGE(an_event_has_no_countdown_anywhere),
        ON_STAGE(staff_set_the_bar_the_other_hall_and_the_pace),
        ON_STAGE(what_staff_set_is_kept),
    };
    return cmocka_run_group_tests_name("hall", tests, NULL, NULL);
}
