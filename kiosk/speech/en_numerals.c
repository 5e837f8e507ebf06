/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "speech/en.h"
#include "speech/tongue.h"

static const char *const small[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};

static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                   "fifty", "sixty", "seventy", "eighty", "ninety"};

/* The last word of a numeral -> its ordinal; any other gets "th". */
static const struct {
    const char *cardinal, *ordinal;
} ordinals[] = {
    {"one", "first"},          {"two", "second"},       {"three", "third"},
    {"five", "fifth"},         {"eight", "eighth"},     {"nine", "ninth"},
    {"twelve", "twelfth"},     {"twenty", "twentieth"}, {"thirty", "thirtieth"},
    {"forty", "fortieth"},     {"fifty", "fiftieth"},   {"sixty", "sixtieth"},
    {"seventy", "seventieth"}, {"eighty", "eightieth"}, {"ninety", "ninetieth"},
};

void en_put(struct saying *s, const char *word)
{
    if (word[0]) {
        say_apart(s, word, strlen(word));
    }
}

static void put_below_thousand(struct saying *s, int value, bool with_and)
{
    if (value >= 100) {
        en_put(s, small[value / 100]);
        en_put(s, "hundred");
        with_and = true;
    }
    value %= 100;
    if (value == 0) {
        return;
    }
    en_put(s, with_and ? "and" : "");
    if (value < 20) {
        en_put(s, small[value]);
        return;
    }
    en_put(s, tens[value / 10]);
    if (value % 10) {
        str_add(s->out, "-%s", small[value % 10]);
    }
}

void en_put_whole(struct saying *s, const char *digits)
{
    static const struct {
        long long one;
        const char *name;
    } steps[] = {{1000000000000, "trillion"},
                 {1000000000, "billion"},
                 {1000000, "million"},
                 {1000, "thousand"}};

    long long value = atoll(digits);
    bool is_behind = false;
    if (value == 0) {
        en_put(s, small[0]);
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (value >= steps[i].one) {
            put_below_thousand(s, (int)(value / steps[i].one), false);
            en_put(s, steps[i].name);
            value %= steps[i].one;
            is_behind = true;
        }
    }
    put_below_thousand(s, (int)value, is_behind && value < 100);
}

/* Digits one by one; a dot is a point, anything else a pause. */
void en_put_digits(struct saying *s, const char *digits, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (digits[i] >= '0' && digits[i] <= '9') {
            en_put(s, small[digits[i] - '0']);
        } else if (digits[i] == '.') {
            en_put(s, "point");
        } else {
            say_pause(s, PAUSE_COMMA);
        }
    }
}

/* The last word of what has been said becomes its ordinal. */
void en_make_ordinal(struct saying *s)
{
    struct str *out = s->out;
    size_t begin = out->length;
    while (begin > s->start && out->text[begin - 1] != ' ' &&
           out->text[begin - 1] != '-') {
        begin--;
    }
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
        if (str_equal(out->text + begin, ordinals[i].cardinal)) {
            out->length = begin;
            str_add(out, "%s", ordinals[i].ordinal);
            return;
        }
    }
    str_add(out, "th");
}

void en_put_number(struct saying *s, const struct number *number)
{
    static const char *const signs[] = {"", "plus", "minus", "plus or minus"};
    en_put(s, signs[number->sign]);
    en_put_whole(s, number->whole);
    if (number->ordinal) {
        en_make_ordinal(s);
    }
    if (number->fraction[0]) {
        en_put(s, "point");
        en_put_digits(s, number->fraction, strlen(number->fraction));
    }
}

static void put_below_hundred(struct saying *s, int value)
{
    put_below_thousand(s, value, false);
}

/* 1859 eighteen fifty-nine, 1904 nineteen oh four, 2005 two thousand and five. */
void en_put_year(struct saying *s, const char *digits)
{
    int year = atoi(digits);
    if (year % 1000 < 10 && year >= 1000) {
        en_put_whole(s, digits);
        return;
    }
    put_below_hundred(s, year / 100);
    if (year % 100 == 0) {
        en_put(s, "hundred");
        return;
    }
    en_put(s, year % 100 < 10 ? "oh" : "");
    put_below_hundred(s, year % 100);
}
