/* SPDX-License-Identifier: MIT */
/*
 * rest: where a chest rests, told from its readings alone, when the whole run is there
 * (a captured file). Live it is simpler: a second without a press (third_party.h).
 *
 * A reading that keeps still for 0.8 s is a chest at rest, or leaned on in a pause: hands
 * that press never stand still so long. So
 * 1. the level at which it kept still the longest is rest or near it, and the other
 *    readings lie on the pressed side of it;
 * 2. rest is the still level furthest to the other side, if it held for a tenth of the
 *    still time: a chest that was leaned on in most pauses has been free in one.
 * Where it never kept still, the pressed side is told by the caller (a column called
 * distance falls), or else is where fewer readings lie, for a chest is longer up than
 * down; and rest is the mean of the outermost fortieth of the readings on the other
 * side: full recoil shows in every push or in some.
 *
 * Constant memory: readings are counted in bins.
 */
#ifndef KIOSK_LINK_REST_H
#define KIOSK_LINK_REST_H

#include <stdbool.h>
#include <stdint.h>

enum { REST_BINS = 1024 };

enum rest_side {
    REST_SIDE_UNKNOWN,
    REST_BELOW, /* readings rise when the chest is pressed */
    REST_ABOVE, /* ... fall */
};

struct rest {
    double low, high; /* readings beyond are left out */
    double band;      /* a still reading stays within */
    uint64_t count;
    uint32_t bins[REST_BINS];
    double still_us[REST_BINS], still_sum[REST_BINS]; /* time, and reading times time */
    /* the stretch that may become still */
    bool in_stretch;
    int64_t since_us, last_us;
    double stretch_low, stretch_high, stretch_sum;
    uint32_t stretch_count;
};

/* The readings lie within [low, high] and are rounded to `step` (0: not). */
void rest_init(struct rest *rest, double low, double high, double step);

/* In order of time. */
void rest_add(struct rest *rest, int64_t t_us, double reading);

/* No more readings. */
void rest_end(struct rest *rest);

/*
 * True when nearly all readings lie in a small part of [low, high], because a few are a
 * sensor's code for "nothing seen": begin again with the limits given.
 */
bool rest_is_narrow(const struct rest *rest, double *low, double *high);

/*
 * The rest reading. `*side`, where known, is believed; else it is found. False when there
 * are not readings, or they tell no side: they lie alike on both.
 */
bool rest_find(const struct rest *rest, enum rest_side hint, enum rest_side *side,
               double *reading);

/* Whether it ever kept still; else rest is only what the chest came up to. */
bool rest_was_still(const struct rest *rest);

/*
 * How far readings go below and above `reading`, strays left out; not below 0. A chest
 * goes to one side of rest only, acceleration to both.
 */
void rest_reach(const struct rest *rest, double reading, double *below, double *above);

#endif
