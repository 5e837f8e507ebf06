/* SPDX-License-Identifier: MIT */
#include "support/fake_hal.h"

#include <string.h>

struct fake_hal fake_hal;

void fake_hal_reset(void)
{
    memset(&fake_hal, 0, sizeof fake_hal);
    memset(fake_hal.store, 0xFF, sizeof fake_hal.store);
}

bool hal_restarted_by_watchdog(void)
{
    return fake_hal.was_watchdog;
}

void hal_alive(void)
{
    fake_hal.alive_count++;
}

bool hal_reading(struct hal_reading *out)
{
    bool found = fake_hal.has_reading;
    *out = fake_hal.reading;
    fake_hal.has_reading = false;
    return found;
}

void hal_set_hz(uint16_t hz)
{
    fake_hal.hz = hz;
}

bool hal_send(const char *bytes, size_t count)
{
    if (fake_hal.cable_is_full || fake_hal.sent_length + count >= FAKE_SENT_SIZE) {
        return false;
    }
    memcpy(fake_hal.sent + fake_hal.sent_length, bytes, count);
    fake_hal.sent_length += count;
    fake_hal.sent[fake_hal.sent_length] = '\0';
    return true;
}

bool hal_receive(char *byte)
{
    if (fake_hal.incoming_length == 0) {
        return false;
    }
    *byte = *fake_hal.incoming++;
    fake_hal.incoming_length--;
    return true;
}

uint16_t hal_lost_bytes(void)
{
    return fake_hal.lost_bytes;
}

uint8_t hal_store_read(uint16_t at)
{
    return fake_hal.store[at];
}

bool hal_store_write(uint16_t at, uint8_t byte)
{
    if (fake_hal.store_busy > 0) {
        fake_hal.store_busy--;
        return false;
    }
    if (!fake_hal.store_is_broken) {
        fake_hal.store[at] = byte;
    }
    return true;
}
