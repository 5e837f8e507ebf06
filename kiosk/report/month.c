/* SPDX-License-Identifier: MIT */
#include "report/month.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "count/people.h"

static const char *const metrics[] = {

#define DAY(metric) [MONTH_##metric] = #metric,
#include "report/days.def"
#undef DAY
};

const char *month_metric(enum month_of_day column)
{
    assert(column < MONTH_OF_DAY);
    return metrics[column];
}

/* ---- periods ----------------------------------------------------------------------- */

/* The last day of the month in which `day` is. */
static int last_of_month(int day)
{
    return day - day % 100 + calendar_month_days(day / 10000, day / 100 % 100);
}

void month_before(int from, int to, int *before_from, int *before_to)
{
    *before_to = calendar_before(from);
    if (from % 10000 == 101 && to == from + 1130) {
        *before_from = from - 10000;
    } else if (from % 100 == 1 && to == last_of_month(from)) {
        *before_from = *before_to - *before_to % 100 + 1;
    } else {
        int days = calendar_number(to) - calendar_number(from) + 1;
        *before_from = calendar_day(calendar_number(from) - days);
    }
}

bool month_parse(const char *text, int *from, int *to)
{
    int digits = 0;
    for (int i = 0; i < 7 && text[i]; i++) {
        digits += i != 4 && text[i] >= '0' && text[i] <= '9';
    }
    int year = digits == 6 ? atoi(text) : 0;
    int month = digits == 6 ? atoi(text + 5) : 0;
    if (strlen(text) != 7 || text[4] != '-' || digits != 6 || month < 1 || month > 12 ||
        year < 2000) {
        return err_set("\"%s\" is no month; write year and month, such as 2026-03", text);
    }
    *from = year * 10000 + month * 100 + 1;
    *to = last_of_month(*from);
    return true;
}

/* ---- what is asked ----------------------------------------------------------------- */

const char *month_excluded(const struct month_cell *cell)
{
    bool excluded = str_starts(cell->detail, COUNT_EXCLUDED);
    return excluded ? cell->detail + sizeof COUNT_EXCLUDED - 1 : NULL;
}

const struct month_cell *month_cells(const struct month *month, const char *metric,
                                     size_t *count)
{
    size_t low = 0;
    size_t high = month->cell_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strcmp(month->cells[middle].metric, metric) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *count = 0;
    while (low + *count < month->cell_count &&
           str_equal(month->cells[low + *count].metric, metric)) {
        ++*count;
    }
    return month->cells + low;
}

static int64_t sum(const struct month *month, const char *metric, const char *subject,
                   const char *detail, bool before)
{
    size_t count = 0;
    int64_t all = 0;
    const struct month_cell *cells = month_cells(month, metric, &count);
    for (size_t i = 0; i < count; i++) {
        const struct month_cell *cell = &cells[i];
        bool meant = detail ? str_equal(cell->detail, detail) : !month_excluded(cell);
        if (meant && (!subject || str_equal(cell->subject, subject))) {
            all += before ? cell->before : cell->n;
        }
    }
    return all;
}

int64_t month_sum(const struct month *month, const char *metric, const char *subject,
                  const char *detail)
{
    return sum(month, metric, subject, detail, false);
}

int64_t month_sum_before(const struct month *month, const char *metric,
                         const char *subject, const char *detail)
{
    return sum(month, metric, subject, detail, true);
}

struct month_people month_people(const struct month *month)
{
    struct month_people people = {
        .groups = month_sum(month, "group_session", NULL, NULL),
        .heads = month_sum(month, "group", NULL, NULL),
        .first = month_sum(month, "first_time", NULL, "yes"),
    };
    people.answered = people.first + month_sum(month, "first_time", NULL, "no");
    if (people.answered > 0) {
        int64_t visits = month_sum(month, "visit", NULL, NULL);
        struct count_people asked =
            count_people_asked(visits, people.first, people.answered);
        people.low = asked.low;
        people.high = asked.high;
    }
    return people;
}
