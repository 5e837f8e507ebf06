/* SPDX-License-Identifier: MIT */
/*
 * pace: when a line was made, where lines carry no time.
 *
 * A sketch prints at an even pace, but its lines arrive in bursts: a USB chip holds them
 * for up to 16 ms, the kiosk looks once a frame. So the n-th line is put on the straight
 * line of least squares through the arrivals of the lines before it: a growing memory of
 * up to 10 s, which then forgets. The arrival of one line moves its stamp by a hundredth
 * of its lateness, while the mean pace is exact.
 *
 * But a sketch stands still while it beeps. A line that was not there yet when the kiosk
 * looked last, though due long before, was made late: time goes on from its arrival. How
 * long before depends on the cable: 40 ms at first, and where lines catch up afterwards,
 * as Bluetooth lets them, as much as they did, up to a quarter of a second.
 *
 * And where a UART is always full, "9" takes half as long as "1000": a chest at rest is
 * printed faster or slower than the mean. No line was made after it came: a time that ran
 * ahead of its arrival, by twice what the cable may hold, is brought back to there.
 */
#ifndef KIOSK_LINK_PACE_H
#define KIOSK_LINK_PACE_H

#include <stdint.h>

struct pace {
    uint32_t count; /* arrivals remembered */
    double t_us;    /* of the last line */
    double period_us;
    double hold_us;   /* the cable may hold a line for so long */
    double jump_us;   /* how far time went on from an arrival, less what was caught up */
    int64_t begun_us; /* the first line came */
    int64_t given_us;
};

void pace_begin(struct pace *pace);

/* The time of a line that came at `now_us` and had not come at `looked_us`; later than
 * that of the line before. */
int64_t pace_next(struct pace *pace, int64_t looked_us, int64_t now_us);

#endif
