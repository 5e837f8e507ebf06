/* SPDX-License-Identifier: MIT */
/*
 * tighten: how much closer characters stand than the font sets them.
 *
 * Two Chinese marks side by side have a hole of half an em between them, 归零”。 among them:
 * CLREQ 3.1.6 takes it out. And the font has one shape of “ and ” for all languages, as
 * wide as a hanzi: in an English line they get the room that their ink needs.
 */
#ifndef KIOSK_TEXT_TIGHTEN_H
#define KIOSK_TEXT_TIGHTEN_H

#include <stdbool.h>
#include <stddef.h>

struct _TTF_Font; /* TTF_Font */

/* Pixels to take away just before a byte that begins a character. */
struct tighten {
    short inside; /* when the character before it stands in the same line */
    short first;  /* when the line begins here */
    short last;   /* when the line ends here */
};

/* Fills `length` + 1 places. False, and nothing is filled, when there is nothing to take
 * away anywhere. */
bool tighten_find(struct _TTF_Font *font, int em_px, bool chinese, const char *text,
                  size_t length, struct tighten *places);

/* All that the line [start, end) loses. */
int tighten_sum(const struct tighten *places, size_t start, size_t end);

#endif
