/* SPDX-License-Identifier: MIT */
#include "conf/open_now.h"

#include "base/calendar.h"
#include "conf/conf.h"
#include "conf/open_min.h"

enum { HOURS = 24, DAYS_AHEAD = 366 };

static bool is_known(const struct conf_settings *settings)
{
    return settings->open.always || settings->open.count > 0;
}

/* Hours have to be known. A day that is closed on purpose is closed as a whole. */
static bool is_open(const struct conf_settings *settings, int day, int minute)
{
    return conf_open_min(settings, day, minute / 60) > 0 &&
           opening_holds(&settings->open, calendar_weekday(day) - 1, minute);
}

bool conf_is_closed(const struct conf_settings *settings, int day, int minute)
{
    return is_known(settings) && !is_open(settings, day, minute);
}

/* The first minute of the day from `from` on at which it is open; -1: there is none. It
 * can only begin where an entry does, or at midnight after a closed day. */
static int open_from(const struct conf_settings *settings, int day, int from)
{
    int first = from == 0 && is_open(settings, day, 0) ? 0 : -1;
    for (size_t i = 0; i < settings->open.count && first != 0; i++) {
        int begins = settings->open.spans[i].from_min;
        bool sooner = begins >= from && (first < 0 || begins < first);
        if (sooner && is_open(settings, day, begins)) {
            first = begins;
        }
    }
    return first;
}

struct conf_opens conf_opens_next(const struct conf_settings *settings, int day,
                                  int minute)
{
    for (int i = 0; i <= DAYS_AHEAD && is_known(settings); i++) {
        int first = open_from(settings, day, i == 0 ? minute + 1 : 0);
        if (first >= 0) {
            return (struct conf_opens){day, first};
        }
        day = calendar_after(day);
    }
    return (struct conf_opens){0, 0};
}

int conf_day_over(const struct conf_settings *settings, int day)
{
    int over = 0;
    for (int hour = 0; hour < HOURS; hour++) {
        over = conf_open_min(settings, day, hour) > 0 ? hour + 1 : over;
    }
    return over;
}
