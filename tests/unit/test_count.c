/* SPDX-License-Identifier: MIT */
/* The table of what is counted, its rows, and when something is counted. */
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "count/count.h"
#include "count/moment.h"
#include "count/row.h"
#include "support/tap.h"

static void every_kind_is_whole(void **state)
{
    (void)state;
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        const struct count_kind *kind = count_kind(what);
        const struct count_bins *bins = &kind->bins;
        assert_true(strlen(kind->key) > 0 && strlen(kind->key) < COUNT_TEXT_MAX);
        if (bins->width > 0) {
            assert_int_equal(bins->last % bins->width, 0);
            assert_true(bins->end >= bins->last + bins->width - 1);
            assert_false(kind->on_desk); /* a sum over bins says nothing to staff */
        }
        for (enum count other = 0; other < what; other++) {
            assert_string_not_equal(kind->key, count_kind(other)->key);
        }
    }
    assert_string_equal(count_kind(COUNT_lesson_done)->key, "lesson_done");
}

static void rows_are_ordered_by_each_member_in_turn(void **state)
{
    (void)state;
    static const struct count_key keys[] = {
        {.day = 20261123, .hour = 9, .metric = "test", .content = 3, .definition = 2},
        {.day = 20261123, .hour = 9, .metric = "test", .content = 4, .definition = 1},
        {.day = 20261123, .hour = 9, .metric = "test", .detail = "a"},
        {.day = 20261123, .hour = 9, .metric = "test", .subject = "a"},
        {.day = 20261123, .hour = 9, .metric = "test_passed"},
        {.day = 20261123, .hour = 10, .metric = "a"},
        {.day = 20261124, .hour = 0, .metric = "a"},
    };
    int count = sizeof keys / sizeof *keys;
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
            int order = count_key_compare(&keys[i], &keys[j]);
            assert_true(i < j ? order < 0 : i > j ? order > 0 : order == 0);
        }
    }
}

static void an_excluded_row_says_why(void **state)
{
    (void)state;
    struct count_row row = {.key = {.detail = "excluded:demo"}};
    assert_string_equal(count_excluded(&row), "demo");
    static const char *const counted[] = {"", "80~89", "right", "exclude"};
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        str_copy(row.key.detail, sizeof row.key.detail, counted[i]);
        assert_null(count_excluded(&row));
    }
}

static void the_day_and_the_hour_are_local(void **state)
{
    (void)state;
    const int64_t morning_s = 1795399200; /* 2026-11-23 10:00 in China */
    setenv("TZ", "CST-8", 1);
    tzset();
    struct count_moment at = count_moment(7, morning_s);
    assert_int_equal(at.now_us, 7);
    assert_int_equal(at.day, 20261123);
    assert_int_equal(at.hour, 10);
    at = count_moment(7, morning_s + 14 * 3600 - 1);
    assert_int_equal(at.day, 20261123);
    assert_int_equal(at.hour, 23);
    at = count_moment(7, morning_s + 14 * 3600);
    assert_int_equal(at.day, 20261124);
    assert_int_equal(at.hour, 0);
}

static void a_day_has_three_parts(void **state)
{
    (void)state;
    assert_int_equal(count_part(0), COUNT_MORNING);
    assert_int_equal(count_part(11), COUNT_MORNING);
    assert_int_equal(count_part(12), COUNT_AFTERNOON);
    assert_int_equal(count_part(17), COUNT_AFTERNOON);
    assert_int_equal(count_part(18), COUNT_EVENING);
    assert_int_equal(count_part(23), COUNT_EVENING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_whole),
        cmocka_unit_test(rows_are_ordered_by_each_member_in_turn),
        cmocka_unit_test(an_excluded_row_says_why),
        cmocka_unit_test(the_day_and_the_hour_are_local),
        cmocka_unit_test(a_day_has_three_parts),
    };
    return cmocka_run_group_tests_name("count", tests, NULL, NULL);
}
