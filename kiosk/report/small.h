/* SPDX-License-Identifier: MIT */
/*
 * small: what a published table may not tell. Cells under 5 are hidden, and as many
 * others of their line as are needed so that its sum does not give them back
 * (complementary suppression). 0 is shown as 0.
 *
 * A line is cells whose sum can be read beside them. Sums themselves are never hidden for
 * the sake of a cell, since many lines share them; a sum that is small is. Each cell
 * stands in one line, or the caller puts both lines to this in turn. Which cell was
 * hidden for which reason cannot be seen.
 */
#ifndef KIOSK_REPORT_SMALL_H
#define KIOSK_REPORT_SMALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMALL_LEAST = 5 };

/* 1 to 4: not to be printed. */
bool small_is(int64_t n);

/*
 * Which cells of a line to hide. `hidden` says which are already, for whatever reason,
 * none of them 0, and then which are. Afterwards each hidden cell could be anything from
 * 1 to SMALL_LEAST at least, for somebody who knows the sum, the other cells and this
 * rule. False: only hiding the whole line does that; all are hidden then, zeros too.
 * The one cell of a line is its sum and stays as it came, unless it is small.
 */
bool small_hide(const int64_t *n, bool *hidden, size_t count);

/*
 * Three lines at once: what is a part of something, the rest of it, and the whole. Where
 * the whole is shown, part and rest tell each other, though only one of them be printed:
 * of 100 tests 98 that were passed are 2 that were not. They are hidden together, where
 * one of them is small or the whole is hidden.
 */
struct small_split {
    size_t count;
    const int64_t *part, *rest, *whole;
    bool *split;        /* part and rest are hidden */
    bool *whole_hidden; /* so is the whole */
};

/* False: one of the lines is hidden as a whole. */
bool small_hide_split(const struct small_split *of);

/* Whether a part, or its sum, tells what is small. */
bool small_splits(int64_t part, int64_t whole);

#endif
