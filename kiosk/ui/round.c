/* SPDX-License-Identifier: MIT */
#include "ui/round.h"

#include <math.h>

#include <cairo.h>

void round_path(cairo_t *cairo, const struct canvas_command *c, double inset)
{
    double x = (double)c->x + inset;
    double y = (double)c->y + inset;
    double w = (double)c->w - 2 * inset;
    double h = (double)c->h - 2 * inset;
    double radius = fmin((double)c->radius - inset, fmin(w, h) / 2);
    cairo_new_path(cairo);
    if (radius <= 0) {
        cairo_rectangle(cairo, x, y, w, h);
        return;
    }
    cairo_arc(cairo, x + w - radius, y + radius, radius, -M_PI_2, 0);
    cairo_arc(cairo, x + w - radius, y + h - radius, radius, 0, M_PI_2);
    cairo_arc(cairo, x + radius, y + h - radius, radius, M_PI_2, M_PI);
    cairo_arc(cairo, x + radius, y + radius, radius, M_PI, 1.5 * M_PI);
    cairo_close_path(cairo);
}

/* How far a corner reaches in from the edges of the box, a pixel added for a shape that
 * begins between two pixels. */
static int corner_px(const struct canvas_command *c)
{
    return c->radius > 0 ? (int)ceilf(c->radius) + 1 : 0;
}

bool round_has_corner(const struct canvas_command *c, struct canvas_box clip)
{
    int round = corner_px(c);
    return (clip.x0 < c->box.x0 + round || clip.x1 > c->box.x1 - round) &&
           (clip.y0 < c->box.y0 + round || clip.y1 > c->box.y1 - round);
}

void round_path_part(cairo_t *cairo, const struct canvas_command *c,
                     struct canvas_box clip)
{
    double x = (double)c->x;
    double y = (double)c->y;
    double w = (double)c->w;
    double h = (double)c->h;
    int round = corner_px(c);
    if (!round_has_corner(c, clip)) {
        cairo_rectangle(cairo, x, y, w, h);
        return;
    }
    if (clip.x1 - clip.x0 > round || clip.y1 - clip.y0 > round || w < 2 * round + 2 ||
        h < 2 * round + 2) {
        round_path(cairo, c, 0);
        return;
    }
    bool right = clip.x1 > c->box.x1 - round;
    bool low = clip.y1 > c->box.y1 - round;
    double radius = (double)c->radius;
    double from = right ? (low ? 0 : -M_PI_2) : (low ? M_PI_2 : M_PI);
    cairo_new_path(cairo);
    cairo_arc(cairo, right ? x + w - radius : x + radius,
              low ? y + h - radius : y + radius, radius, from, from + M_PI_2);
    if (right == low) {
        cairo_line_to(cairo, right ? x : x + w, low ? y + h : y);
        cairo_line_to(cairo, right ? x : x + w, low ? y : y + h);
        cairo_line_to(cairo, right ? x + w : x, low ? y : y + h);
    } else {
        cairo_line_to(cairo, right ? x + w : x, low ? y : y + h);
        cairo_line_to(cairo, right ? x : x + w, low ? y : y + h);
        cairo_line_to(cairo, right ? x : x + w, low ? y + h : y);
    }
    cairo_close_path(cairo);
}

bool round_is_cut(const struct canvas_command *c)
{
    return c->radius > 0 && (c->kind == CANVAS_FILL || c->kind == CANVAS_GRADIENT ||
                             c->kind == CANVAS_SCENE || c->kind == CANVAS_IMAGE);
}

struct canvas_box round_piece(const struct canvas_command *c, int row, int column)
{
    int round = corner_px(c);
    int right = c->box.x1 - c->box.x0 > 2 * round ? c->box.x1 - round : c->box.x0 + round;
    int low = c->box.y1 - c->box.y0 > 2 * round ? c->box.y1 - round : c->box.y0 + round;
    int xs[4] = {c->box.x0, c->box.x0 + round, right, c->box.x1};
    int ys[4] = {c->box.y0, c->box.y0 + round, low, c->box.y1};
    return (struct canvas_box){xs[column], ys[row], xs[column + 1], ys[row + 1]};
}
