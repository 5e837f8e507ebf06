/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <SDL2/SDL.h>

#include "base/err.h"
#include "base/log.h"
#include "sound/device.h"
#include "sound/microphone_input.h"
#include "sound/take.h"

enum { MS_US = 1000 };

struct capture {
    struct sound_shared *shared;
    SDL_AudioDeviceID id;
    struct microphone *microphone; /* while open */
    SDL_mutex *lock;
    int64_t heard_us; /* with the lock: when samples came last */
};

/* The device's thread. */
static void hear(void *context, Uint8 *bytes, int length)
{
    struct capture *capture = context;
    const int16_t *samples = (const void *)bytes;
    SDL_LockMutex(capture->lock);
    capture->heard_us = clock_now_us(capture->shared->clock);
    SDL_UnlockMutex(capture->lock);
    microphone_feed(capture->microphone, samples, (size_t)length / sizeof *samples);
}

/* A microphone that somebody has plugged in for this is meant, and not the one in the
 * screen. NULL: the system's own choice. */
static const char *best_name(int count)
{
    for (int i = 0; i < count; i++) {
        const char *name = SDL_GetAudioDeviceName(i, 1);
        if (name && strcasestr(name, "usb")) {
            return name;
        }
    }
    return NULL;
}

static enum microphone_found open_any(struct capture *capture)
{
    const SDL_AudioSpec wanted = {.freq = TAKE_RATE_HZ,
                                  .format = AUDIO_S16SYS,
                                  .channels = 1,
                                  .samples = DEVICE_FRAMES,
                                  .callback = hear,
                                  .userdata = capture};
    SDL_AudioSpec got;
    int count = SDL_GetNumAudioDevices(1); /* below 0: this driver does not know */
    if (count == 0) {
        return MICROPHONE_FOUND_NONE;
    }
    const char *name = best_name(count);
    capture->heard_us = clock_now_us(capture->shared->clock);
    capture->id = SDL_OpenAudioDevice(name, 1, &wanted, &got, 0);
    if (capture->id == 0) {
        log_warn("sound", "the microphone does not open: %s", SDL_GetError());
        return MICROPHONE_REFUSED;
    }
    log_info("sound", "listening to %s", name ? name : "the system's microphone");
    SDL_PauseAudioDevice(capture->id, 0);
    return MICROPHONE_FOUND;
}

static enum microphone_found open_device(void *context, struct microphone *microphone)
{
    struct capture *capture = context;
    capture->microphone = microphone;
    if (!shared_start_driver(capture->shared)) {
        return MICROPHONE_FOUND_NONE;
    }
    enum microphone_found found = open_any(capture);
    if (found != MICROPHONE_FOUND) {
        shared_stop_driver(capture->shared);
    }
    return found;
}

/* Some drivers tell; others merely fall silent. */
static bool is_there(void *context)
{
    struct capture *capture = context;
    SDL_LockMutex(capture->lock);
    int64_t silent_us = clock_now_us(capture->shared->clock) - capture->heard_us;
    SDL_UnlockMutex(capture->lock);
    return SDL_GetAudioDeviceStatus(capture->id) != SDL_AUDIO_STOPPED &&
           silent_us < (int64_t)DEVICE_SILENT_MS * MS_US;
}

static void close_device(void *context)
{
    struct capture *capture = context;
    SDL_CloseAudioDevice(capture->id);
    shared_stop_driver(capture->shared);
}

static void destroy(void *context)
{
    struct capture *capture = context;
    SDL_DestroyMutex(capture->lock);
    free(capture);
}

bool microphone_device(struct microphone_input *input, struct sound_shared *shared)
{
    struct capture *capture = calloc(1, sizeof *capture);
    if (!capture || !(capture->lock = SDL_CreateMutex())) {
        free(capture);
        return err_set("out of memory");
    }
    capture->shared = shared;
    *input = (struct microphone_input){.context = capture,
                                       .open = open_device,
                                       .is_there = is_there,
                                       .close = close_device,
                                       .destroy = destroy};
    return true;
}
