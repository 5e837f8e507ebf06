/* SPDX-License-Identifier: MIT */
#include "speech/numerals.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

struct set {
    const char *locale;
    const char *counted;
    const char *const *words; /* NULL-ended */
};

static const char *const zh_words[] = {
    "零", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九",     "十",
    "百", "千", "万", "亿", "点", "到", "幺", "负", "正", "比", "百分之", NULL};

static const char *const en_words[] = {
    "zero",     "one",      "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",    "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen",  "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty",   "forty",    "fifty",   "sixty",     "seventy",  "eighty",   "ninety",
    "hundred",  "thousand", "million", "billion",   "point",    "and",      "to",
    "oh",       "minus",    "plus",    "percent",   NULL};

static const struct set sets[] = {
    {"zh", "次", zh_words},
    {"en", "times", en_words},
};

/* "en-GB" has the set of "en". NULL when there is none. */
static const struct set *set_of(const char *locale)
{
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        size_t length = strlen(sets[i].locale);
        if (str_starts(locale, sets[i].locale) &&
            !isalpha((unsigned char)locale[length])) {
            return &sets[i];
        }
    }
    return NULL;
}

const char *numerals_word(const char *locale, size_t index)
{
    const struct set *set = set_of(locale);
    for (size_t i = 0; set && i < index && set->words[i]; i++) {
        if (!set->words[i + 1]) {
            return NULL;
        }
    }
    return set ? set->words[index] : NULL;
}

const char *numerals_counted(const char *locale)
{
    const struct set *set = set_of(locale);
    return set ? set->counted : "";
}

/* Between two words: a blank, a hyphen, or where a voice takes breath in a long row. */
static const char *skip_between(const char *words)
{
    static const char comma[] = "，";

    for (;;) {
        if (*words == ' ' || *words == '-' || *words == ',') {
            words++;
        } else if (str_starts(words, comma)) {
            words += sizeof comma - 1;
        } else {
            return words;
        }
    }
}

int numerals_next(const char *locale, const char **words)
{
    const struct set *set = set_of(locale);
    const char *at = skip_between(*words);
    *words = at;
    if (!*at) {
        return -1;
    }
    int found = -2;
    size_t longest = 0;
    for (int i = 0; set && set->words[i]; i++) {
        size_t length = strlen(set->words[i]);
        if (length > longest && str_starts(at, set->words[i]) &&
            !isalpha((unsigned char)at[length])) {
            longest = length;
            found = i;
        }
    }
    *words = at + longest;
    return found;
}
