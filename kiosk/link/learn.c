/* SPDX-License-Identifier: MIT */
#include "link/learn.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

enum {
    NOISE_LINES = 40, /* so many lines without sense, most of all: a new vote */
};

static const double clear_swing = 6;   /* times the noise: it moved */
static const double good_swing = 10;   /* ... and needs no better */
static const double sure_swing = 50;   /* a press is on its way, not over */
static const double both_sides = 0.35; /* of the swing to the other side: no depth */
static const double back_share = 0.2;  /* of the swing left: it came back */
static const double rest_share = 0.25; /* of the swing, before it: hands were on */
static const double idle_share = 0.8;  /* of the scatter at rest: not pressed */
static const double least_mm = 20;     /* a press of less is not a full one */

void learn_init(struct learn *learn)
{
    *learn = (struct learn){.shape = SHAPE_NONE};
}

/* ---- the vote ---- */

static void begin_vote(struct learn *learn)
{
    memset(learn->shapes, 0, sizeof learn->shapes);
    learn->good = 0;
    learn->bad = 0;
}

static void end_vote(struct learn *learn)
{
    uint32_t most = learn->shapes[learn->shape];
    learn->is_decided = 3 * most >= 2 * learn->good && learn->bad <= learn->good;
    learn->is_mixed = 3 * most < 2 * learn->good;
    if (!learn->is_decided) {
        begin_vote(learn);
    }
}

/* What has been seen of the columns belongs to the shape that is ahead. */
static void vote(struct learn *learn, enum shape shape)
{
    learn->good++;
    learn->shapes[shape]++;
    if (learn->shape == SHAPE_NONE ||
        learn->shapes[shape] > learn->shapes[learn->shape]) {
        learn->count = shape == learn->shape ? learn->count : 0;
        learn->shape = shape;
    }
    if (learn->good == LEARN_LINES) {
        end_vote(learn);
    }
}

void learn_bad(struct learn *learn)
{
    if (!learn->is_decided && ++learn->bad >= NOISE_LINES && learn->bad > learn->good) {
        begin_vote(learn);
    }
}

bool learn_shape(const struct learn *learn, enum shape *shape)
{
    if (learn->is_decided) {
        *shape = learn->shape;
        return true;
    }
    if (learn->is_mixed) {
        return err_set("lines of several kinds come mixed; let the manikin print one "
                       "kind only");
    }
    if (learn->good == 0) {
        return err_set("no line with numbers has come");
    }
    return err_set("only %u lines with numbers have come, %d are needed", learn->good,
                   LEARN_LINES);
}

/* ---- what each number does ---- */

static struct learn_column *find_column(struct learn *learn, const char *name)
{
    for (size_t i = 0; i < learn->count; i++) {
        if (learn->columns[i].name[0] == name[0] &&
            str_equal(learn->columns[i].name, name)) {
            return &learn->columns[i];
        }
    }
    if (learn->count == LEARN_COLUMNS) {
        return NULL;
    }
    struct learn_column *column = &learn->columns[learn->count++];
    *column = (struct learn_column){.meaning = column_meaning(name)};
    str_copy(column->name, sizeof column->name, name);
    return column;
}

/* One damaged number must not spoil what a rise usually is: it moves it by half. */
static void watch_rise(struct learn_column *column, double step)
{
    double usual = column->usual > 0 ? column->usual : step;
    bool is_even = step >= usual / 2 && step <= usual * 2;
    column->usual = usual + fmin(step - usual, 4 * usual) / 8;
    column->even_rises += is_even;
    column->even_risen += is_even ? step : 0;
    column->rises++;
    column->risen += step;
    column->ones += step == 1;
}

static void watch_steps(struct learn_column *column, double value)
{
    double step = value - column->last;
    if (step > 0) {
        watch_rise(column, step);
    } else if (step < 0) {
        column->falls++;
    }
    step = fabs(step);
    if (step > 0 && (column->step == 0 || step < column->step)) {
        column->step = step;
    }
}

static void take_rest(struct learn_column *column, double value)
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

static void take_press(struct learn_column *column, double value, int64_t now_us)
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

/* Several lines a moment, each with the time: one of them tells it. */
static bool is_told_again(const struct learn *learn, const struct learn_column *column,
                          double value)
{
    return learn->is_other_line && column->meaning.role == COLUMN_TIME &&
           column->count > 0 && value == column->last;
}

static void take_ends(struct learn_column *column, double value)
{
    if (value > column->high) {
        column->next_high = column->high;
        column->high = value;
    } else if (value < column->high) {
        column->next_high = fmax(column->next_high, value);
    }
    if (value < column->low) {
        column->next_low = column->low;
        column->low = value;
    } else if (value > column->low) {
        column->next_low = fmin(column->next_low, value);
    }
}

static void add_value(struct learn *learn, const struct shape_field *field,
                      int64_t now_us)
{
    struct learn_column *column = find_column(learn, field->name);
    if (!column || is_told_again(learn, column, field->value) ||
        (learn->is_invalid && column->meaning.role != COLUMN_TIME)) {
        return;
    }
    if (column->count == 0) {
        column->first_us = now_us;
        column->low = column->high = field->value;
        column->next_low = (double)INFINITY;
        column->next_high = (double)-INFINITY;
    } else {
        watch_steps(column, field->value);
        take_ends(column, field->value);
    }
    column->count++;
    column->last = field->value;
    column->last_us = now_us;
    if (learn->step == LEARN_RESTING) {
        take_rest(column, field->value);
    } else if (learn->step == LEARN_PRESSING) {
        take_press(column, field->value, now_us);
    }
}

void learn_add(struct learn *learn, const struct shape_line *line, int64_t now_us)
{
    if (!learn->is_decided) {
        vote(learn, line->shape);
    }
    if (line->shape != learn->shape) {
        return;
    }
    learn->is_invalid = line->is_invalid;
    const char *first = line->fields[0].name;
    learn->is_other_line = !str_equal(learn->first, first);
    if (learn->is_other_line) {
        str_copy(learn->first, sizeof learn->first, first);
    }
    for (size_t i = 0; i < line->count; i++) {
        add_value(learn, &line->fields[i], now_us);
    }
}

/* ---- the depth ---- */

/* A clock does not go to and fro: "t" may be anything. */
static bool is_letter_for_other(const struct learn_column *column)
{
    return column->name[1] == '\0' && column->meaning.role == COLUMN_TIME &&
           8 * column->falls > column->rises;
}

int learn_name_rank(const struct learn_column *column, const char *time)
{
    if (is_letter_for_other(column)) {
        return 1;
    }
    switch (str_equal(column->name, time) ? COLUMN_TIME : column->meaning.role) {
    case COLUMN_TIME:
    case COLUMN_COUNT: return -1;
    case COLUMN_FORCE:
    case COLUMN_OTHER: return 0;
    case COLUMN_UNNAMED: return column->meaning.mm > 0 ? 2 : 1;
    case COLUMN_DEPTH:
    case COLUMN_DISTANCE: break;
    }
    return 2;
}

static bool can_be_depth(const struct learn_column *column, const char *time)
{
    return learn_name_rank(column, time) >= 0;
}

static bool is_in_inches(const struct learn_column *column)
{
    return column->meaning.mm == COLUMN_INCH_MM;
}

/* Of two the metric one, for the other is often rounded to whole inches. */
static bool is_better_named(const struct learn_column *column,
                            const struct learn_column *best)
{
    return !best || (is_in_inches(best) && !is_in_inches(column)) ||
           (best->meaning.role == COLUMN_UNNAMED &&
            is_in_inches(best) == is_in_inches(column));
}

const struct learn_column *learn_named(const struct learn *learn)
{
    const struct learn_column *best = NULL;
    for (size_t i = 0; i < learn->count; i++) {
        const struct learn_column *column = &learn->columns[i];
        bool length = column->meaning.mm > 0 && learn_name_rank(column, "") == 2;
        if (length && is_better_named(column, best)) {
            best = column;
        }
    }
    return best;
}

void learn_rest(struct learn *learn)
{
    learn->step = LEARN_RESTING;
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
    return true;
}
