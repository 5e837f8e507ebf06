/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/inside.h"
#include "lkx/lkx_read.h"

struct taking {
    const struct lkx_file *file;
    const char *name;
    int today;
    struct county_import *import;
    bool neighbour, joined; /* a file ends on the day before; one of them joins */
};

/* Whether the file came before, and how its chain goes on from those before it. */
static bool compare_file(void *context, const struct sql_row *row)
{
    struct taking *taking = context;
    const struct lkx_file *file = taking->file;
    int from = (int)sql_row_int(row, 2);
    int to = (int)sql_row_int(row, 3);
    if (from == file->from_day && to == file->to_day &&
        str_equal(sql_row_text(row, 1), file->sha256) &&
        str_equal(sql_row_text(row, 7), file->head)) {
        taking->import->again = true;
    }
    if (calendar_after(to) == file->from_day) {
        taking->neighbour = true;
        taking->joined =
            taking->joined || str_equal(sql_row_text(row, 7), file->head_before);
    }
    return true;
}

static bool note_file(struct sql *sql, const struct taking *taking)
{
    const struct lkx_file *file = taking->file;
    const struct sql_value values[] = {
        sql_text(file->kiosk),       sql_text(file->sha256),
        sql_int(file->from_day),     sql_int(file->to_day),
        sql_int(file->made_day),     sql_int((int64_t)file->row_count),
        sql_text(file->head_before), sql_text(file->head),
        sql_int(taking->today)};
    return statement_run(sql, STATEMENT_files_new, values, 9, NULL);
}

static bool take(void *context, struct sql *sql)
{
    struct taking *taking = context;
    struct county_import *import = taking->import;
    const struct lkx_file *file = taking->file;
    const struct sql_value kiosk = sql_text(file->kiosk);
    struct merge merge = {.name = taking->name,
                          .kiosk = file->kiosk,
                          .rows = file->rows,
                          .count = file->row_count,
                          .from_month = month_of_day(file->from_day),
                          .to_month = month_of_day(file->to_day)};
    import->again = taking->neighbour = taking->joined = false;
    if (!statement_query(sql, STATEMENT_files_of, &kiosk, 1, compare_file, taking)) {
        return false;
    }
    import->days_changed = taking->neighbour && !taking->joined;
    if (import->again) {
        return true;
    }
    bool taken = note_file(sql, taking) && merge_rows(sql, &merge);
    import->fresh = merge.fresh;
    import->raised = merge.raised;
    import->older = merge.older;
    return taken;
}

static bool is_future(const struct lkx_file *file, const char *name, int today)
{
    char made[CALENDAR_TEXT_MAX];
    char here[CALENDAR_TEXT_MAX];
    if (file->made_day <= today) {
        return false;
    }
    calendar_write(made, file->made_day);
    calendar_write(here, today);
    county_fail(COUNTY_FAULT_future, (const char *const[]){name, made, here, NULL});
    return true;
}

bool county_take(struct sql *sql, const struct lkx_file *file, const char *name,
                 int today, struct county_import *import)
{
    struct taking taking = {.file = file, .name = name, .today = today, .import = import};
    *import = (struct county_import){.rows = (int64_t)file->row_count};
    str_copy(import->id, sizeof import->id, file->kiosk);
    return !is_future(file, name, today) && sql_transact(sql, take, &taking);
}

/* ---- all anew ---------------------------------------------------------------------- */

struct reach {
    const char *kiosk;
    int first, last; /* days; 0: there is nothing */
};

static bool widen(void *context, const struct sql_row *row)
{
    struct reach *reach = context;
    int first = (int)sql_row_int(row, 0);
    int last = (int)sql_row_int(row, 1);
    if (first > 0 && (reach->first == 0 || first < reach->first)) {
        reach->first = first;
    }
    reach->last = last > reach->last ? last : reach->last;
    return true;
}

static bool derive(void *context, struct sql *sql)
{
    struct reach *reach = context;
    const struct sql_value all[] = {sql_text(reach->kiosk), sql_int(0), sql_int(999912)};
    reach->first = reach->last = 0;
    if (!statement_run(sql, STATEMENT_months_drop, all, 3, NULL) ||
        !statement_query(sql, STATEMENT_counts_reach, all, 1, widen, reach) ||
        !statement_query(sql, STATEMENT_files_reach, all, 1, widen, reach)) {
        return false;
    }
    struct merge merge = {.name = reach->kiosk,
                          .kiosk = reach->kiosk,
                          .from_month = month_of_day(reach->first),
                          .to_month = month_of_day(reach->last)};
    return reach->first == 0 || merge_rows(sql, &merge);
}

bool county_derive(struct sql *sql, const char *kiosk)
{
    size_t count = 0;
    struct county_kiosk *kiosks = NULL;
    struct reach one = {.kiosk = kiosk};
    if (kiosk) {
        return sql_transact(sql, derive, &one);
    }
    bool derived = county_kiosks(sql, &kiosks, &count);
    for (size_t i = 0; derived && i < count; i++) {
        one.kiosk = kiosks[i].id;
        derived = sql_transact(sql, derive, &one);
    }
    free(kiosks);
    return derived;
}
