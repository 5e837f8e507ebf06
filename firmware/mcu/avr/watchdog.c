/* SPDX-License-Identifier: MIT */
/*
 * The watchdog restarts the board 0.25 s after the last hal_alive(). That it did so is
 * told by the processor's reset cause, or else by a mark in memory that a reset keeps:
 * the usual boot loaders clear the cause before this program starts, and leave by a
 * watchdog of their own after every press of the reset button.
 *
 * An interrupt of the sampling timer sets the mark once the loop is late, and hal_alive()
 * takes it back. A hang with interrupts off leaves none: the board restarts all the same,
 * but behind such a loader it is not reported. The watchdog's own interrupt would be no
 * better: while it cannot run, the chip does not reset either.
 */
#include <avr/io.h>
#include <avr/wdt.h>
#include <util/atomic.h>

#include "core/hal.h"
#include "mcu/avr/avr.h"

#define LATE_US 150000UL /* below the time of the watchdog, which varies by a fifth */

/* After power-on memory holds anything: one chance in 4 billion that it is this. */
#define LATE_MARK 0xB17E0FF5UL

static uint8_t reset_cause __attribute__((section(".noinit")));
static volatile uint32_t mark __attribute__((section(".noinit")));
static volatile uint32_t silent_us; /* since hal_alive() */
static bool was_late;

/*
 * After its own reset the watchdog stays on, at 16 ms: stopped here, before the C run
 * time clears the memory, so that no slow start is ever cut short again and again.
 */
void stop_watchdog(void) __attribute__((naked, used, section(".init3")));

void stop_watchdog(void)
{
    reset_cause = MCUSR;
    MCUSR = 0;
    wdt_disable();
}

void watchdog_start(void)
{
    const uint8_t others = _BV(PORF) | _BV(BORF) | _BV(EXTRF);
    bool power_was_off = reset_cause & (_BV(PORF) | _BV(BORF));
    was_late = (reset_cause & (_BV(WDRF) | others)) == _BV(WDRF) ||
               (mark == LATE_MARK && !power_was_off);
    mark = 0;
    wdt_enable(WDTO_250MS);
}

bool hal_restarted_by_watchdog(void)
{
    return was_late;
}

void watchdog_tick(uint16_t elapsed_us)
{
    silent_us += elapsed_us;
    if (silent_us >= LATE_US) {
        mark = LATE_MARK;
    }
}

void hal_alive(void)
{
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        silent_us = 0;
        mark = 0;
    }
    wdt_reset();
}
