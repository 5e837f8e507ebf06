/* SPDX-License-Identifier: MIT */
/*
 * stamp: the time that lines carry, as steps. Used for the cable and for captured files.
 *
 * millis() and micros() count in 32 bits: a stamp that runs over goes on. A stamp that
 * falls, or runs further ahead than its manikin usually does and than the kiosk waited,
 * is held back until the next one:
 * - the next follows the one before it: it was damaged on the way, and its reading lost;
 * - the next follows it: lines are missing, or the manikin began to count anew.
 *
 * Pure: no clock.
 */
#ifndef KIOSK_LINK_STAMP_H
#define KIOSK_LINK_STAMP_H

#include <stdbool.h>
#include <stdint.h>

enum { STAMP_NOT_WAITED = -1 };

enum stamp_said {
    STAMP_FIRST, /* of a stretch of time: nothing to measure from */
    STAMP_SAME,  /* this moment once more */
    STAMP_NEXT,  /* `*step_us` after the one before */
    STAMP_HELD,  /* perhaps damaged: the reading beside it has no time */
    STAMP_ANEW,  /* the manikin counts from another start: as STAMP_FIRST */
};

struct stamp {
    bool has_last, is_held;
    double before, last; /* the last two that were believed, in ticks */
    double held;
    double usual_us; /* the step that is usual; 0 not known yet */
    int64_t
        held_us; /* STAMP_NEXT: the one held was true, so long after the one before it;
                        0 none was held, or it was damaged */
    uint32_t missed; /* readings due since the last believed one, that had no stamp */
};

/* The next stamp need not follow the last. */
void stamp_begin(struct stamp *stamp);

/* A word came where a reading was due: so much further ahead the next stamp may be. */
void stamp_missed(struct stamp *stamp);

/*
 * `ticks` as printed, `us_per_tick` > 0. `waited_us`: how long after the one before it
 * came, or STAMP_NOT_WAITED in a file. `*step_us` is set with STAMP_NEXT, and is > 0.
 */
enum stamp_said stamp_next(struct stamp *stamp, double ticks, double us_per_tick,
                           int64_t waited_us, int64_t *step_us);

#endif
