/* SPDX-License-Identifier: MIT */
/*
 * debrief: the one thing to change next time.
 *
 * The fault that cost the most of the score, by the same factors the score is made of.
 */
#ifndef KIOSK_SCREENS_DEBRIEF_H
#define KIOSK_SCREENS_DEBRIEF_H

#include <stdint.h>

#include "screens/run.h"

enum debrief_advice {
    DEBRIEF_KEEP,  /* nothing cost as much as 3 points */
    DEBRIEF_START, /* there was no compression */
    DEBRIEF_DEEPER,
    DEBRIEF_LESS_DEEP,
    DEBRIEF_FASTER,
    DEBRIEF_SLOWER,
    DEBRIEF_RELEASE,
    DEBRIEF_HANDS,
    DEBRIEF_NO_PAUSE,
    DEBRIEF_COUNT
};

struct debrief {
    enum debrief_advice advice;
    uint32_t faulty; /* compressions with that fault, or pauses */
    uint32_t of;     /* compressions looked at */
};

struct debrief debrief_of(const struct run *run);

#endif
