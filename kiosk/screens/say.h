/* SPDX-License-Identifier: MIT */
/*
 * say: what is put together to be spoken, a line a sentence.
 */
#ifndef KIOSK_SCREENS_SAY_H
#define KIOSK_SCREENS_SAY_H

#include "base/str.h"

struct kiosk;

/* Adds a line, unless it is "". Where it is broken to be looked at, it goes on. */
void say_line(struct str *out, const char *line);

/* Adds what has several lines, each a sentence; unless it is "". */
void say_lines(struct str *out, const char *lines);

/* Adds the interface's text of `key`. */
void say_text(const struct kiosk *k, struct str *out, const char *key);

#endif
