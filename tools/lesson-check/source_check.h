/* SPDX-License-Identifier: MIT */
/*
 * source_check: what is wrong with a file as it is written, before anything runs.
 */
#ifndef LESSON_CHECK_SOURCE_CHECK_H
#define LESSON_CHECK_SOURCE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "findings.h"
#include "lesson/grammar.h"
#include "lesson/nearest.h"

enum source_state {
    SOURCE_SOUND,
    SOURCE_TOLD,   /* Lua cannot read it; why has been told */
    SOURCE_UNTOLD, /* Lua cannot read it, and only Lua knows why */
};

/* Reads it; `*grammar` is the caller's to free. */
enum source_state source_read(struct findings *findings, const char *file,
                              const char *source, size_t length,
                              struct grammar **grammar);

/* Of lesson.lua: names that nothing has, questions without a right answer, a field or an
 * answer twice. */
void source_check_lesson(struct findings *findings, const char *file,
                         const struct grammar *grammar);

/* Of text/<code>.lua: texts without quotes, a key twice. */
void source_check_texts(struct findings *findings, const char *file,
                        const struct grammar *grammar);

/* The line of a field of the table that `function` was called with at `line`, 0: of
 * none. */
int source_field_line(const struct grammar *grammar, const char *function, int line,
                      const char *field);

#endif
