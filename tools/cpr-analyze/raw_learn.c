/* SPDX-License-Identifier: MIT */
/*
 * Which manikin a captured stream is of, which of its numbers is depth, and where the
 * chest rests (link/rest.h says how that is found).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/rest.h"
#include "raw.h"

enum { NARROWER_MAX = 6, LISTED_MAX = 4 };

/* How far a column's readings may end from those given, as a share of the way between. */
static const double fit_max = 0.6;
static const double both_sides = 0.35;   /* of the swing, to the other side: no depth */
static const double moving_share = 0.05; /* of the lines: a touch pad changes in fewer */
static const double like_mm_least = 20;  /* so far a chest goes, and a sensor sees */
static const double like_mm_most = 90;
static const double leaned_mm_most = 30; /* from what is called depth, at the highest */

/* ---- which manikin ---- */

static void hear(struct raw *raw)
{
    struct wire_message message;
    struct shape_line line;
    enum wire_kind kind = wire_parse(raw->line, raw->splitter.length, &message);
    if (kind > WIRE_BROKEN && kind != WIRE_COMMAND) {
        raw->is_ours = true;
        return;
    }
    enum shape shape = raw->text ? memo_read(&raw->memo, raw->text, &line) : SHAPE_NONE;
    talk_hear(&raw->talk, raw->text, shape, -1);
    if (shape == SHAPE_NONE) {
        learn_bad(&raw->learn);
    } else if (shape < SHAPE_COUNT && raw->lines > 1) {
        learn_add(&raw->learn, &line, -1);
    }
}

static bool fail_with_words(const struct raw *raw)
{
    const struct talk *talk = &raw->talk;
    char numbers[32] = "no";
    if (talk->numbers > 0) {
        str_format(numbers, sizeof numbers, "only %u", talk->numbers);
    }
    return err_set(
        "%s: its lines are words such as \"%s\" and %s numbers; where they say "
        "that the sensor sees nothing look at its wires, else let the manikin "
        "print how deep the chest is",
        raw->path, talk->word, numbers);
}

/* What came instead, what was looked for, and what to do next. */
static bool fail_without_shape(const struct raw *raw)
{
    const struct talk *talk = &raw->talk;
    unsigned lines = talk->noise + talk->words + talk->unknown + talk->numbers;
    if (raw->lines == 0 && ftell(raw->file) > 0) {
        return err_set("%s: no line with numbers has come, for its bytes have no line "
                       "ends; end each reading with one, as println does, and look at "
                       "the baud rate",
                       raw->path);
    }
    switch (talk_kind(talk)) {
    case TALK_WORDS: return fail_with_words(raw);
    case TALK_UNKNOWN:
        return err_set(
            "%s: %u of its %u lines are not understood, such as \"%s\": looked "
            "for numbers alone, between commas, semicolons, blanks or brackets, "
            "or behind names (\"depth: 46.2 mm\", \"t=12 depth=46.2\", JSON); "
            "let the manikin print one of these, kiosk/link/MANIKINS.md shows "
            "all",
            raw->path, talk->unknown, lines, talk->strange);
    case TALK_NOISE:
        return err_set(
            "%s: no line with numbers has come, and %u of its %u lines are not "
            "text; look at the cable and the baud rate",
            raw->path, talk->noise, lines);
    case TALK_NOTHING:
        return err_set("%s: no line with numbers has come, nor any other; look at the "
                       "cable and the baud rate",
                       raw->path);
    case TALK_FEW:
    case TALK_SLOW: break;
    }
    return raw->learn.is_mixed
               ? err_prefix("%s", raw->path)
               : err_set(
                     "%s: only %u lines with numbers have come, %d are needed, such as "
                     "\"%s\"; capture for longer",
                     raw->path, talk->numbers, LEARN_LINES, talk->number);
}

static bool listen(struct raw *raw)
{
    enum shape shape;
    learn_init(&raw->learn);
    talk_begin(&raw->talk);
    while (!raw->is_ours && raw_next_line(raw)) {
        hear(raw);
    }
    if (raw->is_ours) {
        return true;
    }
    talk_skip(&raw->talk, raw->splitter.skipped);
    if (!learn_shape(&raw->learn, &shape)) {
        return fail_without_shape(raw);
    }
    profile_init(&raw->profile, shape);
    const struct learn_column *time = learn_time(&raw->learn, &raw->profile.us_per_tick);
    bool is_timed = time && raw_is_clock(raw, time);
    str_copy(raw->profile.time, sizeof raw->profile.time, is_timed ? time->name : "");
    return true;
}

/* ---- what a column does ---- */

/* A chest goes up as often as down; counts and clocks go one way. */
static bool goes_to_and_fro(const struct learn_column *column)
{
    double rises = column->rises;
    double falls = column->falls;
    return fmin(rises, falls) >= fmax(rises, falls) / 8 && rises + falls > 0;
}

static bool can_be_depth(const struct raw *raw, const struct learn_column *column)
{
    return learn_name_rank(column, raw->profile.time) >= 0 && goes_to_and_fro(column);
}

struct swing {
    enum rest_side side;
    double rest;      /* the reading of a free chest */
    bool was_still;   /* ... that it kept for a while */
    double out, back; /* how far it goes to the pressed side, and to the other */
};

static enum rest_side hint_of(const struct learn_column *column)
{
    switch (column->meaning.role) {
    case COLUMN_DISTANCE: return REST_ABOVE;
    case COLUMN_DEPTH: return REST_BELOW;
    case COLUMN_UNNAMED:
    case COLUMN_TIME:
    case COLUMN_COUNT:
    case COLUMN_FORCE:
    case COLUMN_OTHER: break;
    }
    return REST_SIDE_UNKNOWN;
}

/* The side that the readings given tell. */
static enum rest_side side_given(const struct raw_options *options,
                                 const struct rest *rest)
{
    const struct depth_point *full = raw_full(options);
    if (!full) {
        return REST_SIDE_UNKNOWN;
    }
    double other = options->has_rest ? options->rest : (rest->low + rest->high) / 2;
    return full->reading > other ? REST_BELOW : REST_ABOVE;
}

static bool read_readings(struct raw *raw, struct rest *rest)
{
    struct raw_kept *kept = &raw->kept;
    double reading = 0;
    bool all = true;
    if (!raw_rewind(raw)) {
        return false;
    }
    kept->column[0] = '\0';
    kept->count = 0;
    while (raw_next_line(raw)) {
        if (raw_reading(raw, &reading)) {
            rest_add(rest, raw->now_us, reading);
            all = all && raw_keep(kept, raw->now_us, reading);
        }
    }
    kept->end_us = raw->now_us;
    if (all) {
        str_copy(kept->column, sizeof kept->column, raw->profile.depth);
    }
    return true;
}

static bool count_readings(struct raw *raw, struct rest *rest)
{
    const struct raw_kept *kept = &raw->kept;
    if (kept->column[0] && str_equal(kept->column, raw->profile.depth)) {
        for (size_t i = 0; i < kept->count; i++) {
            rest_add(rest, kept->readings[i].t_us, kept->readings[i].value);
        }
    } else if (!read_readings(raw, rest)) {
        return false;
    }
    rest_end(rest);
    raw->lines_a_reading = (double)raw->lines / fmax(1, (double)rest->count);
    raw->readings_a_second =
        kept->end_us > 0 ? (double)(rest->count - 1) * 1e6 / (double)kept->end_us : 0;
    return true;
}

/* raw->profile.depth is the column watched last. */
static bool watch(struct raw *raw, const struct learn_column *column, struct swing *swing)
{
    double low = 0, high = 0;
    learn_ends(column, &low, &high);
    struct rest *rest = malloc(sizeof *rest);
    if (!rest) {
        return err_set("memory is out; end other programs");
    }
    bool found = true;
    str_copy(raw->profile.depth, sizeof raw->profile.depth, column->name);
    raw->byte_us = raw_byte_us(raw, column);
    for (int pass = 0; found && pass < NARROWER_MAX; pass++) {
        rest_init(rest, low, high, column->step);
        found = count_readings(raw, rest);
        if (!rest_is_narrow(rest, &low, &high)) {
            break;
        }
    }
    if (found) {
        swing->side = side_given(raw->options, rest);
        found = rest_find(rest, hint_of(column), &swing->side, &swing->rest) ||
                err_set("%s: no reading of column %s could be used; look into the file",
                        raw->path, column->name);
    }
    if (found) {
        swing->was_still = rest_was_still(rest);
        swing->rest = raw->options->has_rest ? raw->options->rest : swing->rest;
        bool rises = swing->side == REST_BELOW;
        rest_reach(rest, swing->rest, rises ? &swing->back : &swing->out,
                   rises ? &swing->out : &swing->back);
    }
    free(rest);
    return found;
}

static bool is_one_sided(const struct swing *swing)
{
    return swing->back <= both_sides * swing->out;
}

/* ---- which column ---- */

/* How badly a column's ends fit the readings given; small is good. */
static double misfit(const struct raw_options *options, const struct learn_column *column)
{
    double least = 0, most = 0;
    learn_ends(column, &least, &most);
    double span = most - least;
    double full = raw_full(options)->reading;
    if (!options->has_rest) {
        double off = fmin(fabs(full - least), fabs(full - most));
        return span > 0 ? off / span : (double)INFINITY;
    }
    double low = fmin(options->rest, full);
    double high = fmax(options->rest, full);
    return (fabs(least - low) + fabs(most - high)) / (high - low);
}

/*
 * The best of those that fit; where no rest reading was given many may, and as everywhere
 * the first of them wins.
 */
static const struct learn_column *fitting_column(const struct raw *raw)
{
    const struct learn_column *best = NULL;
    int best_rank = 0;
    double best_misfit = fit_max;
    for (size_t i = 0; i < raw->learn.count; i++) {
        const struct learn_column *column = &raw->learn.columns[i];
        int rank = learn_name_rank(column, raw->profile.time);
        double off = misfit(raw->options, column);
        bool better = !best || rank > best_rank ||
                      (raw->options->has_rest && rank == best_rank && off < best_misfit);
        if (can_be_depth(raw, column) && off <= fit_max && better) {
            best = column;
            best_rank = rank;
            best_misfit = off;
        }
    }
    return best;
}

/* The first that moves in many lines; one called depth or distance goes before. */
static const struct learn_column *moving_column(const struct raw *raw)
{
    const struct learn_column *best = NULL;
    int best_rank = 0;
    for (size_t i = 0; i < raw->learn.count; i++) {
        const struct learn_column *column = &raw->learn.columns[i];
        int rank = learn_name_rank(column, raw->profile.time);
        bool moves = column->rises + column->falls >= moving_share * column->count;
        if (can_be_depth(raw, column) && moves && rank > best_rank) {
            best = column;
            best_rank = rank;
        }
    }
    return best;
}

/*
 * No name has a unit: the number that moves is taken for millimetres when it swings as
 * far as a chest does in those. Raw readings and centimetres do not.
 */
static void take_for_mm(struct raw *raw)
{
    struct swing swing;
    const struct learn_column *column = moving_column(raw);
    if (column && watch(raw, column, &swing) && is_one_sided(&swing) &&
        swing.out >= like_mm_least && swing.out <= like_mm_most) {
        raw->depth = column;
        raw->mm = 1;
        raw->is_taken_for_mm = true;
    }
}

/* "column 6 reads 5 to 11, column 8 reads 0 to 600": what could be depth, how many. */
static int list_columns(struct raw *raw, struct str *text)
{
    int listed = 0;
    int possible = 0;
    for (size_t i = 0; i < raw->learn.count && listed < LISTED_MAX; i++) {
        const struct learn_column *column = &raw->learn.columns[i];
        struct swing swing;
        if (can_be_depth(raw, column) && watch(raw, column, &swing)) {
            bool fits = is_one_sided(&swing);
            str_add(text, "%scolumn %s reads %g to %g%s", listed ? ", " : "",
                    column->name, column->low, column->high,
                    fits ? "" : " on both sides of rest, as acceleration does");
            listed++;
            possible += fits;
        }
    }
    return possible;
}

static bool fail_without_depth(const struct raw *raw)
{
    if (talk_kind(&raw->talk) == TALK_WORDS) {
        return fail_with_words(raw);
    }
    return err_set("%s: no number in its %s lines goes from rest to one side and back, "
                   "as depth does; let the manikin print how deep the chest is",
                   raw->path, shape_name(raw->profile.shape));
}

static bool fail_without_fit(struct raw *raw)
{
    struct str text = {0};
    if (list_columns(raw, &text) == 0) {
        str_free(&text);
        return fail_without_depth(raw);
    }
    err_set("%s: no column of its %s lines goes to --full %g%s: %s; give the readings of "
            "one of them",
            raw->path, shape_name(raw->profile.shape), raw_full(raw->options)->reading,
            raw->options->has_rest ? " from --rest" : "", text.text);
    str_free(&text);
    return false;
}

static bool choose_column(struct raw *raw)
{
    if (raw_full(raw->options)) {
        raw->depth = fitting_column(raw);
        return raw->depth || fail_without_fit(raw);
    }
    raw->depth = learn_named(&raw->learn);
    if (raw->depth) {
        raw->mm = raw->depth->meaning.mm;
    } else {
        take_for_mm(raw);
    }
    return true; /* a missing scale is told with what else is missing */
}

/* All that the command must add, in one sentence. */
static bool check_given(struct raw *raw)
{
    struct str text = {0};
    struct str columns = {0};
    bool timeless = !raw->profile.time[0] && !(raw->options->hz > 0);
    bool unscaled = !raw->depth;
    if (unscaled && list_columns(raw, &columns) == 0) {
        str_free(&columns);
        return fail_without_depth(raw);
    }
    str_add(&text, "its %s lines carry ", shape_name(raw->profile.shape));
    if (timeless) {
        str_add(&text, "no time: add --hz N, how many readings came a second");
    }
    if (unscaled) {
        str_add(&text,
                "%sno depth in mm (%s): add --rest V --full V --full-mm MM, the readings "
                "with hands off and pressed all the way down, and how deep that is",
                timeless ? "; and " : "", columns.text);
    }
    if (timeless || unscaled) {
        err_set("%s: %s", raw->path, text.text);
    }
    str_free(&columns);
    str_free(&text);
    return !timeless && !unscaled;
}

/* ---- the scale ---- */

static bool check_one_sided(const struct raw *raw, const struct swing *swing)
{
    return is_one_sided(swing) ||
           err_set("%s: column %s goes %.4g to one side of %g, where the chest rests, "
                   "and %.4g to the other; depth does not, give the readings of another "
                   "column",
                   raw->path, raw->depth->name, swing->out, swing->rest, swing->back);
}

/* The hash shape does so; and where it was never let go, what is called depth: readings
 * that come up to 12 mm only are then a chest leaned on, not a sensor 12 mm off. */
static bool is_zero_at_rest(const struct raw *raw, const struct swing *swing)
{
    double least_mm = swing->rest * raw->mm;
    return raw->profile.shape == SHAPE_HASH ||
           (raw->depth->meaning.role == COLUMN_DEPTH && swing->side == REST_BELOW &&
            !swing->was_still && least_mm > 0 && least_mm <= leaned_mm_most);
}

static bool set_scale(struct raw *raw)
{
    const struct raw_options *options = raw->options;
    struct profile *profile = &raw->profile;
    struct swing swing;
    if (!watch(raw, raw->depth, &swing) || !check_one_sided(raw, &swing)) {
        return false;
    }
    profile->rest = swing.rest;
    const struct depth_point *full = raw_full(options);
    if (!options->has_rest && !full && is_zero_at_rest(raw, &swing)) {
        profile->rest = 0;
    } else {
        raw->is_rest_taken = !options->has_rest && !swing.was_still;
    }
    if (options->full_count > 1) {
        return profile_bend(profile, options->full, options->full_count) ||
               err_prefix("%s: --full", raw->path);
    }
    profile->mm_per_unit = full ? full->depth_mm / (full->reading - profile->rest)
                           : swing.side == REST_BELOW ? raw->mm
                                                      : -raw->mm;
    return isfinite(profile->mm_per_unit) ||
           err_set("%s: --full %g is where the chest rests; give the reading when it is "
                   "pressed",
                   raw->path, full->reading);
}

/* A line a push, or a little more: no curve can be made of that. */
static bool check_pace(const struct raw *raw)
{
    const struct learn *learn = &raw->learn;
    double hz = raw->options->hz;
    for (size_t i = 0; i < learn->count; i++) {
        const struct learn_column *column = &learn->columns[i];
        if (str_equal(column->name, raw->profile.time) && column->risen > 0) {
            hz = column->even_rises * 1e6 /
                 (column->even_risen * raw->profile.us_per_tick);
        }
    }
    return !(hz > 0 && hz < TALK_SLOW_HZ) ||
           err_set("%s: only %.2g readings a second have come, about one a push, such as "
                   "\"%s\": that can be read once and is of no use for depth; let the "
                   "manikin print every reading, 50 a second",
                   raw->path, hz, raw->talk.number);
}

bool raw_learn(struct raw *raw)
{
    return listen(raw) && (raw->is_ours || (check_pace(raw) && choose_column(raw) &&
                                            check_given(raw) && set_scale(raw)));
}
