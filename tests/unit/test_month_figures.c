/* SPDX-License-Identifier: MIT */
/* What the staff's month shows, against sums made the long way: drawn halls, drawn
 * days. */
#include <limits.h>

#include "base/calendar.h"
#include "base/str.h"
#include "screens/staff/month_figures.h"
#include "support/month_rows.h"
#include "support/tap.h"

enum { DRAWS = 40, FIRST = 20260101, DAYS = 800, VISITS_MOST = 12, SOME_DAYS = 70 };

static int nine_to_five(const void *context, int day, int hour)
{
    (void)context;
    return calendar_weekday(day) != 1 && hour >= 9 && hour < 17 ? 60 : 0;
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

static int draw_day(struct rng *rng)
{
    return calendar_day(calendar_number(FIRST) + rng_int(rng, 0, DAYS));
}

/* ---- spans ------------------------------------------------------------------------- */

static void a_span_has_its_day_and_nothing_lies_between_two(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS * SPANS; draw++) {
        enum span span = (enum span)(draw % SPANS);
        int day = draw_day(&rng);
        struct span_days days = span_of(span, day);
        assert_true(days.from <= day && day <= days.to);
        struct span_days next = span_turn(&days, 1);
        struct span_days back = span_turn(&next, -1);
        assert_int_equal(next.from, calendar_after(days.to));
        assert_int_equal(back.from, days.from);
        assert_int_equal(back.to, days.to);
    }
    struct span_days week = span_of(SPAN_WEEK, 20260101);
    assert_int_equal(week.from, 20251229);
    assert_int_equal(week.to, 20260104);
    struct span_days month = span_of(SPAN_MONTH, 20280210);
    assert_int_equal(month.to, 20280229);
}

/* ---- figures ----------------------------------------------------------------------- */

/* Some days of a hall around the shown ones; on most it was on all day. */
static void draw_hall(struct month_rows *rows, struct rng *rng,
                      const struct span_days *shown)
{
    rows->count = 0;
    int days = calendar_number(shown->to) - calendar_number(shown->from);
    for (int i = 0; i < SOME_DAYS; i++) {
        int day = calendar_day(calendar_number(shown->from) + rng_int(rng, -3, days + 3));
        month_rows_draw_day(rows, rng, day, rng_int(rng, 0, VISITS_MOST));
        for (int hour = 9; hour < 17 && rng_int(rng, 0, 3); hour++) {
            month_rows_add(rows, day, hour, "running", "", "", 60);
        }
    }
    month_rows_add(rows, shown->from, 20, "visit", "", "", rng_int(rng, 1, 5));
}

static struct figures figures_of(struct month_rows *rows, const struct span_days *shown,
                                 int today, int now_hour)
{
    struct count_source source = month_rows_source(rows);
    const struct month_facts facts = {
        .hall = "", .today = today, .now_hour = now_hour, .open_min = nine_to_five};
    struct month_reading *reading =
        month_begin(&source, &facts, shown->from, shown->to, false);
    assert_true(month_go_on(reading, SHRT_MAX));
    struct month *month = month_end(reading);
    struct figures figures;
    figures_make(month, shown, &figures);
    month_free(month);
    return figures;
}

static int64_t slow_sum(const struct month_rows *rows, int from, int to,
                        const char *metric, const char *subject)
{
    int64_t sum = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct count_row *row = &rows->rows[i];
        bool meant = str_equal(row->key.metric, metric) &&
                     (!subject || str_equal(row->key.subject, subject));
        bool then = row->key.day >= from && row->key.day <= to;
        sum += meant && then && !count_excluded(row) ? row->n : 0;
    }
    return sum;
}

static int64_t slow_part(const struct month_rows *rows, int day, int part)
{
    int64_t sum = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct count_row *row = &rows->rows[i];
        bool meant = str_equal(row->key.metric, "visit") && row->key.day == day;
        bool then = (int)count_part(row->key.hour) == part;
        sum += meant && then && !count_excluded(row) ? row->n : 0;
    }
    return sum;
}

static void expect_bars(const struct month_rows *rows, const struct figures *figures)
{
    int64_t sum = 0;
    int64_t most = 0;
    for (size_t i = 0; i < figures->bar_count; i++) {
        const struct figures_bar *bar = &figures->bars[i];
        bool month = figures->shown.span == SPAN_YEAR;
        int to = month ? span_of(SPAN_MONTH, bar->from).to : bar->from;
        bool part = figures->shown.span == SPAN_DAY;
        assert_int_equal(bar->n, part ? slow_part(rows, bar->from, bar->number)
                                      : slow_sum(rows, bar->from, to, "visit", NULL));
        assert_int_equal(bar->groups,
                         !part && slow_sum(rows, bar->from, to, "group", NULL) > 0);
        assert_int_equal(bar->weekend,
                         !part && !month && calendar_weekday(bar->from) > 5);
        sum += bar->n;
        most = bar->n > most ? bar->n : most;
    }
    assert_int_equal(sum, figures->visits);
    assert_int_equal(figures->bars[figures->most].n, most);
    assert_true(figures->top >= most && figures->top >= 10);
    assert_true(figures->top == 10 || figures->top <= most * 2);
}

static void expect_lessons(const struct month_rows *rows, const struct figures *figures)
{
    int from = figures->shown.from;
    int to = figures->shown.to;
    int64_t started = figures->other_started;
    int64_t done = figures->other_done;
    for (size_t i = 0; i < figures->lesson_count; i++) {
        const struct figures_lesson *lesson = &figures->lessons[i];
        assert_int_equal(lesson->done,
                         slow_sum(rows, from, to, "lesson_done", lesson->id));
        assert_int_equal(lesson->started,
                         slow_sum(rows, from, to, "lesson_started", lesson->id));
        assert_true(i == 0 || lesson[-1].done >= lesson->done);
        started += lesson->started;
        done += lesson->done;
    }
    assert_int_equal(started, figures->started);
    assert_int_equal(done, figures->done);
    assert_int_equal(figures->started, slow_sum(rows, from, to, "lesson_started", NULL));
}

static void expect_marks(const struct figures *figures)
{
    int gaps = 0;
    int days = figures->other_gaps;
    for (size_t i = 0; i < figures->marks; i++) {
        enum figures_mark mark = figures->mark[i];
        gaps += mark == FIGURES_PARTLY || mark == FIGURES_UNSURE || mark == FIGURES_LOST;
    }
    for (size_t i = 0; i < figures->gap_count; i++) {
        days += figures->gaps[i].days;
    }
    assert_int_equal(figures->marks,
                     figures->shown.span == SPAN_DAY ? 1 : figures->bar_count);
    assert_int_equal(figures->gap_count,
                     gaps < FIGURES_GAPS_MAX ? gaps : FIGURES_GAPS_MAX);
    assert_int_equal(days, figures->expected - figures->complete);
}

static void what_is_shown_is_what_was_counted(void **state)
{
    struct month_rows *rows = *state;
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS; draw++) {
        struct span_days shown = span_of((enum span)(draw % SPANS), draw_day(&rng));
        draw_hall(rows, &rng, &shown);
        int today = rng_int(&rng, 0, 1) ? shown.to : calendar_after(shown.to);
        struct figures figures = figures_of(rows, &shown, today, rng_int(&rng, 0, 24));
        assert_int_equal(figures.visits,
                         slow_sum(rows, shown.from, shown.to, "visit", NULL));
        assert_int_equal(figures.runs,
                         slow_sum(rows, shown.from, shown.to, "practice", NULL) +
                             slow_sum(rows, shown.from, shown.to, "test", NULL));
        assert_int_equal(figures.people.heads,
                         slow_sum(rows, shown.from, shown.to, "group", NULL));
        expect_bars(rows, &figures);
        expect_lessons(rows, &figures);
        expect_marks(&figures);
    }
}

/* Of more lessons than are shown none is forgotten. */
static void the_other_lessons_are_told_together(void **state)
{
    struct month_rows *rows = *state;
    struct rng rng = rng_begin();
    int lessons = rng_int(&rng, FIGURES_LESSONS_MAX + 1, 40);
    const struct span_days shown = span_of(SPAN_MONTH, FIRST);
    for (int i = 0; i < lessons; i++) {
        char id[16];
        str_format(id, sizeof id, "lesson-%d", i);
        month_rows_add(rows, FIRST, 9, "lesson_started", id, "", rng_int(&rng, 20, 30));
        month_rows_add(rows, FIRST, 9, "lesson_done", id, "", rng_int(&rng, 0, 20));
        month_rows_add(rows, FIRST, 9, "lesson_done", id, "excluded:demo", 100);
    }
    struct figures figures = figures_of(rows, &shown, 0, 0);
    assert_int_equal(figures.lesson_count, FIGURES_LESSONS_MAX);
    assert_int_equal(figures.other_lessons, lessons - FIGURES_LESSONS_MAX);
    expect_lessons(rows, &figures);
}

/* A year of a hall that opened in May, was off on one day and for three hours of another,
 * and shows a Wednesday in June at noon. */
static void the_months_of_a_year_are_as_whole_as_their_days(void **state)
{
    struct month_rows *rows = *state;
    const struct span_days shown = span_of(SPAN_YEAR, 20260101);
    for (int day = 20260501; day <= 20260617; day = calendar_after(day)) {
        for (int hour = 9; hour < 17; hour++) {
            bool off = day == 20260512 || (day == 20260514 && hour < 12) ||
                       (day == 20260617 && hour >= 12);
            month_rows_add(rows, day, hour, "running", "", "", off ? 0 : 60);
        }
    }
    struct figures figures = figures_of(rows, &shown, 20260617, 12);
    assert_int_equal(figures.mark[3], FIGURES_OUTSIDE);
    assert_int_equal(figures.mark[4], FIGURES_PARTLY);
    assert_int_equal(figures.mark[5], FIGURES_SO_FAR);
    assert_int_equal(figures.mark[6], FIGURES_OUTSIDE);
    assert_int_equal(figures.gap_count, 1);
    assert_int_equal(figures.gaps[0].from, 20260501);
    assert_int_equal(figures.gaps[0].days, 2);
    assert_int_equal(figures.expected - figures.complete, 2);
    const struct span_days may = span_of(SPAN_MONTH, 20260501);
    figures = figures_of(rows, &may, 20260617, 12);
    assert_int_equal(figures.gap_count, 2);
    assert_int_equal(figures.mark[11], FIGURES_LOST);
    assert_int_equal(figures.gaps[0].from, 20260512);
    assert_int_equal(figures.mark[13], FIGURES_PARTLY);
    assert_int_equal(figures.gaps[1].missing_min, 180);
    assert_int_equal(figures.mark[3], FIGURES_CLOSED); /* a Monday */
    assert_false(figures.hours_unknown);
}

#define ROWS_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_span_has_its_day_and_nothing_lies_between_two),
        ROWS_TEST(what_is_shown_is_what_was_counted),
        ROWS_TEST(the_other_lessons_are_told_together),
        ROWS_TEST(the_months_of_a_year_are_as_whole_as_their_days),
    };
    return cmocka_run_group_tests_name("month_figures", tests, NULL, NULL);
}
