/* SPDX-License-Identifier: MIT */
/*
 * What is read from the database. A file that was copied from another kiosk may hold its
 * rows too: they are counts of the same hall and are summed up.
 */
#include <limits.h>

#include <sqlite3.h>

#include "base/str.h"
#include "store/inside.h"
#include "store/schema.h"
#include "store/store.h"

/* Every id there is, one step in the index each, so that a day is found at once. */
#define OF_KIOSKS                                                                        \
    "WITH RECURSIVE ids(id) AS (SELECT min(kiosk) FROM sums UNION ALL"                   \
    " SELECT (SELECT min(kiosk) FROM sums WHERE kiosk > id) FROM ids"                    \
    " WHERE id IS NOT NULL) "

#define OF_DAYS "kiosk IN (SELECT id FROM ids) AND day BETWEEN ?1 AND ?2"

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

static bool fail(struct store *store)
{
    return schema_fail(store->db, store->path, "the counts cannot be read");
}

/* Whether all rows are of one kiosk, as in each database but a merged one. */
static bool is_of_one(struct store *store)
{
    static const char sql[] = "SELECT (SELECT min(kiosk) FROM sums) IS "
                              "(SELECT max(kiosk) FROM sums)";
    sqlite3_stmt *query = NULL;
    bool one = sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) == SQLITE_OK &&
               sqlite3_step(query) == SQLITE_ROW && sqlite3_column_int(query, 0) != 0;
    sqlite3_finalize(query);
    return one;
}

/* Rows of one kiosk stand in the order in which they are wanted: nothing is sorted, and
 * who stops at the first one has read no other. */
bool store_each(struct store *store, int from_day, int to_day, count_each *each,
                void *context)
{
    static const char of_one[] =
        "SELECT day, hour, metric, subject, detail, content, definition, n, revision"
        " FROM sums WHERE kiosk = (SELECT min(kiosk) FROM sums)"
        " AND day BETWEEN ?1 AND ?2"
        " ORDER BY day, hour, metric, subject, detail, content, definition";
    static const char of_several[] =
        OF_KIOSKS "SELECT day, hour, metric, subject, detail, content, definition,"
                  " sum(n), sum(revision) FROM sums WHERE " OF_DAYS
                  " GROUP BY day, hour, metric, subject, detail, content, definition"
                  " ORDER BY day, hour, metric, subject, detail, content, definition";
    sqlite3_stmt *query = NULL;
    if (!store_ready(store)) {
        return false;
    }
    const char *sql = is_of_one(store) ? of_one : of_several;
    if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) != SQLITE_OK) {
        return fail(store);
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
        fail(store);
    }
    sqlite3_finalize(query);
    return going && !failed;
}

/* Of the days [from_day, to_day]. */
static int64_t sum_of_days(struct store *store, int from_day, int to_day, enum count what)
{
    static const char sql[] =
        OF_KIOSKS "SELECT coalesce(sum(n), 0) FROM sums WHERE " OF_DAYS
                  " AND metric = ?3 AND substr(detail, 1, 9) <> '" COUNT_EXCLUDED "'";
    _Static_assert(sizeof COUNT_EXCLUDED == 9 + 1, "substr() above");
    sqlite3_stmt *query = NULL;
    int64_t sum = -1;
    if (!store_ready(store)) {
        return -1;
    }
    if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) == SQLITE_OK &&
        sqlite3_bind_int(query, 1, from_day) == SQLITE_OK &&
        sqlite3_bind_int(query, 2, to_day) == SQLITE_OK &&
        sqlite3_bind_text(query, 3, count_kind(what)->key, -1, SQLITE_STATIC) ==
            SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW) {
        sum = sqlite3_column_int64(query, 0);
    } else {
        fail(store);
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

int64_t store_on_disk(struct store *store, int day, enum count what)
{
    static const char sql[] = OF_KIOSKS
        "SELECT coalesce(sum(n), 0) FROM sums WHERE " OF_DAYS " AND metric = ?3";
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    int64_t sum = -1;
    if (!store_ready(store)) {
        return -1;
    }
    if (sqlite3_open_v2(store->path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
        sqlite3_bind_int(query, 1, day) == SQLITE_OK &&
        sqlite3_bind_int(query, 2, day) == SQLITE_OK &&
        sqlite3_bind_text(query, 3, count_kind(what)->key, -1, SQLITE_STATIC) ==
            SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW) {
        sum = sqlite3_column_int64(query, 0);
    } else {
        schema_fail(db, store->path, "the counts cannot be read");
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
    return sum;
}

/* The one number that `sql` asks for. -1 (err_text()) on failure. */
static int read_day(struct store *store, const char *sql, const int *values, int count)
{
    sqlite3_stmt *query = NULL;
    int day = -1;
    if (!store_ready(store)) {
        return -1;
    }
    bool bound = sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) == SQLITE_OK;
    for (int i = 0; bound && i < count; i++) {
        bound = sqlite3_bind_int(query, i + 1, values[i]) == SQLITE_OK;
    }
    if (bound && sqlite3_step(query) == SQLITE_ROW) {
        day = sqlite3_column_int(query, 0);
    } else {
        fail(store);
    }
    sqlite3_finalize(query);
    return day;
}

int store_last_day(struct store *store, int after, int to)
{
    static const char sql[] =
        "SELECT coalesce(max(day), 0) FROM sums WHERE (day <= ?1 OR day > ?2)"
        " AND substr(detail, 1, 9) <> '" COUNT_EXCLUDED "'";
    return read_day(store, sql, (const int[]){after, to}, 2);
}

int store_first_day(struct store *store, int from)
{
    static const char sql[] = "SELECT coalesce(min(day), 0) FROM sums WHERE day >= ?1";
    return read_day(store, sql, (const int[]){from}, 1);
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
