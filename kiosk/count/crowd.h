/* SPDX-License-Identifier: MIT */
/*
 * crowd: how many came and how many lessons they learnt, today, this week and this year,
 * as anybody in the hall may read it.
 *
 * Who stands by sees a visitor come and go, and could tell from the numbers before and
 * after what that one did. So the sums of full hours go on together, as a batch, when 5
 * visits have come since the batch before; and all that is told is a sum of whole
 * batches, rounded down to tens, from 10 on. Whatever is subtracted from what, on
 * whichever days, is of 5 visits at least. A batch belongs to the day on which it is
 * whole: the last visitor of an evening is told of with those of the next morning. Only
 * with a new year what waits is left out, and its first week begins with it, so that a
 * kiosk that is switched on anew on any day of the year tells the same.
 *
 * Pure: the caller brings the hours that are over.
 */
#ifndef KIOSK_COUNT_CROWD_H
#define KIOSK_COUNT_CROWD_H

#include <stdint.h>

enum {
    CROWD_BATCH = 5,  /* visits */
    CROWD_ROUND = 10, /* told are multiples of it */
};

struct crowd_sums {
    int64_t visits, lessons;
};

enum crowd_span { CROWD_TODAY, CROWD_WEEK, CROWD_YEAR, CROWD_SPANS };

/* Zeroed to begin with. */
struct crowd {
    int day; /* of the last hour */
    struct crowd_sums waits;
    struct crowd_sums told[CROWD_SPANS]; /* exactly */
};

/* What an hour of `day` had that is over. Hours come in their order; those without
 * anything may be left out. */
void crowd_add(struct crowd *crowd, int day, const struct crowd_sums *hour);

/* What may be told on `day`, that of the last hour or a later one. 0: nothing. */
struct crowd_sums crowd_told(const struct crowd *crowd, int day, enum crowd_span span);

#endif
