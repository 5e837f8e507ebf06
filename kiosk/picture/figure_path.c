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

/* How much light is lost in a place: 0 and less none, SHADES - 1 and more all. */
struct shading {
    double across, down, corner;
};

enum { SHADES = 64 };

static void make_shades(uint32_t *shades, uint32_t rgb, double light)
{
    for (int i = 0; i < SHADES; i++) {
        double part = 1 - (1 - light) * i / (SHADES - 1);
        shades[i] = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = rgb >> shift & 0xFF;
            shades[i] = shades[i] << 8 | (uint32_t)lround(channel * part);
        }
    }
}

static struct shading shading_of(struct figure_point from, struct figure_point to,
                                 double left, double top)
{
    double dx = (double)(to.x - from.x);
    double dy = (double)(to.y - from.y);
    double per_square = (SHADES - 1) / fmax(dx * dx + dy * dy, 1e-6);
    double across = dx * per_square;
    double down = dy * per_square;
    return (struct shading){across, down,
                            (left + 0.5 - (double)from.x) * across +
                                (top + 0.5 - (double)from.y) * down + 0.5};
}

static cairo_surface_t *make_shaded(struct shading shading, const uint32_t *shades,
                                    int width, int height)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    unsigned char *bytes = cairo_image_surface_get_data(surface);
    ptrdiff_t stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; bytes && y < height; y++) {
        uint32_t *row = (uint32_t *)(void *)(bytes + y * stride);
        float lost = (float)(shading.corner + shading.down * y);
        float step = (float)shading.across;
        for (int x = 0; x < width; x++) {
            float at = lost + step * (float)x;
            at = at < 0 ? 0 : at;
            row[x] = shades[(int)(at > SHADES - 1 ? SHADES - 1 : at)];
        }
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static struct figure_point on_device(cairo_t *cairo, struct figure_point at)
{
    double x = (double)at.x;
    double y = (double)at.y;
    cairo_user_to_device(cairo, &x, &y);
    return (struct figure_point){(float)x, (float)y};
}

/* Of a picture that lies pixel on pixel: Cairo works out a gradient of its own for each
 * row of a shape by code that costs twenty times as much. */
void figure_path_fill_shaded(cairo_t *cairo, uint32_t rgb, struct figure_point from,
                             struct figure_point to, double light)
{
    uint32_t shades[SHADES];
    double path[4];
    double clip[4];
    struct figure_point begin = on_device(cairo, from);
    struct figure_point end = on_device(cairo, to);
    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    cairo_fill_extents(cairo, &path[0], &path[1], &path[2], &path[3]);
    cairo_clip_extents(cairo, &clip[0], &clip[1], &clip[2], &clip[3]);
    double left = floor(fmax(path[0], clip[0]));
    double top = floor(fmax(path[1], clip[1]));
    int width = (int)(ceil(fmin(path[2], clip[2])) - left);
    int height = (int)(ceil(fmin(path[3], clip[3])) - top);
    if (width > 0 && height > 0) {
        make_shades(shades, rgb, light);
        cairo_surface_t *shaded =
            make_shaded(shading_of(begin, end, left, top), shades, width, height);
        cairo_set_source_surface(cairo, shaded, left, top);
        cairo_fill_preserve(cairo);
        cairo_surface_destroy(shaded);
    }
    cairo_new_path(cairo);
    cairo_restore(cairo);
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
