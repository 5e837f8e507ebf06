/* SPDX-License-Identifier: MIT */
/*
 * scene_prop_aed: a chest and a back to put pads on, and the AED itself.
 */
#ifndef KIOSK_PICTURE_SCENE_PROP_AED_H
#define KIOSK_PICTURE_SCENE_PROP_AED_H

#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

/* PROP_CHEST to PROP_DEVICE. */
const struct scene_prop_row *scene_prop_aed(enum prop prop);

#endif
