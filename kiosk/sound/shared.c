/* SPDX-License-Identifier: MIT */
#include "sound/shared.h"

#include <SDL2/SDL.h>

#include "base/err.h"

bool shared_init(struct sound_shared *shared, const struct clock *clock)
{
    shared->clock = clock;
    shared->first_us = -1;
    shared->pace.rate_hz = MIX_RATE_HZ;
    mix_init(&shared->mix);
    shared->lock = SDL_CreateMutex();
    shared->drivers = SDL_CreateMutex();
    return (shared->lock && shared->drivers) || err_set("out of memory");
}

void shared_finish(struct sound_shared *shared)
{
    mix_free(&shared->mix);
    SDL_DestroyMutex(shared->lock);
    SDL_DestroyMutex(shared->drivers);
    shared->lock = NULL;
    shared->drivers = NULL;
}

void shared_lock(struct sound_shared *shared)
{
    SDL_LockMutex(shared->lock);
}

void shared_unlock(struct sound_shared *shared)
{
    SDL_UnlockMutex(shared->lock);
}

/* SDL counts them, but not for two threads at once. */
bool shared_start_driver(struct sound_shared *shared)
{
    SDL_LockMutex(shared->drivers);
    bool started = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    SDL_UnlockMutex(shared->drivers);
    return started;
}

void shared_stop_driver(struct sound_shared *shared)
{
    SDL_LockMutex(shared->drivers);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    SDL_UnlockMutex(shared->drivers);
}

void shared_render(struct sound_shared *shared, int16_t *out, size_t count)
{
    shared_lock(shared);
    mix_render(&shared->mix, out, count);
    if (shared->awaited && shared->mix.speech.line >= 0) {
        shared->awaited = false;
        shared->first_us = clock_now_us(shared->clock) - shared->asked_us;
    }
    shared_unlock(shared);
}
