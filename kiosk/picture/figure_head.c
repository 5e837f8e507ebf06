/* SPDX-License-Identifier: MIT */
#include "picture/figure_head.h"

#include <math.h>
#include <stddef.h>

#include <cairo.h>

#include "picture/figure_hair.h"

static const struct figure_curve skull_side = {16,
                                               {{0, 1},
                                                {0.55F, 0.86F},
                                                {0.87F, 0.45F},
                                                {0.92F, 0.14F},
                                                {1.04F, -0.17F},
                                                {0.93F, -0.28F},
                                                {0.89F, -0.56F},
                                                {0.68F, -0.87F},
                                                {0.25F, -0.95F},
                                                {-0.2F, -0.84F},
                                                {-0.62F, -0.68F},
                                                {-0.88F, -0.4F},
                                                {-0.99F, 0.05F},
                                                {-0.9F, 0.48F},
                                                {-0.6F, 0.82F},
                                                {-0.3F, 0.97F}}};

static const struct figure_curve skull_front = {12,
                                                {{0, 1},
                                                 {0.5F, 0.88F},
                                                 {0.86F, 0.5F},
                                                 {0.93F, 0},
                                                 {0.8F, -0.5F},
                                                 {0.45F, -0.88F},
                                                 {0, -1},
                                                 {-0.45F, -0.88F},
                                                 {-0.8F, -0.5F},
                                                 {-0.93F, 0},
                                                 {-0.86F, 0.5F},
                                                 {-0.5F, 0.88F}}};

static const struct figure_curve beard_side = {12,
                                               {{0.06F, 0.02F},
                                                {0.2F, -0.34F},
                                                {0.52F, -0.42F},
                                                {0.9F, -0.42F},
                                                {1, -0.7F},
                                                {0.86F, -1.16F},
                                                {0.52F, -1.3F},
                                                {0.14F, -1.1F},
                                                {-0.14F, -0.8F},
                                                {-0.22F, -0.4F},
                                                {-0.2F, -0.1F},
                                                {-0.06F, 0.1F}}};
static const struct figure_curve beard_front = {12,
                                                {{-0.95F, 0.06F},
                                                 {-0.72F, -0.3F},
                                                 {-0.35F, -0.4F},
                                                 {0, -0.34F},
                                                 {0.35F, -0.4F},
                                                 {0.72F, -0.3F},
                                                 {0.95F, 0.06F},
                                                 {0.88F, -0.6F},
                                                 {0.5F, -1.14F},
                                                 {0, -1.3F},
                                                 {-0.5F, -1.14F},
                                                 {-0.88F, -0.6F}}};
static const struct figure_curve whiskers_side = {8,
                                                  {{0.08F, 0.04F},
                                                   {0.24F, -0.34F},
                                                   {0.46F, -0.66F},
                                                   {0.24F, -0.94F},
                                                   {-0.1F, -0.84F},
                                                   {-0.2F, -0.5F},
                                                   {-0.2F, -0.1F},
                                                   {-0.06F, 0.1F}}};
/* One of two; the other is its mirror image. */
static const struct figure_curve whiskers_front = {6,
                                                   {{-0.95F, 0.08F},
                                                    {-0.8F, -0.1F},
                                                    {-0.74F, -0.4F},
                                                    {-0.62F, -0.64F},
                                                    {-0.84F, -0.56F},
                                                    {-0.96F, -0.26F}}};
static const struct figure_curve bandage_side = {10,
                                                 {{0.9F, 0.62F},
                                                  {0.94F, 0.28F},
                                                  {0.4F, 0.24F},
                                                  {-0.3F, 0.1F},
                                                  {-0.98F, -0.16F},
                                                  {-1.05F, 0.04F},
                                                  {-1, 0.32F},
                                                  {-0.4F, 0.5F},
                                                  {0.3F, 0.66F},
                                                  {0.6F, 0.7F}}};

static void draw_curve(cairo_t *cairo, const struct figure_curve *curve, uint32_t rgb,
                       double light)
{
    if (curve->count > 0) {
        figure_path_color(cairo, rgb, light);
        figure_path_curve(cairo, curve->points, curve->count);
        cairo_fill(cairo);
    }
}

/* Into the frame of the curves. */
static void enter(cairo_t *cairo, const struct figure_style *style,
                  const struct figure_pose *pose)
{
    double radius = FIGURE_HEAD * (double)style->head;
    /* A larger head grows away from the neck. */
    struct figure_point centre =
        figure_path_between(pose->neck, pose->head, 0.3 + 0.7 * (double)style->head);
    cairo_save(cairo);
    cairo_translate(cairo, (double)centre.x, (double)centre.y);
    cairo_rotate(cairo, (double)-pose->head_deg * M_PI / 180);
    cairo_scale(cairo, radius, radius);
}

void figure_head_draw_behind(cairo_t *cairo, const struct figure_style *style,
                             const struct figure_pose *pose)
{
    const struct figure_cut *cut = figure_hair_cut(style->cut);
    enter(cairo, style, pose);
    draw_curve(cairo,
               figure_head_from_front(pose) ? &cut->front_behind : &cut->side_behind,
               style->hair, 0.86);
    cairo_restore(cairo);
}

static void draw_eye(cairo_t *cairo, struct figure_point at, bool closed)
{
    cairo_new_path(cairo);
    if (closed) {
        cairo_arc(cairo, (double)at.x, (double)at.y + 0.06, 0.15, M_PI * 1.15,
                  M_PI * 1.85);
        cairo_set_line_width(cairo, 0.07);
        cairo_stroke(cairo);
    } else {
        figure_path_ellipse(cairo, at, 0.08, 0.095, 0);
        cairo_fill(cairo);
    }
}

static void draw_ear(cairo_t *cairo, const struct figure_style *style, double x)
{
    figure_path_color(cairo, style->skin, 0.9);
    figure_path_ellipse(cairo, (struct figure_point){(float)x, -0.12F}, 0.16, 0.21, 0.15);
    cairo_fill(cairo);
}

/* Eyes, and glasses before them. `aside` is how far a face from the front looks away. */
static void draw_eyes(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose, double aside)
{
    bool front = figure_head_from_front(pose);
    float right = front ? (float)(0.36 + aside) : 0.56F;
    float left = (float)(-0.36 + aside);
    cairo_set_source_rgb(cairo, 0.16, 0.12, 0.12);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    draw_eye(cairo, (struct figure_point){right, 0.04F}, pose->eye_closed);
    if (front) {
        draw_eye(cairo, (struct figure_point){left, 0.04F}, pose->eye_closed);
    }
    if (style->wear & WEAR_GLASSES) {
        figure_path_ellipse(cairo, (struct figure_point){right, 0.02F}, 0.25, 0.25, 0);
        if (front) {
            figure_path_ellipse(cairo, (struct figure_point){left, 0.02F}, 0.25, 0.25, 0);
            cairo_move_to(cairo, (double)left + 0.25, 0.06);
            cairo_line_to(cairo, (double)right - 0.25, 0.06);
        } else {
            cairo_move_to(cairo, 0.31, 0.04);
            cairo_line_to(cairo, -0.14, 0.02);
        }
        cairo_set_line_width(cairo, 0.065);
        cairo_stroke(cairo);
    }
}

/* Of a bowed head much of the crown is seen, and the face is low and short: what is drawn
 * next is squeezed down to the chin. */
static void draw_crown(cairo_t *cairo, const struct figure_style *style,
                       const struct figure_pose *pose)
{
    if (pose->bow > 0) {
        draw_curve(cairo, &skull_front,
                   style->cut == HAIR_FRINGE ? style->skin : style->hair, 1);
        cairo_translate(cairo, 0, -1);
        cairo_scale(cairo, 1, 1 - 0.36 * (double)pose->bow);
        cairo_translate(cairo, 0, 1);
    }
}

static void draw_front(cairo_t *cairo, const struct figure_style *style,
                       const struct figure_pose *pose)
{
    const struct figure_cut *cut = figure_hair_cut(style->cut);
    double aside = 1 - (double)pose->turn;
    draw_crown(cairo, style, pose);
    if (style->cut != HAIR_SCARF && style->cut != HAIR_BOB) {
        draw_ear(cairo, style, -0.93);
        draw_ear(cairo, style, 0.93);
    }
    draw_curve(cairo, &skull_front, style->skin, 1);
    if (style->wear & WEAR_BEARD) {
        draw_curve(cairo, &beard_front, style->hair, 0.94);
    }
    if (style->wear & WEAR_WHISKERS) {
        draw_curve(cairo, &whiskers_front, style->hair, 0.94);
        cairo_scale(cairo, -1, 1);
        draw_curve(cairo, &whiskers_front, style->hair, 0.94);
        cairo_scale(cairo, -1, 1);
    }
    draw_curve(cairo, &cut->front, style->hair, 1);
    figure_path_color(cairo, style->skin, 0.88);
    figure_path_ellipse(cairo, (struct figure_point){(float)aside * 1.3F, -0.2F}, 0.09,
                        0.11, 0);
    cairo_fill(cairo);
    draw_eyes(cairo, style, pose, aside);
}

static void draw_side(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    draw_curve(cairo, &skull_side, style->skin, 1);
    if (style->wear & WEAR_BEARD) {
        draw_curve(cairo, &beard_side, style->hair, 0.94);
    }
    if (style->wear & WEAR_WHISKERS) {
        draw_curve(cairo, &whiskers_side, style->hair, 0.94);
    }
    draw_curve(cairo, &figure_hair_cut(style->cut)->side, style->hair, 1);
    if (style->wear & WEAR_BANDAGE) {
        draw_curve(cairo, &bandage_side, 0xF6F2EA, 1);
    }
    if (style->cut != HAIR_SCARF && style->cut != HAIR_BOB) {
        draw_ear(cairo, style, -0.2);
    }
    draw_eyes(cairo, style, pose, 0);
}

void figure_head_draw(cairo_t *cairo, const struct figure_style *style,
                      const struct figure_pose *pose)
{
    enter(cairo, style, pose);
    if (figure_head_from_front(pose)) {
        draw_front(cairo, style, pose);
    } else {
        draw_side(cairo, style, pose);
    }
    cairo_restore(cairo);
}
