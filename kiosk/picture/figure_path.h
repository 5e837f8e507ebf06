/* SPDX-License-Identifier: MIT */
/*
 * figure_path: the four shapes all figures are made of.
 *
 * Everything is drawn in the figure's own frame: y points up, the ground is y = 0 and the
 * figure looks towards +x; scene.c turns, mirrors and scales the frame.
 */
#ifndef KIOSK_PICTURE_FIGURE_PATH_H
#define KIOSK_PICTURE_FIGURE_PATH_H

#include <stddef.h>
#include <stdint.h>

struct _cairo;

struct figure_point {
    float x, y;
};

/* A joint of a limb and how thick the limb is there. */
struct figure_joint {
    struct figure_point at;
    double radius;
};

/* The colour 0xRRGGBB with its light scaled: 1 as it is, 0.8 for what is further away. */
void figure_path_color(struct _cairo *cairo, uint32_t rgb, double light);

/* Fills the path with the colour, which loses light evenly from 1 at `from` to `light` at
 * `to` and keeps it on both sides of them. */
void figure_path_fill_shaded(struct _cairo *cairo, uint32_t rgb, struct figure_point from,
                             struct figure_point to, double light);

/* Adds a closed smooth curve through the points. */
void figure_path_curve(struct _cairo *cairo, const struct figure_point *points,
                       size_t count);

/* Adds a limb: round at every joint, tapering in between. Fill with the default rule. */
void figure_path_limb(struct _cairo *cairo, const struct figure_joint *joints,
                      size_t count);

/* Adds what a cloth drawn tight around the joints would show: the hull of their circles.
 * At most FIGURE_PATH_HULL joints. */
enum { FIGURE_PATH_HULL = 8 };

void figure_path_hull(struct _cairo *cairo, const struct figure_joint *joints,
                      size_t count);

/* Adds an ellipse turned by `turn` radians. */
void figure_path_ellipse(struct _cairo *cairo, struct figure_point centre,
                         double radius_x, double radius_y, double turn);

/* Where the joint between two bones is, when they reach from `from` to `to`. `bend` 1 or
 * -1 says to which side, 0 keeps the limb straight. Too far away, the bones stretch. */
struct figure_point figure_path_bend(struct figure_point from, struct figure_point to,
                                     const double bones[2], double bend);

/* From a towards b. */
struct figure_point figure_path_between(struct figure_point a, struct figure_point b,
                                        double part);

/* `length` from `from` in the direction `degrees`, 0 to the right, 90 up. */
struct figure_point figure_path_step(struct figure_point from, double degrees,
                                     double length);

#endif
