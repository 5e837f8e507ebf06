/* SPDX-License-Identifier: MIT */
/*
 * sheets: the figures of a period as sheets of typed cells, in the reader's language.
 *
 * What every format writes is decided here, once: XLSX makes sheets of them, HTML and PDF
 * sections of pages. Published sheets hide small cells (small.h); the others are the
 * hall's own records and exact. Knows no format.
 *
 *     struct sheets *sheets = sheets_make(&about);
 *     ... sheets->items[i].tables[j].rows[k].cells[l] ...
 *     sheets_free(sheets);
 */
#ifndef KIOSK_REPORT_SHEETS_H
#define KIOSK_REPORT_SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct month;
struct month_facts;
struct report_words;

enum {
    SHEET_COLUMNS_MAX = 14,
    SHEET_TABLES_MAX = 4,
    SHEET_NOTES_MAX = 8,
    SHEET_SIGNS_MAX = 4,
};

enum sheet_kind {
    SHEET_EMPTY,
    SHEET_TEXT,
    SHEET_NUMBER,  /* a whole number */
    SHEET_DATE,    /* 20261123 */
    SHEET_PERCENT, /* 0.25 is 25 % */
    SHEET_HIDDEN,  /* a number that is not published */
};

/* How a value follows from others, for who wants to count again. Columns are those of the
 * same row. */
enum sheet_formula {
    SHEET_NO_FORMULA,
    SHEET_SUM,    /* of the column above, all rows of the table */
    SHEET_ADD,    /* a + b */
    SHEET_SHARE,  /* a / b */
    SHEET_CHANGE, /* a - b */
    SHEET_GROWTH, /* (a - b) / b */
};

struct sheet_cell {
    enum sheet_kind kind;
    enum sheet_formula formula;
    int a, b;         /* columns */
    const char *text; /* of a text */
    double value;
};

struct sheet_row {
    bool total; /* the sum of the rows above */
    struct sheet_cell cells[SHEET_COLUMNS_MAX];
};

struct sheet_column {
    const char *title;
    bool number; /* stands at the right */
    int width;   /* in columns of a terminal: a hanzi is two; of the widest cell */
};

struct sheet_table {
    const char *caption;
    bool facts; /* names and values, without a row of titles */
    size_t column_count;
    struct sheet_column columns[SHEET_COLUMNS_MAX];
    size_t row_count;
    struct sheet_row *rows;
    size_t room; /* for rows */
};

/* Bars of the rows [from, from + count) of a table; `category` and `value` are
 * columns. */
struct sheet_chart {
    const char *title; /* NULL: no chart */
    size_t table, from, count;
    int category, value;
};

struct sheet {
    const char *title;
    size_t note_count; /* above the tables */
    const char *notes[SHEET_NOTES_MAX];
    size_t table_count;
    struct sheet_table tables[SHEET_TABLES_MAX];
    struct sheet_chart chart;
    size_t sign_count; /* lines to be signed, below */
    const char *signs[SHEET_SIGNS_MAX];
};

enum {

#define SHEET(name) SHEETS_##name,
#include "report/sheets.def"
#undef SHEET
    SHEETS
};

/* All borrowed while sheets are made, and the words until they are freed. */
struct sheets_about {
    const struct month *month;
    const struct month_facts *facts;
    const struct report_words *words;
    bool published; /* small cells are hidden */
};

struct sheets {
    struct sheets_about about;
    const char *title; /* "滨江馆参与情况 2026 年 3 月" */
    const char *foot;  /* of each page */
    struct sheet items[SHEETS];
    size_t kept_count, kept_room;
    char **kept; /* texts that are not the words' own */
};

/* Never NULL. */
struct sheets *sheets_make(const struct sheets_about *about);
void sheets_free(struct sheets *sheets); /* NULL is fine */

/* What a text needs of a line, a hanzi being two. */
int sheets_width(const char *text);

#endif
