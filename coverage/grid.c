/* SPDX-License-Identifier: MIT */
#include "grid.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/sheets.h"

static void add(struct grid *grid, const char *text, bool number)
{
    assert(grid->columns <= GRID_COLUMNS_MAX);
    if (grid->count == grid->room) {
        grid->room = grid->room ? 2 * grid->room : 64;
        grid->cells = realloc(grid->cells, grid->room * sizeof *grid->cells);
        assert(grid->cells);
    }
    struct grid_cell *cell = &grid->cells[grid->count++];
    *cell = (struct grid_cell){.text = strdup(text), .number = number};
    assert(cell->text);
    str_one_line(cell->text);
}

void grid_add(struct grid *grid, const char *text)
{
    add(grid, text, false);
}

void grid_add_number(struct grid *grid, long long number)
{
    char digits[GRID_NUMBER_MAX];
    str_format(digits, sizeof digits, "%lld", number);
    add(grid, digits, true);
}

void grid_add_count(struct grid *grid, int64_t count)
{
    char digits[GRID_NUMBER_MAX];
    add(grid, grid_digits(count, digits), true);
}

const char *grid_digits(int64_t number, char out[GRID_NUMBER_MAX])
{
    return str_grouped(out, number);
}

static void write_cell(const struct grid *grid, size_t index, const int *widths,
                       struct str *out)
{
    const struct grid_cell *cell = &grid->cells[index];
    size_t column = index % grid->columns;
    bool last = column + 1 == grid->columns;
    size_t below = index < grid->columns ? index + grid->columns : index;
    bool right = below < grid->count && grid->cells[below].number;
    int blanks = widths[column] - sheets_width(cell->text);
    str_add(out, "%*s%s%*s%s", right ? blanks : 0, "", cell->text,
            right || last ? 0 : blanks, "", last ? "\n" : "  ");
}

void grid_write(const struct grid *grid, struct str *out)
{
    int widths[GRID_COLUMNS_MAX] = {0};
    for (size_t i = 0; i < grid->count; i++) {
        int width = sheets_width(grid->cells[i].text);
        int *widest = &widths[i % grid->columns];
        *widest = width > *widest ? width : *widest;
    }
    for (size_t i = 0; i < grid->count; i++) {
        write_cell(grid, i, widths, out);
    }
}

void grid_free(struct grid *grid)
{
    for (size_t i = 0; i < grid->count; i++) {
        free(grid->cells[i].text);
    }
    free(grid->cells);
    *grid = (struct grid){.columns = grid->columns};
}

void grid_print(struct grid *grid)
{
    struct str out = {0};
    grid_write(grid, &out);
    if (out.length > 0) {
        fwrite(out.text, 1, out.length, stdout);
    }
    str_free(&out);
    grid_free(grid);
}
