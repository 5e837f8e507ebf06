/* SPDX-License-Identifier: MIT */
/*
 * bare_import SERVER FILE...: takes in files as `coverage import` does, into a place that
 * has no rows of them, and leaves out the months that reports read. For bench/scale.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "county/inside.h"
#include "lkx/lkx_read.h"

enum { KEY_VALUES = 8 };

struct taking {
    const struct lkx_file *file;
    size_t at;
};

static bool nothing(void *context, const struct sql_row *row)
{
    (void)context, (void)row;
    return true;
}

static bool next(void *context, struct sql_value *values)
{
    struct taking *taking = context;
    const struct lkx_file *file = taking->file;
    if (taking->at == file->row_count) {
        return false;
    }
    const struct count_row *row = &file->rows[taking->at++];
    const struct sql_value all[] = {sql_text(file->kiosk),
                                    sql_int(row->key.day),
                                    sql_int(row->key.hour),
                                    sql_text(row->key.metric),
                                    sql_text(row->key.subject),
                                    sql_text(row->key.detail),
                                    sql_int(row->key.content),
                                    sql_int(row->key.definition),
                                    sql_int(row->n),
                                    sql_int(row->revision)};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        values[i] = all[i];
    }
    return true;
}

/* The statements of an import but those of the months. */
static bool take(void *context, struct sql *sql)
{
    struct taking *taking = context;
    const struct lkx_file *file = taking->file;
    const struct sql_value days[] = {sql_text(file->kiosk),
                                     sql_int(file->from_day / 100 * 100 + 1),
                                     sql_int(file->to_day / 100 * 100 + 31)};
    const struct sql_value noted[] = {
        sql_text(file->kiosk),       sql_text(file->sha256),
        sql_int(file->from_day),     sql_int(file->to_day),
        sql_int(file->made_day),     sql_int((int64_t)file->row_count),
        sql_text(file->head_before), sql_text(file->head),
        sql_int(file->made_day)};
    taking->at = 0;
    return statement_query(sql, STATEMENT_files_of, days, 1, nothing, NULL) &&
           statement_run(sql, STATEMENT_files_new, noted, 9, NULL) &&
           statement_query(sql, STATEMENT_counts_of, days, 3, nothing, NULL) &&
           sql_add(sql, statement_text(STATEMENT_counts_add), KEY_VALUES + 2, next,
                   taking);
}

static bool import(struct sql *sql, struct county_registry *registry, const char *path)
{
    struct taking taking = {.file = lkx_read(path, county_key_of, registry)};
    bool taken = taking.file && sql_transact(sql, take, &taking);
    lkx_file_free((struct lkx_file *)(uintptr_t)taking.file);
    return taken;
}

int main(int argc, char **argv)
{
    struct county_kiosk *kiosks = NULL;
    struct county_registry registry = {0};
    struct sql *sql = argc > 1 ? county_open(argv[1], SQL_WRITE) : NULL;
    bool taken = sql && county_kiosks(sql, &kiosks, &registry.count);
    registry.kiosks = kiosks;
    for (int i = 2; taken && i < argc; i++) {
        taken = import(sql, &registry, argv[i]);
    }
    if (!taken) {
        fprintf(stderr, "bare_import: %s\n", err_text());
    }
    sql_close(sql);
    free(kiosks);
    return taken ? 0 : 1;
}
