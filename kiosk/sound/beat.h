/* SPDX-License-Identifier: MIT */
/*
 * beat: the metronome, placed to the sample.
 *
 * 110 /min is the middle of the 100-120 /min that AHA 2025 and ERC 2025 ask for. Beat n
 * begins at the sample `zero + n * 60 * rate / cpm`, rounded: whatever pieces the sound
 * is rendered in, it lies within half a sample of where it belongs (0.01 ms at 48 kHz).
 */
#ifndef KIOSK_SOUND_BEAT_H
#define KIOSK_SOUND_BEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BEAT_CLICK_MAX = 2400 };

struct beat {
    int rate_hz;
    double cpm;
    int64_t zero; /* the sample of the first beat */
    bool on;
    double gain;      /* 0 to 1: fades */
    double gain_step; /* a sample; below 0 while it fades out */
    int click_length;
    float click[BEAT_CLICK_MAX]; /* one knock, made once */
};

/* Silent until it is started. `rate_hz` is at most 48,000. */
void beat_init(struct beat *beat, int rate_hz);

/* The first beat falls on sample `at`. */
void beat_start(struct beat *beat, int64_t at, double cpm);

/* 0: at once. Fading it still keeps the time. */
void beat_fade(struct beat *beat, double seconds);

/* Adds samples `at` to `at + count` to `out`, at `gain`. */
void beat_add(struct beat *beat, int64_t at, float *out, size_t count, float gain);

/* How far sample `at` is on the way from one beat to the next: 0 on the beat, to below 1.
 * -1: there is no beat. */
double beat_phase(const struct beat *beat, int64_t at);

/* Seconds from the beat nearest to `at`: below 0 is early. Needs a beat. */
double beat_error_s(const struct beat *beat, int64_t at);

#endif
