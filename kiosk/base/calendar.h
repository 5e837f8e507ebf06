/* SPDX-License-Identifier: MIT */
/*
 * calendar: days of the Gregorian calendar as the counts have them, 20261123.
 */
#ifndef KIOSK_BASE_CALENDAR_H
#define KIOSK_BASE_CALENDAR_H

#include <stdbool.h>

/* Days since 1 January 1970; below 0 before that. */
int calendar_number(int day);

/* The day of such a number. */
int calendar_day(int number);

/* The day before and the one after. */
int calendar_before(int day);
int calendar_after(int day);

/* 1 Monday to 7 Sunday, as ISO 8601 has it. */
int calendar_weekday(int day);

/* Whether the calendar has such a day: 20260230 is none. */
bool calendar_has(int day);

/* "2026-12-05" into a day. False: it is none, or is written in another way. */
bool calendar_read(const char *text, int *day);

/* The other way round. */
enum { CALENDAR_TEXT_MAX = 16 };

void calendar_write(char text[CALENDAR_TEXT_MAX], int day);

/* Of a month, 28 to 31. */
int calendar_month_days(int year, int month);

/* The `nth` of that weekday in a month, 1 to 4; 5 is the last one. */
int calendar_nth(int year, int month, int weekday, int nth);

/*
 * Whether somebody has set the clock. A machine whose battery is empty wakes in 1970, or
 * on the day on which its system was built, which for Debian 12 is before 2026.
 */
bool calendar_is_set(int day);

#endif
