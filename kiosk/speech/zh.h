/* SPDX-License-Identifier: MIT */
/*
 * zh: Chinese numerals. Private to speech.
 */
#ifndef KIOSK_SPEECH_ZH_H
#define KIOSK_SPEECH_ZH_H

#include <stdbool.h>
#include <stddef.h>

struct number;
struct saying;

/* Words; behind letters with a space between. */
void zh_put(struct saying *s, const char *words);

/* Digits one by one, a dot as 点, anything else a pause. Telephones have 幺 for 1. */
void zh_put_digits(struct saying *s, const char *digits, size_t length, bool calls);

/* `counts`: something is counted, so that a 2 alone is 两. */
void zh_put_number(struct saying *s, const struct number *number, bool counts);

#endif
