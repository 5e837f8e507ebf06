/* SPDX-License-Identifier: MIT */
/*
 * hide: which cells of two tables to hide that are sums of the same kiosks, once by
 * county and once by kind of site. Private to board.
 *
 * Each table alone is a line of report/small.h. Together they tell more: where all
 * schools stand in one county, its cell is theirs. Somebody who knows where each kiosk
 * stands, all cells that are shown, their sum, and that zeros are shown, must not be able
 * to say of a hidden cell that it is small: it could be anything from 1 to SMALL_LEAST at
 * least. Counts flow from one table's rows through the kiosks to the other's, so what a
 * hidden cell could be is found by moving counts along paths that nothing shown forbids.
 */
#ifndef COVERAGE_BOARD_HIDE_H
#define COVERAGE_BOARD_HIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HIDE_TABLES = 2 };

/* A kiosk's sum, with its row in each table. */
struct hide_kiosk {
    size_t row[HIDE_TABLES];
    int64_t n;
};

/*
 * Sets `hidden`, a flag for each row of each table; their total is printed. False: it can
 * only be withheld as a whole, zeros and the total too, and all flags are set.
 */
bool hide_cells(const struct hide_kiosk *kiosks, size_t kiosk_count,
                const size_t rows[HIDE_TABLES], bool *hidden[HIDE_TABLES]);

#endif
