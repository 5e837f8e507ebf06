/* SPDX-License-Identifier: MIT */
/*
 * items: a text cut into what a reader sees as one: a number with its unit, a range, a
 * date, a word, a mark. The same for every language; how an item is said is the
 * language's. Private to speech.
 */
#ifndef KIOSK_SPEECH_ITEMS_H
#define KIOSK_SPEECH_ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct unit;

enum { NUMBER_DIGITS_MAX = 15 };

enum number_sign { SIGN_NONE, SIGN_PLUS, SIGN_MINUS, SIGN_PLUS_MINUS };

struct number {
    enum number_sign sign;
    bool grouped;                         /* 1,000 */
    bool ordinal;                         /* 27th */
    char whole[NUMBER_DIGITS_MAX + 1];    /* no zero in front; "0" */
    char fraction[NUMBER_DIGITS_MAX + 1]; /* "" when there is none */
};

enum item_kind {
    ITEM_WORD,    /* of the alphabet, "Tutti" */
    ITEM_LETTERS, /* to be said one by one, "AED" */
    ITEM_HAN,     /* one character */
    ITEM_NUMBER,
    ITEM_RANGE,    /* numbers[0] to numbers[1] */
    ITEM_RATIO,    /* 30:2, 1:2:3 */
    ITEM_FRACTION, /* 1/2 */
    ITEM_DATE,     /* year, month, day; without a day when count is 2 */
    ITEM_TIME,     /* hour, minute, second; without a second when count is 2 */
    ITEM_DIGITS,   /* said one by one: 0573-84022222, 0.1.0 */
    ITEM_UNIT,     /* without a number: a label "mm" */
    ITEM_MARK,     /* `code`; what it is said as is the language's */
    ITEM_SPACE,
    ITEM_LINE,
    ITEM_KINDS
};

struct item {
    enum item_kind kind;
    size_t begin, end; /* bytes of items.text */
    uint32_t code;
    int count;
    struct number numbers[3];
    const struct unit *unit, *per; /* of numbers: 5 mm, 5 mm/s; NULL without */
};

struct items {
    struct str text; /* the text in one form: ASCII for full-width, no invisible marks */
    struct item *items;
    size_t count;
};

/* items_free() when done. */
void items_make(struct items *items, const char *text);
void items_free(struct items *items);

/* Whether the text at the end of an item, or behind spaces there, begins with `words`. */
bool item_is_before(const struct items *items, const struct item *item,
                    const char *words);

/* Whether the text in front of an item, spaces left out, ends with `words`. */
bool item_is_behind(const struct items *items, const struct item *item,
                    const char *words);

/* What stands behind an item, and its spaces. */
const char *item_rest(const struct items *items, const struct item *item);

#endif
