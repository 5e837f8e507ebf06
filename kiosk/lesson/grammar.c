/* SPDX-License-Identifier: MIT */
#include "lesson/grammar.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "lesson/grammar_parser.h"

void *grammar_grow(void *items, size_t count, size_t size)
{
    if ((count & (count - 1)) == 0) {
        items = realloc(items, (count ? 2 * count : 1) * size);
        assert(items);
    }
    return items;
}

/* ---- tokens
 * ------------------------------------------------------------------------- */

/* Signs of other languages, by Lua's. */
static const struct {
    const char *sign, *twin;
} foreign[] = {{"!=", "~="}, {"&&", "and"}, {"||", "or"}, {"!", "not"}};

static struct token read_token(struct parser *parser)
{
    struct token token = lexer_next(&parser->lexer);
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        if (token.kind == TOKEN_SIGN && token_is(&token, foreign[i].sign)) {
            if (!parser->failed) {
                complain(parser->to, token.line, token.column, true, "foreign_sign",
                         "%s%s", foreign[i].sign, foreign[i].twin);
                parser->grammar->sound = false;
            }
            token.at = foreign[i].twin;
            token.length = strlen(foreign[i].twin);
            token.kind = i == 0 ? TOKEN_SIGN : TOKEN_KEYWORD;
        }
    }
    return token;
}

void parser_advance(struct parser *parser)
{
    parser->before = parser->token;
    parser->token = parser->next;
    parser->next = read_token(parser);
}

bool parser_at(const struct parser *parser, const char *word)
{
    return token_is(&parser->token, word);
}

bool parser_take(struct parser *parser, const char *word)
{
    if (parser->failed || !parser_at(parser, word)) {
        return false;
    }
    parser_advance(parser);
    return true;
}

bool parser_open(struct parser *parser, const char *word, const struct token *at)
{
    if (parser->failed) {
        return false;
    }
    if (parser->open_count == OPEN_MAX) {
        parser_fail(parser, at, "lua_deep", "%s", "");
        return false;
    }
    parser->opens[parser->open_count++] =
        (struct open){word, at->line, at->column, at->indent};
    return true;
}

void parser_declare(struct parser *parser, const struct token *name)
{
    struct grammar *grammar = parser->grammar;
    grammar->locals =
        grammar_grow(grammar->locals, grammar->local_count, sizeof *grammar->locals);
    token_text(name, grammar->locals[grammar->local_count++], GRAMMAR_NAME_BYTES);
}

/* Declares the name that has to stand here. */
static void take_name(struct parser *parser)
{
    struct token name = parser->token;
    if (parser->failed) {
        return;
    }
    if (name.kind != TOKEN_NAME) {
        parser_fail_here(parser);
        return;
    }
    parser_declare(parser, &name);
    parser_advance(parser);
}

/* ---- blocks
 * ------------------------------------------------------------------------- */

/* then, do: behind what stands in the line before. */
static void take_opening(struct parser *parser, const char *word, const char *of)
{
    if (parser->failed || parser_take(parser, word)) {
        return;
    }
    if (parser_at(parser, "=")) {
        parser_fail(parser, &parser->token, "equals_twice", "%s", "");
    } else if (parser->token.kind == TOKEN_NAME &&
               parser->token.line == parser->before.line &&
               parser_near_keyword(&parser->token)) {
        parser_fail_here(parser);
    } else {
        struct token at = parser->before;
        at.line = at.end_line;
        parser_fail(parser, &at, "no_opening", "%s%s", of, word);
    }
}

static void parse_condition(struct parser *parser, const char *word, const char *of)
{
    parser_is_condition(parser, parse_expression(parser));
    take_opening(parser, word, of);
}

static void parse_if(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    if (!parser_open(parser, "if", &first)) {
        return;
    }
    parse_condition(parser, "then", "if");
    parse_block(parser);
    while (parser_take(parser, "elseif")) {
        parse_condition(parser, "then", "elseif");
        parse_block(parser);
    }
    if (parser_at(parser, "else")) {
        if (token_is(&parser->next, "if") && parser->next.line == parser->token.line &&
            parser->else_if.length == 0) {
            parser->else_if = parser->token;
        }
        parser_advance(parser);
        parse_block(parser);
    }
    parser_close(parser, "end");
}

static void parse_while(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    if (parser_open(parser, "while", &first)) {
        parse_condition(parser, "do", "while");
        parse_block(parser);
        parser_close(parser, "end");
    }
}

static void parse_list(struct parser *parser)
{
    do {
        parse_expression(parser);
    } while (parser_take(parser, ","));
}

static void parse_for(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    if (!parser_open(parser, "for", &first)) {
        return;
    }
    do {
        take_name(parser);
    } while (parser_take(parser, ","));
    if (!parser_take(parser, "=") && !parser_take(parser, "in") && !parser->failed) {
        parser_fail(parser, &parser->token, "for_what", "%s", "");
    }
    parse_list(parser);
    take_opening(parser, "do", "for");
    parse_block(parser);
    parser_close(parser, "end");
}

static void parse_repeat(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    if (parser_open(parser, "repeat", &first)) {
        parse_block(parser);
        parser_close(parser, "until");
        parser_is_condition(parser, parse_expression(parser));
    }
}

static void parse_do(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    if (parser_open(parser, "do", &first)) {
        parse_block(parser);
        parser_close(parser, "end");
    }
}

void parse_function_body(struct parser *parser, const struct token *function)
{
    struct token bracket = parser->token;
    if (!parser_open(parser, "function", function)) {
        return;
    }
    if (!parser_at(parser, "(")) {
        parser_fail(parser, &parser->before, "no_parameters", "%s", "");
        return;
    }
    parser_advance(parser);
    if (!parser_open(parser, "(", &bracket)) {
        return;
    }
    while (!parser->failed && !parser_at(parser, ")")) {
        if (!parser_take(parser, "...")) {
            take_name(parser);
        }
        if (!parser_take(parser, ",")) {
            break;
        }
    }
    parser_close(parser, ")");
    parse_block(parser);
    parser_close(parser, "end");
}

/* ---- statements
 * --------------------------------------------------------------------- */

static void parse_function(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    struct token name = parser->token;
    if (name.kind != TOKEN_NAME) {
        parser_fail_here(parser);
        return;
    }
    parser_declare(parser, &name);
    parser_advance(parser);
    while (parser_take(parser, ".") || parser_take(parser, ":")) {
        if (parser->token.kind != TOKEN_NAME) {
            parser_fail_here(parser);
            return;
        }
        parser_advance(parser);
    }
    parse_function_body(parser, &first);
}

static void parse_local(struct parser *parser)
{
    struct token first = parser->token;
    parser_advance(parser);
    if (parser_at(parser, "function")) {
        first = parser->token;
        parser_advance(parser);
        take_name(parser);
        parse_function_body(parser, &first);
        return;
    }
    do {
        take_name(parser);
        if (parser_take(parser, "<")) {
            if (parser->token.kind != TOKEN_NAME || !token_is(&parser->next, ">")) {
                parser_fail_here(parser);
            }
            parser_advance(parser);
            parser_advance(parser);
        }
    } while (parser_take(parser, ","));
    if (parser_take(parser, "=")) {
        parse_list(parser);
    }
}

/* What stands behind `return` to the end of its block. */
static void parse_return(struct parser *parser)
{
    static const char *const ends[] = {"end", "else", "elseif", "until", ";", NULL};
    bool bare = parser->next.kind == TOKEN_END;
    parser_advance(parser);
    for (size_t i = 0; ends[i]; i++) {
        bare = bare || parser_at(parser, ends[i]);
    }
    if (!bare) {
        parse_expression(parser);
        parser->returned = parser->before;
        while (parser_take(parser, ",")) {
            parse_expression(parser);
        }
    }
    parser_take(parser, ";");
}

static void keep_statement(struct parser *parser, int line)
{
    struct grammar *grammar = parser->grammar;
    if (parser->open_count == 0) {
        return;
    }
    grammar->statements = grammar_grow(grammar->statements, grammar->statement_count,
                                       sizeof *grammar->statements);
    grammar->statements[grammar->statement_count++] = line;
}

/* A call, or values for names. */
static void parse_plain(struct parser *parser)
{
    struct token first = parser->token;
    struct value value = parse_suffixed(parser);
    if (parser->failed) {
        return;
    }
    keep_statement(parser, first.line);
    if (parser_at(parser, "=") || parser_at(parser, ",")) {
        if (value.prefix_call) {
            parser_fail_here(parser);
        }
        if (value.name >= 0) {
            parser->grammar->names[value.name].assigned = true;
        }
        while (parser_take(parser, ",")) {
            parse_suffixed(parser);
        }
        if (!parser_take(parser, "=")) {
            parser_fail_here(parser);
        }
        parse_list(parser);
    } else if (value.prefix_call) {
        if (value.call != NO_CALL) {
            parser->grammar->calls[value.call].use = GRAMMAR_NOTHING;
        }
    } else if (parser_near_keyword(&first)) {
        const char *meant = parser_near_keyword(&first);
        char shown[32];
        token_text(&first, shown, sizeof shown);
        parser_fail(parser, &first, "near_keyword", "%s%s", shown, meant);
    } else if (first.kind == TOKEN_NAME) {
        char shown[64];
        size_t length = (size_t)(parser->before.at + parser->before.length - first.at);
        str_format(shown, sizeof shown, "%.*s", (int)length, first.at);
        parser_fail(parser, &first, "no_statement", "%s", shown);
    } else {
        parser_fail_here(parser);
    }
}

static void parse_label(struct parser *parser)
{
    bool jump = parser_at(parser, "goto");
    parser_advance(parser);
    if (parser->token.kind != TOKEN_NAME) {
        parser_fail_here(parser);
        return;
    }
    parser_advance(parser);
    if (!jump && !parser_take(parser, "::")) {
        parser_fail_here(parser);
    }
}

static void parse_statement(struct parser *parser)
{
    static const struct {
        const char *word;
        void (*parse)(struct parser *parser);
    } rows[] = {
        {"if", parse_if},         {"while", parse_while},    {"for", parse_for},
        {"repeat", parse_repeat}, {"do", parse_do},          {"function", parse_function},
        {"local", parse_local},   {"return", parse_return},  {"goto", parse_label},
        {"::", parse_label},      {"break", parser_advance}, {";", parser_advance},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (parser_at(parser, rows[i].word)) {
            rows[i].parse(parser);
            return;
        }
    }
    if (parser_at(parser, "{") && parser->open_count == 0) {
        parser_fail(parser, &parser->token, "no_return", "%s", "");
    } else if (parser_at(parser, "//") || parser_at(parser, "#") ||
               (parser_at(parser, "/") && token_is(&parser->next, "*"))) {
        parser_fail(parser, &parser->token, "comment_sign", "%s", "");
    } else {
        parse_plain(parser);
    }
}

/* To what ends a block, which stays. */
void parse_block(struct parser *parser)
{
    static const char *const ends[] = {"end", "else", "elseif", "until", NULL};
    while (!parser->failed && parser->token.kind != TOKEN_END) {
        for (size_t i = 0; ends[i]; i++) {
            if (parser_at(parser, ends[i])) {
                return;
            }
        }
        bool returns = parser_at(parser, "return");
        if (parser->open_count > 0 && (parser_at(parser, "}") || parser_at(parser, ")") ||
                                       parser_at(parser, ","))) {
            return; /* what opened the block tells what is missing */
        }
        parse_statement(parser);
        if (returns) {
            return;
        }
    }
}

static void parse_file(struct parser *parser)
{
    parse_block(parser);
    if (parser->failed || parser->token.kind == TOKEN_END) {
        return;
    }
    if (parser->returned.length > 0 && !parser_at(parser, "end")) {
        parser_fail(parser, &parser->returned, "behind_return", "%d", parser->token.line);
    } else if (parser_at(parser, "end")) {
        parser_fail(parser, &parser->token, "stray_close", "%s", "end");
    } else {
        parser_fail_here(parser);
    }
}

struct grammar *grammar_read(const char *source, const struct complaints *to)
{
    struct parser *parser = calloc(1, sizeof *parser);
    struct grammar *grammar = calloc(1, sizeof *grammar);
    assert(parser && grammar);
    grammar->sound = true;
    parser->to = to;
    parser->grammar = grammar;
    parser->lexer = lexer_begin(source);
    parser_advance(parser);
    parser_advance(parser);
    parse_file(parser);
    free(parser);
    return grammar;
}

void grammar_free(struct grammar *grammar)
{
    if (grammar) {
        for (size_t i = 0; i < grammar->call_count; i++) {
            free(grammar->calls[i].fields);
        }
        free(grammar->calls);
        free(grammar->statements);
        free(grammar->names);
        free(grammar->locals);
        free(grammar);
    }
}
