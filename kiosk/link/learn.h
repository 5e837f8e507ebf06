/* SPDX-License-Identifier: MIT */
/*
 * learn: finds out what third-party lines mean, by watching them.
 *
 * 1. The shape: that of most of the first 20 lines with numbers.
 * 2. The time: a column that never falls and rises as evenly as a clock. Its unit is the
 *    one that fits the lines' arrival; where that is not known its name or its step.
 * 3. The wizard of two steps. Hands off: mean and noise of every column. Press once, all
 *    the way down, and let go: depth is a column that went away from rest, to one side
 *    only, and came back. Its swing must be clear (6 times its noise, where noise is at
 *    least what rounding makes: so a touch pad or a rate that jumps is none). Of several,
 *    a name that says depth or distance goes first, one that says force, rate or air
 *    last; then a swing of 10 times the noise is as good as any, and the first wins.
 *    A sensor that is not straight is pressed several times, to known depths, one deeper
 *    than the other: depth is then a column that went further each time, by 6 times its
 *    noise.
 *
 * Pure: no clock, no I/O, no malloc.
 */
#ifndef KIOSK_LINK_LEARN_H
#define KIOSK_LINK_LEARN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/column.h"
#include "link/profile.h"
#include "link/reason.h"
#include "link/shape.h"

enum {
    LEARN_LINES = 20,   /* lines with numbers before the shape is decided */
    LEARN_COLUMNS = 24, /* names kept; further ones are read over */
    LEARN_REST_LINES = 8,
    LEARN_DEPTHS = 3, /* presses of one teaching, at most */
};

/* A way from rest to one side: the readings about its far end, and how many. */
struct learn_trip {
    double sum;
    uint32_t count;
    double farthest;
};

struct learn_column {
    char name[SHAPE_NAME_MAX];
    struct column_meaning meaning;
    uint32_t count;
    double last, low, high;
    double next_low, next_high; /* the nearest to those that is another number */
    double step; /* the smallest one seen: what the number is rounded to, at least */
    uint32_t rises, falls, even_rises;
    double risen, even_risen; /* sums of the rises, and of the even ones */
    double usual;             /* rise; 0 none yet */
    uint32_t ones;            /* rises of exactly 1 */
    int64_t first_us, last_us;
    uint32_t rest_count;
    double rest, rest_squares, rest_low, rest_high;
    struct learn_trip up, down;
    double far[LEARN_DEPTHS]; /* from rest, of each press that is over; 0: it was none */
    bool is_back;             /* from the press, since */
    int64_t back_us;
};

enum learn_step { LEARN_WATCHING, LEARN_RESTING, LEARN_PRESSING };

struct learn {
    uint32_t shapes[SHAPE_COUNT]; /* lines of each since the vote began */
    uint32_t good, bad;           /* lines with and without sense since then */
    bool is_mixed;                /* the last vote had no clear winner */
    bool is_decided;
    enum shape shape; /* the winner; before that, the one ahead */
    enum learn_step step;
    char first[SHAPE_NAME_MAX]; /* the first name in the line before */
    size_t presses;             /* of the wizard that are over */
    bool is_other_line;         /* the one now begins otherwise: lines take turns */
    bool is_invalid;            /* the present line: its readings do not count */
    size_t count;               /* of the columns */
    struct learn_column columns[LEARN_COLUMNS];
};

void learn_init(struct learn *learn);

/* A line with numbers that came at `now_us`; negative: not known (a file). */
void learn_add(struct learn *learn, const struct shape_line *line, int64_t now_us);

/* A line that is nothing of all this. Words and comments are not told. */
void learn_bad(struct learn *learn);

/* False (err_text() says why) before it is decided. */
bool learn_shape(const struct learn *learn, enum shape *shape);

/* Enough lines, and a second of arrivals where those are known, to look for the time. */
bool learn_can_tell_time(const struct learn *learn);

/* The column with the time; NULL when the lines carry none. */
const struct learn_column *learn_time(const struct learn *learn, double *us_per_tick);

/* Whether it rises as evenly as a clock, and its name does not say otherwise. */
bool learn_is_clock(const struct learn_column *column);

/* The column whose name has a unit of length; NULL when none has. */
const struct learn_column *learn_named(const struct learn *learn);

/*
 * What the name of a column says for its being depth: 2 depth or distance, 1 nothing, 0
 * something else, -1 it is none (`time` or a count). `time` is "" where there is none.
 */
int learn_name_rank(const struct learn_column *column, const char *time);

/* ---- the wizard (learn_press.c) ---- */

/* A reading of the present step. */
void learn_take_rest(struct learn_column *column, double value);
void learn_take_press(struct learn_column *column, double value, int64_t now_us);

/* From now on hands are off the chest. */
void learn_rest(struct learn *learn);
bool learn_has_rest(const struct learn *learn);

/* From now on the chest is pressed once. */
void learn_press(struct learn *learn);

/* Whether a clear press has been over for `still_us`; `time` is not a depth ("" none). */
bool learn_pressed(const struct learn *learn, const char *time, int64_t now_us,
                   int64_t still_us);

/*
 * Fills depth, rest and mm_per_unit of `profile`, whose time column is known. `full_mm`
 * is how deep the press was; a column in millimetres or centimetres by its name keeps
 * that unit. False (err_text() says why, for the person who pressed) when no column fits.
 */
bool learn_depth(const struct learn *learn, double full_mm, struct profile *profile);

/* The press is over; another one comes, deeper. */
void learn_press_again(struct learn *learn);

/*
 * The same for a chest that was pressed `count` times, the last of them now, to these
 * depths, the least deep first; 1 is learn_depth(). A column with a unit by name keeps it
 * where that is as deep as it was told, within 3 mm and what it is rounded to; else
 * `profile` gets a curve. `*reason` is why it is false.
 */
bool learn_depths(struct learn *learn, const double *depths_mm, size_t count,
                  struct profile *profile, enum link_reason *reason);

/* Why learn_depth() is false; LINK_REASON_NONE where it is true. `*column` tells: the
 * pressed one, or else the one that moved most; NULL none. */
enum link_reason learn_reason(const struct learn *learn, const char *time,
                              const struct learn_column **column);

/*
 * While the chest is pressed: how far it is down, of the farthest yet, 0 to 1; 0 as long
 * as nothing has moved clearly. `time` is not a depth ("" none).
 */
double learn_away(const struct learn *learn, const char *time);

/*
 * The least and the greatest reading, but for a code such as 8190 or -1 for "nothing
 * seen": one number, however often, further off than all the others are wide.
 */
void learn_ends(const struct learn_column *column, double *low, double *high);

#endif
