/* SPDX-License-Identifier: MIT */
#include "link/recording_clock.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

enum { HALF_DAY_HOURS = 12, HOURS_MAX = 9999, YEAR_MIN = 1970, YEAR_MAX = 2099 };

static const int64_t second_us = 1000000;
static const int64_t hour_us = 3600 * (int64_t)1000000;
static const int64_t day_us = 24 * 3600 * (int64_t)1000000;

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A whole number of at most `digits`; false, and nothing moved, when there is none. */
static bool take_whole(const char **at, size_t digits, int *value)
{
    size_t length = strspn(*at, "0123456789");
    if (length == 0 || length > digits) {
        return false;
    }
    *value = 0;
    for (size_t i = 0; i < length; i++) {
        *value = *value * 10 + (*at)[i] - '0';
    }
    *at += length;
    return true;
}

/* One of the words, in any case; they are ended by NULL. */
static bool take_word(const char **at, const char *const *words)
{
    for (; *words; words++) {
        size_t length = strlen(*words);
        if (strncasecmp(*at, *words, length) == 0) {
            *at += length;
            return true;
        }
    }
    return false;
}

/* ---- the date ---- */

/* Days since 1970 of a Gregorian date: years begin in March, so that a leap day is the
 * last of one (Richards, Explanatory Supplement to the Astronomical Almanac, 15.11). */
static int64_t days_of(int year, int month, int day)
{
    int64_t y = year - (month <= 2);
    int64_t from_march = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + from_march - 719468;
}

static bool is_date(int year, int month, int day)
{
    return year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 &&
           day >= 1 && day <= 31;
}

struct date {
    int year, month, day;
    bool is_day_known; /* false: 3/4/2026 may be in March or in April */
};

static bool take_date(const char **at, struct date *date)
{
    static const char *const marks[] = {"-", "/", ".", "年", "月", NULL};
    static const char *const ends[] = {"日", "号", NULL};
    const char *from = *at;
    int parts[3];
    const char *first = from;
    if (!take_whole(&from, 4, &parts[0])) {
        return false;
    }
    bool is_year_first = from - first == 4;
    char mark = *from;
    if (!take_word(&from, marks) || !take_whole(&from, 2, &parts[1]) ||
        !take_word(&from, marks) || !take_whole(&from, 4, &parts[2])) {
        return false;
    }
    take_word(&from, ends);
    bool day_first = !is_year_first && (mark == '.' || parts[0] > 12);
    *date = is_year_first ? (struct date){parts[0], parts[1], parts[2], true}
            : day_first   ? (struct date){parts[2], parts[1], parts[0], mark == '.'}
                          : (struct date){parts[2], parts[0], parts[1], false};
    if (!is_date(date->year, date->month, date->day) ||
        (*from && !strchr(" \tT", *from))) {
        return false;
    }
    *at = from + (*from == 'T');
    return true;
}

/* ---- the time of day ---- */

/* The fraction of a second behind '.', ',' or ':', in microseconds. */
static int64_t take_fraction(const char **at)
{
    int64_t us = 0;
    if (!**at || !strchr(".,:", **at) || !is_digit((*at)[1])) {
        return 0;
    }
    (*at)++;
    for (int64_t share = second_us; is_digit(**at); (*at)++) {
        share /= 10;
        us += (**at - '0') * share;
    }
    return us;
}

/* Two or three whole numbers with marks between; how many there are, 0 when not so. */
static int take_parts(const char **at, int parts[3], int64_t *fraction_us)
{
    static const char *const marks[] = {":", "时", "時", "点", "h", "分", "m", NULL};
    static const char *const ends[] = {"秒", "s", NULL};
    const char *from = *at;
    int count = 0;
    *fraction_us = 0;
    while (count < 3 && take_whole(&from, count == 0 ? 4 : 2, &parts[count])) {
        count++;
        bool may_go_on = count < 3 && take_word(&from, marks);
        if (!may_go_on) {
            break;
        }
    }
    *fraction_us = take_fraction(&from);
    take_word(&from, ends);
    if (count < 2 || parts[count - 1] > 59 ||
        parts[count - 2] > (count == 3 ? 59 : 9999)) {
        return 0;
    }
    *at = from;
    return count;
}

/* "Z", "UTC", "+08:00" and such: the same in every row. */
static void skip_zone(const char **at)
{
    static const char *const names[] = {"Z", "UTC", "GMT", "CST", NULL};
    const char *from = skip_blanks(*at);
    int ignored;
    take_word(&from, names);
    if ((*from == '+' || *from == '-') && is_digit(from[1])) {
        from++;
        take_whole(&from, 4, &ignored);
        if (*from == ':') {
            from++;
            take_whole(&from, 2, &ignored);
        }
    }
    *at = skip_blanks(from);
}

bool recording_clock_read(const char *text, struct recording_clock *clock)
{
    static const char *const mornings[] = {"AM", "a.m.", "上午", "凌晨", NULL};
    static const char *const evenings[] = {"PM", "p.m.", "下午", "晚上", NULL};
    const char *at = skip_blanks(text);
    struct date date = {0};
    int parts[3] = {0};
    int64_t fraction_us;
    bool has_date = take_date(&at, &date);
    at = skip_blanks(at);
    bool morning = take_word(&at, mornings);
    bool evening = !morning && take_word(&at, evenings);
    at = skip_blanks(at);
    int count = take_parts(&at, parts, &fraction_us);
    if (count == 0 || (has_date && count < 3)) {
        return false;
    }
    at = skip_blanks(at);
    morning = morning || (!evening && take_word(&at, mornings));
    evening = evening || (!morning && take_word(&at, evenings));
    skip_zone(&at);
    bool is_half = morning || evening;
    if (*at != '\0' || (is_half && (parts[0] > HALF_DAY_HOURS || count < 3))) {
        return false;
    }
    int hours = count < 3 ? 0
                : is_half ? parts[0] % HALF_DAY_HOURS + (evening ? HALF_DAY_HOURS : 0)
                          : parts[0];
    int minutes = parts[count - 2];
    *clock = (struct recording_clock){
        .has_date = has_date && date.is_day_known,
        .round_us = count == 3 ? day_us : hour_us,
        .us = (hours * (int64_t)3600 + minutes * (int64_t)60 + parts[count - 1]) *
                  second_us +
              fraction_us};
    if (clock->has_date) {
        clock->day = days_of(date.year, date.month, date.day);
    }
    return true;
}

int64_t recording_clock_since(const struct recording_clock *clock,
                              const struct recording_clock *from)
{
    int64_t us = clock->us - from->us;
    if (clock->has_date && from->has_date) {
        return us + (clock->day - from->day) * day_us;
    }
    return us < -clock->round_us / 2 ? us + clock->round_us : us;
}
