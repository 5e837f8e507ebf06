/* SPDX-License-Identifier: MIT */
/*
 * coverage keys PLACE ...: the kiosks whose files are taken. Without a word behind the
 * place it lists them; who adds one has the place made.
 */
#include "keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "sql/sql.h"

struct asked {
    const char *plain[3]; /* place, verb, what the verb is about */
    int plain_count;
    const char *fields[KEYS_FIELDS];
    const char *from, *to, *reason, *today;
};

struct verb {
    const char *name;
    const char *about;  /* what stands behind it */
    const char *wanted; /* options beside it: f --from, t --to, r --reason */
    bool fields;        /* it takes those of keys_fields.def */
    enum coverage_status (*run)(const struct coverage *coverage,
                                const struct asked *asked);
};

/* NULL: it has been said why not. */
static struct sql *open_place(const struct coverage *coverage, const struct asked *asked,
                              enum sql_mode mode)
{
    struct sql *sql = county_open(asked->plain[0], mode);
    if (!sql) {
        coverage_say_why(coverage);
    }
    return sql;
}

/* The kiosk of an id, out of the registry. False: it has been said that there is none. */
static bool find(const struct coverage *coverage, struct sql *sql, const char *id,
                 struct county_kiosk *kiosk)
{
    struct county_kiosk *kiosks = NULL;
    struct county_registry registry;
    if (!keys_registry(coverage, sql, &kiosks, &registry)) {
        return false;
    }
    const struct county_kiosk *found = county_kiosk_find(&registry, id);
    if (found) {
        *kiosk = *found;
    }
    free(kiosks);
    return found || coverage_say(coverage, "coverage_keys_unknown",
                                 (const char *const[]){"value", id, "place",
                                                       sql_where(sql), NULL});
}

static void print_kiosk(const struct coverage *coverage, const char *key,
                        const struct county_kiosk *kiosk)
{
    char site[64];
    char since[CALENDAR_TEXT_MAX];
    str_format(site, sizeof site, "site_%s", county_site_key(kiosk->site));
    calendar_write(since, kiosk->since);
    coverage_print(coverage, key,
                   (const char *const[]){
                       "id", kiosk->id, "hall", kiosk->hall, "county", kiosk->county,
                       "site", conf_tr(coverage->texts, site), "since", since, NULL});
}

/* ---- verbs ------------------------------------------------------------------------- */

static bool put(const struct coverage *coverage, struct sql *sql,
                const struct county_kiosk *kiosk)
{
    return county_kiosks_put(sql, kiosk, 1) || coverage_say_why(coverage);
}

static bool add_fresh(const struct coverage *coverage, struct sql *sql,
                      const struct county_kiosk *kiosk)
{
    struct county_kiosk *kiosks = NULL;
    struct county_registry registry;
    if (!keys_registry(coverage, sql, &kiosks, &registry)) {
        return false;
    }
    const struct county_kiosk *known = county_kiosk_find(&registry, kiosk->id);
    bool added =
        known ? coverage_say(coverage, "coverage_keys_known",
                             (const char *const[]){"id", known->id, "hall", known->hall,
                                                   "place", sql_where(sql), NULL})
              : put(coverage, sql, kiosk);
    free(kiosks);
    return added;
}

/* Only when all is known is the place made. */
static enum coverage_status add(const struct coverage *coverage,
                                const struct asked *asked)
{
    struct county_kiosk kiosk = {.site = COUNTY_SITES, .weekdays = COUNTY_EVERY_DAY};
    if (!keys_read(coverage, asked->plain[2], &kiosk) ||
        !keys_fill(coverage, "--", asked->fields, &kiosk) ||
        !keys_complete(coverage, "--", &kiosk)) {
        return COVERAGE_FAILED;
    }
    struct sql *sql = open_place(coverage, asked, SQL_CREATE);
    bool added = sql && add_fresh(coverage, sql, &kiosk);
    sql_close(sql);
    if (!added) {
        return COVERAGE_FAILED;
    }
    print_kiosk(coverage, "coverage_keys_added", &kiosk);
    return COVERAGE_OK;
}

/* A change of nothing is a name of an option that was forgotten. */
static enum coverage_status say_same(const struct coverage *coverage)
{
    static const char options[] =

#define FIELD(name) ", --" #name
#include "keys_fields.def"
#undef FIELD
        ;
    return coverage_usage(coverage, "keys", "coverage_keys_same",
                          (const char *const[]){"options", options + 2, NULL});
}

static enum coverage_status change(const struct coverage *coverage,
                                   const struct asked *asked)
{
    struct county_kiosk before;
    struct county_kiosk kiosk;
    int fields = 0;
    for (int i = 0; i < KEYS_FIELDS; i++) {
        fields += asked->fields[i] != NULL;
    }
    if (fields == 0) {
        return say_same(coverage);
    }
    struct sql *sql = open_place(coverage, asked, SQL_WRITE);
    bool changed = sql && find(coverage, sql, asked->plain[2], &before);
    if (changed) {
        kiosk = before;
        changed = keys_fill(coverage, "--", asked->fields, &kiosk) &&
                  put(coverage, sql, &kiosk);
    }
    sql_close(sql);
    if (!changed) {
        return COVERAGE_FAILED;
    }
    print_kiosk(coverage, "coverage_keys_changed", &kiosk);
    if (!str_equal(before.county, kiosk.county)) {
        coverage_print(
            coverage, "coverage_keys_moved",
            (const char *const[]){"county", kiosk.county, "before", before.county, NULL});
    }
    return COVERAGE_OK;
}

/* Off on purpose with a reason; without one they are not. */
static bool read_off(const struct coverage *coverage, const struct asked *asked,
                     struct county_off *off)
{
    if (!coverage_day(coverage, "--from", asked->from, &off->from) ||
        !coverage_day(coverage, "--to", asked->to, &off->to)) {
        return false;
    }
    if (off->from > off->to) {
        return coverage_say(
            coverage, "coverage_period_turned",
            (const char *const[]){"from", asked->from, "to", asked->to, NULL});
    }
    return !asked->reason || coverage_text(coverage, "--reason", asked->reason,
                                           off->reason, sizeof off->reason);
}

static enum coverage_status put_off(const struct coverage *coverage,
                                    const struct asked *asked, const char *key)
{
    struct county_kiosk kiosk;
    struct county_off off = {.from = 0};
    struct sql *sql =
        read_off(coverage, asked, &off) ? open_place(coverage, asked, SQL_WRITE) : NULL;
    bool done = sql && find(coverage, sql, asked->plain[2], &kiosk);
    if (done) {
        str_copy(off.id, sizeof off.id, kiosk.id);
        done = county_off_put(sql, &off) || coverage_say_why(coverage);
    }
    sql_close(sql);
    if (!done) {
        return COVERAGE_FAILED;
    }
    coverage_print(coverage, key,
                   (const char *const[]){"id", kiosk.id, "hall", kiosk.hall, "from",
                                         asked->from, "to", asked->to, NULL});
    return COVERAGE_OK;
}

static enum coverage_status off(const struct coverage *coverage,
                                const struct asked *asked)
{
    return put_off(coverage, asked, "coverage_keys_off");
}

static enum coverage_status on(const struct coverage *coverage, const struct asked *asked)
{
    struct asked without = *asked;
    without.reason = NULL;
    return put_off(coverage, &without, "coverage_keys_on");
}

static enum coverage_status load(const struct coverage *coverage,
                                 const struct asked *asked)
{
    return keys_load(coverage, asked->plain[0], asked->plain[2]);
}

static enum coverage_status list(const struct coverage *coverage,
                                 const struct asked *asked)
{
    int today = 0;
    struct sql *sql = coverage_day(coverage, "--today", asked->today, &today)
                          ? open_place(coverage, asked, SQL_READ)
                          : NULL;
    bool listed = sql && keys_list(coverage, sql, today);
    sql_close(sql);
    return listed ? COVERAGE_OK : COVERAGE_FAILED;
}

/* ---- asking ------------------------------------------------------------------------ */

static const struct verb verbs[] = {
    {"add", "KEY", "", true, add},     {"change", "ID", "", true, change},
    {"load", "FILE", "", false, load}, {"off", "ID", "ftr", false, off},
    {"on", "ID", "ft", false, on},
};

static const struct verb lists = {"", "", "", false, list};

static const struct verb *find_verb(const char *name)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (str_equal(verbs[i].name, name)) {
            return &verbs[i];
        }
    }
    return NULL;
}

/* The name of what the verb wants and was not given; NULL: it has all. */
static const char *lack(const struct verb *verb, const struct asked *asked)
{
    if (verb == &lists) {
        return NULL;
    }
    if (asked->plain_count < 3) {
        return verb->about;
    }
    return strchr(verb->wanted, 'f') && !asked->from     ? "--from"
           : strchr(verb->wanted, 't') && !asked->to     ? "--to"
           : strchr(verb->wanted, 'r') && !asked->reason ? "--reason"
                                                         : NULL;
}

/* The first option that was given and that the verb does not take, as --hall without
 * "add", which would list the kiosks and change nothing; NULL: none. */
static const char *foreign(const struct verb *verb, const struct asked *asked,
                           const struct coverage_option *options)
{
    for (; options->name; options++) {
        const char *const *value = options->value;
        bool is_field = value >= asked->fields && value < asked->fields + KEYS_FIELDS;
        bool fits = is_field                  ? verb->fields
                    : value == &asked->from   ? strchr(verb->wanted, 'f') != NULL
                    : value == &asked->to     ? strchr(verb->wanted, 't') != NULL
                    : value == &asked->reason ? strchr(verb->wanted, 'r') != NULL
                                              : true; /* --today is for tests of any */
        if (*value && !fits) {
            return options->name;
        }
    }
    return NULL;
}

enum coverage_status coverage_keys(struct coverage *coverage, int argc, char **argv)
{
    struct asked asked = {.plain_count = 0};
    const struct coverage_option options[] = {{"--hall", &asked.fields[KEYS_hall]},
                                              {"--county", &asked.fields[KEYS_county]},
                                              {"--site", &asked.fields[KEYS_site]},
                                              {"--since", &asked.fields[KEYS_since]},
                                              {"--until", &asked.fields[KEYS_until]},
                                              {"--days", &asked.fields[KEYS_days]},
                                              {"--from", &asked.from},
                                              {"--to", &asked.to},
                                              {"--reason", &asked.reason},
                                              {"--today", &asked.today},
                                              {NULL, NULL}};
    asked.plain_count = coverage_read(coverage, argc, argv, options, asked.plain, 3);
    if (asked.plain_count < 0) {
        return COVERAGE_USAGE;
    }
    if (asked.plain_count == 0) {
        return coverage_usage(coverage, argv[0], "coverage_place_missing",
                              (const char *const[]){NULL});
    }
    const struct verb *verb = asked.plain_count == 1 ? &lists : find_verb(asked.plain[1]);
    if (!verb) {
        return coverage_usage(coverage, argv[0], "coverage_keys_verb",
                              (const char *const[]){"value", asked.plain[1], NULL});
    }
    const char *other = foreign(verb, &asked, options);
    if (other) {
        return coverage_usage(coverage, argv[0], "coverage_option_unknown",
                              (const char *const[]){"value", other, NULL});
    }
    const char *lacks = lack(verb, &asked);
    if (lacks) {
        return coverage_usage(
            coverage, argv[0], "coverage_keys_wants",
            (const char *const[]){"verb", verb->name, "option", lacks, NULL});
    }
    return verb->run(coverage, &asked);
}
