/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/str.h"
#include "store/inside.h"
#include "store/schema.h"
#include "store/settle.h"

/* A screen waits meanwhile, so not longer than a visitor would notice. */
enum { BUSY_WAIT_MS = 200 };

#define ADD_TO_SUM                                                                       \
    " ON CONFLICT DO UPDATE SET n = n + excluded.n, revision = revision + excluded.n"

static const char add_sql[] =
    "INSERT INTO sums (kiosk, day, hour, metric, subject, detail, content, definition,"
    " n, revision) VALUES (?9, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)" ADD_TO_SUM;

bool store_run(struct store *store, const char *sql)
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
        return err_set_as(
            "counts_no_log",
            "%s: a write-ahead log cannot be kept there; put the data folder on "
            "a disk of this machine",
            store->path);
    }
    return (store_run(store, "PRAGMA synchronous = FULL") &&
            store_run(store, "PRAGMA secure_delete = ON")) ||
           schema_fail(store->db, store->path, "cannot be set up");
}

/* `known`: the file was made or checked by this store before. */
static bool open_file(struct store *store, const char *path, bool known)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &store->db, known ? flags : flags | SQLITE_OPEN_CREATE,
                        NULL) != SQLITE_OK) {
        return schema_fail(store->db, store->path, "cannot be opened");
    }
    sqlite3_busy_timeout(store->db, BUSY_WAIT_MS);
    /* Until the file is known to be ours, closing it must not fold a log into it. */
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    bool ready = known ? schema_writable(store->db, store->path)
                       : schema_prepare(store->db, store->path);
    if (!ready || !keep_safe(store)) {
        return false;
    }
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    if (sqlite3_prepare_v3(store->db, add_sql, -1, SQLITE_PREPARE_PERSISTENT, &store->add,
                           NULL) != SQLITE_OK) {
        return schema_fail(store->db, store->path, "the counts cannot be written");
    }
    return true;
}

static void close_file(struct store *store)
{
    sqlite3_finalize(store->add);
    sqlite3_close(store->db);
    store->add = NULL;
    store->db = NULL;
}

/* Which file stands there; 0: none. */
static uint64_t id_of(const char *path)
{
    struct stat facts;
    uint64_t numbers[2];
    if (stat(path, &facts) != 0) {
        return 0;
    }
    numbers[0] = facts.st_dev;
    numbers[1] = facts.st_ino;
    return hash_bytes(HASH_BEGIN, numbers, sizeof numbers);
}

static uint64_t id_of_log(const struct store *store)
{
    char log[PATH_MAX];
    const char *file = store->file ? store->file : store->path;
    return str_format(log, sizeof log, "%s-wal", file) ? id_of(log) : 0;
}

/* This store has written last: what the disk says of the file from now on is so. */
void store_sign(struct store *store)
{
    store->stamp = file_stamp(store->path);
    store->file_id = id_of(store->path);
    store->log_id = id_of_log(store);
}

static bool open_database(struct store *store, const char *path, bool known)
{
    bool opened = open_file(store, path, known);
    if (!opened) {
        close_file(store);
    }
    store_sign(store);
    return opened;
}

bool store_find_id(struct store *store)
{
    sqlite3_stmt *query = NULL;
    static const char sql[] = "SELECT kiosk FROM sums LIMIT 1";
    int status = sqlite3_prepare_v2(store->db, sql, -1, &query, NULL);
    str_copy(store->kiosk, sizeof store->kiosk, STORE_NO_KIOSK);
    if (status == SQLITE_OK && (status = sqlite3_step(query)) == SQLITE_ROW) {
        str_copy(store->kiosk, sizeof store->kiosk,
                 (const char *)sqlite3_column_text(query, 0));
    }
    sqlite3_finalize(query);
    return status == SQLITE_ROW || status == SQLITE_DONE;
}

/* What was counted before this kiosk had a key is its own. */
static bool adopt(struct store *store)
{
    static const char sql[] =
        "BEGIN IMMEDIATE;"
        "INSERT INTO sums SELECT '%s', day, hour, metric, subject, detail, content,"
        " definition, n, revision FROM sums WHERE kiosk = '" STORE_NO_KIOSK "'" ADD_TO_SUM
        ";DELETE FROM sums WHERE kiosk = '" STORE_NO_KIOSK "';"
        "COMMIT";
    char text[512];
    str_format(text, sizeof text, sql, store->kiosk);
    if (store_run(store, text)) {
        return true;
    }
    schema_fail(store->db, store->path, "the counts cannot be given the kiosk's id");
    if (!sqlite3_get_autocommit(store->db)) {
        store_run(store, "ROLLBACK");
    }
    return false;
}

static bool has_id(const char *id)
{
    return strlen(id) == sizeof STORE_NO_KIOSK - 1 &&
           id[strspn(id, "0123456789abcdefghijklmnopqrstuvwxyz")] == '\0';
}

/* The place itself, since a link to it stays when the file is exchanged. */
static bool find_file(struct store *store)
{
    store->file = realpath(sqlite3_db_filename(store->db, "main"), NULL);
    return store->file ||
           err_set_as("counts_unreachable", "%s: cannot be found", store->path);
}

static bool begin(struct store *store, const char *kiosk)
{
    if (!open_database(store, store->path, false) || !find_file(store)) {
        return false;
    }
    settle_wipe(store->file);
    settle_wipe_journal(store->file);
    if (!kiosk) {
        return store_find_id(store) ||
               schema_fail(store->db, store->path, "the counts cannot be read");
    }
    assert(has_id(kiosk));
    if (kiosk != store->kiosk) {
        str_copy(store->kiosk, sizeof store->kiosk, kiosk);
    }
    bool known = str_equal(kiosk, STORE_NO_KIOSK) || adopt(store);
    store_sign(store);
    return known;
}

static struct store *make(const char *path)
{
    struct store *store = calloc(1, sizeof *store);
    assert(store);
    store->path = strdup(path);
    assert(store->path);
    store->shows = true; /* nobody knows whether it was settled */
    store->changed_from = 1;
    return store;
}

struct store *store_make(const char *path, const char *kiosk)
{
    struct store *store = make(path);
    assert(has_id(kiosk));
    str_copy(store->kiosk, sizeof store->kiosk, kiosk);
    return store;
}

struct store *store_open(const char *path, const char *kiosk)
{
    struct store *store = make(path);
    if (!begin(store, kiosk)) {
        store_close(store);
        return NULL;
    }
    return store;
}

const char *store_kiosk(const struct store *store)
{
    return store->kiosk;
}

/* ---- settling ---------------------------------------------------------------------- */

/* What err_text() says belongs to the thread that says it. */
static void keep_why(struct store *store)
{
    str_copy(store->why, sizeof store->why, err_text());
    store->cause = *err_cause();
}

static void *settle_on_thread(void *context)
{
    struct store *store = context;
    sqlite3_finalize(store->add);
    store->add = NULL;
    bool settled = settle_copy(store->db, store->file);
    store->why[0] = '\0';
    if (!settled) {
        keep_why(store);
    }
    close_file(store);
    if (!open_database(store, store->file, true)) {
        keep_why(store);
    }
    settle_wipe(store->file);
    settle_date(store->file);
    store_sign(store);
    atomic_store(&store->done, true);
    return NULL;
}

/* Asked for again and again, the same failure is told once. */
static void note(struct store *store)
{
    uint64_t told = hash_text(HASH_BEGIN, store->why);
    if (store->why[0] && told != store->told) {
        log_warn("store", "%s", store->why);
    }
    store->told = told;
}

void store_settle_begin(struct store *store)
{
    if (store->settling || !store->shows) {
        return;
    }
    bool ready = !store->refused ||
                 err_set_as("counts_refused",
                            "%s: is not settled while the disk refuses counts; check the "
                            "disk and the room on it",
                            store->path);
    if (!ready || !store_ready(store)) {
        keep_why(store);
        note(store);
        return;
    }
    atomic_store(&store->done, false);
    store->settling = pthread_create(&store->thread, NULL, settle_on_thread, store) == 0;
    if (!store->settling) {
        err_set_as("counts_no_thread", "%s: there is no thread to settle it",
                   store->path);
        keep_why(store);
        note(store);
    }
}

static void join(struct store *store)
{
    pthread_join(store->thread, NULL);
    store->settling = false;
    store->shows = store->why[0] != '\0';
    note(store);
}

enum count_order store_order(struct store *store, bool wait)
{
    if (store->settling && (wait || atomic_load(&store->done))) {
        join(store);
    }
    return store->settling ? COUNT_ORDER_ERASING
           : store->shows  ? COUNT_ORDER_SHOWS
                           : COUNT_ORDER_ERASED;
}

bool store_settle(struct store *store)
{
    store_settle_begin(store);
    return store_order(store, true) == COUNT_ORDER_ERASED ||
           err_set_cause(store->why, &store->cause);
}

bool store_ready(struct store *store)
{
    store_order(store, true);
    if (store->db) {
        return true;
    }
    bool opened = store->file ? open_database(store, store->file, false)
                              : begin(store, store->kiosk);
    store->changed_from = 1;
    if (!opened) {
        close_file(store);
    }
    return opened;
}

bool store_reach(struct store *store)
{
    return store_ready(store);
}

bool store_is_open(const struct store *store)
{
    return store->settling || store->db;
}

enum store_changed store_changed(struct store *store)
{
    store_order(store, true);
    if (id_of(store->path) != store->file_id) {
        return STORE_EXCHANGED;
    }
    if (file_stamp(store->path) != store->stamp) {
        return STORE_WRITTEN;
    }
    return store->log_id != 0 && id_of_log(store) != store->log_id ? STORE_LOG_GONE
                                                                   : STORE_SAME;
}

bool store_fold(struct store *store)
{
    bool folded = store_ready(store) &&
                  (sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
                                             NULL, NULL) == SQLITE_OK ||
                   schema_fail(store->db, store->path, "its log cannot be folded in"));
    store->stamp = file_stamp(store->path);
    return folded;
}

/* A log that is left at the path of a database that is gone would be taken for that of
 * the one that stands there now, and spoil it. */
static void remove_own_log(const struct store *store)
{
    static const char *const endings[] = {"-wal", "-shm"};
    const char *file = store->file ? store->file : store->path;
    char path[PATH_MAX];
    bool left = id_of(store->path) != store->file_id && store->log_id != 0 &&
                id_of_log(store) == store->log_id;
    for (size_t i = 0; left && i < sizeof endings / sizeof *endings; i++) {
        if (str_format(path, sizeof path, "%s%s", file, endings[i])) {
            unlink(path);
        }
    }
}

void store_leave(struct store *store)
{
    store_order(store, true);
    if (store->db) {
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        close_file(store);
        remove_own_log(store);
    }
    free(store->file);
    store->file = NULL;
    store->shows = true;
    store->refused = false;
}

void store_close(struct store *store)
{
    if (!store) {
        return;
    }
    store_order(store, true);
    close_file(store);
    if (store->file) {
        settle_date(store->file);
    }
    free(store->file);
    free(store->path);
    free(store);
}
