/* SPDX-License-Identifier: MIT */
/*
 * debrief: what is said of a run when it is over.
 */
#ifndef KIOSK_STATION_DEBRIEF_H
#define KIOSK_STATION_DEBRIEF_H

#include <stdint.h>

#include "cpr/pair.h"
#include "cpr/percentile.h"
#include "cpr/picks.h"
#include "station/run.h"

/* Who presses. */
enum presser { PRESSER_UNKNOWN, PRESSER_ADULT, PRESSER_CHILD, PRESSERS };

struct debrief_by {
    enum presser presser;
    const struct cpr_guideline *adult;     /* the hall's own */
    const struct cpr_guideline *child;     /* depth is not scored; NULL: there is none */
    const struct cpr_beginners *beginners; /* NULL: none to be set beside */
};

/* All that is worked out of a finished run, once: no screen does so sixty times a
 * second. */
struct debrief {
    enum presser presser;
    const struct cpr_guideline *guideline; /* what is said to be the yardstick */
    struct cpr_debrief advice;
    /* Nobody has said who pressed, and the advice is about depth: a way to go, no
     * fault. */
    bool is_depth_open;
    int to_pass;     /* as debrief_to_pass() */
    int better_than; /* as debrief_better_than() */
    bool is_passed;
    struct cpr_picks picks; /* places in run->compressions */
    struct cpr_pair pair;   /* who of two pressed what */
    struct cpr_pair_share
        share[CPR_PAIR_WHO]; /* ... and how well; without two, nothing */
    /* What is shown: of two without their changes, which are nobody's fault. What is
     * kept, counted and held against others is the run's own. */
    struct cpr_result result;
};

/*
 * Judges a finished run as whoever pressed it is judged, and works all of it out. A run
 * by a guideline that is neither of the two is left as it is.
 *
 * Where nobody has said who pressed, the points, the pushes and the advice are a child's:
 * rhythm and release count, depth is shown and held against nobody. Passed, and better
 * than beginners, is what was so as an adult: depth can only earn praise.
 */
void debrief_make(struct debrief *debrief, struct run *run, const struct debrief_by *by);

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
