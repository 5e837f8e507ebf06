/* SPDX-License-Identifier: MIT */
/*
 * activity: the lesson and the run going on. kiosk.h has what screens may ask for; these
 * two are the kiosk's own.
 */
#ifndef KIOSK_SCREENS_ACTIVITY_H
#define KIOSK_SCREENS_ACTIVITY_H

struct kiosk;

/* Once a frame: what has come to its end is counted and handed on. */
void activity_follow(struct kiosk *k);

/* Drops the lesson and the run; fine when there is none. */
void activity_drop(struct kiosk *k);

/* At start, and when lessons were read anew: how lessons failed before, as far as they
 * are still the same. */
void activity_recall_failures(struct kiosk *k);

#endif
