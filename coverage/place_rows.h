/* SPDX-License-Identifier: MIT */
/*
 * place_rows: the report as one table, a row a figure: whose it is, what, of the period
 * (n) and from the beginning to the period's end (total). An empty cell is not known or
 * does not apply; nothing here is a percentage: goal and base stand beside what they are
 * of.
 */
#ifndef COVERAGE_PLACE_ROWS_H
#define COVERAGE_PLACE_ROWS_H

#include <stddef.h>

#include "report/table.h"
#include "report_place.h"

enum { PLACE_COLUMNS = 17 };

/* What a column is called, in Chinese and for programs: "本期 n". */
const char *place_title(size_t column);

/* `row` is told of each, with PLACE_COLUMNS cells. */
void place_rows(const struct place_report *report, table_row *row, void *context);

#endif
