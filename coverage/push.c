/* SPDX-License-Identifier: MIT */
/* coverage push PLACE [--to] SERVER: sends what a place has of each kiosk on, as often as
 * one likes. */
#include <inttypes.h>

#include "base/err.h"
#include "base/str.h"
#include "county/county.h"
#include "coverage.h"

static void tell_kiosk(void *context, const char *kiosk, bool stands)
{
    const struct coverage *coverage = context;
    if (!stands) {
        coverage_say_why(coverage);
        coverage_say(coverage, "coverage_push_refused",
                     (const char *const[]){"kiosk", kiosk, NULL});
    }
}

static void print_sums(const struct coverage *coverage, const struct county_push *push,
                       const char *where)
{
    enum { NUMBERS = 5 };

    const int64_t numbers[NUMBERS] = {push->kiosks, push->sent, push->rows, push->fresh,
                                      push->raised};
    char texts[NUMBERS][24];
    for (int i = 0; i < NUMBERS; i++) {
        str_format(texts[i], sizeof texts[i], "%" PRId64, numbers[i]);
    }
    coverage_print(coverage, "coverage_push_done",
                   (const char *const[]){"n", texts[0], "where", where, "sent", texts[1],
                                         "rows", texts[2], "fresh", texts[3], "raised",
                                         texts[4], NULL});
}

static bool push(struct coverage *coverage, const char *from_where, const char *to_where)
{
    struct county_push sums = {0};
    struct sql *to = NULL;
    struct sql *from = county_open(from_where, SQL_READ);
    bool pushed = from && (to = county_open(to_where, SQL_WRITE)) &&
                  county_push(from, to, &sums, tell_kiosk, coverage);
    if (!pushed && sums.refused == 0) {
        coverage_say_why(coverage);
    }
    if (pushed || sums.kiosks > 0) {
        print_sums(coverage, &sums, sql_where(to));
    }
    sql_close(to);
    sql_close(from);
    return pushed;
}

enum coverage_status coverage_push(struct coverage *coverage, int argc, char **argv)
{
    const char *plain[2] = {NULL, NULL};
    const char *to = NULL;
    const struct coverage_option options[] = {{"--to", &to}, {NULL, NULL}};
    int count = coverage_read(coverage, argc, argv, options, plain, 2);
    if (count < 0) {
        return COVERAGE_USAGE;
    }
    if (count + (to ? 1 : 0) != 2) {
        return coverage_usage(coverage, argv[0], "coverage_push_missing",
                              (const char *const[]){NULL});
    }
    return push(coverage, plain[0], to ? to : plain[1]) ? COVERAGE_OK : COVERAGE_FAILED;
}
