/* SPDX-License-Identifier: MIT */
/* The wizard: what each column does with hands off and in a press, and which is depth. */
#include <math.h>

#include "base/err.h"
#include "base/str.h"
#include "link/learn.h"

static const double clear_swing = 6;   /* times the noise: it moved */
static const double good_swing = 10;   /* ... and needs no better */
static const double sure_swing = 50;   /* a press is on its way, not over */
static const double both_sides = 0.35; /* of the swing to the other side: no depth */
static const double back_share = 0.2;  /* of the swing left: it came back */
static const double rest_share = 0.25; /* of the swing, before it: hands were on */
static const double idle_share = 0.8;  /* of the scatter at rest: not pressed */
static const double least_mm = 20;     /* a press of less is not a full one */
static const double same_swing = 2;    /* times the noise, or less: the same reading */
static const double noisy_share = 0.1; /* of the deepest press: too much noise */
static const double unit_mm = 3;       /* so far off a unit by name may be */

void learn_take_rest(struct learn_column *column, double value)
{
    if (column->rest_count++ == 0) {
        column->rest_low = value;
        column->rest_high = value;
    }
    double off = value - column->rest;
    column->rest += off / column->rest_count;
    column->rest_squares += off * (value - column->rest);
    column->rest_low = fmin(column->rest_low, value);
    column->rest_high = fmax(column->rest_high, value);
}

/* What the readings scatter by at rest, or by being rounded. */
static double noise(const struct learn_column *column)
{
    double variance = column->rest_squares / fmax(1, column->rest_count - 1.0);
    double rounding = column->step / sqrt(12);
    return fmax(fmax(sqrt(variance), rounding), 1e-9 * fabs(column->rest) + 1e-12);
}

static double trip_length(const struct learn_trip *trip)
{
    return trip->count > 0 ? fmax(0, trip->sum / trip->count) : 0;
}

/*
 * The far end of a trip is the mean of the readings there that lie no further apart than
 * those at rest did; the one that went furthest would be too far by the noise.
 */
static void take_trip(struct learn_trip *trip, double away, double band)
{
    double far = trip_length(trip);
    if (trip->count == 0 || away > far + band) {
        *trip = (struct learn_trip){.sum = away, .count = 1};
    } else if (away >= far - band) {
        trip->sum += away;
        trip->count++;
    }
    trip->farthest = fmax(trip->farthest, away);
}

static double swing(const struct learn_column *column)
{
    return fmax(trip_length(&column->up), trip_length(&column->down));
}

static bool is_clear(const struct learn_column *column)
{
    return swing(column) >= clear_swing * noise(column);
}

void learn_take_press(struct learn_column *column, double value, int64_t now_us)
{
    if (column->rest_count == 0) {
        return;
    }
    double away = value - column->rest;
    double band = 1.5 * (column->rest_high - column->rest_low);
    take_trip(&column->up, away, band);
    take_trip(&column->down, -away, band);
    bool back = fabs(away) <= fmax(back_share * swing(column), 3 * noise(column));
    if (back && !column->is_back) {
        column->back_us = now_us;
    }
    column->is_back = back;
}

static bool can_be_depth(const struct learn_column *column, const char *time)
{
    return learn_name_rank(column, time) >= 0;
}

void learn_rest(struct learn *learn)
{
    learn->step = LEARN_RESTING;
    learn->presses = 0;
    for (size_t i = 0; i < learn->count; i++) {
        struct learn_column *column = &learn->columns[i];
        column->rest_count = 0;
        column->rest = 0;
        column->rest_squares = 0;
    }
}

bool learn_has_rest(const struct learn *learn)
{
    for (size_t i = 0; i < learn->count; i++) {
        if (learn->columns[i].rest_count >= LEARN_REST_LINES) {
            return true;
        }
    }
    return false;
}

void learn_press(struct learn *learn)
{
    learn->step = LEARN_PRESSING;
    for (size_t i = 0; i < learn->count; i++) {
        struct learn_column *column = &learn->columns[i];
        column->up = (struct learn_trip){0};
        column->down = (struct learn_trip){0};
        column->is_back = false;
    }
}

static bool is_one_sided(const struct learn_column *column)
{
    double up = trip_length(&column->up);
    double down = trip_length(&column->down);
    return fmin(up, down) <= both_sides * fmax(up, down);
}

static bool was_pressed(const struct learn_column *column)
{
    return column->rest_count >= LEARN_REST_LINES && is_clear(column) &&
           column->is_back && is_one_sided(column);
}

/* The higher the better; the name goes before the swing. */
static double rank(const struct learn_column *column)
{
    return learn_name_rank(column, "") * 2 * good_swing +
           fmin(good_swing, swing(column) / noise(column));
}

static const struct learn_column *pressed_column(const struct learn *learn,
                                                 const char *time)
{
    const struct learn_column *best = NULL;
    for (size_t i = 0; i < learn->count; i++) {
        const struct learn_column *column = &learn->columns[i];
        if (can_be_depth(column, time) && was_pressed(column) &&
            (!best || rank(column) > rank(best))) {
            best = column;
        }
    }
    return best;
}

bool learn_pressed(const struct learn *learn, const char *time, int64_t now_us,
                   int64_t still_us)
{
    const struct learn_column *column = pressed_column(learn, time);
    return column && now_us - column->back_us >= still_us;
}

/* The one that moved most for its noise; NULL when none has been seen at rest. */
static const struct learn_column *moved_most(const struct learn *learn, const char *time)
{
    const struct learn_column *most = NULL;
    double most_swing = 0;
    for (size_t i = 0; i < learn->count; i++) {
        const struct learn_column *column = &learn->columns[i];
        double share = swing(column) / noise(column);
        bool counts = learn_is_clock(column) || !can_be_depth(column, time);
        if (!counts && column->rest_count >= LEARN_REST_LINES && share > most_swing) {
            most = column;
            most_swing = share;
        }
    }
    return most;
}

double learn_away(const struct learn *learn, const char *time)
{
    const struct learn_column *most = moved_most(learn, time);
    double far = most ? fmax(swing(most), sure_swing * noise(most)) : 0;
    return most && is_clear(most) ? fmin(fabs(most->last - most->rest) / far, 1) : 0;
}

/* Millimetres in one, where the name says so; 0 where the press tells. */
static double named_mm(const struct learn_column *column)
{
    enum column_role role = column->meaning.role;
    return role == COLUMN_OTHER || role == COLUMN_FORCE ? 0 : column->meaning.mm;
}

enum link_reason learn_reason(const struct learn *learn, const char *time,
                              const struct learn_column **column)
{
    *column = pressed_column(learn, time);
    if (*column) {
        double mm = swing(*column) * named_mm(*column);
        return mm > 0 && mm < least_mm ? LINK_REASON_SHALLOW : LINK_REASON_NONE;
    }
    const struct learn_column *most = *column = moved_most(learn, time);
    double moved = most ? most->rest_high - most->rest_low : 0;
    double far = most ? fmax(most->up.farthest, most->down.farthest) : 0;
    if (most && moved > fmax(rest_share * swing(most), 3 * most->step) &&
        far > idle_share * moved) {
        return LINK_REASON_HANDS_ON;
    }
    if (!most || !is_clear(most)) {
        return LINK_REASON_NO_PRESS;
    }
    return is_one_sided(most) ? LINK_REASON_NOT_BACK : LINK_REASON_BOTH_SIDES;
}

static bool fail_press(enum link_reason reason, const struct learn_column *column)
{
    if (reason == LINK_REASON_SHALLOW) {
        return err_set("the chest went down by %.0f mm only: press it all the way down",
                       swing(column) * named_mm(column));
    }
    if (reason == LINK_REASON_BOTH_SIDES) {
        return err_set("column \"%s\" swings to both sides, as acceleration does: this "
                       "manikin does not say how deep the chest is",
                       column->name);
    }
    return err_set(
        "%s",
        reason == LINK_REASON_HANDS_ON
            ? "the chest moved while it should rest: take the hands off and begin again"
        : reason == LINK_REASON_NO_PRESS
            ? "nothing moved: press the chest once, all the way down"
            : "the chest did not come back: press once, let go, and keep the hands off "
              "until this step is over");
}

bool learn_depth(const struct learn *learn, double full_mm, struct profile *profile)
{
    const struct learn_column *column;
    enum link_reason reason = learn_reason(learn, profile->time, &column);
    if (reason != LINK_REASON_NONE) {
        return fail_press(reason, column);
    }
    bool rises = trip_length(&column->up) > trip_length(&column->down);
    double mm = named_mm(column) > 0 ? named_mm(column) : full_mm / swing(column);
    str_copy(profile->depth, sizeof profile->depth, column->name);
    profile->rest = column->rest;
    profile->mm_per_unit = rises ? mm : -mm;
    profile->point_count = 0; /* a curve taught before is no more */
    profile->curve.count = 0;
    return true;
}

/* ---- several presses ---- */

static void keep_press(struct learn *learn)
{
    for (size_t i = 0; i < learn->count; i++) {
        struct learn_column *column = &learn->columns[i];
        bool rises = trip_length(&column->up) > trip_length(&column->down);
        double far = was_pressed(column) ? swing(column) : 0;
        column->far[learn->presses] = rises ? far : -far;
    }
    learn->presses++;
}

void learn_press_again(struct learn *learn)
{
    keep_press(learn);
    learn_press(learn);
}

/* By how much each press goes further than the one before. `*at` is the first that does
 * not do so clearly. */
static enum link_reason order_of(const struct learn_column *column, size_t count,
                                 size_t *at)
{
    double clear = clear_swing * noise(column);
    double sign = column->far[count - 1] < 0 ? -1 : 1;
    for (size_t i = 1; i < count; i++) {
        double further = sign * (column->far[i] - column->far[i - 1]);
        *at = i;
        if (further < -clear) {
            return LINK_REASON_ORDER;
        }
        if (further <= clear) {
            bool is_noisy = further > same_swing * noise(column) ||
                            clear > noisy_share * sign * column->far[count - 1];
            return is_noisy ? LINK_REASON_NOISY : LINK_REASON_SAME;
        }
    }
    return sign * column->far[0] > 0 ? LINK_REASON_NONE : LINK_REASON_ORDER;
}

/* The best of those that went further each time. */
static const struct learn_column *ordered_column(const struct learn *learn,
                                                 const char *time, size_t count)
{
    const struct learn_column *best = NULL;
    size_t at = 0;
    for (size_t i = 0; i < learn->count; i++) {
        const struct learn_column *column = &learn->columns[i];
        if (can_be_depth(column, time) && was_pressed(column) &&
            order_of(column, count, &at) == LINK_REASON_NONE &&
            (!best || rank(column) > rank(best))) {
            best = column;
        }
    }
    return best;
}

static bool fail_order(enum link_reason reason, const double *depths_mm, size_t at)
{
    const char *cure =
        reason == LINK_REASON_ORDER ? "press the depths in the order that is shown"
        : reason == LINK_REASON_SAME
            ? "see that both were pressed home; if they were, the sensor is at its end: "
              "teach it less deep, or mount it otherwise"
            : "the reading jumps by more than that at rest: look at the sensor's wires";
    return err_set("%g mm reads %s %g mm; %s, and begin again", depths_mm[at],
                   reason == LINK_REASON_ORDER ? "less than" : "about the same as",
                   depths_mm[at - 1], cure);
}

/* The unit in its name is right, or nearly. */
static bool keeps_unit(const struct learn_column *column, const double *depths_mm,
                       size_t count)
{
    double mm = named_mm(column);
    for (size_t i = 0; i < count; i++) {
        double off_mm = fabs(column->far[i]) * mm - depths_mm[i];
        if (!(fabs(off_mm) <= unit_mm + column->step * mm)) {
            return false;
        }
    }
    return mm > 0;
}

bool learn_depths(struct learn *learn, const double *depths_mm, size_t count,
                  struct profile *profile, enum link_reason *reason)
{
    const struct learn_column *column;
    *reason = learn_reason(learn, profile->time, &column);
    if (count < 2 || !column ||
        (*reason != LINK_REASON_NONE && *reason != LINK_REASON_SHALLOW)) {
        return learn_depth(learn, depths_mm[count - 1], profile);
    }
    size_t at = 0;
    keep_press(learn);
    const struct learn_column *ordered = ordered_column(learn, profile->time, count);
    if (!ordered) {
        *reason = order_of(column, count, &at);
        return fail_order(*reason, depths_mm, at);
    }
    *reason = LINK_REASON_NONE;
    str_copy(profile->depth, sizeof profile->depth, ordered->name);
    profile->rest = ordered->rest;
    profile->point_count = 0;
    profile->curve.count = 0;
    if (keeps_unit(ordered, depths_mm, count)) {
        profile->mm_per_unit = copysign(named_mm(ordered), ordered->far[0]);
        return true;
    }
    struct depth_point points[LEARN_DEPTHS];
    for (size_t i = 0; i < count; i++) {
        points[i] = (struct depth_point){ordered->rest + ordered->far[i], depths_mm[i]};
    }
    return profile_bend(profile, points, count);
}
