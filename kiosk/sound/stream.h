/* SPDX-License-Identifier: MIT */
/*
 * stream: speech on its way to the ear: one side adds samples as they are made, the other
 * takes them as they are due.
 *
 * Lines are told apart, so that the screen can mark the one being heard. Whoever calls
 * holds the sound's lock; taking never allocates, because the sound card waits for it.
 */
#ifndef KIOSK_SOUND_STREAM_H
#define KIOSK_SOUND_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stream_block;

/* Zeroed to begin with; stream_free() at the end. */
struct stream {
    struct stream_block *first, *last; /* owned; to be heard */
    struct stream_block *spent;        /* owned; to be used again */
    size_t queued;                     /* samples in first..last */
    bool more;                         /* the speaker is still making some */
    int line;                          /* being heard, or heard last; -1: none */
};

void stream_free(struct stream *stream);

/* A new speech. What is left of the one before is stopped as by stream_stop(). */
void stream_begin(struct stream *stream, int rate_hz);

/* Samples of line `line`, mono, at the mix's rate. Aborts when out of memory. */
void stream_add(struct stream *stream, int line, const int16_t *samples, size_t count);

/* Nothing more is to come. */
void stream_end(struct stream *stream);

/*
 * Drops what is not heard yet but for STREAM_STOP_MS, which fade: no click. They belong
 * to line -1, and a new speech may begin at once behind them.
 */
enum { STREAM_STOP_MS = 10 };

void stream_stop(struct stream *stream, int rate_hz);

/* Something is to be heard, now or soon. */
bool stream_speaks(const struct stream *stream);

/* Adds up to `count` samples to `out`; what is not there yet is silence. */
void stream_mix(struct stream *stream, float *out, size_t count, float gain);

#endif
