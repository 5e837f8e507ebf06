/* SPDX-License-Identifier: MIT */
/*
 * scene_prop_call: what is seen of an emergency call: the map and who comes. No emblem
 * but a green cross: the red one is protected by law.
 */
#ifndef KIOSK_PICTURE_SCENE_PROP_CALL_H
#define KIOSK_PICTURE_SCENE_PROP_CALL_H

#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

/* PROP_MAP to PROP_TOLD_STATE. */
const struct scene_prop_row *scene_prop_call(enum prop prop);

#endif
