/* SPDX-License-Identifier: MIT */
#include "conf/plain.h"

#include <assert.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "conf/data.h"

enum {
    BYTES_MAX = 256 << 10, /* more may be too much for Lua, which then says so */
    VALUES_MAX = 10000,
    TEXT_MAX = 8192, /* of one text */
    DIGITS_MAX = 15, /* of a number that is the same in Lua whatever it is taken for */
};

struct plain {
    const char *at, *end;
    const char *stop; /* a name of the file's own table at which reading ends, or NULL */
    bool stopped;
    size_t values;
};

/* ---- what stands there ------------------------------------------------------------- */

static int peek(const struct plain *plain)
{
    return plain->at < plain->end ? (unsigned char)*plain->at : -1;
}

static bool is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

/* Over blanks and comments of one line. False at a comment that may be longer. */
static bool skip(struct plain *plain)
{
    for (;;) {
        while (plain->at < plain->end && strchr(" \t\r\n\f\v", *plain->at) &&
               *plain->at) {
            plain->at++;
        }
        if (plain->end - plain->at < 2 || memcmp(plain->at, "--", 2) != 0) {
            return true;
        }
        plain->at += 2;
        if (peek(plain) == '[') {
            return false;
        }
        while (plain->at < plain->end && *plain->at != '\n' && *plain->at != '\r') {
            plain->at++;
        }
    }
}

/* Skips to it, and over it. */
static bool take(struct plain *plain, char c)
{
    if (!skip(plain) || peek(plain) != c) {
        return false;
    }
    plain->at++;
    return true;
}

/* A name, or a word of Lua's own; its length, 0: neither stands here. */
static size_t word(const struct plain *plain)
{
    size_t length = 0;
    size_t left = (size_t)(plain->end - plain->at);
    while (length < left && (is_letter(plain->at[length]) ||
                             (length > 0 && is_digit(plain->at[length])))) {
        length++;
    }
    return length;
}

static bool is_word(const char *at, size_t length, const char *what)
{
    return length == strlen(what) && memcmp(at, what, length) == 0;
}

static bool is_luas(const char *at, size_t length)
{
    static const char *const words[] = {
        "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (is_word(at, length, words[i])) {
            return true;
        }
    }
    return false;
}

/* ---- values ------------------------------------------------------------------------ */

static char *duplicate(const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    assert(copy);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* The character that is meant by the one behind a backslash; 0: by none that is known. */
static char escaped(int c)
{
    return c == 'n'                             ? '\n'
           : c == 't'                           ? '\t'
           : c == '"' || c == '\'' || c == '\\' ? (char)c
                                                : 0;
}

/* The text that begins here, in quotes; NULL: none, or an odd one. */
static char *read_text(struct plain *plain, size_t *length)
{
    char text[TEXT_MAX];
    int quote = peek(plain);
    *length = 0;
    if (quote != '"' && quote != '\'') {
        return NULL;
    }
    for (plain->at++; *length < sizeof text; plain->at++) {
        int c = peek(plain);
        if (c == quote) {
            plain->at++;
            return str_is_utf8(text, *length) ? duplicate(text, *length) : NULL;
        }
        if (c == '\\') {
            plain->at++;
            c = escaped(peek(plain));
        } else if (c == '\n' || c == '\r') {
            return NULL;
        }
        if (c <= 0) {
            return NULL;
        }
        text[(*length)++] = (char)c;
    }
    return NULL;
}

/* Whole, or with a point; so short that it is the same by any way of reading it. */
static bool read_number(struct plain *plain, struct conf_data *to)
{
    char digits[DIGITS_MAX + 4];
    size_t count = 0;
    bool point = false;
    if (peek(plain) == '-') {
        digits[count++] = *plain->at++;
    }
    if (!is_digit(peek(plain))) {
        return false;
    }
    for (int c = peek(plain); is_digit(c) || (c == '.' && !point); c = peek(plain)) {
        point = point || c == '.';
        if (count == DIGITS_MAX) {
            return false;
        }
        digits[count++] = *plain->at++;
    }
    digits[count] = '\0';
    char *end = NULL;
    to->kind = CONF_NUMBER;
    to->number = point ? strtod(digits, &end) : (double)strtoll(digits, &end, 10);
    return *end == '\0' && is_digit(end[-1]) && !is_letter(peek(plain)) &&
           peek(plain) != '.';
}

static bool read_table(struct plain *plain, struct conf_data *to, int depth);

static bool read_value(struct plain *plain, struct conf_data *to, int depth)
{
    size_t length = 0;
    int c = peek(plain);
    if (++plain->values > VALUES_MAX) {
        return false;
    }
    if (c == '"' || c == '\'') {
        to->kind = CONF_TEXT;
        to->text = read_text(plain, &length);
        return to->text != NULL;
    }
    if (c == '{') {
        return depth < CONF_DATA_DEPTH_MAX && read_table(plain, to, depth + 1);
    }
    length = word(plain);
    if (length == 0) {
        return read_number(plain, to);
    }
    to->kind = CONF_BOOL;
    to->boolean = is_word(plain->at, length, "true");
    bool known = to->boolean || is_word(plain->at, length, "false");
    plain->at += length;
    return known;
}

/* ---- tables ------------------------------------------------------------------------ */

static bool take_equals(struct plain *plain)
{
    return take(plain, '=') && skip(plain);
}

/* `name =`, `["text"] =`, or nothing before an entry of the list, the `index`-th. */
static bool read_key(struct plain *plain, struct conf_data *to, int64_t *index)
{
    char name[32];
    size_t length = word(plain);
    if (length > 0 && length < CONF_DATA_KEY_MAX && !is_luas(plain->at, length)) {
        to->key = duplicate(plain->at, length);
        plain->at += length;
        return take_equals(plain);
    }
    if (take(plain, '[')) {
        if (!skip(plain)) {
            return false;
        }
        to->key = read_text(plain, &length);
        return to->key && length > 0 && length < CONF_DATA_KEY_MAX && take(plain, ']') &&
               take_equals(plain);
    }
    to->index = ++*index;
    str_format(name, sizeof name, "[%" PRId64 "]", to->index);
    to->key = duplicate(name, strlen(name));
    return true;
}

static bool read_table(struct plain *plain, struct conf_data *to, int depth)
{
    size_t room = 0;
    int64_t index = 0;
    to->kind = CONF_TABLE;
    plain->at++;
    for (bool more = true; skip(plain) && peek(plain) != '}';) {
        if (!more) {
            return false;
        }
        if (depth == 0 && plain->stop && is_word(plain->at, word(plain), plain->stop)) {
            plain->stopped = conf_data_sort(to); /* else a key stands there twice */
            return plain->stopped;
        }
        if (to->count == room) {
            room = room ? room * 2 : 8;
            to->items = realloc(to->items, room * sizeof *to->items);
            assert(to->items);
        }
        struct conf_data *item = &to->items[to->count++];
        *item = (struct conf_data){0};
        if (!read_key(plain, item, &index) || !read_value(plain, item, depth)) {
            return false;
        }
        more = take(plain, ',') || take(plain, ';');
    }
    if (peek(plain) != '}') {
        return false;
    }
    plain->at++;
    return conf_data_sort(to);
}

static bool read_file(struct plain *plain, struct conf_data *to)
{
    if (!skip(plain) || !is_word(plain->at, word(plain), "return")) {
        return false;
    }
    plain->at += strlen("return");
    if (!skip(plain) || peek(plain) != '{' || !read_table(plain, to, 0)) {
        return false;
    }
    take(plain, ';');
    return skip(plain) && plain->at == plain->end;
}

static struct conf_data *parse(const char *bytes, size_t length, const char *stop)
{
    struct plain plain = {.at = bytes, .end = bytes + length, .stop = stop};
    if (length > BYTES_MAX) {
        return NULL;
    }
    struct conf_data *data = calloc(1, sizeof *data);
    assert(data);
    bool read = read_file(&plain, data);
    if (stop ? !plain.stopped : !read) {
        conf_data_free(data);
        return NULL;
    }
    return data;
}

struct conf_data *conf_plain_parse(const char *bytes, size_t length)
{
    return parse(bytes, length, NULL);
}

struct conf_data *conf_plain_head(const char *bytes, size_t length, const char *stop)
{
    return parse(bytes, length, stop);
}
