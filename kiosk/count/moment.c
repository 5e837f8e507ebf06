/* SPDX-License-Identifier: MIT */
#include "count/moment.h"

#include <time.h>

struct count_moment count_moment(int64_t now_us, int64_t wall_s)
{
    time_t wall = (time_t)wall_s;
    struct tm local = {0};
    localtime_r(&wall, &local);
    return (struct count_moment){
        .now_us = now_us,
        .day = (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday,
        .hour = local.tm_hour,
    };
}

enum count_part count_part(int hour)
{
    return hour < 12 ? COUNT_MORNING : hour < 18 ? COUNT_AFTERNOON : COUNT_EVENING;
}
