/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "sql/server.h"

enum { COLUMNS_MAX = 64, PIECE_BYTES = 64 << 10 };

/* A province has a hundred million of them, so printf() is left out. */
static void add_number(struct str *out, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (number < 0) {
        digits[--at] = '-';
    }
    str_add_bytes(out, digits + at, sizeof digits - at);
}

/* COPY's text format: a row a line, tabs between, \N for no value. */
static void add_value(struct str *out, const struct sql_value *value)
{
    if (!value->is_text) {
        add_number(out, value->number);
        return;
    }
    if (!value->text) {
        str_add_bytes(out, "\\N", 2);
        return;
    }
    for (const char *at = value->text; *at;) {
        size_t plain = strcspn(at, "\\\t\n\r");
        str_add_bytes(out, at, plain);
        at += plain;
        if (*at) {
            const char *name = *at == '\t'   ? "\\t"
                               : *at == '\n' ? "\\n"
                               : *at == '\r' ? "\\r"
                                             : "\\\\";
            str_add_bytes(out, name, 2);
            at++;
        }
    }
}

static bool start_copy(struct sql *sql, const char *table)
{
    struct server *server = sql->own;
    struct str command = {0};
    str_add(&command, "COPY %s FROM STDIN", table);
    PGresult *result = PQexec(server->conn, command.text);
    bool started = PQresultStatus(result) == PGRES_COPY_IN;
    if (!started) {
        server_failed(sql, result);
    }
    PQclear(result);
    str_free(&command);
    return started;
}

/* What cannot be sent any more shows in the answer. */
static int64_t send_rows(PGconn *conn, int columns, sql_next *next, void *context)
{
    struct sql_value values[COLUMNS_MAX];
    struct str rows = {0};
    int64_t sent = 0;
    bool open = true;
    assert(columns <= COLUMNS_MAX);
    while (open && next(context, values)) {
        for (int i = 0; i < columns; i++) {
            add_value(&rows, &values[i]);
            str_add_bytes(&rows, i + 1 < columns ? "\t" : "\n", 1);
        }
        sent++;
        if (rows.length >= PIECE_BYTES) {
            open = PQputCopyData(conn, rows.text, (int)rows.length) == 1;
            rows.length = 0;
        }
    }
    if (open && rows.length > 0) {
        PQputCopyData(conn, rows.text, (int)rows.length);
    }
    str_free(&rows);
    PQputCopyEnd(conn, NULL);
    return sent;
}

static bool took(struct sql *sql, PGresult *result, int64_t sent)
{
    int64_t kept = strtoll(PQcmdTuples(result), NULL, 10);
    if (kept == sent) {
        return true;
    }
    char reason[64];
    str_format(reason, sizeof reason, "%lld / %lld", (long long)kept, (long long)sent);
    return sql_fail(sql, SQL_FAULT, SQL_took, reason);
}

bool server_add(struct sql *sql, const char *table, int columns, sql_next *next,
                void *context)
{
    struct server *server = sql->own;
    if (!server->conn) {
        return server_seen(sql);
    }
    if (!start_copy(sql, table)) {
        return false;
    }
    int64_t sent = send_rows(server->conn, columns, next, context);
    bool sound = true;
    PGresult *result;
    while (server->conn && (result = PQgetResult(server->conn))) {
        if (PQresultStatus(result) == PGRES_COMMAND_OK) {
            sound = sound && took(sql, result, sent);
        } else if (sound) {
            sound = server_failed(sql, result);
        }
        PQclear(result);
    }
    return sound;
}
