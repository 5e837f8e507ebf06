/* SPDX-License-Identifier: MIT */
#include "sound/stream.h"

#include <stdlib.h>

enum { BLOCK = 2048 };

struct stream_block {
    struct stream_block *next;
    int line;
    size_t from, to; /* samples[from..to) are still to be heard */
    int16_t samples[BLOCK];
};

static void free_list(struct stream_block *block)
{
    while (block) {
        struct stream_block *next = block->next;
        free(block);
        block = next;
    }
}

void stream_free(struct stream *stream)
{
    free_list(stream->first);
    free_list(stream->spent);
    *stream = (struct stream){.line = -1};
}

static void spend_first(struct stream *stream)
{
    struct stream_block *block = stream->first;
    stream->first = block->next;
    if (!stream->first) {
        stream->last = NULL;
    }
    block->next = stream->spent;
    stream->spent = block;
}

void stream_begin(struct stream *stream, int rate_hz)
{
    stream_stop(stream, rate_hz);
    stream->more = true;
}

static struct stream_block *new_block(struct stream *stream, int line)
{
    struct stream_block *block = stream->spent;
    if (block) {
        stream->spent = block->next;
    } else if (!(block = malloc(sizeof *block))) {
        abort();
    }
    block->next = NULL;
    block->line = line;
    block->from = block->to = 0;
    if (stream->last) {
        stream->last->next = block;
    } else {
        stream->first = block;
    }
    stream->last = block;
    return block;
}

void stream_add(struct stream *stream, int line, const int16_t *samples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct stream_block *block = stream->last;
        if (!block || block->line != line || block->to == BLOCK) {
            block = new_block(stream, line);
        }
        block->samples[block->to++] = samples[i];
    }
    stream->queued += count;
}

void stream_end(struct stream *stream)
{
    stream->more = false;
}

static void drop_list(struct stream *stream, struct stream_block *block)
{
    while (block) {
        struct stream_block *next = block->next;
        block->next = stream->spent;
        stream->spent = block;
        block = next;
    }
}

void stream_stop(struct stream *stream, int rate_hz)
{
    const size_t fade = (size_t)(STREAM_STOP_MS * rate_hz / 1000);
    size_t kept = 0;
    stream->more = false;
    stream->line = -1;
    for (struct stream_block *block = stream->first; block; block = block->next) {
        if (block->line == -1) { /* it fades already */
            kept += block->to - block->from;
            continue;
        }
        block->line = -1;
        for (size_t i = block->from; i < block->to; i++, kept++) {
            if (kept >= fade) {
                block->to = i;
                break;
            }
            block->samples[i] =
                (int16_t)(block->samples[i] * (int)(fade - kept) / (int)fade);
        }
        if (kept >= fade) {
            drop_list(stream, block->next);
            block->next = NULL;
            stream->last = block;
        }
    }
    stream->queued = kept;
}

bool stream_speaks(const struct stream *stream)
{
    return stream->first || stream->more;
}

void stream_mix(struct stream *stream, float *out, size_t count, float gain)
{
    for (size_t i = 0; i < count && stream->first; i++) {
        struct stream_block *block = stream->first;
        stream->line = block->line;
        if (block->from < block->to) {
            out[i] += (float)block->samples[block->from++] / 32768 * gain;
            stream->queued--;
        }
        if (block->from == block->to) {
            spend_first(stream);
        }
    }
    if (!stream->first && !stream->more) {
        stream->line = -1;
    }
}
