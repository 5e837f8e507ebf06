/* SPDX-License-Identifier: MIT */
/*
 * paper: a table on A4 sheets as PDF, to be printed and filled in by hand.
 *
 * Its words can be searched and copied (ink.h). No row is cut over two pages. Knows
 * nothing of what stands in the table.
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

struct paper_column {
    const char *title;
    double share; /* of the width; all of them add up to 1 */
};

/* All borrowed until paper_free(), but for what rows and groups say. */
struct paper_look {
    const char *lang;  /* "zh-CN": which shapes characters have */
    const char *title; /* large, on the first page; small on the others */
    const char *note;  /* under it, on the first page */
    const char *foot;  /* at the left of each page's foot */
    const char *page;  /* at its right; {n} and {of} stand for numbers */
    size_t column_count;
    struct paper_column columns[PAPER_COLUMNS_MAX];
};

struct paper_cell {
    const char *text;
    const char *small; /* smaller, grey, below; NULL or "": none */
    bool box;          /* a square to be ticked instead */
};

struct paper *paper_new(const struct paper_look *look);

/* A heading over the rows behind it; it stands with the first of them. */
void paper_group(struct paper *paper, const char *text);

/* As many cells as there are columns; copied. */
void paper_row(struct paper *paper, const struct paper_cell *cells);

/* All or nothing. False (err_text()). */
bool paper_write(struct paper *paper, const char *path);

void paper_free(struct paper *paper); /* NULL is fine */

#endif
