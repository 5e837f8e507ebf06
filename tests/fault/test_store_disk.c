/* SPDX-License-Identifier: MIT */
/*
 * Every write, sync and truncate fails once, in turn, once for a moment and once for
 * good: a sentence comes, nothing is counted by half, and the kiosk counts on when it
 * can.
 */
#include <string.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/str.h"
#include "count/counter.h"
#include "store/store.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/tap.h"

static const int day = 20261123;

static const int codes[] = {SQLITE_FULL, SQLITE_IOERR_WRITE};

static struct folder folder;

static const char *database(void)
{
    return folder_file(&folder, "counts.db");
}

static bool add_pair(struct store *store, int round)
{
    char subject[16];
    str_format(subject, sizeof subject, "s%d", round);
    struct count_row rows[2] = {
        {.key = {.day = day, .hour = 9, .metric = "test", .definition = 1}, .n = 1},
        {.key = {.day = day, .hour = 9, .metric = "test_passed", .definition = 1},
         .n = 1}};
    for (int i = 0; i < 2; i++) {
        str_copy(rows[i].key.subject, COUNT_TEXT_MAX, subject);
    }
    return store_add(store, rows, 2);
}

static void check_sums(struct store *store, int64_t expected)
{
    assert_int_equal(store_sum(store, day, COUNT_test), expected);
    assert_int_equal(store_sum(store, day, COUNT_test_passed), expected);
}

/* The file, the cause and the cure. */
static void check_sentence(void)
{
    const char *said = err_text();
    if (!str_starts(said, database()) || /* or what lies beside it */
        (!strstr(said, "; make room on the disk") && !strstr(said, "; check the disk"))) {
        fail_msg("\"%s\" does not say enough", said);
    }
}

/* Adds and settles until the armed failure has struck; how many pairs were reported as
 * stored. */
static int64_t add_until_failure(struct store *store)
{
    int64_t sum = 0;
    for (int round = 0; round < 8 && !failing_disk_failed(); round++) {
        bool added = add_pair(store, round);
        sum += added;
        if (!added) {
            check_sentence();
        }
        if (round % 4 == 2 && !store_settle(store)) {
            check_sentence();
        }
    }
    return sum;
}

static void the_nth_change_fails(int code, bool for_good)
{
    int nth = 1;
    for (bool struck = true; struck; nth++) {
        failing_disk_arm(0, 0, false);
        struct store *store = store_open(database(), STORE_NO_KIOSK);
        assert_non_null(store);
        failing_disk_arm(nth, code, for_good);
        int64_t sum = add_until_failure(store);
        struck = failing_disk_failed();
        failing_disk_arm(0, 0, false);
        check_sums(store, sum);
        assert_true(add_pair(store, 99));
        check_sums(store, sum + 1);
        store_close(store);
        store = store_open(database(), STORE_NO_KIOSK);
        check_sums(store, sum + 1);
        store_close(store);
        folder_empty(&folder);
    }
    printf("# %d changes failed, each in its turn\n", nth - 2);
    assert_true(nth > 60);
}

static void a_failed_change_counts_nothing_by_half(void **state)
{
    (void)state;
    the_nth_change_fails(SQLITE_IOERR_WRITE, false);
    the_nth_change_fails(SQLITE_FULL, true);
}

/* Until the whole of it succeeds, opening says why, and a later start begins cleanly. */
static void the_first_start_fails_at_any_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        int nth = 1;
        for (bool struck = true; struck; nth++) {
            failing_disk_arm(nth, codes[i], true);
            struct store *store = store_open(database(), STORE_NO_KIOSK);
            struck = failing_disk_failed();
            failing_disk_arm(0, 0, false);
            if (!store) {
                assert_true(struck && str_starts(err_text(), database()));
            }
            store_close(store);
            store = store_open(database(), STORE_NO_KIOSK);
            assert_non_null(store);
            assert_true(add_pair(store, 0));
            check_sums(store, 1);
            store_close(store);
            folder_empty(&folder);
        }
        assert_true(nth > 5);
    }
}

/* What the disk refused waits in the counter and comes in when its time has come. */
static void the_counter_counts_later_what_the_disk_refused(void **state)
{
    (void)state;
    struct counter counter;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    counter_init(&counter, store_sink(store));
    struct count_moment at = {.day = day, .hour = 10};
    failing_disk_arm(1, SQLITE_FULL, true);
    counter_begin(&counter, at);
    counter_add(&counter, at, COUNT_lesson_started, "a", 1);
    assert_true(failing_disk_failed());
    assert_int_equal(store_sum(store, day, COUNT_touch), 0);
    failing_disk_arm(0, 0, false);
    counter_add(&counter, at, COUNT_lesson_done, "a", 1);
    at.now_us = 500000;
    counter_tick(&counter, at);
    assert_int_equal(store_sum(store, day, COUNT_touch), 1);
    assert_int_equal(store_sum(store, day, COUNT_lesson_started), 1);
    assert_int_equal(store_sum(store, day, COUNT_lesson_done), 1);
    store_close(store);
}

static int make(void **state)
{
    (void)state;
    failing_disk_install();
    folder = folder_make();
    return 0;
}

static int clean(void **state)
{
    (void)state;
    failing_disk_arm(0, 0, false);
    folder_empty(&folder);
    return 0;
}

static int remove_all(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_failed_change_counts_nothing_by_half, clean),
        cmocka_unit_test_teardown(the_first_start_fails_at_any_change, clean),
        cmocka_unit_test_teardown(the_counter_counts_later_what_the_disk_refused, clean),
    };
    return cmocka_run_group_tests_name("store disk", tests, make, remove_all);
}
