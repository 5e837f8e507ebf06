/* SPDX-License-Identifier: MIT */
#include "picture/scene_turn.h"

#include <math.h>

#include <cairo.h>

/* A body on its back is about as much lower than one on its side. */
static const double back_to_side = 1.3;

const struct scene_item *scene_turn_other(const struct scene_item *items, size_t count,
                                          const struct scene_item *item)
{
    if (item->kind != ITEM_FIGURE || item->show == SHOW_ALWAYS) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        const struct scene_item *other = &items[i];
        if (other->kind == ITEM_FIGURE && other->person == item->person &&
            other->show != SHOW_ALWAYS && other->show != item->show) {
            return other;
        }
    }
    return NULL;
}

double scene_turn_share(const struct scene_item *item, const struct scene_item *other,
                        double done)
{
    if (item->show == SHOW_ALWAYS) {
        return 1;
    }
    bool before = item->show == SHOW_ASKED;
    if (other) {
        return (done < 0.5) == before ? 1 : 0;
    }
    return before ? 1 - done : done;
}

/* How high it is drawn, in its own height. */
static double height_of(const struct scene_item *item, double done)
{
    /* The seen one of both: at half-way they are equally high. */
    double half = sqrt(back_to_side);
    double near = done < 0.5 ? done / 0.5 : (1 - done) / 0.5;
    double most = item->show == SHOW_ASKED ? half : 1 / half;
    return 1 + (most - 1) * fmin(fmax(near, 0), 1);
}

void scene_turn_rise(cairo_t *cairo, const struct scene_item *item,
                     const struct scene_item *other, double done)
{
    if (other && item->turned_deg != other->turned_deg) {
        double ground = fmin((double)item->y, (double)other->y);
        cairo_translate(cairo, 0, ground);
        cairo_scale(cairo, 1, height_of(item, done));
        cairo_translate(cairo, 0, -ground);
    }
}
