/* SPDX-License-Identifier: MIT */
/*
 * scene_between: from one scene to another: who of one is who in the other.
 */
#ifndef KIOSK_PICTURE_SCENE_BETWEEN_H
#define KIOSK_PICTURE_SCENE_BETWEEN_H

#include "picture/scene_table.h"

/* What `item`, of `scene`, is in the other one: the first person, or thing, of its kind
 * is the first there. NULL: it is in `scene` alone. */
const struct scene_item *scene_partner(const struct scene *scene,
                                       const struct scene_item *item,
                                       const struct scene *other);

/* The same, and where there is none of what stands for a part of a person, arms or a
 * hand, that person: they move together. */
const struct scene_item *scene_source(const struct scene *scene,
                                      const struct scene_item *item,
                                      const struct scene *other);

/* `part` 0 is from, 1 is to. */
float scene_between(float from, float to, double part);
struct scene_box scene_between_boxes(const struct scene_box *from,
                                     const struct scene_box *to, double part);

/* Whether people walk from the one to the other: both are seen from as far away. */
bool scene_between_walks(const struct scene *from, const struct scene *to);

/* Where something is after that share, 0 to 1, of the path's length. */
struct figure_point scene_path_at(const struct scene_path *path, double share);

#endif
