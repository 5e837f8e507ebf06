/* SPDX-License-Identifier: MIT */
/*
 * access-visits: every screen as a visitor, or staff, comes to it, for the access report.
 */
#ifndef KIOSK_ACCESS_VISITS_H
#define KIOSK_ACCESS_VISITS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct clock;
struct kiosk;

struct access_trip {
    struct kiosk *k;
    struct clock *clock; /* the kiosk's own meanwhile, moved by the trip alone */
    struct str heard;    /* what was read aloud before of what still stands there */
};

struct access_visit {
    const char *name;
    void (*go)(struct access_trip *trip); /* from attract */
    /* Not all that stands there is read aloud, by design: while somebody presses only
     * prompts are, and staff are not read to. */
    bool quiet;
};

/* NULL past the end. */
const struct access_visit *access_visit(size_t index);

/* Lets some frames pass. */
void access_pass(struct access_trip *trip, double seconds);

#endif
