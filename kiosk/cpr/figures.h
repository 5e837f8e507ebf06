/* SPDX-License-Identifier: MIT */
/*
 * figures: the rows of figures.def at run time, for whatever handles every figure of a
 * result alike: the JSON, the lessons, a table of columns.
 *
 *     for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
 *         const struct cpr_figure *figure = cpr_figure(i);
 *         double value = cpr_figure_value(&result, i);
 *         ...
 *     }
 */
#ifndef KIOSK_CPR_FIGURES_H
#define KIOSK_CPR_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "cpr/cpr.h"

enum cpr_unit {
    CPR_UNIT_COUNT, /* a whole number */
    CPR_UNIT_FLAG,  /* yes or no */
    CPR_UNIT_MM,
    CPR_UNIT_PERCENT,
    CPR_UNIT_PER_MINUTE,
    CPR_UNIT_SECONDS,
    CPR_UNIT_ML,
    CPR_UNIT_POINTS, /* of 100 */
};

/* CPR_GROUP_compressions and so on. */
enum cpr_group {

#define GROUP(name, measured) CPR_GROUP_##name,
#include "cpr/figures.def"
    CPR_GROUP_COUNT
};

/* CPR_FIGURE_mean_depth_mm and so on: the place of a row. */
enum {

#define FIGURE(group, name, unit, decimals, member) CPR_FIGURE_##member,
#include "cpr/figures.def"
    CPR_FIGURE_COUNT
};

struct cpr_figure {
    enum cpr_group group;
    const char *name;   /* in the result JSON, inside its group */
    const char *member; /* of struct cpr_result: a name of its own among all figures */
    enum cpr_unit unit;
    int decimals; /* as the figure is shown and written */
};

/* `index` is less than CPR_FIGURE_COUNT. */
const struct cpr_figure *cpr_figure(size_t index);

/* A flag is 0 or 1. NAN (isnan()): not measured. */
double cpr_figure_value(const struct cpr_result *result, size_t index);

const char *cpr_group_name(enum cpr_group group);

/* Whether the run had the sensor that the group needs. */
bool cpr_group_measured(const struct cpr_result *result, enum cpr_group group);

/* CPR_VERDICT_depth and so on. */
enum {

#define VERDICT(name, figure, first, last) CPR_VERDICT_##name,
#include "cpr/figures.def"
    CPR_VERDICT_COUNT
};

struct cpr_verdict {
    const char *name;           /* for lessons: "depth" */
    size_t figure;              /* what it judges: an index for cpr_figure() */
    enum cpr_label first, last; /* the faults it may find */
};

/* `index` is less than CPR_VERDICT_COUNT. */
const struct cpr_verdict *cpr_verdict(size_t index);

enum cpr_label cpr_verdict_value(const struct cpr_result *result, size_t index);

#endif
