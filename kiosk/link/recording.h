/* SPDX-License-Identifier: MIT */
/*
 * recording: samples in a CSV file, as the kiosk writes them and anybody may.
 *
 *     # guideline: aha-2025/adult
 *     # window_s: 0.840 30.840
 *     t_ms,depth_mm,lost
 *     0.000,0.1,0
 *     10.000,0.3,0
 *
 * The header names the columns, in any order: t_ms, t_s or t_us; depth_mm; and where
 * measured force_n, volume_ml, hands; and lost, the samples missing just before a row.
 * An empty field is "not measured". Lines that start with '#' are comments; the two above
 * carry the run's own guideline and window, so that an analysis of the file gives the
 * bytes that the kiosk gave.
 */
#ifndef KIOSK_LINK_RECORDING_H
#define KIOSK_LINK_RECORDING_H

#include <stdbool.h>
#include <stdint.h>

#include "cpr/cpr.h"

struct recording_info {
    char guideline[CPR_NAME_MAX]; /* "" when the file does not say */
    bool has_window;
    int64_t window_start_us;
    int64_t window_end_us;
};

struct recording; /* being read */

/* NULL (err_text(): file, line, cause, cure) when the header is not understood. */
struct recording *recording_open(const char *path);

/* Comments may stand anywhere: complete once recording_next() has returned false. */
void recording_info(const struct recording *recording, struct recording_info *info);

/*
 * The next sample. False at the end, or on a bad row: then recording_failed() is true and
 * err_text() names file, line, cause and cure.
 */
bool recording_next(struct recording *recording, struct cpr_sample *sample);
bool recording_failed(const struct recording *recording);

/* NULL is fine. */
void recording_close(struct recording *recording);

struct recording_writer;

/* `guideline` may be NULL. NULL (err_text() says why) when the file cannot be made. */
struct recording_writer *recording_create(const char *path, const char *guideline);
void recording_add(struct recording_writer *writer, const struct cpr_sample *sample);
void recording_window(struct recording_writer *writer, int64_t start_us, int64_t end_us);

/* Frees the writer; false (err_text() says why) when not all reached the disk. */
bool recording_finish(struct recording_writer *writer);

#endif
