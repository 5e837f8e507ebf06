/* SPDX-License-Identifier: MIT */
/*
 * plain: a data file that consists of nothing but data, read without Lua. Private to
 * conf, and to lesson for the head of a lesson.
 *
 * Nearly every data file is `return { ... }` of names, texts, numbers, true, false and
 * tables. Compiling and running it, and copying what comes of it, took an eighth of the
 * kiosk's start and most of the time until a lesson's titles are known. What is read here
 * is what Lua would have made of it, or nothing: whatever else stands in the file, a
 * mistake too, is left to Lua, which names its line.
 */
#ifndef KIOSK_CONF_PLAIN_H
#define KIOSK_CONF_PLAIN_H

#include <stddef.h>

struct conf_data;

/* The table, as conf_data_parse() returns it. NULL: Lua has to look at it; err_text() is
 * left alone. */
struct conf_data *conf_plain_parse(const char *bytes, size_t length);

/* What stands before `stop = ...` in the table of a file such as a lesson's, whose run()
 * is no data. Nothing behind it has been looked at. NULL: it is not plain up to there. */
struct conf_data *conf_plain_head(const char *bytes, size_t length, const char *stop);

#endif
