/* SPDX-License-Identifier: MIT */
/* The parts of grammar among themselves. */
#ifndef KIOSK_LESSON_GRAMMAR_PARSER_H
#define KIOSK_LESSON_GRAMMAR_PARSER_H

#include "lesson/grammar.h"
#include "lesson/lexer.h"

enum { OPEN_MAX = 200, NO_CALL = -1 };

/* What was opened and is not closed yet: `if`, `function`, {, ( ... */
struct open {
    const char *word;
    int line, column;
    int indent; /* of its line */
};

struct parser {
    struct lexer lexer;
    struct token token;  /* the one to be read */
    struct token next;   /* behind it */
    struct token before; /* the last that was read */

    bool failed; /* a mistake was told; nothing is read any more */
    const struct complaints *to;
    struct grammar *grammar;
    size_t open_count;
    struct open opens[OPEN_MAX];
    struct open suspect;   /* closed by what stands further left; word NULL: none */
    struct token else_if;  /* `if` behind `else` in one line; length 0: none */
    struct token misspelt; /* a name like a keyword; length 0: none */
    struct token returned; /* that ended what `return` gives; length 0: none */
    int depth;             /* of expressions in one another */
};

/* What an expression is, as far as anybody asks. */
struct value {
    int call;         /* all of it is this call, an index; NO_CALL */
    int name;         /* all of it is this name, an index; -1 */
    bool prefix_call; /* it may stand as a statement */
};

/* Room for one more item behind `count`. */
void *grammar_grow(void *items, size_t count, size_t size);

void parser_advance(struct parser *parser);
bool parser_at(const struct parser *parser, const char *word);

/* Passes the word over where it stands next. */
bool parser_take(struct parser *parser, const char *word);

/* False, with the mistake told, when there are too many inside one another. */
bool parser_open(struct parser *parser, const char *word, const struct token *at);

/* Passes over what closes the last that was opened; else tells why it is not there. */
void parser_close(struct parser *parser, const char *word);

/* Tells the first mistake at a token. The format as in complain(). */
void parser_fail(struct parser *parser, const struct token *at, const char *kind,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* What does not belong where it stands. */
void parser_fail_here(struct parser *parser);

struct value parse_expression(struct parser *parser);
struct value parse_suffixed(struct parser *parser);
void parse_function_body(struct parser *parser, const struct token *function);
void parse_block(struct parser *parser);

/* A value of which only its truth counts. */
void parser_is_condition(struct parser *parser, struct value value);

/* The name is declared from here on. */
void parser_declare(struct parser *parser, const struct token *name);

/* The keyword that was meant; NULL when it is near none. */
const char *parser_near_keyword(const struct token *token);

#endif
