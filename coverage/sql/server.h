/* SPDX-License-Identifier: MIT */
/*
 * server: the engine's parts for a server that speaks PostgreSQL, by libpq. Private to
 * sql.
 *
 * Values always go beside a statement that has no name: a pooler that lends the
 * connection to others has nothing to mix up.
 */
#ifndef COVERAGE_SQL_SERVER_H
#define COVERAGE_SQL_SERVER_H

#include <libpq-fe.h>

#include "base/err.h"
#include "sql/engine.h"

struct server {
    PGconn *conn;  /* NULL: it was lost, or is not made yet */
    char *address; /* as it was given, maybe with a password: for libpq alone */
    /* The first failure in this transaction, for when COMMIT says that there was one. */
    enum sql_fault seen;
    char sentence[ERR_ARGUMENT_BYTES * 4];
    struct err_cause cause;
};

/* ---- server_connect.c -------------------------------------------------------------- */

/* Connects where there is no connection. False (err_text()), with `fault` set. */
bool server_connect(struct sql *sql);
void server_drop(struct sql *sql);

/* ---- server_fault.c ---------------------------------------------------------------- */

/* What an answer that is a failure means: sets `fault` and err. Always returns false. A
 * connection that is gone is dropped. */
bool server_failed(struct sql *sql, const PGresult *result);

/* The same of a connection that was not made; it stays as it is. */
bool server_not_connected(struct sql *sql, const PGconn *conn, bool in_time);

/* Puts a sentence and a fault of this transaction back that were seen first. Always
 * returns false. */
bool server_seen(struct sql *sql);

/* ---- server_copy.c ----------------------------------------------------------------- */

bool server_add(struct sql *sql, const char *table, int columns, sql_next *next,
                void *context);

#endif
