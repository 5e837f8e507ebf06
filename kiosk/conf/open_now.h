/* SPDX-License-Identifier: MIT */
/*
 * open_now: whether the hall is open, when it opens next, and when its day is over, by
 * `open` and `closed` of the settings.
 */
#ifndef KIOSK_CONF_OPEN_NOW_H
#define KIOSK_CONF_OPEN_NOW_H

#include <stdbool.h>

struct conf_settings;

/* Of a day such as 20261123 and a minute 0 to 1439. False also where the settings name no
 * hours: nobody knows then. */
bool conf_is_closed(const struct conf_settings *settings, int day, int minute);

/* A day and a minute of it; a day of 0: none within a year. */
struct conf_opens {
    int day, minute;
};

/* When a hall that is closed at that time opens again. */
struct conf_opens conf_opens_next(const struct conf_settings *settings, int day,
                                  int minute);

/* The first full hour from which the hall is not open any more on that day, 1 to 24; 24
 * also where it is open past midnight. 0: it is not open on that day, or nobody knows. */
int conf_day_over(const struct conf_settings *settings, int day);

#endif
