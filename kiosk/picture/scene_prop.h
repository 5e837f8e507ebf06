/* SPDX-License-Identifier: MIT */
/*
 * scene_prop: the things people use in the pictures.
 */
#ifndef KIOSK_PICTURE_SCENE_PROP_H
#define KIOSK_PICTURE_SCENE_PROP_H

#include <stddef.h>

struct _cairo;
struct scene_shape;

enum prop {
    PROP_NONE,

#define PROP(name, shapes) PROP_##name,
#include "picture/props.def"
#undef PROP
    PROP_COUNT
};

struct scene_prop_row {
    const struct scene_shape *shapes;
    size_t count;
};

/* How a file of props/ hands out what an array of shapes draws. */
#define PROP_ROW(array)                                                                  \
    const struct scene_prop_row scene_prop_##array = {(array),                           \
                                                      sizeof(array) / sizeof *(array)}

#define PROP(name, shapes) extern const struct scene_prop_row scene_prop_##shapes;
#include "picture/props.def"
#undef PROP

/* In the scene's frame: y up, the prop's own place at the origin. */
void scene_prop_draw(struct _cairo *cairo, enum prop prop);

#endif
