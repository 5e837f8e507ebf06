/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include <sqlite3.h>

#include "store/inside.h"
#include "store/schema.h"
#include "store/store.h"

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
    bool added =
        bind_key(store->add, &row->key) &&
        sqlite3_bind_int64(store->add, 8, row->n) == SQLITE_OK &&
        sqlite3_bind_text(store->add, 9, store->kiosk, -1, SQLITE_STATIC) == SQLITE_OK &&
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

static void note_days(struct store *store, const struct count_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int day = rows[i].key.day;
        bool first = store->changed_from == 0 || day < store->changed_from;
        store->changed_from = first ? day : store->changed_from;
    }
}

int store_changed_from(struct store *store)
{
    int from = store->changed_from;
    store->changed_from = 0;
    return from;
}

bool store_add(struct store *store, const struct count_row *rows, size_t count)
{
    if (!store_ready(store)) {
        return false;
    }
    store->shows = true;
    if (store_run(store, "BEGIN IMMEDIATE") && add_rows(store, rows, count) &&
        store_run(store, "COMMIT")) {
        note_days(store, rows, count);
        store_sign(store);
        store->refused = false;
        return true;
    }
    schema_fail(store->db, store->path, "the counts cannot be written");
    store->refused = true;
    if (!sqlite3_get_autocommit(store->db)) {
        store_run(store, "ROLLBACK");
    }
    store_sign(store);
    return false;
}

/* ---- seams ------------------------------------------------------------------------- */

static bool sink_add(void *context, const struct count_row *rows, size_t count)
{
    return store_add(context, rows, count);
}

static void sink_settle(void *context)
{
    store_settle_begin(context);
}

static enum count_order sink_order(void *context, bool wait)
{
    return store_order(context, wait);
}

struct count_sink store_sink(struct store *store)
{
    if (!store) {
        return (struct count_sink){0};
    }
    return (struct count_sink){
        .context = store, .add = sink_add, .settle = sink_settle, .order = sink_order};
}
