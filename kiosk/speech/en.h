/* SPDX-License-Identifier: MIT */
/*
 * en: English numerals, as in Britain: "one hundred and one". Private to speech.
 */
#ifndef KIOSK_SPEECH_EN_H
#define KIOSK_SPEECH_EN_H

#include <stddef.h>

struct number;
struct saying;

/* A word, with a space in front where one is due; "" adds nothing. */
void en_put(struct saying *s, const char *word);

/* Digits one by one, a dot as "point", anything else a pause. */
void en_put_digits(struct saying *s, const char *digits, size_t length);

/* Digits as one number: "1005" is one thousand and five. */
void en_put_whole(struct saying *s, const char *digits);
void en_put_number(struct saying *s, const struct number *number);

/* Four digits in pairs: nineteen oh four. */
void en_put_year(struct saying *s, const char *digits);

/* The last word that was put becomes its ordinal: "twenty-four" twenty-fourth. */
void en_make_ordinal(struct saying *s);

#endif
