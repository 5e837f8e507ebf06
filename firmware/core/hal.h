/* SPDX-License-Identifier: MIT */
/*
 * hal: what a board must provide to be a manikin. Everything in core/ is written against
 * these functions only; mcu/<family>/ implements them, and so does the unit test.
 * None of them blocks except hal_wait(), and hal_store_read() for the 3 ms of a write.
 */
#ifndef FIRMWARE_CORE_HAL_H
#define FIRMWARE_CORE_HAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The sensor's full scale: 16 conversions of 10 bits added up. */
#define HAL_RAW_MAX 16368

struct hal_reading {
    uint16_t seq;  /* counts every reading taken, also those not fetched */
    uint32_t t_us; /* middle of the reading by the hardware timer; 0 at power-on; wraps */
    uint16_t raw;  /* 0 to HAL_RAW_MAX */
};

/* Starts clock, sensor (100 readings a second), cable and watchdog. */
void hal_start(void);

/* Sleeps until a reading or a byte waits. */
void hal_wait(void);

/* Tells the watchdog that all is well; not told for 0.25 s, it restarts the board. */
void hal_alive(void);

/* True when this start was the watchdog's doing. */
bool hal_restarted_by_watchdog(void);

/* The newest reading, once. */
bool hal_reading(struct hal_reading *out);

/* From the next reading on; 50 to 200. */
void hal_set_hz(uint16_t hz);

/* Queues all bytes, or none of them: then false. */
bool hal_send(const char *bytes, size_t count);

/* The next byte from the host. */
bool hal_receive(char *byte);

/* Bytes from the host lost since power-on; stops at 65535. */
uint16_t hal_lost_bytes(void);

/* Bytes that last without power. A write is refused while the one before still runs. */
uint8_t hal_store_read(uint16_t at);
bool hal_store_write(uint16_t at, uint8_t byte);

#endif
