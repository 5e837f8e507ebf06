/* SPDX-License-Identifier: MIT */
/*
 * debrief: what is said of a run when it is over.
 */
#ifndef KIOSK_STATION_DEBRIEF_H
#define KIOSK_STATION_DEBRIEF_H

#include <stdint.h>

#include "cpr/percentile.h"
#include "station/run.h"

struct cpr_debrief debrief_of(const struct run *run);

/* As cpr_debrief_to_pass(), for what debrief_of() advises. */
int debrief_to_pass(const struct run *run);

/* 30:2: the cycles that were brought to their end, and how many pushes they had. */
struct debrief_cycles {
    uint32_t count;
    uint32_t fewest, most; /* pushes; 0 without cycles */
};

struct debrief_cycles debrief_cycles(const struct run *run);

/*
 * How many in a hundred beginners scored less; 0: not shown. Shown from 50 on:
 * "better than 40 %" says to a child that most were better, and it is among the low
 * scores that the model of the beginners is least sure (percentile.h). `beginners` may be
 * NULL.
 */
int debrief_better_than(const struct run *run, const struct cpr_beginners *beginners);

#endif
