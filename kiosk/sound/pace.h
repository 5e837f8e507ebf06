/* SPDX-License-Identifier: MIT */
/*
 * pace: how many samples are due, whatever asks for them.
 *
 * The beat is counted in samples, so the samples themselves must keep to real time. A
 * sound card does that. Seen with SDL 2.26.5: ALSA's "null" device asks 130,000 times too
 * fast, the dummy driver too slowly on a busy machine, a card that wakes from sleep not
 * at all for a while. So each request is held against the monotonic clock: what comes too
 * early gets silence, what comes too late skips the samples that can no longer be heard
 * in time.
 *
 *     struct pace pace = {.rate_hz = 48000};
 *     in the callback: due = pace_take(&pace, now_us, frames);
 *                      skip due.skip samples, render due.play, fill up with silence
 *     anywhere:        pace_heard(&pace, now_us) is the sample being heard now
 *
 * A card's own clock differs from the computer's by some hundredths of a percent: the
 * anchor follows it by at most PACE_SLEW_PPM, so that a year's uptime skips nothing.
 */
#ifndef KIOSK_SOUND_PACE_H
#define KIOSK_SOUND_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PACE_LEAD_MS = 250, /* a device may have asked for this much in advance */
    PACE_LAG_MS = 250,  /* and be this late, before the clock overrules it */
    PACE_SLEW_PPM = 500,
};

/* Zeroed but for rate_hz to begin with. */
struct pace {
    int rate_hz;
    bool going;
    int64_t position;   /* samples taken or skipped since the beginning */
    int64_t anchor_us;  /* at this time ... */
    double anchor;      /* ... this position was due */
    int64_t taken_us;   /* the last request, */
    int64_t taken_from; /* where it began, */
    size_t wanted;      /* and how much it asked for */
};

struct pace_due {
    size_t skip; /* samples that are too late; never played */
    size_t play; /* at most what was wanted */
};

/* `now_us` is the monotonic clock and never goes back. */
struct pace_due pace_take(struct pace *pace, int64_t now_us, size_t wanted);

/*
 * The sample being heard at `now_us`: what was asked for last sounds one request later.
 * Never more than what has been taken, never less than 0.
 */
int64_t pace_heard(const struct pace *pace, int64_t now_us);

#endif
