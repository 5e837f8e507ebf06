/* SPDX-License-Identifier: MIT */
/*
 * prefix: what a logger or a serial monitor writes before the line that a sketch prints,
 * a row each. Some say when. Pure.
 */
#ifndef KIOSK_LINK_PREFIX_H
#define KIOSK_LINK_PREFIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Names of the fields that a prefix's time becomes; the words in them are column.h's. */
extern const char prefix_log_ms[];
extern const char prefix_clock_s[];

/* Whether a field is one of these. */
bool prefix_is_time(const char *name);

struct prefix {
    const char *rest;      /* the line behind it */
    const char *time_name; /* one of the above; NULL: it has no time */
    double time;
    uint8_t row; /* which one it is */
};

/* Whether one stands at `line`. Of several the first only: "10:23:45.123 -> I (12) CPR: "
 * has two, the second at `rest`. */
bool prefix_take(const char *line, struct prefix *prefix);

/* Whether the prefix of that row stands at `line`, whatever others do. */
bool prefix_take_row(const char *line, uint8_t row, struct prefix *prefix);

/* The rows, for tests and documents: a line with the `i`-th prefix, NULL behind the
 * last. */
const char *prefix_example(size_t i);

#endif
