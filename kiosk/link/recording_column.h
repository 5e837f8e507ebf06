/* SPDX-License-Identifier: MIT */
/* recording_column: which column of a recording is which. Private to recording.c. */
#ifndef KIOSK_LINK_RECORDING_COLUMN_H
#define KIOSK_LINK_RECORDING_COLUMN_H

#include "link/recording.h"

enum column {
    COLUMN_TIME,
    COLUMN_DEPTH,
    COLUMN_FORCE,
    COLUMN_VOLUME,
    COLUMN_HANDS,
    COLUMN_LOST,
};

struct column_name {
    const char *name;
    enum column column;
    double scale; /* microseconds or millimetres in one; 0: as they are */
};

/* What a field of the header is; NULL: none of ours. A column that the caller named goes
 * before one of our names. */
const struct column_name *recording_column(const struct recording_columns *names,
                                           const char *field);

#endif
