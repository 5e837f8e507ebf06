/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "store/schema.h"

/* A screen waits meanwhile, so not longer than a visitor would notice. */
enum { BUSY_WAIT_MS = 1000 };

struct store {
    char *path; /* for sentences */
    sqlite3 *db;
    sqlite3_stmt *add;
};

static const char add_sql[] =
    "INSERT INTO sums (day, hour, metric, subject, detail, content, definition, n, "
    "revision)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)"
    " ON CONFLICT DO UPDATE SET n = n + excluded.n, revision = revision + 1";

static bool run(struct store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* FULL: a commit is on the disk before its call returns. Overwritten data is wiped. */
static bool keep_safe(struct store *store)
{
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(store->db, "PRAGMA journal_mode = WAL", -1, &query, NULL) !=
            SQLITE_OK ||
        sqlite3_step(query) != SQLITE_ROW) {
        sqlite3_finalize(query);
        return schema_fail(store->db, store->path, "its log cannot be made");
    }
    bool wal = str_equal((const char *)sqlite3_column_text(query, 0), "wal");
    sqlite3_finalize(query);
    if (!wal) {
        return err_set(
            "%s: a write-ahead log cannot be kept there; put the data folder on "
            "a disk of this machine",
            store->path);
    }
    return (run(store, "PRAGMA synchronous = FULL") &&
            run(store, "PRAGMA secure_delete = ON")) ||
           schema_fail(store->db, store->path, "cannot be set up");
}

static bool open_database(struct store *store)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(store->path, &store->db, flags, NULL) != SQLITE_OK) {
        return schema_fail(store->db, store->path, "cannot be opened");
    }
    sqlite3_busy_timeout(store->db, BUSY_WAIT_MS);
    /* Until the file is known to be ours, closing it must not fold a log into it. */
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    if (!schema_prepare(store->db, store->path) || !keep_safe(store)) {
        return false;
    }
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    if (sqlite3_prepare_v3(store->db, add_sql, -1, SQLITE_PREPARE_PERSISTENT, &store->add,
                           NULL) != SQLITE_OK) {
        return schema_fail(store->db, store->path, "the counts cannot be written");
    }
    return true;
}

struct store *store_open(const char *path)
{
    struct store *store = calloc(1, sizeof *store);
    assert(store);
    store->path = strdup(path);
    assert(store->path);
    if (!open_database(store)) {
        store_close(store);
        return NULL;
    }
    if (!store_settle(store)) {
        log_warn("store", "%s", err_text()); /* another program reads it; later, then */
    }
    return store;
}

void store_close(struct store *store)
{
    if (!store) {
        return;
    }
    sqlite3_finalize(store->add);
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}

static bool bind_key(sqlite3_stmt *add, const struct count_key *key)
{
    return sqlite3_bind_int(add, 1, key->day) == SQLITE_OK &&
           sqlite3_bind_int(add, 2, key->hour) == SQLITE_OK &&
           sqlite3_bind_text(add, 3, key->metric, -1, SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_bind_text(add, 4, key->subject, -1, SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_bind_text(add, 5, key->detail, -1, SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_bind_int(add, 6, key->content) == SQLITE_OK &&
           sqlite3_bind_int(add, 7, key->definition) == SQLITE_OK;
}

static bool add_row(struct store *store, const struct count_row *row)
{
    assert(row->n > 0 && row->key.hour >= 0 && row->key.hour <= 23 && row->key.metric[0]);
    bool added = bind_key(store->add, &row->key) &&
                 sqlite3_bind_int64(store->add, 8, row->n) == SQLITE_OK &&
                 sqlite3_step(store->add) == SQLITE_DONE;
    return sqlite3_reset(store->add) == SQLITE_OK && added;
}

static bool add_rows(struct store *store, const struct count_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!add_row(store, &rows[i])) {
            return false;
        }
    }
    return true;
}

bool store_add(struct store *store, const struct count_row *rows, size_t count)
{
    if (run(store, "BEGIN IMMEDIATE") && add_rows(store, rows, count) &&
        run(store, "COMMIT")) {
        return true;
    }
    schema_fail(store->db, store->path, "the counts cannot be written");
    if (!sqlite3_get_autocommit(store->db)) {
        run(store, "ROLLBACK");
    }
    return false;
}

bool store_settle(struct store *store)
{
    return sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                                     NULL) == SQLITE_OK ||
           schema_fail(store->db, store->path, "its log cannot be folded in");
}

static void read_row(sqlite3_stmt *query, struct count_row *row)
{
    struct count_key *key = &row->key;
    *row = (struct count_row){0};
    key->day = sqlite3_column_int(query, 0);
    key->hour = sqlite3_column_int(query, 1);
    str_copy(key->metric, COUNT_TEXT_MAX, (const char *)sqlite3_column_text(query, 2));
    str_copy(key->subject, COUNT_TEXT_MAX, (const char *)sqlite3_column_text(query, 3));
    str_copy(key->detail, COUNT_TEXT_MAX, (const char *)sqlite3_column_text(query, 4));
    key->content = sqlite3_column_int(query, 5);
    key->definition = sqlite3_column_int(query, 6);
    row->n = sqlite3_column_int64(query, 7);
    row->revision = sqlite3_column_int64(query, 8);
}

bool store_each(struct store *store, int from_day, int to_day, count_each *each,
                void *context)
{
    static const char sql[] =
        "SELECT day, hour, metric, subject, detail, content, definition, n, revision"
        " FROM sums WHERE day BETWEEN ?1 AND ?2"
        " ORDER BY day, hour, metric, subject, detail, content, definition";
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) != SQLITE_OK) {
        return schema_fail(store->db, store->path, "the counts cannot be read");
    }
    sqlite3_bind_int(query, 1, from_day);
    sqlite3_bind_int(query, 2, to_day);
    bool going = true;
    int status = SQLITE_ROW;
    while (going && (status = sqlite3_step(query)) == SQLITE_ROW) {
        struct count_row row;
        read_row(query, &row);
        going = each(context, &row);
    }
    bool failed = going && status != SQLITE_DONE;
    if (failed) {
        schema_fail(store->db, store->path, "the counts cannot be read");
    }
    sqlite3_finalize(query);
    return going && !failed;
}

/* Of the days [from_day, to_day]. */
static int64_t sum_of_days(struct store *store, int from_day, int to_day, enum count what)
{
    static const char sql[] = "SELECT coalesce(sum(n), 0) FROM sums"
                              " WHERE day BETWEEN ?1 AND ?2 AND metric = ?3"
                              " AND substr(detail, 1, 9) <> '" COUNT_EXCLUDED "'";
    _Static_assert(sizeof COUNT_EXCLUDED == 9 + 1, "substr() above");
    sqlite3_stmt *query = NULL;
    int64_t sum = -1;
    if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) == SQLITE_OK &&
        sqlite3_bind_int(query, 1, from_day) == SQLITE_OK &&
        sqlite3_bind_int(query, 2, to_day) == SQLITE_OK &&
        sqlite3_bind_text(query, 3, count_kind(what)->key, -1, SQLITE_STATIC) ==
            SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW) {
        sum = sqlite3_column_int64(query, 0);
    } else {
        schema_fail(store->db, store->path, "the counts cannot be read");
    }
    sqlite3_finalize(query);
    return sum;
}

int64_t store_sum(struct store *store, int day, enum count what)
{
    return sum_of_days(store, day, day, what);
}

int64_t store_total(struct store *store, enum count what)
{
    return sum_of_days(store, 0, INT_MAX, what);
}

/* ---- seams ------------------------------------------------------------------------- */

static bool sink_add(void *context, const struct count_row *rows, size_t count)
{
    return store_add(context, rows, count);
}

static bool sink_settle(void *context)
{
    return store_settle(context);
}

struct count_sink store_sink(struct store *store)
{
    if (!store) {
        return (struct count_sink){0};
    }
    return (struct count_sink){.context = store, .add = sink_add, .settle = sink_settle};
}

static bool source_each(void *context, int from_day, int to_day, count_each *each,
                        void *each_context)
{
    return store_each(context, from_day, to_day, each, each_context);
}

struct count_source store_source(struct store *store)
{
    return (struct count_source){.context = store, .each = source_each};
}
