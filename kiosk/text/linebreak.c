/* SPDX-License-Identifier: MIT */
#include "text/linebreak.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>

#include "base/err.h"
#include "base/str.h"

/* Marks that never begin a line, and marks that never end one. */
static const char no_start[] =
    "，。！？、；：）》〉」』】〕〗”’…—～·％‰℃°‧•,.!?:;)]}%/／";
static const char no_end[] = "（《〈「『【〔〖“‘([{￥¥$№＃#";
/* Signs that belong to the number after them. */
static const char signs[] = "≥≤<>≈±＋+−-－~～×÷@约第";
/* What may stand between the digits of one number, one range or one ratio. */
static const char joiners[] = ".,:：/／-–—~～×*";
/* Words of grammar that are said with the word before them. */
static const char particles[] = "的了着吗呢吧啊呀嘛们地得";
static const char numerals[] = "一二三四五六七八九十百千万亿两零〇几半";

/* Whoever calls: its number is said with it, 打120, and stands beside it. */
static const char *const calling[] = {
    "打", "拨", "叫", "喊", "找", "呼叫", "打给", "打通", "致电", "联系", "求助",
};

/* Units and counters that a number keeps beside it, with or without a space. */
static const char *const units[] = {
    "毫米", "厘米", "公里", "千米", "米",      "毫升",    "升",    "公斤", "千克", "毫克",
    "克",   "斤",   "牛",   "焦耳", "伏",      "小时",    "分钟",  "分",   "秒",   "周岁",
    "岁",   "年",   "月",   "日",   "天",      "次",      "个",    "人",   "名",   "课",
    "台",   "例",   "倍",   "步",   "度",      "点",      "组",    "轮",   "遍",   "下",
    "题",   "道",   "层",   "楼",   "号",      "条",      "元",    "万",   "亿",   "千",
    "百",   "页",   "块",   "所",   "家",      "位",      "只",    "项",   "类",   "级",
    "cm",   "mm",   "km",   "m",    "kg",      "g",       "mg",    "ml",   "mL",   "L",
    "l",    "s",    "ms",   "min",  "h",       "N",       "J",     "kJ",   "V",    "Hz",
    "%",    "cpm",  "in",   "lb",   "seconds", "minutes", "times",
};

/* One character with its neighbours, as the rules below see it. */
struct spot {
    const char *text;
    const char *end;
    const char *at; /* a break is asked for just before this byte */
};

static bool has(const char *set, uint32_t code)
{
    while (*set) {
        if (str_next_utf8(&set) == code) {
            return true;
        }
    }
    return false;
}

static uint32_t code_at(const char *at, const char *end)
{
    return at < end ? str_next_utf8(&at) : 0;
}

static const char *step_back(const char *text, const char *at)
{
    do {
        at--;
    } while (at > text && ((unsigned char)*at & 0xC0) == 0x80);
    return at;
}

static uint32_t code_before(const char *text, const char *at)
{
    return at > text ? code_at(step_back(text, at), at) : 0;
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

static bool is_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

static bool is_hanzi(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

/* Length of the unit that starts here, 0 when none does. A Latin unit is a whole word. */
static size_t unit_at(const char *at, const char *end)
{
    size_t best = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]);
        if (length > best && length <= (size_t)(end - at) &&
            memcmp(at, units[i], length) == 0 &&
            !(is_letter((unsigned char)*at) && is_letter(code_at(at + length, end)))) {
            best = length;
        }
    }
    return best;
}

/* Whether a number ends just before `at`, spaces aside: digits, or 第 and a numeral. */
static bool number_before(const char *text, const char *at)
{
    while (at > text && at[-1] == ' ') {
        at--;
    }
    if (is_digit(code_before(text, at))) {
        return true;
    }
    const char *start = at;
    while (start > text && has(numerals, code_before(text, start))) {
        start = step_back(text, start);
    }
    return start < at && code_before(text, start) == 0x7B2C; /* 第 */
}

/* Whether `at` lies inside or at the start of a unit that belongs to a number. */
static bool unit_of_number(const struct spot *spot)
{
    if (number_before(spot->text, spot->at)) {
        return unit_at(spot->at, spot->end) > 0;
    }
    const char *start = spot->at;
    for (int back = 0; back < 2 && start > spot->text; back++) {
        start = step_back(spot->text, start);
        if (start + unit_at(start, spot->end) > spot->at &&
            number_before(spot->text, start)) {
            return true;
        }
    }
    return false;
}

static bool is_called(const struct spot *spot)
{
    for (size_t i = 0; i < sizeof calling / sizeof *calling; i++) {
        size_t length = strlen(calling[i]);
        if ((size_t)(spot->at - spot->text) >= length &&
            memcmp(spot->at - length, calling[i], length) == 0) {
            return true;
        }
    }
    return false;
}

static bool number_stays_whole(const struct spot *spot)
{
    uint32_t before = code_before(spot->text, spot->at);
    uint32_t after = code_at(spot->at, spot->end);
    if (is_digit(after) && (is_digit(before) || has(signs, before) || is_called(spot))) {
        return true;
    }
    /* 120 | – | 130, 30 | : | 2 */
    if (is_digit(before) && has(joiners, after)) {
        const char *next = spot->at;
        str_next_utf8(&next);
        return is_digit(code_at(next, spot->end));
    }
    if (is_digit(after) && has(joiners, before)) {
        const char *sign = step_back(spot->text, spot->at);
        return is_digit(code_before(spot->text, sign));
    }
    /* 第 | 十 | 二 */
    if (has(numerals, after) && before != ' ' &&
        (before == 0x7B2C || number_before(spot->text, spot->at))) {
        return true;
    }
    return unit_of_number(spot);
}

static bool mark_forbids(const struct spot *spot)
{
    uint32_t before = code_before(spot->text, spot->at);
    uint32_t after = code_at(spot->at, spot->end);
    if (has(no_end, before) || has(no_start, after)) {
        return true;
    }
    /* 次 | / | 分 */
    return (before == '/' || before == 0xFF0F) && is_hanzi(after);
}

/* ---- the rules of Unicode ------------------------------------------------------- */

struct linebreaker {
    UBreakIterator *rules[2]; /* English and what is like it, Chinese */
    UBreakIterator *dictionary;
    UText text;
    char **kept; /* words of our own, in byte order */
    size_t kept_count;
};

static void forget_kept(struct linebreaker *breaker)
{
    for (size_t i = 0; i < breaker->kept_count; i++) {
        free(breaker->kept[i]);
    }
    free(breaker->kept);
    breaker->kept = NULL;
    breaker->kept_count = 0;
}

struct linebreaker *linebreak_open(void)
{
    static const char *const locales[] = {"en", "zh"};
    struct linebreaker *breaker = calloc(1, sizeof *breaker);
    UErrorCode error = U_ZERO_ERROR;
    for (int i = 0; breaker && i < 2; i++) {
        breaker->rules[i] = ubrk_open(UBRK_LINE, locales[i], NULL, 0, &error);
    }
    if (breaker) {
        breaker->dictionary = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
    }
    if (!breaker || U_FAILURE(error)) {
        err_set("text: the rules of line breaking do not open: %s; install the package "
                "libicu72 again",
                breaker ? u_errorName(error) : "no memory");
        linebreak_close(breaker);
        return NULL;
    }
    breaker->text = (UText)UTEXT_INITIALIZER;
    return breaker;
}

void linebreak_close(struct linebreaker *breaker)
{
    if (breaker) {
        for (int i = 0; i < 2; i++) {
            ubrk_close(breaker->rules[i]);
        }
        ubrk_close(breaker->dictionary);
        forget_kept(breaker);
        utext_close(&breaker->text);
        free(breaker);
    }
}

static void set_text(struct linebreaker *breaker, UBreakIterator *rules, const char *text,
                     size_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&breaker->text, text, (int64_t)length, &error);
    ubrk_setUText(rules, &breaker->text, &error);
    assert(U_SUCCESS(error)); /* it fails only without memory */
}

/* Sets MAY after the last byte of what Unicode lets a line end with, NEVER elsewhere. */
static void ask_unicode(struct linebreaker *breaker, const char *text, size_t length,
                        bool chinese, enum linebreak *after)
{
    UBreakIterator *rules = breaker->rules[chinese];
    set_text(breaker, rules, text, length);
    for (size_t i = 0; i < length; i++) {
        after[i] = LINEBREAK_NEVER;
    }
    for (int32_t at = ubrk_next(rules); at != UBRK_DONE; at = ubrk_next(rules)) {
        after[at - 1] = LINEBREAK_MAY;
    }
}

/* ---- Chinese words -------------------------------------------------------------- */

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void linebreak_keep(struct linebreaker *breaker, const char *const *words, size_t count)
{
    forget_kept(breaker);
    breaker->kept = count > 0 ? calloc(count, sizeof *breaker->kept) : NULL;
    assert(breaker->kept || count == 0);
    for (size_t i = 0; i < count; i++) {
        breaker->kept[i] = strdup(words[i]);
        assert(breaker->kept[i]);
    }
    breaker->kept_count = count;
    if (count > 0) {
        qsort(breaker->kept, count, sizeof *breaker->kept, compare_words);
    }
}

static int compare_start(const char *word, const char *at, const char *end)
{
    size_t length = strlen(word);
    size_t left = (size_t)(end - at);
    int order = strncmp(word, at, length < left ? length : left);
    return order != 0 ? order : length > left;
}

/* Bytes of the longest word of our own that starts here; 0 when none does. In byte order
 * a word stands behind all that it begins with, so every start of `at` lies between the
 * words before and behind it. */
static size_t kept_at(const struct linebreaker *breaker, const char *at, const char *end)
{
    size_t low = 0;
    size_t high = breaker->kept_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_start(breaker->kept[middle], at, end) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    /* Words that share its first character stand just before; the longest comes first. */
    const char *next = at;
    str_next_utf8(&next);
    for (size_t i = low; i > 0; i--) {
        const char *word = breaker->kept[i - 1];
        if (compare_start(word, at, end) == 0) {
            return strlen(word);
        }
        if (strncmp(word, at, (size_t)(next - at)) != 0) {
            break;
        }
    }
    return 0;
}

/* Inside a word a line may end only where it has no other place. */
static void join(enum linebreak *after, size_t start, size_t end)
{
    for (size_t at = start + 1; at < end; at++) {
        if (after[at - 1] == LINEBREAK_MAY) {
            after[at - 1] = LINEBREAK_FORCE;
        }
    }
}

static void join_particle(const char *text, size_t start, size_t end,
                          enum linebreak *after)
{
    const char *at = text + start;
    if (start > 0 && has(particles, str_next_utf8(&at)) && at == text + end &&
        is_hanzi(code_before(text, text + start)) && after[start - 1] == LINEBREAK_MAY) {
        after[start - 1] = LINEBREAK_FORCE;
    }
}

static void keep_words(struct linebreaker *breaker, const char *text, size_t length,
                       enum linebreak *after)
{
    set_text(breaker, breaker->dictionary, text, length);
    size_t start = 0;
    for (int32_t end = ubrk_next(breaker->dictionary); end != UBRK_DONE;
         end = ubrk_next(breaker->dictionary)) {
        join(after, start, (size_t)end);
        join_particle(text, start, (size_t)end, after);
        start = (size_t)end;
    }
    for (const char *at = text; at < text + length;) {
        size_t word = kept_at(breaker, at, text + length);
        if (word == 0) {
            str_next_utf8(&at);
            continue;
        }
        start = (size_t)(at - text);
        join(after, start, start + word);
        at += word;
        /* What the dictionary took for one word with a part of this one is none. */
        if (start > 0 && after[start - 1] == LINEBREAK_FORCE) {
            after[start - 1] = LINEBREAK_MAY;
        }
        if (at < text + length && after[start + word - 1] == LINEBREAK_FORCE &&
            !has(particles, code_at(at, text + length))) {
            after[start + word - 1] = LINEBREAK_MAY;
        }
    }
}

void linebreak_find(struct linebreaker *breaker, const char *text, size_t length,
                    bool chinese, enum linebreak *after)
{
    if (length == 0) {
        return;
    }
    ask_unicode(breaker, text, length, chinese, after);
    keep_words(breaker, text, length, after);
    const char *end = text + length;
    for (const char *at = text; at < end;) {
        const char *next = at;
        str_next_utf8(&next);
        struct spot spot = {text, end, next};
        enum linebreak *last = &after[next - text - 1];
        if (next >= end) {
            *last = LINEBREAK_NEVER;
        } else if (*at == '\n') {
            *last = LINEBREAK_MUST;
        } else if (*next == '\n' || *next == ' ' || mark_forbids(&spot)) {
            *last = LINEBREAK_NEVER;
        } else if (*last != LINEBREAK_MAY || number_stays_whole(&spot)) {
            *last = LINEBREAK_FORCE;
        }
        at = next;
    }
}
