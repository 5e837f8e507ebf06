/* SPDX-License-Identifier: MIT */
/*
 * numerals: the few words of which every number of a language is put together. Who has
 * recorded these can say any value.
 */
#ifndef KIOSK_SPEECH_NUMERALS_H
#define KIOSK_SPEECH_NUMERALS_H

#include <stdbool.h>
#include <stddef.h>

/* In the order in which they should be recorded; NULL past the end, and for any language
 * that spoken_words() does not know. */
const char *numerals_word(const char *locale, size_t index);

/* What is counted when nothing else is: a value behind which it stands is an amount. */
const char *numerals_counted(const char *locale);

/*
 * The words of the set that `words` of spoken_words() consists of, one a call: moves
 * `*words` behind it and returns its index. -1: nothing is left; -2: what stands there is
 * none of them.
 */
int numerals_next(const char *locale, const char **words);

#endif
