/* SPDX-License-Identifier: MIT */
/*
 * going_on: a card that has said all goes on by itself, when it has been heard or could
 * be read.
 *
 * A ring in the button "next" fills meanwhile. Any touch ends the wait for this card, so
 * that nobody is hurried (WCAG 2.2.1). It never begins for who uses keys, low controls,
 * a slower voice or calm pictures; it holds while the words go on on a further page, and
 * beside the wishes or the countdown.
 */
#ifndef KIOSK_SCREENS_GOING_ON_H
#define KIOSK_SCREENS_GOING_ON_H

#include <stdbool.h>
#include <stdint.h>

struct kiosk;

/* What is waited for; zeroed: nothing. */
struct going_on {
    int what;         /* as going_on_tick() got it */
    bool ended;       /* by a touch */
    uint32_t touches; /* ui_touches() when it began */
    float read_s;     /* how long it takes to read */
    float begun_s;    /* of the screen: when it began to stand there */
    float quiet_s;    /* ... and was last being said */
    float share;      /* of the wait that is over; 0: nothing waits */
};

/* Begins to wait for `what`, a number that is another one for each wait; `words` are read
 * meanwhile. */
void going_on_begin(const struct kiosk *k, struct going_on *wait, int what,
                    const char *words);

/* Once a frame. True when it goes on now, which is told once. */
bool going_on_tick(const struct kiosk *k, struct going_on *wait);

/* Seconds that most people need to read the words (design: 4 Chinese characters a second;
 * 12 Latin letters take as long). */
float going_on_reading_s(const char *words);

#endif
