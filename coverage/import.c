/* SPDX-License-Identifier: MIT */
/*
 * coverage import PLACE FILE...: takes in the signed files of kiosks. Each file is taken
 * whole or not at all, and one that is refused does not keep the others back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "county/county.h"
#include "coverage.h"
#include "lkx/lkx_read.h"
#include "sql/sql.h"

struct importing {
    const struct coverage *coverage;
    struct sql *sql;
    struct county_kiosk *kiosks;
    struct county_registry registry;
    int today;
    int64_t taken, again, refused;
};

/* Tables for people lie beside the file that is meant. */
static bool is_for_people(const char *path)
{
    static const char *const ends[] = {".csv", ".xlsx", ".html", ".pdf"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof ends / sizeof *ends; i++) {
        if (str_equal(dot, ends[i])) {
            return true;
        }
    }
    return false;
}

static struct lkx_file *read_file(struct importing *importing, const char *path)
{
    struct stat facts;
    const char *const pairs[] = {"file", path, NULL};
    const char *wrong = stat(path, &facts) != 0               ? "coverage_file_missing"
                        : S_ISDIR(facts.st_mode)              ? "coverage_import_folder"
                        : is_for_people(path)                 ? "coverage_import_people"
                        : sql_file_is(path) == SQL_FILE_KIOSK ? "coverage_import_kiosk"
                                                              : NULL;
    if (wrong) {
        coverage_say(importing->coverage, wrong, pairs);
        return NULL;
    }
    struct lkx_file *file = lkx_read(path, county_key_of, &importing->registry);
    if (!file) {
        coverage_say_why(importing->coverage);
    }
    return file;
}

static void tell(const struct importing *importing, const char *path,
                 const struct lkx_file *file, const struct county_import *import)
{
    char from[CALENDAR_TEXT_MAX];
    char to[CALENDAR_TEXT_MAX];
    char rows[24];
    char fresh[24];
    char raised[24];
    char older[24];
    const struct county_kiosk *kiosk =
        county_kiosk_find(&importing->registry, import->id);
    calendar_write(from, file->from_day);
    calendar_write(to, file->to_day);
    str_format(rows, sizeof rows, "%lld", (long long)import->rows);
    str_format(fresh, sizeof fresh, "%lld", (long long)import->fresh);
    str_format(raised, sizeof raised, "%lld", (long long)import->raised);
    str_format(older, sizeof older, "%lld", (long long)import->older);
    const char *const pairs[] = {"file",      path,    "id",    import->id, "hall",
                                 kiosk->hall, "from",  from,    "to",       to,
                                 "rows",      rows,    "fresh", fresh,      "raised",
                                 raised,      "older", older,   NULL};
    coverage_print(importing->coverage,
                   import->again       ? "coverage_import_again"
                   : import->older > 0 ? "coverage_import_older"
                                       : "coverage_import_taken",
                   pairs);
    if (import->days_changed) {
        coverage_print(importing->coverage, "coverage_import_changed", pairs);
    }
    fflush(stdout); /* what was told is in, even if the next file is cut off */
}

static bool import_one(struct importing *importing, const char *path)
{
    struct county_import import;
    struct lkx_file *file = read_file(importing, path);
    bool taken =
        file && (county_take(importing->sql, file, path, importing->today, &import) ||
                 coverage_say_why(importing->coverage));
    if (taken) {
        tell(importing, path, file, &import);
    }
    importing->taken += taken && !import.again;
    importing->again += taken && import.again;
    importing->refused += !taken;
    lkx_file_free(file);
    return taken;
}

static void tell_all(const struct importing *importing)
{
    char taken[24];
    char again[24];
    char refused[24];
    str_format(taken, sizeof taken, "%lld", (long long)importing->taken);
    str_format(again, sizeof again, "%lld", (long long)importing->again);
    str_format(refused, sizeof refused, "%lld", (long long)importing->refused);
    coverage_print(
        importing->coverage, "coverage_import_all",
        (const char *const[]){"taken", taken, "again", again, "refused", refused, NULL});
}

static enum coverage_status import_all(const struct coverage *coverage,
                                       const char *const *plain, int count, int today)
{
    struct importing importing = {.coverage = coverage, .today = today};
    importing.sql = county_open(plain[0], SQL_WRITE);
    if (!importing.sql ||
        !county_kiosks(importing.sql, &importing.kiosks, &importing.registry.count)) {
        coverage_say_why(coverage);
        sql_close(importing.sql);
        return COVERAGE_FAILED;
    }
    importing.registry.kiosks = importing.kiosks;
    for (int i = 1; i < count; i++) {
        import_one(&importing, plain[i]);
    }
    if (count > 2) {
        tell_all(&importing);
    }
    sql_close(importing.sql);
    free(importing.kiosks);
    return importing.refused ? COVERAGE_FAILED : COVERAGE_OK;
}

enum coverage_status coverage_import(struct coverage *coverage, int argc, char **argv)
{
    int today = 0;
    const char *day = NULL;
    const struct coverage_option options[] = {{"--today", &day}, {NULL, NULL}};
    const char **plain = calloc((size_t)argc, sizeof *plain);
    int count = plain ? coverage_read(coverage, argc, argv, options, plain, argc) : -1;
    enum coverage_status status = COVERAGE_USAGE;
    /* Whoever leaves the place out names the first file in its stead. */
    const char *dot = count > 0 ? strrchr(plain[0], '.') : NULL;
    if ((count >= 0 && count < 2) || (dot && str_equal(dot, ".lkx"))) {
        coverage_usage(coverage, argv[0], "coverage_import_missing",
                       (const char *const[]){NULL});
    } else if (count >= 2 && !coverage_day(coverage, "--today", day, &today)) {
        status = COVERAGE_FAILED;
    } else if (count >= 2) {
        status = import_all(coverage, plain, count, today);
    }
    free(plain);
    return status;
}
