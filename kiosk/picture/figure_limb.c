/* SPDX-License-Identifier: MIT */
#include "picture/figure_limb.h"

#include <math.h>
#include <stddef.h>

#include <cairo.h>

static const double arm_bones[2] = {82, 76};
static const double leg_bones[2] = {116, 108};

/* The far side is darker, unless it is seen from the front. */
static double light_of(const struct figure_pose *pose, enum figure_side side,
                       double far_light)
{
    return side == FIGURE_NEAR ? 1 : far_light + (1 - far_light) * (double)pose->turn;
}

/* Hands and shoes lie in frames of their own: +x where they point, the thumb at +y. They
 * run against the clock as figure_path_limb() does, so that both fill as one. */
static void enter(cairo_t *cairo, const struct figure_limb *limb)
{
    cairo_save(cairo);
    cairo_translate(cairo, (double)limb->end.x, (double)limb->end.y);
    cairo_rotate(cairo, (double)limb->end_deg * M_PI / 180);
}

static const struct figure_point hand_loose[] = {{-9, -9}, {8, -11}, {25, -10}, {37, -6},
                                                 {39, 1},  {29, 8},  {20, 11},  {21, 18},
                                                 {12, 18}, {3, 11},  {-9, 9}};
/* The edge of a hand, its fingers lifted a little off the chest. */
static const struct figure_point hand_flat[] = {{-13, 6}, {-13, -6}, {-4, -11}, {10, -8},
                                                {24, -6}, {37, 0},   {40, 6},   {35, 9},
                                                {22, 7},  {12, 12},  {6, 20},   {-6, 20}};
static const struct figure_joint finger_lines[][2] = {{{{16, 2}, 0}, {{33, 5}, 0}},
                                                      {{{17, -3}, 0}, {{30, -1}, 0}}};
static const struct figure_point hand_fist[] = {{-9, -9}, {4, -13}, {18, -12}, {25, -4},
                                                {24, 7},  {15, 13}, {2, 13},   {-9, 9}};
static const struct figure_joint hand_open[][2] = {
    {{{0, 0}, 9.5}, {{13, 0}, 12.5}},  {{{12, 6}, 5}, {{35, 14}, 4}},
    {{{14, 2}, 5}, {{40, 5}, 4}},      {{{14, -3}, 5}, {{39, -6}, 4}},
    {{{12, -7}, 5}, {{33, -15}, 3.8}}, {{{4, 6}, 5.5}, {{17, 23}, 4.2}},
};

/* The tips of the fingers of two locked hands, in turn of the upper and the lower one,
 * and the backs they come from. */
static const struct figure_joint locked_backs[][2] = {{{{-19, -9}, 9}, {{19, -9}, 9}},
                                                      {{{-13, 0}, 11}, {{13, 0}, 11}}};

enum { TIPS = 4 };

/* The fingers of one hand, `gap` apart; an upper hand is in the light. */
static void draw_tips(cairo_t *cairo, const struct figure_style *style, bool upper,
                      double first_x, double gap)
{
    figure_path_color(cairo, style->skin, upper ? 0.97 : 0.84);
    figure_path_limb(cairo, locked_backs[upper], 2);
    for (int i = 0; i < TIPS; i++) {
        double x = first_x + i * gap;
        double low = (upper ? -22 : -19) + 0.1 * fabs(x);
        struct figure_joint finger[2] = {{{(float)x, -8}, 5.2},
                                         {{(float)x, (float)low}, 5.2}};
        figure_path_limb(cairo, finger, 2);
    }
    cairo_fill(cairo);
}

static void draw_locked(cairo_t *cairo, const struct figure_style *style, double dx)
{
    cairo_save(cairo);
    cairo_translate(cairo, dx, 0);
    draw_tips(cairo, style, false, -21.7, 12.4);
    draw_tips(cairo, style, true, -15.5, 12.4);
    cairo_restore(cairo);
}

static void add_hand(cairo_t *cairo, enum figure_hand hand)
{
    switch (hand) {
    case HAND_FLAT:
        figure_path_curve(cairo, hand_flat, sizeof hand_flat / sizeof *hand_flat);
        break;
    case HAND_FIST:
        figure_path_curve(cairo, hand_fist, sizeof hand_fist / sizeof *hand_fist);
        break;
    case HAND_TIPS:
    case HAND_LOCKED: break; /* in colours of their own: draw_tips() */
    case HAND_OPEN:
        for (size_t i = 0; i < sizeof hand_open / sizeof *hand_open; i++) {
            figure_path_limb(cairo, hand_open[i], 2);
        }
        break;
    case HAND_LOOSE:
    default:
        figure_path_curve(cairo, hand_loose, sizeof hand_loose / sizeof *hand_loose);
        break;
    }
}

static void draw_finger_lines(cairo_t *cairo, const struct figure_style *style)
{
    figure_path_color(cairo, style->skin, 0.84);
    cairo_set_line_width(cairo, 1.8);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (size_t i = 0; i < sizeof finger_lines / sizeof *finger_lines; i++) {
        const struct figure_joint *line = finger_lines[i];
        cairo_move_to(cairo, (double)line[0].at.x, (double)line[0].at.y);
        cairo_line_to(cairo, (double)line[1].at.x, (double)line[1].at.y);
    }
    cairo_stroke(cairo);
}

/* One filling with what of the arm is in the path already. */
void figure_limb_draw_hand(cairo_t *cairo, const struct figure_style *style,
                           const struct figure_pose *pose, enum figure_side side)
{
    const struct figure_limb *limb = &pose->arm[side];
    enter(cairo, limb);
    figure_path_color(cairo, style->skin, light_of(pose, side, 0.86));
    add_hand(cairo, limb->hand);
    cairo_fill(cairo);
    if (limb->hand == HAND_LOCKED && side == FIGURE_NEAR) {
        draw_locked(cairo, style, -(double)limb->end.x);
    }
    if (limb->hand == HAND_TIPS) {
        draw_tips(cairo, style, true, -13.5, 9);
    }
    if (limb->hand == HAND_FLAT && side == FIGURE_NEAR) {
        draw_finger_lines(cairo, style);
    }
    cairo_restore(cairo);
}

/* At the shoulder the sleeve is the trunk's colour, so that the two are one shirt. */
static void fill_sleeve(cairo_t *cairo, uint32_t rgb, const struct figure_joint *ends)
{
    struct figure_point dark = figure_path_between(ends[0].at, ends[1].at, 0.75);
    figure_path_fill_shaded(cairo, rgb, ends[0].at, dark, 0.87);
}

void figure_limb_draw_arm(cairo_t *cairo, const struct figure_style *style,
                          const struct figure_pose *pose, enum figure_side side)
{
    const struct figure_limb *limb = &pose->arm[side];
    double build = (double)style->build;
    struct figure_point shoulder = figure_shoulder(pose, side);
    struct figure_point elbow =
        figure_path_bend(shoulder, limb->end, arm_bones, (double)limb->bend);
    bool bare = style->wear & WEAR_SHORT_SLEEVES;
    struct figure_point end = bare ? figure_path_between(shoulder, elbow, 0.62)
                                   : figure_path_between(elbow, limb->end, 0.92);
    if (bare) {
        struct figure_joint skin[] = {
            {figure_path_between(shoulder, elbow, 0.5), 14 * build},
            {elbow, 13.5 * build},
            {limb->end, 10}};
        figure_path_limb(cairo, skin, 3);
    }
    figure_limb_draw_hand(cairo, style, pose, side);
    struct figure_joint sleeve[] = {{shoulder, 21 * build},
                                    {bare ? end : elbow, (bare ? 18.5 : 17) * build},
                                    {end, (bare ? 18.5 : 13.5) * build}};
    figure_path_limb(cairo, sleeve, bare ? 2 : 3);
    if (side == FIGURE_NEAR || figure_from_front(pose)) {
        fill_sleeve(cairo, style->top, sleeve);
    } else {
        figure_path_color(cairo, style->top, 0.78);
        cairo_fill(cairo);
    }
}

static const struct figure_point shoe_side[] = {
    {-16, 4}, {-17, -14}, {-8, -19}, {20, -19}, {40, -19}, {43, -12},
    {34, -5}, {20, 1},    {11, 8},   {0, 11},   {-10, 10}};
static const struct figure_point sole_side[] = {{-17, -14},   {-10, -19.5F}, {20, -19.5F},
                                                {40, -19.5F}, {43, -14},     {15, -14}};
static const struct figure_point shoe_front[] = {{-13, 6},    {-17, -10}, {-13, -19},
                                                 {0, -20.5F}, {13, -19},  {17, -10},
                                                 {13, 6},     {0, 10}};
static const struct figure_point sole_front[] = {{-17, -14},   {-13, -19.5F}, {0, -21},
                                                 {13, -19.5F}, {17, -14},     {0, -16}};

static void draw_shoe(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose, enum figure_side side)
{
    bool front = figure_from_front(pose);
    double light = light_of(pose, side, 0.8);
    enter(cairo, &pose->leg[side]);
    figure_path_color(cairo, style->shoes, light);
    figure_path_curve(cairo, front ? shoe_front : shoe_side,
                      front ? sizeof shoe_front / sizeof *shoe_front
                            : sizeof shoe_side / sizeof *shoe_side);
    cairo_fill(cairo);
    if (!(style->wear & WEAR_SOCKS)) {
        figure_path_color(cairo, style->wear & WEAR_LEATHER ? 0x2A2522 : 0xF7F4EE, light);
        figure_path_curve(cairo, front ? sole_front : sole_side, 6);
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
}

static struct figure_point knee_of(const struct figure_pose *pose, enum figure_side side)
{
    const struct figure_limb *limb = &pose->leg[side];
    return figure_path_bend(figure_hip(pose, side), limb->end, leg_bones,
                            (double)limb->bend);
}

void figure_limb_draw_leg(cairo_t *cairo, const struct figure_style *style,
                          const struct figure_pose *pose, enum figure_side side)
{
    double light = light_of(pose, side, 0.8);
    double build = (double)style->build;
    bool bare = style->wear & (WEAR_SHORTS | WEAR_SKIRT);
    struct figure_point end = pose->leg[side].end;
    struct figure_point hip = figure_hip(pose, side);
    struct figure_point knee = knee_of(pose, side);
    if (!bare) {
        draw_shoe(cairo, style, pose, side);
    }
    struct figure_joint leg[] = {{hip, (bare ? 24 : 29) * build},
                                 {knee, (bare ? 19 : 23) * build},
                                 {end, bare ? 11 : 15.5}};
    figure_path_color(cairo, bare ? style->skin : style->legs, light);
    figure_path_limb(cairo, leg, 3);
    cairo_fill(cairo);
    if (bare) {
        draw_shoe(cairo, style, pose, side);
    }
    if (style->wear & WEAR_SHORTS) {
        struct figure_joint shorts[] = {
            {hip, 32 * build}, {figure_path_between(hip, knee, 0.72), 27 * build}};
        figure_path_color(cairo, style->legs, light);
        figure_path_limb(cairo, shorts, 2);
        cairo_fill(cairo);
    }
}

void figure_limb_draw_skirt(cairo_t *cairo, const struct figure_style *style,
                            const struct figure_pose *pose)
{
    if (!(style->wear & WEAR_SKIRT)) {
        return;
    }
    double build = (double)style->build;
    struct figure_joint cloth[6];
    for (int side = FIGURE_NEAR; side <= FIGURE_FAR; side++) {
        struct figure_point knee = knee_of(pose, (enum figure_side)side);
        struct figure_joint *row = &cloth[(size_t)side * 3];
        row[0] =
            (struct figure_joint){figure_hip(pose, (enum figure_side)side), 36 * build};
        row[1] = (struct figure_joint){knee, 30 * build};
        row[2] = (struct figure_joint){
            figure_path_between(knee, pose->leg[side].end, 0.82), 24};
    }
    figure_path_color(cairo, style->legs, 1);
    figure_path_hull(cairo, cloth, 6);
    cairo_fill(cairo);
}
