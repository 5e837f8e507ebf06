/* SPDX-License-Identifier: MIT */
/*
 * ready: what a visitor at this manikin can do now, and what everybody is told of it:
 * before the first push, not after the last.
 *
 * One row a state, in ready.c, the most hindering first: what is true of a manikin is the
 * first row whose condition holds. Texts are keys of scripts/text/. Pure: nothing is read
 * but what is handed in.
 */
#ifndef KIOSK_STATION_READY_H
#define KIOSK_STATION_READY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cpr/cpr.h"
#include "link/link.h"

/* From so many readings a second on depth is measured well enough to be scored (design
 * 5): fewer miss the deepest point of a push by more than 1.3 mm. */
enum { READY_SCORED_HZ = 20 };

enum ready_state {
    READY_NOTHING,      /* no manikin */
    READY_TALKS,        /* a port talks, and is not understood */
    READY_UNTAUGHT,     /* third-party: nobody knows yet which number is depth */
    READY_BLIND,        /* out of range at rest: words and codes instead of readings */
    READY_RESTLESS,     /* third-party: the chest has not rested since the plug */
    READY_SILENT,       /* it is there and sends nothing */
    READY_DOUBTED,      /* its readings move, drift, or are lost while nobody presses */
    READY_UNCALIBRATED, /* ours, and nobody has calibrated it */
    READY_FORCE,        /* a force taught at one depth: harder and softer, no depth */
    READY_SLOW,         /* under READY_SCORED_HZ: it can count, and coach the rhythm */
    READY_SCORED,       /* nothing is wrong */
    READY_STATES
};

struct ready {
    enum ready_state state;
    const char *title, *text; /* for the visitor who waits; NULL: nothing is to be told */
    const char *desk;         /* for staff, with {n} readings a second */
    const char *result, *cure; /* for the visitor after a run; NULL: see trust reasons */
    bool may_press;            /* a push begins a run */
    bool may_score;            /* else there is no depth verdict and are no points */
};

/* What has come of late: the pace of the readings, and whether they were any. Zeroed: a
 * manikin of which nothing is known. */
struct ready_pulse {
    bool is_on;
    int64_t since_us; /* the kiosk's clock; what follows has come since then */
    uint32_t samples;
    uint32_t no_depth, lines; /* of struct link_status, at since_us */
    bool is_blind;            /* more readings came without a depth than with one */
    bool has_lines;           /* lines come */
    uint32_t
        readings; /* from the sample at first_us to that at last_us, with lost ones */
    int64_t first_us, last_us; /* the manikin's own clock */
    double hz;                 /* readings a second by that clock; 0: not known yet */
    bool is_slow;
};

/* Once a frame: what a station has heard. `now_us` is the kiosk's clock. */
void ready_hear(struct ready_pulse *pulse, const struct link_status *status,
                const struct cpr_sample *samples, size_t count, int64_t now_us);

/* Readings a second; 0: not known. */
double ready_hz(const struct ready_pulse *pulse, const struct link_status *status);

/* `doubts`: reasons (enum cpr_trust) for which a push would not be believed now. */
const struct ready *ready_of(const struct link_status *status,
                             const struct ready_pulse *pulse, uint32_t doubts);

/* What is told of a run that was not scored for what the manikin is; NULL: it was, or not
 * for that alone. */
const struct ready *ready_for_result(const struct cpr_result *result);

const struct ready *ready_row(enum ready_state state);

#endif
