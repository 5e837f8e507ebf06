/* SPDX-License-Identifier: MIT */
/*
 * lengths: how many cards each lesson has on its longest way, found by the robot visitor
 * while nobody is there.
 *
 * The number stands in the catalogue (struct catalog_item: cards). One slice of the walk
 * is gone a frame, so that neither the start nor the picture that moves on attract waits
 * for it. A visitor who comes first sees the number of the step alone.
 */
#ifndef KIOSK_SCREENS_LENGTHS_H
#define KIOSK_SCREENS_LENGTHS_H

#include <stdbool.h>

struct clock;
struct conf_guidelines;
struct kiosk;
struct lengths;

/* Never NULL. */
struct lengths *lengths_create(void);
void lengths_destroy(struct lengths *lengths); /* NULL is fine */

/* The catalogue has been read anew: a lesson that was being walked may be another one.
 * NULL is fine. */
void lengths_forget(struct lengths *lengths);

/* One slice. False when every lesson of the catalogue has been walked. */
bool lengths_tick(struct lengths *lengths, struct kiosk *k);

/* The same by another clock, where that of `k` stands still. */
bool lengths_tick_by(struct lengths *lengths, struct kiosk *k, const struct clock *clock);

/* All of a lesson's ways at once, where nobody waits. 0: not known. */
int lengths_walk(const char *folder, const char *lang,
                 const struct conf_guidelines *guidelines);

#endif
