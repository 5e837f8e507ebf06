/* SPDX-License-Identifier: MIT */
/*
 * calib: raw readings to depth, by two points: rest (zero) and a known depth (span).
 * Kept with a CRC, so that a damaged calibration is noticed and never used.
 */
#ifndef FIRMWARE_CORE_CALIB_H
#define FIRMWARE_CORE_CALIB_H

#include <stdbool.h>
#include <stdint.h>

#include "wire/wire.h"

enum {
    /* Where things stand in the store. */
    CALIB_SERIAL_AT = 0, /* WIRE_NAME_MAX bytes, NUL-terminated, set at flashing */
    CALIB_RECORD_AT = 16,
    CALIB_RECORD_SIZE = 9,

    /* Known depths that make sense, 0.1 mm: an infant's chest to a hard push. */
    CALIB_SPAN_MIN_TENTH_MM = 100,
    CALIB_SPAN_MAX_TENTH_MM = 1500,

    /* A sensor that moves by less a millimetre has steps coarser than 0.25 mm. */
    CALIB_RAW_PER_MM_MIN = 64,
};

struct calib {
    int16_t zero;           /* raw at rest */
    int16_t span;           /* raw from rest to the known depth; negative if it falls */
    uint16_t span_tenth_mm; /* the known depth */
    bool is_set;            /* false: the span is the board's assumption */
};

/* A sensor whose full scale is 80 mm, at rest at 0; not set. */
void calib_init(struct calib *calib);

int32_t calib_depth_tenth_mm(const struct calib *calib, uint16_t raw);

void calib_set_zero(struct calib *calib, uint16_t raw);

/* WIRE_OK, WIRE_ERROR_RANGE or WIRE_ERROR_TRAVEL (then nothing has changed). */
enum wire_error calib_set_span(struct calib *calib, uint16_t raw, int32_t depth_tenth_mm);

/* A name for these very numbers; empty while not set. */
void calib_id(const struct calib *calib, char id[WIRE_NAME_MAX]);

void calib_pack(const struct calib *calib, uint8_t record[CALIB_RECORD_SIZE]);

enum calib_found {
    CALIB_FOUND,
    CALIB_BLANK,   /* never written */
    CALIB_DAMAGED, /* wrong CRC or impossible numbers */
};

/* Changes `calib` only when CALIB_FOUND. */
enum calib_found calib_unpack(struct calib *calib,
                              const uint8_t record[CALIB_RECORD_SIZE]);

#endif
