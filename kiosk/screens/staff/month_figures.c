/* SPDX-License-Identifier: MIT */
#include "screens/staff/month_figures.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"

enum { MONTHS = 12, FRIDAY = 5 };

/* ---- marks ------------------------------------------------------------------------- */

static enum figures_mark mark_of_day(const struct month_day *day)
{
    static const enum figures_mark marks[MONTH_STATES] = {
        [MONTH_COMPLETE] = FIGURES_WHOLE, [MONTH_PARTLY] = FIGURES_PARTLY,
        [MONTH_UNSURE] = FIGURES_UNSURE,  [MONTH_LOST] = FIGURES_LOST,
        [MONTH_CLOSED] = FIGURES_CLOSED,  [MONTH_OUTSIDE] = FIGURES_OUTSIDE,
    };

    bool so_far = day->goes_on && day->state == MONTH_COMPLETE;
    return so_far ? FIGURES_SO_FAR : marks[day->state];
}

static bool is_gap(enum figures_mark mark)
{
    return mark == FIGURES_PARTLY || mark == FIGURES_UNSURE || mark == FIGURES_LOST;
}

/* A month is as whole as the worst of its days; lost only when all of it is. */
static enum figures_mark mark_of_days(const struct month_day *days, size_t count)
{
    int of[FIGURES_MARKS] = {0};
    for (size_t i = 0; i < count; i++) {
        of[mark_of_day(&days[i])]++;
    }
    int whole = of[FIGURES_WHOLE] + of[FIGURES_SO_FAR];
    if (of[FIGURES_PARTLY] + of[FIGURES_LOST] > 0) {
        bool all = whole + of[FIGURES_PARTLY] + of[FIGURES_UNSURE] == 0;
        return all ? FIGURES_LOST : FIGURES_PARTLY;
    }
    return of[FIGURES_UNSURE] > 0   ? FIGURES_UNSURE
           : of[FIGURES_SO_FAR] > 0 ? FIGURES_SO_FAR
           : whole > 0              ? FIGURES_WHOLE
           : of[FIGURES_CLOSED] > 0 ? FIGURES_CLOSED
                                    : FIGURES_OUTSIDE;
}

/* ---- bars -------------------------------------------------------------------------- */

static struct figures_gap gap_of(const struct month_day *days, size_t count,
                                 enum figures_mark mark)
{
    struct figures_gap gap = {.from = days[0].day, .mark = mark};
    for (size_t i = 0; i < count; i++) {
        gap.missing_min += days[i].missing_min;
        gap.days += is_gap(mark_of_day(&days[i]));
    }
    return gap;
}

/* The mark below the bar of these days, and the gap that it tells. */
static void put_mark(struct figures *figures, const struct month_day *days, size_t count)
{
    enum figures_mark mark =
        count == 1 ? mark_of_day(&days[0]) : mark_of_days(days, count);
    figures->mark[figures->marks++] = mark;
    if (!is_gap(mark)) {
        return;
    }
    struct figures_gap gap = gap_of(days, count, mark);
    if (figures->gap_count < FIGURES_GAPS_MAX) {
        figures->gaps[figures->gap_count++] = gap;
    } else {
        figures->other_gaps += gap.days;
    }
}

static void put_days(struct figures *figures, const struct month_day *days, size_t count,
                     int number)
{
    assert(figures->bar_count < FIGURES_BARS_MAX);
    struct figures_bar *bar = &figures->bars[figures->bar_count++];
    *bar = (struct figures_bar){.number = number, .from = days[0].day};
    bar->weekend = count == 1 && calendar_weekday(days[0].day) > FRIDAY;
    for (size_t i = 0; i < count; i++) {
        bar->n += days[i].n[MONTH_visit];
        bar->groups = bar->groups || days[i].n[MONTH_group] > 0;
    }
    put_mark(figures, days, count);
}

static void put_months(struct figures *figures, const struct month_period *now)
{
    size_t at = 0;
    for (int month = 1; month <= MONTHS; month++) {
        int year = now->from / 10000;
        size_t count = (size_t)calendar_month_days(year, month);
        put_days(figures, now->days + at, count, month);
        at += count;
    }
    assert(at == now->day_count);
}

static void put_parts(struct figures *figures, const struct month *month)
{
    for (int part = 0; part < COUNT_PARTS; part++) {
        figures->bars[figures->bar_count++] = (struct figures_bar){
            .n = month->visits_of[part], .number = part, .from = month->now.from};
    }
    put_mark(figures, month->now.days, 1);
}

/* The next of these, times a power of ten: its half is a whole number, too. */
static int64_t top_of(int64_t most)
{
    static const int tops[] = {10, 12, 16, 20, 30, 40, 60, 80};
    int64_t times = 1;
    for (size_t i = 0;; i++) {
        if (i == sizeof tops / sizeof *tops) {
            i = 0;
            times *= 10;
        }
        if (tops[i] * times >= most) {
            return tops[i] * times;
        }
    }
}

static void put_bars(struct figures *figures, const struct month *month)
{
    const struct month_period *now = &month->now;
    if (figures->shown.span == SPAN_DAY) {
        put_parts(figures, month);
    } else if (figures->shown.span == SPAN_YEAR) {
        put_months(figures, now);
    } else {
        for (size_t i = 0; i < now->day_count; i++) {
            put_days(figures, &now->days[i], 1, now->days[i].day % 100);
        }
    }
    for (size_t i = 0; i < figures->bar_count; i++) {
        figures->most =
            figures->bars[i].n > figures->bars[figures->most].n ? i : figures->most;
    }
    figures->top = top_of(figures->bars[figures->most].n);
}

/* ---- lessons ----------------------------------------------------------------------- */

static int by_done(const void *left, const void *right)
{
    const struct figures_lesson *a = left;
    const struct figures_lesson *b = right;
    if (a->done != b->done) {
        return a->done > b->done ? -1 : 1;
    }
    if (a->started != b->started) {
        return a->started > b->started ? -1 : 1;
    }
    return strcmp(a->id, b->id);
}

/* Adds the sums of a metric to the lessons; cells are ordered by lesson. */
static size_t add_lessons(const struct month *month, const char *metric, bool done,
                          struct figures_lesson *lessons, size_t count)
{
    size_t cells = 0;
    const struct month_cell *cell = month_cells(month, metric, &cells);
    for (size_t i = 0; i < cells; i++) {
        size_t at = 0;
        if (month_excluded(&cell[i]) || cell[i].n == 0) {
            continue;
        }
        while (at < count && !str_equal(lessons[at].id, cell[i].subject)) {
            at++;
        }
        if (at == count) {
            lessons[count] = (struct figures_lesson){.started = 0};
            str_copy(lessons[count++].id, COUNT_TEXT_MAX, cell[i].subject);
        }
        *(done ? &lessons[at].done : &lessons[at].started) += cell[i].n;
    }
    return count;
}

static void put_lessons(struct figures *figures, const struct month *month)
{
    size_t started = 0;
    size_t done = 0;
    month_cells(month, "lesson_started", &started);
    month_cells(month, "lesson_done", &done);
    struct figures_lesson *lessons = calloc(started + done + 1, sizeof *lessons);
    assert(lessons);
    size_t count = add_lessons(month, "lesson_started", false, lessons, 0);
    count = add_lessons(month, "lesson_done", true, lessons, count);
    qsort(lessons, count, sizeof *lessons, by_done);
    for (size_t i = 0; i < count; i++) {
        if (i < FIGURES_LESSONS_MAX) {
            figures->lessons[figures->lesson_count++] = lessons[i];
        } else {
            figures->other_lessons++;
            figures->other_started += lessons[i].started;
            figures->other_done += lessons[i].done;
        }
    }
    free(lessons);
}

/* ---- the whole --------------------------------------------------------------------- */

static int64_t sum_of(const struct month *month, const char *metric)
{
    return month_sum(month, metric, NULL, NULL);
}

void figures_make(const struct month *month, const struct span_days *shown,
                  struct figures *figures)
{
    const struct month_period *now = &month->now;
    *figures = (struct figures){.shown = *shown,
                                .visits = sum_of(month, "visit"),
                                .started = sum_of(month, "lesson_started"),
                                .done = sum_of(month, "lesson_done"),
                                .pushes = sum_of(month, "pushes"),
                                .people = month_people(month),
                                .expected = now->expected,
                                .complete = now->of_state[MONTH_COMPLETE]};
    figures->runs = sum_of(month, "practice") + sum_of(month, "test");
    for (size_t i = 0; i < now->day_count; i++) {
        const struct month_day *day = &now->days[i];
        figures->hours_unknown =
            figures->hours_unknown ||
            (day->open_min == MONTH_HOURS_UNKNOWN && day->state != MONTH_OUTSIDE);
    }
    put_bars(figures, month);
    put_lessons(figures, month);
}
