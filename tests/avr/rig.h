/* SPDX-License-Identifier: MIT */
/*
 * rig: the real firmware image on a simulated board, a chest whose depth the test gives,
 * and everything that came out of the cable, read by wire.
 */
#ifndef TESTS_AVR_RIG_H
#define TESTS_AVR_RIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "manikin-sim/board.h"
#include "manikin-sim/chest.h"
#include "wire/wire.h"

enum { RIG_SAMPLES_MAX = 8192 };

struct rig {
    struct board *board;
    struct chest chest;
    /* The voltage at a moment; rig_create() sets rig_chest_mv(). */
    int (*sensor_mv)(struct rig *rig, int64_t t_us);
    double (*depth_mm)(int64_t t_us); /* what rig_chest_mv() presses */

    char line_bytes[WIRE_LINE_MAX + 1];
    struct wire_line line;
    struct wire_message last[WIRE_COMMAND + 1];
    int counts[WIRE_COMMAND + 1];
    long faults[WIRE_FAULT_COUNT]; /* the last count sent; -1: none */

    struct wire_sample samples[RIG_SAMPLES_MAX];
    int64_t began_us[RIG_SAMPLES_MAX]; /* first and last conversion of each reading */
    int64_t ended_us[RIG_SAMPLES_MAX];
    size_t sample_count;
    size_t reading_count;
};

/* Fails the test when the image cannot be loaded. */
struct rig *rig_create(const char *elf_path);
void rig_destroy(struct rig *rig);

int rig_chest_mv(struct rig *rig, int64_t t_us);

/* Runs for this long and reads what comes. */
void rig_run(struct rig *rig, int64_t us);

/* Sends a command, runs until it is answered (0.5 s at most) and returns the error. */
int rig_command(struct rig *rig, char letter, int32_t argument);

/* As pressing reset, or pulling the plug (board_power_on()): forgets what was read
 * before. */
void rig_reset(struct rig *rig);
void rig_power_on(struct rig *rig, uint8_t ram);

const struct wire_identity *rig_identity(const struct rig *rig);
const struct wire_sample *rig_last_sample(const struct rig *rig);

#endif
