/* SPDX-License-Identifier: MIT */
/*
 * open_min: for how many minutes of an hour the hall is open, by `open` and `closed` of
 * the settings.
 */
#ifndef KIOSK_CONF_OPEN_MIN_H
#define KIOSK_CONF_OPEN_MIN_H

enum { CONF_HOURS_UNKNOWN = -1 };

/* `settings` is a struct conf_settings. 0 to 60 of the hour 0..23 of a day such as
 * 20261123; 0 where the hall is closed that day. CONF_HOURS_UNKNOWN: its settings name no
 * hours, and it is not closed. */
int conf_open_min(const void *settings, int day, int hour);

#endif
