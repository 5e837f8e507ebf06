/* SPDX-License-Identifier: MIT */
#include "cpr/curve.h"

#include <math.h>

enum {
    NEIGHBOUR_US = 100000, /* farther ones say nothing about it, even if nearest */
    FOOT_US = 250000,      /* a millimetre slower than this: not yet the push */
};

/* Three lines lost at the peak hide 5.4 mm of 70 at 180 /min and 66 Hz. A curve that
 * tells of 8 mm more than was seen tells of another push. */
static const double hidden_mm = 8.0;

/* Before anything that is asked for, and far from overflow. */
static const int64_t never_us = INT64_MIN / 4;
static const double never_mm = -1e9;

static double level_mm(int level)
{
    return (double)(level - CPR_LEVEL_AT_REST);
}

/* The deepest rung that is not below `depth_mm`. */
static int level_of(double depth_mm)
{
    double level = depth_mm + CPR_LEVEL_AT_REST;
    if (level < 0) {
        return 0;
    }
    return level < CPR_LEVELS - 1 ? (int)level : CPR_LEVELS - 1;
}

/* The shallowest rung that is not above it. */
static int level_below(double depth_mm)
{
    int level = level_of(depth_mm);
    return level_mm(level) < depth_mm ? level + 1 : level;
}

static const struct cpr_point *point(const struct cpr_curve *curve, uint64_t at)
{
    return &curve->ring[at % CPR_RING];
}

void curve_start(struct cpr_curve *curve)
{
    curve->count = 0;
    curve->fall_lowest = 0; /* no way up yet */
    curve->fall_next_mm = never_mm;
    curve->is_restarted = false;
    for (int i = 0; i < CPR_LEVELS; i++) {
        curve->rise_us[i] = never_us;
        curve->fall_us[i] = never_us;
    }
}

/* The line from the last sample to the newest, as time over depth. */
struct line {
    double from_mm;
    int64_t from_us;
    double us_a_mm;
};

static struct line line_from(const struct cpr_point *a, int64_t t_us, double depth_mm)
{
    return (struct line){a->depth_mm, a->t_us,
                         (double)(t_us - a->t_us) / (depth_mm - a->depth_mm)};
}

static int64_t passed_us(const struct line *line, int level)
{
    return line->from_us + (int64_t)((level_mm(level) - line->from_mm) * line->us_a_mm);
}

void curve_fall(struct cpr_curve *curve, int64_t t_us, double depth_mm)
{
    int low = level_below(depth_mm);
    int level =
        curve->is_restarted ? level_below(curve->fall_from_mm) : curve->fall_lowest;
    if (level > low) {
        struct line line = line_from(curve_newest(curve), t_us, depth_mm);
        while (level > low) {
            level--;
            curve->fall_us[level] = passed_us(&line, level);
        }
    }
    curve->is_restarted = false;
    curve->fall_lowest = level;
    curve->fall_next_mm = level > 0 ? level_mm(level - 1) : never_mm;
}

void curve_climb(struct cpr_curve *curve, double from_mm)
{
    const struct cpr_point *now = curve_newest(curve);
    int level = level_of(from_mm) + 1;
    int high = level_of(now->depth_mm);
    struct line line =
        line_from(point(curve, curve->count - 2), now->t_us, now->depth_mm);
    for (; level <= high; level++) {
        curve->rise_us[level] = passed_us(&line, level);
    }
}

/* The samples of a turn, about the middle one of the extreme ones. */
struct span {
    const struct cpr_curve *curve;
    double depth_mm; /* the extreme */
    double sign;
    int64_t middle_us;
    uint64_t first, last;
};

static double after_us(const struct span *span, uint64_t at)
{
    return (double)(point(span->curve, at)->t_us - span->middle_us);
}

static bool is_near(const struct span *span, uint64_t at)
{
    double us = after_us(span, at);
    return us <= CURVE_FIT_US && us >= -CURVE_FIT_US &&
           span->sign * (span->depth_mm - point(span->curve, at)->depth_mm) <=
               curve_fit_mm;
}

/* Where the samples are sparse, the neighbours belong to the turn anyway. */
static struct span turn_span(const struct cpr_curve *curve, const struct cpr_turn *turn,
                             double sign)
{
    uint64_t oldest = curve->count > CPR_RING ? curve->count - CPR_RING : 0;
    uint64_t newest = curve->count - 1;
    uint64_t middle = turn->first + (turn->last - turn->first) / 2;
    if (middle < oldest) {
        middle = oldest;
    }
    struct span span = {
        curve, turn->raw.depth_mm, sign, point(curve, middle)->t_us, middle, middle};
    while (span.first > oldest && is_near(&span, span.first - 1)) {
        span.first--;
    }
    while (span.last < newest && is_near(&span, span.last + 1)) {
        span.last++;
    }
    if (span.last - span.first >= 2) {
        return span;
    }
    if (span.first > oldest && after_us(&span, span.first - 1) >= -NEIGHBOUR_US) {
        span.first--;
    }
    if (span.last < newest && after_us(&span, span.last + 1) <= NEIGHBOUR_US) {
        span.last++;
    }
    return span;
}

/* depth less the extreme one = a + b u + c u^2, u in CURVE_FIT_US from the middle. */
struct parabola {
    double a, b, c;
    double residual_mm2;
};

static bool solve(const struct span *span, struct parabola *fit)
{
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, y0 = 0, y1 = 0, y2 = 0, yy = 0;
    for (uint64_t at = span->first; at <= span->last; at++) {
        double u = after_us(span, at) / CURVE_FIT_US;
        double y = point(span->curve, at)->depth_mm - span->depth_mm;
        double uu = u * u;
        s0 += 1;
        s1 += u;
        s2 += uu;
        s3 += uu * u;
        s4 += uu * uu;
        y0 += y;
        y1 += u * y;
        y2 += uu * y;
        yy += y * y;
    }
    double m0 = s2 * s4 - s3 * s3;
    double m1 = s1 * s4 - s2 * s3;
    double m2 = s1 * s3 - s2 * s2;
    double whole = s0 * m0 - s1 * m1 + s2 * m2;
    if (!(fabs(whole) > 1e-12)) {
        return false;
    }
    fit->a = (y0 * m0 - y1 * m1 + y2 * m2) / whole;
    fit->b = (y1 * (s0 * s4 - s2 * s2) - y0 * m1 - y2 * (s0 * s3 - s1 * s2)) / whole;
    fit->c = (y2 * (s0 * s2 - s1 * s1) + y0 * m2 - y1 * (s0 * s3 - s1 * s2)) / whole;
    fit->residual_mm2 = yy - fit->a * y0 - fit->b * y1 - fit->c * y2;
    return true;
}

/* How far after the middle the vertex may lie: among the samples, or, where they end with
 * the extreme one, where the next would have been. */
static double latest_us(const struct span *span, const struct cpr_turn *turn)
{
    double last_us = after_us(span, span->last);
    if (turn->last + 1 < span->curve->count) {
        return last_us;
    }
    return last_us + 1.5 * (last_us - after_us(span, span->last - 1));
}

/* The vertex where there is one, else the smoothed curve at the middle. */
static struct cpr_point turning_point(const struct span *span,
                                      const struct cpr_turn *turn,
                                      const struct parabola *fit)
{
    struct cpr_point found = {span->middle_us, span->depth_mm + fit->a};
    if (span->sign * fit->c < 0) {
        double us = -fit->b / (2 * fit->c) * CURVE_FIT_US;
        if (us >= after_us(span, span->first) && us <= latest_us(span, turn)) {
            found.t_us += (int64_t)(us + (us < 0 ? -0.5 : 0.5));
            found.depth_mm += fit->b * us / CURVE_FIT_US / 2;
        }
    }
    return fabs(found.depth_mm - span->depth_mm) <= hidden_mm ? found : turn->raw;
}

double curve_speed_mm_s(const struct cpr_curve *curve)
{
    if (curve->count < 2) {
        return 0;
    }
    const struct cpr_point *now = curve_newest(curve);
    const struct cpr_point *last = point(curve, curve->count - 2);
    return fabs(now->depth_mm - last->depth_mm) * 1e6 / (double)(now->t_us - last->t_us);
}

int64_t curve_below_us(const struct cpr_curve *curve, double depth_mm)
{
    uint64_t oldest = curve->count > CPR_RING ? curve->count - CPR_RING : 0;
    uint64_t at = curve->count - 1;
    while (at > oldest && point(curve, --at)->depth_mm > depth_mm) {
    }
    return curve_newest(curve)->t_us - point(curve, at)->t_us;
}

double curve_speed_before(const struct cpr_curve *curve, int64_t since_us,
                          int64_t over_us)
{
    uint64_t oldest = curve->count > CPR_RING ? curve->count - CPR_RING : 0;
    uint64_t at = curve->count - 1;
    const struct cpr_point *now = point(curve, at);
    while (at > oldest && point(curve, at)->t_us > since_us - over_us) {
        at--;
    }
    const struct cpr_point *then = point(curve, at);
    return then->t_us < since_us ? fabs(now->depth_mm - then->depth_mm) * 1e6 /
                                       (double)(since_us - then->t_us)
                                 : 0;
}

void curve_fit(const struct cpr_curve *curve, struct cpr_turn *turn, double sign,
               double *mm2, uint32_t *freedom)
{
    turn->is_fitted = true;
    struct span span = turn_span(curve, turn, sign);
    struct parabola fit;
    if (span.last - span.first < 2 || !solve(&span, &fit)) {
        return;
    }
    turn->fitted = turning_point(&span, turn, &fit);
    if (span.last - span.first > 2 && fit.residual_mm2 > 0) {
        *mm2 += fit.residual_mm2;
    }
    *freedom += (uint32_t)(span.last - span.first - 2);
}

double curve_rung_mm(double depth_mm)
{
    return level_mm(level_of(depth_mm));
}

static double rung_us(const int64_t *ladder, double depth_mm)
{
    int level = level_of(depth_mm);
    if (level >= CPR_LEVELS - 1) {
        return (double)ladder[CPR_LEVELS - 1];
    }
    double share = depth_mm - level_mm(level);
    if (!(share > 0)) {
        return (double)ladder[level];
    }
    return (double)ladder[level] + share * (double)(ladder[level + 1] - ladder[level]);
}

double curve_rise_us(const struct cpr_curve *curve, double depth_mm)
{
    return rung_us(curve->rise_us, depth_mm);
}

double curve_fall_us(const struct cpr_curve *curve, double depth_mm)
{
    return rung_us(curve->fall_us, depth_mm);
}

/* Between a trough and the rung next to it in time. */
static double near_trough_us(int64_t trough_us, double trough_mm, double rung_us,
                             double rung_mm, double depth_mm)
{
    double share = (depth_mm - trough_mm) / (rung_mm - trough_mm);
    return (double)trough_us +
           (rung_us - (double)trough_us) * sqrt(share > 0 ? share : 0);
}

/* The n-th rung next to a trough. Both its ways passed it. */
static int level_near(const struct cpr_turn *low, int n)
{
    int level = level_of(low->raw.depth_mm) + n;
    return level < CPR_LEVELS ? level : CPR_LEVELS - 1;
}

double curve_left_us(const struct cpr_curve *curve, const struct cpr_turn *low,
                     int64_t left_us, double depth_mm)
{
    int level = level_near(low, 2); /* 1 to 2 mm from it: well clear */
    if (depth_mm >= level_mm(level)) {
        return curve_rise_us(curve, depth_mm);
    }
    return near_trough_us(left_us, low->fitted.depth_mm, (double)curve->rise_us[level],
                          level_mm(level), depth_mm);
}

double curve_back_us(const struct cpr_curve *curve, const struct cpr_turn *low,
                     int64_t back_us, double depth_mm)
{
    int level = level_near(low, 2); /* 1 to 2 mm from it: well clear */
    if (depth_mm >= level_mm(level)) {
        return curve_fall_us(curve, depth_mm);
    }
    return near_trough_us(back_us, low->fitted.depth_mm, (double)curve->fall_us[level],
                          level_mm(level), depth_mm);
}

/*
 * A chest leaves its rest, and comes back to it, along a parabola: four times as far
 * takes twice as long. So the two times at q and 4 q from rest give the time at rest, far
 * enough from it that noise does not matter.
 */
static double leg_mm(double low_mm, double peak_mm)
{
    double eighth = (peak_mm - low_mm) / 8;
    return eighth < 2 ? eighth : 2;
}

/* The lowest rung of the newest push: below it the chest rested, or crept. The top of the
 * push is not a foot: a hand that stops there, or sways, has begun long before. */
static int foot_level(const struct cpr_curve *curve, double top_mm)
{
    int level = level_of(top_mm);
    while (level > 0 && curve->rise_us[level] - curve->rise_us[level - 1] <= FOOT_US) {
        level--;
    }
    return level;
}

int64_t curve_push_start(const struct cpr_curve *curve, const struct cpr_turn *low,
                         double peak_mm, double turn_mm)
{
    int foot = foot_level(curve, peak_mm - turn_mm);
    double foot_mm = level_mm(foot) - 0.5;
    if (low->fitted.depth_mm > foot_mm - 0.5) {
        /* Rested at its lowest; else a hand had come to rest on it. */
        foot_mm = low->fitted.depth_mm;
        foot = level_near(low, 1);
    }
    double leg = leg_mm(foot_mm, peak_mm);
    double near_mm = foot_mm + leg;
    if (near_mm < level_mm(foot)) {
        near_mm = level_mm(foot);
    }
    double near_us = curve_rise_us(curve, near_mm);
    double far_us = curve_rise_us(curve, foot_mm + 4 * leg);
    int64_t start_us = (int64_t)(2 * near_us - far_us);
    int64_t earliest_us = curve->rise_us[foot] - FOOT_US;
    return start_us > earliest_us ? start_us : earliest_us;
}

int64_t curve_return(const struct cpr_curve *curve, const struct cpr_turn *low,
                     double peak_mm)
{
    double low_mm = low->fitted.depth_mm;
    double leg = leg_mm(low_mm, peak_mm);
    double near_mm = low_mm + leg;
    if (near_mm < level_mm(level_near(low, 1))) {
        near_mm = level_mm(level_near(low, 1));
    }
    double near_us = curve_fall_us(curve, near_mm);
    double far_us = curve_fall_us(curve, low_mm + 4 * leg);
    return (int64_t)(2 * near_us - far_us);
}
