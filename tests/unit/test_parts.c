/* SPDX-License-Identifier: MIT */
#include "count/moment.h"
#include "count/parts.h"
#include "support/hours.h"

enum { DRAWS = 40 };

struct seen {
    size_t count, stop_at; /* 0: never stops */
    struct count_row rows[HOURS_ROWS_MAX];
};

static bool see(void *context, const struct count_row *row)
{
    struct seen *seen = context;
    seen->rows[seen->count++] = *row;
    return seen->count != seen->stop_at;
}

/* The sums, found the slow way. */
static struct count_row sum_of(const struct hours *hours, const struct count_key *key)
{
    struct count_row sum = {.key = *key};
    for (size_t i = 0; i < hours->count; i++) {
        struct count_key other = hours->rows[i].key;
        other.hour = (int)count_part(other.hour);
        if (count_key_compare(&other, key) == 0) {
            sum.n += hours->rows[i].n;
            sum.revision += hours->rows[i].revision;
        }
    }
    return sum;
}

static int64_t n_of_days(const struct count_row *rows, size_t count, int from, int to)
{
    int64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        n += rows[i].key.day >= from && rows[i].key.day <= to ? rows[i].n : 0;
    }
    return n;
}

static void hours_of_a_part_are_one_sum(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        struct hours hours;
        struct seen seen = {0};
        hours_draw(&hours, &rng, (size_t)rng_int(&rng, 0, HOURS_ROWS_MAX));
        int from = 20260300 + rng_int(&rng, 1, 31);
        int to = 20260300 + rng_int(&rng, 1, 31);
        struct count_source source = hours_source(&hours);
        assert_true(count_parts_each(&source, from, to, see, &seen));
        for (size_t at = 0; at < seen.count; at++) {
            const struct count_row *row = &seen.rows[at];
            struct count_row right = sum_of(&hours, &row->key);
            assert_int_equal(row->n, right.n);
            assert_int_equal(row->revision, right.revision);
            assert_true(row->key.hour >= COUNT_MORNING && row->key.hour <= COUNT_EVENING);
            assert_true(at == 0 ||
                        count_key_compare(&seen.rows[at - 1].key, &row->key) < 0);
        }
        assert_int_equal(n_of_days(seen.rows, seen.count, from, to),
                         n_of_days(hours.rows, hours.count, from, to));
        assert_int_equal(n_of_days(seen.rows, seen.count, 0, 99999999),
                         n_of_days(seen.rows, seen.count, from, to));
    }
}

static void who_stops_is_told_no_more(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, HOURS_ROWS_MAX);
    struct count_source source = hours_source(&hours);
    struct seen all = {0};
    assert_true(count_parts_each(&source, 0, 99999999, see, &all));
    assert_true(all.count > 10);
    struct seen some = {.stop_at = (size_t)rng_int(&rng, 1, (int)all.count)};
    assert_false(count_parts_each(&source, 0, 99999999, see, &some));
    assert_int_equal(some.count, some.stop_at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_of_a_part_are_one_sum),
        cmocka_unit_test(who_stops_is_told_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
