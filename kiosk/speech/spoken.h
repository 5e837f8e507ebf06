/* SPDX-License-Identifier: MIT */
/*
 * spoken: a text as it is shown -> the words as they will be spoken.
 *
 * "按 30:2，深度 5–6 cm" becomes "按三十比二，深度五到六厘米", "call 120" becomes "call one two zero".
 * What comes out has no digit, no sign and no unit left: only words, letters one by one
 * ("A E D"), and marks at which a voice pauses. Pure: no engine, no file, no clock.
 *
 * A number that stands alone is read by what it looks like: 120 as a telephone number,
 * 1864 as a year. Who speaks a value gives it its unit: "120 次", "1864 times".
 */
#ifndef KIOSK_SPEECH_SPOKEN_H
#define KIOSK_SPEECH_SPOKEN_H

struct str;

/*
 * Adds the words of `text` to `out`. `locale` is the one of scripts/languages.lua: "zh",
 * "en", or with more behind it ("en-GB"); the text of any other language is added as it
 * is. Broken UTF-8 is left out.
 */
void spoken_words(const char *locale, const char *text, struct str *out);

#endif
