/* SPDX-License-Identifier: MIT */
/*
 * names: words from outside, of any length and without a blank: a cable's name, a file's.
 */
#ifndef KIOSK_SCREENS_NAMES_H
#define KIOSK_SCREENS_NAMES_H

#include <stddef.h>

/* Of a name with its places to break. */
enum { NAMES_MAX = 1024 };

/* Puts places into `name` where a line may end, which nobody sees: after its marks, and
 * in what is longer than words are. `out` has NAMES_MAX bytes; what is longer is cut. */
void names_breakable(const char *name, char out[NAMES_MAX]);

/* "…" and its end, which says more than its beginning; the whole has to stand somewhere
 * else. With places as above. */
void names_end(const char *name, char out[NAMES_MAX]);

#endif
