/* SPDX-License-Identifier: MIT */
/*
 * lexer: the words of a Lua source, one after the other. Pure.
 */
#ifndef KIOSK_LESSON_LEXER_H
#define KIOSK_LESSON_LEXER_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind {
    TOKEN_END, /* of the source */
    TOKEN_NAME,
    TOKEN_KEYWORD,
    TOKEN_STRING,
    TOKEN_NUMBER,
    TOKEN_SIGN,
};

struct token {
    enum token_kind kind;
    const char *at; /* in the source; a string with its quotes */
    size_t length;
    int line, column;
    int end_line; /* of a long string */
    int indent;   /* of its line, in characters */
    bool first;   /* of its line */
};

struct lexer {
    const char *at;
    const char *line_begin;
    int line;
    int indent;
    bool fresh; /* no token of this line yet */
};

struct lexer lexer_begin(const char *source);

/* The next word. What is none of Lua's is a sign of one character. */
struct token lexer_next(struct lexer *lexer);

/* Whether it is this name, keyword or sign. */
bool token_is(const struct token *token, const char *word);

/* What a name or string holds, escapes as they stand, cut to `size`. */
void token_text(const struct token *token, char *out, size_t size);

/* Lua's keywords; NULL past the end. */
const char *lexer_keyword(size_t index);

#endif
