/* SPDX-License-Identifier: MIT */
/*
 * device: the sound card, if there is one. Inside the folder only.
 *
 * Opening and closing one can take long (a sound server that does not answer), so a
 * thread of its own does it; while none is open, device_tick() lets the samples pass
 * unheard so that the beat's time goes on.
 */
#ifndef KIOSK_SOUND_DEVICE_H
#define KIOSK_SOUND_DEVICE_H

#include <stdbool.h>

#include "sound/shared.h"

enum {
    DEVICE_FRAMES = 1024, /* a request: 21 ms at 48 kHz; smaller ones crackle on some */
    DEVICE_SILENT_MS = 3000, /* without a request for this long it is taken for gone */
    DEVICE_RETRY_MS = 5000,
};

struct device;

/* NULL (err_text()) without memory; never because there is no sound card. */
struct device *device_create(struct sound_shared *shared);
void device_destroy(struct device *device); /* NULL is fine */

/* Once a frame. */
void device_tick(struct device *device);

bool device_is_open(const struct device *device);

#endif
