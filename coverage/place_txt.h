/* SPDX-License-Identifier: MIT */
/* place_txt: what the parts of the report for a terminal share. */
#ifndef COVERAGE_PLACE_TXT_H
#define COVERAGE_PLACE_TXT_H

#include "base/str.h"
#include "grid.h"
#include "report_place.h"

/* Adds the text of a key as a line of its own; pairs are name, value, ..., NULL. */
void txt_line(const struct place_report *report, struct str *out, const char *key,
              const char *const *pairs);

/* A title: the line, underlined, with an empty one before it. */
void txt_head(const struct place_report *report, struct str *out, const char *key,
              const char *const *pairs);

/* "410,000 (2025-12-31, Statistics)": a base with its day and source. */
void txt_base(const struct figures_base *base, char *out, size_t size);

/* "1.4" of 1.4 per cent; two digits where it would be 0.0. */
void txt_percent(double part, int64_t whole, char out[GRID_NUMBER_MAX]);

/* The plan's targets, one below the other. */
void txt_targets(const struct place_report *report, struct str *out);

#endif
