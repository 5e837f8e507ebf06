/* SPDX-License-Identifier: MIT */
#include "link/depth_curve.h"

#include <assert.h>
#include <math.h>

#include "base/err.h"

static const double beyond = 1.5;     /* times the last depth, and no deeper */
static const double bend_most = 0.98; /* of what would make the last reading infinite */
static const double slope_least = 1 / 3.0; /* of the way to the neighbour, at both ends */
static const double slope_most = 3;        /* more would not be monotone */

/* ---- making it ---- */

static void sort(struct depth_point *points, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct depth_point point = points[i];
        size_t at = i;
        for (; at > 0 && points[at - 1].depth_mm > point.depth_mm; at--) {
            points[at] = points[at - 1];
        }
        points[at] = point;
    }
}

/* Deeper is further from rest, all to one side. */
static bool check(double rest, const struct depth_point *points, size_t count)
{
    struct depth_point before = {rest, 0};
    double sign = points[count - 1].reading < rest ? -1 : 1;
    for (size_t i = 0; i < count; before = points[i++]) {
        const struct depth_point *point = &points[i];
        if (!(point->depth_mm > before.depth_mm)) {
            return err_set("%.4g mm is given twice, or not above 0; give each depth once",
                           point->depth_mm);
        }
        if (!(sign * (point->reading - before.reading) > 0)) {
            return err_set(
                "%.4g mm reads %.4g, which is no further from rest (%.4g) than "
                "%.4g mm, which reads %.4g; press these two again, in order",
                point->depth_mm, point->reading, rest, before.depth_mm, before.reading);
        }
    }
    return true;
}

/* The b for which the first and the last press lie on one line from rest. */
static double bend_of(double first, double first_mm, double last, double last_mm)
{
    double share = first_mm * last / (last_mm * first);
    return fmin((1 - share) / (last - share * first), bend_most / last);
}

static double rise(const struct depth_curve *curve, size_t i)
{
    return (curve->depth_mm[i + 1] - curve->depth_mm[i]) /
           (curve->straight[i + 1] - curve->straight[i]);
}

/* By the parabola through the three points at that end; `near` is the rise next to it. */
static double end_slope(double near, double near_w, double next, double next_w)
{
    double slope = ((2 * near_w + next_w) * near - near_w * next) / (near_w + next_w);
    return fmin(fmax(slope, slope_least * near), slope_most * near);
}

static void set_slopes(struct depth_curve *curve)
{
    const double *at = curve->straight;
    size_t last = curve->count - 1;
    for (size_t i = 1; i < last; i++) {
        double before_w = at[i] - at[i - 1];
        double behind_w = at[i + 1] - at[i];
        double before_share = before_w + 2 * behind_w;
        double behind_share = 2 * before_w + behind_w;
        curve->slope[i] =
            (before_share + behind_share) /
            (before_share / rise(curve, i - 1) + behind_share / rise(curve, i));
    }
    curve->slope[0] =
        end_slope(rise(curve, 0), at[1] - at[0], rise(curve, 1), at[2] - at[1]);
    curve->slope[last] = end_slope(rise(curve, last - 1), at[last] - at[last - 1],
                                   rise(curve, last - 2), at[last - 1] - at[last - 2]);
}

bool depth_curve_make(struct depth_curve *curve, double rest,
                      const struct depth_point *points, size_t count)
{
    struct depth_point sorted[DEPTH_CURVE_POINTS];
    assert(count >= 2 && count <= DEPTH_CURVE_POINTS);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = points[i];
    }
    sort(sorted, count);
    *curve = (struct depth_curve){.count = 0};
    if (!check(rest, sorted, count)) {
        return false;
    }
    curve->count = count + 1;
    curve->sign = sorted[0].reading < rest ? -1 : 1;
    double first = fabs(sorted[0].reading - rest);
    double last = fabs(sorted[count - 1].reading - rest);
    curve->bend = bend_of(first, sorted[0].depth_mm, last, sorted[count - 1].depth_mm);
    for (size_t i = 0; i < count; i++) {
        double away = fabs(sorted[i].reading - rest);
        curve->straight[i + 1] = away / (1 - curve->bend * away);
        curve->depth_mm[i + 1] = sorted[i].depth_mm;
    }
    set_slopes(curve);
    return true;
}

/* ---- reading it ---- */

static double between(const struct depth_curve *curve, size_t i, double straight)
{
    double w = curve->straight[i + 1] - curve->straight[i];
    double t = (straight - curve->straight[i]) / w;
    double s = 1 - t;
    return s * s * ((1 + 2 * t) * curve->depth_mm[i] + t * w * curve->slope[i]) +
           t * t * ((1 + 2 * s) * curve->depth_mm[i + 1] - s * w * curve->slope[i + 1]);
}

double depth_curve_mm(const struct depth_curve *curve, double away)
{
    size_t last = curve->count - 1;
    double most_mm = beyond * curve->depth_mm[last];
    double x = curve->sign * away;
    if (x <= 0) {
        return x * curve->slope[0];
    }
    if (curve->bend * x >= 1) {
        return most_mm;
    }
    double straight = x / (1 - curve->bend * x);
    for (size_t i = 0; i < last; i++) {
        if (straight < curve->straight[i + 1]) {
            return between(curve, i, straight);
        }
    }
    double over = straight - curve->straight[last];
    return fmin(curve->depth_mm[last] + over * curve->slope[last], most_mm);
}
