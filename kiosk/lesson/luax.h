/* SPDX-License-Identifier: MIT */
/*
 * luax: reads a table an author wrote, and names each mistake by file and line. Private
 * to lesson.
 *
 * Everything here may raise: call it only from inside a binding or a protected call, and
 * hold nothing that would leak.
 */
#ifndef KIOSK_LESSON_LUAX_H
#define KIOSK_LESSON_LUAX_H

#include "lesson/internal.h"

struct luax_reader {
    lua_State *L;
    int index;          /* of the table; absolute */
    const char *who;    /* "card.ask", begins the sentence */
    const char *source; /* to find the line of a key in; NULL: the line of the call */
    int line;           /* used where the source shows none; 0: the line of the call */
    const char *words;  /* a text in `whole` that stands at the line; NULL: none */
    const char *whole;
};

/* For a binding's one argument. */
struct luax_reader luax_argument(lua_State *L, const char *who);

/* Raises "lesson.lua:<line>: <who>: <sentence>". `key` helps to find the line; may be
 * NULL. `kind` is the sentence's in lesson_cause(), and its key in scripts/check/. Never
 * returns; the int lets a binding write `return luax_fail(...)`. */
int luax_fail(const struct luax_reader *reader, const char *key, const char *kind,
              const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Raises unless it is a table whose keys are among `keys` (NULL at the end) or 1..n
 * without a gap, n <= list_max. Returns n. */
int luax_check(const struct luax_reader *reader, const char *const *keys, int list_max);

enum luax_need { LUAX_OPTIONAL, LUAX_REQUIRED };

/* Copies a short text into `out` (LESSON_KEY_MAX bytes); "" when it is not there. */
void luax_key(const struct luax_reader *reader, const char *key, char *out,
              enum luax_need need);

/* Copies the value on top of the stack, entry `number` of the table's list, into `out`
 * (LESSON_KEY_MAX bytes). It stays there. */
void luax_entry(const struct luax_reader *reader, int number, char *out);

/* Copies the table's own list 1..count, each LESSON_KEY_MAX bytes. */
void luax_list(const struct luax_reader *reader, char (*out)[LESSON_KEY_MAX], int count);

/* A whole number in [low, high]; `fallback` when it is not there. */
int luax_int(const struct luax_reader *reader, const char *key, int low, int high,
             int fallback);

/* A number in [low, high]; raises when it is not there. */
double luax_number(const struct luax_reader *reader, const char *key, double low,
                   double high);

/* True or false; false when it is not there. */
bool luax_bool(const struct luax_reader *reader, const char *key);

#endif
