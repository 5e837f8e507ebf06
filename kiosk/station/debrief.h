/* SPDX-License-Identifier: MIT */
/*
 * debrief: the one thing to change next time.
 *
 * The fault that cost the most of the score, by the same factors the score is made of.
 */
#ifndef KIOSK_STATION_DEBRIEF_H
#define KIOSK_STATION_DEBRIEF_H

#include <stdint.h>

#include "cpr/percentile.h"
#include "station/run.h"

enum debrief_advice {
    DEBRIEF_KEEP,  /* nothing cost as much as 3 points */
    DEBRIEF_START, /* there was no compression */
    DEBRIEF_DEEPER,
    DEBRIEF_LESS_DEEP,
    DEBRIEF_FASTER,
    DEBRIEF_SLOWER,
    DEBRIEF_RELEASE,
    DEBRIEF_HANDS,
    DEBRIEF_NO_PAUSE,    /* compressions only */
    DEBRIEF_SHORT_PAUSE, /* 30:2 */
    DEBRIEF_BREATHE,     /* 30:2, pressed well, and no stop for breaths */
    DEBRIEF_COUNT
};

struct debrief {
    enum debrief_advice advice;
    uint32_t faulty; /* compressions with that fault, or pauses */
    uint32_t of;     /* compressions looked at */
};

struct debrief debrief_of(const struct run *run);

/* 30:2: the cycles that were brought to their end, and how many pushes they had. */
struct debrief_cycles {
    uint32_t count;
    uint32_t fewest, most; /* pushes; 0 without cycles */
};

struct debrief_cycles debrief_cycles(const struct run *run);

/*
 * How many in a hundred beginners scored less; 0: nothing to be told. Told from 50 on:
 * "better than 40 %" says to a child that most were better, and it is among the low
 * scores that the model of the beginners is least sure (percentile.h). `beginners` may be
 * NULL.
 */
int debrief_better_than(const struct run *run, const struct cpr_beginners *beginners);

#endif
