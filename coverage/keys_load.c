/* SPDX-License-Identifier: MIT */
/*
 * A table of kiosks, as a spreadsheet saves it: a line of names, then a kiosk a line.
 *
 *     key,hall,county,site,since,until,days
 *     MCow...,滨江馆,嘉善县,hall,2026-03-01,,234567
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "keys.h"
#include "sql/sql.h"

enum { FILE_BYTES_MAX = 16 << 20, CELLS = 1 + KEYS_FIELDS, WHERE_MAX = 320 };

static const char header[] = "key"

#define FIELD(name) "," #name
#include "keys_fields.def"
#undef FIELD
    ;

struct loading {
    const struct coverage *coverage;
    const char *path;
    char before[WHERE_MAX]; /* "kiosks.csv:5: " */
    size_t count, room;
    struct county_kiosk *kiosks;
};

static bool wrong(const struct loading *loading, const char *key, const char *value)
{
    return coverage_say(loading->coverage, key,
                        (const char *const[]){"where", loading->before, "value", value,
                                              "names", header, NULL});
}

/* One cell, in quotes or not; `*at` is moved behind the comma. NULL: the quotes do not
 * end. */
static char *take_cell(char **at)
{
    char *cell = *at;
    if (*cell != '"') {
        char *end = cell + strcspn(cell, ",");
        *at = *end ? end + 1 : NULL;
        *end = '\0';
        return cell;
    }
    char *to = cell;
    char *from = cell + 1;
    while (*from && (*from != '"' || from[1] == '"')) {
        from += *from == '"';
        *to++ = *from++;
    }
    if (*from != '"' || (from[1] != ',' && from[1] != '\0')) {
        return NULL;
    }
    *at = from[1] ? from + 2 : NULL;
    *to = '\0';
    return cell;
}

/* False: it has been said what is wrong. */
static bool take_cells(const struct loading *loading, char *line, char *cells[CELLS])
{
    char *at = line;
    int count = 0;
    while (at && count < CELLS && (cells[count] = take_cell(&at))) {
        count++;
    }
    return (count == CELLS && !at) || wrong(loading, "coverage_keys_cells", "");
}

static bool take_line(struct loading *loading, char *line)
{
    char key[WHERE_MAX + 8];
    char *cells[CELLS];
    const char *words[KEYS_FIELDS];
    struct county_kiosk kiosk = {.site = COUNTY_SITES, .weekdays = COUNTY_EVERY_DAY};
    if (!str_is_utf8(line, strlen(line))) {
        return wrong(loading, "coverage_keys_encoding", "");
    }
    if (!take_cells(loading, line, cells)) {
        return false;
    }
    for (int i = 0; i < KEYS_FIELDS; i++) {
        /* What is empty is left out, and missed where it is needed. */
        words[i] = *cells[1 + i] ? cells[1 + i] : NULL;
    }
    str_format(key, sizeof key, "%skey", loading->before);
    if (!keys_line(loading->coverage, key, cells[0], &kiosk) ||
        !keys_fill(loading->coverage, loading->before, words, &kiosk) ||
        !keys_complete(loading->coverage, loading->before, &kiosk)) {
        return false;
    }
    if (loading->count == loading->room) {
        loading->room = loading->room ? 2 * loading->room : 64;
        loading->kiosks =
            realloc(loading->kiosks, loading->room * sizeof *loading->kiosks);
        assert(loading->kiosks);
    }
    loading->kiosks[loading->count++] = kiosk;
    return true;
}

/* Every line is looked at, so that all that is wrong is told at once. */
static bool take_lines(struct loading *loading, char *bytes)
{
    int number = 0;
    int told = 0;
    char *at = bytes + (str_starts(bytes, "\xEF\xBB\xBF") ? 3 : 0);
    while (at && *at && told < 20) {
        char *line = at;
        char *end = line + strcspn(line, "\n");
        at = *end ? end + 1 : NULL;
        *end = '\0';
        end[-(end > line && end[-1] == '\r')] = '\0';
        str_format(loading->before, sizeof loading->before, "%s:%d: ", loading->path,
                   ++number);
        if (number == 1) {
            if (!str_equal(line, header)) {
                return wrong(loading, "coverage_keys_header", "");
            }
        } else if (line[strspn(line, ", ")] != '\0') {
            told += !take_line(loading, line);
        }
    }
    return told == 0 && (number > 0 || wrong(loading, "coverage_keys_header", ""));
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct county_kiosk *)a)->id,
                  ((const struct county_kiosk *)b)->id);
}

/* Two lines of one kiosk would each say something else of it. */
static bool check_twice(const struct loading *loading)
{
    if (loading->count > 0) {
        qsort(loading->kiosks, loading->count, sizeof *loading->kiosks, compare);
    }
    for (size_t i = 1; i < loading->count; i++) {
        const char *id = loading->kiosks[i].id;
        if (str_equal(id, loading->kiosks[i - 1].id)) {
            return coverage_say(
                loading->coverage, "coverage_keys_twice",
                (const char *const[]){"file", loading->path, "id", id, NULL});
        }
    }
    return true;
}

static enum coverage_status put(const struct loading *loading, const char *place)
{
    char number[24];
    struct sql *sql = county_open(place, SQL_CREATE);
    bool stored = sql && county_kiosks_put(sql, loading->kiosks, loading->count);
    sql_close(sql);
    if (!stored) {
        coverage_say_why(loading->coverage);
        return COVERAGE_FAILED;
    }
    str_format(number, sizeof number, "%zu", loading->count);
    coverage_print(loading->coverage, "coverage_keys_loaded",
                   (const char *const[]){"n", number, "file", loading->path, NULL});
    return COVERAGE_OK;
}

enum coverage_status keys_load(const struct coverage *coverage, const char *place,
                               const char *path)
{
    size_t length = 0;
    struct loading loading = {.coverage = coverage, .path = path};
    if (!file_exists(path)) {
        coverage_say(coverage, "coverage_file_missing",
                     (const char *const[]){"file", path, NULL});
        return COVERAGE_FAILED;
    }
    char *bytes = file_read(path, FILE_BYTES_MAX, &length);
    if (!bytes) {
        coverage_say_why(coverage);
        return COVERAGE_FAILED;
    }
    enum coverage_status status = COVERAGE_FAILED;
    if (take_lines(&loading, bytes) && check_twice(&loading)) {
        status = put(&loading, place);
    } else {
        coverage_say(coverage, "coverage_keys_nothing",
                     (const char *const[]){"file", path, NULL});
    }
    free(loading.kiosks);
    free(bytes);
    return status;
}
