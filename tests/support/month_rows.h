/* SPDX-License-Identifier: MIT */
/*
 * month_rows: counts in memory, as a store gives them, for tests of reports.
 */
#ifndef TESTS_SUPPORT_MONTH_ROWS_H
#define TESTS_SUPPORT_MONTH_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "count/row.h"
#include "support/tap.h"

enum { MONTH_ROWS_MAX = 60000 };

struct month_rows {
    int one_in; /* drawn: of how many one breaks off, fails or is wrong; 0: of four */
    bool fails; /* as a damaged database does */
    bool sorted;
    size_t count;
    struct count_row rows[MONTH_ROWS_MAX];
};

static inline int month_rows_by_key(const void *a, const void *b)
{
    const struct count_row *left = a;
    const struct count_row *right = b;
    return count_key_compare(&left->key, &right->key);
}

static inline bool month_rows_each(void *context, int from_day, int to_day,
                                   count_each *tell, void *each_context)
{
    struct month_rows *rows = context;
    if (!rows->sorted) {
        qsort(rows->rows, rows->count, sizeof *rows->rows, month_rows_by_key);
        rows->sorted = true;
    }
    if (rows->fails) {
        return err_set("counts.db: cannot be read");
    }
    for (size_t i = 0; i < rows->count; i++) {
        int day = rows->rows[i].key.day;
        if (day >= from_day && day <= to_day && !tell(each_context, &rows->rows[i])) {
            return false;
        }
    }
    return true;
}

static inline struct count_source month_rows_source(struct month_rows *rows)
{
    return (struct count_source){.context = rows, .each = month_rows_each};
}

/* One more row; the same key may come again. */
static inline void month_rows_add(struct month_rows *rows, int day, int hour,
                                  const char *metric, const char *subject,
                                  const char *detail, int64_t n)
{
    assert_true(rows->count < MONTH_ROWS_MAX);
    struct count_row *row = &rows->rows[rows->count++];
    *row = (struct count_row){
        .key = {.day = day, .hour = hour, .content = 1, .definition = 1},
        .n = n,
        .revision = n};
    str_copy(row->key.metric, sizeof row->key.metric, metric);
    str_copy(row->key.subject, sizeof row->key.subject, subject);
    str_copy(row->key.detail, sizeof row->key.detail, detail);
    rows->sorted = false;
}

/* A day as a hall has it: `visits` of them, with lessons, tests, questions, groups. */
static inline void month_rows_draw_day(struct month_rows *rows, struct rng *rng, int day,
                                       int visits)
{
    static const char *const lessons[] = {"adult-cpr", "aed",       "choking",
                                          "burns",     "nosebleed", "stroke"};
    static const char *const topics[] = {"first-aid", "cpr", "history"};
    static const char *const guidelines[] = {"aha-2025/adult", "aha-2025/child"};
    static const char *const kinds[] = {"pupils", "village", "company"};
    const int most = (rows->one_in > 0 ? rows->one_in : 4) - 1;
    for (int i = 0; i < visits; i++) {
        int hour = rng_int(rng, 9, 16);
        const char *lesson = lessons[rng_int(rng, 0, rng_int(rng, 0, 5))];
        month_rows_add(rows, day, hour, "visit", "", "", 1);
        month_rows_add(rows, day, hour, "lesson_started", lesson, "", 1);
        if (rng_int(rng, 0, most)) {
            month_rows_add(rows, day, hour, "lesson_done", lesson, "", 1);
        }
        if (rng_int(rng, 0, most)) {
            month_rows_add(rows, day, hour, "course_shown", "", "", 1);
            month_rows_add(rows, day, hour, "qr_shown", "", "", 1);
        }
        month_rows_add(rows, day, hour, "question", topics[rng_int(rng, 0, 2)],
                       rng_int(rng, 0, most) ? "right" : "wrong", 1);
        if (rng_int(rng, 0, 1)) {
            const char *guideline = guidelines[rng_int(rng, 0, 7) == 0];
            char bin[16];
            int score = rng_int(rng, rng_int(rng, 0, most) ? 7 : 2, 9) * 10;
            str_format(bin, sizeof bin, "%d~%d", score, score == 90 ? 100 : score + 9);
            month_rows_add(rows, day, hour, "test", guideline, "", 1);
            month_rows_add(rows, day, hour, "pushes", "", "", 55);
            if (score >= 70) {
                month_rows_add(rows, day, hour, "test_passed", guideline, "", 1);
            }
            month_rows_add(rows, day, hour, "test_score", guideline, bin, 1);
        }
        if (rng_int(rng, 0, most)) {
            month_rows_add(rows, day, hour, "first_time", "",
                           rng_int(rng, 0, most) ? "yes" : "no", 1);
        }
        if (rng_int(rng, 0, 29) == 0) {
            const char *kind = kinds[rng_int(rng, 0, 2)];
            month_rows_add(rows, day, hour, "group", kind, "", rng_int(rng, 1, 45));
            month_rows_add(rows, day, hour, "group_session", kind, "", 1);
            month_rows_add(rows, day, hour, "group_minutes", kind, "", 40);
        }
        if (rng_int(rng, 0, 9) == 0) {
            month_rows_add(rows, day, hour, "visit", "", "excluded:short", 1);
        }
    }
}

#endif
