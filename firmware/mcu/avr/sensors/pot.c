/* SPDX-License-Identifier: MIT */
/*
 * The potentiometer: 16 conversions of 104 us, added up. Their noise adds two bits to
 * the converter's ten; in 1.7 ms even a fast push moves by less than 1 mm, and the stamp
 * stands for the middle.
 */
#include <avr/interrupt.h>
#include <avr/io.h>

#include BOARD_HEADER
#include "mcu/avr/avr.h"

enum { CONVERSIONS = 16 };

static uint16_t sum;
static uint8_t left;

void sensor_start(void)
{
    /* Supply as reference: the potentiometer hangs on the same supply, so its drift
     * cancels. 16 MHz / 128 = 125 kHz, within the converter's 50-200 kHz. */
    ADMUX = _BV(REFS0) | BOARD_ADC_CHANNEL;
    DIDR0 = _BV(BOARD_ADC_CHANNEL);
    ADCSRA = _BV(ADEN) | _BV(ADIE) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);
}

void sensor_begin(void)
{
    sum = 0;
    left = CONVERSIONS;
    ADCSRA |= _BV(ADSC);
}

ISR(ADC_vect)
{
    sum = (uint16_t)(sum + ADC);
    left--;
    if (left > 0) {
        ADCSRA |= _BV(ADSC);
    } else {
        tick_finish(sum);
    }
}
