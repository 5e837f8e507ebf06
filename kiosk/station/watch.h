/* SPDX-License-Identifier: MIT */
/*
 * watch: a chest that nobody's run is judging: has a push begun that can be believed?
 *
 *     every sample: if (watch_add(&watch, guideline, &sample)) { ... a push }
 *                   watch.doubts says why pushes are not told
 *
 * A session of cpr listens all the time, so a push is what it would be in a run: wild
 * readings are left out, a drift is no push, and a sensor that makes noise, drifts, loses
 * readings or is stuck before it is pressed is not believed. A push is told when the
 * chest comes up again by the guideline's turning distance: the earliest that its depth
 * is known, some 85 ms after the deepest point at 110 /min.
 *
 * What was wrong with a sensor is forgotten after a while: ten seconds without it, or, of
 * lost readings, a stretch of ten to thirty, after which the session begins anew.
 *
 * The samples of the last seconds are kept, so that a run that begins with a push has it
 * from its start, and the second before it. A zeroed watch is one that has heard nothing.
 */
#ifndef KIOSK_STATION_WATCH_H
#define KIOSK_STATION_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "cpr/cpr.h"
#include "cpr/session.h"

enum { WATCH_KEPT_MAX = 4096 }; /* 1.3 s of the fastest manikin */

/* The reasons of enum cpr_trust for which a push is not believed. A slow sensor can count
 * all the same, and one that is flat when pressed has been pressed. */
enum {
    WATCH_DOUBTS = CPR_TRUST_NOISE | CPR_TRUST_DRIFT | CPR_TRUST_LOST | CPR_TRUST_STUCK,
};

/* A push, by the places of its kept samples. */
struct watch_push {
    uint64_t oldest; /* a second before, or what is kept of it */
    uint64_t begin;  /* the last one at rest */
};

struct watch {
    struct cpr_session session;
    bool is_on;        /* the session has begun */
    int64_t since_us;  /* ... with this sample */
    uint32_t heard;    /* ... and has heard so many, lost ones included */
    uint32_t carried;  /* reasons that are not yet forgotten */
    uint32_t doubts;   /* reasons that stand now, of WATCH_DOUBTS */
    uint32_t doubted;  /* those that stood before the chest went down */
    uint32_t peaks;    /* of the session, by now */
    int64_t newest_us; /* the newest sample */
    double now_mm;     /* the newest depth that is believed */
    bool is_still;     /* the chest has been about `still_mm` since `still_us` */
    double still_mm;
    int64_t still_us;
    uint32_t still_count;
    bool has_rested;        /* it has been still for long enough, since it had to be */
    bool has_push;          /* there was one: */
    int64_t push_us;        /* the time of the sample that told the last, */
    struct watch_push push; /* ... and where it is */
    uint64_t turned;        /* the place after the last push, told or not */
    uint32_t missing;       /* samples lost since the newest */
    uint64_t first;         /* what is kept begins there, */
    uint64_t count;         /* ... and ends before: sample i is at i % WATCH_KEPT_MAX */
    struct cpr_sample kept[WATCH_KEPT_MAX];
};

/* Everything is new: another manikin, or none. */
void watch_forget(struct watch *watch);

/*
 * The next sample; one whose depth is NAN counts as lost. True when it brought a push
 * that is believed to its turn. A clock that jumps is another manikin's.
 */
bool watch_add(struct watch *watch, const struct cpr_guideline *guideline,
               const struct cpr_sample *sample);

/* What presses now has been heeded: `has_rested` is to tell of the next one. */
void watch_wait_for_rest(struct watch *watch);

/* What has been kept, and pushed, is of no use to the run that begins to wait now. */
void watch_mark(struct watch *watch);

/* The push that was told last. False: none, or it is more than two seconds ago. */
bool watch_last_push(const struct watch *watch, struct watch_push *push);

/* `at`: from push.oldest to before watch.count. What was lost just before is in it. */
const struct cpr_sample *watch_kept(const struct watch *watch, uint64_t at);

#endif
