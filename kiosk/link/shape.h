/* SPDX-License-Identifier: MIT */
/*
 * shape: what other people's manikins print, one line at a time, as named numbers.
 *
 *     bare         512            -23.5
 *     comma        0,0,11,0.16,   DATA:0.1,0.2,0.9      time_ms, x, y, z
 *     semicolon    7.2;80;12;     0,02;1,00             (decimal comma too)
 *     hash         #12345:46,0~   #12345:46~            milliseconds : mm [, air]
 *     key          force=1842 accel=(1,2,3) rate=110.0
 *     tag          Distance: 87 mm    0:512    [3]: 120    Depth: 50 mm, Rate: 110
 *     letter       inf50,cpr312,hz1.83,
 *     json         {"t":12345,"force":1842}    {"Buf":[{"Val":7}]}
 *
 * Words ("TIMEOUT", "Out of range") are the sensor's status, lines that begin with '#'
 * and are not a hash shape are comments. MANIKINS.md is for makers of manikins. Pure:
 * bytes in, numbers out; no state, no I/O.
 */
#ifndef KIOSK_LINK_SHAPE_H
#define KIOSK_LINK_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

enum shape {
    SHAPE_BARE,
    SHAPE_COMMA,
    SHAPE_SEMICOLON,
    SHAPE_HASH,
    SHAPE_KEY,
    SHAPE_TAG,
    SHAPE_LETTER,
    SHAPE_JSON,
    SHAPE_COUNT,
    SHAPE_WORDS = SHAPE_COUNT, /* the sensor's status, no numbers */
    SHAPE_COMMENT,
    SHAPE_NONE, /* nothing of these */
};

enum { SHAPE_FIELDS_MAX = 16, SHAPE_NAME_MAX = 24 };

struct shape_field {
    char name[SHAPE_NAME_MAX]; /* "depth", "accel.2"; "1", "2", ... where not named */
    double value;
};

struct shape_line {
    enum shape shape;
    size_t count;
    struct shape_field fields[SHAPE_FIELDS_MAX];
};

/* "bare", "comma", ...: what staff see. */
const char *shape_name(enum shape shape);

/* Finds the line's shape and its numbers. `line` is NUL-terminated and has at most 256
 * bytes; NaN and infinity are not numbers. */
enum shape shape_read(const char *line, struct shape_line *out);

/* Index of the field called `name`; false when this line has none. */
bool shape_find(const struct shape_line *line, const char *name, double *value);

#endif
