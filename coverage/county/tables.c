/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "county/inside.h"

static const struct table_row rows[] = {

#define TABLE(name, columns) {.table = #name, .key = columns},
#define FIELD(name, of)      {.field = #name, .type = TABLE_##of},
#include "county/tables.def"
#undef FIELD
#undef TABLE
};

enum { ROWS = sizeof rows / sizeof *rows };

const struct table_row *table_rows(size_t *count)
{
    *count = ROWS;
    return rows;
}

void table_add_file(struct str *out)
{
    const char *key = NULL;
    for (size_t i = 0; i <= ROWS; i++) {
        if (key && (i == ROWS || rows[i].table)) {
            str_add(out, " PRIMARY KEY (%s)) STRICT, WITHOUT ROWID;\n", key);
        }
        if (i < ROWS && rows[i].table) {
            key = rows[i].key;
            str_add(out, "CREATE TABLE IF NOT EXISTS %s (", rows[i].table);
        } else if (i < ROWS) {
            str_add(out, "%s %s NOT NULL,", rows[i].field,
                    rows[i].type == TABLE_TEXT ? "TEXT" : "INTEGER");
        }
    }
}
