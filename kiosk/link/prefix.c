/* SPDX-License-Identifier: MIT */
/*
 * A row's pattern is matched from the left, a letter a part:
 *
 *     E  level, one letter: I           n  milliseconds: 12
 *     l  level, a word: INFO, inf       f  seconds with six decimals: 12.345678
 *     w  a name: cpr, main.cpp          c  clock: 10:23:45.123 or 10:23:45,123
 *     #  a number: 42                   d  date: 2026-11-27, 11-27, 2026/11/27
 *
 * A blank stands for any number of blanks; all else is itself.
 */
#include "link/prefix.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "link/number.h"

const char prefix_log_ms[] = "log_ms";
const char prefix_clock_s[] = "clock_s";

struct row {
    const char *pattern;
    const char *example;
};

static const struct row rows[] = {
    /* serial monitors and terminals */
    {"c -> ", "10:23:45.123 -> 87 mm"},     /* Arduino */
    {"c > ", "10:23:45.123 > 87 mm"},       /* PlatformIO */
    {"[c]收←◆", "[10:23:45.123]收←◆87 mm"}, /* SSCOM */
    {"[c] ", "[10:23:45.123] 87 mm"},       /* ESPHome has [D][sensor:94]: behind */
    {"[d c] ", "[2026-11-27 10:23:45.123] 87 mm"}, /* Tera Term, minicom */
    {"#> ", "00> 87 mm"},                          /* SEGGER RTT */
    /* loggers */
    {"E (n) w: ", "I (12) CPR: depth=46.2"}, /* ESP-IDF, two ways */
    {"E (c) w: ", "I (10:23:45.123) CPR: depth=46.2"},
    {"[n][E][w:#] w(): ",
     "[  1234][I][main.cpp:42] loop(): depth=46.2"}, /* Arduino ESP32 */
    {"[E][w:#]: ", "[D][sensor:094]: depth=46.2"},
    {"<l> w: ", "[00:00:12.345,678] <inf> cpr: depth=46.2"}, /* Zephyr */
    {"E/w: ", "D/CPR: depth=46.2"}, /* Android, and those like it */
    {"E/w( #): ", "D/CPR( 42): depth=46.2"},
    {"[f] ", "[   12.345678] depth: 46.2 mm"}, /* kernel */
    {"[l] ", "[INFO] depth: 46.2 mm"},
    {"d c ", "2026-11-27 10:23:45,123 INFO cpr: depth=46.2"},
    {"c ", "10:23:45.123 87 mm"},
    {"- w - l - ", "2026-11-27 10:23:45,123 - cpr - INFO - depth=46.2"}, /* Python */
    {"l:w:", "INFO:root:depth=46.2"},
    {"l w: ", "INFO cpr: depth=46.2"},
    {"l: ", "INFO: depth=46.2"},
    {"l ", "INFO depth=46.2"},
};

enum { ROWS = sizeof rows / sizeof *rows };

const char *prefix_example(size_t i)
{
    return i < ROWS ? rows[i].example : NULL;
}

bool prefix_is_time(const char *name)
{
    return str_equal(name, prefix_log_ms) || str_equal(name, prefix_clock_s);
}

/* ---- the parts: each is moved past, false when it is not there ---- */

static bool skip_digits(const char **at, size_t least, size_t most)
{
    const char *from = *at;
    while (**at >= '0' && **at <= '9') {
        (*at)++;
    }
    size_t length = (size_t)(*at - from);
    return length >= least && length <= most;
}

static double number_of(const char *digits, size_t length)
{
    double value = 0;
    for (size_t i = 0; i < length; i++) {
        value = value * 10 + (digits[i] - '0');
    }
    return value;
}

/* The fraction in digits: ".123", ",123" and ".345,678". */
static double take_fraction(const char **at)
{
    double fraction = 0;
    double share = 0.1;
    while ((**at == '.' || **at == ',' || **at == ':') &&
           isdigit((unsigned char)(*at)[1])) {
        for ((*at)++; isdigit((unsigned char)**at); (*at)++, share /= 10) {
            fraction += (**at - '0') * share;
        }
    }
    return fraction;
}

static bool take_clock(const char **at, struct prefix *prefix)
{
    const char *from = *at;
    const char *parts[3];
    for (int i = 0; i < 3; i++) {
        parts[i] = from;
        if (!skip_digits(&from, i == 0 ? 1 : 2, 2) || (i < 2 && *from++ != ':')) {
            return false;
        }
    }
    size_t hours = (size_t)(parts[1] - parts[0]) - 1;
    prefix->time = number_of(parts[0], hours) * 3600 + number_of(parts[1], 2) * 60 +
                   number_of(parts[2], 2) + take_fraction(&from);
    prefix->time_name = prefix_clock_s;
    *at = from + (*from == 'Z');
    return true;
}

static bool take_date(const char **at)
{
    if (!skip_digits(at, 2, 4) || !strchr("-/", **at) || **at == '\0') {
        return false;
    }
    (*at)++;
    bool found = skip_digits(at, 1, 2);
    if (found && **at && strchr("-/", **at)) {
        (*at)++;
        found = skip_digits(at, 1, 2);
    }
    *at += found && **at == 'T';
    return found;
}

/* Milliseconds, or seconds with six decimals. */
static bool take_time(const char **at, bool in_seconds, struct prefix *prefix)
{
    const char *from = number_skip_blanks(*at);
    const char *end = from;
    if (!skip_digits(&end, 1, 15)) {
        return false;
    }
    prefix->time = number_of(from, (size_t)(end - from));
    prefix->time_name = in_seconds ? prefix_clock_s : prefix_log_ms;
    if (in_seconds) {
        const char *point = end;
        prefix->time += take_fraction(&end);
        if (end - point != 1 + 6) {
            return false;
        }
    }
    *at = end;
    return true;
}

static bool is_name_part(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '_' ||
           c == '.' || c == '-';
}

static bool take_name(const char **at)
{
    const char *from = *at;
    while (is_name_part(**at)) {
        (*at)++;
    }
    return *at > from;
}

/* Errors are not among them: what they number is not a reading. */
static bool take_level(const char **at)
{
    static const char *const levels[] = {"trace", "debug",   "dbg",   "info",
                                         "inf",   "warn",    "wrn",   "warning",
                                         "log",   "verbose", "notice"};
    char first = (char)tolower((unsigned char)(*at)[0]);
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        size_t length = levels[i][0] == first ? strlen(levels[i]) : 0;
        if (length > 0 && strncasecmp(*at, levels[i], length) == 0 &&
            !isalpha((unsigned char)(*at)[length])) {
            *at += length;
            return true;
        }
    }
    return false;
}

static bool take_part(char part, const char **at, struct prefix *prefix)
{
    switch (part) {
    case ' ': *at = number_skip_blanks(*at); return true;
    case 'c': return take_clock(at, prefix);
    case 'd': return take_date(at);
    case 'n': return take_time(at, false, prefix);
    case 'f': return take_time(at, true, prefix);
    case 'l': return take_level(at);
    case 'w': return take_name(at);
    case '#': return skip_digits(at, 1, 6);
    case 'E':
        if (**at == '\0' || !strchr("EWIDV", **at)) {
            return false;
        }
        (*at)++;
        return true;
    default: return *(*at)++ == part;
    }
}

static bool match(const char *pattern, const char *line, struct prefix *prefix)
{
    *prefix = (struct prefix){0};
    for (; *pattern; pattern++) {
        if (!take_part(*pattern, &line, prefix)) {
            return false;
        }
    }
    prefix->rest = line;
    return *line != '\0';
}

/* A quick no for most rows. */
static bool may_begin(char part, char c)
{
    switch (part) {
    case 'c':
    case 'd':
    case '#': return isdigit((unsigned char)c);
    case 'E': return strchr("EWIDV", c);
    case 'l': return strchr("TDIWLVNtdiwlvn", c);
    default: return part == c;
    }
}

bool prefix_take_row(const char *line, uint8_t row, struct prefix *prefix)
{
    line = number_skip_blanks(line);
    if (!may_begin(rows[row].pattern[0], *line) ||
        !match(rows[row].pattern, line, prefix)) {
        return false;
    }
    prefix->row = row;
    return true;
}

bool prefix_take(const char *line, struct prefix *prefix)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (prefix_take_row(line, (uint8_t)i, prefix)) {
            return true;
        }
    }
    return false;
}
