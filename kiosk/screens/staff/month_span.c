/* SPDX-License-Identifier: MIT */
#include "screens/staff/month_span.h"

#include "base/calendar.h"

enum { DAYS_A_WEEK = 7 };

struct span_days span_of(enum span span, int day)
{
    struct span_days days = {.span = span, .from = day, .to = day};
    int year = day / 10000;
    int month = day / 100 % 100;
    int number = calendar_number(day);
    switch (span) {
    case SPAN_WEEK:
        number -= calendar_weekday(day) - 1;
        days.from = calendar_day(number);
        days.to = calendar_day(number + DAYS_A_WEEK - 1);
        break;
    case SPAN_MONTH:
        days.from = day - day % 100 + 1;
        days.to = day - day % 100 + calendar_month_days(year, month);
        break;
    case SPAN_YEAR:
        days.from = year * 10000 + 101;
        days.to = year * 10000 + 1231;
        break;
    case SPAN_DAY:
    case SPANS: break;
    }
    return days;
}

struct span_days span_turn(const struct span_days *shown, int by)
{
    int day = by < 0 ? calendar_before(shown->from) : calendar_after(shown->to);
    return span_of(shown->span, day);
}
