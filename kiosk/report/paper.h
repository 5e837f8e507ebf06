/* SPDX-License-Identifier: MIT */
/*
 * paper: tables on A4 sheets as PDF, to be printed: one to be filled in by hand, whose
 * columns its look has, or a report of many, each with its own.
 *
 * Its words can be searched and copied (ink.h). No row is cut over two pages. Knows
 * nothing of what stands in the tables.
 *
 *     struct paper *paper = paper_new(&look);
 *     paper_group(paper, "...");
 *     paper_row(paper, cells);              (a cell a column)
 *     paper_write(paper, "sheet.pdf");
 *     paper_free(paper);
 */
#ifndef KIOSK_REPORT_PAPER_H
#define KIOSK_REPORT_PAPER_H

#include <stdbool.h>
#include <stddef.h>

enum { PAPER_COLUMNS_MAX = 10 };

struct str;

struct paper_column {
    const char *title;
    double share; /* of the width; all of them add up to 1 */
};

/* All borrowed until paper_free(), but for what rows and groups say. */
struct paper_look {
    const char *lang;    /* "zh-CN": which shapes characters have */
    const char *title;   /* large, on the first page; small on the others */
    const char *note;    /* under it, on the first page */
    const char *foot;    /* at the left of each page's foot */
    const char *page;    /* at its right; {n} and {of} stand for numbers */
    const char *made;    /* "2026-03-31T12:00:00Z", what the file says; NULL: now */
    bool low;            /* rows need no room to sign in */
    size_t column_count; /* 0: each group's rows have their own, paper_columns() */
    struct paper_column columns[PAPER_COLUMNS_MAX];
};

struct paper_cell {
    const char *text;
    const char *small; /* smaller, grey, below; NULL or "": none */
    bool box;          /* a square to be ticked instead */
    bool number;       /* stands at the right */
};

struct paper *paper_new(const struct paper_look *look);

/* A heading over the rows behind it; it stands with the first of them. */
void paper_group(struct paper *paper, const char *text);

/* Words across the whole width; `lead`, above them, is bold. NULL or "": none. Copied. */
void paper_text(struct paper *paper, const char *lead, const char *text);

/* A table of its own until the next group or text, with its titles above it, on each page
 * that it goes on to. `numbers`: which titles stand at the right. Titles are copied. */
void paper_columns(struct paper *paper, const struct paper_column *columns,
                   const bool *numbers, size_t count);

/* As many cells as there are columns; copied. */
void paper_row(struct paper *paper, const struct paper_cell *cells);

/* Adds the whole file to `out`. False (err_text()): it could not be drawn. */
bool paper_render(struct paper *paper, struct str *out);

/* All or nothing. False (err_text()). */
bool paper_write(struct paper *paper, const char *path);

void paper_free(struct paper *paper); /* NULL is fine */

#endif
