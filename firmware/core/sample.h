/* SPDX-License-Identifier: MIT */
/*
 * sample: the last readings, and whether the chest held still during them.
 */
#ifndef FIRMWARE_CORE_SAMPLE_H
#define FIRMWARE_CORE_SAMPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "wire/wire.h"

enum { SAMPLE_RECENT = 16 }; /* 160 ms at 100 Hz */

struct sample_recent {
    uint16_t raw[SAMPLE_RECENT];
    uint8_t count;
    uint8_t at;
};

/*
 * False at an end of the sensor's scale: a wire is off, or the sensor is mounted so that
 * it leaves its range. Such a reading says nothing about depth.
 */
bool sample_is_measured(uint16_t raw);

void sample_add(struct sample_recent *recent, uint16_t raw);

/*
 * The mean of the last readings. WIRE_OK, WIRE_ERROR_SENSOR, or WIRE_ERROR_MOVING when
 * they are more than `spread` raw apart or too few so far.
 */
enum wire_error sample_mean(const struct sample_recent *recent, uint16_t spread,
                            uint16_t *mean);

#endif
