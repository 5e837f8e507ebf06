/* SPDX-License-Identifier: MIT */
#include "conf/open_min.h"

#include "base/calendar.h"
#include "conf/conf.h"
#include "conf/opening.h"

int conf_open_min(const void *settings, int day, int hour)
{
    const struct conf_settings *hall = settings;
    for (size_t i = 0; i < hall->closed_count; i++) {
        if (day >= hall->closed[i].from && day <= hall->closed[i].to) {
            return 0;
        }
    }
    if (!hall->open.always && hall->open.count == 0) {
        return CONF_HOURS_UNKNOWN;
    }
    int open = 0;
    int weekday = calendar_weekday(day) - 1;
    for (int minute = 60 * hour; minute < 60 * (hour + 1); minute++) {
        open += opening_holds(&hall->open, weekday, minute);
    }
    return open;
}
