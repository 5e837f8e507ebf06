/* SPDX-License-Identifier: MIT */
/*
 * Which line names the columns, and what the first rows say of them: the decimal mark, a
 * row of units, whether the time is a time of day, the unit of a time that names none.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/plain.h"
#include "link/recording_internal.h"

enum {
    PREAMBLE_MAX = 50, /* lines that other programs write before their header */
    ROWS_MAX = 300,    /* looked at */
    SENTENCE_MAX = 512,
};

/* Steps of readings are 1/3000 s to 0.5 s, so that their unit is known by their size. */
static const double step_s_most = 0.4;
static const double step_ms_most = 500;

/* `row` as UTF-8 with plain marks: itself, or in recording->plain. */
static char *plain_row(struct recording *recording, char *row)
{
    size_t length = strlen(row);
    bool is_ascii = true;
    for (const char *at = row; *at && is_ascii; at++) {
        is_ascii = (unsigned char)*at < 0x80;
    }
    if (is_ascii) {
        return row;
    }
    const char *decoded = encoding_text(&recording->encoding, row, &length);
    const char *text =
        plain_text(decoded ? decoded : row, recording->plain, sizeof recording->plain);
    if (text != recording->plain) {
        str_copy(recording->plain, sizeof recording->plain, text);
    }
    return recording->plain;
}

/* Whether none of the columns from `count` on is ours: a row may leave them out. */
static bool may_end_at(const struct recording *recording, size_t count)
{
    while (count < recording->column_count &&
           recording->columns[count].kind == RECORDING_NONE) {
        count++;
    }
    return count == recording->column_count;
}

size_t recording_split_row(struct recording *recording, char **fields)
{
    char *row = plain_row(recording, recording->text.row);
    char *end = row + strlen(row);
    size_t count =
        recording_split(row, recording->separator, fields, RECORDING_COLUMNS_MAX);
    size_t filled = count < RECORDING_COLUMNS_MAX ? count : RECORDING_COLUMNS_MAX;
    while (filled > 0 && *fields[filled - 1] == '\0') {
        filled--;
    }
    bool is_spare = count > recording->column_count && count <= RECORDING_COLUMNS_MAX &&
                    filled <= recording->column_count;
    if (filled > 0 && count < recording->column_count && may_end_at(recording, count)) {
        while (count < recording->column_count) {
            fields[count++] = end;
        }
    }
    return filled == 0 ? 0 : is_spare ? recording->column_count : count;
}

/* ---- the header ---- */

static enum recording_header try_header(struct recording *recording, char *row,
                                        size_t *fields_found)
{
    char *fields[RECORDING_COLUMNS_MAX];
    char *text = plain_row(recording, row);
    char separator = recording_separator(text);
    size_t count = recording_split(text, separator, fields, RECORDING_COLUMNS_MAX);
    *fields_found = count;
    if (count > RECORDING_COLUMNS_MAX) {
        err_set("names %zu columns; keep at most %d", count, RECORDING_COLUMNS_MAX);
        return RECORDING_HEADER_UNCLEAR;
    }
    enum recording_header found =
        recording_find_columns(fields, count, &recording->names, recording->columns);
    if (found == RECORDING_HEADER) {
        recording->separator = separator;
        recording->column_count = count;
    }
    return found;
}

static bool begins_with_digit(const char *row)
{
    row += strspn(row, " \t\"+-");
    return *row >= '0' && *row <= '9';
}

/* Columns named behind a '#', as NumPy writes them, before a first row of numbers. */
static bool try_comment(struct recording *recording, struct recording_place row)
{
    size_t count;
    if (!recording->comment[0] || !begins_with_digit(recording->text.row) ||
        try_header(recording, recording->comment, &count) != RECORDING_HEADER) {
        return false; /* the row itself is tried next, and sets the sentence */
    }
    recording_text_back(&recording->text, row);
    return true;
}

/* The line with the most fields is most likely the header that is not understood. */
struct best {
    size_t fields;
    long line;
    char sentence[SENTENCE_MAX];
};

static bool find_header(struct recording *recording)
{
    struct best best = {0};
    struct recording_text *text = &recording->text;
    for (int tries = 0; tries < PREAMBLE_MAX; tries++) {
        struct fault before; /* there is no sample yet for it to stand behind */
        struct recording_place place;
        enum recording_item item = RECORDING_FAULT;
        bool may_go_back = true;
        while (item == RECORDING_FAULT) {
            /* From the line on, not from the comments before it. */
            may_go_back = recording_text_in_head(text);
            place = recording_text_place(text);
            item = recording_next_line(recording, &before);
        }
        if (item == RECORDING_END) {
            break;
        }
        if (tries == 0 && may_go_back && try_comment(recording, place)) {
            return true;
        }
        size_t fields = 0;
        enum recording_header found = try_header(recording, text->row, &fields);
        if (found == RECORDING_HEADER) {
            err_clear(); /* of the lines before */
            return true;
        }
        if (found == RECORDING_HEADER_UNCLEAR) {
            return recording_fail(recording);
        }
        if (fields > best.fields) {
            best.fields = fields;
            best.line = text->line;
            str_copy(best.sentence, sizeof best.sentence, err_text());
        }
        if (tries == 0 && begins_with_digit(text->row)) {
            break;
        }
    }
    if (recording->failed) {
        return false;
    }
    if (best.fields == 0) {
        err_set("holds no header; its first line must name the columns, for example "
                "t_ms,depth_mm");
        return recording_fail(recording);
    }
    text->line = best.line;
    err_set("%s", best.sentence);
    return recording_fail(recording);
}

/* ---- the first rows ---- */

static size_t column_of(const struct recording *recording, enum recording_kind kind)
{
    size_t at = 0;
    while (recording->columns[at].kind != kind) {
        at++;
    }
    return at;
}

/* The next row that is whole in the head. False where there is none. */
static bool next_in_head(struct recording *recording, char **fields)
{
    struct recording_text *text = &recording->text;
    while (recording_text_in_head(text)) {
        enum recording_line line = recording_text_next(text);
        if (line != RECORDING_LINE) {
            return false; /* told when the rows are read */
        }
        const char *row = text->row + strspn(text->row, " \t");
        if (*row && *row != '#' &&
            recording_split_row(recording, fields) == recording->column_count) {
            return true;
        }
    }
    return false;
}

static bool is_reading(const char *field)
{
    struct recording_clock clock;
    double value;
    return recording_is_number(field, RECORDING_POINT, &value) ||
           recording_is_number(field, RECORDING_COMMA, &value) ||
           recording_clock_read(field, &clock);
}

/* A row of units below the names: "(s)", "mm", "hh:mm:ss". It is taken, and read no
 * more. */
static void take_units(struct recording *recording)
{
    static const enum recording_kind kinds[] = {RECORDING_TIME, RECORDING_DEPTH};

    char *fields[RECORDING_COLUMNS_MAX];
    double units[2] = {0};
    struct recording_place begin = recording_text_place(&recording->text);
    bool is_units = next_in_head(recording, fields);
    for (size_t i = 0; i < 2 && is_units; i++) {
        const char *field = fields[column_of(recording, kinds[i])];
        units[i] = recording_unit(kinds[i], field);
        is_units = !is_reading(field);
    }
    if (!is_units || (units[0] <= 0 && units[1] <= 0)) {
        recording_text_back(&recording->text, begin);
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        struct recording_column *column =
            &recording->columns[column_of(recording, kinds[i])];
        column->scale = units[i] > 0 ? units[i] : column->scale;
    }
}

/* Where one column may be either, the others know the language of the sheet. */
static void share_marks(struct recording *recording, const struct recording_marks *marks)
{
    struct recording_marks all = {0};
    for (size_t i = 0; i < recording->column_count; i++) {
        all.points += marks[i].points;
        all.commas += marks[i].commas;
    }
    for (size_t i = 0; i < recording->column_count; i++) {
        struct recording_column *column = &recording->columns[i];
        if (column->mark == RECORDING_MARK_UNSURE && all.points + all.commas > 0) {
            column->mark = recording_mark_of(&all, recording->separator);
        }
    }
}

static void take_marks(struct recording *recording)
{
    char *fields[RECORDING_COLUMNS_MAX];
    struct recording_marks marks[RECORDING_COLUMNS_MAX] = {0};
    size_t time = column_of(recording, RECORDING_TIME);
    for (int rows = 0; rows < ROWS_MAX && next_in_head(recording, fields); rows++) {
        struct recording_clock clock;
        if (rows == 0) {
            recording->is_clock = recording_clock_read(fields[time], &clock);
        }
        for (size_t i = 0; i < recording->column_count; i++) {
            bool is_number = recording->columns[i].kind != RECORDING_NONE &&
                             !(i == time && recording->is_clock);
            if (is_number) {
                recording_marks_see(&marks[i], fields[i]);
            }
        }
    }
    for (size_t i = 0; i < recording->column_count; i++) {
        recording->columns[i].mark = recording_mark_of(&marks[i], recording->separator);
    }
    share_marks(recording, marks);
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

/* The unit of a time whose name has none. Milliseconds where there are no steps. */
static void take_tick(struct recording *recording)
{
    char *fields[RECORDING_COLUMNS_MAX];
    double steps[ROWS_MAX];
    size_t count = 0;
    double last = (double)INFINITY;
    size_t at = column_of(recording, RECORDING_TIME);
    struct recording_column *time = &recording->columns[at];
    for (int rows = 0; rows < ROWS_MAX && next_in_head(recording, fields); rows++) {
        double value = 0;
        if (recording_is_number(fields[at], time->mark, &value)) {
            if (value > last) {
                steps[count++] = value - last;
            }
            last = value;
        }
    }
    qsort(steps, count, sizeof *steps, by_size);
    double step = count > 0 ? steps[count / 2] : 1;
    time->scale = step <= step_s_most ? 1e6 : step <= step_ms_most ? 1e3 : 1;
    recording->is_tick_taken = true;
}

bool recording_read_header(struct recording *recording)
{
    if (!find_header(recording)) {
        return false;
    }
    take_units(recording);
    struct recording_place begin = recording_text_place(&recording->text);
    take_marks(recording);
    recording_text_back(&recording->text, begin);
    const struct recording_column *time =
        &recording->columns[column_of(recording, RECORDING_TIME)];
    if (!recording->is_clock && time->scale <= 0) {
        take_tick(recording);
        recording_text_back(&recording->text, begin);
    }
    return true;
}

/* ---- what was found, in words ---- */

struct unit_name {
    double scale;
    const char *name;
};

static const char *unit_of(enum recording_kind kind, double scale)
{
    static const struct unit_name times[] = {{1, "us"}, {1e3, "ms"}, {1e6, "s"}};
    static const struct unit_name lengths[] = {
        {1, "mm"}, {10, "cm"}, {1e3, "m"}, {1e-3, "um"}};
    const struct unit_name *names = kind == RECORDING_TIME ? times : lengths;
    size_t count = kind == RECORDING_TIME ? sizeof times / sizeof *times
                                          : sizeof lengths / sizeof *lengths;
    for (size_t i = 0; i < count; i++) {
        if (fabs(names[i].scale / scale - 1) < 0.01) {
            return names[i].name;
        }
    }
    return "inches";
}

void recording_found(const struct recording *recording, struct str *text)
{
    const struct recording_column *time =
        &recording->columns[column_of(recording, RECORDING_TIME)];
    const struct recording_column *depth =
        &recording->columns[column_of(recording, RECORDING_DEPTH)];
    if (time->is_ours && depth->is_ours && !recording->is_clock) {
        return;
    }
    str_add(text, "time is \"%s\"", time->name);
    if (recording->is_clock) {
        str_add(text, ", a time of day, counted from the first row");
    } else {
        str_add(text, " in %s%s", unit_of(RECORDING_TIME, time->scale),
                recording->is_tick_taken ? " (by its steps; its name has no unit)" : "");
    }
    str_add(text, "; depth is \"%s\" in %s", depth->name,
            unit_of(RECORDING_DEPTH, depth->scale > 0 ? depth->scale : 1));
    if (depth->scale <= 0) {
        str_add(text, " (its name has no unit)");
    }
}
