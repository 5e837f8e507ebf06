/* SPDX-License-Identifier: MIT */
#include "wire/wire.h"

/* A byte at a time without a table: 16 table entries would be RAM on the AVR. */
uint16_t wire_crc(const char *bytes, size_t count)
{
    uint16_t crc = 0xFFFF;
    for (size_t i = 0; i < count; i++) {
        uint16_t x = (uint16_t)((crc >> 8) ^ (uint8_t)bytes[i]);
        x = (uint16_t)(x ^ (x >> 4));
        crc = (uint16_t)((uint16_t)(crc << 8) ^ (uint16_t)(x << 12) ^ (uint16_t)(x << 5) ^
                         x);
    }
    return crc;
}
