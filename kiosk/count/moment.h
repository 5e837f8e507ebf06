/* SPDX-License-Identifier: MIT */
/*
 * moment: when something is counted. The caller reads the clocks; here are the rules.
 */
#ifndef KIOSK_COUNT_MOMENT_H
#define KIOSK_COUNT_MOMENT_H

#include <stdint.h>

struct count_moment {
    int64_t now_us; /* of the clock that never goes back: how long a session lasts */
    int day;        /* local date as a number: 20261123 */
    int hour;       /* local, 0..23 */
};

/* Part of day: what leaves the kiosk carries it in place of the hour. */
enum count_part {
    COUNT_MORNING,   /* before 12 */
    COUNT_AFTERNOON, /* from 12, before 18 */
    COUNT_EVENING,   /* from 18 */
    COUNT_PARTS
};

/* `wall_s` is seconds since 1970; the time zone is the process's. */
struct count_moment count_moment(int64_t now_us, int64_t wall_s);

enum count_part count_part(int hour);

#endif
