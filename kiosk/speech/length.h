/* SPDX-License-Identifier: MIT */
/*
 * length: how long a text takes to say, from its syllables, without saying it.
 *
 * The figures are fitted to espeak-ng 1.51 at its own speed, in the voices of
 * scripts/languages.lua, over every text of the lessons. tests/unit/test_length.c holds
 * them to the engine, card by card. A Chinese character is a syllable; numbers and words
 * of grammar are short ones. English words are measured by their letters: over the same
 * texts the error of counted syllables is 10.4 % (root mean square), that of letters 6 %.
 */
#ifndef KIOSK_SPEECH_LENGTH_H
#define KIOSK_SPEECH_LENGTH_H

/* Seconds, with the pause behind it; 0 for a text that has nothing to say. `locale` is
 * that of spoken.h; what is neither Chinese nor English is measured as English is. */
double speech_length_s(const char *locale, const char *text);

#endif
