/* SPDX-License-Identifier: MIT */
/* coverage ledger PLACE: what staff have entered, each change a line of its own. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/county.h"
#include "coverage.h"
#include "grid.h"
#include "sql/sql.h"

static void add_day(struct grid *grid, int day)
{
    char text[CALENDAR_TEXT_MAX];
    calendar_write(text, day);
    grid_add(grid, text);
}

static void print(const struct coverage *coverage, const struct county_entry *entries,
                  size_t count)
{
    static const char *const heads[] = {
        "coverage_list_county",   "coverage_ledger_thing",  "coverage_ledger_number",
        "coverage_ledger_as_of",  "coverage_ledger_value",  "coverage_ledger_source",
        "coverage_ledger_reason", "coverage_ledger_entered"};
    struct grid grid = {.columns = sizeof heads / sizeof *heads};
    for (size_t i = 0; i < grid.columns; i++) {
        grid_add(&grid, conf_tr(coverage->texts, heads[i]));
    }
    for (size_t i = 0; i < count; i++) {
        const struct county_entry *entry = &entries[i];
        grid_add(&grid, *entry->county ? entry->county : "-");
        grid_add(&grid, entry->thing);
        grid_add_number(&grid, entry->number);
        add_day(&grid, entry->as_of);
        grid_add_number(&grid, entry->value);
        grid_add(&grid, entry->source);
        grid_add(&grid, entry->reason);
        add_day(&grid, entry->entered);
    }
    grid_print(&grid);
}

enum coverage_status coverage_ledger(struct coverage *coverage, int argc, char **argv)
{
    const char *place = NULL;
    size_t count = 0;
    struct county_entry *entries = NULL;
    const struct coverage_option options[] = {{NULL, NULL}};
    if (coverage_read(coverage, argc, argv, options, &place, 1) < 0) {
        return COVERAGE_USAGE;
    }
    if (!place) {
        return coverage_usage(coverage, argv[0], "coverage_place_missing",
                              (const char *const[]){NULL});
    }
    struct sql *sql = county_open(place, SQL_READ);
    bool read =
        (sql && county_entries(sql, &entries, &count)) || coverage_say_why(coverage);
    if (read && count == 0) {
        coverage_print(coverage, "coverage_ledger_none",
                       (const char *const[]){"place", place, NULL});
    } else if (read) {
        print(coverage, entries, count);
    }
    free(entries);
    sql_close(sql);
    return read ? COVERAGE_OK : COVERAGE_FAILED;
}
