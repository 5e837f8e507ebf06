/* SPDX-License-Identifier: MIT */
/* What was seen and does not count, by thing and reason. No sums: they mean nothing. */
#include "base/str.h"
#include "report/sheet_parts.h"

enum { THING, REASON, TIMES };

static const char *const reasons[][2] = {
    {"demo", "report_reason_demo"},   {"staff", "report_reason_staff"},
    {"short", "report_reason_short"}, {"simulated", "report_reason_simulated"},
    {"long", "report_reason_long"},   {"clock", "report_reason_clock"},
    {"proof", "report_reason_proof"},
};

/* One that a newer kiosk has stays as it is. */
static const char *reason_name(struct sheets *sheets, const char *reason)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (str_equal(reasons[i][0], reason)) {
            return sheets_text(sheets, reasons[i][1]);
        }
    }
    return sheets_keep(sheets, reason);
}

/* Cells are ordered by metric, subject, detail: all subjects of one metric and reason are
 * added up. */
static int64_t sum_of(const struct month *month, const struct month_cell *cell)
{
    return month_sum(month, cell->metric, NULL, cell->detail);
}

/* Whether a cell before this one is of the same metric and reason. */
static bool is_told(const struct month *month, size_t index)
{
    const struct month_cell *cell = &month->cells[index];
    for (size_t i = index; i-- > 0;) {
        const struct month_cell *other = &month->cells[i];
        if (!str_equal(other->metric, cell->metric)) {
            return false;
        }
        if (str_equal(other->detail, cell->detail)) {
            return true;
        }
    }
    return false;
}

void sheet_excluded(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    struct sheet_table *table =
        sheet_table(sheet, sheets_text(sheets, "report_by_reason"));
    sheet->title = sheets_text(sheets, "report_excluded");
    sheet_note(sheet, sheets_text(sheets, "report_excluded_are"));
    sheet_column(table, sheets_text(sheets, "report_item"), false);
    sheet_column(table, sheets_text(sheets, "report_reason"), false);
    sheet_column(table, sheets_text(sheets, "report_times"), true);
    for (size_t i = 0; i < month->cell_count; i++) {
        const struct month_cell *cell = &month->cells[i];
        const char *reason = month_excluded(cell);
        int64_t n = reason && !is_told(month, i) ? sum_of(month, cell) : 0;
        if (n > 0) {
            struct sheet_row *row = sheet_row(table);
            cell_text(&row->cells[THING], sheets_metric(sheets, cell->metric));
            cell_text(&row->cells[REASON], reason_name(sheets, reason));
            cell_guarded(sheets, &row->cells[TIMES], n, small_is(n));
        }
    }
    if (table->row_count == 0) {
        sheet_note(sheet, sheets_text(sheets, "report_none"));
    }
}
