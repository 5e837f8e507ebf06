/* SPDX-License-Identifier: MIT */
/*
 * wander: a visitor without sense, who touches, types, pushes, pulls the plug and waits.
 *
 * What has been touched seldom is touched rather than what has been touched often, so
 * that all screens are reached; everything else is left to the random source. Nothing is
 * known here of any screen, but that staff have a corner to hold and a PIN.
 */
#ifndef TESTS_SOAK_WANDER_H
#define TESTS_SOAK_WANDER_H

#include <stdint.h>

#include "screens/kiosk.h"
#include "soak/pressed.h"
#include "support/tap.h"

enum { WANDER_PLACES = 1024 };

#define WANDER_PIN    "135792"
#define WANDER_PIN_OK "pin-ok" /* what is touched behind it */

struct wander {
    struct kiosk *kiosk; /* borrowed, as the next */
    struct pressed *manikin;
    struct rng rng;
    int64_t next_us;                 /* when the next thing is done */
    uint16_t touched[WANDER_PLACES]; /* times, by a hash of screen and id */
    int touches, keys, pushes, plugs, waits;
};

/* Once a frame. */
void wander_pass(struct wander *self, int64_t now_us);

#endif
