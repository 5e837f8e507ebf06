/* SPDX-License-Identifier: MIT */
/* Expressions: names, calls, tables in braces. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "lesson/grammar_parser.h"

enum { UNARY_PRIORITY = 12, DEPTH_MAX = 190 };

static const struct value nothing = {.call = NO_CALL, .name = -1};

/* ---- what is kept
 * ------------------------------------------------------------------- */

static int keep_name(struct parser *parser, const struct token *token)
{
    struct grammar *grammar = parser->grammar;
    size_t count = grammar->name_count;
    grammar->names = grammar_grow(grammar->names, count, sizeof *grammar->names);
    struct grammar_name *name = &grammar->names[grammar->name_count++];
    *name = (struct grammar_name){.line = token->line, .column = token->column};
    token_text(token, name->base, sizeof name->base);
    return (int)count;
}

static int keep_call(struct parser *parser, const char *function, int line)
{
    struct grammar *grammar = parser->grammar;
    size_t count = grammar->call_count;
    grammar->calls = grammar_grow(grammar->calls, count, sizeof *grammar->calls);
    struct grammar_call *call = &grammar->calls[grammar->call_count++];
    *call = (struct grammar_call){.line = line};
    str_copy(call->function, sizeof call->function, function);
    return (int)count;
}

static void keep_field(struct parser *parser, int call, const struct token *name,
                       const struct token *value, int line)
{
    struct grammar_call *table = &parser->grammar->calls[call];
    table->fields =
        grammar_grow(table->fields, table->field_count, sizeof *table->fields);
    struct grammar_field *field = &table->fields[table->field_count++];
    *field = (struct grammar_field){.line = line};
    if (name) {
        token_text(name, field->name, sizeof field->name);
    }
    if (value->kind == TOKEN_STRING) {
        token_text(value, field->text, sizeof field->text);
    }
}

void parser_is_condition(struct parser *parser, struct value value)
{
    if (value.call != NO_CALL && !parser->failed) {
        parser->grammar->calls[value.call].use = GRAMMAR_CONDITION;
    }
}

/* ---- tables
 * ------------------------------------------------------------------------- */

static bool starts_value(const struct token *token)
{
    return token->kind == TOKEN_STRING || token->kind == TOKEN_NUMBER ||
           token_is(token, "{") || token_is(token, "true") || token_is(token, "false") ||
           token_is(token, "function");
}

/* Behind a field stands neither a comma nor the brace that closes the table. */
static void fail_between(struct parser *parser)
{
    const struct token *token = &parser->token;
    const struct open *open = &parser->opens[parser->open_count - 1];
    char shown[32];
    bool field = token->kind == TOKEN_NAME && token_is(&parser->next, "=");
    bool left = token->first && token->indent <= open->indent;
    bool inside = token->first && token->indent > open->indent;
    bool goes_on = starts_value(token) || field || token_is(token, "[") ||
                   (token->kind == TOKEN_NAME && !left);
    if (token_is(token, "=") && parser->before.kind == TOKEN_STRING) {
        token_text(&parser->before, shown, sizeof shown);
        parser_fail(parser, &parser->before, "key_in_quotes", "%s", shown);
    } else if (token_is(token, "end") && inside && parser->misspelt.length == 0) {
        parser_fail(parser, token, "stray_close", "%s", "end");
    } else if (token_is(token, ":")) {
        token_text(&parser->before, shown, sizeof shown);
        parser_fail(parser, token, "colon_field", "%s", shown);
    } else if (goes_on && parser->before.kind == TOKEN_NAME &&
               parser->before.line == token->line) {
        token_text(&parser->before, shown, sizeof shown);
        parser_fail(parser, &parser->before, "no_equals", "%s", shown);
    } else if (goes_on && !(left && token->line > open->line && field)) {
        struct token at = parser->before;
        at.line = parser->before.end_line;
        token_text(token, shown, sizeof shown);
        parser_fail(parser, &at, "no_comma", "%s", shown);
    } else {
        parser_close(parser, "}");
    }
}

static void parse_named_field(struct parser *parser, int call)
{
    struct token name = parser->token;
    parser_advance(parser);
    parser_advance(parser); /* = */
    struct token value = parser->token;
    if (parser_at(parser, ",") || parser_at(parser, "}")) {
        char shown[32];
        token_text(&name, shown, sizeof shown);
        parser_fail(parser, &name, "no_value", "%s", shown);
    }
    parse_expression(parser);
    keep_field(parser, call, &name, &value, name.line);
}

/* ["a text"] = value */
static void parse_bracket_field(struct parser *parser, int call)
{
    struct token bracket = parser->token;
    parser_advance(parser);
    struct token name = parser->token;
    bool plain = name.kind == TOKEN_STRING && token_is(&parser->next, "]");
    if (parser_open(parser, "[", &bracket)) {
        parse_expression(parser);
        parser_close(parser, "]");
    }
    if (!parser_take(parser, "=")) {
        parser_fail_here(parser);
    }
    struct token value = parser->token;
    parse_expression(parser);
    if (plain) {
        keep_field(parser, call, &name, &value, name.line);
    }
}

/* An entry of the list; names and texts in a row are often fields without their sign. */
static void parse_item(struct parser *parser, int call)
{
    struct token first = parser->token;
    bool stands_alone = first.kind == TOKEN_NAME &&
                        (token_is(&parser->next, ",") || token_is(&parser->next, "}"));
    bool with_text = first.kind == TOKEN_NAME && parser->next.kind == TOKEN_STRING &&
                     parser->next.line == first.line;
    struct value value = parse_expression(parser);
    struct token none = {.kind = TOKEN_END};
    if (!parser->failed) {
        if (value.name >= 0) {
            parser->grammar->names[value.name].item = stands_alone;
        }
        if (with_text) {
            for (size_t i = parser->grammar->name_count; i-- > 0;) {
                struct grammar_name *name = &parser->grammar->names[i];
                if (name->line == first.line && name->column == first.column) {
                    name->called_with_text = true;
                    break;
                }
            }
        }
        keep_field(parser, call, NULL, value.name < 0 ? &first : &none, first.line);
    }
}

/* A table in braces, as what `function` is called with, "" for nothing. */
static int parse_table(struct parser *parser, const char *function, int line)
{
    struct token brace = parser->token;
    int call = keep_call(parser, function, line);
    parser_advance(parser);
    if (!parser_open(parser, "{", &brace)) {
        return call;
    }
    while (!parser->failed && !parser_at(parser, "}")) {
        if (parser->token.kind == TOKEN_NAME && token_is(&parser->next, "=")) {
            parse_named_field(parser, call);
        } else if (parser_at(parser, "[")) {
            parse_bracket_field(parser, call);
        } else if (parser->token.kind == TOKEN_END ||
                   (parser->token.kind == TOKEN_KEYWORD &&
                    !starts_value(&parser->token) && !parser_at(parser, "nil") &&
                    !parser_at(parser, "not"))) {
            parser_close(parser, "}");
        } else {
            parse_item(parser, call);
        }
        if (!parser_take(parser, ",") && !parser_take(parser, ";") &&
            !parser_at(parser, "}")) {
            fail_between(parser);
        }
    }
    parser_close(parser, "}");
    return call;
}

/* ---- names and calls
 * ---------------------------------------------------------------- */

static void parse_arguments(struct parser *parser)
{
    struct token open = parser->token;
    parser_advance(parser);
    if (!parser_open(parser, "(", &open)) {
        return;
    }
    while (!parser->failed && !parser_at(parser, ")")) {
        parse_expression(parser);
        if (!parser_take(parser, ",")) {
            break;
        }
        if (parser_at(parser, ")")) {
            parser_fail_here(parser);
        }
    }
    parser_close(parser, ")");
}

static struct value parse_primary(struct parser *parser)
{
    struct value value = nothing;
    struct token token = parser->token;
    if (token.kind == TOKEN_NAME) {
        value.name = keep_name(parser, &token);
        parser_advance(parser);
        if (parser_at(parser, "(") && parser_near_keyword(&token)) {
            parser->misspelt = token; /* fucntion() */
        }
    } else if (parser_at(parser, "(")) {
        parser_advance(parser);
        if (parser_open(parser, "(", &token)) {
            struct value inside = parse_expression(parser);
            parser_close(parser, ")");
            value.call = inside.call;
        }
    } else {
        parser_fail_here(parser);
    }
    return value;
}

/* .name or :name behind a value. */
static void parse_member(struct parser *parser, struct value *value, char *function)
{
    bool colon = parser_at(parser, ":");
    struct grammar_name *name =
        value->name >= 0 ? &parser->grammar->names[value->name] : NULL;
    parser_advance(parser);
    bool field = colon && name && parser->open_count > 0 &&
                 parser->opens[parser->open_count - 1].word[0] == '{';
    if (parser->token.kind != TOKEN_NAME && field) {
        parser_fail(parser, &parser->before, "colon_field", "%s", name->base);
        return;
    }
    if (parser->token.kind != TOKEN_NAME) {
        parser_fail_here(parser);
        return;
    }
    if (name) {
        token_text(&parser->token, name->field, sizeof name->field);
        name->colon = colon;
        if (!str_format(function, GRAMMAR_NAME_BYTES, "%s.%s", name->base, name->field)) {
            function[0] = '\0';
        }
    } else {
        function[0] = '\0';
    }
    parser_advance(parser);
    if (colon && !parser_at(parser, "(") && !parser_at(parser, "{") &&
        parser->token.kind != TOKEN_STRING) {
        parser_fail_here(parser);
    }
    *value = nothing;
}

struct value parse_suffixed(struct parser *parser)
{
    char function[GRAMMAR_NAME_BYTES] = "";
    int line = parser->token.line;
    struct value value = parse_primary(parser);
    while (!parser->failed) {
        struct token token = parser->token;
        if (parser_at(parser, ".") || parser_at(parser, ":")) {
            parse_member(parser, &value, function);
        } else if (parser_at(parser, "[")) {
            parser_advance(parser);
            if (parser_open(parser, "[", &token)) {
                parse_expression(parser);
                parser_close(parser, "]");
            }
            value = nothing;
        } else if (parser_at(parser, "{")) {
            value = nothing;
            value.call = parse_table(parser, function, line);
            value.prefix_call = true;
        } else if (parser_at(parser, "(")) {
            struct grammar *grammar = parser->grammar;
            size_t calls = grammar->call_count;
            bool braces = token_is(&parser->next, "{");
            parse_arguments(parser);
            value = nothing;
            if (braces && grammar->call_count > calls && function[0]) {
                str_copy(grammar->calls[calls].function, GRAMMAR_NAME_BYTES, function);
                value.call = (int)calls;
            }
            value.prefix_call = true;
        } else if (token.kind == TOKEN_STRING) {
            parser_advance(parser);
            value = nothing;
            value.prefix_call = true;
        } else {
            break;
        }
    }
    return value;
}

/* ---- operators
 * ---------------------------------------------------------------------- */

static const struct operator
{
    const char *sign;
    int left, right; /* priorities, as in Lua's own parser */
    bool logic;
}

operators[] = {
    {"or", 1, 1, true},    {"and", 2, 2, true},  {"<", 3, 3, false},
    {">", 3, 3, false},    {"<=", 3, 3, false},  {">=", 3, 3, false},
    {"~=", 3, 3, false},   {"==", 3, 3, false},  {"|", 4, 4, false},
    {"~", 5, 5, false},    {"&", 6, 6, false},   {"<<", 7, 7, false},
    {">>", 7, 7, false},   {"..", 9, 8, false},  {"+", 10, 10, false},
    {"-", 10, 10, false},  {"*", 11, 11, false}, {"/", 11, 11, false},
    {"//", 11, 11, false}, {"%", 11, 11, false}, {"^", 14, 13, false},
};

static const struct operator* operator_at(const struct parser *parser)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (parser_at(parser, operators[i].sign)) {
            return &operators[i];
        }
    }
    return NULL;
}

/* As Lua reads it: digits, one point, an exponent; hexadecimal, too. */
static bool is_number(const struct token *token)
{
    char text[64];
    char *end = NULL;
    bool hex = token->length > 1 && (token->at[1] == 'x' || token->at[1] == 'X');
    if (token->length >= sizeof text) {
        return true; /* Lua will say so */
    }
    token_text(token, text, sizeof text);
    double value = strtod(text, &end);
    (void)value;
    return *end == '\0' && end != text && (hex || !strpbrk(text, "xXnN"));
}

static struct value parse_simple(struct parser *parser)
{
    static const char *const words[] = {"nil", "true", "false", "...", NULL};
    struct token token = parser->token;
    for (size_t i = 0; words[i]; i++) {
        if (parser_take(parser, words[i])) {
            return nothing;
        }
    }
    if (token.kind == TOKEN_NUMBER) {
        if (!is_number(&token)) {
            char shown[32];
            token_text(&token, shown, sizeof shown);
            parser_fail(parser, &token, "lua_number", "%s", shown);
        }
        parser_advance(parser);
        return nothing;
    }
    if (token.kind == TOKEN_STRING) {
        parser_advance(parser);
        return nothing;
    }
    if (parser_at(parser, "{")) {
        parse_table(parser, "", token.line);
        return nothing;
    }
    if (parser_take(parser, "function")) {
        parse_function_body(parser, &token);
        return nothing;
    }
    return parse_suffixed(parser);
}

static struct value parse_priority(struct parser *parser, int limit)
{
    static const char *const unary[] = {"not", "-", "#", "~", NULL};
    struct value value = nothing;
    bool taken = false;
    struct token first = parser->token;
    if (++parser->depth > DEPTH_MAX) {
        parser_fail(parser, &first, "lua_deep", "%s", "");
        return nothing;
    }
    for (size_t i = 0; unary[i] && !taken; i++) {
        if (parser_take(parser, unary[i])) {
            struct value of = parse_priority(parser, UNARY_PRIORITY);
            if (i == 0) {
                parser_is_condition(parser, of);
            }
            taken = true;
        }
    }
    if (!taken) {
        value = parse_simple(parser);
    }
    const struct operator* sign = NULL;
    while (!parser->failed && (sign = operator_at(parser)) && sign->left > limit) {
        if (sign->logic) {
            parser_is_condition(parser, value);
        }
        parser_advance(parser);
        struct value right = parse_priority(parser, sign->right);
        value = sign->logic ? right : nothing;
        value.prefix_call = false;
    }
    parser->depth--;
    return value;
}

struct value parse_expression(struct parser *parser)
{
    return parser->failed ? nothing : parse_priority(parser, 0);
}
