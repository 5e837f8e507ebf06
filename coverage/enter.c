/* SPDX-License-Identifier: MIT */
/*
 * coverage enter PLACE ...: a figure that no kiosk measures goes into the ledger, with the
 * day for which it holds, where it is from and why it is entered.
 */
#include <stdio.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/county.h"
#include "coverage.h"
#include "sql/sql.h"

struct asked {
    const char *place, *thing, *value, *as_of, *source, *reason, *county, *today;
};

/* A thing is named as targets and their bases are. */
static bool read_thing(const struct coverage *coverage, const char *thing,
                       struct county_entry *entry)
{
    size_t at = 0;
    while ((thing[at] >= 'a' && thing[at] <= 'z') ||
           (thing[at] >= '0' && thing[at] <= '9') || thing[at] == '_') {
        at++;
    }
    return (at > 0 && thing[at] == '\0' &&
            str_copy(entry->thing, sizeof entry->thing, thing)) ||
           coverage_say(coverage, "coverage_enter_thing",
                        (const char *const[]){"value", thing, NULL});
}

static bool read_entry(const struct coverage *coverage, const struct asked *asked,
                       struct county_entry *entry)
{
    const char *const value[] = {"value", asked->value, NULL};
    const char *const as_of[] = {"value", asked->as_of, NULL};
    if (!read_thing(coverage, asked->thing, entry)) {
        return false;
    }
    if (!str_to_int64(asked->value, &entry->value) || entry->value < 0) {
        return coverage_say(coverage, "coverage_enter_value", value);
    }
    if (!coverage_day(coverage, "--today", asked->today, &entry->entered) ||
        !coverage_day(coverage, "--as-of", asked->as_of, &entry->as_of)) {
        return false;
    }
    if (entry->as_of > entry->entered) {
        return coverage_say(coverage, "coverage_enter_future", as_of);
    }
    return coverage_text(coverage, "--source", asked->source, entry->source,
                         sizeof entry->source) &&
           coverage_text(coverage, "--reason", asked->reason, entry->reason,
                         sizeof entry->reason) &&
           (!asked->county || coverage_text(coverage, "--county", asked->county,
                                            entry->county, sizeof entry->county));
}

static bool enter(const struct coverage *coverage, const char *place,
                  struct county_entry *entry)
{
    char value[24];
    char number[24];
    char as_of[CALENDAR_TEXT_MAX];
    struct sql *sql = county_open(place, SQL_WRITE);
    bool entered = (sql && county_enter(sql, entry)) || coverage_say_why(coverage);
    sql_close(sql);
    if (entered) {
        str_format(value, sizeof value, "%lld", (long long)entry->value);
        str_format(number, sizeof number, "%d", entry->number);
        calendar_write(as_of, entry->as_of);
        coverage_print(coverage,
                       entry->number > 1 ? "coverage_enter_changed"
                                         : "coverage_enter_done",
                       (const char *const[]){"thing", entry->thing, "value", value, "day",
                                             as_of, "n", number, NULL});
    }
    return entered;
}

enum coverage_status coverage_enter(struct coverage *coverage, int argc, char **argv)
{
    struct asked asked = {.place = NULL};
    struct county_entry entry = {.number = 0};
    const struct coverage_option options[] = {
        {"--thing", &asked.thing},   {"--value", &asked.value},
        {"--as-of", &asked.as_of},   {"--source", &asked.source},
        {"--reason", &asked.reason}, {"--county", &asked.county},
        {"--today", &asked.today},   {NULL, NULL}};
    if (coverage_read(coverage, argc, argv, options, &asked.place, 1) < 0) {
        return COVERAGE_USAGE;
    }
    if (!asked.place || !asked.thing || !asked.value || !asked.as_of || !asked.source ||
        !asked.reason) {
        return coverage_usage(coverage, argv[0], "coverage_enter_missing",
                              (const char *const[]){NULL});
    }
    return read_entry(coverage, &asked, &entry) && enter(coverage, asked.place, &entry)
               ? COVERAGE_OK
               : COVERAGE_FAILED;
}
