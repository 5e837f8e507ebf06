/* SPDX-License-Identifier: MIT */
/*
 * report_place: the report of a place, the counts of many kiosks: completeness first,
 * then person-times, people, the ratio that a neighbouring city publishes, the targets of
 * the plan, and what staff have entered. Exact: it is the county's own.
 */
#ifndef COVERAGE_REPORT_PLACE_H
#define COVERAGE_REPORT_PLACE_H

#include "base/calendar.h"
#include "coverage.h"
#include "figures/figures.h"

struct str;

enum { PLACE_DAY_MAX = CALENDAR_TEXT_MAX, PLACE_PERIOD_MAX = 32 };

/* Which parts stand side by side. */
enum place_by { PLACE_BY_COUNTY, PLACE_BY_SITE, PLACE_BY_KIOSK, PLACE_BY_ALL };

/* All borrowed. */
struct place_report {
    const struct coverage *coverage;
    const struct figures *figures;
    enum place_by by;
};

/* How a format is made: adds the whole file to `out`. False (err_text()). */
typedef bool place_render(const struct place_report *report, struct str *out);

#define FORMAT(name, ...) place_render place_##name;
#include "place_formats.def"
#undef FORMAT

/* As they are asked for; NULL: not. */
struct place_asked {
    const char *place, *period, *county, *by, *format, *out, *targets, *today;
};

enum coverage_status report_place(const struct coverage *coverage,
                                  const struct place_asked *asked);

/* ---- what formats share ------------------------------------------------------------ */

struct place_parts {
    const char *scope; /* "county", as --by has it */
    const struct figures_part *items;
    size_t count;
};

/* Of PLACE_BY_COUNTY, _SITE or _KIOSK. */
struct place_parts place_parts_of(const struct figures *figures, enum place_by by);

/* The text of a key, or the key itself: words that stand in a file of targets. */
const char *place_word(const struct place_report *report, const char *key);

/* "2026-03". Returns `out`. */
const char *place_month(int month, char out[PLACE_DAY_MAX]);

/* "2026-03", or "2026-01..2026-06", for programs. Returns `out`. */
const char *place_period(const struct figures *figures, char out[PLACE_PERIOD_MAX]);

/* "2026-03-01", or "2021" of 20210000. Returns `out`. */
const char *place_day(int day, char out[PLACE_DAY_MAX]);

enum { PLACE_ASSUMPTIONS = 3 };

/* The key of a sentence that people being an interval assumes; as the board says it. */
const char *place_assumption(size_t index);

/* "measured", "entered", "missing". */
const char *place_standing(enum figures_standing standing);

/* "answers", "factor", "heads", "nothing". */
const char *place_people_by(enum figures_by by);

#endif
