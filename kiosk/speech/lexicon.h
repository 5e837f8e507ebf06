/* SPDX-License-Identifier: MIT */
/*
 * lexicon: words as they will be spoken -> what the engine is given.
 *
 * Chinese becomes pinyin throughout, by the longest words of the lists, the rest
 * character by character: an engine that guesses at characters reads 重复 as "zhong fu" and
 * 溺水 with three syllables. English words that the engine reads wrongly are spelled in
 * another way.
 *
 * The lists are scripts/speech/<code>.lua (by people, goes first) and
 * <code>-common.lua (made by tools/readings).
 */
#ifndef KIOSK_SPEECH_LEXICON_H
#define KIOSK_SPEECH_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

struct conf_readings;
struct lexicon;
struct paths;
struct str;

/* Of a locale as in spoken.h. */
struct lexicon *lexicon_create(const char *locale);

/* With the lists of a language that there are: scripts/speech/<code>.lua, then
 * <code>-common.lua. NULL (err_text()) when one of them is wrong. */
struct lexicon *lexicon_load(const struct paths *paths, const char *code,
                             const char *locale);

/* NULL is fine. */
void lexicon_destroy(struct lexicon *lexicon);

/* Adds a list; what a list before it has stays. The words are copied. False (err_text())
 * at a reading that is none, with file, word and cure. */
bool lexicon_add(struct lexicon *lexicon, const struct conf_readings *readings);

/* Adds what the engine is given for `words` of spoken_words() to `out`. */
void lexicon_say(const struct lexicon *lexicon, const char *words, struct str *out);

/*
 * The next place from `from` on whose reading is a guess: a character that has several
 * and stands in no word of the lists, one that no list has, or a word of foreign letters.
 * Returns the place and its bytes; NULL when there is none left.
 */
const char *lexicon_undecided(const struct lexicon *lexicon, const char *from,
                              size_t *length);

#endif
