/* SPDX-License-Identifier: MIT */
/*
 * A file of SQLite. Its journal is one that goes away with each transaction: an office
 * copies the file about, and all of it must stand in the one that is copied.
 */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "base/str.h"
#include "sql/engine.h"

enum {
    READ_WAIT_MS = 2000, /* for another program that holds the file */
    WRITE_WAIT_MS = 150, /* of each try; sql_transact() tries again */
    KEPT = 8,            /* statements that are ready to be run again */
    COLUMNS_MAX = 64,
    STATEMENT_MAX = 2048,
};

struct file {
    sqlite3 *db;

    struct kept {
        char *text;
        sqlite3_stmt *statement;
    } kept[KEPT];

    int next; /* of `kept`, to be given up */
};

/* ---- failures ---------------------------------------------------------------------- */

static enum sql_kind kind_of(sqlite3 *db)
{
    int reason = sqlite3_system_errno(db);
    switch (sqlite3_errcode(db) & 0xFF) {
    case SQLITE_NOTADB: return SQL_file_other;
    case SQLITE_CORRUPT: return SQL_file_damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return SQL_file_locked;
    case SQLITE_FULL: return SQL_full;
    case SQLITE_READONLY:
    case SQLITE_PERM: return SQL_file_read_only;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: break;
    default: return SQL_refused;
    }
    /* A disk that is full tells SQLite so in more than one way. */
    if (reason == ENOSPC || reason == EDQUOT) {
        return SQL_full;
    }
    if (reason == EROFS || reason == EACCES) {
        return SQL_file_read_only;
    }
    return (sqlite3_errcode(db) & 0xFF) == SQLITE_CANTOPEN ? SQL_file_unreachable
                                                           : SQL_file_disk;
}

static enum sql_fault fault_of(int code)
{
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return SQL_AGAIN;
    case SQLITE_CONSTRAINT: return SQL_CLASH;
    default: return SQL_FAULT;
    }
}

static bool fail(struct sql *sql)
{
    struct file *file = sql->own;
    return sql_fail(sql, fault_of(sqlite3_errcode(file->db) & 0xFF), kind_of(file->db),
                    sqlite3_errmsg(file->db));
}

/* ---- statements -------------------------------------------------------------------- */

static bool execute(struct sql *sql, const char *statement)
{
    struct file *file = sql->own;
    return sqlite3_exec(file->db, statement, NULL, NULL, NULL) == SQLITE_OK || fail(sql);
}

/* A statement is run again and again: it is read once. */
static sqlite3_stmt *prepare(struct sql *sql, const char *text)
{
    struct file *file = sql->own;
    for (int i = 0; i < KEPT; i++) {
        if (file->kept[i].text && str_equal(file->kept[i].text, text)) {
            return file->kept[i].statement;
        }
    }
    struct kept *kept = &file->kept[file->next];
    sqlite3_finalize(kept->statement);
    free(kept->text);
    *kept = (struct kept){.text = NULL};
    if (sqlite3_prepare_v3(file->db, text, -1, SQLITE_PREPARE_PERSISTENT,
                           &kept->statement, NULL) != SQLITE_OK) {
        fail(sql);
        return NULL;
    }
    kept->text = strdup(text);
    assert(kept->text);
    file->next = (file->next + 1) % KEPT;
    return kept->statement;
}

static bool bind_value(sqlite3_stmt *statement, int at, const struct sql_value *value)
{
    int status = !value->is_text ? sqlite3_bind_int64(statement, at, value->number)
                 : value->text
                     ? sqlite3_bind_text(statement, at, value->text, -1, SQLITE_STATIC)
                     : sqlite3_bind_null(statement, at);
    return status == SQLITE_OK;
}

static bool bind(struct sql *sql, sqlite3_stmt *statement, const struct sql_value *values,
                 int count)
{
    assert(sqlite3_bind_parameter_count(statement) == count);
    for (int i = 0; i < count; i++) {
        char name[16];
        str_format(name, sizeof name, "$%d", i + 1);
        if (!bind_value(statement, sqlite3_bind_parameter_index(statement, name),
                        &values[i])) {
            return fail(sql);
        }
    }
    return true;
}

/* Ends it, so that it holds no lock and nothing of the caller's. */
static void reset(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

static bool file_run(struct sql *sql, const char *text, const struct sql_value *values,
                     int count, int64_t *changed)
{
    struct file *file = sql->own;
    sqlite3_stmt *statement = prepare(sql, text);
    if (!statement || !bind(sql, statement, values, count)) {
        return false;
    }
    int status = sqlite3_step(statement);
    bool done = status == SQLITE_DONE || status == SQLITE_ROW || fail(sql);
    reset(statement);
    if (done && changed) {
        *changed = sqlite3_changes64(file->db);
    }
    return done;
}

static bool file_query(struct sql *sql, const char *text, const struct sql_value *values,
                       int count, sql_each *each, void *context)
{
    sqlite3_stmt *statement = prepare(sql, text);
    if (!statement || !bind(sql, statement, values, count)) {
        return false;
    }
    const struct sql_row row = {.engine = sql->engine, .own = statement};
    bool going = true;
    int status = SQLITE_ROW;
    while (going && (status = sqlite3_step(statement)) == SQLITE_ROW) {
        going = each(context, &row);
    }
    bool read = status == SQLITE_ROW || status == SQLITE_DONE || fail(sql);
    reset(statement);
    return read && going;
}

static bool add_rows(struct sql *sql, const char *text, int columns, sql_next *next,
                     void *context)
{
    struct sql_value values[COLUMNS_MAX];
    sqlite3_stmt *statement = prepare(sql, text);
    bool done = statement != NULL;
    while (done && next(context, values)) {
        for (int i = 0; done && i < columns; i++) {
            done = bind_value(statement, i + 1, &values[i]);
        }
        done = done && sqlite3_step(statement) == SQLITE_DONE;
        done = done || fail(sql);
        sqlite3_reset(statement);
    }
    if (statement) {
        reset(statement);
    }
    return done;
}

static bool file_add(struct sql *sql, const char *table, int columns, sql_next *next,
                     void *context)
{
    char text[STATEMENT_MAX];
    struct str marks = {0};
    assert(columns > 0 && columns <= COLUMNS_MAX);
    for (int i = 0; i < columns; i++) {
        str_add(&marks, i ? ", ?" : "?");
    }
    bool fits =
        str_format(text, sizeof text, "INSERT INTO %s VALUES (%s)", table, marks.text);
    assert(fits);
    str_free(&marks);
    if (!execute(sql, "SAVEPOINT rows")) {
        return false;
    }
    if (add_rows(sql, text, columns, next, context)) {
        return execute(sql, "RELEASE rows");
    }
    struct file *file = sql->own;
    sqlite3_exec(file->db, "ROLLBACK TO rows; RELEASE rows", NULL, NULL, NULL);
    return false;
}

static int64_t file_row_int(const struct sql_row *row, int column)
{
    return sqlite3_column_int64(row->own, column);
}

static const char *file_row_text(const struct sql_row *row, int column)
{
    const unsigned char *text = sqlite3_column_text(row->own, column);
    return text ? (const char *)text : "";
}

/* ---- transactions ------------------------------------------------------------------ */

static bool file_begin(struct sql *sql)
{
    return execute(sql, sql->mode == SQL_READ ? "BEGIN" : "BEGIN IMMEDIATE");
}

static bool file_commit(struct sql *sql)
{
    return execute(sql, "COMMIT");
}

/* SQLite may have done so by itself, of a disk that is full. */
static void file_rollback(struct sql *sql)
{
    struct file *file = sql->own;
    if (!sqlite3_get_autocommit(file->db)) {
        sqlite3_exec(file->db, "ROLLBACK", NULL, NULL, NULL);
    }
}

/* ---- opening ----------------------------------------------------------------------- */

static void file_close(struct sql *sql)
{
    struct file *file = sql->own;
    for (int i = 0; i < KEPT; i++) {
        sqlite3_finalize(file->kept[i].statement);
        free(file->kept[i].text);
    }
    sqlite3_close(file->db);
    free(file);
    sql->own = NULL;
}

static bool check_kind(struct sql *sql, const char *path)
{
    struct stat facts;
    bool there = stat(path, &facts) == 0;
    if (there && S_ISDIR(facts.st_mode)) {
        return sql_fail(sql, SQL_FAULT, SQL_file_folder, NULL);
    }
    if (!there && sql->mode != SQL_CREATE) {
        return errno == ENOENT
                   ? sql_fail(sql, SQL_FAULT, SQL_file_missing, NULL)
                   : sql_fail(sql, SQL_FAULT, SQL_file_unreachable, strerror(errno));
    }
    switch (sql_file_is(path)) {
    case SQL_FILE_KIOSK: return sql_fail(sql, SQL_FAULT, SQL_file_kiosk, NULL);
    case SQL_FILE_OTHER: return sql_fail(sql, SQL_FAULT, SQL_file_other, NULL);
    case SQL_FILE_EMPTY:
        return sql->mode == SQL_CREATE || sql_fail(sql, SQL_FAULT, SQL_file_other, NULL);
    case SQL_FILE_NONE:
        return !there || sql_fail(sql, SQL_FAULT, SQL_file_unreachable, strerror(errno));
    case SQL_FILE_OURS:
    default: return true;
    }
}

/* Looks into it. What a killed import has left beside it is taken back meanwhile. */
static bool connect(struct sql *sql, const char *path, int flags)
{
    struct file *file = sql->own;
    int status = sqlite3_open_v2(path, &file->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (status == SQLITE_OK) {
        sqlite3_busy_timeout(file->db,
                             sql->mode == SQL_READ ? READ_WAIT_MS : WRITE_WAIT_MS);
        status = sqlite3_exec(file->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL,
                              NULL);
    }
    return status == SQLITE_OK || fail(sql);
}

static void disconnect(struct sql *sql)
{
    struct file *file = sql->own;
    sqlite3_close(file->db);
    file->db = NULL;
}

/* Only who may write can take back what was begun. */
static bool connect_to_read(struct sql *sql, const char *path)
{
    struct file *file = sql->own;
    if (connect(sql, path, SQLITE_OPEN_READONLY)) {
        return true;
    }
    if (sqlite3_extended_errcode(file->db) != SQLITE_READONLY_ROLLBACK) {
        return false;
    }
    disconnect(sql);
    bool taken_back = connect(sql, path, SQLITE_OPEN_READWRITE) &&
                      sqlite3_db_readonly(file->db, "main") == 0;
    disconnect(sql);
    return (taken_back && connect(sql, path, SQLITE_OPEN_READONLY)) ||
           sql_fail(sql, SQL_FAULT, SQL_file_unfinished, NULL);
}

static bool connect_to_write(struct sql *sql, const char *path)
{
    struct file *file = sql->own;
    int create = sql->mode == SQL_CREATE ? SQLITE_OPEN_CREATE : 0;
    char application[64];
    str_format(application, sizeof application, "PRAGMA application_id = %d",
               SQL_APPLICATION);
    if (!connect(sql, path, SQLITE_OPEN_READWRITE | create)) {
        return false;
    }
    if (sqlite3_db_readonly(file->db, "main") != 0) {
        return sql_fail(sql, SQL_FAULT, SQL_file_read_only, NULL);
    }
    enum sql_file is = sql_file_is(path);
    return execute(sql, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536") &&
           (is == SQL_FILE_OURS || execute(sql, application));
}

static bool file_open(struct sql *sql, const char *where)
{
    char path[SQL_WHERE_MAX];
    sql->own = calloc(1, sizeof(struct file));
    assert(sql->own);
    str_copy(sql->where, sizeof sql->where, where);
    /* To SQLite no name and ":memory:" are no files. */
    bool fits = str_format(path, sizeof path, "%s%s", where[0] == ':' ? "./" : "", where);
    if (!fits || !*path) {
        file_close(sql);
        return sql_fail(sql, SQL_FAULT, SQL_file_unreachable,
                        strerror(fits ? ENOENT : ENAMETOOLONG));
    }
    if (check_kind(sql, path) && (sql->mode == SQL_READ ? connect_to_read(sql, path)
                                                        : connect_to_write(sql, path))) {
        return true;
    }
    file_close(sql);
    return false;
}

const struct sql_engine sql_engine_file = {
    .open = file_open,
    .close = file_close,
    .run = file_run,
    .query = file_query,
    .add = file_add,
    .begin = file_begin,
    .commit = file_commit,
    .rollback = file_rollback,
    .row_int = file_row_int,
    .row_text = file_row_text,
};
