/* SPDX-License-Identifier: MIT */
#include "link/recording.h"

#include <assert.h>
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/recording_column.h"

enum {
    ROW_MAX = 1024, /* bytes of a line; a longer one is not a recording */
    COLUMNS_MAX = 32,
    CAUSE_MAX = 256,
    HZ_MAX = 100000, /* no sensor is faster */
};

/* Within it a double holds every microsecond, so rounding a stamp is exact. */
static const double TIME_LIMIT_US = 0x1p51;

/* Spreadsheets put it before their UTF-8. */
static const char byte_order_mark[] = "\xEF\xBB\xBF";

static const char *const mode_names[CPR_MODE_COUNT] = {
    [CPR_COMPRESSION_ONLY] = "compression-only",
    [CPR_30_2] = "30:2",
};

struct recording {
    FILE *file;
    char *path;
    locale_t plain; /* numbers have a point, whatever the user's language */
    long line;
    const struct column_name *columns[COLUMNS_MAX]; /* NULL: read over */
    size_t column_count;
    struct recording_info info;
    struct recording_columns names;
    int64_t last_us;
    bool failed;
    char row[ROW_MAX];
};

__attribute__((format(printf, 2, 3))) static bool fail(struct recording *recording,
                                                       const char *format, ...)
{
    char cause[CAUSE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(cause, sizeof cause, format, args);
    va_end(args);
    recording->failed = true;
    return err_set("%s:%ld: %s", recording->path,
                   recording->line > 0 ? recording->line : 1, cause);
}

/* The next line without its end into `row`. False at the end of the file, or failed. */
static bool next_line(struct recording *recording)
{
    size_t length = 0;
    int byte = getc_unlocked(recording->file);
    if (byte == EOF && !ferror(recording->file)) {
        return false;
    }
    recording->line++;
    for (; byte != EOF && byte != '\n'; byte = getc_unlocked(recording->file)) {
        if (byte == '\0') {
            return fail(recording, "holds a zero byte; this is not a text file, choose a "
                                   "recording in CSV");
        }
        if (length + 1 == sizeof recording->row) {
            return fail(recording,
                        "is longer than %d bytes; choose a recording in CSV, a sample "
                        "a line",
                        ROW_MAX - 1);
        }
        recording->row[length++] = (char)byte;
    }
    if (ferror(recording->file)) {
        return fail(recording, "cannot be read: %s; check the disk or copy the file anew",
                    strerror(errno));
    }
    if (length > 0 && recording->row[length - 1] == '\r') {
        length--;
    }
    recording->row[length] = '\0';
    if (recording->line == 1 && str_starts(recording->row, byte_order_mark)) {
        size_t mark = strlen(byte_order_mark);
        memmove(recording->row, recording->row + mark, length + 1 - mark);
    }
    return true;
}

/* Cuts blanks off both ends, and the quotes some spreadsheets put around a field. */
static char *trim(char *text)
{
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) {
        length--;
    }
    if (length >= 2 && text[0] == '"' && text[length - 1] == '"') {
        text++;
        length -= 2;
    }
    text[length] = '\0';
    return text;
}

/* Splits `row` at its commas; how many fields there are may be more than `max`. */
static size_t split(char *row, char **fields, size_t max)
{
    size_t count = 0;
    for (char *rest = row; rest;) {
        char *field = strsep(&rest, ",");
        if (count < max) {
            fields[count] = trim(field);
        }
        count++;
    }
    return count;
}

static bool read_window(struct recording *recording, char *text)
{
    double start_s = (double)NAN;
    double end_s = (double)NAN;
    char *second = strchr(text, ' ');
    if (second) {
        *second++ = '\0';
        second = trim(second);
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
    text = trim(text);
    char *value = strchr(text, ':');
    if (!value) {
        return false;
    }
    *value++ = '\0';
    value = trim(value);
    if (str_equal(text, "fault")) {
        return fault_read(fault, value);
    }
    if (str_equal(text, "window_s")) {
        read_window(recording, value);
    } else if (str_equal(text, "mode")) {
        read_mode(recording, value);
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

/* The next line that is a row, into `row`, or a fault. */
static enum recording_item next_item(struct recording *recording, struct fault *fault)
{
    while (!recording->failed && next_line(recording)) {
        char *text = recording->row + strspn(recording->row, " \t");
        if (*text == '\0') {
            continue;
        }
        if (*text != '#') {
            return RECORDING_SAMPLE;
        }
        if (read_comment(recording, text + 1, fault)) {
            return RECORDING_FAULT;
        }
    }
    return RECORDING_END;
}

static bool read_header(struct recording *recording)
{
    char *fields[COLUMNS_MAX];
    unsigned seen = 0;
    struct fault before; /* there is no sample yet for it to stand behind */
    enum recording_item item = RECORDING_FAULT;
    while (item == RECORDING_FAULT) {
        item = next_item(recording, &before);
    }
    if (item == RECORDING_END) {
        return recording->failed ||
               fail(recording, "holds no header; its first line must name the columns, "
                               "for example t_ms,depth_mm");
    }
    recording->column_count = split(recording->row, fields, COLUMNS_MAX);
    if (recording->column_count > COLUMNS_MAX) {
        return fail(recording, "names %zu columns; keep at most %d",
                    recording->column_count, COLUMNS_MAX);
    }
    for (size_t i = 0; i < recording->column_count; i++) {
        const struct column_name *column = recording_column(&recording->names, fields[i]);
        recording->columns[i] = column;
        if (column && (seen & 1u << column->column)) {
            return fail(recording, "%s stands twice in the header%s; keep one",
                        column->column == COLUMN_TIME ? "the time" : column->name,
                        column->column == COLUMN_TIME ? " (t_ms, t_s, t_us)" : "");
        }
        seen |= column ? 1u << column->column : 0;
    }
    const struct recording_columns *names = &recording->names;
    if (names->time && !(seen & 1u << COLUMN_TIME)) {
        return fail(recording, "no column \"%.40s\" in the header", names->time);
    }
    if (names->depth && !(seen & 1u << COLUMN_DEPTH)) {
        return fail(recording, "no column \"%.40s\" in the header", names->depth);
    }
    if (!(seen & 1u << COLUMN_TIME)) {
        return fail(recording, "no time in the header; name a column t_ms, t_s or t_us");
    }
    if (!(seen & 1u << COLUMN_DEPTH)) {
        return fail(recording, "no depth in the header; name a column depth_mm");
    }
    return true;
}

struct recording *recording_open(const char *path)
{
    return recording_open_columns(path, &(struct recording_columns){0});
}

struct recording *recording_open_columns(const char *path,
                                         const struct recording_columns *names)
{
    FILE *file = fopen(path, "rbe");
    if (!file) {
        err_set("%s: cannot be opened: %s; check the name", path, strerror(errno));
        return NULL;
    }
    struct recording *recording = calloc(1, sizeof *recording);
    assert(recording);
    recording->file = file;
    recording->names = *names;
    recording->path = strdup(path);
    recording->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    assert(recording->path && recording->plain);
    recording->last_us = INT64_MIN;
    locale_t outer = uselocale(recording->plain);
    read_header(recording);
    uselocale(outer);
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

static bool read_time(struct recording *recording, const struct column_name *column,
                      double value, struct cpr_sample *sample)
{
    double t_us = value * column->scale;
    if (!(fabs(t_us) < TIME_LIMIT_US)) {
        return fail(recording,
                    "%s is %g, beyond 70 years; count the time from the start "
                    "of the recording",
                    column->name, value);
    }
    sample->t_us = llround(t_us);
    if (sample->t_us < recording->last_us) {
        return fail(recording,
                    "the time goes back from %.3f ms to %.3f ms; sort the rows "
                    "by time",
                    (double)recording->last_us / 1e3, (double)sample->t_us / 1e3);
    }
    recording->last_us = sample->t_us;
    return true;
}

/* hands and lost are whole numbers of a small range. */
static bool read_count(struct recording *recording, const struct column_name *column,
                       double value, double most)
{
    if (value >= 0 && value <= most && value == floor(value)) {
        return true;
    }
    return fail(recording, "%s is %g; write a whole number from 0 to %.0f", column->name,
                value, most);
}

static bool read_field(struct recording *recording, const struct column_name *column,
                       const char *field, struct cpr_sample *sample)
{
    double value = 0;
    bool needed = column->column == COLUMN_TIME || column->column == COLUMN_DEPTH;
    if (*field == '\0') {
        return !needed || fail(recording,
                               "%s is empty; give every row its %s, or leave "
                               "the row out",
                               column->name, column->name);
    }
    if (!str_to_double(field, &value)) {
        return fail(recording, "%s is \"%.40s\", no number; write it as 52.3",
                    column->name, field);
    }
    switch (column->column) {
    case COLUMN_TIME: return read_time(recording, column, value, sample);
    case COLUMN_DEPTH:
        sample->depth_mm = column->scale > 0 ? value * column->scale : value;
        return true;
    case COLUMN_FORCE: sample->force_n = value; return true;
    case COLUMN_VOLUME: sample->volume_ml = value; return true;
    case COLUMN_HANDS:
        if (!read_count(recording, column, value, CPR_HANDS_TOO_LOW)) {
            return false;
        }
        sample->hands = (enum cpr_hands)value;
        return true;
    case COLUMN_LOST:
        if (!read_count(recording, column, value, UINT32_MAX)) {
            return false;
        }
        sample->lost = (uint32_t)value;
        return true;
    }
    return true;
}

static bool read_row(struct recording *recording, struct cpr_sample *sample)
{
    char *fields[COLUMNS_MAX];
    size_t count = split(recording->row, fields, COLUMNS_MAX);
    if (count != recording->column_count) {
        return fail(recording,
                    "has %zu fields where the header names %zu; give every row "
                    "as many as the header",
                    count, recording->column_count);
    }
    *sample = (struct cpr_sample){.force_n = (double)NAN,
                                  .volume_ml = (double)NAN,
                                  .hands = CPR_HANDS_NOT_MEASURED};
    for (size_t i = 0; i < count; i++) {
        const struct column_name *column = recording->columns[i];
        if (column && !read_field(recording, column, fields[i], sample)) {
            return false;
        }
    }
    return true;
}

enum recording_item recording_read(struct recording *recording, struct cpr_sample *sample,
                                   struct fault *fault)
{
    locale_t outer = uselocale(recording->plain);
    enum recording_item item = next_item(recording, fault);
    if (item == RECORDING_SAMPLE && !read_row(recording, sample)) {
        item = RECORDING_END;
    }
    uselocale(outer);
    return item;
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
    fclose(recording->file);
    freelocale(recording->plain);
    free(recording->path);
    free(recording);
}
