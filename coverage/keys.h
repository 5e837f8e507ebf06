/* SPDX-License-Identifier: MIT */
/*
 * keys: what the files of `coverage keys` share: who may hand in, and what is known of
 * them.
 */
#ifndef COVERAGE_KEYS_H
#define COVERAGE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "county/county.h"
#include "coverage.h"

/* What staff write of a kiosk: options behind --, columns of a table. */
enum keys_field {

#define FIELD(name) KEYS_##name,
#include "keys_fields.def"
#undef FIELD
    KEYS_FIELDS
};

/* "hall" */
const char *keys_field_name(enum keys_field field);

/*
 * Puts `words`, one a field and NULL where nothing was written, into the kiosk. `before`
 * stands before a field's name where it is told: "--", or "kiosks.csv:5: ". False: it has
 * been said what is wrong.
 */
bool keys_fill(const struct coverage *coverage, const char *before,
               const char *const words[KEYS_FIELDS], struct county_kiosk *kiosk);

/* Whether all is there that a new kiosk needs. False: it has been said what is not. */
bool keys_complete(const struct coverage *coverage, const char *before,
                   const struct county_kiosk *kiosk);

/* The public key of a line "MCow...", a file that ends in .pub or a file of counts, whose
 * hall and county are taken along. False: it has been said why there is none. */
bool keys_read(const struct coverage *coverage, const char *given,
               struct county_kiosk *kiosk);

/* A key in a line of text, which stands at `where`. False: it has been said why it is
 * none. */
bool keys_line(const struct coverage *coverage, const char *where, const char *line,
               struct county_kiosk *kiosk);

/* The registry, in an order to be looked up in; the caller frees `kiosks`. */
bool keys_registry(const struct coverage *coverage, struct sql *sql,
                   struct county_kiosk **kiosks, struct county_registry *registry);

/* Prints them. False: it has been said why not. */
bool keys_list(const struct coverage *coverage, struct sql *sql, int today);

/* Adds or changes the kiosks of a table, all or none of them; only then is the place
 * opened. */
enum coverage_status keys_load(const struct coverage *coverage, const char *place,
                               const char *path);

#endif
