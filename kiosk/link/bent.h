/* SPDX-License-Identifier: MIT */
/*
 * bent: does a sensor whose numbers have neither name nor unit look like a force pad?
 *
 * A pad that saturates reads too much in the middle of a push, so the chest seems to be
 * down for longer than up: for 61 % of the time above the middle between its own ends,
 * where 60 mm read as 60 and 40 as 52. On a straight sensor first-year students are down
 * for 44 % of the time before a course and 41 % after it, in the median; 50 % is taught.
 * Only even pressing is looked at. Pads that bend by less than 9 mm are not told from
 * hands: a name that says force is believed at once (profile_is_force_only()).
 */
#ifndef KIOSK_LINK_BENT_H
#define KIOSK_LINK_BENT_H

#include <stdbool.h>
#include <stdint.h>

struct bent {
    double low_mm, high_mm;   /* of the present push, so far */
    double lows_mm, highs_mm; /* running means of those before */
    bool is_down;
    uint32_t pushes;
    bool has_last;
    int64_t last_us;
    double last_mm;
    double down_us, up_us; /* when it last crossed the middle, */
    double next_us;        /* ... and when it may have done so again */
    uint32_t count;        /* of the pushes in `share` */
    double share;          /* of the time that it is down; a running mean */
};

/* Depths of a chest, in order of time. All zero is nothing seen yet. */
void bent_add(struct bent *bent, int64_t t_us, double depth_mm);

bool bent_is(const struct bent *bent);

#endif
