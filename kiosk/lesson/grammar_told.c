/* SPDX-License-Identifier: MIT */
/* What is told of a mistake of syntax: where it began, and what was meant. */
#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/str.h"
#include "lesson/grammar_parser.h"

enum { SHOWN_BYTES = 40, WORD_BYTES = 16 };

/* The token for a sentence; "" at the end of the file. */
static void show(const struct token *token, char *out)
{
    size_t length = token->length;
    const char *line_end = memchr(token->at, '\n', length);
    length = line_end ? (size_t)(line_end - token->at) : length;
    char whole[SHOWN_BYTES];
    str_format(whole, sizeof whole, "%.*s", (int)length, token->at);
    str_copy(out, SHOWN_BYTES - 4, whole);
}

void parser_fail(struct parser *parser, const struct token *at, const char *kind,
                 const char *format, ...)
{
    struct complaint complaint = {.line = at->line, .column = at->column, .syntax = true};
    if (parser->failed) {
        return;
    }
    va_list args;
    va_start(args, format);
    err_cause_fill(&complaint.cause, kind, format, args);
    va_end(args);
    parser->to->tell(parser->to->context, &complaint);
    parser->failed = true;
    parser->grammar->sound = false;
}

const char *parser_near_keyword(const struct token *token)
{
    char word[WORD_BYTES];
    const char *best = NULL;
    size_t least = 3;
    if (token->kind != TOKEN_NAME || token->length >= sizeof word || token->length < 2) {
        return NULL;
    }
    token_text(token, word, sizeof word);
    for (char *at = word; *at; at++) {
        *at = (char)tolower((unsigned char)*at);
    }
    const char *keyword = NULL;
    for (size_t i = 0; (keyword = lexer_keyword(i)); i++) {
        size_t far = str_distance(word, keyword);
        bool near = far < least && far * 2 < strlen(keyword) + 1;
        if (near) {
            least = far;
            best = keyword;
        }
    }
    return best;
}

/* Whether it is closed by `end`. */
static bool is_block(const struct open *open)
{
    return !strchr("{([", open->word[0]);
}

static struct token place_of(const struct open *open)
{
    return (struct token){.line = open->line, .column = open->column};
}

/* The innermost one that is not closed, or the one that the indents betray. */
static const struct open *culprit(const struct parser *parser)
{
    const struct open *last = &parser->opens[parser->open_count - 1];
    const struct open *suspect = &parser->suspect;
    bool betrayed = suspect->word && is_block(suspect) == is_block(last);
    return betrayed ? suspect : last;
}

void parser_close(struct parser *parser, const char *word)
{
    const struct open *last = &parser->opens[parser->open_count - 1];
    if (parser->failed) {
        return;
    }
    if (parser_at(parser, word)) {
        bool left = parser->token.first && parser->token.indent < last->indent &&
                    parser->token.line > last->line;
        if (left && !parser->suspect.word) {
            parser->suspect = *last;
        }
        parser->open_count--;
        parser_advance(parser);
        return;
    }
    char shown[SHOWN_BYTES];
    const struct open *open = culprit(parser);
    struct token at = place_of(open);
    if (parser->misspelt.length > 0 && parser->misspelt.line < parser->token.line) {
        token_text(&parser->misspelt, shown, sizeof shown);
        parser_fail(parser, &parser->misspelt, "near_keyword", "%s%s", shown,
                    parser_near_keyword(&parser->misspelt));
    } else if (is_block(open) && parser->else_if.length > 0) {
        parser_fail(parser, &parser->else_if, "else_if", "%s", "else if");
    } else {
        bool block = is_block(open);
        bool brace = !block && parser->token.kind == TOKEN_KEYWORD;
        parser_fail(parser, &at, block ? "open_block" : "open_brace", "%s%s%d",
                    open->word, brace && open->word[0] == '{' ? "}" : word,
                    parser->token.line);
    }
}

void parser_fail_here(struct parser *parser)
{
    const struct token *token = &parser->token;
    char shown[SHOWN_BYTES];
    char word[WORD_BYTES];
    const char *meant = parser_near_keyword(token);
    show(token, shown);
    if (token->kind == TOKEN_END) {
        parser_fail(parser, &parser->before, "unfinished", "%s", "");
    } else if (meant) {
        parser_fail(parser, token, "near_keyword", "%s%s", shown, meant);
    } else if (token->kind == TOKEN_STRING || token->kind == TOKEN_NUMBER ||
               token->kind == TOKEN_NAME) {
        parser_fail(parser, token, "stray_word", "%s", shown);
    } else if (token->kind == TOKEN_KEYWORD) {
        parser_fail(parser, token, "stray_keyword", "%s", shown);
    } else if (str_format(word, sizeof word, "%s", shown) && strchr("})]", word[0])) {
        parser_fail(parser, token, "stray_close", "%s", shown);
    } else {
        parser_fail(parser, token, "stray_sign", "%s", shown);
    }
}
