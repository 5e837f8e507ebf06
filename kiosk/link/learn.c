/* SPDX-License-Identifier: MIT */
#include "link/learn.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

enum {
    NOISE_LINES = 40, /* so many lines without sense, most of all: a new vote */
};

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

/* Most often the one that was there in the lines before. */
static struct learn_column *find_column(struct learn *learn, size_t likely,
                                        const char *name)
{
    if (likely < learn->count && str_equal(learn->columns[likely].name, name)) {
        return &learn->columns[likely];
    }
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

static void add_value(struct learn *learn, size_t likely, const struct shape_field *field,
                      int64_t now_us)
{
    struct learn_column *column = find_column(learn, likely, field->name);
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
        learn_take_rest(column, field->value);
    } else if (learn->step == LEARN_PRESSING) {
        learn_take_press(column, field->value, now_us);
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
        add_value(learn, i, &line->fields[i], now_us);
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
