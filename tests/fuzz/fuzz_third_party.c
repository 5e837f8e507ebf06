/* SPDX-License-Identifier: MIT */
/*
 * Any third-party lines: each has one shape and finite numbers; what is learnt of them is
 * a whole profile or a sentence; samples are finite and never go back in time; and rest
 * is one of the readings. In the input 0xFF begins the wizard and 0xFE and a count let
 * that many times 50 ms pass; neither stands in any UTF-8. The bytes are read as the text
 * of a remembered profile as well.
 */
#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/encoding.h"
#include "link/reader.h"
#include "link/rest.h"
#include "link/third_party.h"
#include "wire/wire.h"

enum { WIZARD = 0xFF, PAUSE = 0xFE, PAUSE_US = 50000, LINE_US = 10000, PASSES = 6 };

/* A file's first numbers, as rest reads them. */
enum { READINGS = 512 };

struct heard {
    struct memo memo;
    struct encoding encoding;
    struct reader reader;
    struct third_party third_party;
    int64_t now_us, last_us;
    double readings[READINGS];
    size_t count;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_shape(struct heard *heard, const char *line)
{
    struct shape_line read;
    struct shape_line again;
    enum shape shape = shape_read(line, &read);
    assert(memo_read(&heard->memo, line, &again) == shape);
    assert(again.count == read.count && again.missing == read.missing);
    assert(str_is_utf8(line, strlen(line)));
    assert(shape == read.shape && read.count <= SHAPE_FIELDS_MAX);
    assert((read.count > 0) == (shape < SHAPE_COUNT));
    for (size_t i = 0; i < read.count; i++) {
        double value = 0;
        assert(isfinite(read.fields[i].value));
        assert(again.fields[i].value == read.fields[i].value);
        assert(str_equal(again.fields[i].name, read.fields[i].name));
        assert(shape_find(&read, read.fields[i].name, &value));
    }
    if (read.count > 0 && heard->count < READINGS) {
        heard->readings[heard->count++] = read.fields[0].value;
    }
}

static void check_profile(const struct profile *profile)
{
    if (profile_is_complete(profile)) {
        assert(isfinite(profile->rest) && isfinite(profile->mm_per_unit));
        assert(profile->mm_per_unit != 0 && profile->depth[0]);
    }
    assert(!profile->time[0] || profile->us_per_tick > 0);
}

static void hear_line(struct heard *heard, const char *line, size_t length)
{
    struct cpr_sample sample;
    line = encoding_text(&heard->encoding, line, &length);
    if (!line) {
        third_party_hear_noise(&heard->third_party);
        return;
    }
    check_shape(heard, line);
    if (!heard->third_party.is_known) {
        third_party_hear(&heard->third_party, line, heard->now_us);
        return;
    }
    enum reading reading =
        heard->reader.kind->read(&heard->reader, line, length, heard->now_us, &sample);
    if (reading == READING_SAMPLE) {
        assert(isfinite(sample.depth_mm) && sample.t_us >= heard->last_us);
        heard->last_us = sample.t_us;
    }
    check_profile(&heard->third_party.profile);
}

static void begin_wizard(struct heard *heard)
{
    err_clear();
    if (!third_party_learn(&heard->third_party, (const double[]){55}, 1, heard->now_us)) {
        assert(err_text()[0] != '\0');
    }
}

static void hear(struct heard *heard, const uint8_t *data, size_t size)
{
    struct wire_line splitter;
    char line[WIRE_LINE_MAX + 1];
    wire_line_init(&splitter, line, sizeof line);
    for (size_t i = 0; i < size; i++) {
        if (data[i] == WIZARD) {
            begin_wizard(heard);
        } else if (data[i] == PAUSE && i + 1 < size) {
            heard->now_us += data[++i] * (int64_t)PAUSE_US;
            third_party_watch(&heard->third_party, heard->now_us);
        } else if (wire_line_feed(&splitter, (char)data[i])) {
            hear_line(heard, line, splitter.length);
            heard->now_us += LINE_US;
        }
        assert((heard->third_party.step == LINK_STEP_FAILED) ==
               (heard->third_party.why[0] != '\0'));
    }
}

static void find_rest(const struct heard *heard)
{
    static struct rest rest;
    double low = heard->readings[0];
    double high = heard->readings[0];
    for (size_t i = 1; i < heard->count; i++) {
        low = fmin(low, heard->readings[i]);
        high = fmax(high, heard->readings[i]);
    }
    for (int pass = 0; pass < PASSES; pass++) {
        rest_init(&rest, low, high, 0);
        for (size_t i = 0; i < heard->count; i++) {
            rest_add(&rest, (int64_t)i * LINE_US, heard->readings[i]);
        }
        rest_end(&rest);
        double was = rest.high - rest.low;
        if (!rest_is_narrow(&rest, &low, &high)) {
            break;
        }
        assert(high - low < was);
    }
    enum rest_side side = REST_SIDE_UNKNOWN;
    double reading = 0;
    double below = 0;
    double above = 0;
    if (rest_find(&rest, REST_SIDE_UNKNOWN, &side, &reading)) {
        double bin = (rest.high - rest.low) / REST_BINS;
        assert(side != REST_SIDE_UNKNOWN);
        assert(reading >= rest.low - bin && reading <= rest.high + bin);
        rest_reach(&rest, reading, &below, &above);
        assert(below >= 0 && above >= 0);
    }
}

static void read_as_profile(const uint8_t *data, size_t size)
{
    struct profile profile;
    char *text = malloc(size + 1);
    assert(text);
    if (size > 0) {
        memcpy(text, data, size);
    }
    text[size] = '\0';
    err_clear();
    if (profile_read(&profile, text, "file")) {
        assert(profile_is_complete(&profile));
        check_profile(&profile);
    } else {
        assert(str_starts(err_text(), "file:"));
    }
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct heard heard;
    heard = (struct heard){.last_us = INT64_MIN};
    third_party_init(&heard.third_party, "");
    reader_init(&heard.reader, &reader_third_party);
    heard.reader.third_party = &heard.third_party;
    hear(&heard, data, size);
    if (heard.count > 0) {
        find_rest(&heard);
    }
    third_party_close(&heard.third_party);
    encoding_end(&heard.encoding);
    read_as_profile(data, size);
    return 0;
}
