/* SPDX-License-Identifier: MIT */
#include "link/number.h"

#include <ctype.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

enum {
    DIGITS_MAX = 15, /* so many decimal digits fit into a double exactly, */
    POWER_MAX = 22,  /* and so large a power of ten */
    TEXT_MAX = 48,
};

const char *number_skip_blanks(const char *at)
{
    while (*at == ' ' || *at == '\t') {
        at++;
    }
    return at;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_part(char c, bool decimal_comma)
{
    return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E' ||
           (decimal_comma && c == ',');
}

/* A quotient or product of two exact numbers is rounded once, as strtod rounds. */
bool number_take_plain(const char **at, bool decimal_comma, double *value)
{
    static const double powers[POWER_MAX + 1] = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char *from = *at;
    uint64_t digits = 0;
    int count = 0;
    int decimals = 0;
    bool negative = *from == '-';
    from += *from == '-' || *from == '+';
    for (; is_digit(*from); from++, count++) {
        digits = digits * 10 + (uint64_t)(*from - '0');
    }
    if (*from == '.' || (decimal_comma && *from == ',')) {
        const char *point = from++;
        for (; is_digit(*from); from++) {
            digits = digits * 10 + (uint64_t)(*from - '0');
        }
        decimals = (int)(from - point - 1);
    }
    if (count + decimals == 0 || count + decimals > DIGITS_MAX ||
        is_part(*from, decimal_comma)) {
        return false;
    }
    double size = decimals > 0 ? (double)digits / powers[decimals] : (double)digits;
    *value = negative ? -size : size;
    *at = from;
    return true;
}

/* Exponents, and more digits than a double has. */
static bool take_long(const char **at, bool decimal_comma, double *value)
{
    char text[TEXT_MAX];
    size_t length = 0;
    for (const char *from = *at; is_part(*from, decimal_comma); from++) {
        if (length == sizeof text - 1) {
            return false;
        }
        text[length++] = (char)(*from == ',' ? '.' : *from);
    }
    text[length] = '\0';
    if (!strpbrk(text, "0123456789") || !str_to_double(text, value)) {
        return false;
    }
    *at += length;
    return true;
}

/* Whether a word of `length` bytes is all that stands before one of `ends`. */
static bool is_ended(const char *from, size_t length, const char *ends)
{
    const char *behind = number_skip_blanks(from + length);
    if (!ends) {
        bool is_dashes = from[0] == '-' && from[1] == '-'; /* "--mm" */
        return length > 1 && from[length] != '.' && from[length] != '-' &&
               from[length] != '_' && !isdigit((unsigned char)from[length]) &&
               (is_dashes || !isalpha((unsigned char)from[length]));
    }
    return *behind ? strchr(ends, *behind) != NULL : length > 0;
}

bool number_take_missing(const char **at, const char *ends)
{
    static const char *const words[] = {"nan", "-nan", "null", "none", "undefined",
                                        "n/a", "na",   "ovf",  "inf",  "-inf",
                                        "---", "--",   "-",    ""};
    const char *from = number_skip_blanks(*at);
    char first = (char)tolower((unsigned char)*from);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (words[i][0] && words[i][0] != first) {
            continue;
        }
        size_t length = strlen(words[i]);
        if (strncasecmp(from, words[i], length) == 0 && is_ended(from, length, ends)) {
            *at = number_skip_blanks(from + length);
            return true;
        }
    }
    return false;
}

bool number_take(const char **at, bool decimal_comma, double *value)
{
    const char *from = number_skip_blanks(*at);
    if (!number_take_plain(&from, decimal_comma, value) &&
        !take_long(&from, decimal_comma, value)) {
        return false;
    }
    *at = number_skip_blanks(from);
    return true;
}
