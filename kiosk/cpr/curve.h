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

enum { CURVE_FIT_US = 60000 }; /* samples this near to the extreme belong to the turn */

/* Only the top of the turn is a parabola. At 55 mm and 110 /min 3 mm are 40 ms, at 20 mm
 * and 60 /min 130: such a flat turn needs the longer time to stand out from noise. */
static const double curve_fit_mm = 3.0;

void curve_start(struct cpr_curve *curve);

/* What each sample passes through stands here, to be compiled into its caller. */
static inline const struct cpr_point *curve_newest(const struct cpr_curve *curve)
{
    return &curve->ring[(curve->count - 1) % CPR_RING];
}

/* The chest has come up past curve->fall_next_mm. */
void curve_fall(struct cpr_curve *curve, int64_t t_us, double depth_mm);

/* Keeps the sample in the ring and fills the ladder of the way up. Points are written and
 * read member by member on this path: a processor waits some 12 cycles when it reads 16
 * bytes at once that were just written as two times 8. */
static inline void curve_add(struct cpr_curve *curve, int64_t t_us, double depth_mm)
{
    if (depth_mm <= curve->fall_next_mm) {
        curve_fall(curve, t_us, depth_mm);
    }
    struct cpr_point *now = &curve->ring[curve->count % CPR_RING];
    now->t_us = t_us;
    now->depth_mm = depth_mm;
    curve->count++;
}

/* The chest has gone down from `from_mm`, past a millimetre at least. */
void curve_climb(struct cpr_curve *curve, double from_mm);

/* After curve_add(): when the chest went down, notes the millimetres beyond `from_mm`. */
static inline void curve_rise(struct cpr_curve *curve, double from_mm)
{
    int level = (int)(from_mm + CPR_LEVEL_AT_REST);
    if ((int)(curve_newest(curve)->depth_mm + CPR_LEVEL_AT_REST) > level) {
        curve_climb(curve, from_mm);
    }
}

/* The chest has been deepest at `from_mm`: the way up begins there. */
static inline void curve_restart_fall(struct cpr_curve *curve, double from_mm)
{
    curve->is_restarted = true;
    curve->fall_from_mm = curve->fall_next_mm = from_mm;
}

/* `turn` becomes the newest sample. */
static inline void curve_turn_here(const struct cpr_curve *curve, struct cpr_turn *turn)
{
    const struct cpr_point *now = curve_newest(curve);
    turn->first = turn->last = curve->count - 1;
    turn->last_us = now->t_us;
    turn->raw.t_us = turn->fitted.t_us = now->t_us;
    turn->raw.depth_mm = turn->fitted.depth_mm = now->depth_mm;
    turn->is_fitted = turn->is_left = false;
}

/* The newest sample is as extreme as `turn`: a coarse sensor says so all over the turn.
 * It does again when the chest has been away and is back: that is not the same turn. */
static inline void curve_turn_again(const struct cpr_curve *curve, struct cpr_turn *turn)
{
    if (!turn->is_left) {
        turn->last = curve->count - 1;
        turn->last_us = curve_newest(curve)->t_us;
        turn->is_fitted = false;
    }
}

/*
 * Whether `turn` is still to be fitted, and the samples after it are there. `sign` is 1
 * for a peak, -1 for a trough.
 */
static inline bool curve_is_due(const struct cpr_curve *curve, struct cpr_turn *turn,
                                double sign)
{
    const struct cpr_point *now = curve_newest(curve);
    turn->is_left =
        turn->is_left || sign * (turn->raw.depth_mm - now->depth_mm) > curve_fit_mm;
    return !turn->is_fitted && (now->t_us - turn->last_us >= CURVE_FIT_US ||
                                curve->count - turn->last >= CPR_RING / 2);
}

/* Fits `turn`. The sum of squared residuals and its degrees of freedom are added to
 * `*mm2` and `*freedom`. */
void curve_fit(const struct cpr_curve *curve, struct cpr_turn *turn, double sign,
               double *mm2, uint32_t *freedom);

/* Over the newest step, either way. */
double curve_speed_mm_s(const struct cpr_curve *curve);

/* How long the chest has been at `depth_mm` and below, up to the newest sample, which is
 * above: from the last sample above, as far as samples are kept. */
int64_t curve_below_us(const struct cpr_curve *curve, double depth_mm);

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
