/* SPDX-License-Identifier: MIT */
/*
 * engine: what a database of either kind does for sql.c. Private to sql.
 *
 * Each call that fails has said so by sql_fail(): in a sentence of its kind, and of which
 * sort the failure is, so that sql_transact() knows whether to try again. `rollback`
 * leaves both as they are.
 */
#ifndef COVERAGE_SQL_ENGINE_H
#define COVERAGE_SQL_ENGINE_H

#include "sql/sql.h"

enum {
    SQL_WHERE_MAX = 512,
    SQL_APPLICATION = 0x4C4B4359, /* "LKCY" in a file's head: a county's counts */
};

enum sql_fault {
    SQL_SOUND,
    SQL_CLASH, /* a row with such a key is there already: 23505 */
    SQL_AGAIN, /* the database asks to begin anew: 40001, 40P01, a file that is locked */
    SQL_LOST,  /* the connection is gone */
    SQL_FAULT  /* anything else; another try would end alike */
};

/* A row of sql_faults.def. */
enum sql_kind {

#define FAULT(kind, sentence) SQL_##kind,
#include "sql/sql_faults.def"
#undef FAULT
    SQL_KINDS
};

struct sql {
    const struct sql_engine *engine;
    char where[SQL_WHERE_MAX]; /* for sentences, without a password */
    enum sql_mode mode;
    enum sql_fault fault; /* of the last call */
    bool within;          /* a transaction */
    void *own;            /* the engine's */
};

struct sql_row {
    const struct sql_engine *engine;
    void *own;
    int at; /* in an answer that is held as a whole */
};

struct sql_engine {
    bool (*open)(struct sql *sql, const char *where);
    void (*close)(struct sql *sql);
    bool (*run)(struct sql *sql, const char *statement, const struct sql_value *values,
                int count, int64_t *changed);
    bool (*query)(struct sql *sql, const char *statement, const struct sql_value *values,
                  int count, sql_each *each, void *context);
    bool (*add)(struct sql *sql, const char *table, int columns, sql_next *next,
                void *context);
    /* Connects again first where the connection was lost. */
    bool (*begin)(struct sql *sql);
    /* With SQL_LOST nobody knows whether it was done. */
    bool (*commit)(struct sql *sql);
    void (*rollback)(struct sql *sql);
    int64_t (*row_int)(const struct sql_row *row, int column);
    const char *(*row_text)(const struct sql_row *row, int column);
};

/* The sentence of a kind about sql->where; `detail` is its {2}, such as what the database
 * says, and may be NULL where it has none. Always returns false. */
bool sql_fail(struct sql *sql, enum sql_fault fault, enum sql_kind kind,
              const char *detail);

extern const struct sql_engine sql_engine_file;   /* file.c */
extern const struct sql_engine sql_engine_server; /* server.c */

#endif
