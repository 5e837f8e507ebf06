/* SPDX-License-Identifier: MIT */
/* A row a day: whether its records are whole, then what took place. */
#include <assert.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "report/sheet_parts.h"

enum { DATE, WEEKDAY, STATE, MISSING, FIRST_METRIC };

static const char *const state_keys[MONTH_STATES] = {
    [MONTH_COMPLETE] = "report_state_complete", [MONTH_PARTLY] = "report_state_partly",
    [MONTH_UNSURE] = "report_state_unsure",     [MONTH_LOST] = "report_state_lost",
    [MONTH_CLOSED] = "report_state_closed",     [MONTH_OUTSIDE] = "report_state_outside",
};

static const char *const weekday_keys[] = {
    "report_weekday_1", "report_weekday_2", "report_weekday_3", "report_weekday_4",
    "report_weekday_5", "report_weekday_6", "report_weekday_7"};

/* What is a part of what. */
static const enum month_of_day parts[][2] = {
    {MONTH_lesson_done, MONTH_lesson_started},
    {MONTH_test_passed, MONTH_test},
};

struct columns {
    size_t count;
    int64_t *n; /* a column after the other */
    bool *hidden;
};

static struct columns read_columns(const struct sheets *sheets)
{
    const struct month_period *now = &sheets->about.month->now;
    struct columns columns = {.count = now->day_count};
    columns.n = calloc(now->day_count * MONTH_OF_DAY, sizeof *columns.n);
    columns.hidden = calloc(now->day_count * MONTH_OF_DAY, sizeof *columns.hidden);
    assert(columns.n && columns.hidden);
    for (size_t d = 0; d < now->day_count; d++) {
        for (size_t c = 0; c < MONTH_OF_DAY; c++) {
            columns.n[c * columns.count + d] = now->days[d].n[c];
        }
    }
    return columns;
}

static bool is_split(enum month_of_day column)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (column == parts[i][0] || column == parts[i][1]) {
            return true;
        }
    }
    return false;
}

static void hide_columns(struct columns *columns)
{
    int64_t *rest = calloc(columns->count + 1, sizeof *rest);
    assert(rest);
    for (size_t c = 0; c < MONTH_OF_DAY; c++) {
        if (!is_split((enum month_of_day)c)) {
            small_hide(columns->n + c * columns->count,
                       columns->hidden + c * columns->count, columns->count);
        }
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t part = parts[i][0] * columns->count;
        size_t whole = parts[i][1] * columns->count;
        for (size_t d = 0; d < columns->count; d++) {
            rest[d] = columns->n[whole + d] - columns->n[part + d];
        }
        small_hide_split(&(struct small_split){.count = columns->count,
                                               .part = columns->n + part,
                                               .rest = rest,
                                               .whole = columns->n + whole,
                                               .split = columns->hidden + part,
                                               .whole_hidden = columns->hidden + whole});
    }
    free(rest);
}

static void add_day(struct sheets *sheets, struct sheet_table *table,
                    const struct month_day *day, const struct columns *columns, size_t d)
{
    struct sheet_row *row = sheet_row(table);
    const char *weekday = weekday_keys[calendar_weekday(day->day) - 1];
    cell_date(&row->cells[DATE], day->day);
    cell_text(&row->cells[WEEKDAY], sheets_text(sheets, weekday));
    cell_text(&row->cells[STATE], sheets_text(sheets, state_keys[day->state]));
    if (day->missing_min > 0) {
        cell_number(&row->cells[MISSING], day->missing_min);
    }
    for (size_t c = 0; c < MONTH_OF_DAY; c++) {
        if (day->state != MONTH_OUTSIDE || day->n[c] > 0) {
            cell_guarded(sheets, &row->cells[FIRST_METRIC + c], day->n[c],
                         columns->hidden[c * columns->count + d]);
        }
    }
}

void sheet_days(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    const struct month_period *now = &month->now;
    struct sheet_table *table = sheet_table(sheet, sheets_text(sheets, "report_by_day"));
    struct columns columns = read_columns(sheets);
    sheet->title = sheets_text(sheets, "report_days");
    if (sheets->about.published) {
        hide_columns(&columns);
    }
    sheet_column(table, sheets_text(sheets, "report_date"), false);
    sheet_column(table, sheets_text(sheets, "report_weekday"), false);
    sheet_column(table, sheets_text(sheets, "report_state"), false);
    sheet_column(table, sheets_text(sheets, "report_missing_short"), true);
    for (int c = 0; c < MONTH_OF_DAY; c++) {
        sheet_column(table, sheets_metric(sheets, month_metric((enum month_of_day)c)),
                     true);
    }
    for (size_t d = 0; d < now->day_count; d++) {
        add_day(sheets, table, &now->days[d], &columns, d);
    }
    struct sheet_row *total = sheet_total(table, sheets_text(sheets, "report_sum"));
    cell_number(&total->cells[MISSING], now->missing_min);
    total->cells[MISSING].formula = SHEET_SUM;
    for (int c = 0; c < MONTH_OF_DAY; c++) {
        const char *metric = month_metric((enum month_of_day)c);
        cell_sum(sheets, &total->cells[FIRST_METRIC + c],
                 month_sum(month, metric, NULL, NULL),
                 sheets_hides(month, metric, month_sum));
    }
    sheet->chart = (struct sheet_chart){.title = sheets_text(sheets, "report_chart_days"),
                                        .count = now->day_count,
                                        .category = DATE,
                                        .value = FIRST_METRIC + MONTH_visit};
    free(columns.n);
    free(columns.hidden);
}
