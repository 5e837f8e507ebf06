/* SPDX-License-Identifier: MIT */
/*
 * lines: where in a data file a value was written, for the sentence that names it.
 * Private to conf.
 *
 * Lua does not keep the lines of what a chunk returns. The text is looked through once
 * more, and only where something is wrong.
 */
#ifndef KIOSK_CONF_LINES_H
#define KIOSK_CONF_LINES_H

#include <stddef.h>

/* The line, from 1, on which the value at `path` begins: "aeds[3].east_m" in the table
 * that the chunk returns. Where it is not written so (a loop made it) the line of what it
 * stands in; 0: not even that is found. */
int conf_line_of(const char *bytes, size_t length, const char *path);

#endif
