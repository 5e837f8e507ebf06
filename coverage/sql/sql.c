/* SPDX-License-Identifier: MIT */
#include "sql/sql.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "base/str.h"
#include "sql/engine.h"

/* Two who work at one kiosk clash a few times at most; more is a fault of its own. */
enum { TRIES = 12, PAUSE_NS = 2000000, PAUSES = 6 };

bool sql_is_server(const char *where)
{
    static const char *const words[] = {
        "host=", "hostaddr=", "dbname=", "service=", "port=", "user="};
    if (str_starts(where, "postgresql://") || str_starts(where, "postgres://")) {
        return true;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_starts(where, words[i])) {
            return true;
        }
    }
    return false;
}

struct sql *sql_open(const char *where, enum sql_mode mode)
{
    struct sql *sql = calloc(1, sizeof *sql);
    assert(sql);
    sql->engine = sql_is_server(where) ? &sql_engine_server : &sql_engine_file;
    sql->mode = mode;
    if (!sql->engine->open(sql, where)) {
        free(sql);
        return NULL;
    }
    return sql;
}

void sql_close(struct sql *sql)
{
    if (sql) {
        sql->engine->close(sql);
        free(sql);
    }
}

const char *sql_where(const struct sql *sql)
{
    return sql->where;
}

bool sql_fail(struct sql *sql, enum sql_fault fault, enum sql_kind kind,
              const char *detail)
{
    static const struct {
        const char *kind, *sentence;
    } rows[] = {

#define FAULT(kind, sentence) {"sql_" #kind, sentence},
#include "sql/sql_faults.def"
#undef FAULT
    };
    const char *const arguments[] = {sql->where, detail, NULL};
    sql->fault = fault;
    return err_set_row(rows[kind].kind, rows[kind].sentence, arguments);
}

bool sql_anew(struct sql *sql, int64_t changed)
{
    char tag[32];
    str_format(tag, sizeof tag, "UPDATE %" PRId64, changed);
    return sql_fail(sql, SQL_CLASH, SQL_took, tag);
}

struct sql_value sql_text(const char *text)
{
    return (struct sql_value){.is_text = true, .text = text};
}

struct sql_value sql_int(int64_t number)
{
    return (struct sql_value){.number = number};
}

int64_t sql_row_int(const struct sql_row *row, int column)
{
    return row->engine->row_int(row, column);
}

const char *sql_row_text(const struct sql_row *row, int column)
{
    return row->engine->row_text(row, column);
}

bool sql_run(struct sql *sql, const char *statement, const struct sql_value *values,
             int count, int64_t *changed)
{
    sql->fault = SQL_SOUND;
    return sql->engine->run(sql, statement, values, count, changed);
}

bool sql_query(struct sql *sql, const char *statement, const struct sql_value *values,
               int count, sql_each *each, void *context)
{
    sql->fault = SQL_SOUND;
    return sql->engine->query(sql, statement, values, count, each, context);
}

bool sql_add(struct sql *sql, const char *table, int columns, sql_next *next,
             void *context)
{
    sql->fault = SQL_SOUND;
    return sql->engine->add(sql, table, columns, next, context);
}

/* Who clashed waits for longer each time, and not as long as the other one. */
static void pause_before(int attempt, const void *who)
{
    long share = 1 + (long)(((uintptr_t)who >> 4) + (uintptr_t)attempt * 7) % 5;
    long steps = attempt < PAUSES ? 1L << attempt : 1L << PAUSES;
    struct timespec pause = {.tv_nsec = PAUSE_NS / 2 * share * steps / 2};
    nanosleep(&pause, NULL);
}

static bool try_once(struct sql *sql, sql_work *work, void *context)
{
    sql->fault = SQL_SOUND;
    if (!sql->engine->begin(sql)) {
        return false;
    }
    sql->within = true;
    sql->fault = SQL_SOUND;
    bool done = work(context, sql);
    sql->within = false;
    if (!done) {
        sql->engine->rollback(sql);
        return false;
    }
    sql->fault = SQL_SOUND;
    if (sql->engine->commit(sql)) {
        return true;
    }
    if (sql->fault == SQL_LOST) {
        return sql_fail(sql, SQL_LOST, SQL_unsure, NULL);
    }
    sql->engine->rollback(sql);
    return false;
}

bool sql_transact(struct sql *sql, sql_work *work, void *context)
{
    assert(!sql->within);
    for (int attempt = 0;; attempt++) {
        if (try_once(sql, work, context)) {
            return true;
        }
        if ((sql->fault != SQL_CLASH && sql->fault != SQL_AGAIN) || attempt >= TRIES) {
            return false;
        }
        pause_before(attempt, sql);
    }
}
