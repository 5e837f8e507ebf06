/* SPDX-License-Identifier: MIT */
/*
 * manikin: the whole device but for its hardware. Readings become $S lines, host lines
 * become answers; see wire/PROTOCOL.md. Portable: no float, no malloc, no stdio.
 */
#ifndef FIRMWARE_CORE_MANIKIN_H
#define FIRMWARE_CORE_MANIKIN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/calib.h"
#include "core/sample.h"
#include "wire/wire.h"

enum { MANIKIN_COMMAND_MAX = 24 }; /* bytes of the longest host line, NUL included */

struct manikin {
    const char *model;  /* borrowed, as is serial; at most WIRE_NAME_MAX - 1 bytes */
    const char *serial; /* where the store holds none */
    struct calib calib;
    struct sample_recent recent;
    uint16_t hz;
    uint16_t next_seq;
    bool has_sampled;

    struct wire_line line; /* from the host */
    char line_bytes[MANIKIN_COMMAND_MAX];

    /* A second of the manikin's own clock paces what is sent on the side. */
    uint32_t second_at_us;
    bool odd_second;
    bool identity_due;

    uint32_t fault_counts[WIRE_FAULT_COUNT];
    uint8_t faults_changed; /* a bit a code */
    uint8_t faults_due;
    uint16_t lost_bytes_seen;

    /* $W in progress: host lines wait until it is done. */
    bool saving;
    uint8_t save_at;
};

/* After hal_start(). Loads the calibration and sends $I. */
void manikin_start(struct manikin *manikin, const char *model, const char *serial);

/* Does what is due and returns at once. Call it after every hal_wait(). */
void manikin_step(struct manikin *manikin);

/* For the files of core/ only. */
void manikin_send(struct manikin *manikin, const struct wire_message *message);
void manikin_count_fault(struct manikin *manikin, enum wire_fault_code code,
                         uint32_t count);
void manikin_answer(struct manikin *manikin, char command, enum wire_error error);
void manikin_run_command(struct manikin *manikin, const struct wire_command *command);
void manikin_continue_saving(struct manikin *manikin);

#endif
