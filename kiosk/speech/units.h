/* SPDX-License-Identifier: MIT */
/*
 * units: the signs behind numbers and how they are said. Private to speech.
 */
#ifndef KIOSK_SPEECH_UNITS_H
#define KIOSK_SPEECH_UNITS_H

#include <stddef.h>

/* Where a sign is a unit. */
enum unit_place {
    UNIT_BEHIND, /* behind a number: "5 m" */
    UNIT_ALONE,  /* also where nothing else stands: a label "s" under a number */
    UNIT_BARE,   /* anywhere: "mm" is never a word */
};

struct unit {
    const char *sign;
    enum unit_place place;
    const char *zh;
    const char *one, *many; /* English */
};

/* The unit whose whole sign stands at `text`; no letter or digit follows it. NULL when
 * there is none; `length` gets its bytes. */
const struct unit *unit_at(const char *text, size_t *length);

#endif
