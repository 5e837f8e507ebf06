/* SPDX-License-Identifier: MIT */
/*
 * recording_clock: the time of a row where it is a time of day or a date with one.
 * Private to recording.c. Pure.
 *
 *     10:23:45.123   00:01:02,5   9:05:01 PM   下午 2:05:01   10时23分45.1秒   23:45.1
 *     2026-11-27 10:23:45.123   2026/11/27T10:23:45Z   27.11.2026 10:23:45,1
 *     2026年11月27日 10:23:45   11/27/2026 10:23:45 AM
 *
 * Of two parts the second are seconds, as spreadsheets show them. A zone is passed over.
 */
#ifndef KIOSK_LINK_RECORDING_CLOCK_H
#define KIOSK_LINK_RECORDING_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct recording_clock {
    bool has_date;    /* one that tells the day; else the clock goes round */
    int64_t day;      /* since 1970 */
    int64_t us;       /* of the day */
    int64_t round_us; /* after which it begins anew: a day, or of two parts an hour */
};

/* Whether the whole text is one. Full-width marks must be plain (plain.h). */
bool recording_clock_read(const char *text, struct recording_clock *clock);

/* How long after `from`. Without a date a clock that falls by more than half a round has
 * begun anew. */
int64_t recording_clock_since(const struct recording_clock *clock,
                              const struct recording_clock *from);

#endif
