/* SPDX-License-Identifier: MIT */
/* When the hall is closed, and when it opens again, minute by minute. */
#include "base/calendar.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/open_now.h"
#include "support/tap.h"

/* 2 March 2026 is a Monday. */
enum { MONDAY = 20260302, TUESDAY, WEDNESDAY, SATURDAY = 20260307, SUNDAY };

static struct conf_settings hall_of(const char *const *open)
{
    struct conf_settings hall;
    conf_settings_default(&hall);
    for (; *open; open++) {
        assert_true(opening_add(&hall.open, *open));
    }
    return hall;
}

static void a_hall_opens_again_as_it_says(void **state)
{
    (void)state;
    struct conf_settings hall = hall_of(
        (const char *const[]){"2-5 9:00-11:30", "2-5 13:00-16:30", "6 20:00-1:30", NULL});

    static const struct {
        int day, minute, opens_day, opens_min;
    } cases[] = {
        {MONDAY, 600, TUESDAY, 540},   {TUESDAY, 539, TUESDAY, 540},
        {TUESDAY, 690, TUESDAY, 780},  {TUESDAY, 990, WEDNESDAY, 540},
        {SATURDAY, 0, SATURDAY, 1200}, {SUNDAY, 90, 20260310, 540},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(conf_is_closed(&hall, cases[i].day, cases[i].minute));
        struct conf_opens next = conf_opens_next(&hall, cases[i].day, cases[i].minute);
        assert_int_equal(next.day, cases[i].opens_day);
        assert_int_equal(next.minute, cases[i].opens_min);
    }
    assert_false(conf_is_closed(&hall, TUESDAY, 540));
    assert_false(conf_is_closed(&hall, SUNDAY, 89));
    assert_int_equal(conf_day_over(&hall, MONDAY), 0);
    assert_int_equal(conf_day_over(&hall, TUESDAY), 17);
    assert_int_equal(conf_day_over(&hall, SATURDAY), 24);
    assert_int_equal(conf_day_over(&hall, SUNDAY), 2);
}

static void holidays_are_passed_over(void **state)
{
    (void)state;
    struct conf_settings hall = hall_of((const char *const[]){"always", NULL});
    hall.closed[hall.closed_count++] = (struct conf_days){TUESDAY, WEDNESDAY};
    assert_false(conf_is_closed(&hall, MONDAY, 1439));
    assert_true(conf_is_closed(&hall, TUESDAY, 0));
    assert_int_equal(conf_opens_next(&hall, TUESDAY, 30).day, 20260305);
    assert_int_equal(conf_opens_next(&hall, TUESDAY, 30).minute, 0);
    hall.closed[0].to = 20291231;
    assert_int_equal(conf_opens_next(&hall, TUESDAY, 30).day, 0);
}

static void without_hours_nobody_says_that_it_is_closed(void **state)
{
    (void)state;
    struct conf_settings hall = hall_of((const char *const[]){NULL});
    hall.closed[hall.closed_count++] = (struct conf_days){MONDAY, MONDAY};
    assert_false(conf_is_closed(&hall, MONDAY, 600));
    assert_int_equal(conf_opens_next(&hall, MONDAY, 600).day, 0);
    assert_int_equal(conf_day_over(&hall, TUESDAY), 0);
}

/* Drawn hours: the next opening is the first minute at which it is not closed. */
static void the_next_opening_is_the_first_open_minute(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        struct conf_settings hall = hall_of((const char *const[]){NULL});
        int spans = rng_int(&rng, 1, 4);
        for (int i = 0; i < spans; i++) {
            char text[64];
            int from = rng_int(&rng, 0, 23);
            str_format(text, sizeof text, "%d %d:30-%d:00", rng_int(&rng, 1, 7), from,
                       rng_int(&rng, 0, 24));
            assert_true(opening_add(&hall.open, text));
        }
        int from = calendar_day(calendar_number(MONDAY) + rng_int(&rng, 0, 6));
        hall.closed[hall.closed_count++] = (struct conf_days){from, calendar_after(from)};
        int day = calendar_day(calendar_number(MONDAY) + rng_int(&rng, 0, 6));
        int minute = rng_int(&rng, 0, 1439);
        struct conf_opens next = conf_opens_next(&hall, day, minute);
        if (!conf_is_closed(&hall, day, minute)) {
            continue;
        }
        do {
            minute = (minute + 1) % 1440;
            day = minute == 0 ? calendar_after(day) : day;
        } while (conf_is_closed(&hall, day, minute));
        assert_int_equal(next.day, day);
        assert_int_equal(next.minute, minute);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hall_opens_again_as_it_says),
        cmocka_unit_test(holidays_are_passed_over),
        cmocka_unit_test(without_hours_nobody_says_that_it_is_closed),
        cmocka_unit_test(the_next_opening_is_the_first_open_minute),
    };
    return cmocka_run_group_tests_name("open_now", tests, NULL, NULL);
}
