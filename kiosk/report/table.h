/* SPDX-License-Identifier: MIT */
/*
 * table: one plain table as a file for a spreadsheet (XLSX), numbers as numbers, texts
 * never run.
 */
#ifndef KIOSK_REPORT_TABLE_H
#define KIOSK_REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str;

/* A text, "" being an empty cell, or with `text` NULL a number. */
struct table_cell {
    const char *text;
    int64_t number;
};

/* Told of one row; the cells are borrowed until it returns. */
typedef void table_row(void *context, const struct table_cell *cells);

struct table_source {
    int day; /* on which it was made: two runs of one day are equal */
    size_t column_count;
    const char *(*title)(size_t column);
    /* Tells `row` of all of them, in their order. */
    void (*rows)(const void *context, table_row *row, void *row_context);
    const void *context;
};

/* Adds the file to `out`. False (err_text()): there is no room for it. */
bool table_xlsx(const struct table_source *source, struct str *out);

#endif
