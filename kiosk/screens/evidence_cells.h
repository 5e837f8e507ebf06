/* SPDX-License-Identifier: MIT */
/*
 * evidence-cells: the columns of the table of all compressions, and what stands in them.
 */
#ifndef KIOSK_SCREENS_EVIDENCE_CELLS_H
#define KIOSK_SCREENS_EVIDENCE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "cpr/cpr.h"
#include "screens/table.h"

struct run_shown;

enum evidence_column {
    EVIDENCE_NUMBER,
    EVIDENCE_WHO,
    EVIDENCE_DEPTH,
    EVIDENCE_RATE,
    EVIDENCE_RELEASE,
    EVIDENCE_LABEL,
    EVIDENCE_D,
    EVIDENCE_R,
    EVIDENCE_L,
    EVIDENCE_H,
    EVIDENCE_C,
    EVIDENCE_COLUMNS
};

/* What the cells are made of: the rows of a table begin at `first`. */
struct evidence_rows {
    const struct run_shown *shown;
    size_t first;
};

/* Their cells get a struct evidence_rows. */
extern const struct table_column evidence_columns[EVIDENCE_COLUMNS];

/* The key of a label's text. */
const char *evidence_label(enum cpr_label label);

/* Else what was read stands there, without a verdict. */
bool evidence_is_scored(const struct run_shown *shown);

#endif
