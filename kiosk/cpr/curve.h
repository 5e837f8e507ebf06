/* SPDX-License-Identifier: MIT */
/*
 * curve: when exactly the chest was where. Private to cpr.
 *
 * Samples fall where they fall: the deepest of them is not the peak. The turning point is
 * the vertex of a parabola through the samples around the extreme one (least squares, by
 * their own times, so uneven spacing does no harm and noise averages out). For edges two
 * ladders keep the time at which each whole millimetre was passed: they tell when the
 * chest left its rest, passed half of the depth and was back, without keeping the
 * samples.
 */
#ifndef KIOSK_CPR_CURVE_H
#define KIOSK_CPR_CURVE_H

#include "cpr/session.h"

void curve_start(struct cpr_curve *curve);

/* Keeps the sample in the ring and fills the ladder of the way up. */
void curve_add(struct cpr_curve *curve, struct cpr_point now);

/* After curve_add(): the chest went down; notes the millimetres beyond `from_mm`. */
void curve_rise(struct cpr_curve *curve, double from_mm);

/* The chest has been deepest at `from_mm`: the way up begins there. */
void curve_restart_fall(struct cpr_curve *curve, double from_mm);

/* The newest sample as a turning point. */
struct cpr_turn curve_turn_here(const struct cpr_curve *curve);

/* The newest sample is as extreme as `turn`: a coarse sensor says so all over the turn.
 * It does again when the chest has been away and is back: that is not the same turn. */
void curve_turn_again(const struct cpr_curve *curve, struct cpr_turn *turn);

/*
 * Fits `turn` once the samples after it are there, or at once when `now`. `sign` is 1 for
 * a peak, -1 for a trough. True when it has been fitted in this very call; then the sum
 * of squared residuals and its degrees of freedom are added to `*mm2` and `*freedom`.
 */
void curve_fit(const struct cpr_curve *curve, struct cpr_turn *turn, double sign,
               bool now, double *mm2, uint32_t *freedom);

/* Over the newest step, either way. */
double curve_speed_mm_s(const struct cpr_curve *curve);

/* How fast it came to where it has been since `since_us`: over the last `over_us` and
 * more before that, as far as samples are kept. */
double curve_speed_before(const struct cpr_curve *curve, int64_t since_us,
                          int64_t over_us);

/* The deepest whole millimetre that is not below `depth_mm`. */
double curve_rung_mm(double depth_mm);

/* Time at which a depth was passed; between two rungs by proportion, so the rung below it
 * must have been passed too. */
double curve_rise_us(const struct cpr_curve *curve, double depth_mm);
double curve_fall_us(const struct cpr_curve *curve, double depth_mm);

/*
 * The same for a depth next to a trough, where no rung below was passed, and the chest
 * moves along a parabola. `left_us` and `back_us`: when it left the trough, and was back.
 */
double curve_left_us(const struct cpr_curve *curve, const struct cpr_turn *low,
                     int64_t left_us, double depth_mm);
double curve_back_us(const struct cpr_curve *curve, const struct cpr_turn *low,
                     int64_t back_us, double depth_mm);

/* When the newest push left `low`, or where a hand had come to rest since. A push is
 * at least `turn_mm` of a way: a shorter one to `peak_mm` is not one of its own. */
int64_t curve_push_start(const struct cpr_curve *curve, const struct cpr_turn *low,
                         double peak_mm, double turn_mm);

/* When the chest was back at `low` after a peak of `peak_mm`. */
int64_t curve_return(const struct cpr_curve *curve, const struct cpr_turn *low,
                     double peak_mm);

#endif
