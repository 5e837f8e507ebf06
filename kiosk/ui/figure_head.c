/* SPDX-License-Identifier: MIT */
#include "ui/figure_head.h"

#include <math.h>
#include <stddef.h>

#include <cairo.h>

/* Curves in a frame where the head's radius is 1 and the face looks towards +x. */
struct curve {
    size_t count;
    struct figure_point points[20];
};

static const struct curve skull_side = {16,
                                        {{0, 1},
                                         {0.55F, 0.86F},
                                         {0.88F, 0.45F},
                                         {0.93F, 0.14F},
                                         {1.05F, -0.16F},
                                         {0.93F, -0.27F},
                                         {0.89F, -0.56F},
                                         {0.68F, -0.87F},
                                         {0.25F, -0.95F},
                                         {-0.2F, -0.84F},
                                         {-0.62F, -0.68F},
                                         {-0.88F, -0.4F},
                                         {-0.99F, 0.05F},
                                         {-0.9F, 0.48F},
                                         {-0.6F, 0.82F},
                                         {-0.3F, 0.97F}}};

static const struct curve skull_front = {12,
                                         {{0, 1},
                                          {0.5F, 0.88F},
                                          {0.86F, 0.5F},
                                          {0.93F, 0},
                                          {0.8F, -0.5F},
                                          {0.45F, -0.88F},
                                          {0, -1},
                                          {-0.45F, -0.88F},
                                          {-0.8F, -0.5F},
                                          {-0.93F, 0},
                                          {-0.86F, 0.5F},
                                          {-0.5F, 0.88F}}};

static const struct curve hair_side[HAIR_COUNT] = {
    [HAIR_SHORT] = {15,
                    {{0.9F, 0.46F},
                     {0.52F, 0.5F},
                     {0.2F, 0.4F},
                     {0.08F, 0},
                     {-0.14F, 0.04F},
                     {-0.36F, -0.26F},
                     {-0.52F, -0.7F},
                     {-0.78F, -0.6F},
                     {-1, -0.18F},
                     {-1.03F, 0.3F},
                     {-0.82F, 0.76F},
                     {-0.38F, 1.04F},
                     {0.18F, 1.1F},
                     {0.64F, 0.97F},
                     {0.9F, 0.72F}}},
};

static void draw_curve(cairo_t *cairo, const struct curve *curve, uint32_t rgb,
                       double light)
{
    path_color(cairo, rgb, light);
    path_curve(cairo, curve->points, curve->count);
    cairo_fill(cairo);
}

/* Into the frame of the curves. */
static void enter(cairo_t *cairo, const struct figure_style *style,
                  const struct figure_pose *pose)
{
    double radius = FIGURE_HEAD * (double)style->head;
    cairo_save(cairo);
    cairo_translate(cairo, (double)pose->head.x, (double)pose->head.y);
    cairo_rotate(cairo, (double)-pose->head_deg * M_PI / 180);
    cairo_scale(cairo, radius, radius);
}

void head_draw_behind(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    (void)cairo;
    (void)style;
    (void)pose;
}

static void draw_eye(cairo_t *cairo, struct figure_point at, bool closed)
{
    cairo_new_path(cairo);
    if (closed) {
        cairo_arc(cairo, (double)at.x, (double)at.y + 0.06, 0.15, M_PI * 1.15,
                  M_PI * 1.85);
        cairo_set_line_width(cairo, 0.075);
        cairo_stroke(cairo);
    } else {
        path_ellipse(cairo, at, 0.085, 0.1, 0);
        cairo_fill(cairo);
    }
}

void head_draw(cairo_t *cairo, const struct figure_style *style,
               const struct figure_pose *pose)
{
    enter(cairo, style, pose);
    bool front = pose->turn > 0.5F;
    draw_curve(cairo, front ? &skull_front : &skull_side, style->skin, 1);
    draw_curve(cairo, &hair_side[style->cut], style->hair, 1);
    if (!front) {
        path_color(cairo, style->skin, 0.9);
        path_ellipse(cairo, (struct figure_point){-0.2F, -0.12F}, 0.16, 0.21, 0.15);
        cairo_fill(cairo);
        cairo_set_source_rgb(cairo, 0.15, 0.12, 0.12);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        draw_eye(cairo, (struct figure_point){0.56F, 0.04F}, pose->eye_closed);
    }
    cairo_restore(cairo);
}
