/* SPDX-License-Identifier: MIT */
/*
 * analyze: what cpr-analyze can do with a file. All print to standard output and return
 * false (err_text() says why) when the file cannot be read or understood.
 */
#ifndef TOOLS_CPR_ANALYZE_ANALYZE_H
#define TOOLS_CPR_ANALYZE_ANALYZE_H

#include <stdbool.h>

#include "cpr/cpr.h"

struct analysis {
    const char *path;
    const char *guideline; /* NULL: the file's own, else the default */
    bool has_mode;         /* else the file's own, else compression-only */
    enum cpr_mode mode;
    bool events;
    bool has_window; /* else the file's own, else none */
    double window_start_s, window_end_s;
};

/* A recording -> the result. */
bool analyze_recording(const struct analysis *analysis);

/* A recording -> how often each fault stands in it. */
bool analyze_faults(const char *path);

/* Compression periods (start, stop in seconds) -> the flow figures alone. */
bool analyze_periods(const char *path);

/* For cpr_json(): `ctx` is a FILE. */
void analyze_put(void *ctx, const char *text, size_t length);

#endif
