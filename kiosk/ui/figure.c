/* SPDX-License-Identifier: MIT */
#include "ui/figure.h"

#include <math.h>
#include <stddef.h>

#include <cairo.h>

#include "ui/figure_head.h"

/* Across the trunk: HEM of them round off its lower edge. */
enum { STATIONS = 22, HEM = 2 };

static const double round_hem[HEM + 1] = {1, 0.86, 0.4};
static const double start = -0.02;

static const double arm_bones[2] = {82, 76};
static const double leg_bones[2] = {116, 108};
static const double far_light = 0.82;

/* Half the trunk's width along the spine: 0 the neck, 1 the hips. */
struct girth {
    double at, front, back, side;
};

static const struct girth girths[] = {
    {-0.02, 8, 10, 17}, {0.06, 19, 25, 46}, {0.14, 29, 33, 58}, {0.3, 40, 36, 56},
    {0.5, 39, 33, 49},  {0.7, 36, 31, 46},  {0.9, 37, 36, 50},  {1.06, 37, 38, 53},
    {1.16, 34, 35, 52}, {2, 34, 35, 52},
};

static double dot(double a, double b, double share)
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
    return (struct girth){at, dot(a->front, b->front, share),
                          dot(a->back, b->back, share), dot(a->side, b->side, share)};
}

/* The table's corners rounded off. */
static struct girth girth_at(double at)
{
    struct girth a = girth_between(fmax(at - 0.07, start));
    struct girth b = girth_between(at + 0.07);
    return (struct girth){at, dot(a.front, b.front, 0.5), dot(a.back, b.back, 0.5),
                          dot(a.side, b.side, 0.5)};
}

/* The spine as a parabola through neck, chest and pelvis, and its direction there. */
static struct figure_point spine(const struct figure_pose *pose, double at,
                                 struct figure_point *down)
{
    float a = (float)at;
    float cx = 2 * pose->chest.x - (pose->neck.x + pose->pelvis.x) / 2;
    float cy = 2 * pose->chest.y - (pose->neck.y + pose->pelvis.y) / 2;
    float dx = 2 * (1 - a) * (cx - pose->neck.x) + 2 * a * (pose->pelvis.x - cx);
    float dy = 2 * (1 - a) * (cy - pose->neck.y) + 2 * a * (pose->pelvis.y - cy);
    float length = hypotf(dx, dy);
    *down = (struct figure_point){dx / length, dy / length};
    float b = 1 - a;
    return (struct figure_point){
        b * b * pose->neck.x + 2 * a * b * cx + a * a * pose->pelvis.x,
        b * b * pose->neck.y + 2 * a * b * cy + a * a * pose->pelvis.y,
    };
}

/* Where along the spine the heel of a hand belongs: the lower half of the breastbone. */
static const double breastbone = 0.39;

/* Flat under the hand, then up to the shirt on both sides. */
static double dip_share(double at)
{
    double u = (at - breastbone) / 0.155;
    return 1 / (1 + u * u * u * u);
}

static void add_trunk(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose, double hem)
{
    struct figure_point outline[2 * STATIONS];
    double turn = (double)pose->turn;
    double build = (double)style->build;
    for (size_t i = 0; i < STATIONS; i++) {
        size_t row = i < STATIONS - HEM ? i : STATIONS - HEM - 1;
        double at = start + (hem - start) * (double)row / (STATIONS - 1 - HEM) +
                    0.03 * (double)(i - row);
        struct girth girth = girth_at(at);
        struct figure_point down;
        struct figure_point centre = spine(pose, at, &down);
        double wide = build * round_hem[i - row];
        double front =
            wide * dot(girth.front, girth.side, turn) - (double)pose->dip * dip_share(at);
        double back = wide * dot(girth.back, girth.side, turn);
        /* The front is to the left of the way down the spine. */
        outline[i] = (struct figure_point){centre.x - down.y * (float)front,
                                           centre.y + down.x * (float)front};
        outline[2 * STATIONS - 1 - i] = (struct figure_point){
            centre.x + down.y * (float)back, centre.y - down.x * (float)back};
    }
    path_curve(cairo, outline, 2 * STATIONS);
}

struct figure_point figure_shoulder(const struct figure_pose *pose, enum figure_side side)
{
    struct figure_point down;
    struct figure_point at = spine(pose, 0.15, &down);
    double spread = dot(2, 44, (double)pose->turn) * (side == FIGURE_NEAR ? -1 : 1);
    return (struct figure_point){at.x - down.y * (float)spread,
                                 at.y + down.x * (float)spread};
}

static struct figure_point hip(const struct figure_pose *pose, enum figure_side side)
{
    struct figure_point down;
    struct figure_point at = spine(pose, 1, &down);
    double spread = dot(3, 24, (double)pose->turn) * (side == FIGURE_NEAR ? -1 : 1);
    return (struct figure_point){at.x - down.y * (float)spread,
                                 at.y + down.x * (float)spread};
}

static void draw_hand(cairo_t *cairo, const struct figure_limb *limb, double size)
{
    struct figure_point wrist = limb->end;
    double deg = (double)limb->end_deg;
    if (limb->hand == HAND_FLAT) {
        struct figure_joint palm[] = {{path_step(wrist, deg - 120, 2 * size), 11 * size},
                                      {path_step(wrist, deg - 8, 16 * size), 9 * size},
                                      {path_step(wrist, deg - 2, 27 * size), 6 * size}};
        path_limb(cairo, palm, 3);
        return;
    }
    struct figure_joint palm[] = {{wrist, 9.5 * size},
                                  {path_step(wrist, deg, 15 * size), 11.5 * size},
                                  {path_step(wrist, deg - 8, 32 * size), 6.5 * size}};
    path_limb(cairo, palm, 3);
}

/* At the shoulder the sleeve is the trunk's colour, so that the two are one shirt. */
static void fill_sleeve(cairo_t *cairo, const struct figure_style *style,
                        enum figure_side side, struct figure_point from,
                        struct figure_point to)
{
    double red = (double)(style->top >> 16 & 0xFF) / 255;
    double green = (double)(style->top >> 8 & 0xFF) / 255;
    double blue = (double)(style->top & 0xFF) / 255;
    double light = side == FIGURE_NEAR ? 1 : far_light * 0.95;
    double dark = side == FIGURE_NEAR ? 0.86 : light;
    cairo_pattern_t *shade = cairo_pattern_create_linear((double)from.x, (double)from.y,
                                                         (double)to.x, (double)to.y);
    cairo_pattern_add_color_stop_rgb(shade, 0, red * light, green * light, blue * light);
    cairo_pattern_add_color_stop_rgb(shade, 0.7, red * dark, green * dark, blue * dark);
    cairo_set_source(cairo, shade);
    cairo_fill(cairo);
    cairo_pattern_destroy(shade);
}

static void draw_arm(cairo_t *cairo, const struct figure_style *style,
                     const struct figure_pose *pose, enum figure_side side)
{
    const struct figure_limb *limb = &pose->arm[side];
    double light = side == FIGURE_NEAR ? 1 : far_light;
    double build = (double)style->build;
    struct figure_point shoulder = figure_shoulder(pose, side);
    struct figure_point elbow =
        path_bend(shoulder, limb->end, arm_bones, (double)limb->bend);
    struct figure_joint skin[] = {
        {shoulder, 16 * build}, {elbow, 13.5 * build}, {limb->end, 10}};
    path_color(cairo, style->skin, light * (side == FIGURE_NEAR ? 1 : 1.06));
    path_limb(cairo, skin, 3);
    draw_hand(cairo, limb, 1);
    cairo_fill(cairo);

    bool bare = style->wear & WEAR_SHORT_SLEEVES;
    struct figure_point end =
        bare ? path_between(shoulder, elbow, 0.6) : path_between(elbow, limb->end, 0.93);
    struct figure_joint sleeve[] = {
        {shoulder, 21 * build},
        {bare ? end : elbow, bare ? 18.5 * build : 17 * build},
        {end, bare ? 18.5 * build : 13 * build}};
    path_limb(cairo, sleeve, bare ? 2 : 3);
    fill_sleeve(cairo, style, side, shoulder, bare ? end : elbow);
}

static const struct figure_point shoe[] = {{-16, 4},  {-17, -14}, {-8, -19}, {20, -19},
                                           {40, -19}, {43, -12},  {34, -5},  {20, 1},
                                           {11, 8},   {0, 11},    {-10, 10}};
static const struct figure_point sole[] = {{-17, -13},   {-10, -19.5F}, {20, -19.5F},
                                           {40, -19.5F}, {43, -13},     {15, -13}};

static void draw_leg(cairo_t *cairo, const struct figure_style *style,
                     const struct figure_pose *pose, enum figure_side side)
{
    const struct figure_limb *limb = &pose->leg[side];
    double light = side == FIGURE_NEAR ? 1 : far_light;
    double build = (double)style->build;
    struct figure_point top = hip(pose, side);
    struct figure_point knee = path_bend(top, limb->end, leg_bones, (double)limb->bend);
    cairo_save(cairo);
    cairo_translate(cairo, (double)limb->end.x, (double)limb->end.y);
    cairo_rotate(cairo, (double)limb->end_deg * M_PI / 180);
    path_color(cairo, style->shoes, light);
    path_curve(cairo, shoe, sizeof shoe / sizeof *shoe);
    cairo_fill(cairo);
    path_color(cairo, 0xF4F1EA, light);
    path_curve(cairo, sole, sizeof sole / sizeof *sole);
    cairo_fill(cairo);
    cairo_restore(cairo);
    struct figure_joint leg[] = {
        {top, 31 * build}, {knee, 23 * build}, {limb->end, 14.5}};
    path_color(cairo, style->legs, light);
    path_limb(cairo, leg, 3);
    cairo_fill(cairo);
}

static void draw_trunk(cairo_t *cairo, const struct figure_style *style,
                       const struct figure_pose *pose)
{
    struct figure_point down;
    struct figure_point throat = spine(pose, 0.03, &down);
    struct figure_point chin = path_between(pose->head, throat, 0.42);
    struct figure_joint neck[] = {{chin, 16}, {throat, 17}};
    path_color(cairo, style->skin, 0.88);
    path_limb(cairo, neck, 2);
    cairo_fill(cairo);
    path_color(cairo, style->top, 1);
    add_trunk(cairo, style, pose, 1.16);
    cairo_fill(cairo);
}

void figure_draw(cairo_t *cairo, const struct figure_style *style,
                 const struct figure_pose *pose)
{
    cairo_save(cairo);
    cairo_scale(cairo, (double)style->size, (double)style->size);
    cairo_new_path(cairo);
    draw_arm(cairo, style, pose, FIGURE_FAR);
    head_draw_behind(cairo, style, pose);
    draw_leg(cairo, style, pose, FIGURE_FAR);
    draw_leg(cairo, style, pose, FIGURE_NEAR);
    draw_trunk(cairo, style, pose);
    head_draw(cairo, style, pose);
    draw_arm(cairo, style, pose, FIGURE_NEAR);
    cairo_restore(cairo);
}
