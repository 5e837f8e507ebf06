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
    stream->queued -= block->to - block->from;
    block->next = stream->spent;
    stream->spent = block;
}

static void empty(struct stream *stream)
{
    while (stream->first) {
        spend_first(stream);
    }
    stream->stopping = false;
    stream->more = false;
}

void stream_begin(struct stream *stream)
{
    empty(stream);
    stream->more = true;
    stream->line = -1;
    stream->gain = 1;
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

void stream_stop(struct stream *stream)
{
    stream->more = false;
    stream->stopping = stream->first != NULL;
}

bool stream_speaks(const struct stream *stream)
{
    return stream->first || stream->more;
}

void stream_mix(struct stream *stream, int rate_hz, float *out, size_t count, float gain)
{
    float fall = stream->stopping ? 1000.0f / (STREAM_STOP_MS * (float)rate_hz) : 0;
    for (size_t i = 0; i < count && stream->first; i++) {
        struct stream_block *block = stream->first;
        stream->line = block->line;
        out[i] += (float)block->samples[block->from++] / 32768 * stream->gain * gain;
        stream->queued--;
        if (block->from == block->to) {
            spend_first(stream);
        }
        stream->gain -= fall;
        if (stream->gain <= 0) {
            empty(stream);
        }
    }
}
