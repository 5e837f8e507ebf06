/* SPDX-License-Identifier: MIT */
/* What attract tells of all who came: hours that are over, in batches, rounded. */
#include "base/calendar.h"
#include "base/str.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/on_stage.h"

enum { HOUR_S = 3600, DAY_S = 24 * HOUR_S, TURN_S = 9, TURNS = 12, DAY = 20270303 };

static struct folder folder;

/* 3 March 2027 is a Wednesday; at 11:05. */
static int set_up(void **state)
{
    setenv("TZ", "UTC", 1);
    folder = folder_make();
    open_stage(state);
    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    stage_set_time(stage, (int64_t)calendar_number(DAY) * DAY_S + 11 * HOUR_S + 300);
    assert_int_equal(kiosk_moment(k).day, DAY);
    assert_int_equal(kiosk_moment(k).hour, 11);
    return 0;
}

static int tear_down(void **state)
{
    struct store *store = k->store;
    close_stage(state);
    store_close(store);
    folder_remove(&folder);
    return 0;
}

static void add(int day, int hour, const char *metric, const char *detail, int n)
{
    struct count_row row = {.key = {.day = day, .hour = hour, .definition = 1}, .n = n};
    str_copy(row.key.metric, sizeof row.key.metric, metric);
    str_copy(row.key.detail, sizeof row.key.detail, detail);
    assert_true(store_add(k->store, &row, 1));
}

/* Whether a turn of attract tells it. */
static bool is_told(const char *key, int n, int lessons)
{
    char number[STR_GROUPED_MAX];
    char lesson[STR_GROUPED_MAX];
    char words[160];
    bool told = false;
    str_grouped(number, n);
    str_grouped(lesson, lessons);
    kiosk_fill(k, words, sizeof words, key,
               (const char *const[]){"n", number, "lessons", lesson, NULL});
    stage_pass(stage, 0.1);
    for (int i = 0; i < TURNS && !told; i++) {
        struct str said = {0};
        kiosk_say(k, &said);
        told = said.text && strstr(said.text, words) != NULL;
        str_free(&said);
        if (told) {
            assert_true(ui_shows_text(k->ui, words));
        }
        clock_move(&stage->clock, INT64_C(1000000) * TURN_S);
        stage_pass(stage, 0.1);
    }
    return told;
}

static bool tells_anything(const char *key)
{
    char begin[160];
    str_copy(begin, sizeof begin, tr(key));
    *strchr(begin, '{') = '\0';
    for (int i = 0; i < TURNS; i++) {
        struct str said = {0};
        kiosk_say(k, &said);
        bool told = said.text && strstr(said.text, begin) != NULL;
        str_free(&said);
        if (told) {
            return true;
        }
        clock_move(&stage->clock, INT64_C(1000000) * TURN_S);
        stage_pass(stage, 0.1);
    }
    return false;
}

static void enter_attract(void)
{
    kiosk_go(k, SCREEN_attract);
    stage_pass(stage, 1);
}

static void today_the_week_and_the_year_are_told(void **state)
{
    (void)state;
    add(20270104, 9, "visit", "", 1200);
    add(20270104, 9, "lesson_done", "", 643);
    add(20270228, 9, "visit", "", 30); /* the Sunday before */
    add(20270301, 9, "visit", "", 45);
    add(20270301, 9, "lesson_done", "", 9);
    add(DAY, 9, "visit", "", 19);
    add(DAY, 9, "visit", "excluded:staff", 50);
    add(DAY, 10, "lesson_done", "", 12); /* by some of them; it waits with its hour */
    enter_attract();
    assert_true(is_told("hall_today", 10, 0));
    assert_true(is_told("hall_week", 60, 0));
    assert_true(is_told("hall_year_lessons", 1290, 650));
}

static void what_is_under_way_is_not_told(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    add(DAY, 9, "visit", "", 12);
    enter_attract();
    assert_true(is_told("hall_today", 10, 0));
    add(DAY, 11, "visit", "", rng_int(&rng, 8, 90));
    add(DAY, 11, "lesson_done", "", rng_int(&rng, 10, 90));
    assert_true(is_told("hall_today", 10, 0));
    enter_attract();
    assert_true(is_told("hall_today", 10, 0));
    assert_false(is_told("hall_today_lessons", 10, 10));
}

static void an_hour_that_is_over_is_told_while_nobody_comes(void **state)
{
    (void)state;
    add(DAY, 9, "visit", "", 12);
    enter_attract();
    add(DAY, 11, "visit", "", 20);
    add(DAY, 11, "lesson_done", "", 31);
    assert_true(is_told("hall_today", 10, 0));
    stage_set_time(stage, clock_wall_s(k->clock) + HOUR_S);
    assert_true(is_told("hall_today_lessons", 30, 30));
    stage_set_time(stage, clock_wall_s(k->clock) + DAY_S);
    assert_true(is_told("hall_week_lessons", 30, 30));
    assert_false(tells_anything("hall_today"));
}

/* The four of a morning, or one, whatever they did. */
static void few_are_not_told_of(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    add(DAY, 9, "visit", "", rng_int(&rng, 1, 4));
    add(DAY, 9, "lesson_done", "", 40);
    enter_attract();
    assert_false(tells_anything("hall_today") || tells_anything("hall_year"));
}

/* Nobody knows which day it is. */
static void by_a_wrong_clock_nothing_is_told(void **state)
{
    (void)state;
    add(DAY, 9, "visit", "", 40);
    enter_attract();
    assert_true(is_told("hall_year", 40, 0));
    k->clock_trust.doubt = CLOCK_JUMPED;
    k->clock_trust.measures = true;
    k->clock_trust.notes.from_s = 1;
    k->clock_trust.ahead_us -= INT64_C(1000000) * 10 * CLOCK_JUMP_S;
    stage_pass(stage, 0.1);
    assert_true(k->counter.wrong_clock);
    assert_false(tells_anything("hall_year"));
}

/* A year of counts is read over some frames, the same as at once. */
static void a_year_is_read_over_frames(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct crowd crowd = {0};
    for (int i = 0; i < 61; i++) { /* since 1 January */
        int day = calendar_day(calendar_number(20270101) + i);
        struct crowd_sums sums = {rng_int(&rng, 1, 9), rng_int(&rng, 0, 9)};
        add(day, 14, "visit", "", (int)sums.visits);
        add(day, 14, "lesson_done", "", (int)sums.lessons + 1);
        sums.lessons++;
        crowd_add(&crowd, day, &sums);
    }
    kiosk_go(k, SCREEN_attract);
    stage_pass(stage, 1.5 / 60);
    assert_true(k->crowd.day < DAY);
    stage_pass(stage, 1);
    assert_int_equal(k->crowd.day, DAY);
    assert_int_equal(k->crowd.hour, 11);
    assert_int_equal(k->crowd.crowd.told[CROWD_YEAR].visits,
                     crowd.told[CROWD_YEAR].visits);
    assert_int_equal(k->crowd.crowd.told[CROWD_WEEK].lessons,
                     crowd.told[CROWD_WEEK].lessons);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(today_the_week_and_the_year_are_told),
        TEST(what_is_under_way_is_not_told),
        TEST(an_hour_that_is_over_is_told_while_nobody_comes),
        TEST(few_are_not_told_of),
        TEST(by_a_wrong_clock_nothing_is_told),
        TEST(a_year_is_read_over_frames),
    };
    return cmocka_run_group_tests_name("hall_crowd", tests, NULL, NULL);
}
