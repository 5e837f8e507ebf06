/* SPDX-License-Identifier: MIT */
#include "core/calib.h"

#include "core/hal.h"

enum {
    RECORD_VERSION = 1,
    CRC_AT = CALIB_RECORD_SIZE - 2,
};

void calib_init(struct calib *calib)
{
    *calib = (struct calib){.zero = 0, .span = HAL_RAW_MAX, .span_tenth_mm = 800};
}

int32_t calib_depth_tenth_mm(const struct calib *calib, uint16_t raw)
{
    /* At most 16368 x 1500 = 24.6 million: fits. */
    int32_t scaled = ((int32_t)raw - calib->zero) * calib->span_tenth_mm;
    int32_t span = calib->span;
    if (span < 0) {
        scaled = -scaled;
        span = -span;
    }
    int32_t half = span / 2;
    return (scaled + (scaled < 0 ? -half : half)) / span; /* rounded, not cut */
}

void calib_set_zero(struct calib *calib, uint16_t raw)
{
    calib->zero = (int16_t)raw;
}

static bool travels_enough(int16_t span, uint16_t tenth_mm)
{
    int32_t travel = span < 0 ? -(int32_t)span : span;
    return travel * 10 >= (int32_t)CALIB_RAW_PER_MM_MIN * tenth_mm;
}

static bool is_known_depth(int32_t tenth_mm)
{
    return tenth_mm >= CALIB_SPAN_MIN_TENTH_MM && tenth_mm <= CALIB_SPAN_MAX_TENTH_MM;
}

enum wire_error calib_set_span(struct calib *calib, uint16_t raw, int32_t depth_tenth_mm)
{
    if (!is_known_depth(depth_tenth_mm)) {
        return WIRE_ERROR_RANGE;
    }
    int16_t span = (int16_t)((int32_t)raw - calib->zero);
    if (!travels_enough(span, (uint16_t)depth_tenth_mm)) {
        return WIRE_ERROR_TRAVEL;
    }
    calib->span = span;
    calib->span_tenth_mm = (uint16_t)depth_tenth_mm;
    calib->is_set = true;
    return WIRE_OK;
}

static void put_u16(uint8_t *at, uint16_t value)
{
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

static uint16_t get_u16(const uint8_t *at)
{
    return (uint16_t)(at[0] | (uint16_t)at[1] << 8);
}

static uint16_t record_crc(const uint8_t *record)
{
    return wire_crc((const char *)record, CRC_AT);
}

void calib_pack(const struct calib *calib, uint8_t record[CALIB_RECORD_SIZE])
{
    record[0] = RECORD_VERSION;
    put_u16(record + 1, (uint16_t)calib->zero);
    put_u16(record + 3, (uint16_t)calib->span);
    put_u16(record + 5, calib->span_tenth_mm);
    put_u16(record + CRC_AT, record_crc(record));
}

void calib_id(const struct calib *calib, char id[WIRE_NAME_MAX])
{
    uint8_t length = 0;
    if (calib->is_set) {
        uint8_t record[CALIB_RECORD_SIZE];
        calib_pack(calib, record);
        uint16_t crc = get_u16(record + CRC_AT);
        for (int8_t shift = 12; shift >= 0; shift = (int8_t)(shift - 4)) {
            id[length++] = "0123456789ABCDEF"[crc >> shift & 0xF];
        }
    }
    id[length] = '\0';
}

static bool is_blank(const uint8_t record[CALIB_RECORD_SIZE])
{
    for (size_t i = 0; i < CALIB_RECORD_SIZE; i++) {
        if (record[i] != 0xFF) {
            return false;
        }
    }
    return true;
}

enum calib_found calib_unpack(struct calib *calib,
                              const uint8_t record[CALIB_RECORD_SIZE])
{
    if (is_blank(record)) {
        return CALIB_BLANK;
    }
    struct calib found = {
        .zero = (int16_t)get_u16(record + 1),
        .span = (int16_t)get_u16(record + 3),
        .span_tenth_mm = get_u16(record + 5),
        .is_set = true,
    };
    if (record[0] != RECORD_VERSION || get_u16(record + CRC_AT) != record_crc(record) ||
        found.zero < 0 || !is_known_depth(found.span_tenth_mm) ||
        !travels_enough(found.span, found.span_tenth_mm)) {
        return CALIB_DAMAGED;
    }
    *calib = found;
    return CALIB_FOUND;
}
