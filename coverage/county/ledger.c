/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "base/str.h"
#include "county/inside.h"

static bool take_number(void *context, const struct sql_row *row)
{
    *(int64_t *)context = sql_row_int(row, 0);
    return true;
}

bool ledger_add(struct sql *sql, const struct county_entry *entry)
{
    const struct sql_value values[] = {
        sql_text(entry->county), sql_text(entry->thing),  sql_int(entry->number),
        sql_int(entry->as_of),   sql_int(entry->value),   sql_text(entry->source),
        sql_text(entry->reason), sql_int(entry->entered),
    };
    return statement_run(sql, STATEMENT_ledger_new, values, 8, NULL);
}

/* Two who enter at once want one number: one of them begins anew. */
static bool enter(void *context, struct sql *sql)
{
    struct county_entry *entry = context;
    int64_t last = 0;
    const struct sql_value thing[] = {sql_text(entry->county), sql_text(entry->thing)};
    if (!statement_query(sql, STATEMENT_ledger_last, thing, 2, take_number, &last)) {
        return false;
    }
    entry->number = (int)last + 1;
    return ledger_add(sql, entry);
}

bool county_enter(struct sql *sql, struct county_entry *entry)
{
    assert(entry->thing[0]);
    return sql_transact(sql, enter, entry);
}

static bool take_entry(void *context, const struct sql_row *row)
{
    struct county_entry *entry = list_more(context);
    str_copy(entry->county, sizeof entry->county, sql_row_text(row, 0));
    str_copy(entry->thing, sizeof entry->thing, sql_row_text(row, 1));
    entry->number = (int)sql_row_int(row, 2);
    entry->as_of = (int)sql_row_int(row, 3);
    entry->value = sql_row_int(row, 4);
    str_copy(entry->source, sizeof entry->source, sql_row_text(row, 5));
    str_copy(entry->reason, sizeof entry->reason, sql_row_text(row, 6));
    entry->entered = (int)sql_row_int(row, 7);
    return true;
}

bool county_entries(struct sql *sql, struct county_entry **entries, size_t *count)
{
    struct list list = {.size = sizeof **entries};
    bool read = list_read(sql, STATEMENT_ledger_all, NULL, 0, take_entry, &list);
    *entries = list.items;
    *count = list.count;
    return read;
}
