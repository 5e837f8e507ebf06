/* SPDX-License-Identifier: MIT */
/*
 * draw: has life-kiosk, which stands beside this program, draw the cards of a lesson.
 */
#ifndef LESSON_CHECK_DRAW_H
#define LESSON_CHECK_DRAW_H

#include <stdbool.h>

/* Into `out`, with the names that kiosk/cards.h tells. False (err_text()) when the
 * program is not there or could not. */
bool draw_cards(const char *folder, const char *out);

#endif
