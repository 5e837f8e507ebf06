/* SPDX-License-Identifier: MIT */
/* The EEPROM: a byte takes 3.4 ms to write and lasts 100,000 writes. */
#include <avr/eeprom.h>

#include "core/hal.h"

static uint8_t *place(uint16_t at)
{
    return (uint8_t *)(uintptr_t)at;
}

uint8_t hal_store_read(uint16_t at)
{
    return eeprom_read_byte(place(at));
}

bool hal_store_write(uint16_t at, uint8_t byte)
{
    if (!eeprom_is_ready()) {
        return false;
    }
    eeprom_update_byte(place(at), byte);
    return true;
}
