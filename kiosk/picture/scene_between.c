/* SPDX-License-Identifier: MIT */
#include "picture/scene_between.h"

static bool is_person(const struct scene_item *item)
{
    return item->kind == ITEM_FIGURE || item->kind == ITEM_ARMS ||
           item->kind == ITEM_HAND;
}

/* Whether two items are the same one at another moment. Nothing turns over on its way. */
static bool is_same(const struct scene_item *a, const struct scene_item *b)
{
    return a->kind == b->kind && a->mirrored == b->mirrored && a->motion != MOVE_DRIVE &&
           b->motion != MOVE_DRIVE &&
           (is_person(a) ? a->person == b->person : a->prop == b->prop);
}

const struct scene_item *scene_partner(const struct scene *scene,
                                       const struct scene_item *item,
                                       const struct scene *other)
{
    size_t rank = 0;
    for (const struct scene_item *i = scene->items; i < item; i++) {
        rank += is_same(i, item);
    }
    for (size_t i = 0; i < other->count; i++) {
        if (is_same(&other->items[i], item) && rank-- == 0) {
            return &other->items[i];
        }
    }
    return NULL;
}

const struct scene_item *scene_source(const struct scene *scene,
                                      const struct scene_item *item,
                                      const struct scene *other)
{
    const struct scene_item *same = scene_partner(scene, item, other);
    for (size_t i = 0; !same && is_person(item) && i < other->count; i++) {
        const struct scene_item *whole = &other->items[i];
        if (whole->kind == ITEM_FIGURE && whole->person == item->person &&
            whole->mirrored == item->mirrored) {
            return whole;
        }
    }
    return same;
}

float scene_between(float from, float to, double part)
{
    return from + (to - from) * (float)part;
}

struct scene_box scene_between_boxes(const struct scene_box *from,
                                     const struct scene_box *to, double part)
{
    return (struct scene_box){scene_between(from->left, to->left, part),
                              scene_between(from->right, to->right, part),
                              scene_between(from->bottom, to->bottom, part),
                              scene_between(from->top, to->top, part)};
}
