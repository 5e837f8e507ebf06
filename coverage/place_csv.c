/* SPDX-License-Identifier: MIT */
/*
 * The report as one table, a row a figure: whose it is, what, of the period (n) and from
 * the beginning to the period's end (total). An empty cell is not known or does not
 * apply; nothing here is a percentage: goal and base stand beside what they are of.
 */
#include <inttypes.h>

#include "base/str.h"
#include "report/csv.h"
#include "report_place.h"

/* Programs read these names: a column is added at the end and none ever changes. */
static const char header[] = CSV_MARK
    "统计期 period,范围 scope,名称 name,机器 kiosk,县 county,类别 section,项目 figure,"
    "本期 n,累计 total,下限 low,上限 high,目标 goal,状态 standing,基数 base,"
    "截至 as_of,来源 source,原因 reason\r\n";

/* A row's cells behind whose it is; below 0 and NULL are empty. */
struct row {
    const char *section, *figure;
    int64_t n, total, low, high, goal;
    const char *standing;
    int64_t base;
    int as_of; /* 0: none */
    const char *source, *reason;
};

#define EMPTY_ROW .n = -1, .total = -1, .low = -1, .high = -1, .goal = -1, .base = -1

struct table {
    const struct place_report *report;
    struct str *csv;
    char period[PLACE_PERIOD_MAX];
};

static void add_number(struct str *csv, int64_t number)
{
    if (number >= 0) {
        str_add(csv, "%" PRId64, number);
    }
    str_add(csv, ",");
}

static void add_row(const struct table *table, const char *scope,
                    const struct figures_part *part, const struct row *row)
{
    char day[PLACE_DAY_MAX];
    struct str *csv = table->csv;
    str_add(csv, "%s,%s,", table->period, scope);
    csv_text(csv, part->name, ",");
    csv_text(csv, part->id, ",");
    csv_text(csv, part->county, ",");
    str_add(csv, "%s,", row->section);
    csv_text(csv, row->figure, ",");
    add_number(csv, row->n);
    add_number(csv, row->total);
    add_number(csv, row->low);
    add_number(csv, row->high);
    add_number(csv, row->goal);
    str_add(csv, "%s,", row->standing ? row->standing : "");
    add_number(csv, row->base);
    str_add(csv, "%s,", row->as_of ? place_day(row->as_of, day) : "");
    csv_text(csv, row->source ? row->source : "", ",");
    csv_text(csv, row->reason ? row->reason : "", "\r\n");
}

/* ---- a part ------------------------------------------------------------------------ */

static void add_days(const struct table *table, const char *scope,
                     const struct figures_part *part)
{
    const struct figures_days *days = &part->days;

    const struct {
        const char *figure;
        int64_t n;
    } rows[] = {{"kiosks", part->kiosks},      {"expected", days->expected},
                {"reported", days->reported},  {"lost", days->lost},
                {"missing", days->missing},    {"off", days->off},
                {"not_expected", days->beyond}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct row row = {EMPTY_ROW, .section = "completeness"};
        row.figure = rows[i].figure;
        row.n = rows[i].n;
        add_row(table, scope, part, &row);
    }
}

static void add_counts(const struct table *table, const char *scope,
                       const struct figures_part *part)
{
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        struct row row = {EMPTY_ROW, .section = "counts"};
        row.figure = county_column_key((enum county_column)i);
        row.n = part->n[i];
        row.total = part->all[i];
        add_row(table, scope, part, &row);
    }
}

static void add_people(const struct table *table, const char *scope,
                       const struct figures_part *part)
{
    for (int all = 0; all < 2; all++) {
        const struct figures_people *people = all ? &part->people_all : &part->people;
        struct row row = {EMPTY_ROW, .section = "people"};
        row.figure = all ? "people_all" : "people";
        row.low = people->known ? people->low : -1;
        row.high = people->known ? people->high : -1;
        row.standing = place_people_by(people->by);
        add_row(table, scope, part, &row);
    }
}

static void add_ratio(const struct table *table, const char *scope,
                      const struct figures_part *part)
{
    const struct figures_base *base = &part->registered;
    struct row row = {EMPTY_ROW, .section = "ratio",
                      .figure = "person_times_over_registered", .as_of = base->as_of,
                      .source = base->source};
    row.total = part->all[COUNTY_COLUMN_visit];
    row.base = base->known ? base->value : -1;
    row.standing = base->known ? NULL : "missing";
    add_row(table, scope, part, &row);
}

static void add_part(const struct table *table, const char *scope,
                     const struct figures_part *part)
{
    add_days(table, scope, part);
    add_counts(table, scope, part);
    add_people(table, scope, part);
    if (part == &table->report->figures->whole || str_equal(scope, "county")) {
        add_ratio(table, scope, part);
    }
}

/* ---- the plan, the ledger ---------------------------------------------------------- */

static void add_targets(const struct table *table)
{
    const struct figures *figures = table->report->figures;
    for (size_t i = 0; i < figures->target_count; i++) {
        const struct figures_target *it = &figures->targets[i];
        bool there = it->standing != FIGURES_MISSING;
        struct row row = {EMPTY_ROW,
                          .section = "targets",
                          .figure = it->target->id,
                          .as_of = it->entry ? it->entry->as_of : 0,
                          .source = it->entry ? it->entry->source : it->target->source,
                          .reason = it->entry ? it->entry->reason : NULL};
        row.low = there ? it->low : -1;
        row.high = there ? it->high : -1;
        row.goal = it->goal > 0 ? it->goal : -1;
        row.standing = place_standing(it->standing);
        row.base = it->has_base ? it->base.value : -1;
        add_row(table, "whole", &figures->whole, &row);
    }
}

static void add_ledger(const struct table *table)
{
    const struct figures *figures = table->report->figures;
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *entry = &figures->entries[i];
        struct figures_part whose = {.id = ""};
        str_copy(whose.county, sizeof whose.county, entry->county);
        struct row row = {EMPTY_ROW,
                          .section = "ledger",
                          .figure = entry->thing,
                          .as_of = entry->as_of,
                          .source = entry->source,
                          .reason = entry->reason};
        row.n = entry->value;
        add_row(table, "ledger", &whose, &row);
    }
}

void place_csv(const struct place_report *report, struct str *out)
{
    struct table table = {.report = report, .csv = out};
    place_period(report->figures, table.period);
    str_add(out, "%s", header);
    add_part(&table, "whole", &report->figures->whole);
    for (int by = 0; by < PLACE_BY_ALL; by++) {
        struct place_parts parts = place_parts_of(report->figures, (enum place_by)by);
        bool asked = report->by == PLACE_BY_ALL || report->by == (enum place_by)by;
        for (size_t i = 0; asked && i < parts.count; i++) {
            add_part(&table, parts.scope, &parts.items[i]);
        }
    }
    add_targets(&table);
    add_ledger(&table);
}
