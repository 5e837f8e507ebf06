/* SPDX-License-Identifier: MIT */
/*
 * fake_hal: a board made of arrays, for the firmware's core. One board, as in firmware:
 * the hal has no context.
 */
#ifndef TESTS_SUPPORT_FAKE_HAL_H
#define TESTS_SUPPORT_FAKE_HAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/hal.h"

enum {
    FAKE_STORE_SIZE = 64,
    FAKE_SENT_SIZE = 1 << 16,
};

struct fake_hal {
    uint8_t store[FAKE_STORE_SIZE];
    int store_busy;       /* this many writes are refused before one is taken */
    bool store_is_broken; /* writes are taken and forgotten */
    char sent[FAKE_SENT_SIZE];
    size_t sent_length;
    bool cable_is_full;
    const char *incoming;
    size_t incoming_length;
    struct hal_reading reading;
    bool has_reading;
    uint16_t hz;
    uint16_t lost_bytes;
    bool was_watchdog;
    int alive_count;
};

extern struct fake_hal fake_hal;

/* A board fresh from the factory: the store reads 0xFF. */
void fake_hal_reset(void);

#endif
