/* SPDX-License-Identifier: MIT */
/* Head counts, which instructors enter, by kind of group: people, and not visits. */
#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "report/sheet_parts.h"

enum { KIND, SESSIONS, HEADS, MINUTES, METRICS = 3 };

static const char *const metrics[METRICS] = {"group_session", "group", "group_minutes"};

/* The text "group_<kind>", else the kind. */
static const char *kind_name(struct sheets *sheets, const char *kind)
{
    char key[COUNT_TEXT_MAX + 16];
    str_format(key, sizeof key, "group_%s", kind);
    const char *text = sheets_text(sheets, key);
    return str_equal(text, key) ? sheets_keep(sheets, kind) : text;
}

void sheet_groups(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    const char **kinds = NULL;
    size_t count = sheets_subjects(month, metrics, METRICS, &kinds);
    int64_t *n = calloc(METRICS * count + 1, sizeof *n);
    bool *hidden = calloc(METRICS * count + 1, sizeof *hidden);
    struct sheet_table *table =
        sheet_table(sheet, sheets_text(sheets, "report_by_group"));
    sheet->title = sheets_text(sheets, "report_groups");
    assert(n && hidden);
    sheet_note(sheet, sheets_text(sheets, count ? "report_groups_are" : "report_none"));
    sheet_column(table, sheets_text(sheets, "report_group_kind"), false);
    sheet_column(table, sheets_text(sheets, "report_group_count"), true);
    sheet_column(table, sheets_text(sheets, "report_group_heads"), true);
    sheet_column(table, sheets_text(sheets, "report_group_minutes"), true);
    for (size_t m = 0; m < METRICS; m++) {
        sheets_read(sheets, metrics[m], kinds, count, n + m * count);
        small_hide(n + m * count, hidden + m * count, count);
    }
    for (size_t i = 0; i < count; i++) {
        struct sheet_row *row = sheet_row(table);
        cell_text(&row->cells[KIND], kind_name(sheets, kinds[i]));
        for (size_t m = 0; m < METRICS; m++) {
            cell_guarded(sheets, &row->cells[SESSIONS + m], n[m * count + i],
                         hidden[m * count + i]);
        }
    }
    struct sheet_row *total = sheet_total(table, sheets_text(sheets, "report_sum"));
    for (size_t m = 0; m < METRICS; m++) {
        cell_sum(sheets, &total->cells[SESSIONS + m],
                 month_sum(month, metrics[m], NULL, NULL), false);
    }
    free(n);
    free(hidden);
    free(kinds);
}
