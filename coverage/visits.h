/* SPDX-License-Identifier: MIT */
/*
 * visits: a file of visits, a line each, in any order:
 *
 *     2026-03-01T09 lesson=adult-cpr score=83 depth=52 rate=112 passed=1
 *
 * Day and hour come first; each of the others may be missing. Empty lines and lines that
 * begin with # are passed over.
 */
#ifndef COVERAGE_VISITS_H
#define COVERAGE_VISITS_H

#include <stdbool.h>
#include <stddef.h>

#include "count/row.h"
#include "coverage.h"

struct visit {
    int line;                    /* of the file, from 1 */
    int day;                     /* 20260301 */
    int hour;                    /* 0..23 */
    char lesson[COUNT_TEXT_MAX]; /* id; "": none was begun */
    bool tested;                 /* a test was pressed: one of the rest was given */
    bool passed;
    double score; /* 0 to 100; NAN: not given, as those below */
    double depth_mm;
    double rate_cpm;
};

struct visits {
    size_t count;
    struct visit *items; /* heap */
};

/* False: it has been said what is wrong, each wrong line at its place. Free them in
 * either case. */
bool visits_read(const struct coverage *coverage, const char *path,
                 struct visits *visits);
void visits_free(struct visits *visits);

#endif
