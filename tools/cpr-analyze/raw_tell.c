/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdio.h>

#include "base/str.h"
#include "raw.h"

static const double bits_s = 1e7;        /* ten bits a byte, and a second in us */
static const double several_lines = 1.5; /* a reading: noise and words are fewer */

/* "depth is column 6, which reads 11.4 at rest and falls by 0.1 a mm" */
static void add_scale(const struct raw *raw, struct str *text)
{
    double per_mm = 1 / raw->profile.mm_per_unit;
    str_add(text, "depth is column %s, which reads %.4g at rest and %s by %.4g a mm",
            raw->profile.depth, raw->profile.rest, per_mm < 0 ? "falls" : "rises",
            fabs(per_mm));
    if (raw->profile.point_count > 0) {
        str_add(text, " on the whole, by a curve through the %zu readings given",
                raw->profile.point_count);
    }
    if (profile_is_force_only(&raw->profile)) {
        str_add(text, " (a force does not say by one press how deep the chest is: it is "
                      "not scored; give --full and --full-mm three times, such as at 20, "
                      "40 and 60 mm)");
    }
    if (raw->is_taken_for_mm) {
        str_add(text, " (nothing names its unit, but it swings as far as a chest does in "
                      "mm; else give --rest, --full and --full-mm)");
    }
    if (raw->is_rest_taken) {
        str_add(text, " (it was not let go for long: rest is as far as it came up; if "
                      "it was leaned on, give --rest)");
    }
}

static void add_time(const struct raw *raw, struct str *text)
{
    double tick_us = raw->profile.us_per_tick;
    if (raw->profile.time[0]) {
        str_add(text, "time is column %s in %s, %.4g readings a second",
                raw->profile.time,
                tick_us == 1     ? "us"
                : tick_us == 1e3 ? "ms"
                                 : "s",
                raw->readings_a_second);
    } else {
        str_add(text, "no column is a time, --hz says %.4g readings a second",
                raw->options->hz);
        if (raw->lines_a_reading > several_lines) {
            double hz = raw->options->hz;
            str_add(text,
                    " in %.0f lines a second (if %.4g lines came a second, give --hz "
                    "%.4g)",
                    hz * raw->lines_a_reading, hz, hz / round(raw->lines_a_reading));
        }
        if (raw->byte_us > 0) {
            str_add(text,
                    ", as many as %.0f baud carry: each line took as long as its "
                    "bytes",
                    bits_s / raw->byte_us);
        }
    }
}

void raw_tell(const struct raw *raw)
{
    struct str text = {0};
    if (raw->is_ours) {
        str_add(&text, "our own protocol, depth in 0.1 mm, its own time");
    } else {
        bool gbk = str_equal(encoding_name(&raw->encoding), "GBK");
        str_add(&text, "%s lines%s; ", shape_name(raw->profile.shape),
                gbk ? " in GBK" : "");
        add_scale(raw, &text);
        str_add(&text, "; ");
        add_time(raw, &text);
    }
    fprintf(stderr, "cpr-analyze: %s: %s\n", raw->path, text.text);
    str_free(&text);
}
