/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "sql/server.h"

/* What the statements of statements.def need. */
enum { VERSION_LEAST = 90200 };

enum { TIMEOUT_S = 10, ROOM = 16 };

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The address says otherwise by connect_timeout=, which PQconnectPoll() leaves to us; 0
 * is for ever. */
static int64_t timeout_ms(PGconn *conn)
{
    PQconninfoOption *options = PQconninfo(conn);
    int64_t seconds = TIMEOUT_S;
    for (PQconninfoOption *option = options; option && option->keyword; option++) {
        if (str_equal(option->keyword, "connect_timeout") && option->val &&
            *option->val && !str_to_int64(option->val, &seconds)) {
            seconds = TIMEOUT_S;
        }
    }
    PQconninfoFree(options);
    return seconds > 0 ? seconds * 1000 : INT64_MAX / 2;
}

/* False: too much time has passed. */
static bool wait_for(PGconn *conn, PostgresPollingStatusType what, int64_t until_ms)
{
    struct pollfd fd = {.fd = PQsocket(conn),
                        .events = what == PGRES_POLLING_WRITING ? POLLOUT : POLLIN};
    for (;;) {
        int64_t left_ms = until_ms - now_ms();
        if (left_ms <= 0) {
            return false;
        }
        int ready = poll(&fd, 1, left_ms < 60000 ? (int)left_ms : 60000);
        if (ready > 0 || (ready < 0 && errno != EINTR)) {
            return true;
        }
    }
}

/*
 * Step by step, and not by PQconnectdb(): only between the steps libpq can be asked for
 * the SQLSTATE of a refusal, without which there is nothing but a sentence in the
 * server's language.
 */
static bool go_on(PGconn *conn)
{
    int64_t until_ms = now_ms() + timeout_ms(conn);
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    PQsetErrorVerbosity(conn, PQERRORS_VERBOSE);
    while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED) {
        if (!wait_for(conn, status, until_ms)) {
            return false;
        }
        status = PQconnectPoll(conn);
    }
    return true;
}

/* A host that goes away without a word is noticed within two minutes. */
static PGconn *start(const char *address)
{
    static const char *const pairs[][2] = {
        {"fallback_application_name", "coverage"},
        {"keepalives_idle", "30"},
        {"keepalives_interval", "10"},
        {"keepalives_count", "3"},
        {"tcp_user_timeout", "60000"},
    };
    const char *names[ROOM] = {NULL};
    const char *values[ROOM] = {NULL};
    size_t count = sizeof pairs / sizeof *pairs;
    for (size_t i = 0; i < count; i++) {
        names[i] = pairs[i][0];
        values[i] = pairs[i][1];
    }
    /* Of what is said twice libpq takes the last. */
    names[count] = "dbname";
    values[count] = address;
    names[count + 1] = "client_encoding";
    values[count + 1] = "UTF8";
    return PQconnectStartParams(names, values, 1);
}

/* "db.example:5432/counts" */
static void name_place(struct sql *sql, const PGconn *conn)
{
    const char *host = PQhost(conn);
    const char *port = PQport(conn);
    const char *database = PQdb(conn);
    str_format(sql->where, sizeof sql->where, "%s:%s/%s", host ? host : "",
               port ? port : "", database ? database : "");
}

/* A password with a plain @ or / goes on in what libpq takes for host, port and database:
 * it would be told as where the place is. */
static bool has_stray_sign(const char *address)
{
    const char *rest = strstr(address, "://");
    rest = rest ? rest + 3 : address;
    size_t server = strcspn(rest, "/?");
    const char *first = memchr(rest, '@', server);
    size_t behind = first ? (size_t)(first + 1 - rest) : server;
    return rest[behind + strcspn(rest + behind, "@?")] == '@';
}

/* libpq would repeat the address, and a password in it. */
static bool is_address(struct sql *sql, const char *address)
{
    char *why = NULL;
    PQconninfoOption *options = PQconninfoParse(address, &why);
    bool sound = options != NULL && !has_stray_sign(address);
    PQconninfoFree(options);
    PQfreemem(why);
    if (!sound) {
        str_copy(sql->where, sizeof sql->where, "postgresql://");
        sql_fail(sql, SQL_FAULT, SQL_address, NULL);
    }
    return sound;
}

bool server_connect(struct sql *sql)
{
    struct server *server = sql->own;
    server_drop(sql);
    if (!is_address(sql, server->address)) {
        return false;
    }
    PGconn *conn = start(server->address);
    bool in_time = conn && (PQstatus(conn) == CONNECTION_BAD || go_on(conn));
    name_place(sql, conn);
    if (!in_time || PQstatus(conn) != CONNECTION_OK) {
        server_not_connected(sql, conn, !conn || in_time);
        PQfinish(conn);
        return false;
    }
    PQsetErrorVerbosity(conn, PQERRORS_DEFAULT);
    int version = PQserverVersion(conn);
    if (version < VERSION_LEAST) {
        char found[16];
        str_format(found, sizeof found, "%d.%d", version / 10000, version / 100 % 100);
        sql_fail(sql, SQL_FAULT, SQL_old, found);
        PQfinish(conn);
        return false;
    }
    server->conn = conn;
    return true;
}

void server_drop(struct sql *sql)
{
    struct server *server = sql->own;
    PQfinish(server->conn);
    server->conn = NULL;
}
