/* SPDX-License-Identifier: MIT */
/*
 * sheet_parts: what the sheet_<name>.c fill a sheet with. Private to report.
 */
#ifndef KIOSK_REPORT_SHEET_PARTS_H
#define KIOSK_REPORT_SHEET_PARTS_H

#include "report/month.h"
#include "report/sheets.h"
#include "report/small.h"
#include "report/words.h"

/* Fills one sheet, its title too. */
typedef void sheet_fill(struct sheets *sheets, struct sheet *sheet);

#define SHEET(name) sheet_fill sheet_##name;
#include "report/sheets.def"
#undef SHEET

/* A copy that lives as long as the sheets. */
const char *sheets_keep(struct sheets *sheets, const char *text);

/* The text of a key; with {name} filled in; and the word of a metric. */
const char *sheets_text(const struct sheets *sheets, const char *key);
const char *sheets_fill(struct sheets *sheets, const char *key, const char *const *pairs);
const char *sheets_metric(struct sheets *sheets, const char *metric);

/* What people call the id, else the id. */
const char *sheets_name(struct sheets *sheets, enum report_name what, const char *id);

/* "2026 年 3 月", or its first and last day. */
const char *sheets_period(struct sheets *sheets, const struct month_period *period);

void sheet_note(struct sheet *sheet, const char *text);
struct sheet_table *sheet_table(struct sheet *sheet, const char *caption);
void sheet_column(struct sheet_table *table, const char *title, bool number);

/* An empty row; borrowed until the next one. */
struct sheet_row *sheet_row(struct sheet_table *table);

void cell_text(struct sheet_cell *cell, const char *text);
void cell_number(struct sheet_cell *cell, int64_t n);
void cell_date(struct sheet_cell *cell, int day);

/* a + b, a - b, a / b or the growth from b to a, of two cells of the row. Empty where a
 * division by 0 would be, hidden where one of them is. */
void cell_of(struct sheet_row *row, int at, enum sheet_formula formula, int a, int b);

/* A number that is hidden where the sheets are published. */
void cell_guarded(const struct sheets *sheets, struct sheet_cell *cell, int64_t n,
                  bool hidden);

/* A row for the sums of those above it, with `word` in its first column. */
struct sheet_row *sheet_total(struct sheet_table *table, const char *word);

/* The sum of the column above; in published sheets a small one is hidden, and one that is
 * `hidden`. */
void cell_sum(const struct sheets *sheets, struct sheet_cell *cell, int64_t n,
              bool hidden);

/* The sum of a metric in a period. */
typedef int64_t sheets_sum(const struct month *month, const char *metric,
                           const char *subject, const char *detail);

/* Whether the sum of a metric is one that is not published: it is small, or it is a part
 * of another one that is published and the rest is small. `sum` is month_sum() or
 * month_sum_before(). */
bool sheets_hides(const struct month *month, const char *metric, sheets_sum *sum);

/* The ids of a metric's subjects, which count, of several metrics: ordered, each once.
 * Borrowed from the month; the caller frees the list. */
size_t sheets_subjects(const struct month *month, const char *const *metrics,
                       size_t metric_count, const char ***subjects);

/* A metric by subject; `n` has room for `count`. */
void sheets_read(const struct sheets *sheets, const char *metric,
                 const char *const *subjects, size_t count, int64_t *n);

#endif
