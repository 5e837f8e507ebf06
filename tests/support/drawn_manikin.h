/* SPDX-License-Identifier: MIT */
/*
 * drawn_manikin: a third-party manikin with everything at random: the shape of its lines,
 * the order of its columns, how its reading of the chest lies, what it is rounded to, its
 * noise, and what it prints besides.
 */
#ifndef TESTS_SUPPORT_DRAWN_MANIKIN_H
#define TESTS_SUPPORT_DRAWN_MANIKIN_H

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "link/shape.h"
#include "support/tap.h"

enum drawn_column {
    DRAWN_DEPTH,
    DRAWN_TIME,
    DRAWN_COUNT,
    DRAWN_RATE,
    DRAWN_FORCE,
    DRAWN_COLUMNS
};

struct drawn_manikin {
    enum shape shape;
    int count; /* columns */
    enum drawn_column order[DRAWN_COLUMNS];
    const char *names[DRAWN_COLUMNS]; /* by column; NULL: the shape has none */
    double rest, per_mm;              /* reading = rest + per_mm * depth, sign included */
    int decimals;
    double noise_mm;
    double force_noise; /* share of the full force */
    double hz;
    double ticks_per_us; /* of its time column */
    double start_us;     /* its clock when the kiosk opens the port */
    bool decimal_comma, closing_separator, line_a_column;
    double words; /* share of lines that are words or comments */
    long lines;
};

static inline double drawn_step_mm(const struct drawn_manikin *self)
{
    return pow(10, -self->decimals) / fabs(self->per_mm);
}

static inline bool drawn_has(const struct drawn_manikin *self, enum drawn_column column)
{
    for (int i = 0; i < self->count; i++) {
        if (self->order[i] == column) {
            return true;
        }
    }
    return false;
}

static inline void drawn_make_names(struct drawn_manikin *self, struct rng *rng)
{
    static const char *const pools[DRAWN_COLUMNS][4] = {
        {"depth", "Distance", "chestDepth", "sensor"},
        {"t", "time", "millis", "Timestamp"},
        {"count", "n_count", "compressionCount", "seq"},
        {"rate", "hz", "bpm", "compressionRate"},
        {"force", "forceRaw", "load", "fsr"},
    };
    bool named = self->shape == SHAPE_KEY || self->shape == SHAPE_TAG ||
                 self->shape == SHAPE_LETTER || self->shape == SHAPE_JSON ||
                 self->shape == SHAPE_TELEPLOT;
    for (int i = 0; i < DRAWN_COLUMNS; i++) {
        self->names[i] = named ? pools[i][rng_int(rng, 0, 3)] : NULL;
    }
    if (self->shape == SHAPE_LETTER && str_equal(self->names[DRAWN_COUNT], "n_count")) {
        self->names[DRAWN_COUNT] = "count";
    }
    /* A name such as "millis" must be true. */
    if (named && str_equal(self->names[DRAWN_TIME], "millis")) {
        self->ticks_per_us = 1e-3;
    }
}

/* Depth always; the others each with one chance in two, in any order. */
static inline void drawn_make_columns(struct drawn_manikin *self, struct rng *rng)
{
    self->count = 0;
    for (int i = 0; i < DRAWN_COLUMNS; i++) {
        if (i == DRAWN_DEPTH || rng_int(rng, 0, 1)) {
            int at = rng_int(rng, 0, self->count);
            memmove(&self->order[at + 1], &self->order[at],
                    (size_t)(self->count - at) * sizeof *self->order);
            self->order[at] = (enum drawn_column)i;
            self->count++;
        }
    }
    bool is_list = self->shape == SHAPE_COMMA || self->shape == SHAPE_SEMICOLON ||
                   self->shape == SHAPE_BLANK || self->shape == SHAPE_FIREWATER;
    if (self->count == 1 && is_list) {
        self->order[self->count++] = DRAWN_RATE;
    }
}

static inline struct drawn_manikin drawn_make(struct rng *rng, enum shape shape)
{
    static const double ticks[] = {1, 1e-3, 1e-6};
    struct drawn_manikin self = {.shape = shape};
    self.ticks_per_us = ticks[rng_int(rng, 0, 2)];
    self.per_mm = pow(10, rng_between(rng, -1, 1.5)) * (rng_int(rng, 0, 1) ? 1 : -1);
    self.decimals = rng_int(rng, 0, 3);
    while (drawn_step_mm(&self) > 10) {
        self.decimals++;
    }
    self.rest = rng_between(rng, 0, 1000);
    self.noise_mm = rng_between(rng, 0, 0.5);
    self.force_noise = rng_between(rng, 0, 0.01);
    self.hz = pow(10, rng_between(rng, 1, 2.3));
    self.start_us = rng_between(rng, 1e6, 4e9);
    self.decimal_comma = rng_int(rng, 0, 1);
    self.closing_separator = rng_int(rng, 0, 1);
    self.line_a_column = rng_int(rng, 0, 1);
    self.words = rng_int(rng, 0, 1) ? 0.1 : 0;
    drawn_make_names(&self, rng);
    drawn_make_columns(&self, rng);
    if (shape == SHAPE_BARE || shape == SHAPE_UNIT || shape == SHAPE_TELEPLOT) {
        self.count = 1;
        self.order[0] = DRAWN_DEPTH;
    }
    if (shape == SHAPE_UNIT) {
        self.names[DRAWN_DEPTH] = "mm";
        self.per_mm = self.per_mm > 0 ? 1 : -1;
    }
    if (shape == SHAPE_HASH) {
        self.count = 2;
        self.order[0] = DRAWN_TIME;
        self.order[1] = DRAWN_DEPTH;
        self.ticks_per_us = 1e-3;
        self.per_mm = 1;
        self.rest = 0;
    }
    return self;
}

/* The chest's column as the lines call it. */
static inline void drawn_name(const struct drawn_manikin *self, enum drawn_column column,
                              char *name, size_t size)
{
    int at = 0;
    while (self->order[at] != column) {
        at++;
    }
    if (self->shape == SHAPE_HASH) {
        str_copy(name, size, column == DRAWN_TIME ? "ms" : "depth_mm");
    } else if (self->names[column]) {
        str_copy(name, size, self->names[column]);
    } else {
        str_format(name, size, "%d", at + 1);
    }
}

static inline double drawn_reading(struct drawn_manikin *self, struct rng *rng,
                                   double depth_mm)
{
    double noise_mm =
        self->noise_mm > 0 ? rng_between(rng, -self->noise_mm, self->noise_mm) : 0;
    return self->rest + self->per_mm * (depth_mm + noise_mm);
}

static inline void drawn_value(struct drawn_manikin *self, struct rng *rng,
                               enum drawn_column column, double t_us, double depth_mm,
                               char *text, size_t size)
{
    double pressed = fmax(0, depth_mm) / 60;
    switch (column) {
    case DRAWN_DEPTH:
        str_format(text, size, "%.*f", self->decimals,
                   drawn_reading(self, rng, depth_mm));
        break;
    case DRAWN_TIME:
        /* micros() and millis() count in 32 bits. */
        if (self->ticks_per_us >= 1e-3) {
            str_format(text, size, "%lu",
                       (unsigned long)(uint32_t)(uint64_t)((self->start_us + t_us) *
                                                           self->ticks_per_us));
        } else {
            str_format(text, size, "%.3f", (self->start_us + t_us) * self->ticks_per_us);
        }
        break;
    case DRAWN_COUNT: str_format(text, size, "%ld", self->lines); break;
    case DRAWN_RATE: str_format(text, size, "%d", depth_mm > 40 ? 110 : 0); break;
    case DRAWN_FORCE:
        str_format(text, size, "%.0f",
                   2000 * (pressed * pressed + rng_between(rng, -self->force_noise - 1e-9,
                                                           self->force_noise + 1e-9)));
        break;
    case DRAWN_COLUMNS: break;
    }
}

static inline void drawn_add(struct drawn_manikin *self, int at, const char *value,
                             struct str *out)
{
    const char *name = self->names[self->order[at]];
    bool last = at == self->count - 1;
    switch (self->shape) {
    case SHAPE_BARE: str_add(out, "%s", value); break;
    case SHAPE_UNIT:
        str_add(out, self->closing_separator ? "%smm" : "%s mm", value);
        break;
    case SHAPE_TELEPLOT: str_add(out, ">%s:%s", name, value); break;
    case SHAPE_BLANK:
        str_add(out, "%s%s", value, last ? "" : self->closing_separator ? "\t" : "  ");
        break;
    case SHAPE_TUPLE:
        str_add(out, "%s%s%s", at == 0 ? "(" : "", value, last ? ")" : ", ");
        break;
    case SHAPE_FIREWATER:
        str_add(out, "%s%s%s", at == 0 ? "any:" : "", value, last ? "" : ",");
        break;
    case SHAPE_HASH:
        str_add(out, at == 0 ? "#%s:" : self->decimal_comma ? "%s,0~" : "%s~", value);
        break;
    case SHAPE_COMMA:
        str_add(out, "%s%s", value, last && !self->closing_separator ? "" : ",");
        break;
    case SHAPE_SEMICOLON:
        str_add(out, "%s%s", value, last && !self->closing_separator ? "" : ";");
        break;
    case SHAPE_KEY: str_add(out, "%s=%s%s", name, value, last ? "" : " "); break;
    case SHAPE_TAG:
        str_add(out, "%s: %s%s", name, value,
                last                  ? ""
                : self->line_a_column ? "\n"
                                      : ", ");
        break;
    case SHAPE_LETTER:
        str_add(out, "%s%s%s", name, value, last && !self->closing_separator ? "" : ",");
        break;
    case SHAPE_JSON:
        str_add(out, "%s\"%s\":%s%s", at == 0 ? "{" : "", name, value, last ? "}" : ",");
        break;
    case SHAPE_COUNT:
    case SHAPE_COMMENT:
    case SHAPE_NONE: break;
    }
}

/* Appends what it prints of this moment, each line with a line feed. */
static inline void drawn_print(struct drawn_manikin *self, struct rng *rng, double t_us,
                               double depth_mm, struct str *out)
{
    static const char *const words[] = {"TIMEOUT", "Out of range", "# a comment",
                                        "!OK stream"};
    if (self->words > 0 && rng_between(rng, 0, 1) < self->words) {
        str_add(out, "%s\n", words[rng_int(rng, 0, 3)]);
    }
    size_t from = out->length;
    for (int i = 0; i < self->count; i++) {
        char value[40];
        drawn_value(self, rng, self->order[i], t_us, depth_mm, value, sizeof value);
        drawn_add(self, i, value, out);
    }
    if (self->shape == SHAPE_SEMICOLON && self->decimal_comma) {
        for (char *at = out->text + from; *at; at++) {
            *at = *at == '.' ? ',' : *at;
        }
    }
    str_add(out, "\n");
    self->lines++;
}

#endif
