/* SPDX-License-Identifier: MIT */
/* A row a lesson that somebody began, by title and id. */
#include <assert.h>
#include <stdlib.h>

#include "report/sheet_parts.h"

enum { TITLE, ID, STARTED, DONE, SHARE, QUIZ, CALL, AED, METRICS = 5 };

/* Of `metrics`. */
enum { PART, WHOLE, FIRST_ALONE };

/* The first is a part of the second. */
static const struct {
    const char *metric;
    int column;
} metrics[METRICS] = {
    {"lesson_done", DONE}, {"lesson_started", STARTED}, {"quiz_passed", QUIZ},
    {"call_done", CALL},   {"aed_done", AED},
};

static void add_lessons(struct sheets *sheets, struct sheet_table *table,
                        const char *const *subjects, size_t count)
{
    int64_t *n = calloc((METRICS + 1) * count + 1, sizeof *n);
    int64_t *rest = n + METRICS * count;
    bool *hidden = calloc(METRICS * count + 1, sizeof *hidden);
    assert(n && hidden);
    for (size_t m = 0; m < METRICS; m++) {
        sheets_read(sheets, metrics[m].metric, subjects, count, n + m * count);
        if (m >= FIRST_ALONE) {
            small_hide(n + m * count, hidden + m * count, count);
        }
    }
    for (size_t i = 0; i < count; i++) {
        rest[i] = n[WHOLE * count + i] - n[PART * count + i];
    }
    small_hide_split(&(struct small_split){.count = count,
                                           .part = n + PART * count,
                                           .rest = rest,
                                           .whole = n + WHOLE * count,
                                           .split = hidden + PART * count,
                                           .whole_hidden = hidden + WHOLE * count});
    for (size_t i = 0; i < count; i++) {
        struct sheet_row *row = sheet_row(table);
        cell_text(&row->cells[TITLE], sheets_name(sheets, REPORT_LESSON, subjects[i]));
        cell_text(&row->cells[ID], sheets_keep(sheets, subjects[i]));
        for (size_t m = 0; m < METRICS; m++) {
            cell_guarded(sheets, &row->cells[metrics[m].column], n[m * count + i],
                         hidden[m * count + i]);
        }
        cell_of(row, SHARE, SHEET_SHARE, DONE, STARTED);
    }
    free(n);
    free(hidden);
}

void sheet_lessons(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    const char *names[METRICS];
    const char **subjects = NULL;
    struct sheet_table *table =
        sheet_table(sheet, sheets_text(sheets, "report_by_lesson"));
    sheet->title = sheets_text(sheets, "report_lessons");
    for (size_t m = 0; m < METRICS; m++) {
        names[m] = metrics[m].metric;
    }
    size_t count = sheets_subjects(month, names, METRICS, &subjects);
    sheet_column(table, sheets_text(sheets, "report_lesson"), false);
    sheet_column(table, sheets_text(sheets, "report_id"), false);
    sheet_column(table, sheets_metric(sheets, "lesson_started"), true);
    sheet_column(table, sheets_metric(sheets, "lesson_done"), true);
    sheet_column(table, sheets_text(sheets, "report_done_share"), true);
    sheet_column(table, sheets_metric(sheets, "quiz_passed"), true);
    sheet_column(table, sheets_metric(sheets, "call_done"), true);
    sheet_column(table, sheets_metric(sheets, "aed_done"), true);
    add_lessons(sheets, table, subjects, count);
    if (count == 0) {
        sheet_note(sheet, sheets_text(sheets, "report_none"));
    }
    struct sheet_row *total = sheet_total(table, sheets_text(sheets, "report_sum"));
    for (size_t m = 0; m < METRICS; m++) {
        cell_sum(sheets, &total->cells[metrics[m].column],
                 month_sum(month, metrics[m].metric, NULL, NULL),
                 sheets_hides(month, metrics[m].metric, month_sum));
    }
    cell_of(total, SHARE, SHEET_SHARE, DONE, STARTED);
    free(subjects);
}
