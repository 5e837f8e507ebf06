/* SPDX-License-Identifier: MIT */
/*
 * fields: a table of a data file -> the members of a struct, row by row. Private to conf,
 * and to a county's figures for its targets.
 *
 * A row says everything about a key: where it goes, what may stand there and how to say
 * so. A new setting is a row and a member.
 */
#ifndef KIOSK_CONF_FIELDS_H
#define KIOSK_CONF_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

struct conf_data;

enum conf_want {
    CONF_WANT_TEXT,   /* char[size] */
    CONF_WANT_WHOLE,  /* int */
    CONF_WANT_NUMBER, /* double */
    CONF_WANT_BOOL,   /* bool */
    CONF_WANT_RANGE,  /* double[2], { low, high } with low < high */
    CONF_WANT_PAIR,   /* double[2], in any order */
    CONF_WANT_TEXTS,  /* a text or a table of them; the caller reads it */
    CONF_WANT_TABLE,  /* only that it is one; the caller reads it */
    CONF_WANT_READ,   /* anything; the caller has read it */
};

struct conf_field {
    const char *key;
    enum conf_want want;
    bool optional;
    size_t offset;
    size_t size;      /* CONF_WANT_TEXT */
    double low, high; /* numbers: allowed from, to */
    const char *what; /* "a number of seconds"; the sentence adds the limits */
};

/* Where a table stands: a file and the keys that lead to it, "profiles.adult" or "". */
struct conf_place {
    const char *file;
    const char *path;
};

/* Fills the members of `out` that the table names. False (err_text()) at the first
 * mistake: a key that no row has, a wrong value, a missing one. */
bool conf_fields_read(const struct conf_place *place, const struct conf_data *table,
                      const struct conf_field *fields, size_t count, void *out);

/* Says what stands at the key of `field` and what should; NULL: nothing stands there.
 * Always returns false. */
bool conf_field_refuse(const struct conf_place *place, const struct conf_field *field,
                       const struct conf_data *value);

/* The value of a key, NULL when the table has none. */
const struct conf_data *conf_field_find(const struct conf_data *table, const char *key);

#endif
