/* SPDX-License-Identifier: MIT */
#include "conf/opening.h"

#include <string.h>

#include "base/str.h"

/* A number of `digits` digits at most; -1: none stands there. */
static int take_number(const char **at, int digits)
{
    int value = 0;
    int count = 0;
    while (**at >= '0' && **at <= '9' && count < digits) {
        value = value * 10 + (*(*at)++ - '0');
        count++;
    }
    return count > 0 && !(**at >= '0' && **at <= '9') ? value : -1;
}

static bool take(const char **at, char c)
{
    bool there = **at == c;
    *at += there;
    return there;
}

/* "1-5", "6,7", "1-3,5" */
static bool take_days(const char **at, unsigned *days)
{
    do {
        int from = take_number(at, 1);
        int to = take(at, '-') ? take_number(at, 1) : from;
        if (from < 1 || to < from || to > OPENING_DAYS) {
            return false;
        }
        for (int day = from; day <= to; day++) {
            *days |= 1u << (day - 1);
        }
    } while (take(at, ','));
    return true;
}

/* "8:30", to the end of the day "24:00". */
static bool take_time(const char **at, int *minute)
{
    int hour = take_number(at, 2);
    if (hour < 0 || !take(at, ':')) {
        return false;
    }
    const char *minutes = *at;
    int within = take_number(at, 2);
    *minute = hour * 60 + within;
    return *at - minutes == 2 && within < 60 && *minute <= OPENING_DAY_MIN;
}

bool opening_add(struct opening *opening, const char *text)
{
    struct opening_span span = {0};
    const char *at = text;
    if (str_equal(text, "always")) {
        opening->always = true;
        return true;
    }
    const char *blank = strchr(text, ' ');
    if (!blank) {
        span.days = (1u << OPENING_DAYS) - 1;
    } else if (!take_days(&at, &span.days) || at != blank) {
        return false;
    }
    at += strspn(at, " ");
    bool sound = take_time(&at, &span.from_min) && take(&at, '-') &&
                 take_time(&at, &span.to_min) && *at == '\0' &&
                 span.from_min != span.to_min && span.from_min < OPENING_DAY_MIN &&
                 opening->count < OPENING_SPANS_MAX;
    if (sound) {
        opening->spans[opening->count++] = span;
    }
    return sound;
}

static bool on(const struct opening_span *span, int day)
{
    return span->days >> ((day + OPENING_DAYS) % OPENING_DAYS) & 1u;
}

bool opening_holds(const struct opening *opening, int day, int minute)
{
    bool holds = opening->always;
    for (size_t i = 0; i < opening->count; i++) {
        const struct opening_span *span = &opening->spans[i];
        bool over = span->to_min <= span->from_min; /* past midnight */
        bool here = minute >= span->from_min && (over || minute < span->to_min);
        bool since = over && minute < span->to_min && on(span, day - 1);
        holds = holds || (here && on(span, day)) || since;
    }
    return holds;
}
