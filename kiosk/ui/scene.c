/* SPDX-License-Identifier: MIT */
#include "ui/scene.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <cairo.h>

#include "ui/figure_cast.h"
#include "ui/pose.h"
#include "ui/scene_table.h"

/* What a chest may be drawn down: a scale's end, not a target. */
static const double press_limit_mm = 80;
/* The beat the picture keeps when nothing drives it (AHA 2025: 100 to 120 a minute). */
static const double beat_cpm = 110;
static const double beat_depth_mm = 55;

static const struct scene *find(const char *name)
{
    for (size_t i = 0; scene_row(i); i++) {
        if (strcmp(scene_row(i)->name, name) == 0) {
            return scene_row(i);
        }
    }
    return NULL;
}

const char *scene_name(size_t index)
{
    const struct scene *scene = scene_row(index);
    return scene ? scene->name : NULL;
}

bool scene_exists(const char *name)
{
    return find(name) != NULL;
}

/* 0 to 1 and back within a period. */
static double swing(double seconds, double period_s)
{
    return 0.5 - 0.5 * cos(2 * M_PI * fmod(seconds, period_s) / period_s);
}

static double press_mm(const struct scene_view *view, double seconds)
{
    if (view->press_mm > 0 || seconds <= 0) {
        return fmin(fmax((double)view->press_mm, 0), press_limit_mm);
    }
    return beat_depth_mm * swing(seconds, 60 / beat_cpm);
}

/* Where the figure is between its two poses. */
static double progress(const struct scene_item *item, const struct scene_view *view,
                       double seconds)
{
    switch (item->motion) {
    case MOVE_PRESS: return press_mm(view, seconds) / press_limit_mm;
    case MOVE_SLOWLY: return swing(seconds + (double)item->x, 3.6);
    case MOVE_NONE:
    default: return 0;
    }
}

static void draw_figure(cairo_t *cairo, const struct scene_item *item,
                        const struct scene_view *view, double seconds)
{
    double part = progress(item, view, seconds);
    struct figure_pose pose = pose_mix(pose_get(item->from), pose_get(item->to), part);
    cairo_save(cairo);
    cairo_translate(cairo, (double)item->x, (double)item->y);
    cairo_scale(cairo, item->mirrored ? -1 : 1, 1);
    if (item->pressed) {
        pose.dip = (float)(POSE_PRESS_TRAVEL * press_mm(view, seconds) / press_limit_mm);
    }
    figure_draw(cairo, cast_get(item->person), &pose);
    cairo_restore(cairo);
}

static void draw_shadow(cairo_t *cairo, const struct scene_item *item,
                        enum scene_ground ground)
{
    static const double rgba[][4] = {
        [SCENE_ON_BRAND] = {0, 0.16, 0.14, 0.55},
        [SCENE_ON_DARK] = {0.12, 0.27, 0.31, 0.85},
        [SCENE_FULL] = {0.09, 0.24, 0.17, 0.2},
    };
    const double *color = rgba[ground];
    cairo_set_source_rgba(cairo, color[0], color[1], color[2], color[3]);
    path_ellipse(cairo, (struct figure_point){item->x, item->y}, (double)item->wide,
                 (double)item->wide * 0.075 + 6, 0);
    cairo_fill(cairo);
}

void scene_draw(cairo_t *cairo, double width, double height,
                const struct scene_view *view)
{
    const struct scene *scene = find(view->name);
    if (!scene || width <= 0 || height <= 0) {
        return;
    }
    double seconds = view->still ? 0 : (double)view->seconds;
    const struct scene_box *box = &scene->box;
    double wide = (double)(box->right - box->left);
    double high = (double)(box->top - box->bottom);
    double scale = fmin(width / wide, height / high);
    cairo_save(cairo);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_clip(cairo);
    cairo_translate(cairo, width / 2, height);
    cairo_scale(cairo, scale, -scale);
    cairo_translate(cairo, (double)(-box->left - box->right) / 2, (double)-box->bottom);
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        switch (item->kind) {
        case ITEM_SHADOW: draw_shadow(cairo, item, view->ground); break;
        case ITEM_FIGURE: draw_figure(cairo, item, view, seconds); break;
        default: assert(!"an item of no kind");
        }
    }
    cairo_restore(cairo);
}
