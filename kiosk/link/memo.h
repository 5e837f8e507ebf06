/* SPDX-License-Identifier: MIT */
/*
 * memo: what lines of a port are like, so that the next one like them is read without all
 * forms being tried on it. A sketch prints the same words all day, and other numbers.
 *
 * A line comes out exactly as shape_read() reads it. What a line is like is found by
 * asking shape_read() for the same line with other numbers: those that come back as the
 * value of a field, whatever they are, may be any; all else must be there byte for byte.
 */
#ifndef KIOSK_LINK_MEMO_H
#define KIOSK_LINK_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/shape.h"

enum {
    MEMO_LINES = 8, /* kinds of line that come in turn */
    MEMO_BYTES = 256,
    MEMO_SEEN = 8,
};

/* A number of the line. */
struct memo_number {
    uint16_t at, length; /* of what stands before it, in the text */
    char blank;          /* as many of these before it as there are; NUL: none */
    bool is_counted;     /* it has no sign and no point */
    uint8_t field;       /* its value is this one's */
};

struct memo_line {
    uint32_t likeness; /* 0: there is none here */
    uint32_t used;     /* when, by memo.lines_read */
    uint32_t hits, misses;
    bool is_known;    /* false: such lines are read anew each time */
    uint8_t prefixes; /* before the text: rows of prefix.h */
    uint8_t rows[SHAPE_PREFIXES_MAX];
    uint8_t numbers;
    uint16_t end, end_length; /* what stands behind the last number, in the text */
    struct memo_number number[SHAPE_FIELDS_MAX];
    struct shape_line result; /* without the times of its prefixes */
    char text[MEMO_BYTES];
};

/* {0} remembers nothing. */
struct memo {
    uint32_t lines_read;
    uint32_t missed;          /* lines in a row that were like none */
    uint32_t seen[MEMO_SEEN]; /* likenesses that have come once */
    uint32_t seen_at;
    uint8_t last; /* the line matched last */
    struct memo_line lines[MEMO_LINES];
};

/* As shape_read(). */
enum shape memo_read(struct memo *memo, const char *line, struct shape_line *out);

#endif
