/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "report/month.h"
#include "support/month_rows.h"
#include "support/tap.h"

enum { DRAWS = 40, DRAWN_ROWS = 1000 };

/* Open from 9 to 17, Mondays and 2 May closed. */
static int nine_to_five(const void *context, int day, int hour)
{
    (void)context;
    bool open = calendar_weekday(day) != 1 && day != 20260502 && hour >= 9 && hour < 17;
    return open ? 60 : 0;
}

static const struct month_facts hall = {.hall = "滨江馆", .open_min = nine_to_five};

static void run_all_day(struct month_rows *rows, int day)
{
    for (int hour = 8; hour < 18; hour++) {
        month_rows_add(rows, day, hour, "running", "", "", 60);
    }
}

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct month_rows));
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct month *read_days(struct month_rows *rows, const struct month_facts *facts,
                               int from, int to)
{
    struct count_source source = month_rows_source(rows);
    struct month *month = month_read(&source, facts, from, to);
    assert_non_null(month);
    return month;
}

static void a_period_has_one_before_it(void **state)
{
    (void)state;
    static const int cases[][4] = {
        {20260301, 20260331, 20260201, 20260228},
        {20240301, 20240331, 20240201, 20240229},
        {20260101, 20260131, 20251201, 20251231},
        {20260101, 20261231, 20250101, 20251231},
        {20240101, 20241231, 20230101, 20231231},
        {20260302, 20260308, 20260223, 20260301},
        {20260301, 20260301, 20260228, 20260228},
        {20260301, 20260330, 20260130, 20260228},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int from = 0;
        int to = 0;
        month_before(cases[i][0], cases[i][1], &from, &to);
        assert_int_equal(from, cases[i][2]);
        assert_int_equal(to, cases[i][3]);
    }
}

static void months_are_read_and_nothing_else(void **state)
{
    (void)state;
    static const char *const bad[] = {"",        "2026",      "2026-13", "2026-00",
                                      "2026-3",  "2026-03x",  "2026/03", "202603",
                                      "-026-03", "26-03",     "2026- 3", "二零二六-三",
                                      "0000-01", "2026-03-01"};
    int from = 0;
    int to = 0;
    assert_true(month_parse("2028-02", &from, &to));
    assert_int_equal(from, 20280201);
    assert_int_equal(to, 20280229);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        from = 7;
        assert_false(month_parse(bad[i], &from, &to));
        assert_non_null(strstr(err_text(), "2026-03"));
        assert_int_equal(from, 7);
    }
}

/* Each day of a fortnight stands for one way in which records can be whole or not. */
static void days_are_told_by_how_long_they_lack(void **state)
{
    struct month_rows *rows = *state;
    run_all_day(rows, 20260503); /* Sunday */
    run_all_day(rows, 20260504); /* Monday: closed, though it ran */
    for (int hour = 9; hour < 17; hour++) {
        if (hour != 13) {
            month_rows_add(rows, 20260505, hour, "running", "", "", hour == 9 ? 50 : 60);
        }
    }
    for (int hour = 9; hour < 17; hour++) {
        month_rows_add(rows, 20260506, hour, "running", "", "", hour == 16 ? 45 : 60);
    }
    month_rows_add(rows, 20260507, 10, "visit", "", "", 3);
    for (int hour = 0; hour < 9; hour++) { /* long enough, but at night */
        month_rows_add(rows, 20260509, hour, "running", "", "", 60);
    }
    struct month_facts facts = hall;
    facts.today = 20260509;
    facts.now_hour = 24;
    struct month *month = read_days(rows, &facts, 20260501, 20260512);

    static const enum month_state states[] = {
        MONTH_OUTSIDE, MONTH_OUTSIDE,  MONTH_COMPLETE, MONTH_CLOSED,
        MONTH_PARTLY,  MONTH_COMPLETE, MONTH_UNSURE,   MONTH_LOST,
        MONTH_PARTLY,  MONTH_OUTSIDE,  MONTH_OUTSIDE,  MONTH_OUTSIDE};

    for (size_t i = 0; i < month->now.day_count; i++) {
        assert_int_equal(month->now.days[i].state, states[i]);
    }
    assert_int_equal(month->now.days[4].missing_min, 70);
    assert_int_equal(month->now.days[5].missing_min, 0);
    assert_int_equal(month->now.days[8].missing_min, 8 * 60);
    assert_int_equal(month->now.expected, 6);
    assert_int_equal(month->now.of_state[MONTH_COMPLETE], 2);
    assert_int_equal(month->now.missing_min, 70 + 8 * 60 + 8 * 60);
    month_free(month);
}

/* At each hour of a day that has been on since eight: the hours to come lack nothing, the
 * one that goes on neither, and what was off before does. */
static void today_lacks_nothing_of_the_hours_to_come(void **state)
{
    struct month_rows *rows = *state;
    struct rng rng = rng_begin();
    const int today = 20260506; /* a Wednesday */
    int off = rng_int(&rng, 9, 16);
    month_rows_add(rows, 20260501, 9, "running", "", "", 60);
    for (int now = 0; now <= 24; now++) {
        struct month_facts facts = hall;
        facts.today = today;
        facts.now_hour = now;
        if (now > 8 && now - 1 != off) {
            month_rows_add(rows, today, now - 1, "running", "", "", 60);
        }
        struct month *month = read_days(rows, &facts, 20260501, 20260531);
        const struct month_day *day = &month->now.days[today - 20260501];
        bool lacks = now > off;
        assert_int_equal(day->state, lacks ? MONTH_PARTLY : MONTH_COMPLETE);
        assert_int_equal(day->missing_min, lacks ? 60 : 0);
        assert_int_equal(day->open_min, 8 * 60);
        assert_int_equal(day->goes_on, now < 24);
        assert_false(day[-1].goes_on || day[1].goes_on);
        month_free(month);
    }
}

/* Off since it opened: lost from the first whole hour on, not while it may still open. */
static void today_is_lost_once_an_hour_is(void **state)
{
    struct month_rows *rows = *state;
    month_rows_add(rows, 20260501, 9, "running", "", "", 60);
    for (int now = 0; now <= 24; now++) {
        struct month_facts facts = hall;
        facts.today = 20260506;
        facts.now_hour = now;
        struct month *month = read_days(rows, &facts, 20260501, 20260531);
        assert_int_equal(month->now.days[5].state, now > 9 ? MONTH_LOST : MONTH_COMPLETE);
        facts.open_min = NULL; /* any hour may be the first one */
        month_free(month);
        month = read_days(rows, &facts, 20260501, 20260531);
        assert_int_equal(month->now.days[5].state,
                         now == 24 ? MONTH_LOST : MONTH_COMPLETE);
        month_free(month);
    }
}

static void without_hours_each_day_is_an_opening_day(void **state)
{
    struct month_rows *rows = *state;
    const struct month_facts nothing = {.hall = ""};
    month_rows_add(rows, 20260301, 9, "running", "", "", 1);
    month_rows_add(rows, 20260303, 9, "visit", "", "", 1);
    struct month *month = read_days(rows, &nothing, 20260301, 20260303);
    assert_int_equal(month->now.days[0].state, MONTH_COMPLETE);
    assert_int_equal(month->now.days[1].state, MONTH_LOST);
    assert_int_equal(month->now.days[2].state, MONTH_UNSURE);
    assert_int_equal(month->now.days[0].open_min, MONTH_HOURS_UNKNOWN);
    assert_int_equal(month->now.expected, 3);
    month_free(month);
}

static void a_kiosk_without_counts_has_no_day(void **state)
{
    struct month_rows *rows = *state;
    struct month *month = read_days(rows, &hall, 20260301, 20260331);
    assert_int_equal(month->now.of_state[MONTH_OUTSIDE], 31);
    assert_int_equal(month->now.expected, 0);
    assert_int_equal(month->cell_count, 0);
    assert_int_equal(month_sum(month, "visit", NULL, NULL), 0);
    month_free(month);
}

/* Not lost: of the days before the first one that was counted by a right clock nothing is
 * known, whatever a wrong one has left there. */
static void a_wrong_clock_makes_no_day_a_lost_one(void **state)
{
    struct month_rows *rows = *state;
    const struct month_facts nothing = {.hall = ""};
    struct rng rng = rng_begin();
    int first = 20260301 + rng_int(&rng, 1, 20);
    month_rows_add(rows, 20000101, 0, "visit", "", "excluded:clock", 1);
    month_rows_add(rows, 20260301, 9, "running", "", "excluded:clock", 60);
    month_rows_add(rows, first, 9, "visit", "", "excluded:short", 1);
    struct month *month = read_days(rows, &nothing, 20260301, 20260331);
    assert_int_equal(month->now.of_state[MONTH_OUTSIDE], first - 20260301);
    assert_int_equal(month->before.of_state[MONTH_OUTSIDE], 28);
    month_free(month);
}

static void counts_that_cannot_be_read_are_told(void **state)
{
    struct month_rows *rows = *state;
    struct count_source source = month_rows_source(rows);
    rows->fails = true;
    assert_null(month_read(&source, &hall, 20260301, 20260331));
    assert_string_equal(err_text(), "counts.db: cannot be read");
}

/* ---- against sums made the long way ------------------------------------------------ */

static int64_t slow_sum(const struct month_rows *rows, int from, int to,
                        const char *metric, const char *subject)
{
    int64_t sum = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct count_row *row = &rows->rows[i];
        bool meant = str_equal(row->key.metric, metric) &&
                     (!subject || str_equal(row->key.subject, subject));
        if (meant && !count_excluded(row) && row->key.day >= from && row->key.day <= to) {
            sum += row->n;
        }
    }
    return sum;
}

static void draw_rows(struct month_rows *rows, struct rng *rng)
{
    static const char *const drawn[] = {"visit",      "lesson_started", "lesson_done",
                                        "unheard_of", "question",       "group"};
    static const char *const details[] = {"", "right", "wrong", "excluded:demo"};
    rows->count = 0;
    for (int i = 0; i < DRAWN_ROWS; i++) {
        char subject[16];
        int day = calendar_day(calendar_number(20260101) + rng_int(rng, 0, 120));
        str_format(subject, sizeof subject, "s%d", rng_int(rng, 0, 700));
        month_rows_add(rows, day, rng_int(rng, 0, 23), drawn[rng_int(rng, 0, 5)], subject,
                       details[rng_int(rng, 0, 3)], rng_int(rng, 0, 9));
    }
}

static void sums_are_those_of_the_rows(void **state)
{
    struct month_rows *rows = *state;
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS; draw++) {
        draw_rows(rows, &rng);
        int from = calendar_day(calendar_number(20260101) + rng_int(&rng, 0, 90));
        int to = calendar_day(calendar_number(from) + rng_int(&rng, 0, 40));
        struct month *month = read_days(rows, &hall, from, to);
        for (int i = 0; i < MONTH_OF_DAY; i++) {
            const char *metric = month_metric((enum month_of_day)i);
            int64_t of_days = 0;
            for (size_t d = 0; d < month->now.day_count; d++) {
                const struct month_day *day = &month->now.days[d];
                assert_int_equal(day->n[i],
                                 slow_sum(rows, day->day, day->day, metric, NULL));
                of_days += day->n[i];
            }
            assert_int_equal(of_days, slow_sum(rows, from, to, metric, NULL));
            assert_int_equal(month_sum(month, metric, NULL, NULL), of_days);
            assert_int_equal(
                month_sum_before(month, metric, NULL, NULL),
                slow_sum(rows, month->before.from, month->before.to, metric, NULL));
        }
        assert_int_equal(month_sum(month, "question", "s7", NULL),
                         slow_sum(rows, from, to, "question", "s7"));
        for (size_t i = 1; i < month->cell_count; i++) {
            const struct month_cell *a = &month->cells[i - 1];
            const struct month_cell *b = &month->cells[i];
            int order = strcmp(a->metric, b->metric);
            order = order ? order : strcmp(a->subject, b->subject);
            order = order ? order : strcmp(a->detail, b->detail);
            assert_true(order < 0);
        }
        month_free(month);
    }
}

static void expect_same_period(const struct month_period *a, const struct month_period *b)
{
    assert_int_equal(a->day_count, b->day_count);
    for (size_t i = 0; i < a->day_count; i++) {
        assert_int_equal(a->days[i].state, b->days[i].state);
        assert_int_equal(a->days[i].running_min, b->days[i].running_min);
        assert_memory_equal(a->days[i].n, b->days[i].n, sizeof a->days[i].n);
    }
    assert_int_equal(a->expected, b->expected);
    assert_int_equal(a->missing_min, b->missing_min);
}

static int64_t slow_part(const struct month_rows *rows, int from, int to, int part)
{
    int64_t sum = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct count_row *row = &rows->rows[i];
        if (str_equal(row->key.metric, "visit") && !count_excluded(row) &&
            row->key.day >= from && row->key.day <= to &&
            count_part(row->key.hour) == (enum count_part)part) {
            sum += row->n;
        }
    }
    return sum;
}

/* However many days are read at once, with the period before or without. */
static void slices_are_the_whole(void **state)
{
    struct month_rows *rows = *state;
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS; draw++) {
        draw_rows(rows, &rng);
        int from = calendar_day(calendar_number(20260101) + rng_int(&rng, 0, 90));
        int to = calendar_day(calendar_number(from) + rng_int(&rng, 0, 60));
        bool compared = rng_int(&rng, 0, 1);
        struct count_source source = month_rows_source(rows);
        struct month *whole = read_days(rows, &hall, from, to);
        struct month_reading *reading = month_begin(&source, &hall, from, to, compared);
        while (month_has_more(reading)) {
            assert_true(month_go_on(reading, rng_int(&rng, 1, 20)));
        }
        struct month *month = month_end(reading);
        expect_same_period(&month->now, &whole->now);
        assert_int_equal(month->before.day_count, compared ? whole->before.day_count : 0);
        for (size_t i = 0; i < whole->cell_count; i++) {
            const struct month_cell *cell = &whole->cells[i];
            assert_int_equal(month_sum(month, cell->metric, cell->subject, cell->detail),
                             cell->n);
            assert_int_equal(
                month_sum_before(month, cell->metric, cell->subject, cell->detail),
                compared ? cell->before : 0);
        }
        for (int part = 0; part < COUNT_PARTS; part++) {
            assert_int_equal(month->visits_of[part], slow_part(rows, from, to, part));
        }
        month_free(month);
        month_free(whole);
    }
}

static void a_reading_that_fails_is_dropped(void **state)
{
    struct month_rows *rows = *state;
    struct count_source source = month_rows_source(rows);
    struct month_reading *reading =
        month_begin(&source, &hall, 20260101, 20261231, false);
    assert_true(month_go_on(reading, 7));
    rows->fails = true;
    assert_false(month_go_on(reading, 7));
    assert_string_equal(err_text(), "counts.db: cannot be read");
    assert_true(month_has_more(reading));
    month_drop(reading);
    month_drop(NULL);
}

/* Of 10 people 3 said yes: Wilson's interval is 0.1078 to 0.6032 (R, prop.test without
 * correction). */
static void people_are_an_interval(void **state)
{
    struct month_rows *rows = *state;
    month_rows_add(rows, 20260301, 9, "visit", "", "", 1000);
    month_rows_add(rows, 20260301, 9, "group", "pupils", "", 41);
    month_rows_add(rows, 20260301, 9, "group_session", "pupils", "", 1);
    struct month *month = read_days(rows, &hall, 20260301, 20260331);
    struct month_people people = month_people(month);
    assert_int_equal(people.answered, 0);
    assert_int_equal(people.high, 0);
    assert_int_equal(people.heads, 41);
    assert_int_equal(people.groups, 1);
    month_free(month);
    month_rows_add(rows, 20260302, 9, "first_time", "", "yes", 3);
    month_rows_add(rows, 20260302, 9, "first_time", "", "no", 7);
    month = read_days(rows, &hall, 20260301, 20260331);
    people = month_people(month);
    assert_int_equal(people.answered, 10);
    assert_int_equal(people.low, 107);
    assert_int_equal(people.high, 604);
    month_free(month);
}

#define ROWS_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_period_has_one_before_it),
        cmocka_unit_test(months_are_read_and_nothing_else),
        ROWS_TEST(days_are_told_by_how_long_they_lack),
        ROWS_TEST(today_lacks_nothing_of_the_hours_to_come),
        ROWS_TEST(today_is_lost_once_an_hour_is),
        ROWS_TEST(without_hours_each_day_is_an_opening_day),
        ROWS_TEST(a_kiosk_without_counts_has_no_day),
        ROWS_TEST(a_wrong_clock_makes_no_day_a_lost_one),
        ROWS_TEST(counts_that_cannot_be_read_are_told),
        ROWS_TEST(sums_are_those_of_the_rows),
        ROWS_TEST(slices_are_the_whole),
        ROWS_TEST(a_reading_that_fails_is_dropped),
        ROWS_TEST(people_are_an_interval),
    };
    return cmocka_run_group_tests_name("month", tests, NULL, NULL);
}
