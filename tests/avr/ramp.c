/* SPDX-License-Identifier: MIT */
/* A sensor for test_sensor.c: every reading is 100 more than the last. */
#include "mcu/avr/avr.h"

static uint16_t raw;

void sensor_start(void)
{
    raw = 1000;
}

void sensor_begin(void)
{
    raw = (uint16_t)(raw + 100) % 15000;
    tick_finish(raw);
}
