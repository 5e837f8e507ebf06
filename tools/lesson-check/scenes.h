/* SPDX-License-Identifier: MIT */
/*
 * scenes: the pictures that a card names, of what is right and of what is wrong.
 */
#ifndef LESSON_CHECK_SCENES_H
#define LESSON_CHECK_SCENES_H

#include "lesson/lesson.h"

struct findings;

/* What is wrong with them, in `file` at `line`; `source` is its text, in which the lines
 * of answers are found. */
void scenes_check(struct findings *findings, const char *file, int line,
                  const char *source, const struct lesson_card *card);

/* The same of a name that stands by itself; "" is none. */
void scenes_check_name(struct findings *findings, const char *file, int line,
                       const char *name);

#endif
