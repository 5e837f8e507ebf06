/* SPDX-License-Identifier: MIT */
/*
 * hall: what attract tells of the hall, without persons: about how many came today, this
 * week and this year and how many lessons they learnt (count/crowd.h says why only
 * about), the best of today, the bar that staff have set, and the best of another hall.
 */
#ifndef KIOSK_SCREENS_HALL_H
#define KIOSK_SCREENS_HALL_H

#include <stddef.h>
#include <stdint.h>

#include "count/crowd.h"

struct kiosk;

/* Zeroed to begin with; of struct kiosk. */
struct hall_crowd {
    struct crowd crowd;
    int day, hour;    /* the first hour that is not read yet */
    int64_t retry_us; /* the counts could not be read, and are then again */
};

/* Once a frame while nobody is there: reads the hours that are over, some days at a time
 * after the start. While the date cannot be right nothing is read. */
void hall_follow(struct kiosk *k);

/* How many came, and all the rest: a line for each, or "" where there is nothing to tell.
 * They return `out`. */
const char *hall_crowd_words(const struct kiosk *k, char *out, size_t size);
const char *hall_words(const struct kiosk *k, char *out, size_t size);

#endif
