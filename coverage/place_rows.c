/* SPDX-License-Identifier: MIT */
#include "place_rows.h"

#include <assert.h>

#include "base/str.h"

const char *place_title(size_t column)
{
    /* Programs read these names: one is added at the end and none ever changes. */
    static const char *const titles[PLACE_COLUMNS] = {
        "统计期 period", "范围 scope",  "名称 name",     "机器 kiosk", "县 county",
        "类别 section",  "项目 figure", "本期 n",        "累计 total", "下限 low",
        "上限 high",     "目标 goal",   "状态 standing", "基数 base",  "截至 as_of",
        "来源 source",   "原因 reason"};
    assert(column < PLACE_COLUMNS);
    return titles[column];
}

/* A row behind whose it is; numbers below 0 and NULL are empty. */
struct row {
    const char *section, *figure;
    int64_t n, total, low, high, goal;
    const char *standing;
    int64_t base;
    int as_of; /* 0: none */
    const char *source, *reason;
};

#define EMPTY_ROW .n = -1, .total = -1, .low = -1, .high = -1, .goal = -1, .base = -1

struct rows {
    const struct place_report *report;
    table_row *row;
    void *context;
    char period[PLACE_PERIOD_MAX];
};

static struct table_cell text(const char *words)
{
    return (struct table_cell){.text = words ? words : ""};
}

static struct table_cell number(int64_t n)
{
    return n < 0 ? text("") : (struct table_cell){.number = n};
}

static void add_row(const struct rows *rows, const char *scope,
                    const struct figures_part *part, const struct row *row)
{
    char day[PLACE_DAY_MAX];
    const struct table_cell cells[PLACE_COLUMNS] = {
        text(rows->period),
        text(scope),
        text(part->name),
        text(part->id),
        text(part->county),
        text(row->section),
        text(row->figure),
        number(row->n),
        number(row->total),
        number(row->low),
        number(row->high),
        number(row->goal),
        text(row->standing),
        number(row->base),
        text(row->as_of ? place_day(row->as_of, day) : NULL),
        text(row->source),
        text(row->reason),
    };
    rows->row(rows->context, cells);
}

/* ---- a part ------------------------------------------------------------------------ */

static void add_days(const struct rows *rows, const char *scope,
                     const struct figures_part *part)
{
    const struct figures_days *days = &part->days;

    const struct {
        const char *figure;
        int64_t n;
    } kinds[] = {{"kiosks", part->kiosks},      {"expected", days->expected},
                 {"reported", days->reported},  {"lost", days->lost},
                 {"missing", days->missing},    {"off", days->off},
                 {"not_expected", days->beyond}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct row row = {EMPTY_ROW, .section = "completeness"};
        row.figure = kinds[i].figure;
        row.n = kinds[i].n;
        add_row(rows, scope, part, &row);
    }
}

static void add_counts(const struct rows *rows, const char *scope,
                       const struct figures_part *part)
{
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        struct row row = {EMPTY_ROW, .section = "counts"};
        row.figure = county_column_key((enum county_column)i);
        row.n = part->n[i];
        row.total = part->all[i];
        add_row(rows, scope, part, &row);
    }
}

static void add_people(const struct rows *rows, const char *scope,
                       const struct figures_part *part)
{
    for (int all = 0; all < 2; all++) {
        const struct figures_people *people = all ? &part->people_all : &part->people;
        struct row row = {EMPTY_ROW, .section = "people"};
        row.figure = all ? "people_all" : "people";
        row.low = people->known ? people->low : -1;
        row.high = people->known ? people->high : -1;
        row.standing = place_people_by(people->by);
        add_row(rows, scope, part, &row);
    }
}

static void add_ratio(const struct rows *rows, const char *scope,
                      const struct figures_part *part)
{
    const struct figures_base *base = &part->registered;
    struct row row = {EMPTY_ROW, .section = "ratio",
                      .figure = "person_times_over_registered", .as_of = base->as_of,
                      .source = base->source};
    row.total = part->all[COUNTY_COLUMN_visit];
    row.base = base->known ? base->value : -1;
    row.standing = base->known ? NULL : "missing";
    add_row(rows, scope, part, &row);
}

static void add_part(const struct rows *rows, const char *scope,
                     const struct figures_part *part)
{
    add_days(rows, scope, part);
    add_counts(rows, scope, part);
    add_people(rows, scope, part);
    if (part == &rows->report->figures->whole || str_equal(scope, "county")) {
        add_ratio(rows, scope, part);
    }
}

/* ---- the plan, the ledger ---------------------------------------------------------- */

static void add_targets(const struct rows *rows)
{
    const struct figures *figures = rows->report->figures;
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
        add_row(rows, "whole", &figures->whole, &row);
    }
}

static void add_ledger(const struct rows *rows)
{
    const struct figures *figures = rows->report->figures;
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
        add_row(rows, "ledger", &whose, &row);
    }
}

void place_rows(const struct place_report *report, table_row *row, void *context)
{
    struct rows rows = {.report = report, .row = row, .context = context};
    place_period(report->figures, rows.period);
    add_part(&rows, "whole", &report->figures->whole);
    for (int by = 0; by < PLACE_BY_ALL; by++) {
        struct place_parts parts = place_parts_of(report->figures, (enum place_by)by);
        bool asked = report->by == PLACE_BY_ALL || report->by == (enum place_by)by;
        for (size_t i = 0; asked && i < parts.count; i++) {
            add_part(&rows, parts.scope, &parts.items[i]);
        }
    }
    add_targets(&rows);
    add_ledger(&rows);
}
