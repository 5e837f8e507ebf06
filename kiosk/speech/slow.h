/* SPDX-License-Identifier: MIT */
/*
 * slow: a recorded voice more slowly, as high as it was.
 *
 *     slow = slow_create(1.3, sink, context);
 *     slow_add(slow, VOICE_RATE_HZ, samples, count);      any number of times
 *     slow_finish(slow);
 *     slow_destroy(slow);
 *
 * Pieces of 30 ms are laid over each other by half, each taken where it continues the one
 * before it best (WSOLA; Verhelst and Roelands, ICASSP 1993). The sink gets 15 ms at a
 * time, some 50 ms behind what was added.
 */
#ifndef KIOSK_SPEECH_SLOW_H
#define KIOSK_SPEECH_SLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "speech/voice.h"

#define SLOW_TIMES_MAX 3.0

struct slow;

/* Never NULL. `times` from 1, as fast as it was, to SLOW_TIMES_MAX. */
struct slow *slow_create(double times, voice_sink *sink, void *context);
void slow_destroy(struct slow *slow); /* NULL is fine */

/* A voice_sink: `context` is the struct slow. False: the sink wants no more. */
bool slow_add(void *context, int rate_hz, const int16_t *samples, size_t count);

/* The rest: all in all `times` as many samples have gone out as were added. */
bool slow_finish(struct slow *slow);

#endif
