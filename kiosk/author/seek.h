/* SPDX-License-Identifier: MIT */
/*
 * seek: from a place in a file of a lesson to the card that it is about.
 */
#ifndef KIOSK_AUTHOR_SEEK_H
#define KIOSK_AUTHOR_SEEK_H

#include <stdbool.h>

#include "author/draft.h"

/*
 * Of a text file, the card that shows the text of that line; of lesson.lua, the card that
 * names a text of that line, else the one made there or in the nearest line before. A
 * card of the draft's present way comes first, then one on any other, which then becomes
 * the draft's. False: there is none, and nothing changed.
 */
bool seek_card(struct draft *draft, const char *file, int line);

#endif
