/* SPDX-License-Identifier: MIT */
#include "picture/scene_effect.h"

#include <math.h>
#include <stdint.h>

#include <cairo.h>

#include "picture/figure_path.h"
#include "picture/scene.h"
#include "picture/scene_prop.h"

/* 0 to 1 and back within a period. */
double scene_swing(double seconds, double period_s)
{
    return 0.5 - 0.5 * cos(2 * M_PI * fmod(seconds, period_s) / period_s);
}

/* Three arcs upwards, one after the other. */
void scene_waves_draw(cairo_t *cairo, double seconds)
{
    cairo_set_line_width(cairo, 7);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < 3; i++) {
        double glow = seconds > 0 ? scene_swing(seconds - 0.3 * i + 3, 1.8) : 1;
        cairo_new_path(cairo);
        cairo_arc(cairo, 0, 0, 26 + 20 * i, M_PI * 0.3, M_PI * 0.7);
        cairo_set_source_rgba(cairo, 1, 0.82, 0.4, 0.3 + 0.7 * glow);
        cairo_stroke(cairo);
    }
}

/* It grows and shrinks, each flame at its own time. */
void scene_flame_draw(cairo_t *cairo, double x, double seconds)
{
    double own = seconds > 0 ? seconds + fabs(x) / 90 : 0;
    cairo_scale(cairo, 1, 1 + 0.14 * scene_swing(own, 0.8));
    scene_prop_draw(cairo, PROP_FLAME);
}

/* At most 1 time a second to and fro: no flash. */
void scene_glow_draw(cairo_t *cairo, double wide, double seconds)
{
    double glow = seconds > 0 ? scene_swing(seconds, 1.2) : 0.5;
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, wide, wide, 0);
    cairo_set_source_rgba(cairo, 1, 0.9, 0.55, 0.55 * glow);
    cairo_fill(cairo);
    figure_path_ellipse(cairo, (struct figure_point){0, 0}, wide + 6, wide + 6, 0);
    cairo_set_source_rgba(cairo, 1, 0.85, 0.4, 1);
    cairo_set_line_width(cairo, 4 + 8 * glow);
    cairo_stroke(cairo);
}

/* On what must not be done: a disc with a cross that stands on no colour alone, in the
 * upper left corner. It comes with the act. */
void scene_mark_draw(cairo_t *cairo, double width, double height, double shine)
{
    static const uint32_t ground = 0x3A2C10;
    double radius = SCENE_MARK_SHARE * fmin(width, height);
    double reach = radius * 0.42;
    cairo_save(cairo);
    cairo_translate(cairo, 1.5 * radius, 1.5 * radius);
    cairo_push_group(cairo);
    cairo_new_path(cairo);
    cairo_arc(cairo, 0, 0, radius, 0, 2 * M_PI);
    figure_path_color(cairo, ground, 1);
    cairo_fill_preserve(cairo);
    figure_path_color(cairo, 0xFFFFFF, 1);
    cairo_set_line_width(cairo, radius * 0.12);
    cairo_stroke(cairo);
    cairo_set_line_width(cairo, radius * 0.24);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int side = -1; side <= 1; side += 2) {
        cairo_move_to(cairo, -reach, -reach * side);
        cairo_line_to(cairo, reach, reach * side);
    }
    cairo_stroke(cairo);
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, shine);
    cairo_restore(cairo);
}

uint32_t scene_mix_rgb(uint32_t from, uint32_t to, double part)
{
    part = fmin(fmax(part, 0), 1);
    uint32_t rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        double a = from >> shift & 0xFF;
        double b = to >> shift & 0xFF;
        rgb |= (uint32_t)lround(a + (b - a) * part) << shift;
    }
    return rgb;
}
