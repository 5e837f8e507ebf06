/* SPDX-License-Identifier: MIT */
/*
 * counting: what the kiosk does so that counting goes on, and that staff are told where
 * it does not: the database (store/keeper.h) and the machine's calendar
 * (count/clock_trust.h).
 */
#ifndef KIOSK_SCREENS_COUNTING_H
#define KIOSK_SCREENS_COUNTING_H

#include <stdbool.h>

#include "base/str.h"

struct kiosk;
struct ui_event;

/* The kiosk starts: counts find their way, and the calendar is held against the days that
 * were counted on. */
void counting_begin(struct kiosk *k);

/* Once a frame, before anything is counted. */
void counting_tick(struct kiosk *k);

/* What staff should know, a line a sentence: what it is, since when, and what to do. */
void counting_add_lines(const struct kiosk *k, struct str *out);

/* The desk's buttons that end what is told: ids; NULL when there is nothing to end. */
const char *counting_seen_id(const struct kiosk *k);  /* "counts-seen" */
const char *counting_clock_id(const struct kiosk *k); /* "clock-right" */

/* Whether one of them was touched; it has done its work then. */
bool counting_touched(struct kiosk *k, const struct ui_event *event);

#endif
