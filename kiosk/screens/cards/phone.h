/* SPDX-License-Identifier: MIT */
/*
 * phone: a drawn telephone: its keys while somebody dials, its speaker and hang-up keys
 * while somebody talks. Its targets are "digit-0" ... "digit-9", "phone-erase",
 * "phone-call", "phone-speaker" and "phone-end".
 */
#ifndef KIOSK_SCREENS_CARDS_PHONE_H
#define KIOSK_SCREENS_CARDS_PHONE_H

#include "screens/pages.h"

struct kiosk;

enum { PHONE_DIGITS_MAX = 6 };

struct phone {
    const struct kiosk *k;
    const char *digits; /* dialled so far */
    bool talks;
    bool speaker; /* is on */
};

/* Borrows it. */
struct pages_block phone_block(const struct phone *phone);

#endif
