/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "county/inside.h"

enum { STATEMENT_MAX = 1024, MONTH_FIELDS = 4 };

static const struct column {
    const char *metric;
    const char *detail; /* NULL: any */
    bool excluded;
} columns[] = {

#define COLUMN(key, ...) {__VA_ARGS__},
#include "county/columns.def"
#undef COLUMN
};

_Static_assert(COUNTY_COLUMNS <= 64, "struct months has a bit a column");

/* A statement whose {columns} are filled in. */
static const char *filled(char text[STATEMENT_MAX], enum statement statement)
{
    static const char names[] =

#define COLUMN(key, ...) ", " #key
#include "county/columns.def"
#undef COLUMN
        ;
    return str_fill(text, STATEMENT_MAX, statement_text(statement),
                    (const char *const[]){"columns", names, NULL});
}

/* ---- sums -------------------------------------------------------------------------- */

int month_of_day(int day)
{
    return day / 100;
}

static int number_of(int month)
{
    return month / 100 * 12 + month % 100 - 1;
}

void months_begin(struct months *months, const char *kiosk, int from_month, int to_month)
{
    *months = (struct months){.kiosk = kiosk, .first = number_of(from_month)};
    assert(from_month <= to_month);
    int count = number_of(to_month) - months->first + 1;
    months->count = (size_t)count;
    months->items = calloc(months->count, sizeof *months->items);
    assert(months->items);
    for (size_t i = 0; i < months->count; i++) {
        int number = months->first + (int)i;
        str_copy(months->items[i].id, LKX_KIOSK_MAX, kiosk);
        months->items[i].month = number / 12 * 100 + number % 12 + 1;
    }
}

void months_end(struct months *months)
{
    free(months->items);
    months->items = NULL;
}

/* Rows come ordered, so that many of one metric follow each other. */
static uint64_t columns_of(struct months *months, const char *metric)
{
    if (!str_equal(months->metric, metric)) {
        str_copy(months->metric, sizeof months->metric, metric);
        months->columns = 0;
        for (int i = 0; i < COUNTY_COLUMNS; i++) {
            months->columns |= (uint64_t)str_equal(columns[i].metric, metric) << i;
        }
    }
    return months->columns;
}

void months_count(struct months *months, const struct count_row *row)
{
    uint64_t of_metric = columns_of(months, row->key.metric);
    bool excluded = count_excluded(row) != NULL;
    int number = number_of(month_of_day(row->key.day)) - months->first;
    assert(number >= 0 && (size_t)number < months->count);
    struct county_month *month = &months->items[number];
    for (int i = 0; of_metric >> i; i++) {
        const struct column *column = &columns[i];
        if (of_metric >> i & 1 && column->excluded == excluded &&
            (!column->detail || str_equal(column->detail, row->key.detail))) {
            month->n[i] += row->n;
        }
    }
    months->sums.rows++;
    months->sums.n += row->n;
    months->sums.revision += row->revision;
    if (!excluded && row->n > 0) {
        month->on |= UINT32_C(1) << (row->key.day % 100 - 1);
    }
}

/* ---- days that are known ----------------------------------------------------------- */

static bool know_file(void *context, const struct sql_row *row)
{
    struct months *months = context;
    int from = (int)sql_row_int(row, 2);
    int to = (int)sql_row_int(row, 3);
    int made = (int)sql_row_int(row, 4);
    to = made < to ? made : to;
    for (size_t i = 0; i < months->count; i++) {
        struct county_month *month = &months->items[i];
        int first = from / 100 < month->month ? 1 : from % 100;
        int last = to / 100 > month->month
                       ? calendar_month_days(month->month / 100, month->month % 100)
                       : to % 100;
        bool within = from / 100 <= month->month && to / 100 >= month->month;
        for (int day = first; within && day <= last; day++) {
            month->known |= UINT32_C(1) << (day - 1);
        }
    }
    return true;
}

/* ---- in the place ------------------------------------------------------------------ */

static int last_month(const struct months *months)
{
    return months->items[months->count - 1].month;
}

bool months_drop(struct sql *sql, const struct months *months)
{
    const struct sql_value values[] = {sql_text(months->kiosk),
                                       sql_int(months->items[0].month),
                                       sql_int(last_month(months))};
    return statement_run(sql, STATEMENT_months_drop, values, 3, NULL);
}

struct writing {
    const struct months *months;
    size_t at;
};

static bool is_empty(const struct county_month *month)
{
    bool empty = month->on == 0 && month->known == 0;
    for (int i = 0; empty && i < COUNTY_COLUMNS; i++) {
        empty = month->n[i] == 0;
    }
    return empty;
}

static bool next_month(void *context, struct sql_value *values)
{
    struct writing *writing = context;
    const struct months *months = writing->months;
    while (writing->at < months->count && is_empty(&months->items[writing->at])) {
        writing->at++;
    }
    if (writing->at == months->count) {
        return false;
    }
    const struct county_month *month = &months->items[writing->at++];
    values[0] = sql_text(month->id);
    values[1] = sql_int(month->month);
    values[2] = sql_int(month->on);
    values[3] = sql_int(month->known);
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        values[MONTH_FIELDS + i] = sql_int(month->n[i]);
    }
    return true;
}

bool months_write(struct sql *sql, struct months *months)
{
    char text[STATEMENT_MAX];
    struct writing writing = {.months = months};
    const struct sql_value kiosk = sql_text(months->kiosk);
    return statement_query(sql, STATEMENT_files_of, &kiosk, 1, know_file, months) &&
           sql_add(sql, filled(text, STATEMENT_months_add), MONTH_FIELDS + COUNTY_COLUMNS,
                   next_month, &writing);
}

/* ---- reading ----------------------------------------------------------------------- */

struct reading {
    bool (*each)(void *context, const struct county_month *month);
    void *context;
};

static bool take_month(void *context, const struct sql_row *row)
{
    struct reading *reading = context;
    struct county_month month;
    str_copy(month.id, sizeof month.id, sql_row_text(row, 0));
    month.month = (int)sql_row_int(row, 1);
    month.on = (uint32_t)sql_row_int(row, 2);
    month.known = (uint32_t)sql_row_int(row, 3);
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        month.n[i] = sql_row_int(row, MONTH_FIELDS + i);
    }
    return reading->each(reading->context, &month);
}

bool county_months(struct sql *sql, int from_month, int to_month,
                   bool (*each)(void *context, const struct county_month *month),
                   void *context)
{
    char text[STATEMENT_MAX];
    struct reading reading = {.each = each, .context = context};
    const struct sql_value values[] = {sql_int(from_month), sql_int(to_month)};
    return sql_query(sql, filled(text, STATEMENT_months_within), values, 2, take_month,
                     &reading);
}

static bool add_month(void *context, const struct county_month *month)
{
    *(struct county_month *)list_more(context) = *month;
    return true;
}

bool county_months_all(struct sql *sql, int from_month, int to_month,
                       struct county_month **months, size_t *count)
{
    struct list list = {.size = sizeof **months};
    bool read = county_months(sql, from_month, to_month, add_month, &list);
    if (!read) {
        free(list.items);
        list = (struct list){.size = sizeof **months};
    }
    *months = list.items;
    *count = list.count;
    return read;
}
