/* SPDX-License-Identifier: MIT */
/*
 * analyze: what cpr-analyze can do with a file. All print to standard output and return
 * false (err_text() says why) when the file cannot be read or understood.
 */
#ifndef TOOLS_CPR_ANALYZE_ANALYZE_H
#define TOOLS_CPR_ANALYZE_ANALYZE_H

#include <stdbool.h>
#include <stddef.h>

#include "cpr/cpr.h"
#include "link/depth_curve.h"
#include "link/recording.h"

struct analysis {
    const char *path;
    struct recording_columns columns;
    const char *guideline; /* NULL: the file's own, else the default */
    bool has_mode;         /* else the file's own, else compression-only */
    enum cpr_mode mode;
    bool events;
    const char *verdict; /* language of the words instead of JSON; NULL: JSON */
    bool has_window;     /* else the file's own, else none */
    double window_start_s, window_end_s;
};

/* What a captured stream does not say of itself; 0 and false: not given. */
struct raw_options {
    double hz;
    bool has_rest;
    double rest;                      /* the reading with hands off */
    size_t full_count, full_mm_count; /* alike once checked */
    struct depth_point full[DEPTH_CURVE_POINTS];
};

/* The deepest of the presses given; NULL none is. */
const struct depth_point *raw_full(const struct raw_options *options);

/* A recording -> the result. */
bool analyze_recording(const struct analysis *analysis);

/* A recording -> how often each fault stands in it. */
bool analyze_faults(const char *path);

/* Bytes captured from a cable, in any language that link reads -> the result. Time 0 is
 * the first sample. */
bool analyze_raw(const struct analysis *analysis, const struct raw_options *options);

/* Compression periods (start, stop in seconds) -> the flow figures alone. */
bool analyze_periods(const char *path);

/* ---- for the files of this folder ---- */

/* The next sample; false at the end. */
typedef bool analyze_next(void *ctx, struct cpr_sample *sample);

/* Samples -> the result; `info` is what their file says of itself. */
bool analyze_samples(const struct analysis *analysis, const struct recording_info *info,
                     analyze_next *next, void *ctx);

/* `items` with room for one more; NULL (err_text()) and freed when memory is out. */
void *analyze_grow(void *items, size_t count, size_t *room, size_t size);

/* For cpr_json(): `ctx` is a FILE. */
void analyze_put(void *ctx, const char *text, size_t length);

#endif
