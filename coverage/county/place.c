/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "base/str.h"
#include "county/inside.h"

/* Of the tables of a file, as SQLite keeps it for us; 0: there are none yet. */
enum { VERSION = 1 };

static bool take_number(void *context, const struct sql_row *row)
{
    *(int64_t *)context = sql_row_int(row, 0);
    return true;
}

static bool make_tables(void *context, struct sql *sql)
{
    char version[64];
    bool made = true;
    struct str tables = {0};
    (void)context;
    table_add_file(&tables);
    for (char *at = tables.text; made && *at;) {
        char *end = strchr(at, '\n');
        assert(end);
        *end = '\0';
        made = sql_run(sql, at, NULL, 0, NULL);
        at = end + 1;
    }
    str_free(&tables);
    str_format(version, sizeof version, "PRAGMA user_version = %d", VERSION);
    return made && sql_run(sql, version, NULL, 0, NULL);
}

static bool prepare_file(struct sql *sql, enum sql_mode mode)
{
    int64_t version = 0;
    const char *const arguments[] = {sql_where(sql), NULL};
    if (!sql_query(sql, "PRAGMA user_version", NULL, 0, take_number, &version)) {
        return false;
    }
    if (version > VERSION) {
        return county_fail(COUNTY_FAULT_newer, arguments);
    }
    if (version == VERSION) {
        return true;
    }
    return mode == SQL_CREATE ? sql_transact(sql, make_tables, NULL)
                              : county_fail(COUNTY_FAULT_unfinished, arguments);
}

/* A server without the tables says how they are made. */
static bool look_at_tables(struct sql *sql)
{
    int64_t none = 0;
    return statement_query(sql, STATEMENT_tables, NULL, 0, take_number, &none);
}

struct sql *county_open(const char *where, enum sql_mode mode)
{
    struct sql *sql = sql_open(where, mode);
    bool ready =
        sql && (sql_is_server(where) ? look_at_tables(sql) : prepare_file(sql, mode));
    if (!ready) {
        sql_close(sql);
        return NULL;
    }
    return sql;
}

bool county_is(const char *where)
{
    return sql_is_server(where) || sql_file_is(where) == SQL_FILE_OURS;
}
