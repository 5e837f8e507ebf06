/* SPDX-License-Identifier: MIT */
/*
 * recording_row: a row of a recording as fields, and a field as a number. Private to
 * recording.c. Pure.
 *
 * Spreadsheets write the decimal mark of their language: "0,25" between semicolons, or in
 * quotes between commas, and "1.234,5" or "1,234.5" for thousands. Which one a column has
 * is told by its first rows.
 */
#ifndef KIOSK_LINK_RECORDING_ROW_H
#define KIOSK_LINK_RECORDING_ROW_H

#include <stdbool.h>
#include <stddef.h>

/* What parts the fields of a header: ';', tab, ',' or '|'; else ' ', for blanks. */
char recording_separator(const char *header);

/* Splits `row` at its separators, quotes taken off; how many fields there are may be more
 * than `max`. */
size_t recording_split(char *row, char separator, char **fields, size_t max);

/* Both are fields of a row: blanks and quotes cut off. */
char *recording_trim(char *text);

enum recording_mark {
    RECORDING_POINT,
    RECORDING_COMMA,
    RECORDING_MARK_UNSURE, /* "1,234" may be either */
};

/* How many fields of a column say so, and how many may be either. Zero it first. */
struct recording_marks {
    unsigned points, commas, unsure_commas;
};

void recording_marks_see(struct recording_marks *marks, const char *field);
enum recording_mark recording_mark_of(const struct recording_marks *marks,
                                      char separator);

/* Whether the whole field is one. */
bool recording_is_number(const char *field, enum recording_mark mark, double *value);

/* The number at the start of `field`; `*rest` is what stands behind it, such as a unit.
 * False (err_text(): `name`, cause and cure) when there is none. */
bool recording_number(const char *name, const char *field, enum recording_mark mark,
                      double *value, const char **rest);

#endif
