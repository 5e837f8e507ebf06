/* SPDX-License-Identifier: MIT */
/* What anybody may read, held against its promise: it is of five visits at least. */
#include "base/calendar.h"
#include "count/crowd.h"
#include "support/tap.h"

enum { HOURS_MAX = 4000, DAY = 20260302 /* a Monday */ };

struct hour {
    int day, hour;
    struct crowd_sums sums;
};

struct past {
    size_t count;
    struct hour hours[HOURS_MAX];
};

static struct past past;

/* A hall that few visit, or many; on some days nobody. */
static void draw_past(struct rng *rng, int from, int days, int busy)
{
    past.count = 0;
    for (int i = 0; i < days; i++) {
        int day = calendar_day(calendar_number(from) + i);
        bool closed = rng_int(rng, 0, 4) == 0;
        for (int hour = 9; hour < 17 && !closed; hour++) {
            int visits = rng_int(rng, 0, busy);
            struct hour *next = &past.hours[past.count++];
            *next = (struct hour){day, hour, {visits, 0}};
            for (int visit = 0; visit < visits; visit++) {
                next->sums.lessons += rng_int(rng, 0, 3);
            }
        }
    }
}

static struct crowd crowd_of(size_t hours)
{
    struct crowd crowd = {0};
    for (size_t i = 0; i < hours; i++) {
        crowd_add(&crowd, past.hours[i].day, &past.hours[i].sums);
    }
    return crowd;
}

static int64_t sum_from(int from_day, size_t hours)
{
    int64_t visits = 0;
    for (size_t i = 0; i < hours; i++) {
        visits += past.hours[i].day >= from_day ? past.hours[i].sums.visits : 0;
    }
    return visits;
}

/* No more than came, but for what waited when the day began, and no less than ten of
 * rounding and what waits now. */
static void it_tells_about_how_many_came(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        draw_past(&rng, DAY, 60, rng_int(&rng, 1, 12));
        for (size_t hours = 1; hours <= past.count; hours += 7) {
            struct crowd crowd = crowd_of(hours);
            int day = past.hours[hours - 1].day;
            int monday = calendar_day(calendar_number(day) - calendar_weekday(day) + 1);
            const int from[CROWD_SPANS] = {day, monday, day / 10000 * 10000};
            for (int span = 0; span < CROWD_SPANS; span++) {
                int64_t told = crowd_told(&crowd, day, (enum crowd_span)span).visits;
                int64_t came = sum_from(from[span], hours);
                assert_true(told % CROWD_ROUND == 0);
                assert_true(told < came + CROWD_BATCH);
                assert_true(told > came - CROWD_ROUND - CROWD_BATCH);
            }
        }
    }
}

/* Hour by hour: what the year goes on by is of five visits at least, and of all that came
 * since it went on before. */
static void whoever_stands_by_learns_of_five_visits_at_least(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        draw_past(&rng, DAY, 60, rng_int(&rng, 1, 7));
        struct crowd crowd = {0};
        struct crowd_sums before = {0, 0};
        struct crowd_sums since = {0, 0};
        for (size_t i = 0; i < past.count; i++) {
            const struct crowd_sums *year = &crowd.told[CROWD_YEAR];
            crowd_add(&crowd, past.hours[i].day, &past.hours[i].sums);
            since.visits += past.hours[i].sums.visits;
            since.lessons += past.hours[i].sums.lessons;
            if (year->visits == before.visits) {
                assert_int_equal(year->lessons, before.lessons);
                continue;
            }
            assert_true(since.visits >= 5);
            assert_int_equal(year->visits - before.visits, since.visits);
            assert_int_equal(year->lessons - before.lessons, since.lessons);
            since = (struct crowd_sums){0, 0};
            before = *year;
        }
    }
}

/* The year without its week, as it stands on any two moments of one week, is the same:
 * what one visitor did late on Sunday does not come out on Monday. */
static void no_span_without_another_tells_of_few(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        draw_past(&rng, DAY, 60, 3);
        struct crowd crowd = {0};
        int64_t rest[CROWD_SPANS][2] = {{0}};
        int week = 0;
        int day = 0;
        for (size_t i = 0; i < past.count; i++) {
            crowd_add(&crowd, past.hours[i].day, &past.hours[i].sums);
            const struct crowd_sums *told = crowd.told;
            int64_t year_rest = told[CROWD_YEAR].lessons - told[CROWD_WEEK].lessons;
            int64_t week_rest = told[CROWD_WEEK].lessons - told[CROWD_TODAY].lessons;
            int this_week = calendar_number(crowd.day) - calendar_weekday(crowd.day);
            assert_true(week != this_week || rest[CROWD_YEAR][0] == year_rest);
            assert_true(day != crowd.day || rest[CROWD_WEEK][0] == week_rest);
            rest[CROWD_YEAR][0] = year_rest;
            rest[CROWD_WEEK][0] = week_rest;
            week = this_week;
            day = crowd.day;
        }
    }
}

/* A kiosk that has been on since last year, and one that was switched on today. */
static void it_is_the_same_after_a_restart(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        draw_past(&rng, 20261201, 60, rng_int(&rng, 1, 6));
        struct crowd on = crowd_of(past.count);
        struct crowd anew = {0};
        for (size_t i = 0; i < past.count; i++) {
            if (past.hours[i].day >= 20270101) {
                crowd_add(&anew, past.hours[i].day, &past.hours[i].sums);
            }
        }
        for (int span = 0; span < CROWD_SPANS; span++) {
            struct crowd_sums a = crowd_told(&on, on.day, (enum crowd_span)span);
            struct crowd_sums b = crowd_told(&anew, on.day, (enum crowd_span)span);
            assert_int_equal(a.visits, b.visits);
            assert_int_equal(a.lessons, b.lessons);
        }
    }
}

static void spans_end_with_their_day_week_and_year(void **state)
{
    (void)state;
    struct crowd crowd = {0};
    const struct crowd_sums many = {38, 27};
    crowd_add(&crowd, 20261230, &many); /* a Wednesday */

    static const struct {
        int day;
        int64_t told[CROWD_SPANS];
    } cases[] = {{20261230, {30, 30, 30}},
                 {20261231, {0, 30, 30}},
                 {20270101, {0, 0, 0}},
                 {20270104, {0, 0, 0}}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int span = 0; span < CROWD_SPANS; span++) {
            struct crowd_sums told =
                crowd_told(&crowd, cases[i].day, (enum crowd_span)span);
            assert_int_equal(told.visits, cases[i].told[span]);
            assert_int_equal(told.lessons, cases[i].told[span] ? 20 : 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_tells_about_how_many_came),
        cmocka_unit_test(whoever_stands_by_learns_of_five_visits_at_least),
        cmocka_unit_test(no_span_without_another_tells_of_few),
        cmocka_unit_test(it_is_the_same_after_a_restart),
        cmocka_unit_test(spans_end_with_their_day_week_and_year),
    };
    return cmocka_run_group_tests_name("crowd", tests, NULL, NULL);
}
