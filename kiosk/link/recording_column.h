/* SPDX-License-Identifier: MIT */
/*
 * recording_column: which column of a recording is which, by its header. Private to
 * recording.c.
 *
 * Our own names go first (RECORDING.md), but for those that the caller gave others for.
 * Else the words of a name say what it is and in which unit, as column.h reads them.
 */
#ifndef KIOSK_LINK_RECORDING_COLUMN_H
#define KIOSK_LINK_RECORDING_COLUMN_H

#include "link/recording.h"
#include "link/recording_row.h"

enum recording_kind {
    RECORDING_NONE, /* read over */
    RECORDING_TIME,
    RECORDING_DEPTH,
    RECORDING_FORCE,
    RECORDING_VOLUME,
    RECORDING_HANDS,
    RECORDING_LOST,
};

enum { RECORDING_COLUMN_NAME_MAX = 48, RECORDING_COLUMNS_MAX = 32 };

struct recording_column {
    enum recording_kind kind;
    char name[RECORDING_COLUMN_NAME_MAX]; /* as the header has it, maybe cut */
    double scale;                         /* us or mm in one; 0: its name has no unit */
    bool is_ours;
    enum recording_mark mark;
};

/* Whether a header may have been found at all: then the others are errors. */
enum recording_header {
    RECORDING_HEADER,         /* time and depth are there */
    RECORDING_HEADER_UNCLEAR, /* err_text(): it is one, and something is wrong with it */
    RECORDING_NO_HEADER,      /* err_text(): nothing in it, or only one of the two */
};

/* `fields` are those of the header; `columns` has room for `count`. */
enum recording_header recording_find_columns(char *const *fields, size_t count,
                                             const struct recording_columns *names,
                                             struct recording_column *columns);

/* The unit that a cell names, such as "cm" below a header: us or mm in one; 0: none of
 * that kind. */
double recording_unit(enum recording_kind kind, const char *text);

#endif
