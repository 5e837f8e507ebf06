/* SPDX-License-Identifier: MIT */
/*
 * grid: rows of cells for a terminal, whose columns stand under each other, a hanzi being
 * as wide as two letters. Numbers stand at the right, with the titles above them.
 */
#ifndef COVERAGE_GRID_H
#define COVERAGE_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { GRID_COLUMNS_MAX = 12, GRID_NUMBER_MAX = 32 };

/* Zero it, with its columns, first. */
struct grid {
    size_t columns;
    size_t count, room;

    struct grid_cell {
        char *text;
        bool number;
    } * cells;
};

/* The next cell, row by row; copied, as one line. The count is "1,184". */
void grid_add(struct grid *grid, const char *text);
void grid_add_number(struct grid *grid, long long number);
void grid_add_count(struct grid *grid, int64_t count);

/* To stdout. Frees the cells. */
void grid_print(struct grid *grid);

/* The same, added to `out`; the cells stay. */
void grid_write(const struct grid *grid, struct str *out);
void grid_free(struct grid *grid);

/* "1,184". Returns `out`. */
const char *grid_digits(int64_t number, char out[GRID_NUMBER_MAX]);

#endif
