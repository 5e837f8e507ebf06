/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "count/queue.h"
#include "support/sums.h"
#include "support/tap.h"

struct bench {
    struct sums sums;
    struct sums model; /* the same counts without a queue */
    struct count_queue queue;
    int64_t now_us;
};

static int set_up(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    count_queue_init(&bench->queue, sums_sink(&bench->sums));
    *state = bench;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct count_row row_of(int hour, const char *metric, int number)
{
    struct count_row row = {
        .n = 1, .key = {.day = 20261123, .hour = hour, .definition = COUNT_DEFINITION}};
    str_copy(row.key.metric, sizeof row.key.metric, metric);
    str_format(row.key.detail, sizeof row.key.detail, "%d", number);
    return row;
}

static void add(struct bench *bench, int hour, const char *metric, int number)
{
    struct count_row row = row_of(hour, metric, number);
    struct count_sink model = sums_sink(&bench->model);
    count_queue_add(&bench->queue, &row, 1);
    model.add(model.context, &row, 1);
}

static void tick(struct bench *bench, int hour, double seconds, bool nobody)
{
    bench->now_us += (int64_t)(seconds * 1e6);
    const struct count_moment at = {
        .now_us = bench->now_us, .day = 20261123, .hour = hour};
    count_queue_tick(&bench->queue, at, nobody);
}

/* The same sums as without a queue, and no revision tells what waited. */
static void check_nothing_is_lost(const struct bench *bench)
{
    assert_int_equal(bench->sums.count, bench->model.count);
    for (size_t i = 0; i < bench->sums.count; i++) {
        const struct count_row *row = &bench->sums.rows[i];
        const struct count_row *expected = &bench->model.rows[i];
        assert_int_equal(count_key_compare(&row->key, &expected->key), 0);
        assert_int_equal(row->n, expected->n);
        assert_int_equal(row->revision, expected->revision);
    }
}

static void counts_go_at_once_between_runs(void **state)
{
    struct bench *bench = *state;
    for (int i = 1; i <= 5; i++) {
        add(bench, 9, "touch", 0);
        assert_int_equal(bench->sums.adds, i);
    }
    count_queue_close(&bench->queue);
    assert_int_equal(bench->sums.settles, 1);
    check_nothing_is_lost(bench);
}

static void equal_keys_wait_as_one(void **state)
{
    struct bench *bench = *state;
    count_queue_press(&bench->queue);
    for (int i = 0; i < 10000; i++) {
        add(bench, 9 + i / 2500, "test", i % 3);
    }
    assert_int_equal(bench->queue.count, 4 * 3);
    assert_int_equal(bench->sums.adds, 0);
    count_queue_release(&bench->queue);
    assert_int_equal(bench->sums.adds, 1);
    check_nothing_is_lost(bench);
}

/* More keys than may wait: late is better than lost, even during runs. */
static void a_full_queue_is_written_during_runs(void **state)
{
    struct bench *bench = *state;
    count_queue_press(&bench->queue);
    for (int i = 0; i < COUNT_QUEUE_FULL; i++) {
        add(bench, 9, "a", i);
    }
    assert_int_equal(bench->sums.adds, 0);
    for (int i = 0; i < COUNT_QUEUE_FULL; i++) {
        add(bench, 9, "b", i);
    }
    assert_int_equal(bench->sums.adds, 1);
    count_queue_release(&bench->queue);
    assert_int_equal(bench->sums.adds, 2);
    check_nothing_is_lost(bench);
}

static void what_belongs_together_is_not_parted_by_a_full_queue(void **state)
{
    struct bench *bench = *state;
    struct count_row rows[2] = {row_of(9, "test", 0), row_of(9, "test_passed", 0)};
    count_queue_press(&bench->queue);
    for (int i = 0; i < COUNT_QUEUE_FULL - 1; i++) {
        add(bench, 9, "a", i);
    }
    count_queue_add(&bench->queue, rows, 2);
    assert_int_equal(bench->sums.adds, 1);
    assert_int_equal(bench->sums.count, COUNT_QUEUE_FULL - 1);
    assert_int_equal(bench->queue.count, 2);
}

/* Nowhere to go with a new key; those that wait add up and come in later. */
static void a_full_queue_on_a_full_disk_goes_on_adding_up(void **state)
{
    struct bench *bench = *state;
    bench->sums.refuses = true;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < COUNT_QUEUE_MAX; i++) {
            add(bench, 9, "a", i);
        }
    }
    struct count_row left_out = row_of(9, "b", 0);
    count_queue_add(&bench->queue, &left_out, 1);
    assert_int_equal(bench->sums.count, 0);
    bench->sums.refuses = false;
    add(bench, 9, "a", 0);
    assert_int_equal(bench->queue.count, COUNT_QUEUE_MAX); /* it is too early */
    tick(bench, 9, 1, false);
    assert_int_equal(bench->queue.count, 0);
    check_nothing_is_lost(bench);
}

/* Nobody needs to count for it; a disk that goes on refusing is asked less and less. */
static void what_was_refused_goes_within_a_second(void **state)
{
    struct bench *bench = *state;
    bench->sums.refuses = true;
    add(bench, 9, "touch", 0);
    tick(bench, 9, 0.1, false);
    bench->sums.refuses = false;
    tick(bench, 9, 0.9, false);
    assert_int_equal(bench->sums.adds, 1);
    bench->sums.refuses = true;
    bench->sums.asked = 0;
    add(bench, 9, "touch", 0);
    for (int i = 0; i < 60 * 60; i++) {
        tick(bench, 9, 1, false);
        add(bench, 9, "touch", 0);
    }
    printf("# asked %d times in an hour in which it refused\n", bench->sums.asked);
    assert_in_range(bench->sums.asked, 100, 1000);
    bench->sums.refuses = false;
    tick(bench, 9, 10, false);
    check_nothing_is_lost(bench);
}

/* Once an hour, but only with nobody there and nobody pressing. */
static void it_settles_when_the_hour_has_come_and_nobody_is_there(void **state)
{
    struct bench *bench = *state;
    add(bench, 9, "touch", 0);
    for (int i = 0; i < 100; i++) {
        tick(bench, 9, 1, false);
    }
    assert_int_equal(bench->sums.settles, 0);
    tick(bench, 9, 1, true); /* it has begun a while ago */
    assert_int_equal(bench->sums.settles, 1);
    add(bench, 9, "touch", 0);
    tick(bench, 9, 100, true);
    assert_int_equal(bench->sums.settles, 1); /* in this hour it has been done */
    count_queue_press(&bench->queue);
    tick(bench, 10, 1, true);
    count_queue_release(&bench->queue);
    tick(bench, 10, 1, false);
    assert_int_equal(bench->sums.settles, 1);
    tick(bench, 10, 1, true);
    assert_int_equal(bench->sums.settles, 2);
    tick(bench, 11, 1, true); /* nothing was counted since */
    assert_int_equal(bench->sums.settles, 2);
    check_nothing_is_lost(bench);
}

/* The first frames after a start are not disturbed. */
static void a_start_is_left_in_peace(void **state)
{
    struct bench *bench = *state;
    bench->sums.order = COUNT_ORDER_SHOWS;
    for (int i = 0; i < 20; i++) {
        tick(bench, 9, 0.1, true);
    }
    assert_int_equal(bench->sums.settles, 0);
    tick(bench, 9, 10, true);
    assert_int_equal(bench->sums.settles, 1);
}

/* While it settles counts wait, for a full queue or the end of the kiosk as well. */
static void counts_wait_while_it_settles(void **state)
{
    struct bench *bench = *state;
    add(bench, 9, "touch", 0);
    tick(bench, 9, 1, true);
    bench->sums.settles_for = 5;
    tick(bench, 9, 10, true);
    assert_int_equal(bench->sums.settles, 1);
    add(bench, 9, "visit", 0);
    assert_int_equal(bench->sums.adds, 1);
    for (int i = 0; i < 5; i++) {
        tick(bench, 9, 0.1, false);
    }
    assert_int_equal(bench->sums.adds, 2);
    bench->sums.settles_for = 1 << 20;
    tick(bench, 10, 100, true);
    assert_int_equal(bench->sums.settles, 2);
    for (int i = 0; i <= COUNT_QUEUE_FULL; i++) {
        add(bench, 10, "a", i);
    }
    assert_int_equal(bench->sums.adds, 4); /* the full one, and what came behind it */
    tick(bench, 11, 100, true);
    add(bench, 10, "a", 0);
    count_queue_close(&bench->queue);
    check_nothing_is_lost(bench);
}

/* One to sixteen manikins, pressed now and then. */
struct class {
    bool pressing[16];
    int size;
    int count; /* how many press now */
};

static void press_or_release(struct bench *bench, struct class *class, int learner,
                             bool press)
{
    if (class->pressing[learner] == press) {
        return;
    }
    class->pressing[learner] = press;
    class->count += press ? 1 : -1;
    (press ? count_queue_press : count_queue_release)(&bench->queue);
}

/*
 * A day of random classes, with a disk that refuses now and then: nothing is lost, and
 * nothing is written during runs unless the queue is full.
 */
static void random_classes_lose_nothing(void **state)
{
    struct bench *bench = *state;
    struct rng rng = rng_begin();
    struct class class = {.size = 16};
    bench->sums.settles_for = 3;
    int kept_back = 0;
    int full = 0;
    for (int step = 0; step < 20000; step++) {
        int learner = rng_int(&rng, 0, class.size - 1);
        int before = bench->sums.adds;
        bool may_write = class.count == 0 || bench->queue.count >= COUNT_QUEUE_FULL;
        bench->sums.refuses = rng_int(&rng, 0, 4) == 0;
        switch (rng_int(&rng, 0, 5)) {
        case 0: press_or_release(bench, &class, learner, true); break;
        case 1: press_or_release(bench, &class, learner, class.size == 16); break;
        case 2: press_or_release(bench, &class, learner, false); break;
        default:
            add(bench, 8 + step / 2000, rng_int(&rng, 0, 1) ? "test_depth" : "practice",
                rng_int(&rng, 0, 59));
            break;
        }
        if (rng_int(&rng, 0, 9) == 0) {
            tick(bench, 8 + step / 2000, rng_between(&rng, 0, 20), rng_int(&rng, 0, 1));
        }
        assert_int_equal(bench->queue.pressing, class.count);
        assert_true(may_write || class.count == 0 || bench->sums.adds == before);
        kept_back += class.count > 0;
        full += class.count > 0 && bench->sums.adds > before;
        if (step == 8000) { /* until then a class of sixteen, then fewer */
            for (int i = 0; i < class.size; i++) {
                press_or_release(bench, &class, i, false);
            }
            class.size = rng_int(&rng, 1, 5);
        }
    }
    printf("# of 20000 steps %d during runs, %d commits, %d of a full queue\n", kept_back,
           bench->sums.adds, full);
    assert_true(full > 0);
    bench->sums.refuses = false;
    count_queue_close(&bench->queue);
    check_nothing_is_lost(bench);
}

#define BENCH_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(counts_go_at_once_between_runs),
        BENCH_TEST(equal_keys_wait_as_one),
        BENCH_TEST(a_full_queue_is_written_during_runs),
        BENCH_TEST(what_belongs_together_is_not_parted_by_a_full_queue),
        BENCH_TEST(a_full_queue_on_a_full_disk_goes_on_adding_up),
        BENCH_TEST(what_was_refused_goes_within_a_second),
        BENCH_TEST(it_settles_when_the_hour_has_come_and_nobody_is_there),
        BENCH_TEST(a_start_is_left_in_peace),
        BENCH_TEST(counts_wait_while_it_settles),
        BENCH_TEST(random_classes_lose_nothing),
    };
    return cmocka_run_group_tests_name("queue", tests, NULL, NULL);
}
