/* SPDX-License-Identifier: MIT */
/*
 * nearest: what somebody may have meant who wrote a word that nothing is called.
 */
#ifndef KIOSK_LESSON_NEAREST_H
#define KIOSK_LESSON_NEAREST_H

#include <stddef.h>

/* The nearest of words that commas or blanks part; "" where none is near. */
void source_nearest(const char *word, const char *words, char *out, size_t size);

#endif
