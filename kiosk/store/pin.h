/* SPDX-License-Identifier: MIT */
/*
 * pin: the staff's PIN. Six digits or more, kept as an Argon2id hash in one small file
 * with the count of wrong tries: five, then 60 s of waiting, also over a restart.
 *
 * On a disk that takes nothing the right PIN opens all the same, and wrong ones wait as
 * ever; until the disk takes something again their count is in memory alone.
 */
#ifndef KIOSK_STORE_PIN_H
#define KIOSK_STORE_PIN_H

#include <stdbool.h>
#include <stdint.h>

enum {
    PIN_DIGITS_MIN = 6,
    PIN_DIGITS_MAX = 16,
    PIN_TRIES = 5,
    PIN_WAIT_S = 60,
    PIN_PATH_MAX = 512,
    PIN_HASH_MAX = 128,
};

enum pin_answer {
    PIN_RIGHT,
    PIN_WRONG,
    PIN_WAIT,   /* too many tries: pin_wait_s() tells how long */
    PIN_UNSET,  /* no PIN has been chosen yet: pin_set() first */
    PIN_FAILED, /* the file cannot be read: err_text() */
};

/* The caller's, for as long as the program runs; only `path` is set to begin with. The
 * rest is private: what the disk has refused to keep. */
struct pin {
    char path[PIN_PATH_MAX]; /* <data>/staff.pin */
    bool unsaved;
    char hash[PIN_HASH_MAX]; /* of the PIN that was tried */
    int tries;
    int64_t last_s;
};

/* `wall_s` is the calendar time: tries outlive a restart. */
enum pin_answer pin_check(struct pin *pin, const char *digits, int64_t wall_s);

/* Whether a PIN has been chosen. */
bool pin_is_set(const char *path);

/* Seconds left to wait; 0 when a try is allowed. */
int pin_wait_s(struct pin *pin, int64_t wall_s);

/* False (err_text()) for too few digits, anything but digits, or a file that fails. */
bool pin_set(const char *path, const char *digits);

#endif
