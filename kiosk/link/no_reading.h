/* SPDX-License-Identifier: MIT */
/* no_reading: words that a sensor says in place of a number: "TIMEOUT", "Out of
 * range". */
#ifndef KIOSK_LINK_NO_READING_H
#define KIOSK_LINK_NO_READING_H

#include <stdbool.h>

/* Whether the line, words alone, stands where a reading was due. What a manikin says to
 * the person who presses ("Push harder") does not. */
bool no_reading(const char *line);

#endif
