/* SPDX-License-Identifier: MIT */
/*
 * str: bounded text. Nothing here writes past `size` or leaves a text unterminated.
 */
#ifndef KIOSK_BASE_STR_H
#define KIOSK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Copies `from`; false when it had to be cut (never inside a UTF-8 character). */
bool str_copy(char *to, size_t size, const char *from);

/* snprintf; false when the text had to be cut. */
bool str_format(char *to, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

bool str_equal(const char *a, const char *b);
bool str_starts(const char *text, const char *prefix);

/* How many letters to put in, take out, change or change places with the next one to make
 * one of the other; of long texts only the first 63 bytes are looked at. */
size_t str_distance(const char *a, const char *b);

/*
 * The next code point of UTF-8 `*text`, which is moved past it. 0 at the end. A broken
 * sequence yields U+FFFD and moves on by one byte.
 */
uint32_t str_next_utf8(const char **text);

/* Whether `length` bytes are well-formed UTF-8 without NUL. */
bool str_is_utf8(const char *text, size_t length);

/* Makes of anything one line that can be shown, of the same length: control characters
 * become spaces, bytes that are not UTF-8 become question marks. */
void str_one_line(char *text);

/* Whole text as a number, in the C notation whatever the locale; NaN and inf refused. */
bool str_to_double(const char *text, double *value);
bool str_to_int64(const char *text, int64_t *value);

enum { STR_GROUPED_MAX = 32 };

/* "61,240", in every language. Returns `out`. */
const char *str_grouped(char out[STR_GROUPED_MAX], int64_t number);

/* `words` with {name} replaced: pairs are name, value, ..., NULL. From the first name
 * without a value on, the text stays as it is. What does not fit is cut between two
 * characters. Returns `out`. */
const char *str_fill(char *out, size_t size, const char *words, const char *const *pairs);

/* "a, b or c", a list as English sentences have it, with other words between its names:
 * "a、b或c". Returns `out`. */
const char *str_list(char *out, size_t size, const char *list, const char *comma,
                     const char *last);

/* The value of the name of `length` bytes; NULL when there is none. */
const char *str_pair(const char *const *pairs, const char *name, size_t length);

/* A text that grows. Zero it first; str_free() when done. Aborts when out of memory. */
struct str {
    char *text; /* NULL while empty */
    size_t length;
    size_t capacity;
};

void str_add(struct str *str, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void str_add_bytes(struct str *str, const char *bytes, size_t length);
void str_free(struct str *str);

#endif
