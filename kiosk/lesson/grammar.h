/* SPDX-License-Identifier: MIT */
/*
 * grammar: reads the source of a lesson or of its texts as Lua does, to say in an
 * author's words what Lua says in a programmer's, and what Lua does not say at all. Pure.
 *
 *     struct grammar *grammar = grammar_read(source, &complaints);
 *     for (size_t i = 0; i < grammar->call_count; i++) { ... grammar->calls[i] ... }
 *     grammar_free(grammar);
 *
 * It tells one mistake of syntax at most, since what follows one is guesswork, and none
 * where Lua finds none: tests/unit/test_grammar.c compares the two.
 */
#ifndef KIOSK_LESSON_GRAMMAR_H
#define KIOSK_LESSON_GRAMMAR_H

#include <stddef.h>

#include "lesson/complaint.h"

enum { GRAMMAR_NAME_BYTES = 64 };

/* What becomes of what a call returns. */
enum grammar_use {
    GRAMMAR_VALUE,     /* kept, compared, passed on */
    GRAMMAR_NOTHING,   /* the call is a statement */
    GRAMMAR_CONDITION, /* only whether it is true: `if card.ask { ... } then` */
};

/* A field of a table in braces; of a list's entry the name is empty. */
struct grammar_field {
    char name[GRAMMAR_NAME_BYTES];
    char text[GRAMMAR_NAME_BYTES]; /* of a text in quotes; "" it is something else */
    int line;
};

/* A table in braces: what a function of a module is called with, or a table without. */
struct grammar_call {
    char function[GRAMMAR_NAME_BYTES]; /* "card.ask"; "" a table that is no argument */
    int line;
    enum grammar_use use;
    size_t field_count;
    struct grammar_field *fields;
};

/* A name as it is used: `base.field`, or `base` alone. */
struct grammar_name {
    char base[GRAMMAR_NAME_BYTES];
    char field[GRAMMAR_NAME_BYTES]; /* "" none */
    int line, column;
    bool colon;            /* base:field */
    bool assigned;         /* base = ..., without local */
    bool item;             /* stands alone as an entry of a table */
    bool called_with_text; /* base "..." as an entry of a table */
};

struct grammar {
    bool sound; /* no mistake of syntax */
    size_t call_count;
    struct grammar_call *calls;
    size_t name_count;
    struct grammar_name *names;
    size_t local_count; /* names that are declared anywhere */
    char (*locals)[GRAMMAR_NAME_BYTES];
    size_t statement_count; /* calls and assignments inside functions, in order */
    int *statements;        /* their lines */
};

/* Never NULL. */
struct grammar *grammar_read(const char *source, const struct complaints *to);
void grammar_free(struct grammar *grammar); /* NULL is fine */

#endif
