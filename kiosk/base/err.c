/* SPDX-License-Identifier: MIT */
#include "base/err.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { ERR_TEXT_MAX = 512 };

/* With what trouble.c keeps of it, the only mutable file-scope state: one a thread. */
static _Thread_local struct {
    char text[ERR_TEXT_MAX];
    struct err_cause cause;
} last = {.cause.kind = ""};

/* Whatever went into it: a file's name need not be text. */
static void keep(char *fresh)
{
    str_one_line(fresh);
    memcpy(last.text, fresh, sizeof last.text);
}

bool err_set(const char *format, ...)
{
    char fresh[ERR_TEXT_MAX]; /* the old text may be among the arguments */
    va_list args;
    va_start(args, format);
    vsnprintf(fresh, sizeof fresh, format, args);
    va_end(args);
    keep(fresh);
    last.cause.kind = "";
    last.cause.count = 0;
    return false;
}

bool err_set_as(const char *kind, const char *format, ...)
{
    char fresh[ERR_TEXT_MAX];
    struct err_cause cause;
    va_list args;
    va_start(args, format);
    vsnprintf(fresh, sizeof fresh, format, args);
    va_end(args);
    va_start(args, format);
    err_cause_fill(&cause, kind, format, args);
    va_end(args);
    return err_set_cause(fresh, &cause);
}

bool err_set_cause(const char *sentence, const struct err_cause *cause)
{
    char fresh[ERR_TEXT_MAX];
    str_copy(fresh, sizeof fresh, sentence);
    keep(fresh);
    memmove(&last.cause, cause, sizeof last.cause);
    return false;
}

/* One conversion of a format: "%.10g" is { 10, 0, 'g' }. */
struct conversion {
    int precision; /* -1: none */
    char length;   /* 'l', 'L' for ll, 'z'; 0: none */
    char letter;
};

/* Reads it at `at`, behind the %, and returns what follows. */
static const char *read_conversion(struct conversion *as, const char *at, va_list *args)
{
    *as = (struct conversion){.precision = -1};
    at += strspn(at, "-+ #0123456789");
    if (*at == '.') {
        at++;
        as->precision = *at == '*' ? va_arg(*args, int) : (int)strtol(at, NULL, 10);
        at += strspn(at, "*0123456789");
    }
    for (; *at == 'l' || *at == 'z'; at++) {
        as->length = *at == 'l' && as->length == 'l' ? 'L' : *at;
    }
    as->letter = *at;
    return *at ? at + 1 : at;
}

static long long take_signed(char length, va_list *args)
{
    switch (length) {
    case 'L': return va_arg(*args, long long);
    case 'l': return va_arg(*args, long);
    case 'z': return (long long)va_arg(*args, size_t);
    default: return va_arg(*args, int);
    }
}

static unsigned long long take_unsigned(char length, va_list *args)
{
    switch (length) {
    case 'L': return va_arg(*args, unsigned long long);
    case 'l': return va_arg(*args, unsigned long);
    case 'z': return va_arg(*args, size_t);
    default: return va_arg(*args, unsigned);
    }
}

static void put_text(char *out, const char *from, int precision)
{
    char whole[ERR_ARGUMENT_BYTES];
    size_t length = strnlen(from, sizeof whole - 1);
    if (precision >= 0 && (size_t)precision < length) {
        length = (size_t)precision;
    }
    memcpy(whole, from, length);
    whole[length] = '\0';
    str_copy(out, ERR_ARGUMENT_BYTES, whole);
    str_one_line(out);
}

static void put_argument(char *out, const struct conversion *as, va_list *args)
{
    switch (as->letter) {
    case 's': put_text(out, va_arg(*args, const char *), as->precision); break;
    case 'd':
    case 'i':
        str_format(out, ERR_ARGUMENT_BYTES, "%lld", take_signed(as->length, args));
        break;
    case 'u':
        str_format(out, ERR_ARGUMENT_BYTES, "%llu", take_unsigned(as->length, args));
        break;
    case 'x':
    case 'X':
        str_format(out, ERR_ARGUMENT_BYTES, "%04llX", take_unsigned(as->length, args));
        break;
    case 'f':
    case 'g': str_format(out, ERR_ARGUMENT_BYTES, "%.10g", va_arg(*args, double)); break;
    default: assert(false && "a conversion that err_cause_fill() does not know");
    }
}

void err_cause_fill(struct err_cause *cause, const char *kind, const char *format,
                    va_list args)
{
    va_list rest;
    va_copy(rest, args);
    cause->kind = kind;
    cause->subject[0] = '\0';
    cause->count = 0;
    for (const char *at = strchr(format, '%'); at; at = strchr(at, '%')) {
        at++;
        if (*at == '%') {
            at++;
            continue;
        }
        struct conversion as;
        at = read_conversion(&as, at, &rest);
        assert(cause->count < ERR_ARGUMENTS_MAX);
        put_argument(cause->arguments[cause->count++], &as, &rest);
    }
    va_end(rest);
}

void err_cause_pairs(const struct err_cause *cause, const char *pairs[ERR_PAIRS_MAX])
{
    static const char *const names[ERR_ARGUMENTS_MAX] = {"1", "2", "3", "4",
                                                         "5", "6", "7", "8"};
    for (size_t i = 0; i < cause->count; i++) {
        pairs[2 * i] = names[i];
        pairs[2 * i + 1] = cause->arguments[i];
    }
    pairs[2 * cause->count] = NULL;
}

bool err_set_row(const char *kind, const char *row, const char *const *arguments)
{
    char fresh[ERR_TEXT_MAX];
    const char *pairs[ERR_PAIRS_MAX];
    struct err_cause cause = {.kind = kind};
    for (; arguments[cause.count]; cause.count++) {
        assert(cause.count < ERR_ARGUMENTS_MAX);
        put_text(cause.arguments[cause.count], arguments[cause.count], -1);
    }
    err_cause_pairs(&cause, pairs);
    str_fill(fresh, sizeof fresh, row, pairs);
    return err_set_cause(fresh, &cause);
}

bool err_prefix(const char *format, ...)
{
    char fresh[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(fresh, sizeof fresh, format, args);
    va_end(args);
    size_t used = strlen(fresh);
    str_copy(fresh + used, sizeof fresh - used, ": ");
    used = strlen(fresh);
    str_copy(fresh + used, sizeof fresh - used, last.text);
    keep(fresh);
    return false;
}

const char *err_text(void)
{
    return last.text;
}

const struct err_cause *err_cause(void)
{
    return &last.cause;
}

void err_clear(void)
{
    last.text[0] = '\0';
    last.cause.kind = "";
    last.cause.count = 0;
}
