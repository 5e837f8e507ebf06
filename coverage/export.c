/* SPDX-License-Identifier: MIT */
/*
 * coverage export DB --key FILE --month 2026-03 | --from DAY --to DAY: the counts for the
 * county (lkx/lkx.h), as the staff's page writes them. Of which hall they are stands in
 * the kiosk's settings. `--today` is for late exports and for tests.
 */
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "coverage.h"
#include "lkx/lkx.h"
#include "report/month.h"
#include "report/report.h"
#include "sign/sign.h"
#include "store/store.h"

struct asked {
    const char *database, *key, *month, *first, *last, *out, *config, *day;
    int from, to, today;
    struct conf_settings settings;
};

/* Of the period only days that have come. False: it has been said what is wrong. */
static bool read_period(const struct coverage *coverage, struct asked *asked)
{
    if (!coverage_day(coverage, "--today", asked->day, &asked->today)) {
        return false;
    }
    if (asked->month && !month_parse(asked->month, &asked->from, &asked->to)) {
        return coverage_say(coverage, "coverage_report_month",
                            (const char *const[]){"value", asked->month, NULL});
    }
    if (!asked->month && (!coverage_day(coverage, "--from", asked->first, &asked->from) ||
                          !coverage_day(coverage, "--to", asked->last, &asked->to))) {
        return false;
    }
    if (asked->from > asked->to) {
        return coverage_say(
            coverage, "coverage_period_turned",
            (const char *const[]){"from", asked->first, "to", asked->last, NULL});
    }
    if (asked->from > asked->today) {
        return coverage_say(
            coverage, "coverage_export_early",
            (const char *const[]){"value", asked->month ? asked->month : asked->first,
                                  NULL});
    }
    asked->to = asked->to < asked->today ? asked->to : asked->today;
    return true;
}

/* False: it has been said what is wrong. */
static bool read_values(const struct coverage *coverage, struct asked *asked)
{
    const char *const made_from[] = {asked->database, asked->key, asked->config};
    if (!read_period(coverage, asked)) {
        return false;
    }
    for (size_t i = 0; asked->out && i < sizeof made_from / sizeof *made_from; i++) {
        if (made_from[i] && file_is_same(asked->out, made_from[i])) {
            return coverage_say(coverage, "coverage_export_over",
                                (const char *const[]){"file", asked->out, NULL});
        }
    }
    conf_settings_default(&asked->settings);
    return !asked->config || conf_settings_load(&asked->settings, asked->config) ||
           coverage_say_file(coverage, asked->config);
}

/* Counts that nobody has a key for may be signed by any. */
static bool check_owner(const struct coverage *coverage, const struct asked *asked,
                        const struct store *store,
                        const unsigned char secret[SIGN_SECRET_BYTES])
{
    char id[LKX_KIOSK_MAX];
    const char *kiosk = store_kiosk(store);
    lkx_kiosk_id(id, secret + SIGN_SECRET_BYTES - SIGN_PUBLIC_BYTES);
    return str_equal(kiosk, id) || str_equal(kiosk, STORE_NO_KIOSK) ||
           coverage_say(coverage, "coverage_export_owner",
                        (const char *const[]){"file", asked->database, "kiosk", kiosk,
                                              "key", asked->key, "other", id, NULL});
}

static void name_file(const struct asked *asked, char *out, size_t size)
{
    report_name(REPORT_csv, asked->settings.place, asked->from, asked->to, out, size);
    char *dot = strrchr(out, '.');
    if (dot) {
        str_copy(dot + 1, size - (size_t)(dot + 1 - out), "lkx");
    }
}

static bool write_file(const struct coverage *coverage, const struct asked *asked,
                       const struct str *file)
{
    char name[CONF_PATH_MAX];
    char path[CONF_PATH_MAX];
    name_file(asked, name, sizeof name);
    bool named =
        asked->out ? str_copy(path, sizeof path, asked->out)
                   : file_name_beside(name, file->text, file->length, path, sizeof path);
    if (!named || !file_write(path, file->text, file->length)) {
        return coverage_say_why(coverage);
    }
    if (!asked->out) {
        printf("%s\n", path);
    }
    return true;
}

static bool export_store(const struct coverage *coverage, const struct asked *asked,
                         struct store *store,
                         const unsigned char secret[SIGN_SECRET_BYTES])
{
    struct str file = {0};
    const struct count_source counts = store_source(store);
    const struct lkx_facts facts = {.hall = asked->settings.place,
                                    .county = asked->settings.county,
                                    .from_day = asked->from,
                                    .to_day = asked->to,
                                    .made_day = asked->today};
    if (!check_owner(coverage, asked, store, secret)) {
        return false;
    }
    bool written = lkx_render(&facts, &counts, NULL, secret, &file)
                       ? write_file(coverage, asked, &file)
                       : coverage_say_why(coverage);
    str_free(&file);
    return written;
}

/* Always returns false. */
static bool say_key(const struct coverage *coverage)
{
    static const struct {
        const char *kind, *key;
    } rows[] = {
        {"key_file", "coverage_key_file"},
        {"key_open", "coverage_key_open"},
        {"key_public", "coverage_key_public"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (str_equal(err_cause()->kind, rows[i].kind)) {
            return coverage_say_cause(coverage, rows[i].key);
        }
    }
    return coverage_say_why(coverage);
}

static bool export_database(const struct coverage *coverage, const struct asked *asked)
{
    unsigned char secret[SIGN_SECRET_BYTES];
    if (!sign_pair_read(secret, asked->key)) {
        return say_key(coverage);
    }
    struct store *store = coverage_open_kiosk(coverage, asked->database);
    bool written = store && export_store(coverage, asked, store, secret);
    sign_wipe(secret, sizeof secret);
    store_close(store);
    return written;
}

enum coverage_status coverage_export(struct coverage *coverage, int argc, char **argv)
{
    struct asked asked = {.database = NULL};
    const struct coverage_option options[] = {
        {"--key", &asked.key},    {"--month", &asked.month},
        {"--from", &asked.first}, {"--to", &asked.last},
        {"-o", &asked.out},       {"--config", &asked.config},
        {"--today", &asked.day},  {NULL, NULL}};
    if (coverage_read(coverage, argc, argv, options, &asked.database, 1) < 0) {
        return COVERAGE_USAGE;
    }
    bool days = asked.first && asked.last;
    bool some = asked.first || asked.last;
    if (!asked.database || !asked.key || (asked.month ? some : !days)) {
        return coverage_usage(coverage, argv[0], "coverage_export_missing",
                              (const char *const[]){NULL});
    }
    return read_values(coverage, &asked) && export_database(coverage, &asked)
               ? COVERAGE_OK
               : COVERAGE_FAILED;
}
