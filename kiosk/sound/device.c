/* SPDX-License-Identifier: MIT */
/*
 * Known by running SDL 2.26.5: without a sound card SDL_InitSubSystem() succeeds and only
 * opening fails; a card that is pulled out leaves its device stopped, or, under some
 * sound servers, merely silent for ever.
 */
#include "sound/device.h"

#include <stdlib.h>
#include <string.h>

#include <SDL2/SDL.h>

#include "base/err.h"
#include "base/log.h"

enum { MS_US = 1000, WATCH_MS = 500 };

struct device {
    struct sound_shared *shared;
    SDL_Thread *thread;
    SDL_cond *changed;
    SDL_atomic_t open; /* 1 while a card is open */
    /* With the lock of `shared`. */
    bool quit;
    int64_t asked_us; /* when the card last asked for samples */
};

/* The sound card's thread: `bytes` are wanted at once. */
static void fetch(void *context, Uint8 *bytes, int length)
{
    struct device *device = context;
    struct sound_shared *shared = device->shared;
    int16_t *out = (void *)bytes;
    size_t wanted = (size_t)length / sizeof *out;
    shared_lock(shared);
    int64_t now_us = clock_now_us(shared->clock);
    device->asked_us = now_us;
    struct pace_due due = pace_take(&shared->pace, now_us, wanted);
    mix_skip(&shared->mix, due.skip);
    shared_unlock(shared);
    shared_render(shared, out, due.play);
    size_t early = wanted - due.play;
    memset(out + due.play, 0, early * sizeof *out);
    if (early > 0) { /* no real card: without a pause it would take a whole core */
        SDL_Delay((Uint32)(early * 1000 / MIX_RATE_HZ));
    }
}

static SDL_AudioDeviceID try_open(struct device *device)
{
    const SDL_AudioSpec wanted = {.freq = MIX_RATE_HZ,
                                  .format = AUDIO_S16SYS,
                                  .channels = 1,
                                  .samples = DEVICE_FRAMES,
                                  .callback = fetch,
                                  .userdata = device};
    SDL_AudioSpec got;
    SDL_AudioDeviceID id = SDL_OpenAudioDevice(NULL, 0, &wanted, &got, 0);
    if (id == 0) {
        return 0;
    }
    shared_lock(device->shared);
    device->asked_us = clock_now_us(device->shared->clock);
    shared_unlock(device->shared);
    SDL_PauseAudioDevice(id, 0);
    return id;
}

/* With the lock. */
static bool is_gone(const struct device *device, SDL_AudioDeviceID id)
{
    int64_t silent_us = clock_now_us(device->shared->clock) - device->asked_us;
    return SDL_GetAudioDeviceStatus(id) == SDL_AUDIO_STOPPED ||
           silent_us > (int64_t)DEVICE_SILENT_MS * MS_US;
}

/* Until the card is gone or the kiosk ends. */
static void watch(struct device *device, SDL_AudioDeviceID id)
{
    SDL_AtomicSet(&device->open, 1);
    shared_lock(device->shared);
    while (!device->quit && !is_gone(device, id)) {
        SDL_CondWaitTimeout(device->changed, device->shared->lock, WATCH_MS);
    }
    bool quit = device->quit;
    shared_unlock(device->shared);
    SDL_AtomicSet(&device->open, 0);
    SDL_CloseAudioDevice(id);
    if (!quit) {
        log_warn("sound", "the sound card is gone; looking for one every %d s",
                 DEVICE_RETRY_MS / 1000);
    }
}

static void tell_why(void)
{
    const char *asked = getenv("SDL_AUDIODRIVER");
    if (asked && asked[0]) {
        log_warn("sound",
                 "no sound: SDL_AUDIODRIVER is \"%s\": %s; unset it, or plug in a sound "
                 "card",
                 asked, SDL_GetError());
    } else {
        log_warn("sound", "no sound: %s; plug in a loudspeaker or a sound card",
                 SDL_GetError());
    }
}

static int look_after(void *context)
{
    struct device *device = context;
    bool told = false;
    shared_lock(device->shared);
    while (!device->quit) {
        shared_unlock(device->shared);
        bool ready = shared_start_driver(device->shared);
        SDL_AudioDeviceID id = ready ? try_open(device) : 0;
        if (id > 0) {
            log_info("sound", "playing through %s", SDL_GetCurrentAudioDriver());
            watch(device, id);
        } else if (!told) {
            tell_why();
        }
        told = true;
        if (ready) { /* drivers are chosen anew: a card may have come */
            shared_stop_driver(device->shared);
        }
        shared_lock(device->shared);
        if (!device->quit) {
            SDL_CondWaitTimeout(device->changed, device->shared->lock, DEVICE_RETRY_MS);
        }
    }
    shared_unlock(device->shared);
    return 0;
}

struct device *device_create(struct sound_shared *shared)
{
    struct device *device = calloc(1, sizeof *device);
    if (!device) {
        err_set("out of memory");
        return NULL;
    }
    device->shared = shared;
    device->changed = SDL_CreateCond();
    device->thread =
        device->changed ? SDL_CreateThread(look_after, "sound card", device) : NULL;
    if (!device->thread) {
        err_set("cannot start the thread that looks after the sound card: %s",
                SDL_GetError());
        device_destroy(device);
        return NULL;
    }
    return device;
}

void device_destroy(struct device *device)
{
    if (!device) {
        return;
    }
    if (device->thread) {
        shared_lock(device->shared);
        device->quit = true;
        SDL_CondSignal(device->changed);
        shared_unlock(device->shared);
        SDL_WaitThread(device->thread, NULL);
    }
    if (device->changed) {
        SDL_DestroyCond(device->changed);
    }
    free(device);
}

void device_tick(struct device *device)
{
    if (device_is_open(device)) {
        return;
    }
    struct sound_shared *shared = device->shared;
    shared_lock(shared);
    int64_t now_us = clock_now_us(shared->clock);
    int64_t passed_us = now_us - shared->pace.taken_us;
    size_t wanted =
        shared->pace.going ? (size_t)(passed_us * MIX_RATE_HZ / (1000 * MS_US)) : 1;
    struct pace_due due = pace_take(&shared->pace, now_us, wanted);
    mix_skip(&shared->mix, due.skip);
    while (due.play > 0) {
        int16_t unheard[DEVICE_FRAMES];
        size_t piece = due.play < DEVICE_FRAMES ? due.play : DEVICE_FRAMES;
        mix_render(&shared->mix, unheard, piece);
        due.play -= piece;
    }
    shared_unlock(shared);
}

bool device_is_open(const struct device *device)
{
    return SDL_AtomicGet((SDL_atomic_t *)(uintptr_t)&device->open) == 1;
}
