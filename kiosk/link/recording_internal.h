/* SPDX-License-Identifier: MIT */
/* recording_internal: what recording.c and recording_header.c share. */
#ifndef KIOSK_LINK_RECORDING_INTERNAL_H
#define KIOSK_LINK_RECORDING_INTERNAL_H

#include "link/encoding.h"
#include "link/recording.h"
#include "link/recording_clock.h"
#include "link/recording_column.h"
#include "link/recording_text.h"

struct recording {
    char *path;
    struct recording_text text;
    struct encoding encoding;
    char plain[RECORDING_ROW_MAX]; /* the row, where it is not ASCII */

    struct recording_columns names;
    char separator;
    size_t column_count; /* 0: the header is still looked for */
    struct recording_column columns[RECORDING_COLUMNS_MAX];
    char comment[RECORDING_ROW_MAX]; /* the last one before the header */
    bool is_clock;                   /* the time is a time of day */
    bool is_tick_taken;              /* the unit of time, by its steps */
    struct recording_info info;

    int64_t last_us; /* INT64_MIN before the first */
    struct recording_clock last_clock;
    int same_times; /* rows in a row */
    uint64_t rows, samples;
    uint32_t missing; /* rows without a depth since the last sample */
    bool failed;
};

/* Puts file and line before the sentence. Always false. */
bool recording_fail(struct recording *recording);

/* The next line that is a row, into text.row, or a fault. */
enum recording_item recording_next_line(struct recording *recording, struct fault *fault);

/* The fields of text.row; those behind the header's are left out where they are empty,
 * those before that are missing and not ours are empty. 0 when all are. */
size_t recording_split_row(struct recording *recording, char **fields);

/* Finds the header and what the first rows say of its columns. False when it failed. */
bool recording_read_header(struct recording *recording);

#endif
