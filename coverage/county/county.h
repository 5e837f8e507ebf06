/* SPDX-License-Identifier: MIT */
/*
 * county: the counts of many kiosks in one place, with who they are, which files came,
 * and what staff have entered beside them.
 *
 * The place is a file of a county's office or a server of a province (sql/sql.h): the
 * same tables (tables.def), the kiosk's id first in every key that has one, so that a
 * server may be several. All of one kiosk goes into the place in one transaction: its
 * sums, the file that brought them, and what is derived from both (the sums of a month).
 *
 *     counts       whole sums by part of day, as files and kiosks have them
 *     kiosks       who may hand in: id, public key, hall, county, kind of site, since
 *     kiosk_off    days on which a kiosk was off on purpose, with the reason
 *     files        what was handed in: days, SHA-256, heads of the chain, when
 *     kiosk_month  one row a kiosk and month, derived: what reports read
 *     ledger       figures that staff have entered; a change is a row of its own
 *     editions     what was published, to say what has changed since
 *
 * Days are local dates as numbers, 20261123; months 202611.
 */
#ifndef COVERAGE_COUNTY_COUNTY_H
#define COVERAGE_COUNTY_COUNTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/row.h"
#include "lkx/lkx.h"
#include "sign/sign.h"
#include "sql/sql.h"

struct lkx_file;
struct str;

enum { COUNTY_TEXT_MAX = 192, COUNTY_REASON_MAX = 512 };

/* Where a kiosk stands; a row of sites.def each: hall, school, village, ... */
enum county_site {

#define SITE(key) COUNTY_##key,
#include "county/sites.def"
#undef SITE
    COUNTY_SITES
};

const char *county_site_key(enum county_site site); /* "school" */
enum county_site county_site_of(const char *key);   /* COUNTY_SITES: none */

/* ---- the place --------------------------------------------------------------------- */

/* Opens it; a file is made with its tables. NULL (err_text()): a server without the
 * tables says how to make them; a kiosk's own database is refused by name. */
struct sql *county_open(const char *where, enum sql_mode mode);

/* Whether a file is such a place and no kiosk's database. False for what is not there. */
bool county_is(const char *where);

/* The statements that make the tables, for one kind of server, a row of engines.def each:
 * postgresql, postgres_fdw, citus, cockroachdb, yugabytedb, opengauss. */
enum county_engine {

#define ENGINE(key, ...) COUNTY_ENGINE_##key,
#include "county/engines.def"
#undef ENGINE
    COUNTY_ENGINES
};

const char *county_engine_key(enum county_engine engine);
enum county_engine county_engine_of(const char *key); /* COUNTY_ENGINES: none */

/* Adds them, with the reasons, as a script for psql. */
void county_tables(enum county_engine which, struct str *out);

/* ---- kiosks ------------------------------------------------------------------------ */

struct county_kiosk {
    char id[LKX_KIOSK_MAX];
    unsigned char key[SIGN_PUBLIC_BYTES];
    char hall[COUNTY_TEXT_MAX];
    char county[COUNTY_TEXT_MAX];
    enum county_site site;
    int since;         /* the first day that is expected */
    int until;         /* the last one; 0: it still stands there */
    unsigned weekdays; /* open: bit 0 Monday to bit 6 Sunday */
};

/* Open on all of them. */
enum { COUNTY_EVERY_DAY = 127 };

/* Adds the kiosk of this key, or changes what is known of it. False (err_text()). */
bool county_kiosk_put(struct sql *sql, const struct county_kiosk *kiosk);

/* The same of many, all or none of them. */
bool county_kiosks_put(struct sql *sql, const struct county_kiosk *kiosks, size_t count);

/* All, ordered by id; the caller frees `*kiosks`. */
bool county_kiosks(struct sql *sql, struct county_kiosk **kiosks, size_t *count);

/* The same to look one up in: for lkx_read(), which asks for its key. */
struct county_registry {
    const struct county_kiosk *kiosks; /* as county_kiosks() gives them */
    size_t count;
};

/* NULL: it is not registered. */
const struct county_kiosk *county_kiosk_find(const struct county_registry *registry,
                                             const char *id);

/* An lkx_key_of, whose context is a struct county_registry. */
bool county_key_of(void *registry, const char *kiosk,
                   unsigned char key[SIGN_PUBLIC_BYTES]);

/* Off on purpose, [from, to]. With `reason` "" those days are not off after all: of a
 * longer run what lies before and behind them stays. */
struct county_off {
    char id[LKX_KIOSK_MAX];
    int from, to;
    char reason[COUNTY_REASON_MAX];
};

bool county_off_put(struct sql *sql, const struct county_off *off);
bool county_offs(struct sql *sql, struct county_off **offs, size_t *count);

/* ---- handing in -------------------------------------------------------------------- */

struct county_import {
    char id[LKX_KIOSK_MAX];
    int64_t rows;   /* in the file */
    int64_t fresh;  /* keys that were new */
    int64_t raised; /* keys whose sum has grown */
    int64_t older;  /* keys of which the place has a newer state already */
    bool again;     /* the very same file came before */
    bool
        days_changed; /* the file's chain says that days before it are not as they came */
};

/*
 * Takes in the rows of a file that lkx_read() has verified with the key of this kiosk;
 * `today` for what is in the future. Nothing is taken of a file that is refused:
 * err_cause() "county_..." (faults.def) says why, with the file's name. A total that
 * shrinks is refused: a higher revision with a smaller n, or one revision with two n.
 */
bool county_take(struct sql *sql, const struct lkx_file *file, const char *name,
                 int today, struct county_import *import);

/* A file that was taken in. */
struct county_file {
    char id[LKX_KIOSK_MAX];
    char sha256[SIGN_HEX_HASH_MAX];
    int from, to; /* days */
    int made;     /* the day on which the kiosk wrote it */
    int64_t rows;
    char head_before[SIGN_HEX_HASH_MAX], head[SIGN_HEX_HASH_MAX]; /* of its chain */
    int imported;                                                 /* the day */
};

/* Ordered by kiosk and the days' end; the caller frees `*files`. */
bool county_files(struct sql *sql, struct county_file **files, size_t *count);

/* Whether the chain of the file `at` goes on from one that ends on the day before it, of
 * all files as county_files() gives them; so where none ends there. If not, the days
 * before are not as the kiosk has them. */
bool county_file_joins(const struct county_file *files, size_t at);

/* ---- sending on -------------------------------------------------------------------- */

struct county_push {
    int64_t kiosks;  /* that stand there */
    int64_t refused; /* whose sums are not those of one kiosk */
    int64_t sent;    /* of which anything was lacking there */
    int64_t rows;    /* of those months of theirs that were compared, key by key */
    int64_t fresh, raised;
};

/* Told of each kiosk: that it `stands` there safely, or was refused (err_text()). */
typedef void county_pushed(void *context, const char *kiosk, bool stands);

/*
 * Sends what `from` has of each kiosk to `to`, a kiosk in a transaction, and reads back
 * what stands there; then the ledger. Where the other place has newer sums they stay;
 * what is known of a kiosk (hall, county, ...) becomes what it is here; days off are
 * added, and taken back only by hand. `each` may be NULL. False (err_text()): a kiosk was
 * refused or something failed; the kiosks told of are there, and all may be sent again.
 */
bool county_push(struct sql *from, struct sql *to, struct county_push *push,
                 county_pushed *each, void *context);

/* ---- reading ----------------------------------------------------------------------- */

/* Sums of one kiosk and a run of months; a column a row of columns.def: visit,
 * lesson_done, first_yes, first_no, heads, ..., and the visits that are excluded. */
enum county_column {

#define COLUMN(key, ...) COUNTY_COLUMN_##key,
#include "county/columns.def"
#undef COLUMN
    COUNTY_COLUMNS
};

const char *county_column_key(enum county_column column); /* "visit" */
enum county_column county_column_of(const char *key);     /* COUNTY_COLUMNS: none */

struct county_month {
    char id[LKX_KIOSK_MAX];
    int month;
    uint32_t on;    /* bit d - 1: something ran or was counted on day d */
    uint32_t known; /* bit d - 1: a file has come that holds day d */
    int64_t n[COUNTY_COLUMNS];
};

/* Ordered by kiosk and month. */
bool county_months(struct sql *sql, int from_month, int to_month,
                   bool (*each)(void *context, const struct county_month *month),
                   void *context);

/* The same as an array; the caller frees `*months`. */
bool county_months_all(struct sql *sql, int from_month, int to_month,
                       struct county_month **months, size_t *count);

/* Makes the months anew from the counts, all of one kiosk or (NULL) of all: what reports
 * read is then right whatever was done to the tables by hand. */
bool county_derive(struct sql *sql, const char *kiosk);

/* ---- ledger and editions ----------------------------------------------------------- */

/* The most that is entered: more is a slip of the finger, and would not be reckoned with
 * in whole numbers. */
#define COUNTY_VALUE_MAX INT64_C(1000000000000)

/* What staff have entered of a target or a base ("certificates", "registered"). The last
 * entry of a thing stands; earlier ones stay. */
struct county_entry {
    char county[COUNTY_TEXT_MAX];
    char thing[COUNT_TEXT_MAX];
    int number; /* 1.. within county and thing; given by county_enter() */
    int as_of;  /* the day for which it holds */
    int64_t value;
    char source[COUNTY_TEXT_MAX];
    char reason[COUNTY_REASON_MAX];
    int entered; /* the day on which it was entered */
};

bool county_enter(struct sql *sql, struct county_entry *entry);
/* Ordered by county, thing, number. */
bool county_entries(struct sql *sql, struct county_entry **entries, size_t *count);

/* One figure of a published edition; `value` -1: missing. */
struct county_edition {
    int made; /* day */
    char county[COUNTY_TEXT_MAX];
    char thing[COUNT_TEXT_MAX];
    int64_t low, high;
};

/* The last edition of a county ("": of all together) before the day `before`; the caller
 * frees `*figures`. */
bool county_edition_last(struct sql *sql, const char *county, int before,
                         struct county_edition **figures, size_t *count);

/* All of one day and county; they replace what was kept of both. */
bool county_edition_put(struct sql *sql, const struct county_edition *figures,
                        size_t count);

#endif
