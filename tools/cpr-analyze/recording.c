/* SPDX-License-Identifier: MIT */
#include "link/recording.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analyze.h"
#include "base/str.h"

/* The depth of pushes in centimetres, were it read as mm. */
#define CENTIMETRES_FROM 2.0
#define CENTIMETRES_TO   9.0
/* No chest is leaned on so far, and never let up. */
#define NEVER_UP_FROM    40.0

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

/* Columns that other programs named: what they were taken for. */
static void tell_found(const char *path, const struct recording *recording)
{
    struct str text = {0};
    recording_found(recording, &text);
    if (text.length > 0) {
        fprintf(stderr, "cpr-analyze: %s: %s\n", path, text.text);
    }
    str_free(&text);
}

static bool read_recording(const struct analysis *analysis, struct samples *samples,
                           struct recording_info *info)
{
    struct recording *recording =
        recording_open_columns(analysis->path, &analysis->columns);
    if (!recording) {
        return false;
    }
    bool read = read_samples(recording, samples);
    if (read) {
        tell_found(analysis->path, recording);
    }
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

/* Depths in which no push can be found are told on stderr; always true. */
static bool tell_unit(const char *path, const struct samples *samples)
{
    if (samples->count == 0) {
        fprintf(stderr, "cpr-analyze: %s: no row stands below the header\n", path);
        return true;
    }
    double low_mm = (double)INFINITY;
    double high_mm = (double)-INFINITY;
    for (size_t i = 0; i < samples->count; i++) {
        low_mm = fmin(low_mm, samples->items[i].depth_mm);
        high_mm = fmax(high_mm, samples->items[i].depth_mm);
    }
    if (low_mm > NEVER_UP_FROM) {
        fprintf(
            stderr,
            "cpr-analyze: %s: the depth never comes below %.1f mm: is this the "
            "distance to the chest? depth is 0 at rest and grows when it is pressed\n",
            path, low_mm);
        return true;
    }
    if (low_mm < -CENTIMETRES_FROM && high_mm < CENTIMETRES_TO) {
        fprintf(stderr,
                "cpr-analyze: %s: depths in mm are negative, down to %.1f: is this the "
                "distance, or up? depth grows when the chest is pressed\n",
                path, low_mm);
    } else if (high_mm >= CENTIMETRES_FROM && high_mm < CENTIMETRES_TO) {
        fprintf(stderr,
                "cpr-analyze: %s: the largest depth in mm is %.1f: centimetres? name the "
                "column depth_cm\n",
                path, high_mm);
    }
    return true;
}

bool analyze_recording(const struct analysis *analysis)
{
    struct samples samples = {0};
    struct recording_info info = {0};
    struct source source = {.samples = &samples};
    bool done = read_recording(analysis, &samples, &info) &&
                tell_unit(analysis->path, &samples) &&
                analyze_samples(analysis, &info, next_sample, &source);
    free(samples.items);
    return done;
}
