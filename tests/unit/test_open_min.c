/* SPDX-License-Identifier: MIT */
#include "conf/conf.h"
#include "conf/open_min.h"
#include "support/tap.h"

/* 2 March 2026 is a Monday. */
static void an_hour_is_open_as_the_settings_say(void **state)
{
    (void)state;

    static const struct {
        int day, hour, minutes;
    } cases[] = {
        {20260302, 10, 0}, {20260303, 8, 30}, {20260303, 9, 60},  {20260303, 16, 60},
        {20260303, 17, 0}, {20260307, 8, 0},  {20260307, 23, 60}, {20260308, 0, 60},
        {20260308, 1, 30}, {20260308, 2, 0},  {20260310, 9, 0},   {20260311, 9, 0},
        {20260312, 9, 60},
    };
    struct conf_settings hall;
    conf_settings_default(&hall);
    assert_true(opening_add(&hall.open, "2-5 8:30-17:00"));
    assert_true(opening_add(&hall.open, "6 20:00-1:30"));
    hall.closed[hall.closed_count++] = (struct conf_days){20260310, 20260311};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(conf_open_min(&hall, cases[i].day, cases[i].hour),
                         cases[i].minutes);
    }
}

static void without_hours_only_closed_days_are_known(void **state)
{
    (void)state;
    struct conf_settings hall;
    conf_settings_default(&hall);
    hall.closed[hall.closed_count++] = (struct conf_days){20260310, 20260310};
    assert_int_equal(conf_open_min(&hall, 20260310, 9), 0);
    assert_int_equal(conf_open_min(&hall, 20260311, 9), CONF_HOURS_UNKNOWN);
    assert_true(opening_add(&hall.open, "always"));
    assert_int_equal(conf_open_min(&hall, 20260310, 9), 0);
    assert_int_equal(conf_open_min(&hall, 20260311, 3), 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_hour_is_open_as_the_settings_say),
        cmocka_unit_test(without_hours_only_closed_days_are_known),
    };
    return cmocka_run_group_tests_name("open_min", tests, NULL, NULL);
}
