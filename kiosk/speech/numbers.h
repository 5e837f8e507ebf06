/* SPDX-License-Identifier: MIT */
/*
 * numbers: numerals in a text, from "5" to "2026-11-28". Private to speech.
 */
#ifndef KIOSK_SPEECH_NUMBERS_H
#define KIOSK_SPEECH_NUMBERS_H

#include <stdbool.h>

struct item;

/*
 * The longest thing with digits at `text`, which begins with a digit: fills kind, count,
 * numbers, unit and per of `item`, and returns where it ends.
 */
const char *numbers_take(const char *text, struct item *item);

#endif
