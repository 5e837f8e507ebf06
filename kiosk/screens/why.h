/* SPDX-License-Identifier: MIT */
/*
 * why: what has failed and why, in the language on the screen.
 */
#ifndef KIOSK_SCREENS_WHY_H
#define KIOSK_SCREENS_WHY_H

#include <stddef.h>

struct kiosk;

/* What err_text() says. Returns `out`. */
const char *why_failed(const struct kiosk *k, char *out, size_t size);

/* Fills in a text of the kiosk's, as kiosk_fill(); what the system says among the pairs
 * is said in the same language. Returns `out`. */
const char *why_fill(const struct kiosk *k, char *out, size_t size, const char *key,
                     const char *const *pairs);

#endif
