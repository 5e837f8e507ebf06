/* SPDX-License-Identifier: MIT */
#include "link/recording.h"

#include <stdlib.h>

#include "analyze.h"

/* A file's comments may stand behind its samples, and the window must be known before
 * the first of them is judged: they are all kept. */
struct samples {
    struct cpr_sample *items;
    size_t count, room;
};

struct source {
    const struct samples *samples;
    size_t at;
};

static bool read_samples(struct recording *recording, struct samples *samples)
{
    struct cpr_sample sample;
    while (recording_next(recording, &sample)) {
        samples->items =
            analyze_grow(samples->items, samples->count, &samples->room, sizeof sample);
        if (!samples->items) {
            return false;
        }
        samples->items[samples->count++] = sample;
    }
    return !recording_failed(recording);
}

static bool read_recording(const char *path, struct samples *samples,
                           struct recording_info *info)
{
    struct recording *recording = recording_open(path);
    if (!recording) {
        return false;
    }
    bool read = read_samples(recording, samples);
    recording_info(recording, info);
    recording_close(recording);
    return read;
}

static bool next_sample(void *ctx, struct cpr_sample *sample)
{
    struct source *source = ctx;
    if (source->at == source->samples->count) {
        return false;
    }
    *sample = source->samples->items[source->at++];
    return true;
}

bool analyze_recording(const struct analysis *analysis)
{
    struct samples samples = {0};
    struct recording_info info = {0};
    struct source source = {.samples = &samples};
    bool done = read_recording(analysis->path, &samples, &info) &&
                analyze_samples(analysis, &info, next_sample, &source);
    free(samples.items);
    return done;
}
