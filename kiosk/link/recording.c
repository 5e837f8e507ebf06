/* SPDX-License-Identifier: MIT */
#include "link/recording.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/number.h"
#include "link/recording_internal.h"

enum {
    CAUSE_MAX = 256,
    HZ_MAX = 100000,    /* no sensor is faster */
    SAME_TIMES_MAX = 4, /* rows: a clock that shows too little */
};

/* Within it a double holds every microsecond, so rounding a stamp is exact. */
static const double TIME_LIMIT_US = 0x1p51;

static const char *const mode_names[CPR_MODE_COUNT] = {
    [CPR_COMPRESSION_ONLY] = "compression-only",
    [CPR_30_2] = "30:2",
};

bool recording_fail(struct recording *recording)
{
    const struct recording_text *text = &recording->text;
    recording->failed = true;
    return err_prefix("%s:%ld", recording->path, text->line > 0 ? text->line : 1);
}

__attribute__((format(printf, 2, 3))) static bool fail(struct recording *recording,
                                                       const char *format, ...)
{
    char cause[CAUSE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(cause, sizeof cause, format, args);
    va_end(args);
    err_set("%s", cause);
    return recording_fail(recording);
}

static bool read_window(struct recording *recording, char *text)
{
    double start_s = (double)NAN;
    double end_s = (double)NAN;
    char *second = strchr(text, ' ');
    if (second) {
        *second++ = '\0';
        second = recording_trim(second);
    }
    if (!second || !str_to_double(text, &start_s) || !str_to_double(second, &end_s) ||
        !(start_s <= end_s) || !(fabs(start_s) < TIME_LIMIT_US / 1e6) ||
        !(end_s < TIME_LIMIT_US / 1e6)) {
        return fail(recording, "window_s is not a start and an end in seconds; write for "
                               "example: # window_s: 0.840 30.840");
    }
    recording->info.has_window = true;
    recording->info.window_start_us = llround(start_s * 1e6);
    recording->info.window_end_us = llround(end_s * 1e6);
    return true;
}

static bool read_mode(struct recording *recording, const char *text)
{
    struct recording_info *info = &recording->info;
    info->has_mode = recording_mode_of(text, &info->mode);
    return info->has_mode ||
           fail(recording, "the mode is \"%.40s\"; write compression-only or 30:2", text);
}

static bool read_judged(struct recording *recording, const char *text)
{
    bool is_part = str_equal(text, "pressed part");
    recording->info.pressed_part = is_part;
    return is_part || str_equal(text, "all") ||
           fail(recording, "what is judged is \"%.40s\"; write all or pressed part",
                text);
}

/* "model=uno-pot serial=A-0042 ...": too long a name is cut, an unknown word skipped. */
static void read_manikin(struct recording_manikin *manikin, char *text)
{
    double hz = 0;
    for (char *rest = text; rest;) {
        char *key = strsep(&rest, " ");
        char *value = strchr(key, '=');
        if (!value) {
            continue;
        }
        *value++ = '\0';
        if (str_equal(key, "model")) {
            str_copy(manikin->model, sizeof manikin->model, value);
        } else if (str_equal(key, "serial")) {
            str_copy(manikin->serial, sizeof manikin->serial, value);
        } else if (str_equal(key, "firmware")) {
            str_copy(manikin->firmware, sizeof manikin->firmware, value);
        } else if (str_equal(key, "calibration")) {
            str_copy(manikin->calibration, sizeof manikin->calibration, value);
        } else if (str_equal(key, "hz") && str_to_double(value, &hz) && hz >= 0 &&
                   hz <= HZ_MAX) {
            manikin->hz = (int)hz;
        }
    }
}

/* "not_calibrated ...": a word of another version is read over. */
static uint32_t read_doubts(char *text)
{
    uint32_t doubts = 0;
    for (char *rest = text; rest;) {
        doubts |= cpr_trust_of(strsep(&rest, " "));
    }
    return doubts;
}

/* `text` stands after the '#'. Comments that are not ours say nothing to us. True with a
 * fault in `*fault` when it is one. */
static bool read_comment(struct recording *recording, char *text, struct fault *fault)
{
    struct recording_info *info = &recording->info;
    text = recording_trim(text);
    char *value = strchr(text, ':');
    if (!value) {
        return false;
    }
    *value++ = '\0';
    value = recording_trim(value);
    if (str_equal(text, "fault")) {
        return fault_read(fault, value);
    }
    if (str_equal(text, "window_s")) {
        read_window(recording, value);
    } else if (str_equal(text, "mode")) {
        read_mode(recording, value);
    } else if (str_equal(text, "judged")) {
        read_judged(recording, value);
    } else if (str_equal(text, "manikin")) {
        read_manikin(&info->manikin, value);
    } else if (str_equal(text, "doubts")) {
        info->doubts |= read_doubts(value);
    } else if (str_equal(text, "guideline") &&
               !str_copy(info->guideline, sizeof info->guideline, value)) {
        fail(recording,
             "the guideline's name is longer than %d bytes; name one of "
             "scripts/guidelines",
             CPR_NAME_MAX - 1);
    }
    return false;
}

enum recording_item recording_next_line(struct recording *recording, struct fault *fault)
{
    struct recording_text *text = &recording->text;
    while (!recording->failed) {
        enum recording_line line = recording_text_next(text);
        if (line == RECORDING_LINE_BAD) {
            recording_fail(recording);
        }
        if (line != RECORDING_LINE) {
            return RECORDING_END;
        }
        char *row = text->row + strspn(text->row, " \t");
        if (*row == '\0') {
            continue;
        }
        if (*row != '#') {
            return RECORDING_SAMPLE;
        }
        if (recording->column_count == 0) {
            str_copy(recording->comment, sizeof recording->comment, row + 1);
        }
        if (read_comment(recording, row + 1, fault)) {
            return RECORDING_FAULT;
        }
    }
    return RECORDING_END;
}

struct recording *recording_open(const char *path)
{
    return recording_open_columns(path, &(struct recording_columns){0});
}

struct recording *recording_open_columns(const char *path,
                                         const struct recording_columns *names)
{
    struct recording *recording = calloc(1, sizeof *recording);
    assert(recording);
    recording->names = *names;
    recording->path = strdup(path);
    assert(recording->path);
    recording->last_us = INT64_MIN;
    encoding_init(&recording->encoding);
    if (!recording_text_open(&recording->text, path)) {
        err_prefix("%s", path);
        recording->failed = true;
    } else {
        recording_read_header(recording);
    }
    if (recording->failed) {
        recording_close(recording);
        return NULL;
    }
    return recording;
}

const char *recording_mode_name(enum cpr_mode mode)
{
    return mode_names[mode];
}

bool recording_mode_of(const char *name, enum cpr_mode *mode)
{
    for (int i = 0; i < CPR_MODE_COUNT; i++) {
        if (str_equal(name, mode_names[i])) {
            *mode = (enum cpr_mode)i;
            return true;
        }
    }
    return false;
}

void recording_info(const struct recording *recording, struct recording_info *info)
{
    *info = recording->info;
}

/* ---- a row ---- */

static bool read_clock(struct recording *recording, const struct recording_column *column,
                       const char *field, int64_t *t_us)
{
    struct recording_clock clock;
    if (!recording_clock_read(field, &clock)) {
        return fail(recording,
                    "%s is \"%.40s\", no time of day as in the rows above; write it as "
                    "10:23:45.123",
                    column->name, field);
    }
    int64_t step_us = 0;
    if (recording->last_us != INT64_MIN) {
        step_us = recording_clock_since(&clock, &recording->last_clock);
        *t_us = recording->last_us + step_us;
    } else {
        *t_us = 0;
    }
    recording->last_clock = clock;
    return step_us >= 0 ||
           fail(recording, "the time goes back to \"%.40s\"; sort the rows by time",
                field);
}

/* A unit behind the number says more than the header. */
static double scale_of(const struct recording_column *column, const char *rest)
{
    double unit = *rest ? recording_unit(column->kind, rest) : 0;
    return unit > 0 ? unit : column->scale;
}

static bool read_number(struct recording *recording,
                        const struct recording_column *column, const char *field,
                        double *value)
{
    const char *rest = "";
    if (!recording_number(column->name, field, column->mark, value, &rest)) {
        return recording_fail(recording);
    }
    double scale = scale_of(column, rest);
    if (*rest && recording_unit(column->kind, rest) <= 0) {
        return fail(recording, "%s is \"%.40s\", no number; write it as 52.3",
                    column->name, field);
    }
    *value *= scale > 0 ? scale : 1;
    return true;
}

static bool read_ticks(struct recording *recording, const struct recording_column *column,
                       const char *field, int64_t *t_us)
{
    double us = 0;
    if (!read_number(recording, column, field, &us)) {
        return false;
    }
    if (!(fabs(us) < TIME_LIMIT_US)) {
        return fail(recording,
                    "%s is %.40s, beyond 70 years; count the time from the start of the "
                    "recording",
                    column->name, field);
    }
    *t_us = llround(us);
    return *t_us >= recording->last_us ||
           fail(recording,
                "the time goes back from %.3f ms to %.3f ms; sort the rows by time",
                (double)recording->last_us / 1e3, (double)*t_us / 1e3);
}

static bool read_time(struct recording *recording, const struct recording_column *column,
                      const char *field, struct cpr_sample *sample)
{
    if (!(recording->is_clock ? read_clock(recording, column, field, &sample->t_us)
                              : read_ticks(recording, column, field, &sample->t_us))) {
        return false;
    }
    recording->same_times =
        sample->t_us == recording->last_us ? recording->same_times + 1 : 1;
    recording->last_us = sample->t_us;
    return recording->same_times <= SAME_TIMES_MAX ||
           fail(recording,
                "the time is \"%.40s\" in %d rows; export it with thousandths of a "
                "second, such as 10:23:45.123 (in a spreadsheet: format hh:mm:ss.000)",
                field, recording->same_times);
}

/* hands and lost are whole numbers of a small range. */
static bool read_count(struct recording *recording, const struct recording_column *column,
                       const char *field, double most, double *value)
{
    if (!read_number(recording, column, field, value)) {
        return false;
    }
    if (*value >= 0 && *value <= most && *value == floor(*value)) {
        return true;
    }
    return fail(recording, "%s is %g; write a whole number from 0 to %.0f", column->name,
                *value, most);
}

static bool read_field(struct recording *recording, const struct recording_column *column,
                       const char *field, struct cpr_sample *sample)
{
    double value = 0;
    if (*field == '\0') {
        return (column->kind != RECORDING_TIME && column->kind != RECORDING_DEPTH) ||
               fail(recording, "%s is empty; give every row its %s, or leave the row out",
                    column->name, column->name);
    }
    switch (column->kind) {
    case RECORDING_NONE: return true;
    case RECORDING_TIME: return read_time(recording, column, field, sample);
    case RECORDING_DEPTH: return read_number(recording, column, field, &sample->depth_mm);
    case RECORDING_FORCE: return read_number(recording, column, field, &sample->force_n);
    case RECORDING_VOLUME:
        return read_number(recording, column, field, &sample->volume_ml);
    case RECORDING_HANDS:
        if (!read_count(recording, column, field, CPR_HANDS_TOO_LOW, &value)) {
            return false;
        }
        sample->hands = (enum cpr_hands)value;
        return true;
    case RECORDING_LOST:
        if (!read_count(recording, column, field, UINT32_MAX, &value)) {
            return false;
        }
        sample->lost = (uint32_t)value;
        return true;
    }
    return true;
}

/* A depth that the sensor did not give: nothing, "nan", "--", or a sheet's "#N/A". Under
 * our own name it is a mistake: the row would have been left out. */
static bool is_missing(const struct recording_column *column, const char *field)
{
    const char *at = field;
    return column->kind == RECORDING_DEPTH && !column->is_ours &&
           (*field == '\0' || *field == '#' || number_take_missing(&at, ""));
}

enum row { ROW_SAMPLE, ROW_NONE, ROW_BAD };

/* Rows of nothing but separators are passed over; those without a depth are counted as
 * lost before the next. */
static enum row read_row(struct recording *recording, struct cpr_sample *sample)
{
    char *fields[RECORDING_COLUMNS_MAX];
    size_t count = recording_split_row(recording, fields);
    if (count == 0) {
        return ROW_NONE;
    }
    if (count != recording->column_count) {
        fail(recording,
             "has %zu fields where the header names %zu; give every row as many as the "
             "header",
             count, recording->column_count);
        return ROW_BAD;
    }
    bool has_depth = true;
    *sample = (struct cpr_sample){.force_n = (double)NAN,
                                  .volume_ml = (double)NAN,
                                  .hands = CPR_HANDS_NOT_MEASURED};
    for (size_t i = 0; i < count; i++) {
        const struct recording_column *column = &recording->columns[i];
        if (is_missing(column, fields[i])) {
            has_depth = false;
        } else if (!read_field(recording, column, fields[i], sample)) {
            return ROW_BAD;
        }
    }
    recording->rows++;
    if (!has_depth) {
        recording->missing += 1 + sample->lost;
        return ROW_NONE;
    }
    sample->lost += recording->missing;
    recording->missing = 0;
    recording->samples++;
    return ROW_SAMPLE;
}

enum recording_item recording_read(struct recording *recording, struct cpr_sample *sample,
                                   struct fault *fault)
{
    for (;;) {
        enum recording_item item = recording_next_line(recording, fault);
        enum row row =
            item == RECORDING_SAMPLE ? read_row(recording, sample) : ROW_SAMPLE;
        if (row == ROW_BAD) {
            return RECORDING_END;
        }
        if (row == ROW_NONE) {
            continue;
        }
        if (item == RECORDING_END && !recording->failed && recording->rows > 0 &&
            recording->samples == 0) {
            fail(recording, "no row has a depth; choose another column with --depth");
        }
        return item;
    }
}

bool recording_next(struct recording *recording, struct cpr_sample *sample)
{
    struct fault fault;
    enum recording_item item = RECORDING_FAULT;
    while (item == RECORDING_FAULT) {
        item = recording_read(recording, sample, &fault);
    }
    return item == RECORDING_SAMPLE;
}

bool recording_failed(const struct recording *recording)
{
    return recording->failed;
}

void recording_close(struct recording *recording)
{
    if (!recording) {
        return;
    }
    recording_text_close(&recording->text);
    encoding_end(&recording->encoding);
    free(recording->path);
    free(recording);
}
