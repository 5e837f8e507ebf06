/* SPDX-License-Identifier: MIT */
#include "picture/scene_prop.h"

#include <assert.h>

#include "picture/scene_shape.h"

static const struct scene_prop_row *const props[PROP_COUNT] = {
#define PROP(name, shapes) [PROP_##name] = &scene_prop_##shapes,
#include "picture/props.def"
#undef PROP
};

void scene_prop_draw(struct _cairo *cairo, enum prop prop)
{
    assert((size_t)prop < PROP_COUNT && props[prop] != NULL);
    scene_shape_draw(cairo, props[prop]->shapes, props[prop]->count);
}
