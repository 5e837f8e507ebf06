/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"

#include <stddef.h>

#include "base/str.h"

enum { FIRST_DAY = 20260101 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int calendar_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool calendar_has(int day)
{
    int month = day / 100 % 100;
    return day >= 10101 && day <= 99991231 && month >= 1 && month <= 12 &&
           day % 100 >= 1 && day % 100 <= calendar_month_days(day / 10000, month);
}

bool calendar_read(const char *text, int *day)
{
    static const char form[] = "dddd-dd-dd";
    int number = 0;
    for (size_t i = 0; i < sizeof form; i++) { /* the NUL as well */
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == 'd' ? !digit : text[i] != form[i]) {
            return false;
        }
        number = digit ? number * 10 + (text[i] - '0') : number;
    }
    *day = number;
    return calendar_has(number);
}

void calendar_write(char text[CALENDAR_TEXT_MAX], int day)
{
    str_format(text, CALENDAR_TEXT_MAX, "%04d-%02d-%02d", day / 10000, day / 100 % 100,
               day % 100);
}

/* Days before the year, counted from 1 January of the year 1. */
static int before_year(int year)
{
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int calendar_number(int day)
{
    int year = day / 10000;
    int number = before_year(year) - before_year(1970) + day % 100 - 1;
    for (int month = 1; month < day / 100 % 100; month++) {
        number += calendar_month_days(year, month);
    }
    return number;
}

int calendar_day(int number)
{
    enum { YEAR_DAYS_LEAST = 365 };

    int year = 1970 + number / YEAR_DAYS_LEAST;
    while (calendar_number(year * 10000 + 101) > number) {
        year--;
    }
    int left = number - calendar_number(year * 10000 + 101);
    int month = 1;
    while (left >= calendar_month_days(year, month)) {
        left -= calendar_month_days(year, month);
        month++;
    }
    return year * 10000 + month * 100 + left + 1;
}

int calendar_before(int day)
{
    return day % 100 > 1 ? day - 1 : calendar_day(calendar_number(day) - 1);
}

int calendar_after(int day)
{
    bool within = day % 100 < calendar_month_days(day / 10000, day / 100 % 100);
    return within ? day + 1 : calendar_day(calendar_number(day) + 1);
}

/* 1 January 1970 was a Thursday. */
int calendar_weekday(int day)
{
    int from_monday = (calendar_number(day) + 3) % 7;
    return (from_monday + 7) % 7 + 1;
}

int calendar_nth(int year, int month, int weekday, int nth)
{
    int first = year * 10000 + month * 100 + 1;
    int date = 1 + (weekday - calendar_weekday(first) + 7) % 7;
    date += 7 * (nth - 1);
    if (date > calendar_month_days(year, month)) {
        date -= 7;
    }
    return first - 1 + date;
}

bool calendar_is_set(int day)
{
    return day >= FIRST_DAY;
}
