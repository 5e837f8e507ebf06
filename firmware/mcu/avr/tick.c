/* SPDX-License-Identifier: MIT */
/*
 * Timer 1 runs at 2 MHz and starts from 0 at each sampling moment, so its count is the
 * time since then. Stamps are read from it, not assumed: a late interrupt shows.
 */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <string.h>
#include <util/atomic.h>

#include "core/hal.h"
#include "mcu/avr/avr.h"

#define TICKS_PER_SECOND (F_CPU / 8)

/*
 * Here no reading is under way, at any rate: they are complete 3.7 ms after their start.
 */
#define BETWEEN_READINGS (TICKS_PER_SECOND / 200 * 3 / 4)

static uint32_t moment_us; /* of the last sampling moment */
static bool moment_half_us;
static uint16_t period_ticks; /* that led to it */
static volatile uint16_t wanted_ticks;
static uint16_t started_ticks;

static volatile struct hal_reading newest = {.seq = UINT16_MAX}; /* the first is 0 */
static volatile bool is_waiting;

static uint16_t ticks_of(uint16_t hz)
{
    return (uint16_t)(TICKS_PER_SECOND / hz);
}

void tick_start(void)
{
    period_ticks = ticks_of(100);
    wanted_ticks = period_ticks;
    OCR1A = period_ticks - 1;
    TCCR1A = 0;
    TCCR1B = _BV(WGM12) | _BV(CS11); /* restart at OCR1A; clock / 8 */
    OCR1B = BETWEEN_READINGS;
    TIMSK1 = _BV(OCIE1A) | _BV(OCIE1B);
}

void hal_set_hz(uint16_t hz)
{
    uint16_t ticks = ticks_of(hz);
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        wanted_ticks = ticks;
    }
}

ISR(TIMER1_COMPA_vect)
{
    started_ticks = TCNT1;
    sensor_begin();
    uint16_t half_us = period_ticks + moment_half_us;
    moment_us += half_us / 2;
    moment_half_us = half_us & 1;
    if (wanted_ticks != period_ticks) {
        period_ticks = wanted_ticks;
        OCR1A = period_ticks - 1; /* safe: the count is still near 0 */
    }
}

ISR(TIMER1_COMPB_vect)
{
    watchdog_tick(period_ticks / 2);
}

void tick_finish(uint16_t raw)
{
    uint16_t middle_ticks = (uint16_t)(started_ticks + TCNT1) / 2;
    newest.seq++;
    newest.t_us = moment_us + (middle_ticks + moment_half_us) / 2;
    newest.raw = raw;
    is_waiting = true;
}

bool tick_is_waiting(void)
{
    return is_waiting;
}

bool hal_reading(struct hal_reading *out)
{
    bool found;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        found = is_waiting;
        is_waiting = false;
        out->seq = newest.seq;
        out->t_us = newest.t_us;
        out->raw = newest.raw;
    }
    return found;
}
