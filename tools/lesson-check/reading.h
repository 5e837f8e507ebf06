/* SPDX-License-Identifier: MIT */
/*
 * reading: which words of a text the kiosk would read aloud by a guess.
 */
#ifndef LESSON_CHECK_READING_H
#define LESSON_CHECK_READING_H

#include <stddef.h>

struct lexicon;
struct findings;

/* A warning for each guess in `text`, which stands in `file` at `line` under `key`. */
void reading_check(struct findings *findings, const struct lexicon *lexicon,
                   const char *locale, const char *lang, const char *file, int line,
                   const char *key, const char *text);

#endif
