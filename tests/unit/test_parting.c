/* SPDX-License-Identifier: MIT */
/* The end of a visit: the first time is asked once, a course counts when it is seen. */
#include <time.h>

#include "support/on_stage.h"
#include "support/sums.h"

static struct sums sums;

static int set_up(void **state)
{
    open_stage(state);
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

static int64_t said(const char *detail)
{
    int64_t n = 0;
    for (size_t i = 0; i < sums.count; i++) {
        const struct count_key *key = &sums.rows[i].key;
        bool same =
            str_equal(key->metric, "first_time") && str_equal(key->detail, detail);
        n += same ? sums.rows[i].n : 0;
    }
    return n;
}

static void leave(void)
{
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
}

/* A result whose advice is short: the question has room beside it. */
static void see_result(void)
{
    finish_run(55, 110);
    stage_pass(stage, 0.1);
}

static void end_lesson(void)
{
    kiosk_open_lesson(k, k->catalog->items[0].info.id);
    lesson_close(k->lesson);
    k->lesson = lesson_open("tests/lua/screens/ends", kiosk_lang(k), 7);
    stage_pass(stage, 0.1);
    stage_tap(stage, "next");
    stage_pass(stage, 0.1);
}

static void it_is_asked_once_a_session(void **state)
{
    (void)state;
    for (int visit = 1; visit <= 3; visit++) {
        see_result();
        assert_true(can_touch("first-yes") && can_touch("first-no"));
        stage_tap(stage, visit == 2 ? "first-no" : "first-yes");
        stage_pass(stage, 0.1);
        expect_shown("first_thanks");
        assert_false(can_touch("first-yes") || can_touch("first-no"));
        see_result();
        assert_false(can_touch("first-yes") || shows("first_thanks"));
        end_lesson();
        assert_false(can_touch("first-yes"));
        leave();
    }
    assert_int_equal(said("yes"), 2);
    assert_int_equal(said("no"), 1);
}

/* Who does not answer is not asked again, and nothing is counted. */
static void nobody_has_to_answer(void **state)
{
    (void)state;
    end_lesson();
    assert_true(can_touch("first-yes"));
    stage_pass(stage, 5);
    assert_true(can_touch("first-yes")); /* it stays while he looks at it */
    see_result();
    assert_false(can_touch("first-yes"));
    leave();
    assert_int_equal(sums_of(&sums, COUNT_first_time), 0);
    end_lesson();
    assert_true(can_touch("first-yes"));
}

static void expect_not_asked(void)
{
    see_result();
    assert_false(can_touch("first-yes"));
    end_lesson();
    assert_false(can_touch("first-yes"));
    leave();
}

static void staff_demos_events_and_pairs_are_not_asked(void **state)
{
    (void)state;
    k->counter.demo = true;
    expect_not_asked();
    k->counter.demo = false;
    k->takes_turns = true;
    expect_not_asked();
    assert_false(k->takes_turns);
    k->counter.staff = true;
    expect_not_asked();
    k->settings.hall.event = true;
    see_result();
    assert_false(can_touch("first-yes"));
    leave();
    k->settings.hall.event = false;
    see_result();
    assert_true(can_touch("first-yes"));
}

/* Somebody presses at another manikin as well. */
static void a_class_is_not_asked(void **state)
{
    (void)state;
    see_result();
    assert_true(can_touch("first-yes"));
    k->station_count = 2;
    k->stations[1].run.phase = RUN_FINISHED;
    stage_pass(stage, 0.1);
    assert_false(can_touch("first-yes"));
    k->stations[1].run.phase = RUN_NONE;
}

static void a_course_counts_when_it_is_seen(void **state)
{
    (void)state;
    /* 1 December 2027 */
    stage_set_time(stage, 1827633600);
    for (int visit = 1; visit <= 2; visit++) {
        see_result();
        assert_false(can_touch("courses"));
        leave();
    }
    assert_int_equal(sums_of(&sums, COUNT_course_shown), 0);
    k->courses =
        conf_courses_load("tests/support/courses/courses.lua", k->languages, NULL);
    for (int visit = 1; visit <= 3; visit++) {
        see_result();
        assert_true(ui_shows_text(k->ui, "12 月 5 日有培训"));
        end_lesson();
        assert_true(ui_shows_text(k->ui, "12 月 5 日有培训"));
        assert_int_equal(sums_of(&sums, COUNT_course_shown), visit);
        if (visit == 3) {
            stage_tap(stage, "courses");
            assert_string_equal(kiosk_screen_name(k), "courses");
        }
        leave();
    }
    assert_int_equal(sums_of(&sums, COUNT_course_shown), 3);
}

/* A result whose advice takes all the room, of a visit. */
static void see_full_result(void)
{
    kiosk_choice(k);
    finish_run(33, 128);
    stage_pass(stage, 6);
}

static void end_at(const char *id)
{
    stage_tap(stage, id);
    stage_pass(stage, 0.1);
}

/* Where the result has no room for it, it is asked when the visitor ends. */
static void whoever_was_not_asked_is_asked_at_the_end(void **state)
{
    (void)state;
    static const char *const answers[] = {"first-yes", "first-no", NULL};
    for (int visit = 0; visit < 3; visit++) {
        see_full_result();
        assert_false(can_touch("first-yes"));
        end_at("end");
        assert_string_equal(kiosk_screen_name(k), "goodbye");
        assert_true(can_touch("first-yes") && can_touch("first-no"));
        if (answers[visit]) {
            end_at(answers[visit]);
            expect_shown("first_thanks");
            stage_pass(stage, 4); /* it goes by itself */
        } else {
            end_at("end");
        }
        assert_string_equal(kiosk_screen_name(k), "attract");
        assert_false(k->session);
    }
    assert_int_equal(said("yes"), 1);
    assert_int_equal(said("no"), 1);
    see_result(); /* who was asked there is not asked again */
    assert_true(can_touch("first-yes"));
    end_at("end");
    assert_string_equal(kiosk_screen_name(k), "attract");
}

/* Nobody answers, or the next visitor pushes. */
static void the_question_at_the_end_holds_nobody_up(void **state)
{
    (void)state;
    see_full_result();
    end_at("end");
    stage_pass(stage, 11);
    assert_string_equal(kiosk_screen_name(k), "attract");
    see_full_result();
    end_at("end");
    assert_string_equal(kiosk_screen_name(k), "goodbye");
    stage_pass(stage, 0.1);
    k->pushed_us = clock_now_us(k->clock);
    stage_pass(stage, 0.1);
    assert_string_equal(kiosk_screen_name(k), "attract");
    assert_int_equal(sums_of(&sums, COUNT_first_time), 0);
}

/* Also from home; not of who has only looked, of a class, of staff, of a demo. */
static void whoever_is_not_to_be_asked_ends_at_once(void **state)
{
    (void)state;
    stage_tap(stage, "wake");
    end_at("leave");
    assert_string_equal(kiosk_screen_name(k), "attract");
    for (int way = 0; way < 4; way++) {
        stage_tap(stage, "wake");
        kiosk_choice(k);
        stage_pass(stage, 6);
        k->counter.demo = way == 0;
        k->counter.staff = way == 1;
        k->takes_turns = way == 2;
        end_at("leave");
        assert_string_equal(kiosk_screen_name(k), way == 3 ? "goodbye" : "attract");
        k->counter.demo = false;
    }
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_is_asked_once_a_session),
        TEST(nobody_has_to_answer),
        TEST(staff_demos_events_and_pairs_are_not_asked),
        TEST(a_class_is_not_asked),
        TEST(whoever_was_not_asked_is_asked_at_the_end),
        TEST(the_question_at_the_end_holds_nobody_up),
        TEST(whoever_is_not_to_be_asked_ends_at_once),
        TEST(a_course_counts_when_it_is_seen),
    };
    return cmocka_run_group_tests_name("parting", tests, NULL, NULL);
}
