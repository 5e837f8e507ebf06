/* SPDX-License-Identifier: MIT */
/*
 * shape: what other people's manikins print, one line at a time, as named numbers.
 *
 * shapes.def has the forms, a row each, with lines as they are printed. Before a form a
 * line may have what a logger or a serial monitor writes (prefix.h): its time, where it
 * has one, is the last field, "log_ms" or "clock_s". Chinese punctuation, digits and
 * units are read as those of ASCII (plain.h).
 *
 * Words ("TIMEOUT", "Out of range") are the sensor's status, and so is a line in which
 * every number is missing ("Depth: --"). Lines that begin with '#' and are not a hash
 * shape are comments. MANIKINS.md is for makers of manikins. Pure:
 * bytes in, numbers out; no state, no I/O.
 */
#ifndef KIOSK_LINK_SHAPE_H
#define KIOSK_LINK_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

enum shape {

#define SHAPE(id, ...) SHAPE_##id,
#include "link/shapes.def"
#undef SHAPE
    SHAPE_COUNT,
    SHAPE_WORDS = SHAPE_COUNT, /* the sensor's status, no numbers */
    SHAPE_COMMENT,
    SHAPE_NONE, /* nothing of these */
};

enum { SHAPE_FIELDS_MAX = 16, SHAPE_MISSING_MAX = 8, SHAPE_NAME_MAX = 48 };

/* A monitor's, a logger's, a name: more stand before no line. */
enum { SHAPE_PREFIXES_MAX = 3 };

struct shape_field {
    char name[SHAPE_NAME_MAX]; /* "depth", "accel.2"; "1", "2", ... where not named */
    double value;
};

struct shape_line {
    enum shape shape;
    size_t count;
    size_t missing;  /* places where "nan", "null", "TIMEOUT" or nothing stands */
    bool has_words;  /* ... one of them in words, which may be prose */
    bool is_invalid; /* it says itself that its readings do not count: "valid":false */
    struct shape_field fields[SHAPE_FIELDS_MAX];
    char missing_names[SHAPE_MISSING_MAX][SHAPE_NAME_MAX]; /* of the first of them */
};

/* "bare", "comma", ...: what staff see. */
const char *shape_name(enum shape shape);

/* Lines of a form, a line feed between them; NULL for those without numbers. */
const char *shape_examples(enum shape shape);

/* Finds the line's shape and its numbers. `line` is NUL-terminated UTF-8 and has at most
 * 511 bytes; NaN and infinity are not numbers. */
enum shape shape_read(const char *line, struct shape_line *out);

/* Value of the field called `name`; false when this line has none. */
bool shape_find(const struct shape_line *line, const char *name, double *value);

/*
 * Whether the line stands where a reading of the column called `name` was due, which the
 * sensor does not have. A unit at the end of the name may be absent where it is missing.
 */
bool shape_is_missing(const struct shape_line *line, const char *name);

#endif
