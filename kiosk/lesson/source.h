/* SPDX-License-Identifier: MIT */
/*
 * source: where in a Lua file something stands, to name the line of a mistake in a table.
 *
 * Lua keeps no lines for table fields, so this looks for the words. A comment that reads
 * like a field can mislead it by some lines; only error messages depend on it.
 */
#ifndef KIOSK_LESSON_SOURCE_H
#define KIOSK_LESSON_SOURCE_H

#include <stddef.h>

/* The 1-based line of the first `key =`, or of `["key"] =`; 0 when there is none. */
int source_line_of_key(const char *source, const char *key);

/* The line of the first "text" in quotes; 0 when there is none. */
int source_line_of_text(const char *source, const char *text);

/* The line of the first `name` that is compared with a number written beside it, as in
 * `result.name < 100`; 0 when there is none. */
int source_line_of_comparison(const char *source, const char *name);

/* The first picture that the source names by `scene = "..."`; "" when it names none. */
void source_first_scene(const char *source, char *out, size_t size);

#endif
