/* SPDX-License-Identifier: MIT */
/*
 * scene_turn: who lies, or stands, another way after the answer. Two rows of a picture
 * are one person then, and nobody is seen twice.
 */
#ifndef KIOSK_PICTURE_SCENE_TURN_H
#define KIOSK_PICTURE_SCENE_TURN_H

#include "picture/scene_table.h"

/* The figure that `item` is on the other side of the answer. NULL: it is there
 * throughout, or comes, or goes. */
const struct scene_item *scene_turn_other(const struct scene_item *items, size_t count,
                                          const struct scene_item *item);

/* How much of the item is seen when `done`, 0 to 1, of the answer is done: it comes and
 * goes by and by; one of two is seen either so or so. */
double scene_turn_share(const struct scene_item *item, const struct scene_item *other,
                        double done);

/* A body that is turned from one row to the other rises from its ground meanwhile: one
 * shoulder comes up. Changes the context, before the item's place is set. */
void scene_turn_rise(struct _cairo *cairo, const struct scene_item *item,
                     const struct scene_item *other, double done);

#endif
