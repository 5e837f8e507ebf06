/* SPDX-License-Identifier: MIT */
#include "store/schema.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/str.h"
#include "base/system.h"

/*
 * One step a version of the schema: step i leads from user_version i to i + 1. A step
 * that has been released is never changed; a new one is added below it.
 */
static const char *const steps[] = {
    "CREATE TABLE sums ("
    " day INTEGER NOT NULL,"
    " hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),"
    " metric TEXT NOT NULL,"
    " subject TEXT NOT NULL,"
    " detail TEXT NOT NULL,"
    " content INTEGER NOT NULL,"
    " definition INTEGER NOT NULL,"
    " n INTEGER NOT NULL CHECK (n >= 0),"
    " revision INTEGER NOT NULL CHECK (revision > 0),"
    " PRIMARY KEY (day, hour, metric, subject, detail, content, definition)"
    ") STRICT, WITHOUT ROWID",

    /* The kiosk's id, of which there was none yet (STORE_NO_KIOSK). A revision grew by 1
     * with whatever came at once, so it was n at most; from now on it is n. */
    "ALTER TABLE sums RENAME TO sums_1;"
    "CREATE TABLE sums ("
    " kiosk TEXT NOT NULL,"
    " day INTEGER NOT NULL,"
    " hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),"
    " metric TEXT NOT NULL,"
    " subject TEXT NOT NULL,"
    " detail TEXT NOT NULL,"
    " content INTEGER NOT NULL,"
    " definition INTEGER NOT NULL,"
    " n INTEGER NOT NULL CHECK (n >= 0),"
    " revision INTEGER NOT NULL CHECK (revision > 0),"
    " PRIMARY KEY (kiosk, day, hour, metric, subject, detail, content, definition)"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO sums SELECT 'k0000000000', day, hour, metric, subject, detail, content,"
    " definition, n, max(n, revision) FROM sums_1;"
    "DROP TABLE sums_1",
};

enum {
    VERSION = sizeof steps / sizeof *steps,
    APPLICATION = 0x4C4B434F, /* "LKCO" in the file's header: Life Kiosk counts */
};

static const char *cure_for(int code)
{
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return "move the file away and the kiosk makes a new one, or put a copy back";
    case SQLITE_FULL: return "make room on the disk";
    case SQLITE_IOERR: return "check the disk and the room on it";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "close the other program that holds it";
    case SQLITE_CANTOPEN: return "see that its folder is there and may be written";
    case SQLITE_READONLY:
    case SQLITE_PERM: return "give the kiosk's user the right to write it";
    default: return "see the manual, chapter counts";
    }
}

/* By which its kind is known to keeper.c. A disk that is full tells SQLite so in more
 * than one way. */
static const char *kind_of(struct sqlite3 *db)
{
    int reason = sqlite3_system_errno(db);
    switch (sqlite3_errcode(db) & 0xFF) {
    case SQLITE_NOTADB: return "counts_foreign";
    case SQLITE_CORRUPT: return "counts_damaged";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "counts_locked";
    case SQLITE_FULL: return "counts_full";
    case SQLITE_READONLY:
    case SQLITE_PERM: return "counts_read_only";
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: break;
    default: return "counts_failed";
    }
    if (reason == ENOSPC || reason == EDQUOT) {
        return "counts_full";
    }
    if (reason == EROFS) {
        return "counts_read_only";
    }
    return (sqlite3_errcode(db) & 0xFF) == SQLITE_CANTOPEN ? "counts_unreachable"
                                                           : "counts_failed";
}

/* The system's words where it was the system that refused, else SQLite's. */
static const char *said_by(struct sqlite3 *db)
{
    int code = sqlite3_errcode(db) & 0xFF;
    int reason = sqlite3_system_errno(db);
    bool refused = code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_FULL;
    return refused && reason ? strerror(reason) : sqlite3_errmsg(db);
}

bool schema_fail(struct sqlite3 *db, const char *path, const char *doing)
{
    const char *said = said_by(db);
    const char *kind = kind_of(db);
    if (str_equal(kind, "counts_failed") && !system_key(said)) {
        return err_set_as("counts_odd", "%s: %s: %s; %s", path, doing, said,
                          cure_for(sqlite3_errcode(db)));
    }
    return err_set_as(kind, "%s: %s: %s; %s", path, doing, said,
                      cure_for(sqlite3_errcode(db)));
}

/* The one integer that a query gives. */
static bool ask(sqlite3 *db, const char *sql, int64_t *answer)
{
    sqlite3_stmt *query = NULL;
    bool answered = sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
                    sqlite3_step(query) == SQLITE_ROW;
    if (answered) {
        *answer = sqlite3_column_int64(query, 0);
    }
    return sqlite3_finalize(query) == SQLITE_OK && answered;
}

/* SQLite's own check of every page: it reads the file once. */
static bool check_pages(sqlite3 *db, const char *path)
{
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &query, NULL) != SQLITE_OK ||
        sqlite3_step(query) != SQLITE_ROW) {
        schema_fail(db, path, "the counts cannot be checked");
        sqlite3_finalize(query);
        return false;
    }
    const char *found = (const char *)sqlite3_column_text(query, 0);
    bool sound = found && str_equal(found, "ok");
    if (!sound) {
        err_set_as("counts_damaged", "%s: is damaged (%s); %s", path,
                   found ? found : "no memory", cure_for(SQLITE_CORRUPT));
    }
    sqlite3_finalize(query);
    return sound;
}

/* Writes nothing: a file that is not ours stays as it is. */
static bool check_ours(sqlite3 *db, const char *path, int64_t *version)
{
    int64_t application = 0;
    int64_t objects = 0;
    if (!ask(db, "PRAGMA user_version", version) ||
        !ask(db, "PRAGMA application_id", &application) ||
        !ask(db, "SELECT count(*) FROM sqlite_schema", &objects)) {
        return schema_fail(db, path, "cannot be read as a database of counts");
    }
    if (application != APPLICATION && (*version != 0 || objects != 0)) {
        return err_set_as(
            "counts_foreign",
            "%s: is another program's database; choose another data folder or "
            "move the file away",
            path);
    }
    if (*version > VERSION) {
        return err_set_as(
            "counts_newer",
            "%s: was written by a newer Life Kiosk (schema %d, this one knows "
            "%d); install that version again",
            path, (int)*version, VERSION);
    }
    return check_pages(db, path);
}

bool schema_check(struct sqlite3 *db, const char *path, bool *older)
{
    int64_t version = 0;
    bool ours = check_ours(db, path, &version);
    *older = version < VERSION;
    return ours;
}

static bool run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Inside a transaction: the version may have moved while we waited for it. */
static bool upgrade(sqlite3 *db)
{
    int64_t version = 0;
    if (!ask(db, "PRAGMA user_version", &version)) {
        return false;
    }
    for (; version < VERSION; version++) {
        if (!run(db, steps[version])) {
            return false;
        }
    }
    char sql[96];
    str_format(sql, sizeof sql, "PRAGMA user_version = %d; PRAGMA application_id = %d",
               VERSION, APPLICATION);
    return run(db, sql);
}

bool schema_writable(struct sqlite3 *db, const char *path)
{
    return sqlite3_db_readonly(db, "main") != 1 ||
           err_set_as("counts_read_only", "%s: may not be written; %s", path,
                      cure_for(SQLITE_READONLY));
}

bool schema_prepare(struct sqlite3 *db, const char *path)
{
    int64_t version = 0;
    if (!check_ours(db, path, &version)) {
        return false;
    }
    if (!schema_writable(db, path)) {
        return false;
    }
    if (version == VERSION) {
        return true;
    }
    if (run(db, "BEGIN IMMEDIATE") && upgrade(db) && run(db, "COMMIT")) {
        return true;
    }
    schema_fail(db, path, "its tables cannot be made");
    run(db, "ROLLBACK");
    return false;
}
