/* SPDX-License-Identifier: MIT */
#include "link/no_reading.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* What drivers of range finders and load cells print, and two Chinese words for each. */
static const char *const stems[] = {
    "timeout", "time out",  "timed out", "out of range",   "outofrange", "no reading",
    "no echo", "no target", "no data",   "no convergence", "not ready",  "invalid",
    "error",   "fail",      "overflow",  "underflow",      "saturat",    "超时",
    "超出",    "超量程",    "无效",      "错误",           "失败",       "无数据",
};

/* These are words of their own: "Nancy" is none of them. */
static const char *const words[] = {"nan", "inf", "null", "none", "err", "--", "false"};

static bool is_letter(char c)
{
    return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* Whether one of `list` stands at `at`; how long it is. */
static size_t length_at(const char *at, const char *const *list, size_t count)
{
    char first = lower(*at);
    for (size_t i = 0; i < count; i++) {
        size_t length = list[i][0] == first ? strlen(list[i]) : 0;
        if (length > 0 && strncasecmp(at, list[i], length) == 0) {
            return length;
        }
    }
    return 0;
}

bool no_reading(const char *line)
{
    for (const char *at = line; *at; at++) {
        if (length_at(at, stems, sizeof stems / sizeof *stems) > 0) {
            return true;
        }
        bool begins = at == line || !is_letter(at[-1]);
        size_t length = begins ? length_at(at, words, sizeof words / sizeof *words) : 0;
        if (length > 0 && !is_letter(at[length])) {
            return true;
        }
    }
    return false;
}

bool no_reading_of(const struct shape_line *line, const char *text, const char *column)
{
    bool is_told = line->missing > 0 || line->is_invalid;
    return is_told ? column[0] && shape_is_missing(line, column)
                   : line->shape == SHAPE_WORDS && no_reading(text);
}
