/* SPDX-License-Identifier: MIT */
#include "core/sample.h"

#include "core/hal.h"

/* One step of the 10-bit converter, in all 16 conversions. */
enum { END_OF_SCALE = 16 };

bool sample_is_measured(uint16_t raw)
{
    return raw > END_OF_SCALE && raw < HAL_RAW_MAX - END_OF_SCALE;
}

void sample_add(struct sample_recent *recent, uint16_t raw)
{
    recent->raw[recent->at] = raw;
    recent->at = (uint8_t)((recent->at + 1) % SAMPLE_RECENT);
    if (recent->count < SAMPLE_RECENT) {
        recent->count++;
    }
}

enum wire_error sample_mean(const struct sample_recent *recent, uint16_t spread,
                            uint16_t *mean)
{
    uint16_t low = UINT16_MAX;
    uint16_t high = 0;
    uint32_t sum = 0;
    for (size_t i = 0; i < recent->count; i++) {
        uint16_t raw = recent->raw[i];
        if (!sample_is_measured(raw)) {
            return WIRE_ERROR_SENSOR;
        }
        low = raw < low ? raw : low;
        high = raw > high ? raw : high;
        sum += raw;
    }
    if (recent->count < SAMPLE_RECENT || high - low > spread) {
        return WIRE_ERROR_MOVING;
    }
    *mean = (uint16_t)((sum + SAMPLE_RECENT / 2) / SAMPLE_RECENT);
    return WIRE_OK;
}
