/* SPDX-License-Identifier: MIT */
/* no_reading: words that a sensor says in place of a number: "TIMEOUT", "Out of
 * range". */
#ifndef KIOSK_LINK_NO_READING_H
#define KIOSK_LINK_NO_READING_H

#include <stdbool.h>

#include "link/shape.h"

/* Whether the line, words alone, stands where a reading was due. What a manikin says to
 * the person who presses ("Push harder") does not. */
bool no_reading(const char *line);

/* Whether `line`, read from `text`, stands where a reading of `column` was due. */
bool no_reading_of(const struct shape_line *line, const char *text, const char *column);

#endif
