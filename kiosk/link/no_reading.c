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

static bool has_word(const char *line, const char *word)
{
    size_t length = strlen(word);
    const char *at = line;
    while ((at = strcasestr(at, word)) != NULL) {
        bool begins = at == line || !is_letter(at[-1]);
        if (begins && !is_letter(at[length])) {
            return true;
        }
        at++;
    }
    return false;
}

bool no_reading(const char *line)
{
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
        if (strcasestr(line, stems[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (has_word(line, words[i])) {
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
