/* SPDX-License-Identifier: MIT */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>

#include BOARD_HEADER
#include "core/hal.h"
#include "core/manikin.h"
#include "mcu/avr/avr.h"

void hal_start(void)
{
    tick_start();
    uart_start();
    sensor_start();
    SMCR = 0; /* sleep means idle: timer, converter and cable go on */
    watchdog_start();
    sei();
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

_Static_assert(sizeof BOARD_MODEL <= WIRE_NAME_MAX, "a model has 15 bytes at most");

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
