/* SPDX-License-Identifier: MIT */
/*
 * recording: samples and faults in a CSV file, as the kiosk and other programs write
 * them. RECORDING.md describes the file.
 */
#ifndef KIOSK_LINK_RECORDING_H
#define KIOSK_LINK_RECORDING_H

#include <stdbool.h>
#include <stdint.h>

#include "cpr/cpr.h"
#include "link/fault.h"

struct str;

enum { RECORDING_NAME_MAX = 16 };

/* What the manikin said of itself; "" and 0 where it did not. */
struct recording_manikin {
    char model[RECORDING_NAME_MAX];
    char serial[RECORDING_NAME_MAX];
    char firmware[RECORDING_NAME_MAX];
    char calibration[RECORDING_NAME_MAX];
    int hz;
};

/* How the run was judged, so that an analysis of the file gives the bytes that the kiosk
 * gave. */
struct recording_info {
    char guideline[CPR_NAME_MAX]; /* "" when the file does not say */
    bool has_mode;
    enum cpr_mode mode;
    bool has_window;
    int64_t window_start_us;
    int64_t window_end_us;
    bool pressed_part; /* cpr_pressed_part() */
    uint32_t doubts;   /* enum cpr_trust: what the samples do not tell (cpr_doubt()) */
    struct recording_manikin manikin;
};

/* "compression-only", "30:2". */
const char *recording_mode_name(enum cpr_mode mode);
bool recording_mode_of(const char *name, enum cpr_mode *mode);

struct recording; /* being read */

/* NULL (err_text(): file, line, cause, cure) when the header is not understood. */
struct recording *recording_open(const char *path);

/* The columns that the caller says are time and depth, with their unit or without it and
 * in any case; NULL: as RECORDING.md has it. Borrowed until the end. */
struct recording_columns {
    const char *time, *depth;
};

struct recording *recording_open_columns(const char *path,
                                         const struct recording_columns *names);

/* How time and depth were found, as a sentence without its end: "time is "Zeit" in s, by
 * its steps; depth is "Tiefe (cm)" in cm". "" where the header has our own names. */
void recording_found(const struct recording *recording, struct str *text);

/* Comments may stand anywhere: complete once the end has been read. */
void recording_info(const struct recording *recording, struct recording_info *info);

enum recording_item { RECORDING_END, RECORDING_SAMPLE, RECORDING_FAULT };

/*
 * The next sample or fault in the file's order, into the one of the two that it is. The
 * end comes early on a bad row: then recording_failed() is true and err_text() names
 * file, line, cause and cure.
 */
enum recording_item recording_read(struct recording *recording, struct cpr_sample *sample,
                                   struct fault *fault);

/* The next sample; faults are passed over. False at the end, as above. */
bool recording_next(struct recording *recording, struct cpr_sample *sample);
bool recording_failed(const struct recording *recording);

/* NULL is fine. */
void recording_close(struct recording *recording);

struct recording_writer;

/* `info` may be NULL. NULL (err_text() says why) when the file cannot be made. */
struct recording_writer *recording_create(const char *path,
                                          const struct recording_info *info);
void recording_add(struct recording_writer *writer, const struct cpr_sample *sample);

/* Stands behind the sample that was added last; its time is that sample's. */
void recording_add_fault(struct recording_writer *writer, const struct fault *fault);

/* Reasons that became known only now; they hold for the whole recording. */
void recording_add_doubts(struct recording_writer *writer, uint32_t doubts);

/* Frees the writer; false (err_text() says why) when not all reached the disk. */
bool recording_finish(struct recording_writer *writer);

/* Names another guideline in a finished recording that was made here: who pressed was
 * said after the first push. All or nothing; false (err_text()) leaves the file as it
 * was. */
bool recording_judge_by(const char *path, const char *guideline);

#endif
