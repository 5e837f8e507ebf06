/* SPDX-License-Identifier: MIT */
/*
 * mistake: the line of a mistake in a data file.
 *
 * What reads a file says which key is wrong (fields.h), and Lua keeps no lines of what a
 * chunk returns. Who tells the sentence asks here for the line, once, where something is
 * wrong; the text of the file is looked through for that key.
 */
#ifndef KIOSK_CONF_MISTAKE_H
#define KIOSK_CONF_MISTAKE_H

#include <stddef.h>

struct err_cause;

/* The line, from 1, in the text of the file that `cause` is about; 0 where it names no
 * place in it. */
int conf_mistake_line(const struct err_cause *cause, const char *bytes, size_t length);

/* The line of a place, "trusted_keys[2].key", in the file at `path`; 0 where it cannot be
 * read. */
int conf_mistake_line_at(const char *path, const char *place);

/* Puts the line into err_text(), "kiosk.lua: ..." becomes "kiosk.lua:12: ...", where
 * err_cause() says a file that can be read and a place in it. Else it stays as it is. */
void conf_mistake_place(void);

#endif
