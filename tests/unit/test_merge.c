/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "count/merge.h"
#include "support/tap.h"

enum { ROWS_MAX = 128, FILES_MAX = 40 };

/* What a kiosk hands in. */
struct file {
    size_t count;
    struct count_row rows[ROWS_MAX];
};

static struct count_row row_of(int day, const char *metric, int64_t n, int64_t revision)
{
    struct count_row row = {.key = {.day = day}, .n = n, .revision = revision};
    str_copy(row.key.metric, sizeof row.key.metric, metric);
    return row;
}

static void merge_into(struct file *sum, const struct file *file)
{
    struct count_row out[2 * ROWS_MAX];
    assert_true(count_sorted(file->rows, file->count));
    size_t count = count_merge(sum->rows, sum->count, file->rows, file->count, out);
    assert_true(count <= ROWS_MAX);
    assert_true(count_sorted(out, count));
    memcpy(sum->rows, out, count * sizeof *out);
    sum->count = count;
}

static void check_same(const struct file *a, const struct file *b)
{
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_int_equal(count_key_compare(&a->rows[i].key, &b->rows[i].key), 0);
        assert_int_equal(a->rows[i].n, b->rows[i].n);
        assert_int_equal(a->rows[i].revision, b->rows[i].revision);
    }
}

static void rows_twice_or_out_of_order_are_not_sorted(void **state)
{
    (void)state;
    struct count_row rows[] = {row_of(1, "a", 1, 1), row_of(1, "b", 1, 1),
                               row_of(2, "a", 1, 1)};
    assert_true(count_sorted(rows, 3));
    assert_true(count_sorted(rows, 1));
    assert_true(count_sorted(NULL, 0));
    rows[1] = rows[0];
    assert_false(count_sorted(rows, 3));
    rows[1] = row_of(3, "a", 1, 1);
    assert_false(count_sorted(rows, 3));
}

static void the_newest_state_of_each_key_stands(void **state)
{
    (void)state;
    struct file early = {.count = 3,
                         .rows = {row_of(1, "test", 4, 4), row_of(1, "visit", 9, 7),
                                  row_of(2, "test", 1, 1)}};
    struct file late = {.count = 3,
                        .rows = {row_of(1, "test", 4, 4), row_of(1, "visit", 7, 8),
                                 row_of(3, "test", 2, 2)}};
    struct file expected = {.count = 4,
                            .rows = {row_of(1, "test", 4, 4),
                                     row_of(1, "visit", 7, 8), /* corrected downwards */
                                     row_of(2, "test", 1, 1), row_of(3, "test", 2, 2)}};
    struct file sum = {0};
    merge_into(&sum, &early);
    check_same(&sum, &early);
    merge_into(&sum, &late);
    check_same(&sum, &expected);
    merge_into(&sum, &early); /* comes again, late */
    check_same(&sum, &expected);
    sum = (struct file){0};
    merge_into(&sum, &late);
    merge_into(&sum, &early);
    check_same(&sum, &expected);
}

/* ---- random files ------------------------------------------------------------------ */

/* Counts, and now and then a correction: some keys of a few days get a new revision. */
static void pass_a_while(struct file *kiosk, struct rng *rng)
{
    for (int i = 0; i < 10; i++) {
        struct count_row *row = &kiosk->rows[rng_int(rng, 0, (int)kiosk->count - 1)];
        row->n += rng_int(rng, 0, 9) ? rng_int(rng, 1, 3) : -row->n / 2;
        row->revision++;
    }
}

/* What has been counted so far of some days, as the kiosk hands it in. */
static struct file hand_in(const struct file *kiosk, int from_day, int to_day)
{
    struct file file = {0};
    for (size_t i = 0; i < kiosk->count; i++) {
        const struct count_row *row = &kiosk->rows[i];
        if (row->revision > 0 && row->key.day >= from_day && row->key.day <= to_day) {
            file.rows[file.count++] = *row;
        }
    }
    return file;
}

/* Of each key the state in the last file that has it: files are written in this order. */
static struct file last_states(const struct file *files, int count,
                               const struct file *kiosk)
{
    struct file expected = {0};
    for (size_t k = 0; k < kiosk->count; k++) {
        const struct count_row *last = NULL;
        for (int f = 0; f < count; f++) {
            for (size_t i = 0; i < files[f].count; i++) {
                const struct count_row *row = &files[f].rows[i];
                last =
                    count_key_compare(&row->key, &kiosk->rows[k].key) == 0 ? row : last;
            }
        }
        if (last) {
            expected.rows[expected.count++] = *last;
        }
    }
    return expected;
}

/*
 * Twenty days of a random kiosk, whose files come in any order and some of them several
 * times: the sums are those of the last file that has each key. With a last file of all
 * days they are the kiosk's own: nothing counts twice, nothing is lost.
 */
static void random_files_add_up_in_any_order(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        struct file kiosk = {0};
        static const char *const metrics[] = {"test", "test_passed", "touch", "visit"};
        for (int day = 1; day <= 20; day++) {
            for (int i = 0; i < 4; i++) {
                kiosk.rows[kiosk.count++] = row_of(day, metrics[i], 0, 0);
            }
        }
        static struct file files[FILES_MAX];
        int count = rng_int(&rng, 1, FILES_MAX);
        bool whole = rng_int(&rng, 0, 1);
        for (int f = 0; f < count; f++) {
            pass_a_while(&kiosk, &rng);
            int day = rng_int(&rng, 1, 20);
            files[f] = whole && f == count - 1
                           ? hand_in(&kiosk, 1, 20)
                           : hand_in(&kiosk, day, day + rng_int(&rng, 0, 6));
        }
        struct file expected = last_states(files, count, &kiosk);
        if (whole) {
            struct file own = hand_in(&kiosk, 1, 20);
            check_same(&expected, &own);
        }
        bool came[FILES_MAX] = {false};
        struct file sums[2] = {0}; /* two counties, joined by the province */
        for (int missing = count; missing > 0;) {
            int f = rng_int(&rng, 0, count - 1);
            merge_into(&sums[rng_int(&rng, 0, 1)], &files[f]);
            missing -= !came[f];
            came[f] = true;
        }
        merge_into(&sums[0], &sums[1]);
        check_same(&sums[0], &expected);
    }
}

static void a_state_is_held_against_the_one_that_is_there(void **state)
{
    (void)state;

    static const struct {
        int64_t there[2], given[2]; /* n, revision */
        enum count_state wanted;
    } cases[] = {
        {{4, 4}, {4, 4}, COUNT_SAME},   {{4, 4}, {6, 6}, COUNT_NEWER},
        {{4, 4}, {4, 5}, COUNT_NEWER},  {{6, 6}, {4, 4}, COUNT_OLDER},
        {{4, 5}, {4, 4}, COUNT_OLDER},  {{6, 6}, {4, 9}, COUNT_SHRUNK},
        {{4, 9}, {6, 6}, COUNT_SHRUNK}, {{4, 4}, {5, 4}, COUNT_TWO},
        {{5, 4}, {4, 4}, COUNT_TWO},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct count_row there =
            row_of(1, "a", cases[i].there[0], cases[i].there[1]);
        const struct count_row given =
            row_of(1, "a", cases[i].given[0], cases[i].given[1]);
        assert_int_equal(count_against(&there, &given), cases[i].wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_twice_or_out_of_order_are_not_sorted),
        cmocka_unit_test(the_newest_state_of_each_key_stands),
        cmocka_unit_test(a_state_is_held_against_the_one_that_is_there),
        cmocka_unit_test(random_files_add_up_in_any_order),
    };
    return cmocka_run_group_tests_name("merge", tests, NULL, NULL);
}
