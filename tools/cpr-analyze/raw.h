/* SPDX-License-Identifier: MIT */
/*
 * raw: a captured byte stream, read as the kiosk would have read the cable.
 *
 * The file is read several times and never kept, but for a million readings of the column
 * watched last: once to find out the manikin and which number is depth, once more for
 * each column that may be it to find where the chest rests, and once for the samples.
 */
#ifndef TOOLS_CPR_ANALYZE_RAW_H
#define TOOLS_CPR_ANALYZE_RAW_H

#include <stdint.h>
#include <stdio.h>

#include "analyze.h"
#include "link/encoding.h"
#include "link/learn.h"
#include "link/memo.h"
#include "link/profile.h"
#include "link/reader.h"
#include "link/stamp.h"
#include "link/talk.h"
#include "link/third_party.h"
#include "wire/wire.h"

enum { RAW_CHUNK = 65536, RAW_KEPT_MAX = 1 << 20 };

struct raw_reading {
    int64_t t_us;
    double value;
};

/* Readings of the column watched last, so that it need not be read once more; bounded. */
struct raw_kept {
    char column[SHAPE_NAME_MAX]; /* "" none */
    size_t count, room;
    struct raw_reading *readings;
    int64_t end_us;
};

struct raw {
    const char *path;
    const struct raw_options *options;
    FILE *file;
    char chunk[RAW_CHUNK];
    size_t at, end;
    struct wire_line splitter;
    char line[WIRE_LINE_MAX + 1];
    struct encoding encoding;
    const char *text; /* of the line, as UTF-8; NULL: broken */
    size_t length;
    uint64_t lines, bytes; /* of this pass, so far */

    bool is_ours;
    struct memo memo; /* of its lines */
    struct learn learn;
    struct talk talk;
    struct profile profile;
    struct raw_kept kept;
    const struct learn_column *depth; /* in learn; NULL not found */
    double mm;                        /* in one of its units; 0 not known */
    bool is_taken_for_mm;             /* by its swing: nothing says so */
    bool is_rest_taken;               /* from the highest pushes: never let go */
    double lines_a_reading;           /* words, comments and other columns' included */
    double readings_a_second;         /* by its own time */

    /* the time of this pass */
    int64_t now_us;
    double left_us;    /* that a microsecond could not hold */
    double byte_us;    /* a byte takes on a cable that is always full; 0: it is not */
    uint64_t timed_at; /* bytes up to the reading before */
    struct stamp stamp;
    bool is_held; /* the stamp of this line is */
    bool has_wire_stamp;
    uint32_t wire_stamp_us;

    struct reader reader;
    char held[ENCODING_TEXT_MAX]; /* a line that waits for the next stamp */
    size_t held_length;           /* 0: none does */
    bool is_left;                 /* the line behind it is not yet given to the reader */
    struct recording_info info;   /* what the lines say of their manikin */
    struct third_party third_party;
    struct shape_line read; /* by raw_reading() last */
    bool has_first;
    int64_t first_us;
};

/* From the first byte again. False (err_text() says why) when it cannot be read. */
bool raw_rewind(struct raw *raw);

/* The next whole line, into raw->text. False at the end, or failed. */
bool raw_next_line(struct raw *raw);

/*
 * Depth of a third-party line, by raw->profile, and when it was measured (raw->now_us).
 * False when the line has none.
 */
bool raw_reading(struct raw *raw, double *reading);

/*
 * How long a byte takes, where the readings of this column fill the cable to a usual baud
 * rate; else 0. The whole file has been read once.
 */
double raw_byte_us(const struct raw *raw, const struct learn_column *column);

/* False when there are too many to be kept. */
bool raw_keep(struct raw_kept *kept, int64_t t_us, double value);

/* Whether the column is the time of the lines, as --hz has it. */
bool raw_is_clock(const struct raw *raw, const struct learn_column *time);

/* Fills raw->profile and what is beside it. False (err_text() says what to add to the
 * command, and why). */
bool raw_learn(struct raw *raw);

/* What was found, as a sentence to stderr. */
void raw_tell(const struct raw *raw);

#endif
