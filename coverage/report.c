/* SPDX-License-Identifier: MIT */
/*
 * coverage report DB [--month 2026-03] --format xlsx|csv|json|html|pdf [-o OUT]
 * [--config FILE]: what the staff's page writes, and one for programs (kiosk_json.h). Of
 * whom it is and when the hall is open stands in the kiosk's settings. Of a place, the
 * counts of many kiosks: report_place.h.
 */
#include "report/report.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/open_min.h"
#include "count/moment.h"
#include "coverage.h"
#include "kiosk_json.h"
#include "lesson/catalog.h"
#include "report/month.h"
#include "report/words.h"
#include "report_place.h"
#include "sql/sql.h"
#include "store/store.h"

struct names {
    const struct coverage *coverage;
    struct catalog *catalog;
};

static const char *text_of(const void *context, const char *key)
{
    const struct names *names = context;
    return conf_tr(names->coverage->texts, key);
}

static const char *name_of(const void *context, enum report_name what, const char *id)
{
    const struct names *names = context;
    const struct conf_topics *topics = &names->catalog->topics;
    if (what == REPORT_LESSON) {
        const struct catalog_item *item = catalog_find(names->catalog, id);
        return item ? item->title : NULL;
    }
    if (what == REPORT_TOPIC) {
        int at = conf_topic_at(topics, id);
        return at < 0 ? NULL : conf_tr(names->coverage->texts, topics->items[at].title);
    }
    return conf_text(names->coverage->texts, id);
}

enum { LAST_DAY = 99991231 };

struct asked {
    const char *database, *month, *format, *out, *config;
    int from, to;
    bool for_programs; /* JSON; else `as` */
    enum report_format as;
    struct conf_settings settings;
};

/* Whether an option has a value that it cannot have. */
static enum coverage_status read_values(const struct coverage *coverage,
                                        const char *command, struct asked *asked)
{
    char formats[64];
    report_formats(formats, sizeof formats);
    asked->for_programs = str_equal(asked->format, "json");
    asked->as = report_format_of(asked->format);
    if (!asked->for_programs && asked->as == REPORT_FORMATS) {
        return coverage_usage(
            coverage, command, "coverage_report_format",
            (const char *const[]){"value", asked->format, "formats", formats, NULL});
    }
    if (!asked->month && !asked->for_programs && report_is_published(asked->as)) {
        return coverage_usage(coverage, command, "coverage_report_whole",
                              (const char *const[]){"value", asked->format, NULL});
    }
    if (asked->month && !month_parse(asked->month, &asked->from, &asked->to)) {
        return coverage_usage(coverage, command, "coverage_report_month",
                              (const char *const[]){"value", asked->month, NULL});
    }
    return COVERAGE_OK;
}

/* What a wrong clock has counted is of no day: one row of 1970 would make a report of
 * half a century. */
static bool widen(void *context, const struct count_row *row)
{
    struct asked *asked = context;
    const char *reason = count_excluded(row);
    if (!reason || !str_equal(reason, "clock")) {
        asked->from = asked->from ? asked->from : row->key.day;
        asked->to = row->key.day;
    }
    return true;
}

/* Without a month: from the first count to the last. False: it has been said what is
 * wrong. */
static bool read_days(const struct coverage *coverage, struct asked *asked,
                      struct store *store)
{
    if (!asked->month && !store_each(store, 0, LAST_DAY, widen, asked)) {
        return coverage_say_why(coverage);
    }
    return asked->from > 0 ||
           coverage_say(coverage, "coverage_report_nothing",
                        (const char *const[]){"file", asked->database, NULL});
}

/* False: it has been said what is wrong. */
static bool read_files(const struct coverage *coverage, struct asked *asked)
{
    if (asked->out && (file_is_same(asked->out, asked->database) ||
                       (asked->config && file_is_same(asked->out, asked->config)))) {
        return coverage_say(coverage, "coverage_report_over",
                            (const char *const[]){"file", asked->out, NULL});
    }
    conf_settings_default(&asked->settings);
    return !asked->config || conf_settings_load(&asked->settings, asked->config) ||
           coverage_say_file(coverage, asked->config);
}

/* Days and hours to come are not lost. A clock that stands before the month says
 * nothing. */
static struct count_moment now_of(const struct asked *asked)
{
    struct count_moment now = count_moment(0, time(NULL));
    return now.day >= asked->from ? now : (struct count_moment){.day = 0};
}

static void name_file(const struct asked *asked, char *out, size_t size)
{
    enum report_format as = asked->for_programs ? REPORT_csv : asked->as;
    report_name(as, asked->settings.place, asked->from, asked->to, out, size);
    char *dot = strrchr(out, '.');
    if (dot && asked->for_programs) {
        str_copy(dot + 1, size - (size_t)(dot + 1 - out), asked->format);
    }
}

static bool write_file(const struct asked *asked, const struct report *report,
                       const char *path)
{
    if (!asked->for_programs) {
        return report_write(asked->as, report, path);
    }
    struct str file = {0};
    bool written = kiosk_json(report, &file) && file_write(path, file.text, file.length);
    str_free(&file);
    return written;
}

static bool write_report(const struct coverage *coverage, struct asked *asked,
                         struct store *store)
{
    char name[CONF_PATH_MAX];
    struct names names = {.coverage = coverage};
    const struct count_source counts = store_source(store);
    const struct count_moment now = now_of(asked);
    const struct month_facts facts = {.hall = asked->settings.place,
                                      .county = asked->settings.county,
                                      .kiosk = store_kiosk(store),
                                      .today = now.day,
                                      .now_hour = now.hour,
                                      .context = &asked->settings,
                                      .open_min = conf_open_min};
    const struct report_words words = {
        .context = &names, .lang = coverage->lang, .text = text_of, .name = name_of};
    const struct report report = {.counts = &counts,
                                  .facts = &facts,
                                  .words = &words,
                                  .from_day = asked->from,
                                  .to_day = asked->to};
    name_file(asked, name, sizeof name);
    names.catalog = catalog_load(&coverage->paths, coverage->lang);
    bool written = write_file(asked, &report, asked->out ? asked->out : name);
    catalog_free(names.catalog);
    if (!written) {
        return coverage_say_why(coverage);
    }
    if (!asked->out) {
        printf("%s\n", name);
    }
    return true;
}

static enum coverage_status report_store(const struct coverage *coverage,
                                         const char *command, struct asked *asked,
                                         struct store *store)
{
    if (!asked->format) {
        return coverage_usage(coverage, command, "coverage_report_missing",
                              (const char *const[]){NULL});
    }
    if (read_values(coverage, command, asked) != COVERAGE_OK) {
        return COVERAGE_USAGE;
    }
    return read_files(coverage, asked) && read_days(coverage, asked, store) &&
                   write_report(coverage, asked, store)
               ? COVERAGE_OK
               : COVERAGE_FAILED;
}

/* What the file is comes first: who meant a place is not to be asked for a month. */
static enum coverage_status report_kiosk(const struct coverage *coverage,
                                         const char *command, struct asked *asked,
                                         const char *foreign)
{
    struct store *store = coverage_open_kiosk(coverage, asked->database);
    enum coverage_status status =
        !store    ? COVERAGE_FAILED
        : foreign ? coverage_usage(coverage, command, "coverage_report_of_place",
                                   (const char *const[]){"option", foreign, "file",
                                                         asked->database, NULL})
                  : report_store(coverage, command, asked, store);
    store_close(store);
    return status;
}

/* The first option that is given and belongs to the other kind of report; NULL: none. */
static const char *foreign(bool is_place, const struct asked *asked,
                           const struct place_asked *of_place)
{
    const struct {
        const char *name, *value;
        bool of_place;
    } rows[] = {
        {"--config", asked->config, false},     {"--period", of_place->period, true},
        {"--county", of_place->county, true},   {"--by", of_place->by, true},
        {"--targets", of_place->targets, true}, {"--today", of_place->today, true}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].value && rows[i].of_place != is_place) {
            return rows[i].name;
        }
    }
    return NULL;
}

/* A web page of a place is the one to publish: the same but for the format is said to
 * coverage board. */
static enum coverage_status report_board(struct coverage *coverage, int argc, char **argv)
{
    char command[] = "board"; /* whose usage is told */
    char period[] = "--period";
    int kept = 0;
    argv[kept++] = command;
    for (int at = 1; at < argc; at++) {
        if (str_equal(argv[at], "--format")) {
            at++;
        } else {
            argv[kept++] = str_equal(argv[at], "--month") ? period : argv[at];
        }
    }
    return coverage_board(coverage, kept, argv);
}

enum coverage_status coverage_report(struct coverage *coverage, int argc, char **argv)
{
    struct asked asked = {.database = NULL};
    struct place_asked of_place = {.place = NULL};
    const struct coverage_option options[] = {{"--month", &asked.month},
                                              {"--format", &asked.format},
                                              {"-o", &asked.out},
                                              {"--config", &asked.config},
                                              {"--period", &of_place.period},
                                              {"--county", &of_place.county},
                                              {"--by", &of_place.by},
                                              {"--targets", &of_place.targets},
                                              {"--today", &of_place.today},
                                              {NULL, NULL}};
    if (coverage_read(coverage, argc, argv, options, &asked.database, 1) < 0) {
        return COVERAGE_USAGE;
    }
    const char *where = asked.database;
    if (!where) {
        return coverage_usage(coverage, argv[0], "coverage_report_missing",
                              (const char *const[]){NULL});
    }
    bool is_place = sql_is_server(where) || county_is(where);
    const char *other = foreign(is_place, &asked, &of_place);
    if (!is_place) {
        return report_kiosk(coverage, argv[0], &asked, other);
    }
    if (other) {
        return coverage_usage(
            coverage, argv[0], "coverage_report_of_kiosk",
            (const char *const[]){"option", other, "file", where, NULL});
    }
    if (of_place.period && asked.month) {
        return coverage_usage(coverage, argv[0], "coverage_report_both",
                              (const char *const[]){NULL});
    }
    if (asked.format && str_equal(asked.format, "html")) {
        return report_board(coverage, argc, argv);
    }
    of_place.place = where;
    of_place.period = of_place.period ? of_place.period : asked.month;
    of_place.format = asked.format;
    of_place.out = asked.out;
    return report_place(coverage, &of_place);
}
