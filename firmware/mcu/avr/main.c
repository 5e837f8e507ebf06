/* SPDX-License-Identifier: MIT */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <avr/wdt.h>

#include BOARD_HEADER
#include "core/hal.h"
#include "core/manikin.h"
#include "mcu/avr/avr.h"

static uint8_t reset_cause __attribute__((section(".noinit")));

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

void hal_start(void)
{
    uart_start();
    adc_start();
    tick_start();
    SMCR = 0; /* sleep means idle: timer, converter and cable go on */
    wdt_enable(WDTO_250MS);
    sei();
}

bool hal_restarted_by_watchdog(void)
{
    return reset_cause & _BV(WDRF);
}

void hal_alive(void)
{
    wdt_reset();
}

void hal_wait(void)
{
    cli();
    while (!tick_is_waiting() && !uart_is_waiting()) {
        /* The instruction after sei() still runs before any interrupt: none is missed
         * between the look and the sleep. */
        sleep_enable();
        sei();
        sleep_cpu();
        sleep_disable();
        cli();
    }
    sei();
}

int main(void)
{
    static struct manikin manikin;
    hal_start();
    manikin_start(&manikin, BOARD_MODEL, BOARD_SERIAL);
    for (;;) {
        hal_wait();
        manikin_step(&manikin);
    }
}
