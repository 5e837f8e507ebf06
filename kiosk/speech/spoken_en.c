/* SPDX-License-Identifier: MIT */
/* English: numerals in words, units in one or many, years in pairs, dates. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "speech/en.h"
#include "speech/tongue.h"
#include "speech/units.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

/* Written in capitals, said as words. */
static const struct {
    const char *letters, *word;
} said_as_words[] = {
    {"PIN", "pin"}, {"JSON", "Jason"}, {"STOP", "stop"}, {"HELP", "help"},
    {"NOT", "not"}, {"DO", "do"},      {"NO", "no"},     {"YES", "yes"},
    {"ON", "on"},   {"OFF", "off"},    {"PUSH", "push"}, {"CALL", "call"},
    {"GO", "go"},   {"AND", "and"},    {"OR", "or"},
};

/* A number behind these is an amount, one in front of those as well. */
static const char *const before_amount[] = {
    "than",  "over",  "under", "about", "least", "most",  "around",  "nearly", "almost",
    "above", "below", "to",    "up to", "by",    "times", "×",       "x",      "plus",
    "minus", "every", "each",  "first", "last",  "of",    "between", NULL,
};
static const char *const behind_amount[] = {
    "to ",      "times",        "a minute", "per ",    "people",  "children", "men ",
    "women",    "or more",      "and more", "or less", "%",       "×",        "baud",
    "pushes",   "compressions", "breaths",  "points",  "seconds", "minutes",  "hours",
    "days",     "years",        "/",        "metres",  "beats",   "visitors", "visits",
    "readings", "lines",        "degrees",  NULL,
};

/* A sentence with one of these speaks of amounts. */
static const char *const amount_words[] = {
    "How many", "how many", "many ", "minute", "rate",      "Rate",  "speed",
    "mean ",    "average",  "score", "Score",  "number of", "depth", "Depth",
    "Aim ",     "Pushes",   "total", "Visits", NULL,
};

static const char *const before_telephone[] = {
    "call",       "Call",      "calls",     "called",  "calling", "dial",
    "Dial",       "dialled",   "ring",      "Ring",    "phone",   "Phone",
    "hang up on", "telephone", "number is", "hotline", "written", NULL,
};
static const char *const behind_telephone[] = {"answers", "answer", "dispatcher",
                                               "operator", NULL};

/* Doors have numbers that are read digit by digit, as telephones have. */
static const char *const before_room[] = {
    "room", "Room", "flat",      "Flat", "apartment", "Apartment",
    "ward", "Ward", "classroom", "unit", "Unit",      NULL,
};

/* A word behind a year that ends in s and yet counts nothing. */
static const char *const verbs[] = {"was ", "is ",   "has ", "saw ",
                                    "as ",  "this ", "its ", NULL};

/* The month whose name begins at `text`; -1. */
static int month_at(const char *text)
{
    for (int i = 0; i < 12; i++) {
        size_t length = strlen(months[i]);
        if (strncmp(text, months[i], length) == 0 &&
            !(text[length] >= 'a' && text[length] <= 'z')) {
            return i;
        }
    }
    return -1;
}

/* Whether the word behind counts something: "2000 visitors". */
static bool is_before_many(const struct items *items, const struct item *item)
{
    const char *word = item_rest(items, item);
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz");
    return word > items->text.text + item->end && length > 2 && word[length - 1] == 's' &&
           !is_before_any(items, item, verbs);
}

static bool is_amount(const struct items *items, const struct item *item)
{
    return is_before_many(items, item) || is_before_any(items, item, behind_amount) ||
           is_behind_any(items, item, before_amount);
}

static bool is_telephone(const struct items *items, const struct item *item)
{
    const char *digits = item->numbers[0].whole;
    if (!is_plain(item)) {
        return false;
    }
    if (is_before_any(items, item, behind_telephone) && is_known_telephone(digits)) {
        return true;
    }
    if (is_amount(items, item)) {
        return false;
    }
    if (is_behind_any(items, item, before_telephone)) {
        return is_known_telephone(digits) || is_named_number(digits) ||
               strlen(digits) >= 5;
    }
    return is_known_telephone(digits) && !is_sentence_with(items, item, amount_words);
}

static bool is_room(const struct items *items, const struct item *item)
{
    return is_plain(item) && strlen(item->numbers[0].whole) >= 3 &&
           is_behind_any(items, item, before_room) && !is_amount(items, item);
}

static bool is_year(const struct items *items, const struct item *item, int i)
{
    const struct number *number = &item->numbers[i];
    int year = atoi(number->whole);
    if (strlen(number->whole) != 4 || number->fraction[0] || number->grouped ||
        number->sign || number->ordinal || item->unit || item->per) {
        return false;
    }
    /* Of a range both ends are years, or neither is. */
    int first = atoi(item->numbers[0].whole);
    return year >= 1800 && year < 2100 && first >= 1800 && first < 2100 &&
           !is_amount(items, item) && !is_sentence_with(items, item, amount_words);
}

/* Whether `word`, in small or capital letters, ends in front of `end` and a space. */
static bool is_behind_word(const char *text, size_t end, const char *word)
{
    size_t length = strlen(word);
    return end > length && text[end - 1] == ' ' &&
           strncasecmp(text + end - 1 - length, word, length) == 0 &&
           (end - 1 == length || text[end - 2 - length] == ' ' ||
            text[end - 2 - length] == '\n');
}

/* "a 50 mm gauge block" has one millimetre, "fifty millimetres". */
static bool is_one(const struct items *items, const struct item *item)
{
    static const char *const articles[] = {"a", "an", "each", "every", "this", "that"};
    const char *text = items->text.text;
    bool is_behind_article = false;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        is_behind_article =
            is_behind_article || is_behind_word(text, item->begin, articles[i]);
    }
    const struct number *number = &item->numbers[item->count - 1];
    bool single =
        item->count == 1 && str_equal(number->whole, "1") && !number->fraction[0];
    bool before_noun = *item_rest(items, item) >= 'a' && *item_rest(items, item) <= 'z';
    return single || (before_noun && is_behind_article);
}

static void put_unit(struct saying *s, const struct item *item)
{
    bool one = is_one(s->items, item);
    if (item->unit) {
        en_put(s, one ? item->unit->one : item->unit->many);
    }
    if (item->per) {
        en_put(s, "per");
        en_put(s, item->per->one);
    }
}

/* The day of "24 June", said as "the twenty-fourth of June". */
static bool is_day(const struct items *items, const struct item *item)
{
    int day = atoi(item->numbers[0].whole);
    return is_plain(item) && day >= 1 && day <= 31 &&
           month_at(item_rest(items, item)) >= 0;
}

/* The day of "June 24". */
static bool is_day_behind_month(const struct items *items, const struct item *item)
{
    int day = atoi(item->numbers[0].whole);
    bool is_behind = false;
    for (int i = 0; i < 12; i++) {
        is_behind = is_behind || item_is_behind(items, item, months[i]);
    }
    return is_plain(item) && day >= 1 && day <= 31 && is_behind;
}

static size_t say_amount(struct saying *s, const struct item *item)
{
    const char *digits = item->numbers[0].whole;
    if (is_telephone(s->items, item) || is_room(s->items, item)) {
        en_put_digits(s, digits, strlen(digits));
        return 0;
    }
    if (is_day(s->items, item)) {
        en_put(s, item_is_behind(s->items, item, "the") ? "" : "the");
        en_put_whole(s, digits);
        en_make_ordinal(s);
        en_put(s, "of");
        return 0;
    }
    if (is_day_behind_month(s->items, item)) {
        en_put(s, "the");
        en_put_whole(s, digits);
        en_make_ordinal(s);
        return 0;
    }
    for (int i = 0; i < item->count; i++) {
        en_put(s, i > 0 ? "to" : "");
        if (is_year(s->items, item, i)) {
            en_put_year(s, item->numbers[i].whole);
        } else {
            en_put_number(s, &item->numbers[i]);
        }
    }
    put_unit(s, item);
    return 0;
}

static void say_numbers(struct saying *s, const struct item *item, const char *between)
{
    for (int i = 0; i < item->count; i++) {
        en_put(s, i > 0 ? between : "");
        en_put_number(s, &item->numbers[i]);
    }
}

/* "a half", "three quarters", "two fifths"; blood pressure is 120 over 80. */
static size_t say_fraction(struct saying *s, const struct item *item)
{
    int above = atoi(item->numbers[0].whole);
    int below = atoi(item->numbers[1].whole);
    if (above >= below || below < 2) {
        say_numbers(s, item, "over");
        return 0;
    }
    en_put_number(s, &item->numbers[0]);
    if (below == 2 || below == 4) {
        en_put(s, below == 2 ? "half" : "quarter");
    } else {
        en_put_whole(s, item->numbers[1].whole);
        en_make_ordinal(s);
    }
    str_add(s->out, "%s", above > 1 ? "s" : "");
    return 0;
}

static size_t say_date(struct saying *s, const struct item *item)
{
    const char *month = months[atoi(item->numbers[1].whole) - 1];
    if (item->count == 3) {
        en_put(s, "the");
        en_put_whole(s, item->numbers[2].whole);
        en_make_ordinal(s);
        en_put(s, "of");
    }
    en_put(s, month);
    en_put_year(s, item->numbers[0].whole);
    return 0;
}

static size_t say_time(struct saying *s, const struct item *item)
{
    en_put_whole(s, item->numbers[0].whole);
    for (int i = 1; i < item->count; i++) {
        int value = atoi(item->numbers[i].whole);
        if (value == 0 && item->count == 2) {
            en_put(s, "o'clock");
            return 0;
        }
        en_put(s, value < 10 ? "oh" : "");
        en_put_whole(s, item->numbers[i].whole);
    }
    return 0;
}

static const char *slash(const struct items *items, size_t index)
{
    const struct item *item = &items->items[index];
    size_t length = 0;
    if (is_path_slash_at(items, index)) {
        return "slash";
    }
    if (unit_at(items->text.text + item->end, &length)) {
        return "per";
    }
    return index > 0 && (item[-1].kind == ITEM_WORD || item[-1].kind == ITEM_LETTERS)
               ? "or"
               : "";
}

static const char *mark(const struct items *items, size_t index)
{
    const struct item *item = &items->items[index];
    bool is_before_number = index + 1 < items->count && is_numeric(&item[1]);
    if (is_quoted_dash_at(items, index)) {
        return "a dash";
    }
    if (is_to_at(items, index)) {
        return "to";
    }
    if (is_decimal_dot_at(items, index)) {
        return "zero point";
    }
    if (is_dot_said_at(items, index)) {
        return "dot";
    }
    switch (item->code) {
    case '/': return slash(items, index);
    case '+': return item_rest(items, item)[0] > ' ' ? "plus" : "or more";
    case '=': return "equals";
    case '<': return "less than";
    case '>': return "greater than";
    case '~':
    case 0xFF5E: return is_before_number ? "about" : "";
    case '#': return is_before_number ? "number" : "hash";
    case '&': return "and";
    case '@': return "at";
    case '%': return "percent";
    case 0xB0: return "degrees";
    case 0xD7: return "times";
    case 0xF7: return "divided by";
    case 0x221A: return "the root of";
    case 0x2248: return "about";
    case 0x2260: return "not equal to";
    case 0x2264: return "at most";
    case 0x2265: return "at least";
    case 0x2212: return is_before_number ? "minus" : "";
    default: return "";
    }
}

/* The unit behind a slash that stands alone, "/min": per minute. Bytes that are said. */
static size_t say_mark(struct saying *s, size_t index)
{
    const struct item *item = &s->items->items[index];
    const char *name = mark(s->items, index);
    size_t length = 0;
    en_put(s, name);
    if (item->code == '/' && str_equal(name, "per")) {
        en_put(s, unit_at(s->items->text.text + item->end, &length)->one);
    }
    return length;
}

static void say_letters(struct saying *s, const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof said_as_words / sizeof *said_as_words; i++) {
        if (strlen(said_as_words[i].letters) == length &&
            memcmp(said_as_words[i].letters, text, length) == 0) {
            en_put(s, said_as_words[i].word);
            return;
        }
    }
    for (size_t i = 0; i < length; i++) {
        char letter =
            text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
        if (i > 1 && i + 1 == length && text[i] == 's') {
            str_add(s->out, "'s");
        } else if (letter >= 'A' && letter <= 'Z') {
            say_apart(s, &letter, 1);
        }
    }
}

/* "No. 3" is number three, "Dr." a doctor. Bytes with the full stop; 0 for other
 * words. */
static size_t say_short(struct saying *s, const struct item *item)
{
    static const struct {
        const char *written, *said;
    } words[] = {{"Dr.", "doctor"},   {"Mr.", "mister"},    {"Mrs.", "missis"},
                 {"St.", "saint"},    {"vs.", "versus"},    {"approx.", "about"},
                 {"max.", "maximum"}, {"min.", "minimum"},  {"e.g.", "for example"},
                 {"i.e.", "that is"}, {"etc.", "and so on"}};

    const char *text = s->items->text.text + item->begin;
    if (str_starts(text, "No.") &&
        strspn(text + 3, " 0123456789") > strspn(text + 3, " ")) {
        en_put(s, "number"); /* and not "No." */
        return strlen("No.");
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_starts(s->items->text.text + item->begin, words[i].written)) {
            en_put(s, words[i].said);
            return strlen(words[i].written);
        }
    }
    return 0;
}

static size_t say_word(struct saying *s, const struct item *item)
{
    const char *word = s->items->text.text + item->begin;
    size_t length = item->end - item->begin;
    size_t taken = say_short(s, item);
    if (taken > 0) {
        return taken > length ? taken - length : 0;
    }
    if (item->kind == ITEM_LETTERS) {
        say_letters(s, word, length);
    } else {
        say_apart(s, word, length);
    }
    return 0;
}

static size_t say_ratio(struct saying *s, const struct item *item)
{
    say_numbers(s, item, "to");
    return 0;
}

static size_t say_digits(struct saying *s, const struct item *item)
{
    en_put_digits(s, s->items->text.text + item->begin, item->end - item->begin);
    return 0;
}

static size_t say_unit(struct saying *s, const struct item *item)
{
    en_put(s, item->unit->many);
    return 0;
}

/* Han characters no voice of English says. */
const struct tongue en_tongue = {
    .say = {[ITEM_WORD] = say_word,
            [ITEM_LETTERS] = say_word,
            [ITEM_NUMBER] = say_amount,
            [ITEM_RANGE] = say_amount,
            [ITEM_RATIO] = say_ratio,
            [ITEM_FRACTION] = say_fraction,
            [ITEM_DATE] = say_date,
            [ITEM_TIME] = say_time,
            [ITEM_DIGITS] = say_digits,
            [ITEM_UNIT] = say_unit},
    .say_mark = say_mark,
};
