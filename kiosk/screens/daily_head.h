/* SPDX-License-Identifier: MIT */
/*
 * daily_head: the head of all days that are over (lkx/lkx.h), for the codes of the end
 * of the day. It is worked out over some frames, kept, and goes on from where it was the
 * next evening. What is added to a day that it holds, or another file in the place of the
 * counts, has it worked out anew.
 */
#ifndef KIOSK_SCREENS_DAILY_HEAD_H
#define KIOSK_SCREENS_DAILY_HEAD_H

#include <stdint.h>

#include "lkx/lkx.h"

struct kiosk;

/* Zeroed to begin with; of struct kiosk. */
struct daily_head {
    struct lkx_head head;
    int64_t retry_us; /* it could not be read, and is tried again then; 0: it could */
};

enum daily_head_state {
    DAILY_HEAD_NONE, /* there are no counts */
    DAILY_HEAD_MOVES,
    DAILY_HEAD_STANDS, /* it holds every day before today */
    DAILY_HEAD_FAILED, /* the counts cannot be read; it was logged */
};

/* Once a frame, while somebody waits for it: goes on by some days. Today is not in it:
 * that goes on being counted behind the photograph, how long the kiosk was on at
 * least. */
enum daily_head_state daily_head_follow(struct kiosk *k);

#endif
