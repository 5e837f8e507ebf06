/* SPDX-License-Identifier: MIT */
/*
 * pin: the staff's PIN. Six digits or more, kept as an Argon2id hash in one small file
 * with the count of wrong tries: five, then 60 s of waiting, also over a restart.
 */
#ifndef KIOSK_STORE_PIN_H
#define KIOSK_STORE_PIN_H

#include <stdbool.h>
#include <stdint.h>

enum { PIN_DIGITS_MIN = 6, PIN_DIGITS_MAX = 16, PIN_TRIES = 5, PIN_WAIT_S = 60 };

enum pin_answer {
    PIN_RIGHT,
    PIN_WRONG,
    PIN_WAIT,   /* too many tries: pin_wait_s() tells how long */
    PIN_UNSET,  /* no PIN has been chosen yet: pin_set() first */
    PIN_FAILED, /* the file cannot be read or written: err_text() */
};

/* `path` is <data>/staff.pin. `wall_s` is the calendar time: tries outlive a restart. */
enum pin_answer pin_check(const char *path, const char *digits, int64_t wall_s);

/* Whether a PIN has been chosen. */
bool pin_is_set(const char *path);

/* Seconds left to wait; 0 when a try is allowed. */
int pin_wait_s(const char *path, int64_t wall_s);

/* False (err_text()) for too few digits, anything but digits, or a file that fails. */
bool pin_set(const char *path, const char *digits);

#endif
