/* SPDX-License-Identifier: MIT */
/* aeds_words: an AED of staff's list in words. Private to aeds and its staff page. */
#ifndef KIOSK_SCREENS_AEDS_WORDS_H
#define KIOSK_SCREENS_AEDS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/aeds.h"

struct kiosk;

enum { AEDS_WORDS_MAX = 1280 };

/* A name or place, with places where what is longer than words may be broken. */
void aeds_words_of(const struct kiosk *k, const struct conf_phrase *words,
                   char out[AEDS_WORDS_MAX]);

/* "东北方向 240 米，走过去约 4 分钟". */
void aeds_words_way(const struct kiosk *k, const struct conf_aed *aed,
                    char out[AEDS_WORDS_MAX]);

/* Minutes on foot, at least 1: 80 m a minute, which house advertisements count with, and
 * streets that are longer than the straight way by 3 parts of 10. */
int aeds_words_minutes(double away_m);

/* "现在开放。周一到周五 8:30 到 17:00". Without "now" while the clock is not set. */
void aeds_words_hours(const struct kiosk *k, const struct conf_aed *aed,
                      char out[AEDS_WORDS_MAX]);

/* Whether it is open now; false also while the clock is not set. */
bool aeds_words_open(const struct kiosk *k, const struct conf_aed *aed);

/* "打开柜子：拉开门就会响". */
void aeds_words_opens(const struct kiosk *k, const struct conf_aed *aed,
                      char out[AEDS_WORDS_MAX]);

#endif
