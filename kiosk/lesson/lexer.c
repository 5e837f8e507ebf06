/* SPDX-License-Identifier: MIT */
#include "lesson/lexer.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

static const char *const keywords[] = {
    "and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
    "function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
    "repeat",   "return", "then", "true", "until",  "while", NULL};

/* Longer ones first. The last two are none of Lua's, but of other languages'. */
static const char *const signs[] = {
    "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "!=", "&&", "||", NULL};

struct lexer lexer_begin(const char *source)
{
    return (struct lexer){.at = source, .line_begin = source, .line = 1, .fresh = true};
}

const char *lexer_keyword(size_t index)
{
    return index < sizeof keywords / sizeof *keywords ? keywords[index] : NULL;
}

static void new_line(struct lexer *lexer)
{
    lexer->line++;
    lexer->line_begin = lexer->at;
    lexer->fresh = true;
}

static void pass(struct lexer *lexer)
{
    if (*lexer->at++ == '\n') {
        new_line(lexer);
    }
}

static int long_level(const char *at)
{
    size_t level = *at == '[' ? strspn(at + 1, "=") : 0;
    return *at == '[' && at[level + 1] == '[' ? (int)level : -1;
}

/* To behind the closing bracket, or the end. */
static void pass_long(struct lexer *lexer, int level)
{
    lexer->at += level + 2;
    for (; *lexer->at; pass(lexer)) {
        bool closes = lexer->at[0] == ']' &&
                      strspn(lexer->at + 1, "=") == (size_t)level &&
                      lexer->at[level + 1] == ']';
        if (closes) {
            lexer->at += level + 2;
            return;
        }
    }
}

static void pass_space(struct lexer *lexer)
{
    for (;;) {
        if (*lexer->at && strchr(" \t\r\v\f\n", *lexer->at)) {
            pass(lexer);
        } else if (lexer->at[0] == '-' && lexer->at[1] == '-') {
            lexer->at += 2;
            int level = long_level(lexer->at);
            if (level >= 0) {
                pass_long(lexer, level);
            }
            while (level < 0 && *lexer->at && *lexer->at != '\n') {
                lexer->at++;
            }
        } else {
            return;
        }
    }
}

static void pass_string(struct lexer *lexer)
{
    char quote = *lexer->at++;
    while (*lexer->at && *lexer->at != quote && *lexer->at != '\n') {
        if (*lexer->at == '\\' && lexer->at[1] == 'z') {
            lexer->at += 2;
            while (*lexer->at && strchr(" \t\r\v\f\n", *lexer->at)) {
                pass(lexer);
            }
        } else if (*lexer->at == '\\' && lexer->at[1]) {
            lexer->at++;
            pass(lexer); /* an escaped line break, too */
        } else {
            lexer->at++;
        }
    }
    lexer->at += *lexer->at == quote;
}

static void pass_number(struct lexer *lexer)
{
    bool hex = lexer->at[0] == '0' && (lexer->at[1] == 'x' || lexer->at[1] == 'X');
    const char *exponents = hex ? "pP" : "eE";
    while (isalnum((unsigned char)*lexer->at) || *lexer->at == '.' || *lexer->at == '_') {
        bool exponent = strchr(exponents, *lexer->at) != NULL;
        lexer->at++;
        lexer->at += exponent && (*lexer->at == '+' || *lexer->at == '-');
    }
}

static bool is_keyword(const char *at, size_t length)
{
    for (size_t i = 0; keywords[i]; i++) {
        if (strlen(keywords[i]) == length && memcmp(keywords[i], at, length) == 0) {
            return true;
        }
    }
    return false;
}

static enum token_kind pass_word(struct lexer *lexer)
{
    const char *from = lexer->at;
    while (isalnum((unsigned char)*lexer->at) || *lexer->at == '_') {
        lexer->at++;
    }
    return is_keyword(from, (size_t)(lexer->at - from)) ? TOKEN_KEYWORD : TOKEN_NAME;
}

static void pass_sign(struct lexer *lexer)
{
    for (size_t i = 0; signs[i]; i++) {
        if (str_starts(lexer->at, signs[i])) {
            lexer->at += strlen(signs[i]);
            return;
        }
    }
    str_next_utf8(&lexer->at);
}

/* The column is counted in characters. */
static int column_of(const struct lexer *lexer)
{
    int column = 1;
    for (const char *at = lexer->line_begin; at < lexer->at; column++) {
        str_next_utf8(&at);
    }
    return column;
}

struct token lexer_next(struct lexer *lexer)
{
    pass_space(lexer);
    struct token token = {.at = lexer->at,
                          .line = lexer->line,
                          .column = column_of(lexer),
                          .first = lexer->fresh};
    lexer->indent = lexer->fresh ? token.column - 1 : lexer->indent;
    lexer->fresh = false;
    token.indent = lexer->indent;
    char first = *lexer->at;
    if (first == '\0') {
        token.kind = TOKEN_END;
    } else if (first == '"' || first == '\'') {
        token.kind = TOKEN_STRING;
        pass_string(lexer);
    } else if (long_level(lexer->at) >= 0) {
        token.kind = TOKEN_STRING;
        pass_long(lexer, long_level(lexer->at));
    } else if (isdigit((unsigned char)first) ||
               (first == '.' && isdigit((unsigned char)lexer->at[1]))) {
        token.kind = TOKEN_NUMBER;
        pass_number(lexer);
    } else if (isalpha((unsigned char)first) || first == '_') {
        token.kind = pass_word(lexer);
    } else {
        token.kind = TOKEN_SIGN;
        pass_sign(lexer);
    }
    token.length = (size_t)(lexer->at - token.at);
    token.end_line = lexer->line;
    return token;
}

bool token_is(const struct token *token, const char *word)
{
    return token->kind != TOKEN_STRING && token->length == strlen(word) &&
           token->length > 0 && memcmp(token->at, word, token->length) == 0;
}

void token_text(const struct token *token, char *out, size_t size)
{
    const char *from = token->at;
    size_t length = token->length;
    if (token->kind == TOKEN_STRING && length >= 2) {
        size_t quote = *from == '[' ? (size_t)long_level(from) + 2 : 1;
        bool closed = length >= 2 * quote;
        from += quote;
        length -= closed ? 2 * quote : quote;
    }
    str_format(out, size, "%.*s", (int)length, from);
}
