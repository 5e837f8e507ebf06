/* SPDX-License-Identifier: MIT */
#include "picture/scene_shape.h"

#include <math.h>

#include <cairo.h>

static void add_rect(cairo_t *cairo, const double *n)
{
    double r = n[4];
    double left = n[0] + r;
    double right = n[0] + n[2] - r;
    double low = n[1] + r;
    double high = n[1] + n[3] - r;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, left, low, r, M_PI, 1.5 * M_PI);
    cairo_arc(cairo, right, low, r, 1.5 * M_PI, 2 * M_PI);
    cairo_arc(cairo, right, high, r, 0, 0.5 * M_PI);
    cairo_arc(cairo, left, high, r, 0.5 * M_PI, M_PI);
    cairo_close_path(cairo);
}

static void add_ellipse(cairo_t *cairo, const double *n)
{
    cairo_save(cairo);
    cairo_translate(cairo, n[0], n[1]);
    cairo_scale(cairo, n[2], n[3]);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * M_PI);
    cairo_close_path(cairo);
    cairo_restore(cairo);
}

static void add_corners(cairo_t *cairo, const double *n, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cairo_line_to(cairo, n[2 * i], n[2 * i + 1]);
    }
    cairo_close_path(cairo);
}

static void add_grid(cairo_t *cairo, const double *n)
{
    for (int i = 0; i < (int)n[2] * (int)n[3]; i++) {
        int column = i % (int)n[2];
        int row = i / (int)n[2];
        double corner = fmin(n[6], n[7]) * 0.12;
        add_rect(cairo,
                 (double[]){n[0] + column * n[4], n[1] + row * n[5], n[6], n[7], corner});
    }
}

static void add_heart(cairo_t *cairo, const double *n)
{
    double x = n[0];
    double y = n[1];
    double r = n[2];
    cairo_move_to(cairo, x, y - r);
    cairo_curve_to(cairo, x - r * 0.75, y - r * 0.45, x - r, y - r * 0.05, x - r,
                   y + r * 0.32);
    cairo_curve_to(cairo, x - r, y + r * 0.95, x - r * 0.28, y + r, x, y + r * 0.42);
    cairo_curve_to(cairo, x + r * 0.28, y + r, x + r, y + r * 0.95, x + r, y + r * 0.32);
    cairo_curve_to(cairo, x + r, y - r * 0.05, x + r * 0.75, y - r * 0.45, x, y - r);
    cairo_close_path(cairo);
}

static void stroke(cairo_t *cairo, double width)
{
    cairo_set_line_width(cairo, width);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_stroke(cairo);
}

static void draw_shape(cairo_t *cairo, const struct scene_shape *shape)
{
    double n[8];
    for (size_t i = 0; i < 8; i++) {
        n[i] = (double)shape->n[i];
    }
    cairo_set_source_rgba(cairo, (double)(shape->rgb >> 16 & 0xFF) / 255,
                          (double)(shape->rgb >> 8 & 0xFF) / 255,
                          (double)(shape->rgb & 0xFF) / 255,
                          shape->alpha > 0 ? (double)shape->alpha : 1);
    cairo_new_path(cairo);
    switch (shape->kind) {
    case SHAPE_LINE:
        cairo_move_to(cairo, n[0], n[1]);
        cairo_line_to(cairo, n[2], n[3]);
        stroke(cairo, n[4]);
        return;
    case SHAPE_ARC:
        cairo_arc(cairo, n[0], n[1], n[2], n[3] * M_PI / 180, n[4] * M_PI / 180);
        stroke(cairo, n[5]);
        return;
    case SHAPE_RECT: add_rect(cairo, n); break;
    case SHAPE_ELLIPSE: add_ellipse(cairo, n); break;
    case SHAPE_THREE: add_corners(cairo, n, 3); break;
    case SHAPE_FOUR: add_corners(cairo, n, 4); break;
    case SHAPE_GRID: add_grid(cairo, n); break;
    case SHAPE_HEART: add_heart(cairo, n); break;
    default: return;
    }
    cairo_fill(cairo);
}

void scene_shape_draw(cairo_t *cairo, const struct scene_shape *shapes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        draw_shape(cairo, &shapes[i]);
    }
}
