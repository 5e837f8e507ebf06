/* SPDX-License-Identifier: MIT */
#include "speech/numbers.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "speech/items.h"
#include "speech/units.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

static void set(char *to, const char *digits, size_t length)
{
    memcpy(to, digits, length);
    to[length] = '\0';
}

/* The thousands behind the first digits: ",000,000". */
static size_t groups_at(const char *text)
{
    size_t at = 0;
    while (text[at] == ',' && digits_at(text + at + 1) == 3) {
        at += 4;
    }
    return at;
}

/* A number without a sign. NULL when its digits are to be said one by one. */
static const char *take_number(const char *text, struct number *number)
{
    *number = (struct number){0};
    size_t first = digits_at(text);
    size_t groups =
        first > 0 && first <= 3 && text[0] != '0' ? groups_at(text + first) : 0;
    size_t length = 0;
    if (first == 0 || first + groups > NUMBER_DIGITS_MAX ||
        (text[0] == '0' && first > 1)) {
        return NULL;
    }
    for (size_t i = 0; i < first + groups; i++) {
        if (text[i] != ',') {
            number->whole[length++] = text[i];
        }
    }
    number->grouped = groups > 0;
    text += first + groups;
    size_t fraction = text[0] == '.' ? digits_at(text + 1) : 0;
    if (fraction > NUMBER_DIGITS_MAX) {
        return NULL;
    }
    if (fraction > 0) {
        set(number->fraction, text + 1, fraction);
        text += 1 + fraction;
    }
    return text;
}

/* Digits as they stand, `least` to `most` of them; zeros in front are left out. */
static const char *take_digits(const char *text, size_t least, size_t most,
                               struct number *number)
{
    *number = (struct number){0};
    size_t length = digits_at(text);
    if (length < least || length > most) {
        return NULL;
    }
    size_t zeros = strspn(text, "0");
    zeros = zeros < length ? zeros : length - 1;
    set(number->whole, text + zeros, length - zeros);
    return text + length;
}

static int value(const struct number *number)
{
    return atoi(number->whole);
}

static bool is_between(const struct number *number, int low, int high)
{
    return value(number) >= low && value(number) <= high;
}

/* 2026-11-28, also with / or . */
static const char *take_date(const char *text, struct item *item)
{
    const char *at = take_digits(text, 4, 4, &item->numbers[0]);
    if (!at || !strchr("-/.", *at) || *at == '\0') {
        return NULL;
    }
    char between = *at;
    at = take_digits(at + 1, 1, 2, &item->numbers[1]);
    if (!at || !is_between(&item->numbers[0], 1000, 2999) ||
        !is_between(&item->numbers[1], 1, 12)) {
        return NULL;
    }
    item->kind = ITEM_DATE;
    if (*at == between && is_digit(at[1])) {
        at = take_digits(at + 1, 1, 2, &item->numbers[2]);
        item->count = 3;
        bool goes_on = at && (*at == between || *at == '/') && is_digit(at[1]);
        return at && is_between(&item->numbers[2], 1, 31) && !goes_on ? at : NULL;
    }
    /* Without a day only where it can be nothing else. */
    item->count = 2;
    return between == '-' && at - text == 7 ? at : NULL;
}

/* 10:23, 10:23:45. A ratio has no minutes of two digits, or an hour that no clock has. */
static const char *take_time(const char *text, struct item *item)
{
    const char *at = take_digits(text, 1, 2, &item->numbers[0]);
    if (!at || *at != ':' || !is_between(&item->numbers[0], 0, 24)) {
        return NULL;
    }
    for (item->count = 1; item->count < 3 && *at == ':'; item->count++) {
        at = take_digits(at + 1, 2, 2, &item->numbers[item->count]);
        if (!at || !is_between(&item->numbers[item->count], 0, 59)) {
            return NULL;
        }
    }
    item->kind = ITEM_TIME;
    return *at == ':' && is_digit(at[1]) ? NULL : at;
}

/* 0573-84022222, 400-820-8820, 0.1.0, 007, a mobile's 11 digits, and whatever has more
 * digits than a number is said with. */
static const char *take_code(const char *text, struct item *item)
{
    enum { MOBILE_DIGITS = 11 };

    size_t first = digits_at(text);
    const char *at = text + first;
    int dots = 0;
    int hyphens = 0;
    while ((*at == '.' || *at == '-') && is_digit(at[1])) {
        dots += *at == '.';
        hyphens += *at == '-';
        at += 1 + digits_at(at + 1);
    }
    item->kind = ITEM_DIGITS;
    item->count = 0;
    if ((dots > 1 && hyphens == 0) || (hyphens > 1 && dots == 0)) {
        return at;
    }
    if (text[0] == '0' && first > 1) {
        return at;
    }
    bool is_mobile = first == MOBILE_DIGITS && text[0] == '1' && text[1] >= '3';
    if (is_mobile || first > NUMBER_DIGITS_MAX) {
        return text + first;
    }
    return dots == 1 && hyphens == 0 && at - text > NUMBER_DIGITS_MAX ? at : NULL;
}

static const char *take_fraction(const char *text, struct item *item)
{
    const char *at = take_digits(text, 1, 4, &item->numbers[0]);
    if (!at || *at != '/') {
        return NULL;
    }
    at = take_digits(at + 1, 1, 4, &item->numbers[1]);
    item->kind = ITEM_FRACTION;
    item->count = 2;
    bool goes_on = at && (*at == '/' || *at == '.') && is_digit(at[1]);
    return at && !goes_on && value(&item->numbers[1]) > 0 ? at : NULL;
}

static const char *take_ratio(const char *text, struct item *item)
{
    const char *at = take_number(text, &item->numbers[0]);
    item->kind = ITEM_RATIO;
    for (item->count = 1; at && *at == ':' && item->count < 3; item->count++) {
        at = take_number(at + 1, &item->numbers[item->count]);
    }
    return at && item->count > 1 && !(*at == ':' && is_digit(at[1])) ? at : NULL;
}

/* Whether a dash of a range stands here, and how many bytes it has. A hyphen has no
 * spaces around it; beside spaces it is a pause. */
static size_t dash_at(const char *text)
{
    static const char *const dashes[] = {"–", "—", "~", "～", "∼", "〜", "−", "-"};
    size_t spaces = strspn(text, " ");
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t length = strlen(dashes[i]);
        if (strncmp(text + spaces, dashes[i], length) == 0) {
            size_t after = strspn(text + spaces + length, " ");
            bool fits = dashes[i][0] != '-' || spaces + after == 0;
            return fits ? spaces + length + after : 0;
        }
    }
    return 0;
}

/* The unit at `text`, behind one space at most, and the one it is divided by. */
static const char *take_unit(const char *text, struct item *item)
{
    size_t length = 0;
    const char *at = text + (text[0] == ' ');
    const struct unit *unit = unit_at(at, &length);
    if (unit) {
        item->unit = unit;
        text = at + length;
    }
    at = text[0] == '/' ? text : text + (text[0] == ' ');
    const struct unit *per = at[0] == '/' ? unit_at(at + 1, &length) : NULL;
    if (per) {
        item->per = per;
        text = at + 1 + length;
    }
    return text;
}

static const char *take_range(const char *text, struct item *item)
{
    const char *at = take_number(text, &item->numbers[0]);
    if (!at) {
        return NULL;
    }
    /* "5 cm–6 cm" names its unit twice. */
    size_t length = 0;
    const struct unit *unit = unit_at(at + (*at == ' '), &length);
    const char *behind = unit ? at + (*at == ' ') + length : at;
    size_t dash = dash_at(behind);
    at = dash > 0 ? take_number(behind + dash, &item->numbers[1]) : NULL;
    if (!at) {
        return NULL;
    }
    item->kind = ITEM_RANGE;
    item->count = 2;
    at = take_unit(at, item);
    return unit && item->unit != unit ? NULL : at;
}

/* 1st, 2nd, 3rd, 27th. */
static const char *take_ordinal(const char *text, struct number *number)
{
    static const char *const ends[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < 4 && !number->fraction[0]; i++) {
        if (strncmp(text, ends[i], 2) == 0 && !(text[2] >= 'a' && text[2] <= 'z')) {
            number->ordinal = true;
            return text + 2;
        }
    }
    return text;
}

static const char *take_amount(const char *text, struct item *item)
{
    const char *at = take_number(text, &item->numbers[0]);
    if (!at) {
        return NULL;
    }
    item->kind = ITEM_NUMBER;
    item->count = 1;
    const char *behind = take_ordinal(at, &item->numbers[0]);
    return item->numbers[0].ordinal ? behind : take_unit(at, item);
}

const char *numbers_take(const char *text, struct item *item)
{
    /* The first that fits: what is more than a number comes before the number. */
    static const char *(*const takers[])(const char *, struct item *) = {
        take_date,  take_time,  take_code,   take_fraction,
        take_ratio, take_range, take_amount,
    };
    struct item empty = *item;
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++) {
        *item = empty;
        const char *end = takers[i](text, item);
        if (end) {
            return end;
        }
    }
    /* Only what has too many digits is left. */
    *item = empty;
    item->kind = ITEM_DIGITS;
    return text + digits_at(text);
}
