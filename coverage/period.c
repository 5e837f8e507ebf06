/* SPDX-License-Identifier: MIT */
#include "period.h"

#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "report/month.h"

enum { SPAN_MAX = 32 };

/* "2026", or as month_parse(). */
static bool read_span(const char *text, int *from, int *to)
{
    char month[SPAN_MAX];
    int from_day = 0;
    int to_day = 0;
    bool year = strlen(text) == 4;
    str_format(month, sizeof month, "%s%s", text, year ? "-01" : "");
    if (!month_parse(month, &from_day, &to_day)) {
        return false;
    }
    *from = from_day / 100;
    *to = year ? *from + 11 : *from;
    return true;
}

bool coverage_period(const struct coverage *coverage, const char *text, int today,
                     int *from_month, int *to_month)
{
    char first[SPAN_MAX];
    char day[CALENDAR_TEXT_MAX];
    int unused = 0;
    *from_month = *to_month = 0;
    if (!text || str_equal(text, "all")) {
        return true;
    }
    const char *dots = strstr(text, "..");
    size_t length = dots ? (size_t)(dots - text) : strlen(text);
    str_format(first, sizeof first, "%.*s", (int)length, text);
    bool read = length < sizeof first && read_span(first, from_month, to_month) &&
                (!dots || read_span(dots + 2, &unused, to_month));
    const char *wrong = !read                       ? "coverage_report_period"
                        : *from_month > *to_month   ? "coverage_report_turned"
                        : *from_month > today / 100 ? "coverage_report_early"
                                                    : NULL;
    calendar_write(day, today);
    return !wrong ||
           coverage_say(coverage, wrong,
                        (const char *const[]){"value", text, "today", day, NULL});
}

bool coverage_plan(const struct coverage *coverage, const char *given,
                   char path[PATHS_BYTES], struct targets *targets)
{
    if (given) {
        str_copy(path, PATHS_BYTES, given);
    } else if (!paths_find(&coverage->paths, "scripts/targets/county-plan.lua", path,
                           PATHS_BYTES)) {
        return coverage_say_why(coverage);
    }
    return targets_load(targets, path) || coverage_say_file(coverage, path);
}
