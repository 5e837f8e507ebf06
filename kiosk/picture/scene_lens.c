/* SPDX-License-Identifier: MIT */
#include "picture/scene_lens.h"

#include <cairo.h>

enum { GROUND = 0xDDEFE8, RIM = 0xFFFFFF };

static const double rim_share = 0.032;

void scene_lens_draw(cairo_t *cairo, double radius)
{
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, radius, radius, 0);
    figure_path_color(cairo, RIM, 1);
    cairo_fill(cairo);
    double inside = radius * (1 - rim_share);
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, inside, inside, 0);
    figure_path_color(cairo, GROUND, 1);
    cairo_fill(cairo);
}

void scene_lens_clip(cairo_t *cairo, struct figure_point centre, double radius)
{
    double inside = radius * (1 - rim_share);
    cairo_new_path(cairo);
    figure_path_ellipse(cairo, centre, inside, inside, 0);
    cairo_clip(cairo);
}
