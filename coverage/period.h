/* SPDX-License-Identifier: MIT */
/*
 * period: what commands that report of a place are asked for: which months, and which
 * plan they are held against.
 */
#ifndef COVERAGE_PERIOD_H
#define COVERAGE_PERIOD_H

#include <stdbool.h>

#include "coverage.h"
#include "figures/targets.h"

/* "2026", "2026-03", "2026-01..2026-06" as months; "all" or NULL is 0 and 0, as
 * figures_read() has it. False: it has been said that it is none, or is all after the day
 * `today`. */
bool coverage_period(const struct coverage *coverage, const char *text, int today,
                     int *from_month, int *to_month);

/* The plan of the file `given`; NULL: the county's own, of scripts/targets/. `path` gets
 * the file's name. False: it has been said what is wrong. */
bool coverage_plan(const struct coverage *coverage, const char *given,
                   char path[PATHS_BYTES], struct targets *targets);

#endif
