/* SPDX-License-Identifier: MIT */
/* What no visitor does: groups that were taught, a proof of counting, and how long the
 * kiosk was on. */
#include <string.h>

#include "support/counting_part.h"

static void a_head_count_is_added_with_its_group_and_its_minutes(void **state)
{
    struct hall *hall = *state;
    hall->counter.staff = true;
    assert_true(counter_group(&hall->counter, now(hall), COUNT_GROUP_pupils, 45, 30));
    assert_true(counter_group(&hall->counter, now(hall), COUNT_GROUP_pupils, 1, 0));
    assert_true(counter_group(&hall->counter, now(hall), COUNT_GROUP_village, 99, 480));
    static const int wrong[][2] = {{0, 30}, {100, 30}, {-3, 30}, {5, -15}, {5, 495}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(counter_group(&hall->counter, now(hall), COUNT_GROUP_pupils,
                                   wrong[i][0], wrong[i][1]));
    }
    hall->counter.demo = true;
    assert_true(counter_group(&hall->counter, now(hall), COUNT_GROUP_pupils, 7, 0));
    check_counts(hall, "10 group/pupils//0=46\n"
                       "10 group/pupils/excluded:demo/0=7\n"
                       "10 group/village//0=99\n"
                       "10 group_minutes/pupils//0=30\n"
                       "10 group_minutes/village//0=480\n"
                       "10 group_session/pupils//0=2\n"
                       "10 group_session/pupils/excluded:demo/0=1\n"
                       "10 group_session/village//0=1\n");
    assert_int_equal(hall->sums.adds, 4); /* what belongs together came together */
}

static void a_proof_never_counts(void **state)
{
    struct hall *hall = *state;
    counter_add(&hall->counter, now(hall), COUNT_proof, "", 0);
    hall->counter.staff = true;
    counter_add(&hall->counter, now(hall), COUNT_proof, "", 0);
    check_counts(hall, "10 proof//excluded:proof/0=2\n");
    assert_int_equal(sums_of(&hall->sums, COUNT_proof), 0);
}

static void run_s(struct hall *hall, int seconds, int step_ms)
{
    for (int64_t left = seconds * INT64_C(1000); left > 0; left -= step_ms) {
        int64_t ms = left < step_ms ? left : step_ms;
        clock_move(&hall->clock, ms * 1000);
        counter_tick(&hall->counter, now(hall));
    }
}

static void running_minutes_stand_in_their_hour(void **state)
{
    struct hall *hall = *state;
    counter_tick(&hall->counter, now(hall));
    run_s(hall, 599, 1000);
    check_counts(hall, "");
    run_s(hall, 1, 1000);
    check_counts(hall, "10 running///0=10\n");
    run_s(hall, 3600 - 600 + 90, 1000); /* to 11:01:30 */
    check_counts(hall, "10 running///0=60\n");
    counter_finish(&hall->counter, now(hall));
    check_counts(hall, "10 running///0=60\n11 running///0=1\n");
}

/* While a kiosk stands still nobody is served; a machine whose clock is set has not been
 * on for longer. Staff and cleaning are no reason to leave it out, a demo is. */
static void only_what_ran_is_running(void **state)
{
    struct hall *hall = *state;
    counter_tick(&hall->counter, now(hall));
    run_s(hall, 240, 1000);
    run_s(hall, 7200, 7200 * 1000);
    hall->counter.staff = true;
    run_s(hall, 120, 30000);
    hall->clock.start_wall_s -= 365 * 86400;
    counter_tick(&hall->counter, now(hall));
    hall->clock.start_wall_s += 365 * 86400;
    counter_finish(&hall->counter, now(hall));
    struct hall *demo = calloc(1, sizeof *demo);
    clock_init_moved(&demo->clock, OPENING_WALL_S);
    counter_init(&demo->counter, sums_sink(&demo->sums));
    demo->counter.demo = true;
    counter_tick(&demo->counter, now(demo));
    run_s(demo, 600, 1000);
    check_counts(demo, "10 running//excluded:demo/0=10\n");
    free(demo);
    check_counts(hall, "10 running///0=4\n12 running///0=2\n");
}

/* Drawn days: no minute is lost but what is left of one at the end, and no hour has more
 * than 60. */
static void no_running_minute_is_lost(void **state)
{
    struct hall *hall = *state;
    struct rng rng = rng_begin();
    int64_t ran_ms = 0;
    counter_tick(&hall->counter, now(hall));
    for (int i = 0; i < 4000; i++) {
        int step_ms = rng_int(&rng, 1, 20000);
        ran_ms += step_ms;
        if (clock_wall_s(&hall->clock) > OPENING_WALL_S + 13 * 3600) {
            break; /* check_counts() knows one day */
        }
        clock_move(&hall->clock, step_ms * INT64_C(1000));
        if (rng_int(&rng, 0, 30) == 0) {
            counter_begin(&hall->counter, now(hall));
            counter_chose(&hall->counter, now(hall));
        } else if (rng_int(&rng, 0, 30) == 0) {
            counter_end(&hall->counter, now(hall));
        }
        counter_tick(&hall->counter, now(hall));
    }
    counter_finish(&hall->counter, now(hall));
    assert_int_equal(sums_of(&hall->sums, COUNT_running), ran_ms / 60000);
    for (size_t i = 0; i < hall->sums.count; i++) {
        const struct count_row *row = &hall->sums.rows[i];
        assert_true(!str_equal(row->key.metric, "running") || row->n <= 60);
    }
}

#define HALL_TEST(name) cmocka_unit_test_setup_teardown(name, open_hall, close_hall)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HALL_TEST(a_head_count_is_added_with_its_group_and_its_minutes),
        HALL_TEST(a_proof_never_counts),
        HALL_TEST(running_minutes_stand_in_their_hour),
        HALL_TEST(only_what_ran_is_running),
        HALL_TEST(no_running_minute_is_lost),
    };
    return cmocka_run_group_tests_name("counter hall", tests, NULL, NULL);
}
