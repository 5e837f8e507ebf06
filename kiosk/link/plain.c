/* SPDX-License-Identifier: MIT */
#include "link/plain.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

struct unit {
    const char *word, *symbol;
};

/* The longer one first where one begins like another. */
static const struct unit units[] = {
    {"毫米", "mm"}, {"公釐", "mm"}, {"厘米", "cm"},  {"釐米", "cm"}, {"公分", "cm"},
    {"微米", "um"}, {"英寸", "in"}, {"英吋", "in"},  {"毫秒", "ms"}, {"微秒", "us"},
    {"千克", "kg"}, {"公斤", "kg"}, {"牛顿", "N"},   {"牛頓", "N"},  {"毫升", "ml"},
    {"赫兹", "Hz"}, {"毫伏", "mV"}, {"千帕", "kPa"}, {"米", "m"},    {"秒", "s"},
    {"牛", "N"},    {"克", "g"},    {"伏", "V"},     {"㎜", "mm"},   {"㎝", "cm"},
    {"㎎", "mg"},   {"㎏", "kg"},   {"℃", "C"},      {"°", "deg"},
};

struct mark {
    uint32_t code;
    char ascii;
};

/* Beside U+FF01 to U+FF5E, which stand in the order of ASCII. */
static const struct mark marks[] = {
    {0x3000, ' '}, {0x00A0, ' '}, {0x3001, ','}, {0x2212, '-'}, {0x2013, '-'},
    {0x00B5, 'u'}, {0x03BC, 'u'}, {0x3010, '['}, {0x3011, ']'}, {0xFF0C, ','},
};

static const uint32_t fullwidth_first = 0xFF01;
static const uint32_t fullwidth_last = 0xFF5E;

static bool is_ideograph(uint32_t code)
{
    return code >= 0x3400 && code <= 0x9FFF;
}

static const struct unit *find_unit(const char *at)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const char *word = units[i].word;
        bool may_be = at[0] == word[0] && at[1] == word[1];
        if (may_be && str_starts(at, word)) {
            return &units[i];
        }
    }
    return NULL;
}

/* What follows a digit is a unit. Else it ends what is written there, for "毫米波" is a
 * kind of radar, and one of a single character stands behind no other: "上升". */
static const struct unit *unit_at(const char *at, uint32_t before)
{
    const struct unit *unit = find_unit(at);
    if (!unit || (before >= '0' && before <= '9')) {
        return unit;
    }
    const char *behind = at + strlen(unit->word);
    bool is_single = strlen(unit->word) == 3;
    bool is_part =
        is_ideograph(str_next_utf8(&behind)) || (is_single && is_ideograph(before));
    return is_part ? NULL : unit;
}

static char ascii_of(uint32_t code)
{
    if (code >= fullwidth_first && code <= fullwidth_last) {
        return (char)(code - fullwidth_first + '!');
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (marks[i].code == code) {
            return marks[i].ascii;
        }
    }
    return '\0';
}

/* "\033[0;32m" */
const char *plain_skip_escape(const char *at)
{
    at++;
    if (*at == '[') {
        at++;
        at += strspn(at, "0123456789;");
        at += *at != '\0';
    }
    return at;
}

const char *plain_text(const char *line, char *copy, size_t size)
{
    size_t length = 0;
    uint32_t before = 0;
    bool same = true;
    for (const char *at = line; *at && same; at++) {
        same = (unsigned char)*at < 0x80 && *at != '\033';
    }
    if (same) {
        return line;
    }
    for (const char *at = line; *at;) {
        if ((unsigned char)*at < 0x80 && *at != '\033') {
            assert(length + 1 < size);
            before = (unsigned char)*at;
            copy[length++] = *at++;
            continue;
        }
        if (*at == '\033') {
            at = plain_skip_escape(at);
            continue;
        }
        const char *from = at;
        const struct unit *unit = unit_at(at, before);
        before = str_next_utf8(&at);
        char ascii = ascii_of(before);
        if (unit) {
            at = from + strlen(unit->word);
            from = unit->symbol;
            before = 0;
        } else if (ascii) {
            from = &ascii;
        }
        size_t bytes = unit ? strlen(unit->symbol) : ascii ? 1 : (size_t)(at - from);
        assert(length + bytes < size);
        memcpy(copy + length, from, bytes);
        length += bytes;
    }
    copy[length] = '\0';
    return copy;
}
