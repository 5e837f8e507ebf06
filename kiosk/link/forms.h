/* SPDX-License-Identifier: MIT */
/*
 * forms: the readers of the forms in shapes.def; private to this folder. Each takes a
 * whole line, plain (plain.h) and without a prefix, or nothing: false, and what it has
 * added to `out` does not count.
 *
 *     forms.c          numbers whose place is their name
 *     forms_json.c     JSON
 *     forms_named.c    numbers with words
 *     forms_missing.c  what stands in the place of a number
 */
#ifndef KIOSK_LINK_FORMS_H
#define KIOSK_LINK_FORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/prefix.h"
#include "link/shape.h"

/* Kinds of characters in a line, for a quick no. */
enum shape_has {
    HAS_ANY = 1, /* every line */
    HAS_COMMA = 2,
    HAS_SEMICOLON = 4,
    HAS_COLON = 8,
    HAS_EQUALS = 16,
    HAS_OPEN = 32, /* a bracket of any kind but the angle's closing one */
    HAS_QUOTE = 64,
    HAS_BLANK = 128,
    HAS_LETTER = 256, /* of ASCII, or a percent sign */
    HAS_HIGH = 512,   /* any other letter */
    HAS_HASH = 1024,
    HAS_ARROW = 2048, /* '>' */
};

#define SHAPE(id, name, read, ...) bool read(const char *line, struct shape_line *out);
#include "link/shapes.def"
#undef SHAPE

/* The way to a form, for memo.c. */
struct shape_trace {
    uint8_t prefixes; /* of the line, the outermost first: rows of prefix.h */
    uint8_t rows[SHAPE_PREFIXES_MAX];
    bool is_odd; /* not so simple */
};

/* As shape_read(). */
enum shape shape_read_traced(const char *line, struct shape_line *out,
                             struct shape_trace *trace);

/* The prefix's time, unless the line has one of that name. */
void form_add_time(struct shape_line *out, const struct prefix *prefix);

/* ---- for the readers ---- */

/* False when there is no room, or the value is not that of a sensor or a clock. Names are
 * cut where they are too long, never inside a UTF-8 character. */
bool form_add(struct shape_line *out, const char *name, size_t length, double value);

/* The next one of those that have no name: "1", "2", ... */
bool form_add_numbered(struct shape_line *out, double value);

/*
 * "name unit", or either alone where the other is empty, as form_add() does. A field that
 * is already there has ".2" behind its name.
 */
bool form_add_unit(struct shape_line *out, const char *name, size_t length,
                   const char *unit, size_t unit_length, double value);

/* As many of `length` bytes as there is room for, but no part of a UTF-8 character. */
size_t form_fitting(const char *name, size_t length, size_t room);

/* A place without a number, named as form_add() and form_add_numbered() do. */
void form_miss(struct shape_line *out, const char *name, size_t length);
void form_miss_numbered(struct shape_line *out);

/* Numbers were found, or places that are empty beyond doubt. */
bool form_is_line(const struct shape_line *out);

/*
 * Words such as "Out of range" at `*at`, which is moved past them: up to one of `ends`
 * (NULL: up to what is no word), the end of the line or the next tag.
 */
bool form_take_no_reading(const char **at, const char *ends);

/* "nan", "--" where a unit may follow: "nanmm", "-- cm". */
bool form_take_missing_unit(const char **at);

/* "true" or "false"; what the flag of that name says of the line's readings. */
bool form_take_flag(const char **at, bool *is_true);
void form_flag(struct shape_line *out, const char *name, size_t length, bool is_true);

/* Whether a name says that something is wrong: "error", "out_of_range". */
bool form_is_trouble(const char *name, size_t length);

/* Words for "no reading" behind a name: of one number, or of all behind "status". */
void form_say(struct shape_line *out, const char *name, size_t length);

/* A number of that name is 0: "valid=0". */
void form_watch_zero(struct shape_line *out, const char *name, size_t length);

/* Whether these bytes are a unit of measure: "mm", "N", "Hz". */
bool form_is_unit(const char *word, size_t length);

/* Bytes of the word at `at`: ASCII letters, '%' and '/', or letters of other scripts. */
size_t form_word_length(const char *at);

#endif
