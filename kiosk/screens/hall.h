/* SPDX-License-Identifier: MIT */
/*
 * hall: what attract tells of the hall, without persons: how many came today, the best of
 * today, the bar that staff have set, and the best of another hall.
 */
#ifndef KIOSK_SCREENS_HALL_H
#define KIOSK_SCREENS_HALL_H

#include <stddef.h>
#include <stdint.h>

struct kiosk;

/* A line for each, or "" where there is nothing to tell. `today`: visits. Returns
 * `out`. */
const char *hall_words(const struct kiosk *k, int64_t today, char *out, size_t size);

#endif
