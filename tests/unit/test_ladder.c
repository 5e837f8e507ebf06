/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "store/ladder.h"
#include "support/folder.h"
#include "support/tap.h"

enum { SECOND_US = 1000000 };

/* A kiosk's counting part: database, hand-moved clock, ladder. */
struct hall {
    struct folder folder;
    struct store *store;
    struct clock clock;
    struct ladder ladder;
};

static const int64_t opening_wall_s = 1795399200; /* 2026-11-23 10:00 in China */

static int open_hall(void **state)
{
    struct hall *hall = calloc(1, sizeof *hall);
    setenv("TZ", "CST-8", 1);
    tzset();
    hall->folder = folder_make();
    hall->store = store_open(folder_file(&hall->folder, "counts.db"));
    clock_init_moved(&hall->clock, opening_wall_s);
    ladder_init(&hall->ladder, hall->store, &hall->clock);
    *state = hall;
    return hall->store ? 0 : -1;
}

static int close_hall(void **state)
{
    struct hall *hall = *state;
    store_close(hall->store);
    folder_remove(&hall->folder);
    free(hall);
    return 0;
}

static bool write_row(void *context, const struct store_row *row)
{
    const struct store_key *key = &row->key;
    str_add(context, "%d %s/%s/%s/%d=%lld\n", key->hour, key->metric, key->subject,
            key->detail, key->content, (long long)row->n);
    assert_int_equal(key->day, 20261123);
    assert_int_equal(key->definition, STORE_DEFINITION);
    return true;
}

/* Everything counted so far, a line a sum: "hour metric/subject/detail/content=n". */
static void check_counts(struct hall *hall, const char *expected)
{
    struct str text = {0};
    assert_true(store_each(hall->store, 0, 99999999, write_row, &text));
    assert_string_equal(text.text ? text.text : "", expected);
    str_free(&text);
}

static void pass_s(struct hall *hall, double seconds)
{
    clock_move(&hall->clock, (int64_t)(seconds * SECOND_US));
    ladder_tick(&hall->ladder);
}

static void a_touch_counts_at_once(void **state)
{
    struct hall *hall = *state;
    ladder_begin(&hall->ladder);
    ladder_begin(&hall->ladder);
    check_counts(hall, "10 touch///0=1\n");
}

static void a_visit_takes_five_seconds_and_a_choice(void **state)
{
    struct hall *hall = *state;
    ladder_begin(&hall->ladder);
    ladder_chose(&hall->ladder);
    pass_s(hall, 4.9);
    check_counts(hall, "10 touch///0=1\n");
    pass_s(hall, 0.1);
    check_counts(hall, "10 touch///0=1\n10 visit///0=1\n");
    ladder_chose(&hall->ladder);
    pass_s(hall, 60);
    ladder_end(&hall->ladder);
    check_counts(hall, "10 touch///0=1\n10 visit///0=1\n");
    ladder_begin(&hall->ladder);
    pass_s(hall, 20);
    ladder_chose(&hall->ladder);
    check_counts(hall, "10 touch///0=2\n10 visit///0=2\n");
}

static void a_session_without_a_visit_is_short(void **state)
{
    struct hall *hall = *state;
    ladder_begin(&hall->ladder);
    ladder_chose(&hall->ladder);
    pass_s(hall, 4);
    ladder_end(&hall->ladder);
    ladder_end(&hall->ladder);
    check_counts(hall, "10 touch///0=1\n10 visit//excluded:short/0=1\n");
    ladder_begin(&hall->ladder);
    pass_s(hall, 40); /* touched once, then looked on */
    ladder_end(&hall->ladder);
    check_counts(hall, "10 touch///0=2\n10 visit//excluded:short/0=2\n");
}

static void a_pair_counts_once_a_session_but_runs_each_time(void **state)
{
    struct hall *hall = *state;
    for (int session = 0; session < 2; session++) {
        ladder_begin(&hall->ladder);
        for (int i = 0; i < 3; i++) {
            ladder_count(&hall->ladder, "lesson_started", "adult-cpr", 4);
            ladder_count(&hall->ladder, "lesson_started", "choking", 2);
            ladder_count(&hall->ladder, "practice", "aha-2025/adult", 2025);
            ladder_count(&hall->ladder, "test", "aha-2025/adult", 2025);
            ladder_count(&hall->ladder, "test_passed", "aha-2025/adult", 2025);
        }
    }
    ladder_end(&hall->ladder); /* the second ladder_begin() found the session open */
    check_counts(hall, "10 lesson_started/adult-cpr//4=1\n"
                       "10 lesson_started/choking//2=1\n"
                       "10 practice/aha-2025/adult//2025=6\n"
                       "10 test/aha-2025/adult//2025=6\n"
                       "10 test_passed/aha-2025/adult//2025=6\n"
                       "10 touch///0=1\n"
                       "10 visit//excluded:short/0=1\n");
}

static void what_is_excluded_is_counted_with_its_reason(void **state)
{
    struct hall *hall = *state;
    struct ladder *ladder = &hall->ladder;
    ladder->simulated = true;
    ladder_begin(ladder);
    ladder_count(ladder, "lesson_done", "a", 1);
    ladder_count(ladder, "test", "x", 1);
    ladder->staff = true;
    ladder_count(ladder, "test", "x", 1);
    ladder_count(ladder, "qr_shown", "", 0);
    ladder->demo = true;
    ladder_count(ladder, "test", "x", 1);
    ladder_end(ladder);
    check_counts(hall, "10 lesson_done/a//1=1\n"
                       "10 qr_shown//excluded:staff/0=1\n"
                       "10 test/x/excluded:demo/1=1\n"
                       "10 test/x/excluded:simulated/1=1\n"
                       "10 test/x/excluded:staff/1=1\n"
                       "10 touch///0=1\n"
                       "10 visit//excluded:demo/0=1\n");
    assert_int_equal(store_sum(hall->store, 20261123, "test"), 0);
}

static void what_comes_after_two_hours_is_excluded(void **state)
{
    struct hall *hall = *state;
    ladder_begin(&hall->ladder);
    ladder_chose(&hall->ladder);
    pass_s(hall, LADDER_LONG_S);
    ladder_count(&hall->ladder, "practice", "x", 1);
    pass_s(hall, 1);
    ladder_count(&hall->ladder, "practice", "x", 1);
    ladder_count(&hall->ladder, "lesson_done", "a", 1);
    ladder_end(&hall->ladder);
    ladder_begin(&hall->ladder);
    ladder_count(&hall->ladder, "practice", "x", 1);
    check_counts(hall, "10 touch///0=1\n"
                       "12 lesson_done/a/excluded:long/1=1\n"
                       "12 practice/x//1=2\n"
                       "12 practice/x/excluded:long/1=1\n"
                       "12 touch///0=1\n"
                       "12 visit///0=1\n");
}

static void nothing_is_written_while_somebody_presses(void **state)
{
    struct hall *hall = *state;
    ladder_begin(&hall->ladder);
    ladder_chose(&hall->ladder);
    ladder_run_began(&hall->ladder);
    pass_s(hall, 30);
    ladder_count(&hall->ladder, "practice", "x", 1);
    pass_s(hall, 3600);
    check_counts(hall, "10 touch///0=1\n");
    ladder_run_ended(&hall->ladder);
    check_counts(hall, "10 practice/x//1=1\n10 touch///0=1\n10 visit///0=1\n");
}

static void a_session_that_ends_in_a_run_loses_nothing(void **state)
{
    struct hall *hall = *state;
    ladder_begin(&hall->ladder);
    ladder_run_began(&hall->ladder);
    for (int i = 0; i < 2 * LADDER_WAITING_MAX + 5; i++) {
        ladder_count(&hall->ladder, "test", "x", 1);
    }
    ladder_end(&hall->ladder);
    check_counts(hall, "10 test/x//1=69\n10 touch///0=1\n10 visit//excluded:short/0=1\n");
}

static void a_head_count_is_added_whole(void **state)
{
    struct hall *hall = *state;
    hall->ladder.staff = true;
    ladder_group(&hall->ladder, 45, "class", 1);
    ladder_group(&hall->ladder, 1, "class", 1);
    ladder_group(&hall->ladder, 99, "class", 1);
    ladder_group(&hall->ladder, 0, "class", 1);
    ladder_group(&hall->ladder, 100, "class", 1);
    ladder_group(&hall->ladder, -3, "class", 1);
    hall->ladder.demo = true;
    ladder_group(&hall->ladder, 7, "class", 1);
    check_counts(hall, "10 group/class//1=145\n10 group/class/excluded:demo/1=7\n");
}

static void a_test_falls_into_its_bins(void **state)
{
    struct hall *hall = *state;
    struct ladder *ladder = &hall->ladder;
    ladder_test_values(ladder, "x", 1, 89.99, 54.9, 100);
    ladder_test_values(ladder, "x", 1, 80, 50, 109.9);
    ladder_test_values(ladder, "x", 1, 100, 0, 5);
    ladder_test_values(ladder, "x", 1, 0, 1e9, 1e9);
    ladder_test_values(ladder, "x", 1, (double)NAN, (double)NAN, (double)NAN);
    ladder->simulated = true;
    ladder_test_values(ladder, "x", 1, 50, 50, 50);
    check_counts(hall, "10 test_depth/x/0~4/1=1\n"
                       "10 test_depth/x/145~149/1=1\n"
                       "10 test_depth/x/50~54/1=2\n"
                       "10 test_rate/x/0~9/1=1\n"
                       "10 test_rate/x/100~109/1=2\n"
                       "10 test_rate/x/290~299/1=1\n"
                       "10 test_score/x/0~9/1=1\n"
                       "10 test_score/x/80~89/1=2\n"
                       "10 test_score/x/90~100/1=1\n");
}

static void a_kiosk_without_a_store_goes_on(void **state)
{
    struct hall *hall = *state;
    ladder_init(&hall->ladder, NULL, &hall->clock);
    ladder_begin(&hall->ladder);
    ladder_run_began(&hall->ladder);
    for (int i = 0; i < 100; i++) {
        ladder_count(&hall->ladder, "test", "x", 1);
    }
    ladder_end(&hall->ladder);
    assert_int_equal(hall->ladder.waiting_count, 0);
    check_counts(hall, "");
}

static void the_day_and_the_hour_are_local(void **state)
{
    (void)state;
    int day = 0;
    int hour = 0;
    ladder_day_hour(opening_wall_s, &day, &hour);
    assert_int_equal(day, 20261123);
    assert_int_equal(hour, 10);
    ladder_day_hour(opening_wall_s + 14 * 3600 - 1, &day, &hour);
    assert_int_equal(day, 20261123);
    assert_int_equal(hour, 23);
    ladder_day_hour(opening_wall_s + 14 * 3600, &day, &hour);
    assert_int_equal(day, 20261124);
    assert_int_equal(hour, 0);
}

/* Drawn sessions against the rules written a second time, as plainly as can be. */
static void drawn_sessions_follow_the_rules(void **state)
{
    struct hall *hall = *state;
    struct draw draw = draw_begin();
    int touches = 0;
    int visits = 0;
    int shorts = 0;
    int practices = 0;
    int started = 0;
    for (int session = 0; session < 60; session++) {
        int age_ms = 0;
        bool chose = false;
        bool begun = false;
        ladder_begin(&hall->ladder);
        touches++;
        int steps = draw_int(&draw, 0, 8);
        for (int i = 0; i < steps; i++) {
            int wait_ms = draw_int(&draw, 0, 40) * 100;
            clock_move(&hall->clock, (int64_t)wait_ms * 1000);
            ladder_tick(&hall->ladder);
            age_ms += wait_ms;
            switch (draw_int(&draw, 0, 4)) {
            case 0:
                ladder_chose(&hall->ladder);
                chose = true;
                break;
            case 1:
                ladder_count(&hall->ladder, "practice", "x", 1);
                practices++;
                break;
            case 2:
                ladder_count(&hall->ladder, "lesson_started", "a", 1);
                started += !begun;
                begun = true;
                break;
            case 3: ladder_run_began(&hall->ladder); break;
            default: ladder_run_ended(&hall->ladder); break;
            }
        }
        ladder_end(&hall->ladder);
        *(chose && age_ms >= 5000 ? &visits : &shorts) += 1;
    }
    assert_int_equal(store_sum(hall->store, 20261123, "touch"), touches);
    assert_int_equal(store_sum(hall->store, 20261123, "visit"), visits);
    assert_int_equal(store_sum(hall->store, 20261123, "practice"), practices);
    assert_int_equal(store_sum(hall->store, 20261123, "lesson_started"), started);
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
        HALL_TEST(nothing_is_written_while_somebody_presses),
        HALL_TEST(a_session_that_ends_in_a_run_loses_nothing),
        HALL_TEST(a_head_count_is_added_whole),
        HALL_TEST(a_test_falls_into_its_bins),
        HALL_TEST(a_kiosk_without_a_store_goes_on),
        HALL_TEST(the_day_and_the_hour_are_local),
        HALL_TEST(drawn_sessions_follow_the_rules),
    };
    return cmocka_run_group_tests_name("ladder", tests, NULL, NULL);
}
