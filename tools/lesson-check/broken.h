/* SPDX-License-Identifier: MIT */
/*
 * broken: a data file without which no lesson can be checked (topics.lua, languages.lua,
 * a guideline ...) and that cannot be read.
 */
#ifndef LESSON_CHECK_BROKEN_H
#define LESSON_CHECK_BROKEN_H

struct findings;

/* Adds what err_text() says of `file`, at its line as far as that can be found; where the
 * source is no Lua, what an author is told of that. */
void broken_add(struct findings *findings, const char *file);

#endif
