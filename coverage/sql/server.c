/* SPDX-License-Identifier: MIT */
#include "sql/server.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

/* Types of PostgreSQL's own catalogue, which never change: bigint and text. */
enum { TYPE_INT8 = 20, TYPE_TEXT = 25, VALUES_MAX = 64, NUMBER_BYTES = 24 };

static struct server *own(const struct sql *sql)
{
    return sql->own;
}

static bool server_open(struct sql *sql, const char *where)
{
    struct server *server = calloc(1, sizeof *server);
    assert(server);
    server->address = strdup(where);
    assert(server->address);
    sql->own = server;
    if (server_connect(sql)) {
        return true;
    }
    free(server->address);
    free(server);
    return false;
}

static void server_close(struct sql *sql)
{
    server_drop(sql);
    free(own(sql)->address);
    free(own(sql));
}

/* ---- statements -------------------------------------------------------------------- */

/* Values as libpq wants them. */
struct values {
    int count;
    Oid types[VALUES_MAX];
    const char *texts[VALUES_MAX];
    char numbers[VALUES_MAX][NUMBER_BYTES];
};

static void fill(struct values *to, const struct sql_value *values, int count)
{
    assert(count <= VALUES_MAX);
    to->count = count;
    for (int i = 0; i < count; i++) {
        to->types[i] = values[i].is_text ? TYPE_TEXT : TYPE_INT8;
        to->texts[i] = values[i].is_text ? values[i].text : to->numbers[i];
        str_format(to->numbers[i], NUMBER_BYTES, "%lld", (long long)values[i].number);
    }
}

/* Outside of a transaction nothing is lost with a connection. */
static bool ready(struct sql *sql)
{
    return own(sql)->conn || (!sql->within && server_connect(sql)) ||
           (sql->within && server_seen(sql));
}

static bool server_run(struct sql *sql, const char *statement,
                       const struct sql_value *values, int count, int64_t *changed)
{
    struct values filled;
    if (!ready(sql)) {
        return false;
    }
    fill(&filled, values, count);
    PGresult *result = PQexecParams(own(sql)->conn, statement, count, filled.types,
                                    filled.texts, NULL, NULL, 0);
    ExecStatusType status = PQresultStatus(result);
    bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!done) {
        server_failed(sql, result);
    } else if (changed) {
        *changed = strtoll(PQcmdTuples(result), NULL, 10);
    }
    PQclear(result);
    return done;
}

/* Reads an answer to its end, even when nobody wants it any more: then the connection can
 * be used again. */
static bool read_rows(struct sql *sql, sql_each *each, void *context)
{
    bool sound = true;
    bool wanted = true;
    PGresult *result;
    while (own(sql)->conn && (result = PQgetResult(own(sql)->conn))) {
        ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_SINGLE_TUPLE) {
            const struct sql_row row = {.engine = sql->engine, .own = result};
            wanted = wanted && each(context, &row);
        } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && sound) {
            sound = server_failed(sql, result);
        }
        PQclear(result);
    }
    return sound && wanted;
}

static bool server_query(struct sql *sql, const char *statement,
                         const struct sql_value *values, int count, sql_each *each,
                         void *context)
{
    struct values filled;
    if (!ready(sql)) {
        return false;
    }
    fill(&filled, values, count);
    if (!PQsendQueryParams(own(sql)->conn, statement, count, filled.types, filled.texts,
                           NULL, NULL, 0)) {
        return server_failed(sql, NULL);
    }
    PQsetSingleRowMode(own(sql)->conn);
    return read_rows(sql, each, context);
}

static int64_t server_row_int(const struct sql_row *row, int column)
{
    return strtoll(PQgetvalue(row->own, row->at, column), NULL, 10);
}

static const char *server_row_text(const struct sql_row *row, int column)
{
    return PQgetvalue(row->own, row->at, column);
}

/* ---- transactions ------------------------------------------------------------------ */

static bool tell(struct sql *sql, const char *command)
{
    PGresult *result = PQexec(own(sql)->conn, command);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!done) {
        server_failed(sql, result);
    } else if (!str_equal(PQcmdStatus(result), command)) {
        done = server_seen(sql); /* COMMIT of what had failed is answered by ROLLBACK */
    }
    PQclear(result);
    return done;
}

static bool server_begin(struct sql *sql)
{
    own(sql)->seen = SQL_SOUND;
    if (own(sql)->conn && tell(sql, "BEGIN")) {
        return true;
    }
    /* It may have been lost since it was last used, which costs nothing. */
    own(sql)->seen = SQL_SOUND;
    return (!own(sql)->conn || sql->fault == SQL_LOST) && server_connect(sql) &&
           tell(sql, "BEGIN");
}

static bool server_commit(struct sql *sql)
{
    return own(sql)->conn ? tell(sql, "COMMIT") : server_seen(sql);
}

/* What cannot be undone is left behind: the server undoes it when the connection ends. */
static void server_rollback(struct sql *sql)
{
    PGconn *conn = own(sql)->conn;
    PGTransactionStatusType status = conn ? PQtransactionStatus(conn) : PQTRANS_IDLE;
    if (status == PQTRANS_IDLE) {
        return;
    }
    PGresult *result = status == PQTRANS_ACTIVE ? NULL : PQexec(conn, "ROLLBACK");
    if (PQresultStatus(result) != PGRES_COMMAND_OK) {
        server_drop(sql);
    }
    PQclear(result);
}

const struct sql_engine sql_engine_server = {
    .open = server_open,
    .close = server_close,
    .run = server_run,
    .query = server_query,
    .add = server_add,
    .begin = server_begin,
    .commit = server_commit,
    .rollback = server_rollback,
    .row_int = server_row_int,
    .row_text = server_row_text,
};
