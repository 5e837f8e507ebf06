/* SPDX-License-Identifier: MIT */
#include "speech/items.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "speech/numbers.h"
#include "speech/units.h"

/* Characters that stand for others. */
static const struct {
    uint32_t code;
    const char *text;
} same[] = {
    {'\t', " "},      {'\r', ""},      {0x00A0, " "},   {0x2002, " "},   {0x2003, " "},
    {0x2009, " "},    {0x202F, " "},   {0x3000, " "},   {0x2103, "°C"},  {0x2109, "°F"},
    {0x2116, "No. "}, {0xFFE5, "¥"},   {0x00BD, "1/2"}, {0x00BC, "1/4"}, {0x00BE, "3/4"},
    {0x2153, "1/3"},  {0x2154, "2/3"}, {0x2018, "'"},   {0x2019, "'"},   {0x339C, "mm"},
    {0x339D, "cm"},   {0x339E, "km"},  {0x338F, "kg"},  {0x338E, "mg"},  {0x3396, "ml"},
    {0x00BA, "°"},    {0x02DA, "°"},   {0x2010, "-"},   {0x2011, "-"},   {0x2012, "–"},
    {0x2015, "—"},    {0x2212, "−"},   {0x2236, ":"},   {0x2044, "/"},   {0x2215, "/"},
    {0xFF0C, "，"},   {0x2033, "″"},   {0xFF5E, "～"},
};

static void add_code(struct str *out, uint32_t code)
{
    char bytes[4];
    size_t length = 0;
    if (code < 0x80) {
        bytes[length++] = (char)code;
    } else if (code < 0x800) {
        bytes[length++] = (char)(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        bytes[length++] = (char)(0xE0 | code >> 12);
        bytes[length++] = (char)(0x80 | (code >> 6 & 0x3F));
    } else {
        bytes[length++] = (char)(0xF0 | code >> 18);
        bytes[length++] = (char)(0x80 | (code >> 12 & 0x3F));
        bytes[length++] = (char)(0x80 | (code >> 6 & 0x3F));
    }
    if (code >= 0x80) {
        bytes[length++] = (char)(0x80 | (code & 0x3F));
    }
    str_add_bytes(out, bytes, length);
}

/* Numbers in a circle and Roman ones are one character each: "①", "Ⅲ". */
static uint32_t enclosed_number(uint32_t code)
{
    enum { CIRCLED_1 = 0x2460, CIRCLED_20 = 0x2473, ROMAN_1 = 0x2160, ROMAN_12 = 0x216B };

    if (code >= CIRCLED_1 && code <= CIRCLED_20) {
        return code - CIRCLED_1 + 1;
    }
    return code >= ROMAN_1 && code <= ROMAN_12 ? code - ROMAN_1 + 1 : 0;
}

static void normalise(struct str *out, const char *text)
{
    enum { FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5D, REPLACEMENT = 0xFFFD };

    str_add(out, "%s", "");
    uint32_t code = 0;
    while ((code = str_next_utf8(&text))) {
        size_t row = 0;
        size_t rows = sizeof same / sizeof *same;
        while (row < rows && same[row].code != code) {
            row++;
        }
        if (row < rows) {
            str_add(out, "%s", same[row].text);
        } else if (enclosed_number(code) > 0) {
            str_add(out, " %u, ", (unsigned)enclosed_number(code));
        } else if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) {
            add_code(out, code - FULL_WIDTH_FIRST + '!');
        } else if (code != REPLACEMENT && (code >= ' ' || code == '\n') && code != 0x7F) {
            add_code(out, code);
        }
    }
}

static bool is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0x20000 && code <= 0x323AF) || (code >= 0xF900 && code <= 0xFAFF) ||
           code == 0x3007;
}

static bool is_capital(uint32_t code)
{
    return code >= 'A' && code <= 'Z';
}

/* Of the Latin alphabet, with its accents. */
static bool is_letter(uint32_t code)
{
    return is_capital(code) || (code >= 'a' && code <= 'z') ||
           (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

static uint32_t code_at(const char *text)
{
    return str_next_utf8(&text);
}

/* "Dunant's" is one word, "sign-up" two; so are "tty" and "USB" of "ttyUSB0". */
static const char *take_word(const char *text, struct item *item)
{
    const char *at = text;
    int capitals = 0;
    int letters = 0;
    bool has_vowel = false;
    uint32_t code = 0;
    while (is_letter(code = code_at(at)) ||
           (code == '\'' && is_letter(code_at(at + 1)))) {
        bool all_capital = letters > 1 && capitals == letters;
        if (all_capital && code == 's' && !is_letter(code_at(at + 1))) {
            at++; /* "AEDs" */
            break;
        }
        if (letters > 0 && is_capital(code) && capitals < letters) {
            break;
        }
        has_vowel = has_vowel || strchr("aeiouyAEIOUY", (int)(code < 0x80 ? code : 'a'));
        capitals += is_capital(code);
        letters += code != '\'';
        str_next_utf8(&at);
    }
    bool is_abbreviation = letters > 1 && capitals == letters;
    item->kind = is_abbreviation || !has_vowel ? ITEM_LETTERS : ITEM_WORD;
    return at;
}

/* What may stand in front of the sign of a number: "-5" is one, "2-5" and "sign-5"
 * not. */
static bool may_have_sign(const struct items *items)
{
    if (items->count == 0) {
        return true;
    }
    const struct item *last = &items->items[items->count - 1];
    return last->kind == ITEM_SPACE || last->kind == ITEM_LINE ||
           (last->kind == ITEM_MARK && last->code != '-' && last->code != '/');
}

static enum number_sign sign_of(uint32_t code)
{
    switch (code) {
    case '+': return SIGN_PLUS;
    case '-':
    case 0x2212: return SIGN_MINUS;
    case 0xB1: return SIGN_PLUS_MINUS;
    default: return SIGN_NONE;
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "-5", "±2", "¥50": a mark that belongs to the number behind it. NULL when it does
 * not. */
static const char *take_signed(const struct items *items, const char *text,
                               struct item *item)
{
    const char *behind = text;
    uint32_t code = str_next_utf8(&behind);
    enum number_sign sign = sign_of(code);
    size_t length = 0;
    bool is_money = code == 0xA5 || code == 0x20AC || code == '$';
    if (!is_digit(*behind) ||
        (!is_money && (sign == SIGN_NONE || !may_have_sign(items)))) {
        return NULL;
    }
    const char *end = numbers_take(behind, item);
    if (is_money) {
        item->unit = unit_at(text, &length);
    }
    item->numbers[0].sign = sign;
    return item->kind == ITEM_NUMBER || (is_money && item->kind == ITEM_RANGE) ? end
                                                                               : NULL;
}

static bool is_alone(const struct items *items, const char *behind)
{
    behind += strspn(behind, " ");
    const struct item *last = items->count ? &items->items[items->count - 1] : NULL;
    bool begins = !last || last->kind == ITEM_LINE || last->kind == ITEM_MARK;
    return begins && (*behind == '\0' || *behind == '\n' || *behind == ')');
}

/* A unit without a number. NULL when it is a word. */
static const char *take_bare_unit(const struct items *items, const char *text,
                                  struct item *item)
{
    size_t length = 0;
    const struct unit *unit = unit_at(text, &length);
    if (!unit || unit->place == UNIT_BEHIND ||
        (unit->place == UNIT_ALONE && !is_alone(items, text + length))) {
        return NULL;
    }
    item->kind = ITEM_UNIT;
    item->unit = unit;
    return text + length;
}

static const char *take_item(const struct items *items, const char *text,
                             struct item *item)
{
    if (is_digit(*text)) {
        return numbers_take(text, item);
    }
    const char *end = take_signed(items, text, item);
    if (!end) {
        *item = (struct item){0};
        end = take_bare_unit(items, text, item);
    }
    if (end) {
        return end;
    }
    end = text;
    item->code = str_next_utf8(&end);
    if (is_letter(item->code)) {
        return take_word(text, item);
    }
    item->kind = is_han(item->code)   ? ITEM_HAN
                 : item->code == ' '  ? ITEM_SPACE
                 : item->code == '\n' ? ITEM_LINE
                                      : ITEM_MARK;
    return end;
}

void items_make(struct items *items, const char *text)
{
    *items = (struct items){0};
    normalise(&items->text, text);
    /* No item is shorter than a byte. */
    items->items = calloc(items->text.length + 1, sizeof *items->items);
    assert(items->items);
    const char *at = items->text.text;
    while (*at) {
        struct item *item = &items->items[items->count];
        const char *end = take_item(items, at, item);
        assert(end > at);
        item->begin = (size_t)(at - items->text.text);
        item->end = (size_t)(end - items->text.text);
        items->count++;
        at = end;
    }
}

void items_free(struct items *items)
{
    str_free(&items->text);
    free(items->items);
    *items = (struct items){0};
}

const char *item_rest(const struct items *items, const struct item *item)
{
    const char *rest = items->text.text + item->end;
    return rest + strspn(rest, " ");
}

bool item_is_before(const struct items *items, const struct item *item, const char *words)
{
    return str_starts(item_rest(items, item), words);
}

bool item_is_behind(const struct items *items, const struct item *item, const char *words)
{
    size_t length = strlen(words);
    size_t end = item->begin;
    while (end > 0 && items->text.text[end - 1] == ' ') {
        end--;
    }
    return end >= length && memcmp(items->text.text + end - length, words, length) == 0;
}
