/* SPDX-License-Identifier: MIT */
/*
 * session: struct cpr_session whole, so that its owner can say where it lives.
 *
 * Members are private to cpr/: cpr.h has the functions. About 10 KiB, no pointers,
 * so a copy is a snapshot of the run.
 */
#ifndef KIOSK_CPR_SESSION_H
#define KIOSK_CPR_SESSION_H

#include "cpr/cpr.h"

enum {
    CPR_RING = 256,   /* samples kept: 60 ms either side of a turn at 1000 Hz */
    CPR_LEVELS = 128, /* whole millimetres from 16 above rest to 111 below */
    CPR_LEVEL_AT_REST = 16,
    CPR_RATES = 5,          /* the live rate is the median of the last five */
    CPR_TREND_BUCKETS = 10, /* of 4 s: the 40 s that a falling depth is looked for in */
    CPR_FAULTS = 5,         /* deeper, less deep, faster, slower, release */
    CPR_WILD_HELD = 24,  /* samples held back until it is known whether they are wild */
    CPR_WILD_QUEUE = 48, /* those, and the ones believed that wait behind a push */
};

struct cpr_point {
    int64_t t_us;
    double depth_mm;
};

/* The recent past of the chest: what curve.c needs to say when exactly it was where. */
struct cpr_curve {
    struct cpr_point ring[CPR_RING];
    uint64_t count; /* samples so far; the newest is ring[(count - 1) % size] */
    int64_t rise_us[CPR_LEVELS]; /* the newest push passed this millimetre going down */
    int64_t fall_us[CPR_LEVELS]; /* ... and for the first time coming up again */
    int fall_lowest;             /* fall_us holds from here upwards, */
    double fall_next_mm;         /* ... and is added to from here */
    double fall_from_mm;         /* is_restarted: fall_lowest is still to be told */
    bool is_restarted;           /* ... from this depth */
};

/* A turning point: the extreme sample, and the curve through its neighbours. */
struct cpr_turn {
    uint64_t first, last; /* where the samples were as extreme as that, counted in all */
    int64_t last_us;
    struct cpr_point raw; /* at the first */
    struct cpr_point fitted;
    bool is_fitted;
    bool is_left; /* the chest has been well away from it since */
};

struct cpr_detect {
    struct cpr_curve curve;
    bool pushing;            /* else coming up or at rest */
    struct cpr_turn peak;    /* deepest since the push began */
    struct cpr_turn low;     /* shallowest since the last peak */
    double low_residual_mm2; /* of the curve through it */
    uint32_t low_freedom;
    enum cpr_hands hands;    /* at the peak */
    int64_t push_us;         /* the push was recognised */
    int64_t turned_us;       /* the return was recognised */
    bool is_open;            /* `open` still waits for its release */
    bool is_broken;          /* samples are missing since the last peak: no interval */
    bool has_peak;           /* there is a last peak to take an interval from */
    bool has_release;        /* last_release_us holds */
    bool is_put_off;         /* what comes down is too soon after the last peak, */
    struct cpr_turn put_off; /* ... and has been so deep */
    bool is_swaying;         /* that has come up again, */
    double sway_mm;          /* ... so far by now: it was no push */
    int64_t last_peak_us;
    int64_t last_release_us;
    int64_t pause_us; /* before the push that has just turned; 0: none */
    bool is_cut;      /* samples are missing before it, or nothing was */
    struct cpr_compression open;
    double half_rise_us; /* the open one passed half of its depth on the way down, */
    double top_mm;       /* ... its last whole millimetre but one, */
    double top_us;       /* ... that at this time, */
    double approach_us;  /* ... and the 4 mm before took so long */
};

/* Sums over what is judged. */
struct cpr_sums {
    uint32_t samples, lost;
    uint32_t count, shallow, deep, depth_ok;
    uint32_t intervals, rate_ok, releases, full, duties, hands;
    uint32_t hands_at[CPR_HANDS_COUNT];
    double depth_mm, release_mm, duty, c;
    int64_t intervals_us;
    uint32_t pauses;
    int64_t pauses_us, longest_pause_us;
    int64_t first_start_us, last_release_us;
};

struct cpr_air {
    double ml;
    int64_t t_us;
};

struct cpr_breaths {
    bool measured, rising;
    struct cpr_air low; /* emptiest, and when it last was nearly so */
    double high_ml;
    struct cpr_air steps[2]; /* on the way up; the newer is full, or nearly */
    uint32_t count, ok;
    double sum_ml, sum_s;
};

struct cpr_cycles {
    struct cpr_cycle open;
    int64_t last_release_us;
    bool is_cut; /* samples are missing among the compressions of the open one */
    uint32_t sets_of_30, sets_of_30_ok, pauses, pauses_ok;
    double sets_of_30_s, pauses_s;
    uint32_t count; /* without the open one */
    struct cpr_cycle kept[CPR_CYCLES_MAX];
};

struct cpr_advice {
    bool rhythm_only;   /* depth and release are not coached */
    bool invites_depth; /* by a guideline that does not score it */
    uint32_t invited;   /* so often, the last time then: */
    int64_t invited_us;
    uint8_t history[CPR_FAULTS]; /* newest compression in bit 0, 1 = fault */
    unsigned active;             /* a bit a fault */
    enum cpr_prompt prompt;
    bool wants_voice;
    int repeats;
    uint32_t spoken;
    int64_t spoken_us, praise_until_us, swap_until_us;
    uint32_t streak; /* good compressions in a row */
    bool is_praised; /* ... for which it was last praised then: */
    int64_t praised_us;
    int64_t pressing_since_us; /* this rescuer's first push; 0: none yet */
    bool is_pressing;
    double trend_mm; /* as cpr_live's */
    bool was_tired;
    int64_t bucket_end_us;
    double bucket_mm[CPR_TREND_BUCKETS]; /* means, the newest last */
    uint16_t bucket_count[CPR_TREND_BUCKETS];
    uint32_t scatter_count;
    double scatter_mm2; /* variance of the pushes about them */
};

struct cpr_trust_state {
    uint32_t told; /* reasons that the caller knows */
    uint64_t samples, lost;
    uint64_t part_samples[2], part_lost[2]; /* the resting half, the pressed half */
    uint32_t pending_lost;                  /* since the newest sample */
    double half_mm;                         /* parts them */
    uint64_t steps, near_steps; /* near: stamps that (almost) coincide, or go back */
    uint64_t slow_steps;        /* longer than 50 ms */
    int64_t steps_us, gaps_us;
    double rest_least_mm; /* ever read at rest */
    uint32_t rest_steps, rest_jumps, rest_trembles;
    double last_step_mm; /* signed */
    double residual_mm2; /* of the curves through the turns */
    uint32_t residual_freedom;
    uint32_t still_steps;   /* so many samples without a bit of change, */
    int64_t still_since_us; /* ... since then */
    int64_t below_since_us; /* the chest has been above its rest line */
    bool is_below;
    bool was_stuck, was_below;
    bool stopped_dead;   /* where it is still now: it came there as no hand does */
    bool can_be_still;   /* it has been for long, and rightly so */
    double lows_mm[2];   /* the two newest releases; NAN */
    uint32_t count;      /* compressions */
    uint32_t flat_count; /* of one and the same flattened depth */
    double flat_mm;
    double first_release_mm, first_depth_mm; /* means of the first eight */
    double late_release_mm, late_depth_mm;   /* running means of some eight */
};

/* What a jump of the sensor holds back; the oldest is queue[first]. */
struct cpr_wild {
    struct cpr_sample queue[CPR_WILD_QUEUE];
    uint32_t first, count;
    uint32_t ready;            /* so many of the oldest are decided */
    bool is_jump, is_off_line; /* why the first of the others is held */
    bool is_lone;              /* ... from a chest that had long been still */
    bool was_off;           /* few readings a second: the last was away from still_mm, */
    double still_mm;        /* ... where the chest has been */
    int64_t still_since_us; /* ... since then */
    double jump_mm,
        off_line_mm; /* they are at least so far from last[2], from its line */
    uint32_t known;  /* of `last`: believed last, the newest one behind */
    struct cpr_point last[3];
    bool has_newest;
    struct cpr_point newest; /* believed or not */
    uint64_t dropped;
    double step_mm; /* what all differences are multiples of, */
    uint32_t steps; /* ... so many by now */
    bool is_fine;   /* the step is too small to matter */
    double turn_mm; /* the guideline's, or more where the sensor is coarse */
};

struct cpr_session {
    struct cpr_guideline guideline;
    enum cpr_mode mode;
    bool has_window;
    bool pressed_part; /* ... and what follows the last release is not judged */
    int64_t window_start_us, window_end_us;
    bool has_sample;
    bool is_finished;
    struct cpr_point sample; /* the newest that is believed */
    int64_t first_us;
    struct cpr_wild wild;
    struct cpr_detect detect;
    struct cpr_sums sums;
    struct cpr_breaths breaths;
    struct cpr_cycles cycles;
    struct cpr_advice advice;
    struct cpr_trust_state trust;
    uint32_t peaks;
    uint32_t rate_count; /* since the last silence */
    double rates[CPR_RATES];
    int64_t last_peak_us;
    double last_peak_mm, last_release_mm;
};

#endif
