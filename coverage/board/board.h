/* SPDX-License-Identifier: MIT */
/*
 * board: the county's figures as one HTML page that needs nothing else: no network, no
 * script, no font but the reader's. Both languages stand in it, one after the other or
 * chosen by the reader; it prints to A4, and is read by keyboard and screen reader.
 *
 * Completeness first; then a row a target: measured, entered or missing, an interval as
 * what it is; counties and kinds of sites side by side; the table of openness (信息公开):
 * who counted when and by which rules, what was handed in, which figures staff entered,
 * from where and why; what has changed since the last edition. Small cells are hidden
 * (report/small.h).
 */
#ifndef COVERAGE_BOARD_BOARD_H
#define COVERAGE_BOARD_BOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "figures/figures.h"

struct str;

/* One language of the page. All borrowed. */
struct board_words {
    const char *lang; /* "zh-CN" */
    const char *name; /* "中文" */
    const void *context;
    const char *(*text)(const void *context, const char *key);
};

struct board {
    const struct figures *figures;
    const struct targets *targets;
    const struct county_file *files; /* as county_files() gives them */
    size_t file_count;
    const char *title_county;          /* "嘉善县"; "" of all */
    const struct county_edition *last; /* NULL: this is the first edition */
    size_t last_count;
    const struct board_words *words; /* the first one is shown first */
    size_t word_count;
};

/* Adds the whole file. The same figures give the same bytes. */
void board_render(const struct board *board, struct str *out);

/* What of it is kept as an edition, to be compared with the next; the caller frees. */
struct county_edition *board_edition(const struct board *board, size_t *count);

#endif
