/* SPDX-License-Identifier: MIT */
/* A month is a set of days in 32 bits: bit 0 is the first. */
#include "figures/days.h"

#include "base/calendar.h"

enum { WEEK = 7, LAST_DAY = 99991231 };

int figures_month_after(int month)
{
    return month % 100 == 12 ? month + 89 : month + 1;
}

int figures_month_end(int month)
{
    return month * 100 + calendar_month_days(month / 100, month % 100);
}

/* The days of the month that are among [from, to]. */
static uint32_t between(int month, int from, int to)
{
    int first = from > month * 100 + 1 ? from : month * 100 + 1;
    int last = to < figures_month_end(month) ? to : figures_month_end(month);
    if (first > last) {
        return 0;
    }
    int count = last - first + 1;
    return (uint32_t)(((UINT64_C(1) << count) - 1) << (first % 100 - 1));
}

static uint32_t on_weekdays(int month, unsigned weekdays)
{
    uint32_t days = 0;
    int weekday = calendar_weekday(month * 100 + 1) - 1;
    for (int day = 0; day < calendar_month_days(month / 100, month % 100); day++) {
        uint32_t open = weekdays >> (weekday + day) % WEEK & 1;
        days |= open << day;
    }
    return days;
}

static int64_t count_of(uint32_t days)
{
    return __builtin_popcount(days);
}

struct figures_days figures_days_in(const struct days_of *of, int month, uint32_t on,
                                    uint32_t known)
{
    const struct county_kiosk *kiosk = of->kiosk;
    uint32_t off = 0;
    for (size_t i = 0; i < of->off_count; i++) {
        off |= between(month, of->offs[i].from, of->offs[i].to);
    }
    uint32_t open = between(month, kiosk->since, kiosk->until ? kiosk->until : LAST_DAY) &
                    on_weekdays(month, kiosk->weekdays);
    uint32_t today = between(month, of->today, of->today);
    open &= between(month, 0, of->today) & ~(today & ~on);
    uint32_t expected = open & ~off;
    return (struct figures_days){
        .expected = count_of(expected),
        .reported = count_of(expected & on),
        .lost = count_of(expected & known & ~on),
        .missing = count_of(expected & ~known & ~on),
        .off = count_of(open & off),
        .beyond = count_of(on & ~expected),
    };
}

void figures_days_add(struct figures_days *to, const struct figures_days *days)
{
    to->expected += days->expected;
    to->reported += days->reported;
    to->lost += days->lost;
    to->missing += days->missing;
    to->off += days->off;
    to->beyond += days->beyond;
}
