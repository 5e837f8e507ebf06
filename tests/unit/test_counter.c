/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "support/counting_part.h"

enum { SECOND_US = 1000000 };

static void practise(struct hall *hall, const char *guideline)
{
    counter_run(&hall->counter, now(hall),
                &(struct counter_run){.guideline = guideline, .year = 1});
}

/* A test of which nothing but its end is known. */
static void take_test(struct hall *hall, bool passed, bool simulated)
{
    counter_run(&hall->counter, now(hall),
                &(struct counter_run){.guideline = "x",
                                      .year = 1,
                                      .simulated = simulated,
                                      .test = true,
                                      .passed = passed,
                                      .score = (double)NAN,
                                      .depth_mm = (double)NAN,
                                      .rate_cpm = (double)NAN});
}

static void pass_s(struct hall *hall, double seconds)
{
    clock_move(&hall->clock, (int64_t)(seconds * SECOND_US));
    counter_tick(&hall->counter, now(hall));
}

static void a_touch_counts_at_once(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_begin(&hall->counter, now(hall));
    check_counts(hall, "10 touch///0=1\n");
}

static void a_visit_takes_five_seconds_and_a_choice(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_chose(&hall->counter, now(hall));
    pass_s(hall, 4.9);
    check_counts(hall, "10 touch///0=1\n");
    pass_s(hall, 0.1);
    check_counts(hall, "10 touch///0=1\n10 visit///0=1\n");
    counter_chose(&hall->counter, now(hall));
    pass_s(hall, 60);
    counter_end(&hall->counter, now(hall));
    check_counts(hall, "10 touch///0=1\n10 visit///0=1\n");
    counter_begin(&hall->counter, now(hall));
    pass_s(hall, 20);
    counter_chose(&hall->counter, now(hall));
    check_counts(hall, "10 touch///0=2\n10 visit///0=2\n");
}

static void a_session_without_a_visit_is_short(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_chose(&hall->counter, now(hall));
    pass_s(hall, 4);
    counter_end(&hall->counter, now(hall));
    counter_end(&hall->counter, now(hall));
    check_counts(hall, "10 touch///0=1\n10 visit//excluded:short/0=1\n");
    counter_begin(&hall->counter, now(hall));
    pass_s(hall, 40); /* touched once, then looked on */
    counter_end(&hall->counter, now(hall));
    check_counts(hall, "10 touch///0=2\n10 visit//excluded:short/0=2\n");
}

static void a_pair_counts_once_a_session_but_runs_each_time(void **state)
{
    struct hall *hall = *state;
    for (int session = 0; session < 2; session++) {
        counter_begin(&hall->counter, now(hall));
        for (int i = 0; i < 3; i++) {
            counter_add(&hall->counter, now(hall), COUNT_lesson_started, "adult-cpr", 4);
            counter_add(&hall->counter, now(hall), COUNT_lesson_started, "choking", 2);
            practise(hall, "aha-2025/adult");
            take_test(hall, true, false);
        }
    }
    counter_end(&hall->counter,
                now(hall)); /* the second counter_begin() found the session open */
    check_counts(hall, "10 lesson_started/adult-cpr//4=1\n"
                       "10 lesson_started/choking//2=1\n"
                       "10 practice/aha-2025/adult//1=6\n"
                       "10 test/x//1=6\n"
                       "10 test_passed/x//1=6\n"
                       "10 touch///0=1\n"
                       "10 visit//excluded:short/0=1\n");
}

static void what_is_excluded_is_counted_with_its_reason(void **state)
{
    struct hall *hall = *state;
    struct counter *counter = &hall->counter;
    counter_begin(counter, now(hall));
    counter_add(counter, now(hall), COUNT_lesson_done, "a", 1);
    take_test(hall, true, true);
    counter->staff = true;
    take_test(hall, false, true);
    counter_add(counter, now(hall), COUNT_lesson_done, "b", 1);
    counter->demo = true;
    take_test(hall, false, true);
    counter_end(counter, now(hall));
    check_counts(hall, "10 lesson_done/a//1=1\n"
                       "10 lesson_done/b/excluded:staff/1=1\n"
                       "10 test/x/excluded:demo/1=1\n"
                       "10 test/x/excluded:simulated/1=1\n"
                       "10 test/x/excluded:staff/1=1\n"
                       "10 test_passed/x/excluded:simulated/1=1\n"
                       "10 touch///0=1\n"
                       "10 visit//excluded:demo/0=1\n");
    assert_int_equal(sums_of(&hall->sums, COUNT_test), 0);
}

static void what_comes_after_two_hours_is_excluded(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_chose(&hall->counter, now(hall));
    pass_s(hall, COUNTER_LONG_S);
    practise(hall, "x");
    pass_s(hall, 1);
    practise(hall, "x");
    counter_add(&hall->counter, now(hall), COUNT_lesson_done, "a", 1);
    counter_end(&hall->counter, now(hall));
    counter_begin(&hall->counter, now(hall));
    practise(hall, "x");
    check_counts(hall, "10 touch///0=1\n"
                       "12 lesson_done/a/excluded:long/1=1\n"
                       "12 practice/x//1=2\n"
                       "12 practice/x/excluded:long/1=1\n"
                       "12 touch///0=1\n"
                       "12 visit///0=1\n");
}

static void nothing_is_written_during_a_run(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_chose(&hall->counter, now(hall));
    counter_run_began(&hall->counter);
    pass_s(hall, 30);
    practise(hall, "x");
    pass_s(hall, 3600);
    check_counts(hall, "10 touch///0=1\n");
    counter_run_ended(&hall->counter);
    check_counts(hall, "10 practice/x//1=1\n10 touch///0=1\n10 visit///0=1\n");
}

static void counts_wait_for_the_last_of_sixteen_visitors(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    for (int learner = 0; learner < 16; learner++) {
        counter_run_began(&hall->counter);
    }
    for (int learner = 0; learner < 15; learner++) {
        counter_run_ended(&hall->counter);
        practise(hall, "x");
        pass_s(hall, 1);
        check_counts(hall, "10 touch///0=1\n");
    }
    counter_run_ended(&hall->counter);
    check_counts(hall, "10 practice/x//1=15\n10 touch///0=1\n");
    assert_int_equal(hall->sums.adds, 2);
}

static void a_session_that_ends_while_others_press_waits_for_them(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_run_began(&hall->counter);
    for (int i = 0; i < 69; i++) {
        take_test(hall, false, false);
    }
    counter_end(&hall->counter, now(hall));
    check_counts(hall, "10 touch///0=1\n");
    assert_int_equal(hall->sums.settles, 0);
    counter_run_ended(&hall->counter);
    check_counts(hall, "10 test/x//1=69\n10 touch///0=1\n10 visit//excluded:short/0=1\n");
    pass_s(hall, 5);
    assert_int_equal(hall->sums.settles, 1);
}

/* The order of the counts is not erased while a session goes on, whatever the hour. */
static void it_settles_between_sessions(void **state)
{
    struct hall *hall = *state;
    pass_s(hall, 0);
    counter_begin(&hall->counter, now(hall));
    pass_s(hall, 2 * 3600);
    assert_int_equal(hall->sums.settles, 0);
    counter_end(&hall->counter, now(hall));
    pass_s(hall, 0.1);
    assert_int_equal(hall->sums.settles, 1);
    counter_begin(&hall->counter, now(hall));
    counter_end(&hall->counter, now(hall));
    pass_s(hall, 60);
    assert_int_equal(hall->sums.settles, 1);
    pass_s(hall, 3600);
    assert_int_equal(hall->sums.settles, 2);
}

static void a_kiosk_that_closes_writes_during_a_run(void **state)
{
    struct hall *hall = *state;
    counter_begin(&hall->counter, now(hall));
    counter_run_began(&hall->counter);
    practise(hall, "x");
    counter_finish(&hall->counter, now(hall));
    check_counts(hall,
                 "10 practice/x//1=1\n10 touch///0=1\n10 visit//excluded:short/0=1\n");
    assert_int_equal(hall->sums.settles, 1);
}

static void only_the_first_answer_to_a_question_counts(void **state)
{
    struct hall *hall = *state;
    for (int session = 0; session < 2; session++) {
        counter_begin(&hall->counter, now(hall));
        counter_question(&hall->counter, now(hall), "cpr/where", false, "first-aid", 4);
        counter_question(&hall->counter, now(hall), "cpr/where", true, "first-aid", 4);
        counter_question(&hall->counter, now(hall), "cpr/how_deep", true, "first-aid", 4);
        counter_question(&hall->counter, now(hall), "red/where", true, "history", 2);
        counter_end(&hall->counter, now(hall));
    }
    hall->counter.demo = true;
    counter_question(&hall->counter, now(hall), "cpr/where", true, "first-aid", 4);
    check_counts(hall, "10 question/first-aid/excluded:demo/4=1\n"
                       "10 question/first-aid/right/4=2\n"
                       "10 question/first-aid/wrong/4=2\n"
                       "10 question/history/right/2=2\n"
                       "10 touch///0=2\n"
                       "10 visit//excluded:short/0=2\n");
}

/* Of each session the first answer before and the first one after, of each lesson; what
 * anybody said before is in no row with what he said after. */
static void before_and_after_are_sums_of_their_own(void **state)
{
    struct hall *hall = *state;
    for (int session = 0; session < 3; session++) {
        enum counter_willing first = session == 0 ? COUNTER_NO : COUNTER_UNSURE;
        counter_begin(&hall->counter, now(hall));
        counter_willing(&hall->counter, now(hall), "cpr", false, first, 3);
        counter_willing(&hall->counter, now(hall), "cpr", false, COUNTER_YES, 3);
        counter_willing(&hall->counter, now(hall), "cpr", true, COUNTER_YES, 3);
        counter_willing(&hall->counter, now(hall), "cpr", true, COUNTER_NO, 3);
        counter_willing(&hall->counter, now(hall), "aed", false, COUNTER_NO, 1);
        counter_end(&hall->counter, now(hall));
    }
    hall->counter.staff = true;
    counter_willing(&hall->counter, now(hall), "cpr", false, COUNTER_YES, 3);
    check_counts(hall, "10 touch///0=3\n"
                       "10 visit//excluded:short/0=3\n"
                       "10 willing/aed/before:no/1=3\n"
                       "10 willing/cpr/after:yes/3=3\n"
                       "10 willing/cpr/before:no/3=1\n"
                       "10 willing/cpr/before:unsure/3=2\n"
                       "10 willing/cpr/excluded:staff/3=1\n");
}

static void whether_it_is_the_first_time_is_asked_of_each_visitor_once(void **state)
{
    struct hall *hall = *state;
    static const bool answers[] = {true, false, true, true};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        counter_begin(&hall->counter, now(hall));
        counter_first_time(&hall->counter, now(hall), answers[i]);
        counter_first_time(&hall->counter, now(hall), !answers[i]);
        counter_end(&hall->counter, now(hall));
    }
    hall->counter.staff = true;
    counter_begin(&hall->counter, now(hall));
    counter_first_time(&hall->counter, now(hall), true);
    check_counts(hall, "10 first_time//excluded:staff/0=1\n"
                       "10 first_time//no/0=1\n"
                       "10 first_time//yes/0=3\n"
                       "10 touch///0=4\n"
                       "10 touch//excluded:staff/0=1\n"
                       "10 visit//excluded:short/0=4\n");
}

static void a_test_falls_into_its_bins(void **state)
{
    struct hall *hall = *state;
    static const double values[][3] = {
        {89.99, 54.9, 100}, {80, 50, 109.9},        {100, 0, 5},
        {0, 1e9, 1e9},      {(double)NAN, 54, 100}, {50, (double)NAN, 100},
        {50, 54, 100},      {50, 54, (double)NAN},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct counter_run run = {.guideline = "x",
                                  .year = 1,
                                  .test = true,
                                  .score = values[i][0],
                                  .depth_mm = values[i][1],
                                  .rate_cpm = values[i][2]};
        counter_run(&hall->counter, now(hall), &run);
        run.simulated = true; /* is not kept */
        counter_run(&hall->counter, now(hall), &run);
        run = (struct counter_run){.guideline = "x", .year = 1, .score = 50};
        counter_run(&hall->counter, now(hall), &run); /* a practice has none */
    }
    check_counts(hall, "10 practice/x//1=8\n"
                       "10 test/x//1=8\n"
                       "10 test/x/excluded:simulated/1=8\n"
                       "10 test_depth/x/0~4/1=1\n"
                       "10 test_depth/x/145~149/1=1\n"
                       "10 test_depth/x/50~54/1=5\n"
                       "10 test_rate/x/0~9/1=1\n"
                       "10 test_rate/x/100~109/1=5\n"
                       "10 test_rate/x/290~299/1=1\n"
                       "10 test_score/x/0~9/1=1\n"
                       "10 test_score/x/50~59/1=3\n"
                       "10 test_score/x/80~89/1=2\n"
                       "10 test_score/x/90~100/1=1\n");
}

static void pushes_are_added_up_and_told_where_they_count(void **state)
{
    struct hall *hall = *state;
    struct rng rng = rng_begin();
    int64_t counted = 0;
    int64_t left_out = 0;
    for (int i = 0; i < 200; i++) {
        int64_t pushes = rng_int(&rng, -2, 500);
        bool simulated = rng_int(&rng, 0, 3) == 0;
        hall->counter.staff = rng_int(&rng, 0, 5) == 0;
        bool counts = pushes > 0 && !simulated && !hall->counter.staff;
        int64_t told = counter_pushes(&hall->counter, now(hall), pushes, simulated);
        assert_int_equal(told, counts ? pushes : 0);
        counted += told;
        left_out += pushes > 0 && !counts ? pushes : 0;
    }
    int64_t excluded = 0;
    for (size_t i = 0; i < hall->sums.count; i++) {
        excluded += count_excluded(&hall->sums.rows[i]) ? hall->sums.rows[i].n : 0;
    }
    assert_int_equal(sums_of(&hall->sums, COUNT_pushes), counted);
    assert_int_equal(excluded, left_out);
}

static void a_kiosk_without_a_sink_goes_on(void **state)
{
    struct hall *hall = *state;
    counter_init(&hall->counter, (struct count_sink){0});
    counter_begin(&hall->counter, now(hall));
    counter_run_began(&hall->counter);
    for (int i = 0; i < 100; i++) {
        take_test(hall, false, false);
    }
    counter_end(&hall->counter, now(hall));
    assert_int_equal(hall->counter.queue.count, 0);
    check_counts(hall, "");
}

/* Random sessions against the rules written a second time, as plainly as can be. */
static void random_sessions_follow_the_rules(void **state)
{
    struct hall *hall = *state;
    struct rng rng = rng_begin();
    int touches = 0;
    int visits = 0;
    int shorts = 0;
    int practices = 0;
    int started = 0;
    for (int session = 0; session < 60; session++) {
        int age_ms = 0;
        bool chose = false;
        bool begun = false;
        int pressing = 0;
        counter_begin(&hall->counter, now(hall));
        touches++;
        int steps = rng_int(&rng, 0, 8);
        for (int i = 0; i < steps; i++) {
            int wait_ms = rng_int(&rng, 0, 40) * 100;
            clock_move(&hall->clock, (int64_t)wait_ms * 1000);
            counter_tick(&hall->counter, now(hall));
            age_ms += wait_ms;
            switch (rng_int(&rng, 0, 4)) {
            case 0:
                counter_chose(&hall->counter, now(hall));
                chose = true;
                break;
            case 1:
                practise(hall, "x");
                practices++;
                break;
            case 2:
                counter_add(&hall->counter, now(hall), COUNT_lesson_started, "a", 1);
                started += !begun;
                begun = true;
                break;
            case 3:
                counter_run_began(&hall->counter);
                pressing++;
                break;
            default:
                if (pressing > 0) {
                    counter_run_ended(&hall->counter);
                    pressing--;
                }
                break;
            }
        }
        for (; pressing > 0; pressing--) {
            counter_run_ended(&hall->counter);
        }
        counter_end(&hall->counter, now(hall));
        *(chose && age_ms >= 5000 ? &visits : &shorts) += 1;
    }
    assert_int_equal(sums_of(&hall->sums, COUNT_touch), touches);
    assert_int_equal(sums_of(&hall->sums, COUNT_visit), visits);
    assert_int_equal(sums_of(&hall->sums, COUNT_practice), practices);
    assert_int_equal(sums_of(&hall->sums, COUNT_lesson_started), started);
    assert_int_equal(touches, visits + shorts);
}

#define HALL_TEST(name) cmocka_unit_test_setup_teardown(name, open_hall, close_hall)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HALL_TEST(a_touch_counts_at_once),
        HALL_TEST(a_visit_takes_five_seconds_and_a_choice),
        HALL_TEST(a_session_without_a_visit_is_short),
        HALL_TEST(a_pair_counts_once_a_session_but_runs_each_time),
        HALL_TEST(what_is_excluded_is_counted_with_its_reason),
        HALL_TEST(what_comes_after_two_hours_is_excluded),
        HALL_TEST(nothing_is_written_during_a_run),
        HALL_TEST(counts_wait_for_the_last_of_sixteen_visitors),
        HALL_TEST(a_session_that_ends_while_others_press_waits_for_them),
        HALL_TEST(it_settles_between_sessions),
        HALL_TEST(a_kiosk_that_closes_writes_during_a_run),
        HALL_TEST(only_the_first_answer_to_a_question_counts),
        HALL_TEST(before_and_after_are_sums_of_their_own),
        HALL_TEST(whether_it_is_the_first_time_is_asked_of_each_visitor_once),
        HALL_TEST(a_test_falls_into_its_bins),
        HALL_TEST(pushes_are_added_up_and_told_where_they_count),
        HALL_TEST(a_kiosk_without_a_sink_goes_on),
        HALL_TEST(random_sessions_follow_the_rules),
    };
    return cmocka_run_group_tests_name("counter", tests, NULL, NULL);
}
