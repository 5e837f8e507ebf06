/* SPDX-License-Identifier: MIT */
/*
 * manikins CPR-ANALYZE: every capture and case of traces/raw in one table, what is wanted
 * before a slash, what cpr-analyze got behind it. Start it in the source folder.
 *
 * Exits 1 where they differ, also where a row that is marked as short of something
 * (support/wanted.h) is no longer: then the mark goes.
 */
#include <jansson.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/str.h"
#include "support/captures.h"
#include "support/wanted.h"

enum { REASONS_MAX = 96, RATE_PERCENT = 1 };

static const double within_mm = 2; /* where it is scored */
static const double bout_s = 2;    /* pushes further apart are of two bouts */

struct row {
    const char *name, *given;
    int count, lost; /* WANTED_ANY: whatever is got will do */
    double rate_cpm, depth_mm, within_mm;
    char reasons[REASONS_MAX];
    const char *refused; /* said instead of a result; NULL: there is one */
    unsigned short_of;
    const char *why;
};

struct got {
    bool is_read;
    int count, lost;
    double rate_cpm, depth_mm; /* NAN: none */
    char reasons[REASONS_MAX];
    double points; /* NAN: not scored */
    char said[512];
};

/* ---- what is wanted ---- */

/* The pushes from `from` on, as the chest went. */
static void take_truth(struct row *row, int from)
{
    char path[128];
    json_error_t error;
    double seconds = 0;
    double sum_mm = 0;
    int intervals = 0;
    str_format(path, sizeof path, "tests/traces/raw/%s.truth.json", row->name);
    json_t *root = json_load_file(path, 0, &error);
    json_t *depths = json_object_get(root, "depth_mm");
    json_t *starts = json_object_get(root, "push_start_s");
    int end = (int)json_array_size(depths);
    if (end <= from || json_array_size(starts) != (size_t)end) {
        fprintf(stderr, "%s: not a truth: %s\n", path, error.text);
        exit(2);
    }
    for (int i = from; i < end; i++) {
        double start_s = json_number_value(json_array_get(starts, (size_t)i));
        double next_s = json_number_value(json_array_get(starts, (size_t)i + 1));
        sum_mm += json_number_value(json_array_get(depths, (size_t)i));
        if (i + 1 < end && next_s - start_s < bout_s) {
            seconds += next_s - start_s;
            intervals++;
        }
    }
    row->count = end - from;
    row->depth_mm = row->reasons[0] ? WANTED_ANY : sum_mm / row->count;
    row->rate_cpm = 60 * intervals / seconds;
    json_decref(root);
}

static struct row row_of_wanted(const struct wanted *from)
{
    struct row row = {
        .name = from->name,
        .given = from->given,
        .count = from->count,
        .lost = from->lost,
        .rate_cpm = from->rate_cpm,
        .depth_mm = from->depth_mm,
        .within_mm = within_mm,
        .short_of = from->short_of,
        .why = from->why,
    };
    str_copy(row.reasons, sizeof row.reasons, from->reasons);
    if (row.count == 0) {
        take_truth(&row, from->truth_from);
    }
    return row;
}

/* The chest that captures.h tells of. */
static struct row row_of_capture(const struct capture *from)
{
    struct row row = {
        .name = from->name,
        .given = from->given,
        .count = from->end - from->begin,
        .lost = WANTED_ANY,
        .within_mm = from->within_mm,
        .refused = from->refused,
    };
    double sum_mm = 0;
    double seconds = 0;
    int intervals = 0;
    for (int push = from->begin; push < from->end; push++) {
        sum_mm += push_mm(push);
        bool is_inner = push != PUSH_PRESS && push + 1 != PUSH_SECOND;
        if (is_inner && push + 1 < from->end) {
            seconds += 60 / push_cpm(push);
            intervals++;
        }
    }
    row.depth_mm = sum_mm / row.count;
    row.rate_cpm = 60 * intervals / seconds;
    for (size_t i = 0; i < sizeof unscored / sizeof *unscored; i++) {
        if (str_equal(unscored[i].name, row.name)) {
            str_copy(row.reasons, sizeof row.reasons, unscored[i].reasons);
        }
    }
    return row;
}

/* ---- what is got ---- */

static double number_at(json_t *root, const char *group, const char *key)
{
    json_t *value = json_object_get(json_object_get(root, group), key);
    return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

static void take_result(json_t *root, struct got *got)
{
    json_t *reasons = json_object_get(json_object_get(root, "trust"), "reasons");
    size_t length = 0;
    got->is_read = true;
    got->count = (int)number_at(root, "compressions", "count");
    got->rate_cpm = number_at(root, "compressions", "mean_rate_cpm");
    got->depth_mm = number_at(root, "compressions", "mean_depth_mm");
    got->lost = (int)json_integer_value(json_object_get(root, "lost_samples"));
    got->points = number_at(root, "score", "total");
    for (size_t i = 0; i < json_array_size(reasons); i++) {
        const char *reason = json_string_value(json_array_get(reasons, i));
        str_format(got->reasons + length, sizeof got->reasons - length, "%s%s",
                   i > 0 ? "," : "", reason);
        length = strlen(got->reasons);
    }
}

static struct got analyze(const char *program, const struct row *row)
{
    struct got got = {.points = (double)NAN};
    char command[1024];
    bool is_recording = strchr(row->name, '.') != NULL;
    str_format(command, sizeof command, "'%s' %s tests/traces/%s%s%s %s 2>&1", program,
               is_recording ? "" : "--raw", is_recording ? "" : "raw/", row->name,
               is_recording ? "" : ".raw", row->given);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): as a person calls it */
    if (!pipe || (!is_recording && !fgets(got.said, sizeof got.said, pipe))) {
        fprintf(stderr, "manikins: %s cannot be started\n", program);
        exit(2);
    }
    json_t *root = json_loadf(pipe, 0, NULL);
    if (root) {
        take_result(root, &got);
    }
    json_decref(root);
    if (pclose(pipe) != 0) {
        got.is_read = false;
    }
    return got;
}

/* ---- the table ---- */

static bool differs_by(double want, double got, double by)
{
    return want != WANTED_ANY && !(fabs(got - want) <= by);
}

static unsigned find_differences(const struct row *row, const struct got *got)
{
    bool scored = !isnan(got->points);
    return (unsigned)(row->count != WANTED_ANY && got->count != row->count) *
               WANTED_COUNT +
           (unsigned)differs_by(row->rate_cpm, got->rate_cpm,
                                row->rate_cpm * RATE_PERCENT / 100) *
               WANTED_RATE +
           (unsigned)differs_by(row->depth_mm, got->depth_mm, row->within_mm) *
               WANTED_DEPTH +
           (unsigned)(row->lost != WANTED_ANY && got->lost != row->lost) * WANTED_LOST +
           (unsigned)!str_equal(row->reasons, got->reasons) * WANTED_REASONS +
           (unsigned)(scored != (row->reasons[0] == '\0')) * WANTED_POINTS;
}

static void print_pair(double want, double got, int decimals, int width)
{
    char text[2][16];
    double values[2] = {want, got};
    for (int i = 0; i < 2; i++) {
        bool is_none = isnan(values[i]) || (i == 0 && want == WANTED_ANY);
        str_format(text[i], sizeof text[i], is_none ? "-" : "%.*f", decimals, values[i]);
    }
    printf(" %*s/%-*s", width, text[0], width, text[1]);
}

static void print_row(const struct row *row, const struct got *got)
{
    char points[16] = "-";
    if (!isnan(got->points)) {
        str_format(points, sizeof points, "%.1f", got->points);
    }
    printf("%-18s", row->name);
    print_pair(row->count, got->count, 0, 3);
    print_pair(row->rate_cpm, got->rate_cpm, 1, 5);
    print_pair(row->depth_mm, got->depth_mm, 1, 4);
    print_pair(row->lost, got->lost, 0, 3);
    printf(" %5s  %s", points, got->reasons);
}

static void print_fields(const char *before, unsigned fields)
{
    static const char *const names[] = {"count", "rate",    "depth",
                                        "lost",  "reasons", "points"};
    printf("  %s", before);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (fields & (1U << i)) {
            printf(" %s", names[i]);
        }
    }
}

/* Prints a line; false when the row is not as it should be. */
static bool judge(const struct row *row, const struct got *got)
{
    if (row->refused || !got->is_read) {
        bool fits = row->refused && !got->is_read && strstr(got->said, row->refused);
        printf("%-18s %s%s: %.*s\n", row->name,
               fits ? "" : "DIFFERS: ", got->is_read ? "read" : "refused",
               (int)strcspn(got->said, "\n"), got->said);
        return fits;
    }
    unsigned differs = find_differences(row, got);
    print_row(row, got);
    if (differs & ~row->short_of) {
        print_fields("DIFFERS:", differs & ~row->short_of);
        if (differs & WANTED_REASONS) {
            printf(" (wanted: \"%s\")", row->reasons);
        }
    }
    if (row->short_of & ~differs) {
        print_fields("MENDED, take the mark away:", row->short_of & ~differs);
    }
    if (row->short_of & differs) {
        print_fields("short of", row->short_of & differs);
        printf(": %s", row->why);
    }
    printf("\n");
    return differs == row->short_of;
}

int main(int argc, char **argv)
{
    int wrong = 0;
    int is_short = 0;
    if (argc != 2) {
        fprintf(stderr, "usage: manikins CPR-ANALYZE\n");
        return 2;
    }
    printf("%-18s %7s %11s %9s %7s %5s  %s\n", "wanted/got", "count", "rate /min",
           "depth mm", "lost", "points", "why not scored");
    for (int i = 0; i < WANTED + CAPTURES; i++) {
        struct row row = i < WANTED ? row_of_wanted(&wanted[i])
                                    : row_of_capture(&captures[i - WANTED]);
        struct got got = analyze(argv[1], &row);
        wrong += !judge(&row, &got);
        is_short += row.short_of != 0;
    }
    printf("%d rows, %d not as wanted, %d known to be short of it\n", WANTED + CAPTURES,
           wrong, is_short);
    return wrong > 0;
}
