/* SPDX-License-Identifier: MIT */
#include "picture/figure.h"

#include <math.h>
#include <stddef.h>

#include <cairo.h>

#include "picture/figure_head.h"
#include "picture/figure_limb.h"

/* Places across the trunk, more where a dip must be smooth; HEM of them round off its
 * lower edge. */
enum { STATIONS = 14, STATIONS_DIPPED = 24, HEM = 2 };

static const double round_hem[HEM + 1] = {1, 0.86, 0.4};

/* Half the trunk's width along the spine: 0 the neck, 1 the hips. */
struct girth {
    double at, front, back, side;
};

static const struct girth girths[] = {
    {0, 17, 17, 20},    {0.05, 21, 25, 42}, {0.12, 26, 33, 58}, {0.3, 38, 36, 57},
    {0.5, 39, 33, 50},  {0.7, 36, 31, 47},  {0.9, 37, 36, 50},  {1.06, 37, 35, 53},
    {1.16, 32, 30, 50}, {2, 32, 30, 50},
};

static double blend(double a, double b, double share)
{
    return a + (b - a) * share;
}

static struct girth girth_between(double at)
{
    size_t i = 1;
    while (girths[i].at < at) {
        i++;
    }
    const struct girth *a = &girths[i - 1];
    const struct girth *b = &girths[i];
    double share = (at - a->at) / (b->at - a->at);
    return (struct girth){at, blend(a->front, b->front, share),
                          blend(a->back, b->back, share), blend(a->side, b->side, share)};
}

/* The table's corners rounded off. */
static struct girth girth_at(double at)
{
    double reach = fmin(at, 0.07);
    struct girth a = girth_between(at - reach);
    struct girth b = girth_between(at + reach);
    return (struct girth){at, blend(a.front, b.front, 0.5), blend(a.back, b.back, 0.5),
                          blend(a.side, b.side, 0.5)};
}

/* The spine as a parabola through neck, chest and pelvis, and the way down it there. */
static struct figure_point spine(const struct figure_pose *pose, double at,
                                 struct figure_point *down)
{
    float a = (float)at;
    float b = 1 - a;
    float x = 2 * pose->chest.x - (pose->neck.x + pose->pelvis.x) / 2;
    float y = 2 * pose->chest.y - (pose->neck.y + pose->pelvis.y) / 2;
    float dx = b * (x - pose->neck.x) + a * (pose->pelvis.x - x);
    float dy = b * (y - pose->neck.y) + a * (pose->pelvis.y - y);
    float length = hypotf(dx, dy);
    *down = (struct figure_point){dx / length, dy / length};
    return (struct figure_point){
        b * b * pose->neck.x + 2 * a * b * x + a * a * pose->pelvis.x,
        b * b * pose->neck.y + 2 * a * b * y + a * a * pose->pelvis.y,
    };
}

/* `front` before the spine; behind it when negative. */
static struct figure_point beside_spine(const struct figure_pose *pose, double at,
                                        double front)
{
    struct figure_point down;
    struct figure_point centre = spine(pose, at, &down);
    return (struct figure_point){centre.x - down.y * (float)front,
                                 centre.y + down.x * (float)front};
}

struct figure_point figure_shoulder(const struct figure_pose *pose, enum figure_side side)
{
    double spread = blend(2, 44, (double)pose->turn);
    return beside_spine(pose, 0.15, side == FIGURE_NEAR ? -spread : spread);
}

struct figure_point figure_hip(const struct figure_pose *pose, enum figure_side side)
{
    double spread = blend(3, 22 - 5 * (double)pose->bow, (double)pose->turn);
    return beside_spine(pose, 1, side == FIGURE_NEAR ? -spread : spread);
}

bool figure_from_front(const struct figure_pose *pose)
{
    return pose->turn > 0.5F;
}

bool figure_head_from_front(const struct figure_pose *pose)
{
    return figure_from_front(pose) && pose->averted < 0.5F;
}

/* How much of the dip there is: flat under the heel of the hand, which belongs on the
 * lower half of the breastbone, then up to the shirt on both sides. */
static double dip_share(double at)
{
    double u = (at - 0.39) / 0.155;
    return 1 / (1 + u * u * u * u);
}

static void add_trunk(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose, double hem)
{
    struct figure_point outline[2 * STATIONS_DIPPED];
    size_t count = pose->dip > 0 ? STATIONS_DIPPED : STATIONS;
    double turn = (double)pose->turn;
    for (size_t i = 0; i < count; i++) {
        size_t row = i < count - HEM ? i : count - HEM - 1;
        double at =
            hem * (double)row / (double)(count - 1 - HEM) + 0.03 * (double)(i - row);
        /* Of one who bends towards the viewer the hips are further away. */
        double near = 1 + (double)pose->bow * (0.05 - 0.15 * fmin(at, 1));
        double wide = (double)style->build * round_hem[i - row] * near;
        struct girth girth = girth_at(at);
        double front = wide * blend(girth.front, girth.side, turn);
        double back = wide * blend(girth.back, girth.side, turn);
        front -= (double)pose->dip * dip_share(at);
        outline[i] = beside_spine(pose, at, front);
        outline[2 * count - 1 - i] = beside_spine(pose, at, -back);
    }
    figure_path_curve(cairo, outline, 2 * count);
}

static void draw_neck(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    struct figure_point throat = beside_spine(pose, 0.04, 0);
    struct figure_joint neck[] = {{figure_path_between(pose->head, throat, 0.42), 16},
                                  {throat, 16}};
    figure_path_color(cairo, style->skin, 0.88);
    figure_path_limb(cairo, neck, 2);
    cairo_fill(cairo);
}

/* A band where the shirt ends at the neck. */
static void draw_collar(cairo_t *cairo, const struct figure_style *style,
                        const struct figure_pose *pose)
{
    struct figure_joint band[] = {{beside_spine(pose, 0.015, -14), 5},
                                  {beside_spine(pose, 0.03, 0), 5},
                                  {beside_spine(pose, 0.015, 14), 5}};
    figure_path_color(cairo, style->top, 0.86);
    figure_path_limb(cairo, band, 3);
    cairo_fill(cairo);
}

static const struct figure_point shirt_front[] = {{-19, 4}, {19, 4}, {1, -92}, {-1, -92}};
static const struct figure_point lapel[] = {{-17, 6},  {-33, -12}, {-22, -40},
                                            {-1, -96}, {-3, -72},  {-11, -40}};
static const struct figure_point bow[] = {{0, -6}, {-15, 1},  {-15, -15},
                                          {0, -9}, {15, -15}, {15, 1}};

static void add_polygon(cairo_t *cairo, const struct figure_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cairo_line_to(cairo, (double)points[i].x, (double)points[i].y);
    }
    cairo_close_path(cairo);
}

/* Shirt, bow tie and lapels of 1863. From the side half of it is seen, in front. */
static void draw_coat(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    struct figure_point down;
    struct figure_point neck = spine(pose, 0.02, &down);
    double turn = (double)pose->turn;
    cairo_save(cairo);
    cairo_translate(cairo, (double)neck.x, (double)neck.y);
    cairo_rotate(cairo, atan2((double)down.y, (double)down.x) + M_PI / 2);
    cairo_translate(cairo, blend(15, 0, turn), 0);
    cairo_scale(cairo, blend(0.5, 1, turn), blend(0.55, 1, turn));
    figure_path_color(cairo, 0xF4F0E8, 1);
    add_polygon(cairo, shirt_front, 4);
    cairo_fill(cairo);
    figure_path_color(cairo, style->top, 0.78);
    add_polygon(cairo, lapel, 6);
    if (figure_from_front(pose)) {
        cairo_scale(cairo, -1, 1);
        cairo_new_sub_path(cairo);
        add_polygon(cairo, lapel, 6);
    }
    cairo_fill(cairo);
    figure_path_color(cairo, 0x2B2A30, 1);
    add_polygon(cairo, bow, 6);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

static void draw_trunk(cairo_t *cairo, const struct figure_style *style,
                       const struct figure_pose *pose)
{
    draw_neck(cairo, style, pose);
    figure_path_color(cairo, style->top, 1);
    add_trunk(cairo, style, pose, style->wear & WEAR_SKIRT ? 0.98 : 1.16);
    cairo_fill(cairo);
    if (style->wear & WEAR_COAT) {
        draw_coat(cairo, style, pose);
    } else {
        draw_collar(cairo, style, pose);
    }
}

void figure_draw(cairo_t *cairo, const struct figure_style *style,
                 const struct figure_pose *pose)
{
    cairo_save(cairo);
    cairo_scale(cairo, (double)style->size, (double)style->size);
    cairo_new_path(cairo);
    /* Who bends towards the viewer has both arms before the trunk and the head before
     * all. */
    bool bowed = pose->bow > 0;
    if (!bowed) {
        figure_limb_draw_arm(cairo, style, pose, FIGURE_FAR);
    }
    figure_head_draw_behind(cairo, style, pose);
    figure_limb_draw_leg(cairo, style, pose, FIGURE_FAR);
    figure_limb_draw_leg(cairo, style, pose, FIGURE_NEAR);
    figure_limb_draw_skirt(cairo, style, pose);
    draw_trunk(cairo, style, pose);
    if (bowed) {
        figure_limb_draw_arm(cairo, style, pose, FIGURE_FAR);
        figure_limb_draw_arm(cairo, style, pose, FIGURE_NEAR);
        figure_head_draw(cairo, style, pose);
    } else {
        figure_head_draw(cairo, style, pose);
        figure_limb_draw_arm(cairo, style, pose, FIGURE_NEAR);
    }
    cairo_restore(cairo);
}

void figure_draw_arms(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    cairo_save(cairo);
    cairo_scale(cairo, (double)style->size, (double)style->size);
    cairo_new_path(cairo);
    figure_limb_draw_arm(cairo, style, pose, FIGURE_FAR);
    figure_limb_draw_arm(cairo, style, pose, FIGURE_NEAR);
    cairo_restore(cairo);
}

void figure_draw_hand(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    cairo_save(cairo);
    cairo_scale(cairo, (double)style->size, (double)style->size);
    figure_limb_draw_hand(cairo, style, pose, FIGURE_NEAR);
    cairo_restore(cairo);
}

struct figure_point figure_grip(const struct figure_style *style,
                                const struct figure_pose *pose)
{
    const struct figure_limb *limb = &pose->arm[FIGURE_NEAR];
    struct figure_point palm = figure_path_step(limb->end, (double)limb->end_deg, 12);
    return (struct figure_point){palm.x * style->size, palm.y * style->size};
}
