/* SPDX-License-Identifier: MIT */
#include "visits.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

enum { FILE_BYTES_MAX = 64 << 20, TOLD_MAX = 20, SHOWN_BYTES = 48, YEAR_FIRST = 2020 };

/* A number that a line may give. */
struct number {
    const char *name;
    double max;
    size_t at; /* where it goes in struct visit */
};

static const struct number numbers[] = {
    {"score", 100, offsetof(struct visit, score)},
    {"depth", 150, offsetof(struct visit, depth_mm)},
    {"rate", 300, offsetof(struct visit, rate_cpm)},
};

enum { NUMBERS = sizeof numbers / sizeof *numbers };

struct reader {
    const struct coverage *coverage;
    const char *path;
    int line;
    int told; /* wrong lines so far */
};

/* One sentence about the line at hand; always false. `value` is the file's own, so it is
 * shown as one short line whatever it holds. */
static bool wrong(struct reader *reader, const char *key, const char *value,
                  const char *name, double max)
{
    char shown[SHOWN_BYTES];
    char place[16];
    char most[32];
    if (reader->told++ < TOLD_MAX) {
        str_copy(shown, sizeof shown, value);
        str_one_line(shown);
        str_format(place, sizeof place, "%d", reader->line);
        str_format(most, sizeof most, "%g", max);
        const char *const pairs[] = {"file", reader->path, "line", place, "value", shown,
                                     "name", name,         "max",  most,  NULL};
        coverage_say(reader->coverage, key, pairs);
    }
    return false;
}

/* "2026-03-01T09" */
static bool read_time(const char *text, struct visit *visit)
{
    char day[sizeof "2026-03-01"];
    int64_t hour = -1;
    bool shaped = strlen(text) == 13 && text[10] == 'T' &&
                  strspn(text + 11, "0123456789") == 2 && str_to_int64(text + 11, &hour);
    str_copy(day, sizeof day, text);
    visit->hour = (int)hour;
    return shaped && calendar_read(day, &visit->day) &&
           visit->day >= YEAR_FIRST * 10000 && hour <= 23;
}

static bool is_id(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length < COUNT_TEXT_MAX && text[length] == '\0';
}

static bool read_number(struct reader *reader, const struct number *number,
                        const char *value, struct visit *visit)
{
    double *to = (double *)(void *)((char *)visit + number->at);
    if (!str_to_double(value, to) || *to < 0 || *to > number->max) {
        return wrong(reader, "coverage_visit_number", value, number->name, number->max);
    }
    visit->tested = true;
    return true;
}

/* "name=value" */
static bool read_field(struct reader *reader, char *text, struct visit *visit,
                       unsigned *seen)
{
    char *value = strchr(text, '=');
    if (!value) {
        return wrong(reader, "coverage_visit_field", text, "", 0);
    }
    *value++ = '\0';
    unsigned bit = 0;
    bool sound = true;
    if (str_equal(text, "lesson")) {
        bit = 1;
        sound = (is_id(value) && str_copy(visit->lesson, COUNT_TEXT_MAX, value)) ||
                wrong(reader, "coverage_visit_lesson", value, text, 0);
    } else if (str_equal(text, "passed")) {
        bit = 2;
        visit->tested = true;
        visit->passed = str_equal(value, "1");
        sound = visit->passed || str_equal(value, "0") ||
                wrong(reader, "coverage_visit_passed", value, text, 0);
    }
    for (unsigned i = 0; i < NUMBERS; i++) {
        if (str_equal(text, numbers[i].name)) {
            bit = 4U << i;
            sound = read_number(reader, &numbers[i], value, visit);
        }
    }
    if (bit == 0) {
        return wrong(reader, "coverage_visit_field", text, "", 0);
    }
    if (*seen & bit) {
        return wrong(reader, "coverage_visit_twice", text, text, 0);
    }
    *seen |= bit;
    return sound;
}

static void read_line(struct reader *reader, char *text, struct visits *visits)
{
    static const char blanks[] = " \t";
    char *rest = NULL;
    char *word = strtok_r(text, blanks, &rest);
    if (!word || word[0] == '#') {
        return;
    }
    struct visit *visit = &visits->items[visits->count];
    *visit = (struct visit){.line = reader->line,
                            .score = (double)NAN,
                            .depth_mm = (double)NAN,
                            .rate_cpm = (double)NAN};
    bool sound =
        read_time(word, visit) || wrong(reader, "coverage_visit_time", word, "", 0);
    unsigned seen = 0;
    while (sound && (word = strtok_r(NULL, blanks, &rest))) {
        sound = read_field(reader, word, visit, &seen);
    }
    visits->count += sound;
}

static size_t lines_of(const char *bytes, size_t length)
{
    size_t lines = 1;
    for (size_t i = 0; i < length; i++) {
        lines += bytes[i] == '\n';
    }
    return lines;
}

bool visits_read(const struct coverage *coverage, const char *path, struct visits *visits)
{
    size_t length = 0;
    struct reader reader = {.coverage = coverage, .path = path};
    *visits = (struct visits){.count = 0};
    if (!file_exists(path)) {
        return coverage_say(coverage, "coverage_file_missing",
                            (const char *const[]){"file", path, NULL});
    }
    char *bytes = file_read(path, FILE_BYTES_MAX, &length);
    if (!bytes) {
        return coverage_say_why(coverage);
    }
    visits->items = calloc(lines_of(bytes, length), sizeof *visits->items);
    assert(visits->items);
    char *at = bytes;
    at += str_starts(at, "\xEF\xBB\xBF") ? 3 : 0;
    for (char *end = bytes + length; at < end;) {
        char *line = at;
        char *stop = memchr(at, '\n', (size_t)(end - at));
        at = stop ? stop + 1 : end;
        reader.line++;
        if (!str_is_utf8(line, (size_t)((stop ? stop : end) - line))) {
            wrong(&reader, "coverage_visit_bytes", "", "", 0);
            continue;
        }
        if (stop) {
            *stop = '\0';
            stop[-(stop > line && stop[-1] == '\r')] = '\0';
        }
        read_line(&reader, line, visits);
    }
    free(bytes);
    if (reader.told == 0) {
        return true;
    }
    char told[16];
    str_format(told, sizeof told, "%d", reader.told);
    return coverage_say(coverage, "coverage_visit_refused",
                        (const char *const[]){"n", told, "file", path, NULL});
}

void visits_free(struct visits *visits)
{
    free(visits->items);
    *visits = (struct visits){.count = 0};
}
