/* SPDX-License-Identifier: MIT */
/*
 * opus_in: a recording, decoded as it is heard: 20 ms at a time, however long it is.
 * Private to speech.
 */
#ifndef KIOSK_SPEECH_OPUS_IN_H
#define KIOSK_SPEECH_OPUS_IN_H

#include <stdbool.h>
#include <stddef.h>

#include "speech/voice.h"

struct opus_in;

/* NULL (err_text()) when it is not a whole Ogg Opus file. */
struct opus_in *opus_in_open(const char *path);

/* NULL is fine. */
void opus_in_close(struct opus_in *in);

/* The line that it holds; NULL when it does not say. Until opus_in_close(). */
const char *opus_in_title(const struct opus_in *in);

/* The rest of it as mono at VOICE_RATE_HZ. `*stopped` when the sink wants no more. False
 * (err_text()) when it cannot be decoded to its end. */
bool opus_in_play(struct opus_in *in, voice_sink *sink, void *context, bool *stopped);

#endif
