/* SPDX-License-Identifier: MIT */
/*
 * The first page: how whole the records are comes before what they say, person-times and
 * people stand apart, and there is room to sign.
 */
#include <inttypes.h>

#include "base/str.h"
#include "count/count.h"
#include "report/sheet_parts.h"

/* Counted, but told elsewhere: by bins, by answers, by people. What is left is compared
 * with the period before, whatever counts.def gets. */
static bool is_compared(const struct sheets *sheets, const struct count_kind *kind)
{
    static const char *const elsewhere[] = {
        "question",      "willing", "first_time", "group_session",
        "group_minutes", "running", "proof"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        if (str_equal(kind->key, elsewhere[i])) {
            return false;
        }
    }
    /* Less the visits it is those that were too short, which may be few. */
    bool tells_short = str_equal(kind->key, "touch") && sheets->about.published;
    return kind->bins.width == 0 && !tells_short;
}

static void add_fact(struct sheets *sheets, struct sheet_table *table, const char *key,
                     const char *value)
{
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[0], sheets_text(sheets, key));
    cell_text(&row->cells[1], value[0] ? value : sheets_text(sheets, "report_not_set"));
}

static void add_facts(struct sheets *sheets, struct sheet *sheet)
{
    const struct month_facts *facts = sheets->about.facts;
    const struct month *month = sheets->about.month;
    struct sheet_table *table = sheet_table(sheet, sheets_text(sheets, "report_facts"));
    table->facts = true;
    sheet_column(table, "", false);
    sheet_column(table, "", false);
    add_fact(sheets, table, "report_hall", facts->hall);
    add_fact(sheets, table, "report_county", facts->county);
    add_fact(sheets, table, "report_kiosk", facts->kiosk);
    add_fact(sheets, table, "report_now", sheets_period(sheets, &month->now));
    add_fact(sheets, table, "report_before", sheets_period(sheets, &month->before));
}

/* ---- completeness ------------------------------------------------------------------ */

static const struct {
    enum month_state state;
    const char *key;
    bool always; /* else only where there is such a day */
} states[] = {
    {MONTH_COMPLETE, "report_days_complete", true},
    {MONTH_PARTLY, "report_days_partly", true},
    {MONTH_LOST, "report_days_lost", true},
    {MONTH_UNSURE, "report_days_unsure", false},
    {MONTH_CLOSED, "report_days_closed", true},
    {MONTH_OUTSIDE, "report_days_outside", false},
};

static void add_days(struct sheets *sheets, struct sheet_table *table, const char *key,
                     int now, int before)
{
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[0], sheets_text(sheets, key));
    cell_number(&row->cells[1], now);
    cell_number(&row->cells[2], before);
}

static void add_completeness(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    struct sheet_table *table =
        sheet_table(sheet, sheets_text(sheets, "report_completeness"));
    sheet_column(table, sheets_text(sheets, "report_item"), false);
    sheet_column(table, sheets_period(sheets, &month->now), true);
    sheet_column(table, sheets_period(sheets, &month->before), true);
    add_days(sheets, table, "report_days_expected", month->now.expected,
             month->before.expected);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        int now = month->now.of_state[states[i].state];
        int before = month->before.of_state[states[i].state];
        if (states[i].always || now > 0 || before > 0) {
            add_days(sheets, table, states[i].key, now, before);
        }
    }
    add_days(sheets, table, "report_missing", month->now.missing_min,
             month->before.missing_min);
}

/* Of a day that may have been open, nobody knows how long. */
static bool lacks_hours(const struct month_period *period)
{
    for (size_t i = 0; i < period->day_count; i++) {
        if (period->days[i].open_min == MONTH_HOURS_UNKNOWN) {
            return true;
        }
    }
    return false;
}

static void lead_with_completeness(struct sheets *sheets, struct sheet *sheet)
{
    const struct month_period *now = &sheets->about.month->now;
    char expected[16];
    char complete[16];
    str_format(expected, sizeof expected, "%d", now->expected);
    str_format(complete, sizeof complete, "%d", now->of_state[MONTH_COMPLETE]);
    sheet_note(sheet, sheets_fill(sheets, "report_lead",
                                  (const char *const[]){"open", expected, "complete",
                                                        complete, NULL}));
    if (lacks_hours(now)) {
        sheet_note(sheet, sheets_text(sheets, "report_hours_unknown"));
    }
    sheet_note(sheet, sheets_text(sheets, "report_times_not_people"));
    sheet_note(sheet, sheets_text(sheets, sheets->about.published ? "report_is_published"
                                                                  : "report_is_exact"));
}

/* ---- what took place --------------------------------------------------------------- */

static void compare(struct sheets *sheets, struct sheet_table *table, const char *metric)
{
    const struct month *month = sheets->about.month;
    int64_t now = month_sum(month, metric, NULL, NULL);
    int64_t before = month_sum_before(month, metric, NULL, NULL);
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[0], sheets_metric(sheets, metric));
    cell_guarded(sheets, &row->cells[1], now, sheets_hides(month, metric, month_sum));
    cell_guarded(sheets, &row->cells[2], before,
                 sheets_hides(month, metric, month_sum_before));
    cell_of(row, 3, SHEET_CHANGE, 1, 2);
    cell_of(row, 4, SHEET_GROWTH, 1, 2);
}

static void add_comparison(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    struct sheet_table *table =
        sheet_table(sheet, sheets_text(sheets, "report_comparison"));
    sheet_column(table, sheets_text(sheets, "report_item"), false);
    sheet_column(table, sheets_period(sheets, &month->now), true);
    sheet_column(table, sheets_period(sheets, &month->before), true);
    sheet_column(table, sheets_text(sheets, "report_change"), true);
    sheet_column(table, sheets_text(sheets, "report_growth"), true);
    for (int i = 0; i < COUNT_KINDS; i++) {
        const struct count_kind *kind = count_kind((enum count)i);
        if (is_compared(sheets, kind)) {
            compare(sheets, table, kind->key);
        }
    }
}

/* ---- people ------------------------------------------------------------------------ */

/* "612 ~ 640", or why there is none. */
static const char *estimate(struct sheets *sheets, const struct month_people *people,
                            bool hidden)
{
    char low[24];
    char high[24];
    if (people->answered == 0 || hidden) {
        return sheets_text(sheets, hidden ? "report_too_few" : "report_no_first_time");
    }
    str_format(low, sizeof low, "%" PRId64, people->low + people->heads);
    str_format(high, sizeof high, "%" PRId64, people->high + people->heads);
    return sheets_fill(sheets, "report_interval",
                       (const char *const[]){"low", low, "high", high, NULL});
}

static void add_people_row(struct sheets *sheets, struct sheet_table *table,
                           const char *key, int64_t n, bool hidden)
{
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[0], sheets_text(sheets, key));
    cell_guarded(sheets, &row->cells[1], n, hidden);
}

static void add_people(struct sheets *sheets, struct sheet *sheet)
{
    struct month_people people = month_people(sheets->about.month);
    struct sheet_table *table = sheet_table(sheet, sheets_text(sheets, "report_people"));
    bool published = sheets->about.published;
    int64_t visits = month_sum(sheets->about.month, "visit", NULL, NULL);
    bool few_answered = small_splits(people.answered, visits);
    bool few = few_answered || small_splits(people.first, people.answered);
    sheet_column(table, sheets_text(sheets, "report_item"), false);
    sheet_column(table, sheets_text(sheets, "report_number"), true);
    add_people_row(sheets, table, "report_group_heads", people.heads,
                   small_is(people.heads));
    add_people_row(sheets, table, "report_group_count", people.groups,
                   small_is(people.groups));
    add_people_row(sheets, table, "report_first_answered", people.answered, few_answered);
    add_people_row(sheets, table, "report_first_yes", people.first, few);
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[0], sheets_text(sheets, "report_people_estimate"));
    cell_text(&row->cells[1],
              estimate(sheets, &people,
                       published && (few || small_is(visits) || small_is(people.heads))));
}

void sheet_summary(struct sheets *sheets, struct sheet *sheet)
{
    static const char *const signs[] = {"report_sign_made", "report_sign_checked",
                                        "report_sign_head", "report_sign_date"};
    sheet->title = sheets_text(sheets, "report_summary");
    lead_with_completeness(sheets, sheet);
    add_facts(sheets, sheet);
    add_completeness(sheets, sheet);
    add_comparison(sheets, sheet);
    add_people(sheets, sheet);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        sheet->signs[sheet->sign_count++] = sheets_text(sheets, signs[i]);
    }
}
