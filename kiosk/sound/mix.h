/* SPDX-License-Identifier: MIT */
/*
 * mix: everything that can be heard, sample by sample. Knows no device and no thread.
 *
 *     mix_init(&mix);
 *     mix_beat(&mix, 110);                  what the kiosk wants to be heard
 *     mix_render(&mix, out, 1024);          the device, a file or a test takes it
 *
 * Mono, 48,000 samples a second, 16 bit. Rules that hold whoever renders:
 * - music is never over speech: it fades out before the first word and comes back after
 *   the last; the beat goes on more quietly;
 * - what is touched away is silent within STREAM_STOP_MS;
 * - no volume makes the sum clip: the loudest of each together stay below full scale.
 */
#ifndef KIOSK_SOUND_MIX_H
#define KIOSK_SOUND_MIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sound/beat.h"
#include "sound/stream.h"

enum {
    MIX_RATE_HZ = 48000,
    MIX_VOLUMES = 5, /* steps from 1 to 5 */
    MIX_VOLUME_NORMAL = 3,
};

struct mix {
    int64_t position; /* samples rendered or skipped so far */
    struct beat beat;
    bool music;       /* the tune goes with the beat */
    float music_gain; /* where its fade is now, 0 to 1 */
    float beat_gain;  /* the same of the beat under speech */
    struct stream speech;
    int64_t tick_from; /* a soft tick began here; below 0: none */
    int volume;        /* 0: silent, 1 to MIX_VOLUMES */
    float volume_gain; /* where its fade is now */
};

void mix_init(struct mix *mix);
void mix_free(struct mix *mix);

/* From the next sample on. Starting it again at the same pace changes nothing. */
void mix_beat(struct mix *mix, double cpm);
/* Fades out within `seconds`. */
void mix_beat_off(struct mix *mix, double seconds);
void mix_music(struct mix *mix, bool on);

/* A good push: soft, and never two at once. */
void mix_tick(struct mix *mix);

void mix_volume(struct mix *mix, int step);

/* The next `count` samples. */
void mix_render(struct mix *mix, int16_t *out, size_t count);

/* Passes over samples that nobody will hear. Speech is not passed over: it waits. */
void mix_skip(struct mix *mix, size_t count);

#endif
