/* SPDX-License-Identifier: MIT */
/*
 * coverage enter PLACE ...: a figure that no kiosk measures goes into the ledger, with
 * the day for which it holds, where it is from and why it is entered. What may be entered
 * are the targets and bases of a plan (figures/targets.h).
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/county.h"
#include "coverage.h"
#include "figures/figures.h"
#include "period.h"
#include "sql/sql.h"

struct asked {
    const char *place, *thing, *value, *as_of, *source, *reason, *county, *today,
        *targets;
    char title[COUNTY_TEXT_MAX]; /* of the thing, in the reader's language */
};

/* What kiosks measure is not for staff to enter. */
static bool read_thing(const struct coverage *coverage, struct asked *asked,
                       struct county_entry *entry)
{
    char path[PATHS_BYTES];
    struct targets plan;
    struct str known = {0};
    bool is = str_equal(asked->thing, FIGURES_TIMES);
    if (!coverage_plan(coverage, asked->targets, path, &plan)) {
        return false;
    }
    for (size_t i = 0; i < plan.count; i++) {
        if (!plan.items[i].measured) {
            is = is || str_equal(plan.items[i].id, asked->thing);
            str_add(&known, "%s, ", plan.items[i].id);
        }
    }
    for (size_t i = 0; i < plan.base_count; i++) {
        is = is || str_equal(plan.bases[i].id, asked->thing);
        str_add(&known, "%s, ", plan.bases[i].id);
    }
    str_add(&known, FIGURES_TIMES);
    is = (is && str_copy(entry->thing, sizeof entry->thing, asked->thing)) ||
         coverage_say(
             coverage, "coverage_enter_thing",
             (const char *const[]){"value", asked->thing, "known", known.text, NULL});
    if (is) {
        str_copy(asked->title, sizeof asked->title,
                 conf_tr(coverage->texts, figures_thing(&plan, asked->thing)));
    }
    str_free(&known);
    return is;
}

/* A name that is not quite that of the kiosks' county would be missed by every report. */
static bool check_county(const struct coverage *coverage, struct sql *sql,
                         const char *county)
{
    size_t count = 0;
    size_t at = 0;
    struct county_kiosk *kiosks = NULL;
    if (!county[0]) {
        return true;
    }
    if (!county_kiosks(sql, &kiosks, &count)) {
        return coverage_say_why(coverage);
    }
    while (at < count && !str_equal(kiosks[at].county, county)) {
        at++;
    }
    free(kiosks);
    return at < count || coverage_say(coverage, "coverage_enter_county",
                                      (const char *const[]){"value", county, "place",
                                                            sql_where(sql), NULL});
}

static bool read_entry(const struct coverage *coverage, struct asked *asked,
                       struct county_entry *entry)
{
    char most[24];
    str_format(most, sizeof most, "%" PRId64, COUNTY_VALUE_MAX);
    const char *const value[] = {"value", asked->value, "max", most, NULL};
    const char *const as_of[] = {"value", asked->as_of, NULL};
    if (!read_thing(coverage, asked, entry)) {
        return false;
    }
    if (!str_to_int64(asked->value, &entry->value) || entry->value < 0 ||
        entry->value > COUNTY_VALUE_MAX) {
        return coverage_say(coverage, "coverage_enter_value", value);
    }
    if (str_equal(entry->thing, FIGURES_TIMES) && entry->value < FIGURES_TIMES_MIN) {
        return coverage_say(coverage, "coverage_enter_factor", value);
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

static bool enter(const struct coverage *coverage, const struct asked *asked,
                  struct county_entry *entry)
{
    char value[24];
    char number[24];
    char as_of[CALENDAR_TEXT_MAX];
    struct sql *sql = county_open(asked->place, SQL_WRITE);
    bool entered = sql ? check_county(coverage, sql, entry->county) &&
                             (county_enter(sql, entry) || coverage_say_why(coverage))
                       : coverage_say_why(coverage);
    sql_close(sql);
    if (entered) {
        str_format(value, sizeof value, "%lld", (long long)entry->value);
        str_format(number, sizeof number, "%d", entry->number);
        calendar_write(as_of, entry->as_of);
        coverage_print(
            coverage,
            entry->number > 1 ? "coverage_enter_changed" : "coverage_enter_done",
            (const char *const[]){"title", asked->title, "thing", entry->thing, "value",
                                  value, "day", as_of, "n", number, NULL});
    }
    return entered;
}

enum coverage_status coverage_enter(struct coverage *coverage, int argc, char **argv)
{
    struct asked asked = {.place = NULL};
    struct county_entry entry = {.number = 0};
    const struct coverage_option options[] = {{"--thing", &asked.thing},
                                              {"--value", &asked.value},
                                              {"--as-of", &asked.as_of},
                                              {"--source", &asked.source},
                                              {"--reason", &asked.reason},
                                              {"--county", &asked.county},
                                              {"--targets", &asked.targets},
                                              {"--today", &asked.today},
                                              {NULL, NULL}};
    if (coverage_read(coverage, argc, argv, options, &asked.place, 1) < 0) {
        return COVERAGE_USAGE;
    }
    if (!asked.place || !asked.thing || !asked.value || !asked.as_of || !asked.source ||
        !asked.reason) {
        return coverage_usage(coverage, argv[0], "coverage_enter_missing",
                              (const char *const[]){NULL});
    }
    return read_entry(coverage, &asked, &entry) && enter(coverage, &asked, &entry)
               ? COVERAGE_OK
               : COVERAGE_FAILED;
}
