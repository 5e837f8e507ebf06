/* SPDX-License-Identifier: MIT */
/*
 * avr: the parts of the ATmega328P behind core/hal.h. Each file owns one peripheral.
 * Interrupt handlers never nest and stay below 10 us, so a sample starts that near to
 * its moment; the stamp says when it really was.
 */
#ifndef FIRMWARE_MCU_AVR_AVR_H
#define FIRMWARE_MCU_AVR_AVR_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The sensor: what a file of sensors/ offers, and each image holds one of.
 * sensor_begin() is called by the timer's interrupt at a sampling moment and begins a
 * reading. Once it is complete, at most 3.7 ms later, the sensor's own interrupt calls
 * tick_finish(); a sensor that is read at once may call it from sensor_begin().
 */
void sensor_start(void);
void sensor_begin(void);

void tick_start(void);
/* The reading begun last is complete: 0 to HAL_RAW_MAX. */
void tick_finish(uint16_t raw);
bool tick_is_waiting(void);

/* Before interrupts are on: decides what hal_restarted_by_watchdog() says. */
void watchdog_start(void);
/* From the timer's interrupt: so much time has passed since the last call. */
void watchdog_tick(uint16_t elapsed_us);

void uart_start(void);
bool uart_is_waiting(void);

#endif
