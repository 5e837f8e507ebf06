/* SPDX-License-Identifier: MIT */
/* A maker's sketch for test_sim_truth.c: analogue input 2, a number a line, 9600 baud. */
#include <avr/io.h>
#include <stdlib.h>
#include <util/delay.h>

static void print(const char *text)
{
    for (; *text; text++) {
        while (!(UCSR0A & _BV(UDRE0))) {
        }
        UDR0 = (uint8_t)*text;
    }
}

int main(void)
{
    UBRR0 = 103;
    UCSR0B = _BV(TXEN0);
    ADMUX = _BV(REFS0) | 2;
    ADCSRA = _BV(ADEN) | 7;
    for (;;) {
        ADCSRA |= _BV(ADSC);
        while (ADCSRA & _BV(ADSC)) {
        }
        char text[8];
        print(utoa(ADC, text, 10));
        print("\r\n");
        _delay_ms(10);
    }
}
