/* SPDX-License-Identifier: MIT */
#include "picture/scene_hands.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include <cairo.h>

#include "picture/figure_path.h"
#include "picture/scene_shape.h"

enum { FLOOR = 0xDDEFE8 };

/* The lying person: head to the left, the breastbone along y = 0. */
static const struct figure_point trunk[] = {
    {-150, 62},  {-166, 20}, {-166, -20}, {-150, -62}, {-128, -140},
    {-60, -160}, {60, -146}, {180, -136}, {280, -140}, {280, 140},
    {180, 136},  {60, 146},  {-60, 160},  {-128, 140}};
static const struct figure_joint upper_arm[] = {{{-112, 142}, 44}, {{60, 182}, 38}};
static const struct figure_joint neck[] = {{{-240, 0}, 46}, {{-150, 0}, 50}};

/* The helper's arms come from below; the far hand lies under the near one. */
static const struct figure_joint arm_under[] = {
    {{-213, -434}, 55}, {{-24, -92}, 27}, {{-6, -50}, 30}};
static const struct figure_joint arm_over[] = {
    {{187, -432}, 55}, {{22, -96}, 27}, {{4, -54}, 30}};
static const struct figure_joint fingers_under[][2] = {
    {{{-22, 10}, 11}, {{-27, 74}, 9}},
    {{{0, 14}, 11}, {{-2, 88}, 9.5}},
    {{{22, 12}, 11}, {{23, 84}, 9}},
    {{{40, 4}, 10}, {{48, 62}, 8.5}},
};
static const struct figure_joint fingers_over[][2] = {
    {{{-32, 0}, 11.5}, {{-40, 48}, 10}}, {{{-11, 6}, 12}, {{-13, 66}, 10}},
    {{{11, 6}, 12}, {{12, 64}, 10}},     {{{32, 0}, 11.5}, {{36, 48}, 10}},
    {{{-30, -30}, 14}, {{-58, -4}, 11}}, /* the thumb */
};
static const struct figure_point palm_over[] = {
    {-26, -66}, {-42, -26}, {-43, 2}, {-20, 16}, {20, 16}, {43, 2}, {42, -26}, {30, -66}};

static void add_fingers(cairo_t *cairo, const struct figure_joint (*fingers)[2],
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        figure_path_limb(cairo, fingers[i], 2);
    }
}

static void draw_person(cairo_t *cairo, const struct figure_style *lying)
{
    figure_path_color(cairo, lying->skin, 0.9);
    figure_path_limb(cairo, neck, 2);
    cairo_fill(cairo);
    figure_path_color(cairo, lying->top, 0.86);
    for (int side = -1; side <= 1; side += 2) {
        cairo_save(cairo);
        cairo_scale(cairo, 1, side);
        figure_path_limb(cairo, upper_arm, 2);
        cairo_restore(cairo);
    }
    cairo_fill(cairo);
    figure_path_color(cairo, lying->top, 1);
    figure_path_curve(cairo, trunk, sizeof trunk / sizeof *trunk);
    cairo_fill(cairo);
    /* The neckline. */
    figure_path_color(cairo, lying->skin, 0.95);
    cairo_arc(cairo, -176, 0, 52, 0, 2 * M_PI);
    cairo_fill_preserve(cairo);
    figure_path_color(cairo, lying->top, 0.82);
    cairo_set_line_width(cairo, 9);
    cairo_stroke(cairo);
}

/* The breastbone with its ribs, a diagram: where the hands belong is on its lower
 * half. */
static const struct figure_joint breastbone[] = {
    {{-110, 0}, 16}, {{-84, 0}, 12}, {{18, 0}, 12}, {{36, 0}, 6}};
static const struct figure_joint ribs[][3] = {
    {{{-92, 10}, 6}, {{-92, 66}, 6}, {{-60, 118}, 5}},
    {{{-58, 10}, 6}, {{-52, 70}, 6}, {{-14, 126}, 5}},
    {{{-24, 10}, 6}, {{-10, 72}, 6}, {{34, 124}, 5}},
    {{{10, 10}, 6}, {{34, 66}, 6}, {{84, 112}, 5}}};

static void draw_bones(cairo_t *cairo, double shine)
{
    cairo_save(cairo);
    cairo_set_source_rgba(cairo, 1, 1, 1, 0.34 * shine);
    for (int side = -1; side <= 1; side += 2) {
        cairo_save(cairo);
        cairo_scale(cairo, 1, side);
        for (size_t i = 0; i < sizeof ribs / sizeof *ribs; i++) {
            figure_path_limb(cairo, ribs[i], 3);
        }
        cairo_restore(cairo);
        cairo_fill(cairo);
    }
    cairo_set_source_rgba(cairo, 1, 1, 1, 0.6 * shine);
    figure_path_limb(cairo, breastbone, 4);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

/* The heel of the hand, from which the hands are drawn, on the middle of the lower
 * half. */
static const struct figure_point place = {-20, 0};
static const struct figure_point heel = {4, -46};
/* Beside the chest, off every place. */
static const struct figure_point hover = {64, -222};

/* A ring of dashes: the place. */
static void draw_mark(cairo_t *cairo, double pulse, double shine)
{
    static const double dashes[] = {13, 15.4};
    double radius = 88 + 8 * pulse;
    cairo_save(cairo);
    cairo_set_source_rgba(cairo, 1, 0.82, 0.4, shine);
    cairo_new_path(cairo);
    cairo_arc(cairo, (double)place.x, (double)place.y, radius, 0, 2 * M_PI);
    cairo_set_line_width(cairo, 8);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cairo, dashes, 2, 0);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

static void draw_hands(cairo_t *cairo, uint32_t skin)
{
    figure_path_color(cairo, skin, 0.84);
    figure_path_limb(cairo, arm_under, 3);
    add_fingers(cairo, fingers_under, sizeof fingers_under / sizeof *fingers_under);
    cairo_fill(cairo);
    figure_path_color(cairo, skin, 1);
    figure_path_limb(cairo, arm_over, 3);
    add_fingers(cairo, fingers_over, sizeof fingers_over / sizeof *fingers_over);
    cairo_fill(cairo);
    figure_path_curve(cairo, palm_over, sizeof palm_over / sizeof *palm_over);
    cairo_fill(cairo);
    /* Knuckles. */
    figure_path_color(cairo, skin, 0.84);
    cairo_set_line_width(cairo, 3.2);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int i = -1; i <= 1; i++) {
        cairo_move_to(cairo, i * 21.5, 12);
        cairo_line_to(cairo, i * 22.5, 34 - 4 * i * i);
    }
    cairo_stroke(cairo);
}

/* The head is large where the rest of the body is small. */
static double hand_size(const struct figure_style *helper)
{
    return helper->head > 1.2F ? 0.84 : 1;
}

void scene_hands_draw(cairo_t *cairo, const struct figure_style *helper,
                      const struct figure_style *lying, double pulse, double away,
                      struct figure_point off)
{
    bool right = off.x == 0 && off.y == 0;
    struct figure_point goal = {place.x + off.x, place.y + off.y};
    cairo_save(cairo);
    cairo_new_path(cairo);
    cairo_arc(cairo, 0, 0, SCENE_HANDS_RADIUS, 0, 2 * M_PI);
    figure_path_color(cairo, FLOOR, 1);
    cairo_fill_preserve(cairo);
    cairo_save(cairo);
    cairo_clip(cairo);
    draw_person(cairo, lying);
    if (away < 1) {
        draw_bones(cairo, 1 - away);
        if (right) {
            draw_mark(cairo, pulse, 1 - away);
        }
    }
    struct figure_point at = figure_path_between(goal, hover, away);
    cairo_translate(cairo, (double)(at.x - heel.x), (double)(at.y - heel.y));
    /* About their heel, which stays on its place: a child's are smaller. */
    cairo_translate(cairo, (double)heel.x, (double)heel.y);
    cairo_scale(cairo, hand_size(helper), hand_size(helper));
    cairo_translate(cairo, (double)-heel.x, (double)-heel.y);
    draw_hands(cairo, helper->skin);
    cairo_restore(cairo);
    cairo_arc(cairo, 0, 0, SCENE_HANDS_RADIUS - 4, 0, 2 * M_PI);
    figure_path_color(cairo, 0xFFFFFF, 1);
    cairo_set_line_width(cairo, 8);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}
