/* SPDX-License-Identifier: MIT */
/*
 * err: the one sentence that says why.
 *
 * A function that can fail returns false or NULL and has put a sentence here. The
 * sentence names the file or thing, the place in it, the cause and what to do. The first
 * failure of a chain writes it; callers only add context with err_prefix().
 * The text belongs to the calling thread and lives until its next err_set().
 */
#ifndef KIOSK_BASE_ERR_H
#define KIOSK_BASE_ERR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

enum { ERR_ARGUMENTS_MAX = 8, ERR_ARGUMENT_BYTES = 256 };

/* A failure by its kind, for programs that tell it in another language: what the sentence
 * is made of. */
struct err_cause {
    const char *kind; /* "text_missing", a literal; "" when the failure has none */
    char
        subject[64]; /* what it is about: "card.ask", "quiz[2]", "address of call.dial" */
    size_t count;
    /* What stood for each conversion of the format, in order; a long one is cut. */
    char arguments[ERR_ARGUMENTS_MAX][ERR_ARGUMENT_BYTES];
};

/* Always returns false, so that a caller can write `return err_set(...)`. */
bool err_set(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same for a failure that has a kind. */
bool err_set_as(const char *kind, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same where the sentence is a row of a table, with {1}, {2}, ... for the arguments;
 * NULL stands behind the last of them. */
bool err_set_row(const char *kind, const char *row, const char *const *arguments);

/* A sentence made elsewhere, with what it is made of. */
bool err_set_cause(const char *sentence, const struct err_cause *cause);

/* Fills `cause` from a format and what goes into it. Knows %s, whole numbers, %g and
 * %f. */
void err_cause_fill(struct err_cause *cause, const char *kind, const char *format,
                    va_list args) __attribute__((format(printf, 3, 0)));

/* Puts "<prefix>: " before the current sentence. Always returns false. */
bool err_prefix(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The current sentence; "" when nothing has failed. Never NULL. */
const char *err_text(void);

/* What the current sentence is made of; a prefix is no part of it. Never NULL. */
const struct err_cause *err_cause(void);

/* Name, value, ..., NULL of what a cause is made of, for a text that has {1}, {2}, ... in
 * it (str_fill()). Borrowed from the cause. */
enum { ERR_PAIRS_MAX = 2 * ERR_ARGUMENTS_MAX + 1 };

void err_cause_pairs(const struct err_cause *cause, const char *pairs[ERR_PAIRS_MAX]);

/* Forgets the sentence. */
void err_clear(void);

#endif
