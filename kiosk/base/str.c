/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DISTANCE_MAX = 63 };

/* The number of bytes a cut at `size - 1` may keep without splitting a character. */
static size_t whole_characters(const char *text, size_t limit)
{
    while (limit > 0 && ((unsigned char)text[limit] & 0xC0) == 0x80) {
        limit--;
    }
    return limit;
}

bool str_copy(char *to, size_t size, const char *from)
{
    assert(size > 0);
    size_t length = strlen(from);
    bool fits = length < size;
    if (!fits) {
        length = whole_characters(from, size - 1);
    }
    memmove(to, from, length);
    to[length] = '\0';
    return fits;
}

bool str_format(char *to, size_t size, const char *format, ...)
{
    assert(size > 0);
    va_list args;
    va_start(args, format);
    int length = vsnprintf(to, size, format, args);
    va_end(args);
    return length >= 0 && (size_t)length < size;
}

bool str_equal(const char *a, const char *b)
{
    return *a == *b && strcmp(a, b) == 0; /* most that differ do so at once: no call */
}

bool str_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* Length and first payload bits of a sequence by its lead byte; 0 when it cannot lead. */
static int utf8_length(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* Levenshtein's distance, in which two letters that have changed places are one step. */
size_t str_distance(const char *a, const char *b)
{
    size_t rows[3][DISTANCE_MAX + 1]; /* the line at hand, and the two above it */
    size_t width = strnlen(b, DISTANCE_MAX);
    size_t height = strnlen(a, DISTANCE_MAX);
    for (size_t i = 0; i <= width; i++) {
        rows[0][i] = i;
    }
    for (size_t line = 1; line <= height; line++) {
        size_t *row = rows[line % 3];
        const size_t *above = rows[(line + 2) % 3];
        const size_t *higher = rows[(line + 1) % 3];
        row[0] = line;
        for (size_t i = 1; i <= width; i++) {
            size_t best = above[i - 1] + (a[line - 1] != b[i - 1]);
            best = above[i] + 1 < best ? above[i] + 1 : best;
            best = row[i - 1] + 1 < best ? row[i - 1] + 1 : best;
            bool mixed =
                line > 1 && i > 1 && a[line - 1] == b[i - 2] && a[line - 2] == b[i - 1];
            if (mixed && higher[i - 2] + 1 < best) {
                best = higher[i - 2] + 1;
            }
            row[i] = best;
        }
    }
    return rows[height % 3][width];
}

uint32_t str_next_utf8(const char **text)
{
    enum { REPLACEMENT = 0xFFFD };

    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)*text;
    if (bytes[0] == 0) {
        return 0;
    }
    int length = utf8_length(bytes[0]);
    uint32_t code = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> (length ? length : 7));
    for (int i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            length = 0;
            break;
        }
        code = code << 6 | (bytes[i] & 0x3Fu);
    }
    bool sound = length > 0 && code >= least[length] && code <= 0x10FFFF &&
                 !(code >= 0xD800 && code <= 0xDFFF);
    *text += sound ? length : 1;
    return sound ? code : REPLACEMENT;
}

bool str_is_utf8(const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        if (utf8_length((unsigned char)*text) > end - text) {
            return false;
        }
        uint32_t code = str_next_utf8(&text);
        bool replaced = code == 0xFFFD && text - start == 1;
        if (code == 0 || replaced) {
            return false;
        }
    }
    return true;
}

void str_one_line(char *text)
{
    const char *at = text;
    while (*at) {
        char *begin = text + (at - text);
        uint32_t code = str_next_utf8(&at);
        bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
        if (control) {
            memset(begin, ' ', (size_t)(at - begin));
        } else if (code == 0xFFFD && at - begin == 1) {
            *begin = '?';
        }
    }
}

bool str_to_double(const char *text, double *value)
{
    /* Whatever the process's locale: a German one would want 12,3. */
    locale_t plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
    assert(plain);
    char *end = NULL;
    double read = strtod_l(text, &end, plain);
    freelocale(plain);
    /* Hexadecimal, "nan" and "inf" are strtod's, not ours. */
    if (end == text || *end != '\0' || !isfinite(read) || strpbrk(text, "xXnN")) {
        return false;
    }
    *value = read;
    return true;
}

bool str_to_int64(const char *text, int64_t *value)
{
    char *end = NULL;
    errno = 0;
    long long read = strtoll(text, &end, 10);
    if (end == text || *end != '\0' || errno == ERANGE) {
        return false;
    }
    *value = read;
    return true;
}

const char *str_grouped(char out[STR_GROUPED_MAX], int64_t number)
{
    char digits[STR_GROUPED_MAX];
    size_t at = 0;
    str_format(digits, sizeof digits, "%" PRId64, number);
    size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0 && digits[i - 1] != '-') {
            out[at++] = ',';
        }
        out[at++] = digits[i];
    }
    out[at] = '\0';
    return out;
}

static void reserve(struct str *str, size_t more)
{
    size_t need = str->length + more + 1;
    if (need <= str->capacity) {
        return;
    }
    size_t capacity = str->capacity ? str->capacity : 64;
    while (capacity < need) {
        capacity *= 2;
    }
    str->text = realloc(str->text, capacity);
    assert(str->text);
    str->capacity = capacity;
}

void str_add_bytes(struct str *str, const char *bytes, size_t length)
{
    reserve(str, length);
    memcpy(str->text + str->length, bytes, length);
    str->length += length;
    str->text[str->length] = '\0';
}

void str_add(struct str *str, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(length >= 0);
    reserve(str, (size_t)length);
    vsnprintf(str->text + str->length, (size_t)length + 1, format, again);
    va_end(again);
    str->length += (size_t)length;
}

void str_free(struct str *str)
{
    free(str->text);
    *str = (struct str){0};
}

/* ---- filling in ------------------------------------------------------------------- */

const char *str_list(char *out, size_t size, const char *list, const char *comma,
                     const char *last)
{
    static const char *const said[] = {", ", " or "};
    const char *words[] = {comma, last};
    struct str joined = {0};
    bool quoted = false;
    while (*list) {
        int found = -1;
        for (int i = 0; i < 2 && !quoted; i++) {
            found = str_starts(list, said[i]) ? i : found;
        }
        if (found >= 0) {
            str_add(&joined, "%s", words[found]);
            list += strlen(said[found]);
        } else {
            quoted = quoted != (*list == '"');
            str_add_bytes(&joined, list++, 1);
        }
    }
    str_copy(out, size, joined.text ? joined.text : "");
    str_free(&joined);
    return out;
}

const char *str_pair(const char *const *pairs, const char *name, size_t length)
{
    for (; *pairs; pairs += 2) {
        if (strlen(pairs[0]) == length && memcmp(pairs[0], name, length) == 0) {
            return pairs[1];
        }
    }
    return NULL;
}

/* Where the next bytes go, and how many there is room for. */
struct room {
    char *at;
    size_t left;
};

/* False when they had to be cut: nothing more may be added. */
static bool put(struct room *room, const char *bytes, size_t length)
{
    bool fits = length <= room->left;
    if (!fits) {
        length = room->left;
        while (length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    memcpy(room->at, bytes, length);
    room->at += length;
    room->left -= length;
    return fits;
}

const char *str_fill(char *out, size_t size, const char *words, const char *const *pairs)
{
    assert(size > 0);
    struct room room = {out, size - 1};
    const char *at = words;
    bool fits = true;
    while (fits && *at) {
        const char *open = strchr(at, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        const char *value =
            close ? str_pair(pairs, open + 1, (size_t)(close - open - 1)) : NULL;
        if (!value) {
            put(&room, at, strlen(at));
            break;
        }
        fits = put(&room, at, (size_t)(open - at)) && put(&room, value, strlen(value));
        at = close + 1;
    }
    *room.at = '\0';
    return out;
}
