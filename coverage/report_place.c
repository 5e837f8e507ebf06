/* SPDX-License-Identifier: MIT */
#include "report_place.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "period.h"

static const char *const formats[] = {

#define FORMAT(name, ...) #name,
#include "place_formats.def"
#undef FORMAT
};

static const struct {
    place_render *render;
    bool to_file;
} ways[] = {

#define FORMAT(name, to_file) {place_##name, to_file},
#include "place_formats.def"
#undef FORMAT
};

static const char *const scopes[] = {"county", "site", "kiosk"};

enum {
    FORMATS = sizeof formats / sizeof *formats,
    SCOPES = sizeof scopes / sizeof *scopes,
    NAMES_MAX = 64
};

/* ---- what formats share ------------------------------------------------------------ */

struct place_parts place_parts_of(const struct figures *figures, enum place_by by)
{
    struct place_parts parts = {.scope = scopes[by]};
    switch (by) {
    case PLACE_BY_COUNTY:
        parts.items = figures->counties;
        parts.count = figures->county_count;
        break;
    case PLACE_BY_SITE:
        parts.items = figures->sites;
        parts.count = figures->site_count;
        break;
    case PLACE_BY_KIOSK:
        parts.items = figures->kiosks;
        parts.count = figures->kiosk_count;
        break;
    case PLACE_BY_ALL: break;
    }
    return parts;
}

const char *place_word(const struct place_report *report, const char *key)
{
    return conf_tr(report->coverage->texts, key);
}

const char *place_month(int month, char out[PLACE_DAY_MAX])
{
    str_format(out, PLACE_DAY_MAX, "%04d-%02d", month / 100, month % 100);
    return out;
}

const char *place_period(const struct figures *figures, char out[PLACE_PERIOD_MAX])
{
    char from[PLACE_DAY_MAX];
    char to[PLACE_DAY_MAX];
    place_month(figures->from_month, from);
    place_month(figures->to_month, to);
    bool one = figures->from_month == figures->to_month;
    str_format(out, PLACE_PERIOD_MAX, "%s%s%s", from, one ? "" : "..", one ? "" : to);
    return out;
}

const char *place_day(int day, char out[PLACE_DAY_MAX])
{
    if (day % 10000 == 0) {
        str_format(out, PLACE_DAY_MAX, "%d", day / 10000);
    } else {
        calendar_write(out, day);
    }
    return out;
}

const char *place_assumption(size_t index)
{
    static const char *const keys[PLACE_ASSUMPTIONS] = {
        "board_assume_answers", "board_assume_places", "board_assume_groups"};
    assert(index < PLACE_ASSUMPTIONS);
    return keys[index];
}

const char *place_standing(enum figures_standing standing)
{
    static const char *const names[] = {"measured", "entered", "missing"};
    return names[standing];
}

const char *place_people_by(enum figures_by by)
{
    static const char *const names[] = {"nothing", "answers", "factor", "heads"};
    return names[by];
}

/* ---- what is asked ----------------------------------------------------------------- */

struct reading {
    const struct coverage *coverage;
    const struct place_asked *asked;
    int from_month, to_month, today;
    enum place_by by;
    place_render *render;
    const char *out;                            /* NULL: standard output */
    char name[sizeof "report-2026-03-01.xlsx"]; /* of the file, where none is asked for */
    char plan[PATHS_BYTES];
    struct targets targets;
};

/* Its place among the names; `count`: it is none of them. */
static size_t find(const char *const *names, size_t count, const char *name)
{
    size_t at = 0;
    while (at < count && !str_equal(names[at], name)) {
        at++;
    }
    return at;
}

/* Always false. */
static bool refuse(const struct reading *reading, const char *key, const char *value,
                   const char *const *names, size_t count)
{
    char list[NAMES_MAX] = "";
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(list);
        str_format(list + length, sizeof list - length, "%s%s", i ? ", " : "", names[i]);
    }
    return coverage_say(reading->coverage, key,
                        (const char *const[]){"value", value, "names", list, NULL});
}

static bool read_format(struct reading *reading)
{
    const char *wanted = reading->asked->format ? reading->asked->format : "txt";
    size_t at = find(formats, FORMATS, wanted);
    if (at == FORMATS) {
        return refuse(reading, "coverage_report_place_format", wanted, formats, FORMATS);
    }
    reading->render = ways[at].render;
    reading->out = reading->asked->out;
    if (!reading->out && ways[at].to_file) {
        char day[PLACE_DAY_MAX];
        str_format(reading->name, sizeof reading->name, "report-%s.%s",
                   place_day(reading->today, day), wanted);
        reading->out = reading->name;
    }
    return true;
}

static bool read_by(struct reading *reading)
{
    const char *wanted = reading->asked->by;
    size_t at = wanted ? find(scopes, SCOPES, wanted) : SCOPES;
    reading->by = (enum place_by)at; /* PLACE_BY_ALL where none is asked for */
    return !wanted || at < SCOPES ||
           refuse(reading, "coverage_report_by", wanted, scopes, SCOPES);
}

/* The report is never written over what it is made from. */
static bool read_out(const struct reading *reading)
{
    const char *out = reading->out;
    bool over = out && (file_is_same(out, reading->asked->place) ||
                        file_is_same(out, reading->plan));
    return !over || coverage_say(reading->coverage, "coverage_report_over",
                                 (const char *const[]){"file", out, NULL});
}

static bool read_all(struct reading *reading)
{
    const struct place_asked *asked = reading->asked;
    return coverage_day(reading->coverage, "--today", asked->today, &reading->today) &&
           coverage_period(reading->coverage, asked->period, reading->today,
                           &reading->from_month, &reading->to_month) &&
           read_format(reading) && read_by(reading) &&
           coverage_plan(reading->coverage, asked->targets, reading->plan,
                         &reading->targets) &&
           read_out(reading);
}

/* ---- the report -------------------------------------------------------------------- */

static bool write_report(const struct reading *reading, const struct figures *figures)
{
    const struct place_report report = {
        .coverage = reading->coverage, .figures = figures, .by = reading->by};
    const char *path = reading->out;
    struct str out = {0};
    bool written = reading->render(&report, &out);
    if (written && path) {
        written = file_write(path, out.text, out.length);
    } else if (written) {
        fwrite(out.text, 1, out.length, stdout);
    }
    str_free(&out);
    if (written && path && !reading->asked->out) {
        printf("%s\n", path);
    }
    return written || coverage_say_why(reading->coverage);
}

static bool report(struct reading *reading)
{
    struct sql *sql = county_open(reading->asked->place, SQL_READ);
    struct figures *figures =
        sql ? figures_read(sql, &reading->targets, reading->asked->county,
                           reading->from_month, reading->to_month, reading->today)
            : NULL;
    bool done =
        figures ? write_report(reading, figures) : coverage_say_why(reading->coverage);
    figures_free(figures);
    sql_close(sql);
    return done;
}

enum coverage_status report_place(const struct coverage *coverage,
                                  const struct place_asked *asked)
{
    struct reading *reading = calloc(1, sizeof *reading);
    assert(reading);
    reading->coverage = coverage;
    reading->asked = asked;
    bool done = read_all(reading) && report(reading);
    free(reading);
    return done ? COVERAGE_OK : COVERAGE_FAILED;
}
