/* SPDX-License-Identifier: MIT */
/*
 * closed: what attract shows while the hall is closed: when it opens again, and, from the
 * first full hour after its day until midnight, the day's totals and the head of all days
 * before it as a code, for staff who go home past it.
 *
 * Everybody can read that code. It has totals alone, those under 5 are left out, and it
 * ends with that full hour: who presses the chest afterwards changes nothing in it, so
 * two pictures of one evening do not tell what was done between them.
 */
#ifndef KIOSK_SCREENS_CLOSED_H
#define KIOSK_SCREENS_CLOSED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "conf/open_now.h"
#include "picture/qr.h"

struct code;
struct kiosk;

enum { CLOSED_CODE_MAX = 512 };

/* Zeroed to begin with; of struct kiosk. */
struct closed {
    bool is;         /* hours are known, the date may be right, and it is closed now */
    int day, minute; /* when that was looked at last */
    struct conf_opens opens;
    int code_day;     /* of the code; 0: there is none */
    int64_t retry_us; /* its counts could not be read, and are then again */
    char text[CLOSED_CODE_MAX];
    struct qr qr;
};

/* Once a frame while nobody is there. */
void closed_follow(struct kiosk *k);

/* "明天 9:00 开馆。" Returns `out`. */
const char *closed_words(const struct kiosk *k, char *out, size_t size);

/* The code with its words, all borrowed. False: it is not there. */
bool closed_code(const struct kiosk *k, struct code *code);

#endif
