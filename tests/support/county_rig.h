/* SPDX-License-Identifier: MIT */
/*
 * county_rig: the life of a kiosk that is drawn, its files at any moment of it, and a
 * place of SQLite that takes them in.
 */
#ifndef TESTS_SUPPORT_COUNTY_RIG_H
#define TESTS_SUPPORT_COUNTY_RIG_H

#include <inttypes.h>
#include <string.h>

#include <sqlite3.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "county/county.h"
#include "lkx/lkx_read.h"
#include "support/folder.h"
#include "support/tap.h"

enum { LIFE_ROWS_MAX = 400, LIFE_FIRST_DAY = 20260225, PLACE_TODAY = 20260501 };

/* What one kiosk has counted up to now, ordered by key. */
struct life {
    size_t count;
    struct count_row rows[LIFE_ROWS_MAX];
};

static inline int life_compare(const void *a, const void *b)
{
    const struct count_row *left = a;
    const struct count_row *right = b;
    return count_key_compare(&left->key, &right->key);
}

static inline struct count_key life_key(struct rng *rng, int day)
{
    static const char *const kinds[][3] = {
        {"visit", "", ""},
        {"visit", "", "excluded:short"},
        {"touch", "", ""},
        {"lesson_done", "adult-cpr", ""},
        {"question", "aed", "right"},
        {"question", "aed", "wrong"},
        {"first_time", "", "yes"},
        {"first_time", "", "no"},
        {"group", "pupils", ""},
        {"running", "", ""},
        {"proof", "", "excluded:proof"},
        {"willing", "adult-cpr", "before:yes"},
    };
    const char *const *kind = kinds[rng_int(rng, 0, sizeof kinds / sizeof *kinds - 1)];
    struct count_key key = {.day = day, .hour = rng_int(rng, 0, 2), .definition = 1};
    str_copy(key.metric, sizeof key.metric, kind[0]);
    str_copy(key.subject, sizeof key.subject, kind[1]);
    str_copy(key.detail, sizeof key.detail, kind[2]);
    key.content = *kind[1] ? rng_int(rng, 1, 2) : 0;
    return key;
}

static inline void life_count(struct life *life, const struct count_key *key, int64_t n)
{
    for (size_t i = 0; i < life->count; i++) {
        if (count_key_compare(&life->rows[i].key, key) == 0) {
            life->rows[i].n += n;
            life->rows[i].revision += n;
            return;
        }
    }
    if (life->count < LIFE_ROWS_MAX) {
        life->rows[life->count++] = (struct count_row){*key, n, n};
        qsort(life->rows, life->count, sizeof *life->rows, life_compare);
    }
}

/* Days go by, and now and then something is counted on an older one. */
static inline void life_goes_on(struct rng *rng, struct life *life, int from, int days)
{
    for (int i = 0; i < days * 4; i++) {
        int back = rng_int(rng, 0, 9) == 0 ? rng_int(rng, 0, from + i / 4) : 0;
        int day = calendar_day(calendar_number(LIFE_FIRST_DAY) + from + i / 4 - back);
        struct count_key key = life_key(rng, day);
        life_count(life, &key, rng_int(rng, 1, 5));
    }
}

/* The days [from, to] of it as a file; the heads are of no concern here. */
static inline struct lkx_file *life_file(const struct life *life, const char *kiosk,
                                         int from, int to)
{
    unsigned char hash[SIGN_HASH_BYTES];
    struct lkx_file *file = calloc(1, sizeof *file);
    assert_non_null(file);
    file->rows = calloc(life->count + 1, sizeof *file->rows);
    assert_non_null(file->rows);
    str_copy(file->kiosk, sizeof file->kiosk, kiosk);
    file->from_day = from;
    file->to_day = to;
    file->made_day = to;
    for (size_t i = 0; i < life->count; i++) {
        if (life->rows[i].key.day >= from && life->rows[i].key.day <= to) {
            file->rows[file->row_count++] = life->rows[i];
        }
    }
    sign_sha256(hash, (const char *)file->rows, file->row_count * sizeof *file->rows);
    sign_hex(file->sha256, hash, sizeof hash);
    return file;
}

static inline void life_file_free(struct lkx_file *file)
{
    free(file->rows);
    free(file);
}

/* ---- what stands in the place ------------------------------------------------------ */

struct place {
    struct folder folder;
    char path[320];
    struct sql *sql;
};

static inline struct place place_make(void)
{
    struct place place = {.folder = folder_make()};
    str_copy(place.path, sizeof place.path, folder_file(&place.folder, "county.db"));
    place.sql = county_open(place.path, SQL_CREATE);
    if (!place.sql) {
        fail_msg("%s", err_text());
    }
    return place;
}

static inline void place_end(struct place *place)
{
    sql_close(place->sql);
    folder_remove(&place->folder);
}

static inline void place_take(struct place *place, const struct lkx_file *file,
                              struct county_import *import)
{
    if (!county_take(place->sql, file, "a.lkx", PLACE_TODAY, import)) {
        fail_msg("%s", err_text());
    }
}

/* The answer of a query, read by another connection, as lines of cells. */
static inline struct str place_ask(const struct place *place, const char *query)
{
    struct str out = {0};
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open_v2(place->path, &db, SQLITE_OPEN_READONLY, NULL), 0);
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", query, sqlite3_errmsg(db));
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            str_add(&out, "%s|", sqlite3_column_text(statement, i));
        }
        str_add(&out, "\n");
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return out;
}

static inline struct str place_dump(const struct place *place)
{
    static const char *const tables[] = {"counts",      "kiosks", "kiosk_off", "files",
                                         "kiosk_month", "ledger", "editions"};
    struct str out = {0};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char query[64];
        str_format(query, sizeof query, "SELECT * FROM %s", tables[i]);
        struct str rows = place_ask(place, query);
        str_add(&out, "%s\n%s", tables[i], rows.text ? rows.text : "");
        str_free(&rows);
    }
    return out;
}

static inline void place_same(struct str found, struct str wanted)
{
    assert_string_equal(found.text ? found.text : "", wanted.text ? wanted.text : "");
    str_free(&found);
    str_free(&wanted);
}

#endif
