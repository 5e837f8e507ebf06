/* SPDX-License-Identifier: MIT */
/*
 * hall: what is told of the hall beside a score, without persons: the best of today, the
 * bar that staff have set, and the best of another hall.
 */
#ifndef KIOSK_SCREENS_HALL_H
#define KIOSK_SCREENS_HALL_H

#include <stddef.h>

struct kiosk;

/* A line for each, or "" where there is nothing to tell. Returns `out`. */
const char *hall_words(const struct kiosk *k, char *out, size_t size);

#endif
