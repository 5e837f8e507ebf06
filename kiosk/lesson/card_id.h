/* SPDX-License-Identifier: MIT */
/*
 * card_id: which of a lesson's cards this is, as its author wrote it.
 */
#ifndef KIOSK_LESSON_CARD_ID_H
#define KIOSK_LESSON_CARD_ID_H

#include <stdint.h>

struct lesson_card;

/*
 * The same in every language, in whatever order the answers are shown, and whatever was
 * measured before; another one where anything else is written. Never 0.
 */
uint64_t lesson_card_id(const struct lesson_card *card);

#endif
