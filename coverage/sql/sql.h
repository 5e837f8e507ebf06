/* SPDX-License-Identifier: MIT */
/*
 * sql: a database for the counts of many kiosks, be it a file (SQLite) or a server that
 * speaks PostgreSQL. Who uses it writes each statement once, for both.
 *
 *     static bool add(void *context, struct sql *sql)
 *     {
 *         const struct sql_value values[] = {sql_text("k0a..."), sql_int(20260301)};
 *         return sql_run(sql, "DELETE FROM counts WHERE kiosk = $1 AND day = $2", values,
 *                        2, NULL);
 *     }
 *     ...
 *     struct sql *sql = sql_open("county.db", SQL_CREATE);
 *     if (!sql || !sql_transact(sql, add, &what)) { say(err_text()); }
 *     sql_close(sql);
 *
 * Statements are literals; values go beside them as $1, $2, ..., which stand in them in
 * the order of their first use. Nothing of a session is used on a server: no prepared
 * statement that has a name, no SET, no advisory lock, no temporary table, no LISTEN, so
 * that a pooler may lend the connection to others between two transactions.
 *
 * Failures have kinds (err_cause()): "sql_..." (sql_faults.def), whose first argument is
 * where: the file, or host and name of the database, never a password.
 */
#ifndef COVERAGE_SQL_SQL_H
#define COVERAGE_SQL_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sql;

enum sql_mode {
    SQL_READ,   /* nothing is written: a file on a read-only stick will do */
    SQL_WRITE,  /* it has to be there */
    SQL_CREATE, /* a file is made where there is none; a server as by SQL_WRITE */
};

/* Whether `where` names a server: "postgresql://...", "postgres://...", or libpq's
 * "host=... dbname=...". Anything else is a file. */
bool sql_is_server(const char *where);

/* NULL (err_text()): it cannot be reached. */
struct sql *sql_open(const char *where, enum sql_mode mode);
void sql_close(struct sql *sql); /* NULL is fine */

/* What sentences call it: the file, or "db.example:5432/counts". Borrowed. */
const char *sql_where(const struct sql *sql);

struct sql_value {
    bool is_text;
    const char *text; /* borrowed; NULL is SQL's NULL */
    int64_t number;
};

struct sql_value sql_text(const char *text);
struct sql_value sql_int(int64_t number);

/* A row of an answer; columns from 0. Texts live until `each` returns. */
struct sql_row;
int64_t sql_row_int(const struct sql_row *row, int column);      /* NULL is 0 */
const char *sql_row_text(const struct sql_row *row, int column); /* NULL is "" */

/* Told of one row; false stops (err_text() says why). */
typedef bool sql_each(void *context, const struct sql_row *row);

/*
 * One statement. `changed`, where it is not NULL, gets how many rows it wrote, as the
 * database says. False (err_text()); inside a transaction nothing more works in it then.
 */
bool sql_run(struct sql *sql, const char *statement, const struct sql_value *values,
             int count, int64_t *changed);

/* A query; rows as they come, not kept in memory. `each` may run no statement. */
bool sql_query(struct sql *sql, const char *statement, const struct sql_value *values,
               int count, sql_each *each, void *context);

/*
 * Many new rows in the fastest way the database has: COPY on a server. `next` fills in
 * the values of one row, of as many columns as `table` names ("counts (kiosk, day, n)"),
 * false at the end. False (err_text()): none of them was added; one that is there already
 * is a clash (below). Of a server that took fewer than it was given: a failure, too.
 */
typedef bool sql_next(void *context, struct sql_value *values);

bool sql_add(struct sql *sql, const char *table, int columns, sql_next *next,
             void *context);

/*
 * Runs `work` between BEGIN and COMMIT. It may be run several times: from the beginning
 * when a row that it adds has come into the database meanwhile (23505), the database asks
 * for it (40001, 40P01), or a file is locked; `work` then looks again. It must leave
 * nothing behind outside the database until this returns true. COMMIT counts only when it
 * answers COMMIT. False (err_text()): nothing of it is in the database, but for kind
 * "sql_unsure": the connection went away before COMMIT answered, and it may be; then the
 * same may be done again, as everything that is written here.
 */
typedef bool sql_work(void *context, struct sql *sql);

bool sql_transact(struct sql *sql, sql_work *work, void *context);

/* What a file is, by its first bytes. */
enum sql_file {
    SQL_FILE_NONE,  /* there is no such file, or it cannot be read */
    SQL_FILE_EMPTY, /* of no bytes: SQLite takes it for a new database */
    SQL_FILE_OURS,  /* made by sql_open() */
    SQL_FILE_KIOSK, /* the database of one kiosk (store/store.h) */
    SQL_FILE_OTHER,
};

enum sql_file sql_file_is(const char *path);

/* For work that has to write one row that it has just read, and whose statement changed
 * `changed` rows: false, and the work begins anew. Where that does not end, the sentence
 * is that of a database which does not keep what it is given. */
bool sql_anew(struct sql *sql, int64_t changed);

/* A connection that was lost is made again by the next sql_transact(); a query outside of
 * one fails once. */

#endif
