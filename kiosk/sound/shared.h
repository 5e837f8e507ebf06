/* SPDX-License-Identifier: MIT */
/*
 * shared: what the threads of the sound share, and its lock. Inside the folder only.
 */
#ifndef KIOSK_SOUND_SHARED_H
#define KIOSK_SOUND_SHARED_H

#include <SDL2/SDL_mutex.h>

#include "base/clock.h"
#include "sound/mix.h"
#include "sound/pace.h"

struct sound_shared {
    SDL_mutex *lock;
    SDL_mutex *drivers;        /* held while SDL's drivers are started or ended */
    const struct clock *clock; /* borrowed; may be asked without the lock */

    /* With the lock only. */
    struct mix mix;
    struct pace pace; /* of the device, or of the clock while there is none */
    bool asked;       /* a speech that the speaker has not begun yet */
    bool awaited;     /* its first sample has not been heard */
    int64_t asked_us; /* when it was asked for */
    int64_t first_us; /* from there to the first sample; below 0: not yet */
};

/* False (err_text()): no memory. */
bool shared_init(struct sound_shared *shared, const struct clock *clock);
void shared_finish(struct sound_shared *shared); /* a zeroed one is fine */

void shared_lock(struct sound_shared *shared);
void shared_unlock(struct sound_shared *shared);

/* SDL's sound drivers, which loudspeaker and microphone share. False: SDL_GetError().
 * Each start has its stop. */
bool shared_start_driver(struct sound_shared *shared);
void shared_stop_driver(struct sound_shared *shared);

/* The next samples, and when the first word among them came. Takes the lock. */
void shared_render(struct sound_shared *shared, int16_t *out, size_t count);

#endif
