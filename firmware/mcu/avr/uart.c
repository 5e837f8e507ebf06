/* SPDX-License-Identifier: MIT */
/* The cable: two rings, filled and emptied by interrupts. */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

#include BOARD_HEADER
#include "core/hal.h"
#include "mcu/avr/avr.h"

/* Powers of two; 256 lets an 8-bit index wrap by itself. */
enum {
    SEND_SIZE = 256,
    RECEIVE_SIZE = 64,
};

/* Double-speed divisor, rounded: 16 for 115200 at 16 MHz, 2.1 % fast, as every Uno. */
#define DIVISOR ((F_CPU + 4 * BOARD_BAUD) / (8 * BOARD_BAUD) - 1)

static char send_ring[SEND_SIZE];
static volatile uint8_t send_head; /* next to write: the loop's */
static volatile uint8_t send_tail; /* next to send: the interrupt's */

static char receive_ring[RECEIVE_SIZE];
static volatile uint8_t receive_head; /* the interrupt's */
static volatile uint8_t receive_tail; /* the loop's */
static volatile uint16_t lost;

void uart_start(void)
{
    UCSR0A = _BV(U2X0); /* first: simavr works out its speed when the divisor is set */
    UCSR0C = _BV(UCSZ01) | _BV(UCSZ00); /* 8N1 */
    UBRR0 = DIVISOR;
    UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
}

ISR(USART_UDRE_vect)
{
    uint8_t tail = send_tail;
    UDR0 = (uint8_t)send_ring[tail++];
    send_tail = tail;
    if (tail == send_head) {
        UCSR0B &= (uint8_t)~_BV(UDRIE0);
    }
}

ISR(USART_RX_vect)
{
    bool overrun = UCSR0A & (_BV(DOR0) | _BV(FE0));
    char byte = (char)UDR0;
    uint8_t next = (uint8_t)((receive_head + 1) % RECEIVE_SIZE);
    if (overrun || next == receive_tail) {
        if (lost < UINT16_MAX) {
            lost++;
        }
        return;
    }
    receive_ring[receive_head] = byte;
    receive_head = next;
}

bool hal_send(const char *bytes, size_t count)
{
    uint8_t used = (uint8_t)(send_head - send_tail);
    if (count > (size_t)(SEND_SIZE - 1 - used)) {
        return false;
    }
    uint8_t head = send_head;
    for (size_t i = 0; i < count; i++) {
        send_ring[head++] = bytes[i];
    }
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        send_head = head;
        UCSR0B |= _BV(UDRIE0);
    }
    return true;
}

bool uart_is_waiting(void)
{
    return receive_head != receive_tail;
}

bool hal_receive(char *byte)
{
    uint8_t tail = receive_tail;
    if (tail == receive_head) {
        return false;
    }
    *byte = receive_ring[tail];
    receive_tail = (uint8_t)((tail + 1) % RECEIVE_SIZE);
    return true;
}

uint16_t hal_lost_bytes(void)
{
    uint16_t count;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        count = lost;
    }
    return count;
}
