/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "base/str.h"
#include "county/inside.h"

static bool take_day(void *context, const struct sql_row *row)
{
    *(int64_t *)context = sql_row_int(row, 0);
    return true;
}

static bool take_figure(void *context, const struct sql_row *row)
{
    struct county_edition *figure = list_more(context);
    figure->made = (int)sql_row_int(row, 0);
    str_copy(figure->county, sizeof figure->county, sql_row_text(row, 1));
    str_copy(figure->thing, sizeof figure->thing, sql_row_text(row, 2));
    figure->low = sql_row_int(row, 3);
    figure->high = sql_row_int(row, 4);
    return true;
}

bool county_edition_last(struct sql *sql, const char *county, int before,
                         struct county_edition **figures, size_t *count)
{
    int64_t made = 0;
    struct list list = {.size = sizeof **figures};
    const struct sql_value end[] = {sql_text(county), sql_int(before)};
    bool read = statement_query(sql, STATEMENT_editions_last, end, 2, take_day, &made);
    const struct sql_value last[] = {sql_text(county), sql_int(made)};
    read = read && list_read(sql, STATEMENT_editions_of, last, 2, take_figure, &list);
    *figures = list.items;
    *count = list.count;
    return read;
}

struct putting {
    const struct county_edition *figures;
    size_t count;
};

static bool put(void *context, struct sql *sql)
{
    const struct putting *putting = context;
    const struct county_edition *first = &putting->figures[0];
    const struct sql_value day = sql_int(first->made);
    const struct sql_value edition[] = {sql_text(first->county), day};
    bool kept = statement_run(sql, STATEMENT_editions_drop, edition, 2, NULL);
    for (size_t i = 0; kept && i < putting->count; i++) {
        const struct county_edition *figure = &putting->figures[i];
        const struct sql_value values[] = {day, sql_text(figure->county),
                                           sql_text(figure->thing), sql_int(figure->low),
                                           sql_int(figure->high)};
        assert(figure->made == first->made && str_equal(figure->county, first->county));
        kept = statement_run(sql, STATEMENT_editions_new, values, 5, NULL);
    }
    return kept;
}

bool county_edition_put(struct sql *sql, const struct county_edition *figures,
                        size_t count)
{
    struct putting putting = {.figures = figures, .count = count};
    return count == 0 || sql_transact(sql, put, &putting);
}
