/* SPDX-License-Identifier: MIT */
/* What the files of county share. */
#ifndef COVERAGE_COUNTY_INSIDE_H
#define COVERAGE_COUNTY_INSIDE_H

#include "county/county.h"

struct str;

/* ---- statements.c ------------------------------------------------------------------ */

enum statement {

#define STATEMENT(key, text) STATEMENT_##key,
#include "county/statements.def"
#undef STATEMENT
    STATEMENTS
};

/* Its text; months.c fills in {columns}. */
const char *statement_text(enum statement statement);

/* sql_run() and sql_query() of it; `values` as many as `count`. */
bool statement_run(struct sql *sql, enum statement statement,
                   const struct sql_value *values, int count, int64_t *changed);
bool statement_query(struct sql *sql, enum statement statement,
                     const struct sql_value *values, int count, sql_each *each,
                     void *context);

/* The sentence of a row of faults.def; NULL ends the arguments. Always returns false. */
enum county_fault {

#define FAULT(id, sentence) COUNTY_FAULT_##id,
#include "county/faults.def"
#undef FAULT
    COUNTY_FAULTS
};

bool county_fail(enum county_fault fault, const char *const *arguments);

/* ---- list.c ------------------------------------------------------------------------ */

/* What is read whole: an array of one kind of row. */
struct list {
    size_t count, room;
    size_t size; /* bytes of an item */
    void *items; /* heap; NULL while empty */
};

/* A zeroed one at its end. */
void *list_more(struct list *list);

/* `each` is told of each row, with the list for its context. False (err_text()): the list
 * is empty. */
bool list_read(struct sql *sql, enum statement statement, const struct sql_value *values,
               int count, sql_each *each, struct list *list);

/* ---- files.c ----------------------------------------------------------------------- */

/* Of one kiosk, ordered by the days' end, then their beginning. */
bool files_of(struct sql *sql, const char *kiosk, struct list *files);
bool files_add(struct sql *sql, const struct county_file *file);

/* ---- tables.c ---------------------------------------------------------------------- */

enum table_type { TABLE_TEXT, TABLE_INT, TABLE_BIGINT };

/* A row of tables.def: either a table, with its key, or a column of the last one. */
struct table_row {
    const char *table, *key;
    const char *field;
    enum table_type type;
};

const struct table_row *table_rows(size_t *count);

/* Adds the tables of a file of SQLite, those that are there left out. */
void table_add_file(struct str *out);

/* ---- merge.c ----------------------------------------------------------------------- */

/* Rows of one kiosk and a run of months that stand in a place, ordered by key. */
struct standing {
    size_t count, room;
    struct count_row *rows; /* heap */
};

bool merge_read(struct sql *sql, const char *kiosk, int from_month, int to_month,
                struct standing *standing);

/* By which rows that a place has can be held to those it should have. */
struct row_sums {
    int64_t rows, n, revision;
};

/* Rows of one kiosk that a place is to take in. */
struct merge {
    const char *name; /* what sentences call them */
    const char *kiosk;
    const struct count_row *rows; /* ordered by key; those of the months below */
    size_t count;
    int from_month, to_month;
    int64_t fresh, raised, older; /* what has become of them */
    struct row_sums sums;         /* of the months, as they stand there then */
};

/*
 * Within a transaction: brings the sums of the kiosk to the newest state of each key, and
 * derives its months anew; `files` has to say already which days are known. False
 * (err_text(), and the transaction has to end): a sum shrinks, or the database fails.
 */
bool merge_rows(struct sql *sql, struct merge *merge);

/* ---- ledger.c ---------------------------------------------------------------------- */

/* Within a transaction, under the number that it has. */
bool ledger_add(struct sql *sql, const struct county_entry *entry);

/* ---- months.c ---------------------------------------------------------------------- */

/* A run of months of one kiosk while its rows come by. */
struct months {
    const char *kiosk;
    int first; /* years * 12 + months - 1 */
    size_t count;
    struct county_month *items;
    struct row_sums sums;        /* of all rows */
    char metric[COUNT_TEXT_MAX]; /* of the last row, and which columns are of it */
    uint64_t columns;
};

void months_begin(struct months *months, const char *kiosk, int from_month, int to_month);
void months_end(struct months *months);

/* Adds a row of one of the months to their sums. */
void months_count(struct months *months, const struct count_row *row);

/* Takes those that are there away: whoever does so holds them until the transaction ends.
 * Then what was summed up is written, with the days that files have brought. */
bool months_drop(struct sql *sql, const struct months *months);
bool months_write(struct sql *sql, struct months *months);

/* 202603 of 20260301. */
int month_of_day(int day);

#endif
