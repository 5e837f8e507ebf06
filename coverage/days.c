/* SPDX-License-Identifier: MIT */
#include <time.h>

#include "base/calendar.h"
#include "coverage.h"

bool coverage_day(const struct coverage *coverage, const char *option, const char *text,
                  int *day)
{
    struct tm tm;
    time_t now = time(NULL);
    if (text) {
        return calendar_read(text, day) ||
               coverage_say(coverage, "coverage_day",
                            (const char *const[]){"option", option, "value", text, NULL});
    }
    *day = localtime_r(&now, &tm)
               ? (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday
               : 0;
    return true;
}
