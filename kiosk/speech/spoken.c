/* SPDX-License-Identifier: MIT */
#include "speech/spoken.h"

#include <string.h>

#include "base/str.h"
#include "speech/tongue.h"
#include "speech/units.h"

/* One row a language: what its voice understands as a pause, and who says its items. */
static const struct {
    const char *locale;
    const char *marks[PAUSES];
    const struct tongue *tongue;
} tongues[] = {
    {"zh", {"", "，", "。", "？", "！"}, &zh_tongue},
    {"en", {"", ",", ".", "?", "!"}, &en_tongue},
};

/* China's numbers for help and for asking, and what help has elsewhere. */
static const char *const telephones[] = {
    "110",   "112",   "114",   "119",   "120",   "122",   "911",
    "999",   "12110", "12119", "12120", "12122", "12320", "12345",
    "12348", "12355", "12356", "12395", "95598", "96120",
};

bool is_known_telephone(const char *digits)
{
    for (size_t i = 0; i < sizeof telephones / sizeof *telephones; i++) {
        if (str_equal(digits, telephones[i])) {
            return true;
        }
    }
    return false;
}

/* 20 November, the day of heart attacks, is named after what to do: 1-120. */
bool is_named_number(const char *digits)
{
    return str_equal(digits, "1120");
}

bool is_numeric(const struct item *item)
{
    return item->kind >= ITEM_NUMBER && item->kind <= ITEM_DIGITS;
}

bool is_plain(const struct item *item)
{
    const struct number *number = &item->numbers[0];
    return item->kind == ITEM_NUMBER && number->sign == SIGN_NONE && !number->grouped &&
           !number->ordinal && !number->fraction[0] && !item->unit && !item->per;
}

bool is_before_any(const struct items *items, const struct item *item,
                   const char *const *words)
{
    for (; *words; words++) {
        if (item_is_before(items, item, *words)) {
            return true;
        }
    }
    return false;
}

bool is_behind_any(const struct items *items, const struct item *item,
                   const char *const *words)
{
    for (; *words; words++) {
        if (item_is_behind(items, item, *words)) {
            return true;
        }
    }
    return false;
}

bool is_sentence_with(const struct items *items, const struct item *item,
                      const char *const *words)
{
    size_t at = (size_t)(item - items->items);
    size_t first = at;
    size_t end = at + 1;
    while (first > 0 && pause_at(items, first - 1) < PAUSE_STOP) {
        first--;
    }
    while (end < items->count && pause_at(items, end) < PAUSE_STOP) {
        end++;
    }
    const char *text = items->text.text;
    for (; *words; words++) {
        const char *found = strstr(text + items->items[first].begin, *words);
        if (found && found < text + items->items[end - 1].end) {
            return true;
        }
    }
    return false;
}

static bool is_space(const struct item *item)
{
    return item->kind == ITEM_SPACE || item->kind == ITEM_LINE;
}

/* The items beside; NULL past an end. */
static const struct item *left_of(const struct items *items, size_t index)
{
    return index > 0 ? &items->items[index - 1] : NULL;
}

static const struct item *right_of(const struct items *items, size_t index)
{
    return index + 1 < items->count ? &items->items[index + 1] : NULL;
}

static bool is_word(const struct item *item)
{
    return item && (item->kind == ITEM_WORD || item->kind == ITEM_LETTERS ||
                    item->kind == ITEM_HAN || is_numeric(item));
}

/* A full stop inside a word ("e.g."), in front of decimals (".5") or behind the number
 * of a list ("3. Save it") ends no sentence. */
static enum pause pause_of_dot(const struct items *items, size_t index)
{
    const struct item *left = left_of(items, index);
    const struct item *right = right_of(items, index);
    if (right && !is_space(right) && right->kind != ITEM_MARK) {
        return PAUSE_NONE;
    }
    bool lists = left && is_numeric(left) && right && right->kind == ITEM_SPACE &&
                 (index == 1 || items->items[index - 2].kind == ITEM_LINE);
    return lists ? PAUSE_COMMA : PAUSE_STOP;
}

/* Two columns of a table: "10  44 mm" is not one number. */
static bool parts_numbers(const struct items *items, size_t index)
{
    const struct item *left = left_of(items, index);
    size_t next = index;
    while (next < items->count && items->items[next].kind == ITEM_SPACE) {
        next++;
    }
    return next > index && left && is_numeric(left) && next < items->count &&
           is_numeric(&items->items[next]);
}

enum pause pause_at(const struct items *items, size_t index)
{
    const struct item *item = &items->items[index];
    if (item->kind == ITEM_LINE || parts_numbers(items, index)) {
        return PAUSE_COMMA;
    }
    if (item->kind != ITEM_MARK) {
        return PAUSE_NONE;
    }
    switch (item->code) {
    case '.': return pause_of_dot(items, index);
    case 0x3002: return PAUSE_STOP;
    case '?': return PAUSE_QUESTION;
    case '!': return PAUSE_CALL;
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '|':
    case 0xFF0C: /* ， */
    case 0x3001: /* 、 */
    case 0x2026: /* … */
    case 0x2014: /* — */
    case 0x2190: /* ← and its like */
    case 0x2192:
    case 0x21D2:
    case 0x3010: /* 【】 */
    case 0x3011: return PAUSE_COMMA;
    case 0xB7:   /* · between names is silent, and so is one in front */
    case 0x2022: /* • */
    case 0x30FB:
    case '-':
    case 0x2013: {
        const struct item *left = left_of(items, index);
        const struct item *right = right_of(items, index);
        bool apart = left && right && is_space(left) && is_space(right);
        return apart && !is_quoted_dash_at(items, index) ? PAUSE_COMMA : PAUSE_NONE;
    }
    default: return PAUSE_NONE;
    }
}

bool is_to_at(const struct items *items, size_t index)
{
    const struct item *left = left_of(items, index);
    const struct item *right = right_of(items, index);
    uint32_t code = items->items[index].code;
    bool is_dash = code == 0x2013 || code == '~' || code == 0xFF5E || code == 0x223C;
    bool between = is_word(left) && is_word(right);
    if (!between || is_dash) {
        return between;
    }
    if ((code != '-' && code != 0x2014 && code != 0x2212) || !is_numeric(right)) {
        return false;
    }
    for (size_t back = 1; back <= 3 && back <= index; back++) {
        if (is_numeric(&items->items[index - back])) {
            return true;
        }
    }
    return false;
}

bool is_quoted_dash_at(const struct items *items, size_t index)
{
    const struct item *left = left_of(items, index);
    const struct item *right = right_of(items, index);
    uint32_t code = items->items[index].code;
    bool is_dash = code == '-' || code == 0x2013 || code == 0x2014 || code == 0x2212;
    return is_dash && left && right && left->kind == ITEM_MARK &&
           right->kind == ITEM_MARK &&
           (left->code == 0x201C || left->code == '"' || left->code == 0x300C) &&
           (right->code == 0x201D || right->code == '"' || right->code == 0x300D);
}

static bool may_be_of_path(const struct item *item)
{
    if (item->kind == ITEM_MARK) {
        return strchr("/.-_~", (int)(item->code < 0x80 ? item->code : '?'));
    }
    return !is_space(item) && item->kind != ITEM_HAN;
}

bool is_dot_said_at(const struct items *items, size_t index)
{
    const struct item *left = left_of(items, index);
    const struct item *right = right_of(items, index);
    if (items->items[index].code != '.' || !left || !right) {
        return false;
    }
    bool is_name = right->kind == ITEM_WORD || right->kind == ITEM_LETTERS;
    bool is_behind =
        left->kind == ITEM_WORD || left->kind == ITEM_LETTERS || is_numeric(left);
    return is_name && is_behind && right->end - right->begin > 1;
}

bool is_decimal_dot_at(const struct items *items, size_t index)
{
    const struct item *left = left_of(items, index);
    const struct item *right = right_of(items, index);
    return items->items[index].code == '.' && right && is_numeric(right) &&
           !is_word(left);
}

bool is_path_slash_at(const struct items *items, size_t index)
{
    if (items->items[index].kind != ITEM_MARK || items->items[index].code != '/') {
        return false;
    }
    /* Back to where the path begins. */
    while (index > 0 && may_be_of_path(&items->items[index - 1])) {
        index--;
    }
    const struct item *first = &items->items[index];
    const struct item *next = right_of(items, index);
    return first->kind == ITEM_MARK && (first->code == '/' || first->code == '~') &&
           next && (next->kind == ITEM_WORD || next->kind == ITEM_LETTERS);
}

static bool ends_with(const struct saying *saying, const char *mark)
{
    const struct str *out = saying->out;
    size_t length = strlen(mark);
    return length > 0 && out->length >= saying->start + length &&
           memcmp(out->text + out->length - length, mark, length) == 0;
}

static void cut(struct str *out, size_t length)
{
    out->length = length;
    if (out->text) {
        out->text[length] = '\0';
    }
}

static enum pause pause_there(const struct saying *saying)
{
    for (enum pause pause = PAUSE_COMMA; pause < PAUSES; pause++) {
        if (ends_with(saying, saying->marks[pause])) {
            return pause;
        }
    }
    return PAUSE_NONE;
}

bool is_after_pause(const struct saying *saying)
{
    return saying->out->length == saying->start || pause_there(saying) != PAUSE_NONE;
}

void say_pause(struct saying *saying, enum pause pause)
{
    struct str *out = saying->out;
    while (out->length > saying->start && out->text[out->length - 1] == ' ') {
        cut(out, out->length - 1);
    }
    enum pause there = pause_there(saying);
    if (out->length == saying->start || pause <= there) {
        return;
    }
    cut(out, out->length - strlen(saying->marks[there]));
    str_add(out, "%s", saying->marks[pause]);
}

void say_apart(struct saying *saying, const char *words, size_t length)
{
    struct str *out = saying->out;
    bool is_first = out->length == saying->start || out->text[out->length - 1] == ' ';
    /* Behind "，" there is room enough. */
    bool is_wide =
        !is_first && (out->text[out->length - 1] & 0x80) && is_after_pause(saying);
    if (!is_first && !is_wide) {
        str_add(out, " ");
    }
    str_add_bytes(out, words, length);
}

/* A mark or a space: a pause, or what the language calls it. */
static size_t say_between(struct saying *s, const struct tongue *tongue, size_t index)
{
    enum pause pause = is_to_at(s->items, index) ? PAUSE_NONE : pause_at(s->items, index);
    if (pause != PAUSE_NONE && !is_quoted_dash_at(s->items, index)) {
        say_pause(s, pause);
        return 0;
    }
    return s->items->items[index].kind == ITEM_MARK ? tongue->say_mark(s, index) : 0;
}

static void say_items(struct saying *s, const struct tongue *tongue)
{
    size_t said = 0; /* bytes of the text that have been said */
    for (size_t i = 0; i < s->items->count; i++) {
        const struct item *item = &s->items->items[i];
        if (item->begin < said) {
            continue;
        }
        said = item->end;
        if (tongue->say[item->kind]) {
            said += tongue->say[item->kind](s, item);
        }
        if (item->kind >= ITEM_MARK) {
            said += say_between(s, tongue, i);
        }
    }
}

void spoken_words(const char *locale, const char *text, struct str *out)
{
    for (size_t i = 0; i < sizeof tongues / sizeof *tongues; i++) {
        size_t length = strlen(tongues[i].locale);
        if (strncmp(locale, tongues[i].locale, length) != 0 ||
            (locale[length] != '\0' && locale[length] != '-')) {
            continue;
        }
        struct items items;
        struct saying saying = {&items, tongues[i].marks, out, out->length};
        items_make(&items, text);
        say_items(&saying, tongues[i].tongue);
        items_free(&items);
        /* Nothing follows that a comma would part. */
        if (ends_with(&saying, saying.marks[PAUSE_COMMA])) {
            cut(out, out->length - strlen(saying.marks[PAUSE_COMMA]));
        }
        return;
    }
    str_add(out, "%s", text);
}
