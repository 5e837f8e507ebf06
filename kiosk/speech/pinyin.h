/* SPDX-License-Identifier: MIT */
/*
 * pinyin: syllables with tone numbers, "chong2 fu4", "lv4", "de5". Private to speech.
 */
#ifndef KIOSK_SPEECH_PINYIN_H
#define KIOSK_SPEECH_PINYIN_H

#include <stdbool.h>
#include <stddef.h>

enum { PINYIN_BYTES = 10 };

/* Whether `length` bytes are one syllable that Chinese has sounds for, and its tone. */
bool pinyin_is_syllable(const char *text, size_t length);

/* Syllables with one space between. 0 when one of them is not one: `wrong` is then where
 * it begins, and its bytes. */
size_t pinyin_count(const char *syllables, const char **wrong, size_t *length);

#endif
