/* SPDX-License-Identifier: MIT */
/*
 * scene_prop_fire: what burns, and what puts it out.
 */
#ifndef KIOSK_PICTURE_SCENE_PROP_FIRE_H
#define KIOSK_PICTURE_SCENE_PROP_FIRE_H

#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

/* PROP_FLAME to PROP_DOOR. */
const struct scene_prop_row *scene_prop_fire(enum prop prop);

#endif
