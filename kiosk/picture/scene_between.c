/* SPDX-License-Identifier: MIT */
#include "picture/scene_between.h"

#include <math.h>

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

bool scene_between_walks(const struct scene *from, const struct scene *to)
{
    const struct scene_item *a = scene_lens_of(from->items);
    const struct scene_item *b = scene_lens_of(to->items);
    return a && b ? a->x == b->x && a->y == b->y && a->wide == b->wide : !a && !b;
}

static double leg(const struct scene_path *path, size_t i)
{
    return hypot((double)(path->points[i + 1].x - path->points[i].x),
                 (double)(path->points[i + 1].y - path->points[i].y));
}

struct figure_point scene_path_at(const struct scene_path *path, double share)
{
    double left = 0;
    for (size_t i = 0; i + 1 < path->count; i++) {
        left += leg(path, i);
    }
    left *= fmin(fmax(share, 0), 1);
    size_t i = 0;
    for (; i + 2 < path->count && left > leg(path, i); i++) {
        left -= leg(path, i);
    }
    double part = fmin(left / leg(path, i), 1);
    const struct figure_point *from = &path->points[i];
    return (struct figure_point){from->x + (float)part * (from[1].x - from->x),
                                 from->y + (float)part * (from[1].y - from->y)};
}
