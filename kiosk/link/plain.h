/* SPDX-License-Identifier: MIT */
/*
 * plain: a line as the forms of shape.h read it: full-width letters, digits and marks are
 * ASCII, Chinese units of measure are those of the SI, and a terminal's colours are gone.
 * Pure.
 */
#ifndef KIOSK_LINK_PLAIN_H
#define KIOSK_LINK_PLAIN_H

#include <stddef.h>

/* `line` itself where nothing need be done, else `copy`, which has room for as many bytes
 * as the line: it never grows. */
const char *plain_text(const char *line, char *copy, size_t size);

/* Behind the terminal's escape sequence that begins at `at`. */
const char *plain_skip_escape(const char *at);

#endif
