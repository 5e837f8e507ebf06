/* SPDX-License-Identifier: MIT */
#include "raw.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/no_reading.h"

enum { SECOND_US = 1000000, GAP_US = 10000, BITS = 10 };

/* Stamps that run further ahead are those of a manikin that began anew. */
static const double leap_us = 600.0 * SECOND_US;
static const double baud_share = 0.025; /* a chip's real rate is off by so much */

const struct depth_point *raw_full(const struct raw_options *options)
{
    const struct depth_point *deepest = NULL;
    for (size_t i = 0; i < options->full_count; i++) {
        if (!deepest || options->full[i].depth_mm > deepest->depth_mm) {
            deepest = &options->full[i];
        }
    }
    return deepest;
}

/* ---- lines ---- */

bool raw_rewind(struct raw *raw)
{
    if (fseek(raw->file, 0, SEEK_SET) != 0) {
        return err_set("%s: cannot be read twice; capture it into a file first",
                       raw->path);
    }
    raw->at = 0;
    raw->end = 0;
    raw->lines = 0;
    raw->bytes = 0;
    raw->timed_at = 0;
    raw->now_us = 0;
    raw->left_us = 0;
    raw->has_wire_stamp = false;
    raw->stamp = (struct stamp){0};
    raw->is_held = false;
    raw->held_length = 0;
    raw->is_left = false;
    wire_line_init(&raw->splitter, raw->line, sizeof raw->line);
    return true;
}

/* What stands behind the last line end is half a line. */
bool raw_next_line(struct raw *raw)
{
    for (;;) {
        while (raw->at < raw->end) {
            size_t fed = wire_line_feed_many(&raw->splitter, raw->chunk + raw->at,
                                             raw->end - raw->at);
            raw->bytes += fed;
            raw->at += fed;
            if (raw->splitter.ended) {
                raw->lines++;
                raw->length = raw->splitter.length;
                raw->text = encoding_text(&raw->encoding, raw->line, &raw->length);
                return true;
            }
        }
        raw->end = fread(raw->chunk, 1, sizeof raw->chunk, raw->file);
        raw->at = 0;
        if (raw->end == 0) {
            return false;
        }
    }
}

/* ---- time ---- */

/* Forward by what a stamp says; a fall, or a leap, is a manikin that began anew. */
static void pass(struct raw *raw, double step_us)
{
    bool sound = step_us >= 0 && step_us <= leap_us;
    raw->now_us += sound ? llround(step_us) : GAP_US;
}

/* By --hz, evenly; by the bytes where the cable was always full. The part of a
 * microsecond that is left over is taken next time. */
static void pass_by_pace(struct raw *raw)
{
    double bytes_us = raw->byte_us * (double)(raw->bytes - raw->timed_at);
    double step_us = raw->byte_us > 0 ? bytes_us : SECOND_US / raw->options->hz;
    raw->timed_at = raw->bytes;
    step_us += raw->left_us;
    pass(raw, step_us);
    raw->left_us = step_us - round(step_us);
}

/*
 * A sketch that waits for nothing prints as fast as its UART sends: "9" takes half as
 * long as "1000", and even steps would make a pause of 4 s one of 6 s. Whether it did is
 * told by the bytes a second, ten bits each: dividers of 16 MHz miss a rate by 2.1 %. A
 * step of whole milliseconds is one of delay(), and fits a rate by chance.
 */
static bool is_delay(double hz)
{
    double ms = 1000 / hz;
    return ms > 0.5 && fabs(ms - round(ms)) < 0.005;
}

double raw_byte_us(const struct raw *raw, const struct learn_column *column)
{
    static const double bauds[] = {2400,  4800,   9600,   19200,  38400,
                                   57600, 115200, 230400, 250000, 500000};
    double hz = raw->options->hz;
    if (!(hz > 0) || is_delay(hz) || column->count == 0 || raw->profile.time[0]) {
        return 0;
    }
    double bytes = (double)raw->bytes / column->count; /* a reading */
    for (size_t i = 0; i < sizeof bauds / sizeof *bauds; i++) {
        if (fabs(bytes * BITS * hz / bauds[i] - 1) < baud_share) {
            return SECOND_US / hz / bytes;
        }
    }
    return 0;
}

/* False when the stamp cannot be believed. */
static bool pass_by_stamp(struct raw *raw, double ticks)
{
    int64_t step_us = 0;
    enum stamp_said said = stamp_next(&raw->stamp, ticks, raw->profile.us_per_tick,
                                      STAMP_NOT_WAITED, &step_us);
    raw->now_us += said == STAMP_NEXT ? step_us : said == STAMP_ANEW ? GAP_US : 0;
    raw->is_held = said == STAMP_HELD;
    return !raw->is_held;
}

/* It stands where a reading was due. */
static void pass_a_word(struct raw *raw)
{
    if (raw->profile.time[0]) {
        stamp_missed(&raw->stamp);
    } else {
        pass_by_pace(raw);
    }
}

/* The first line may be half of one. */
static bool is_whole(const struct raw *raw)
{
    return raw->lines > 1 && raw->text;
}

bool raw_reading(struct raw *raw, double *reading)
{
    struct shape_line *line = &raw->read;
    double stamp = 0;
    if (!is_whole(raw)) {
        return false;
    }
    enum shape shape = memo_read(&raw->memo, raw->text, line);
    bool is_missing = (shape == SHAPE_WORDS || shape == raw->profile.shape) &&
                      no_reading_of(line, raw->text, raw->profile.depth);
    if (is_missing) {
        pass_a_word(raw);
    }
    if (shape != raw->profile.shape) {
        return false;
    }
    if (raw->profile.time[0] && shape_find(line, raw->profile.time, &stamp) &&
        !pass_by_stamp(raw, stamp)) {
        return false;
    }
    if (is_missing || !shape_find(line, raw->profile.depth, reading)) {
        return false;
    }
    if (!raw->profile.time[0]) {
        pass_by_pace(raw);
    }
    return true;
}

/* A count of lines, of which some are missing, passes for a clock: not beside --hz. */
bool raw_is_clock(const struct raw *raw, const struct learn_column *time)
{
    double hz = raw->options->hz;
    double own_hz = time->rises * 1e6 / (time->risen * raw->profile.us_per_tick);
    return time->meaning.role == COLUMN_TIME || !(hz > 0) ||
           (own_hz > hz / 2 && own_hz < hz * 2);
}

bool raw_keep(struct raw_kept *kept, int64_t t_us, double value)
{
    if (kept->count == RAW_KEPT_MAX) {
        return false;
    }
    if (kept->count == kept->room) {
        size_t room = kept->room ? 2 * kept->room : 4096;
        struct raw_reading *readings =
            realloc(kept->readings, room * sizeof *kept->readings);
        if (!readings) {
            return false;
        }
        kept->readings = readings;
        kept->room = room;
    }
    kept->readings[kept->count++] = (struct raw_reading){t_us, value};
    return true;
}

/* ---- samples ---- */

static void pass_by_wire(struct raw *raw)
{
    struct wire_message message;
    if (wire_parse(raw->line, raw->splitter.length, &message) == WIRE_SAMPLE) {
        if (raw->has_wire_stamp) {
            pass(raw, message.as.sample.t_us - raw->wire_stamp_us);
        }
        raw->has_wire_stamp = true;
        raw->wire_stamp_us = message.as.sample.t_us;
    }
}

static enum reading give(struct raw *raw, const char *line, size_t length, int64_t now_us,
                         struct cpr_sample *sample)
{
    raw->reader.looked_us = now_us;
    raw->reader.already = !raw->is_ours && line == raw->text ? &raw->read : NULL;
    return raw->reader.kind->read(&raw->reader, line, length, now_us, sample);
}

/*
 * A stamp far ahead is damaged, or lines are missing before it: the next one tells, and
 * the line waits so long. Then the reader gets it, at the time that it has turned out to
 * have, and believes it when so much time has passed.
 */
static enum reading give_or_hold(struct raw *raw, struct cpr_sample *sample)
{
    if (!raw->is_held) {
        return give(raw, raw->text, raw->length, raw->now_us, sample);
    }
    memcpy(raw->held, raw->text, raw->length + 1);
    raw->held_length = raw->length;
    raw->is_held = false;
    return READING_NOTE;
}

static enum reading give_held(struct raw *raw, int64_t before_us,
                              struct cpr_sample *sample)
{
    size_t length = raw->held_length;
    raw->held_length = 0;
    return give(raw, raw->held, length, before_us + raw->stamp.held_us, sample);
}

static enum reading read_line(struct raw *raw, struct cpr_sample *sample)
{
    double reading = 0;
    int64_t before_us = raw->now_us;
    if (raw->is_ours) {
        pass_by_wire(raw);
    } else if (is_whole(raw)) {
        raw_reading(raw, &reading); /* for the time; a line may hold that alone */
    }
    if (!raw->text || (!raw->is_ours && !is_whole(raw))) {
        return READING_BAD;
    }
    bool is_told = raw->is_held || raw->now_us != before_us;
    if (raw->held_length > 0 && is_told &&
        give_held(raw, before_us, sample) == READING_SAMPLE) {
        raw->is_left = true;
        return READING_SAMPLE;
    }
    return give_or_hold(raw, sample);
}

static bool next_sample(void *ctx, struct cpr_sample *sample)
{
    struct raw *raw = ctx;
    while (raw->is_left || raw_next_line(raw)) {
        bool was_left = raw->is_left;
        raw->is_left = false;
        enum reading read = was_left ? give_or_hold(raw, sample) : read_line(raw, sample);
        if (read == READING_SAMPLE) {
            raw->first_us = raw->has_first ? raw->first_us : sample->t_us;
            raw->has_first = true;
            sample->t_us -= raw->first_us;
            return true;
        }
    }
    raw->info.doubts = reader_doubts(&raw->reader);
    return false;
}

static bool begin_samples(struct raw *raw)
{
    reader_init(&raw->reader, raw->is_ours ? &reader_wire : &reader_third_party);
    third_party_init(&raw->third_party, "");
    raw->reader.third_party = &raw->third_party;
    raw->reader.knows_when = raw->byte_us > 0;
    raw->third_party.profile = raw->profile;
    raw->third_party.is_known = true;
    raw->third_party.is_settled = true;
    return raw_rewind(raw);
}

bool analyze_raw(const struct analysis *analysis, const struct raw_options *options)
{
    struct raw *raw = calloc(1, sizeof *raw);
    assert(raw);
    raw->path = analysis->path;
    encoding_init(&raw->encoding);
    raw->options = options;
    raw->file = fopen(raw->path, "rbe");
    if (!raw->file) {
        err_set("%s: cannot be opened: %s; check the name", raw->path, strerror(errno));
        free(raw);
        return false;
    }
    bool done = raw_rewind(raw) && raw_learn(raw) && begin_samples(raw);
    if (done) {
        raw_tell(raw);
        done = analyze_samples(analysis, &raw->info, next_sample, raw);
    }
    if (ferror(raw->file)) {
        done = err_set("%s: cannot be read to its end; check the disk or copy the file "
                       "anew",
                       raw->path);
    }
    fclose(raw->file);
    encoding_end(&raw->encoding);
    free(raw->kept.readings);
    free(raw);
    return done;
}
