/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "sql/server.h"

enum { STATE_LETTERS = 5, REASON_BYTES = 256 };

/* What the server's SQLSTATEs mean; of a class, its first two letters. The first row that
 * fits holds. */
static const struct meaning {
    const char *state;
    enum sql_fault fault;
    enum sql_kind kind;
} meanings[] = {
    {"08", SQL_LOST, SQL_lost},          {"57P01", SQL_LOST, SQL_lost},
    {"57P02", SQL_LOST, SQL_lost},       {"57P03", SQL_LOST, SQL_lost},
    {"23505", SQL_CLASH, SQL_busy},      {"40001", SQL_AGAIN, SQL_busy},
    {"40P01", SQL_AGAIN, SQL_busy},      {"42P01", SQL_FAULT, SQL_tables},
    {"42703", SQL_FAULT, SQL_tables},    {"42501", SQL_FAULT, SQL_right},
    {"25006", SQL_FAULT, SQL_read_only}, {"53100", SQL_FAULT, SQL_full},
    {"28", SQL_FAULT, SQL_password},     {"3D000", SQL_FAULT, SQL_database},
    {"", SQL_FAULT, SQL_refused},
};

static const struct meaning *meaning_of(const char *state)
{
    const struct meaning *meaning = meanings;
    while (!str_starts(state, meaning->state)) {
        meaning++;
    }
    return meaning;
}

/* The first line, without "ERROR:  " before it. */
static void take_reason(char *reason, size_t size, const char *message)
{
    size_t length = strcspn(message, "\n");
    const char *words = strstr(message, ":  ");
    if (words && words < message + length) {
        length -= (size_t)(words + 3 - message);
        message = words + 3;
    }
    str_format(reason, size, "%.*s", (int)length, message);
    str_one_line(reason);
}

/* Keeps the first failure of a transaction: what follows it says only that there was
 * one. */
static void keep(struct sql *sql)
{
    struct server *server = sql->own;
    if (server->seen == SQL_SOUND) {
        server->seen = sql->fault;
        server->cause = *err_cause();
        str_copy(server->sentence, sizeof server->sentence, err_text());
    }
}

bool server_seen(struct sql *sql)
{
    struct server *server = sql->own;
    if (server->seen == SQL_SOUND && !server->conn) {
        return sql_fail(sql, SQL_LOST, SQL_lost, "?");
    }
    if (server->seen == SQL_SOUND) {
        return sql_fail(sql, SQL_FAULT, SQL_refused, "ROLLBACK");
    }
    sql->fault = server->seen;
    return err_set_cause(server->sentence, &server->cause);
}

bool server_failed(struct sql *sql, const PGresult *result)
{
    struct server *server = sql->own;
    char reason[REASON_BYTES];
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    bool gone = PQstatus(server->conn) == CONNECTION_BAD;
    if (state && str_equal(state, "25P02")) {
        return server_seen(sql);
    }
    const struct meaning *meaning = meaning_of(gone ? "08" : state ? state : "");
    take_reason(reason, sizeof reason, words ? words : PQerrorMessage(server->conn));
    sql_fail(sql, meaning->fault, meaning->kind, reason);
    keep(sql);
    if (sql->fault == SQL_LOST) {
        server_drop(sql);
    }
    return false;
}

/* Finds "FATAL:  28P01: ..." in what libpq says of a connection, and moves past it; "" is
 * none. */
static void take_state(const char **message, char state[STATE_LETTERS + 1])
{
    state[0] = '\0';
    for (const char *at = *message; (at = strstr(at, ":  ")); at++) {
        size_t letters = strspn(at + 3, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (letters == STATE_LETTERS && at[3 + letters] == ':') {
            str_format(state, STATE_LETTERS + 1, "%.*s", STATE_LETTERS, at + 3);
            *message = at + 3 + letters + 2;
            return;
        }
    }
}

/* Words of libpq and of PgBouncer, which have no SQLSTATE of their own; neither says them
 * in another language here. */
static const struct {
    const char *words;
    enum sql_kind kind;
} sayings[] = {
    {"unsupported startup parameter", SQL_pooler},
    {"no such database", SQL_database},
    {"connection option", SQL_address},
    {"invalid response", SQL_stranger},
    {"expected ", SQL_stranger},
    {"closed the connection", SQL_stranger},
    {"", SQL_unreachable},
};

static enum sql_kind kind_of(const char *message)
{
    size_t at = 0;
    while (!strstr(message, sayings[at].words)) {
        at++;
    }
    return sayings[at].kind;
}

bool server_not_connected(struct sql *sql, const PGconn *conn, bool in_time)
{
    char state[STATE_LETTERS + 1];
    char reason[REASON_BYTES];
    const char *message = PQerrorMessage(conn);
    take_state(&message, state);
    enum sql_kind kind = meaning_of(state)->kind;
    if (PQconnectionNeedsPassword(conn)) {
        kind = SQL_password;
    } else if (!*state || kind == SQL_lost) {
        kind = kind_of(message);
    }
    /* Where it connected to is said before that. */
    const char *failed = strstr(message, " failed: ");
    take_reason(reason, sizeof reason, failed ? failed + strlen(" failed: ") : message);
    return sql_fail(sql, SQL_LOST, kind, in_time ? reason : "timeout");
}
