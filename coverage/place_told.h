/* SPDX-License-Identifier: MIT */
/*
 * place_told: the report for people, in the reader's language: the same sentences and
 * tables wherever they are put.
 */
#ifndef COVERAGE_PLACE_TOLD_H
#define COVERAGE_PLACE_TOLD_H

#include "base/str.h"
#include "grid.h"
#include "report_place.h"

/* Where the report is put. Texts and cells are borrowed for the call. */
struct told {
    void *context;
    /* First, and once: what it is, when it was made, who it is for. */
    void (*title)(void *context, const char *title, const char *made, const char *exact);
    void (*head)(void *context, const char *text); /* a section begins */
    void (*item)(void *context, const char *text); /* one of a list; its lines follow */
    void (*line)(void *context, const char *text);
    void (*table)(void *context, const struct grid *grid); /* titles first */
};

void place_told(const struct place_report *report, const struct told *out);

/* Adds the text of a key as a line of its own; pairs are name, value, ..., NULL. */
void told_line(const struct place_report *report, const struct told *out, const char *key,
               const char *const *pairs);

/* The title of a section. */
void told_head(const struct place_report *report, const struct told *out, const char *key,
               const char *const *pairs);

/* "410,000 (2025-12-31, Statistics)": a base with its day and source. */
void told_base(const struct figures_base *base, char *out, size_t size);

/* "1.4" of 1.4 per cent; two digits where it would be 0.0. */
void told_percent(double part, int64_t whole, char out[GRID_NUMBER_MAX]);

/* The plan's targets, one below the other. */
void told_targets(const struct place_report *report, const struct told *out);

#endif
