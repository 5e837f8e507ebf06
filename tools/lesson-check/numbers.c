/* SPDX-License-Identifier: MIT */
#include "numbers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

enum { WORDS_MAX = 3 }; /* "a hundred and" between a number and its unit */

/* What medicine counts in. A unit in Latin letters ends where its word does. */
static const char *const units[] = {"毫米",
                                    "厘米",
                                    "公分",
                                    "毫升",
                                    "公斤",
                                    "千克",
                                    "分钟",
                                    "小时",
                                    "秒",
                                    "次/分",
                                    "次",
                                    "度",
                                    "℃",
                                    "%",
                                    "％",
                                    "岁",
                                    "个月",
                                    "天",
                                    "下",
                                    "口",
                                    "mm",
                                    "cm",
                                    "ml",
                                    "kg",
                                    "min",
                                    "°C",
                                    "/min",
                                    "second",
                                    "minute",
                                    "hour",
                                    "year",
                                    "month",
                                    "day",
                                    "metre",
                                    "centimetre",
                                    "millimetre",
                                    "degree",
                                    "percent",
                                    "per cent",
                                    "times",
                                    "times a minute",
                                    "a minute",
                                    "breath",
                                    "push",
                                    "compression"};

static const char *const chinese[] = {"零", "二", "两", "三", "四", "五", "六", "七",
                                      "八", "九", "十", "百", "千", "半", "一"};

static const char *const english[] = {
    "two",      "three",   "four",    "five",      "six",      "seven",
    "eight",    "nine",    "ten",     "eleven",    "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",   "thirty",  "forty",   "fifty",     "sixty",    "seventy",
    "eighty",   "ninety",  "hundred", "thousand",  "half"};

static size_t begins_with_any(const char *at, const char *const *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_starts(at, rows[i])) {
            return strlen(rows[i]);
        }
    }
    return 0;
}

#define ANY_OF(at, rows) begins_with_any(at, rows, sizeof(rows) / sizeof *(rows))

/* How long the number is that begins here; 0: none does. */
static size_t digits(const char *at)
{
    size_t length = 0;
    while (isdigit((unsigned char)at[length]) ||
           (length > 0 && strchr(".,:-", at[length]) && at[length] &&
            isdigit((unsigned char)at[length + 1]))) {
        length++;
    }
    return length;
}

static size_t chinese_number(const char *at)
{
    size_t length = 0;
    for (size_t more; (more = ANY_OF(at + length, chinese)) > 0;) {
        length += more;
    }
    bool is_one = length == strlen("一") && str_starts(at, "一");
    return is_one ? 0 : length;
}

static size_t english_number(const char *text, const char *at)
{
    size_t length = 0;
    if (at > text && isalpha((unsigned char)at[-1])) {
        return 0;
    }
    for (size_t i = 0; i < sizeof english / sizeof *english; i++) {
        size_t word = strlen(english[i]);
        if (strncasecmp(at, english[i], word) == 0 && !isalpha((unsigned char)at[word]) &&
            word > length) {
            length = word;
        }
    }
    return length;
}

/* The length of the unit that stands here; 0: none does. */
static size_t unit(const char *at)
{
    size_t best = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]);
        bool latin = isalpha((unsigned char)units[i][length - 1]);
        if (strncasecmp(at, units[i], length) != 0 || length <= best) {
            continue;
        }
        size_t end = length + (latin && at[length] == 's');
        end += latin && end == length && strncmp(at + end, "es", 2) == 0 ? 2 : 0;
        if (!latin || !isalpha((unsigned char)at[end])) {
            best = end;
        }
    }
    return best;
}

/* What may stand between a number and its unit: a blank, "到 120", "to 120", "多". */
static size_t between(const char *at)
{
    static const char *const joins[] = {" ",  "到",   "至",  "～",  "~",    "–",     "多",
                                        "来", "个半", "to ", "or ", "and ", "or so "};
    size_t length = 0;
    for (size_t more; (more = ANY_OF(at + length, joins)) > 0;) {
        length += more;
    }
    return length;
}

/* The measure that begins here, with its unit; 0: none does. */
static size_t measure(const char *text, const char *at)
{
    size_t length = 0;
    for (int i = 0; i < WORDS_MAX; i++) {
        size_t number = digits(at + length);
        number = number ? number : chinese_number(at + length);
        number = number ? number : english_number(text, at + length);
        if (number == 0) {
            return 0;
        }
        length += number;
        length += between(at + length);
        size_t ends = unit(at + length);
        if (ends > 0) {
            return length + ends;
        }
    }
    return 0;
}

bool numbers_measure(const char *text, char *out, size_t size)
{
    for (const char *at = text; *at; str_next_utf8(&at)) {
        bool goes_on = at > text && isdigit((unsigned char)at[-1]);
        size_t length = goes_on ? 0 : measure(text, at);
        if (length > 0) {
            str_format(out, size, "%.*s", (int)length, at);
            return true;
        }
    }
    return false;
}
