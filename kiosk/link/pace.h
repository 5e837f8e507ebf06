/* SPDX-License-Identifier: MIT */
/*
 * pace: when a line was made, where lines carry no time.
 *
 * A sketch prints at an even pace, but its lines arrive in bursts: a USB chip holds them
 * for up to 16 ms, the kiosk looks once a frame. So the n-th line is put on the straight
 * line of least squares through the arrivals of the lines before it: a growing memory of
 * up to 10 s, which then forgets. The arrival of one line moves its stamp by a hundredth
 * of its lateness, while the mean pace is exact. Where lines stayed away for a quarter of
 * a second more than due, time goes on from the arrival.
 */
#ifndef KIOSK_LINK_PACE_H
#define KIOSK_LINK_PACE_H

#include <stdint.h>

struct pace {
    uint32_t count; /* arrivals remembered */
    double t_us;    /* of the last line */
    double period_us;
    int64_t given_us;
};

void pace_begin(struct pace *pace);

/* The time of a line that came at `now_us`; later than that of the line before. */
int64_t pace_next(struct pace *pace, int64_t now_us);

#endif
