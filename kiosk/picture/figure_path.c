/* SPDX-License-Identifier: MIT */
#include "picture/figure_path.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include <cairo.h>

void figure_path_color(cairo_t *cairo, uint32_t rgb, double light)
{
    cairo_set_source_rgb(cairo, light * (double)(rgb >> 16 & 0xFF) / 255,
                         light * (double)(rgb >> 8 & 0xFF) / 255,
                         light * (double)(rgb & 0xFF) / 255);
}

void figure_path_curve(cairo_t *cairo, const struct figure_point *points, size_t count)
{
    cairo_move_to(cairo, (double)points[0].x, (double)points[0].y);
    for (size_t i = 0; i < count; i++) {
        struct figure_point before = points[(i + count - 1) % count];
        struct figure_point from = points[i];
        struct figure_point to = points[(i + 1) % count];
        struct figure_point after = points[(i + 2) % count];
        /* Catmull-Rom: the tangent in a point is parallel to its neighbours' chord. */
        cairo_curve_to(cairo, (double)(from.x + (to.x - before.x) / 6),
                       (double)(from.y + (to.y - before.y) / 6),
                       (double)(to.x - (after.x - from.x) / 6),
                       (double)(to.y - (after.y - from.y) / 6), (double)to.x,
                       (double)to.y);
    }
    cairo_close_path(cairo);
}

/* The hull of two circles. */
static void add_bone(cairo_t *cairo, const struct figure_joint *a,
                     const struct figure_joint *b)
{
    double dx = (double)(b->at.x - a->at.x);
    double dy = (double)(b->at.y - a->at.y);
    double length = hypot(dx, dy);
    const struct figure_joint *wide = a->radius > b->radius ? a : b;
    cairo_new_sub_path(cairo);
    if (length <= fabs(a->radius - b->radius)) {
        cairo_arc(cairo, (double)wide->at.x, (double)wide->at.y, wide->radius, 0,
                  2 * M_PI);
    } else {
        double along = atan2(dy, dx);
        double tangent = acos((a->radius - b->radius) / length);
        cairo_arc(cairo, (double)a->at.x, (double)a->at.y, a->radius, along + tangent,
                  along - tangent + 2 * M_PI);
        cairo_arc(cairo, (double)b->at.x, (double)b->at.y, b->radius, along - tangent,
                  along + tangent);
    }
    cairo_close_path(cairo);
}

void figure_path_limb(cairo_t *cairo, const struct figure_joint *joints, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        add_bone(cairo, &joints[i], &joints[i + 1]);
    }
}

static int by_place(const void *left, const void *right)
{
    const struct figure_point *a = left;
    const struct figure_point *b = right;
    if (a->x != b->x) {
        return a->x < b->x ? -1 : 1;
    }
    return (a->y > b->y) - (a->y < b->y);
}

/* Above 0 when the way a, b, c turns to the left. */
static float turn_of(struct figure_point a, struct figure_point b, struct figure_point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Andrew's monotone chain over points around each circle. */
void figure_path_hull(cairo_t *cairo, const struct figure_joint *joints, size_t count)
{
    enum { AROUND = 16 };
    struct figure_point points[FIGURE_PATH_HULL * AROUND];
    struct figure_point hull[FIGURE_PATH_HULL * AROUND + 1];
    size_t all = count * AROUND;
    assert(all > 0 && all <= sizeof points / sizeof *points);
    for (size_t i = 0; i < all; i++) {
        const struct figure_joint *joint = &joints[i / AROUND];
        points[i] = figure_path_step(joint->at, 360.0 / AROUND * (double)(i % AROUND),
                                     joint->radius);
    }
    qsort(points, all, sizeof *points, by_place);
    size_t size = 0;
    for (size_t i = 0; i < all; i++) {
        while (size >= 2 && turn_of(hull[size - 2], hull[size - 1], points[i]) <= 0) {
            size--;
        }
        hull[size++] = points[i];
    }
    size_t lower = size + 1;
    for (size_t i = all - 1; i-- > 0;) {
        while (size >= lower && turn_of(hull[size - 2], hull[size - 1], points[i]) <= 0) {
            size--;
        }
        hull[size++] = points[i];
    }
    cairo_new_sub_path(cairo);
    for (size_t i = 0; i + 1 < size; i++) {
        cairo_line_to(cairo, (double)hull[i].x, (double)hull[i].y);
    }
    cairo_close_path(cairo);
}

void figure_path_ellipse(cairo_t *cairo, struct figure_point centre, double radius_x,
                         double radius_y, double turn)
{
    cairo_save(cairo);
    cairo_translate(cairo, (double)centre.x, (double)centre.y);
    cairo_rotate(cairo, turn);
    cairo_scale(cairo, radius_x, radius_y);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * M_PI);
    cairo_close_path(cairo);
    cairo_restore(cairo);
}

struct figure_point figure_path_bend(struct figure_point from, struct figure_point to,
                                     const double bones[2], double bend)
{
    double dx = (double)(to.x - from.x);
    double dy = (double)(to.y - from.y);
    double length = fmax(hypot(dx, dy), 1);
    double whole = bones[0] + bones[1];
    double along = bones[0] * length / whole;
    double aside = 0;
    if (length < whole && bend != 0) {
        along =
            (bones[0] * bones[0] - bones[1] * bones[1] + length * length) / (2 * length);
        aside = bend * sqrt(fmax(bones[0] * bones[0] - along * along, 0));
    }
    return (struct figure_point){
        from.x + (float)((dx * along - dy * aside) / length),
        from.y + (float)((dy * along + dx * aside) / length),
    };
}

struct figure_point figure_path_between(struct figure_point a, struct figure_point b,
                                        double part)
{
    float share = (float)part;
    return (struct figure_point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

struct figure_point figure_path_step(struct figure_point from, double degrees,
                                     double length)
{
    double angle = degrees * M_PI / 180;
    return (struct figure_point){from.x + (float)(cos(angle) * length),
                                 from.y + (float)(sin(angle) * length)};
}
