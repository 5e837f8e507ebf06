/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <time.h>

#include "count/clock_trust.h"
#include "support/tap.h"

enum { DAY_S = 24 * 60 * 60 };

static const int64_t built_s = 1793491200; /* 2026-11-01 */

/* A machine whose calendar may be set. */
struct machine {
    int64_t passed_us;
    int64_t wall_s;
    struct clock_trust trust;
};

static int day_of(int64_t wall_s)
{
    time_t time = (time_t)wall_s;
    struct tm tm;
    gmtime_r(&time, &tm);
    return (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday;
}

static struct clock_look now(const struct machine *machine)
{
    return (struct clock_look){machine->passed_us, machine->wall_s,
                               day_of(machine->wall_s)};
}

static void begin(struct machine *machine, int last_day, const struct clock_notes *notes)
{
    static const struct clock_notes none = {0};
    machine->passed_us = 5000000; /* the other clock begins anew with each start */
    clock_trust_begin(&machine->trust, built_s, last_day, notes ? notes : &none,
                      now(machine));
}

/* Time passes on both clocks. */
static enum clock_doubt pass(struct machine *machine, int64_t s)
{
    machine->passed_us += s * 1000000;
    machine->wall_s += s;
    clock_trust_look(&machine->trust, now(machine));
    return machine->trust.doubt;
}

/* Somebody sets the calendar, or the battery does. */
static enum clock_doubt set(struct machine *machine, int64_t wall_s)
{
    machine->wall_s = wall_s;
    return pass(machine, 1);
}

static void a_clock_that_runs_is_believed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        struct machine machine = {.wall_s = built_s + rng_int(&rng, 0, 3000) * DAY_S};
        begin(&machine, day_of(machine.wall_s - rng_int(&rng, 0, 90) * DAY_S), NULL);
        for (int step = 0; step < 100; step++) {
            assert_int_equal(pass(&machine, rng_int(&rng, 0, 200000)), CLOCK_BELIEVED);
        }
        /* The hall's clock was two hours off, or the machine slept for a month. */
        machine.wall_s += rng_int(&rng, -7200, 7200);
        assert_int_equal(pass(&machine, 30 * DAY_S), CLOCK_BELIEVED);
        assert_int_equal(machine.trust.notes.from_s, 0);
    }
}

static void a_date_before_the_build_is_never_believed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        struct machine machine = {.wall_s = rng_int(&rng, 0, (int)built_s - 1)};
        begin(&machine, 0, NULL);
        assert_int_equal(machine.trust.doubt, CLOCK_BEFORE);
        assert_false(clock_trust_may_confirm(&machine.trust));
        assert_false(clock_trust_confirm(&machine.trust, now(&machine)));
        assert_int_equal(machine.trust.doubt, CLOCK_BEFORE);
        /* The network tells the time. */
        int64_t right_s = built_s + rng_int(&rng, 0, 5000) * DAY_S;
        assert_int_equal(set(&machine, right_s), CLOCK_BELIEVED);
        assert_int_equal(pass(&machine, DAY_S), CLOCK_BELIEVED);
    }
}

/* By a day or more, either way; less is none, and steps add up. */
static void a_jump_is_doubted_until_the_clock_is_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 400; round++) {
        struct machine machine = {.wall_s = built_s + 800 * DAY_S};
        begin(&machine, day_of(machine.wall_s), NULL);
        pass(&machine, rng_int(&rng, 1, 300000));
        int64_t by_s = rng_int(&rng, DAY_S, 700 * DAY_S);
        by_s = rng_int(&rng, 0, 1) ? by_s : -by_s;
        if (rng_int(&rng, 0, 3) == 0) { /* in two steps, neither of them a day */
            by_s = by_s > 0 ? DAY_S : -DAY_S;
            assert_int_equal(set(&machine, machine.wall_s + by_s / 2), CLOCK_BELIEVED);
            by_s -= by_s / 2;
        }
        assert_int_equal(set(&machine, machine.wall_s + by_s), CLOCK_JUMPED);
        int64_t off_s = machine.wall_s - machine.trust.notes.from_s;
        int64_t stays_s = rng_int(&rng, 0, 40) * DAY_S / 4;
        assert_int_equal(pass(&machine, stays_s), CLOCK_JUMPED);
        /* Another wrong date is no better. */
        int64_t wrong_s = machine.wall_s + (off_s > 0 ? 3 : -3) * DAY_S;
        int64_t right_s = machine.wall_s - off_s;
        enum clock_doubt doubt = wrong_s < built_s ? CLOCK_BEFORE : CLOCK_JUMPED;
        assert_int_equal(set(&machine, wrong_s), doubt);
        assert_int_equal(set(&machine, right_s + rng_int(&rng, -3600, 3600)),
                         CLOCK_BELIEVED);
        assert_int_equal(machine.trust.notes.from_s, 0);
    }
}

static void a_jump_is_remembered_over_restarts(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 400; round++) {
        struct machine machine = {.wall_s = built_s + 800 * DAY_S};
        int last_day = day_of(machine.wall_s);
        begin(&machine, last_day, NULL);
        int64_t by_s = rng_int(&rng, DAY_S, 400 * DAY_S);
        by_s = rng_int(&rng, 0, 1) ? by_s : -by_s;
        set(&machine, machine.wall_s + by_s);
        for (int restart = 0; restart < 3; restart++) {
            pass(&machine, rng_int(&rng, 0, 10) * DAY_S);
            char line[CLOCK_NOTES_MAX];
            struct clock_notes notes;
            clock_notes_write(&machine.trust.notes, line);
            assert_true(clock_notes_read(&notes, line));
            machine.wall_s += rng_int(&rng, 0, 9) * 3600; /* switched off */
            begin(&machine, last_day, &notes);
            assert_int_equal(machine.trust.doubt, CLOCK_JUMPED);
        }
        struct clock_notes notes = machine.trust.notes;
        machine.wall_s -= by_s;
        if (rng_int(&rng, 0, 1)) { /* put right while it was off */
            begin(&machine, last_day, &notes);
        } else {
            pass(&machine, 1);
        }
        assert_int_equal(machine.trust.doubt, CLOCK_BELIEVED);
    }
}

static void a_start_before_the_last_counted_day_is_doubted(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        int64_t last_s = built_s + rng_int(&rng, 40, 900) * DAY_S;
        struct machine machine = {.wall_s = last_s - rng_int(&rng, 1, 39) * DAY_S};
        begin(&machine, day_of(last_s), NULL);
        assert_int_equal(machine.trust.doubt, CLOCK_BEHIND);
        assert_true(clock_trust_may_confirm(&machine.trust));
        assert_int_equal(pass(&machine, 3600), CLOCK_BEHIND);
        /* It comes to the time by itself. */
        assert_int_equal(set(&machine, last_s + rng_int(&rng, 0, 50) * DAY_S),
                         CLOCK_BELIEVED);
    }
}

/* Then what a wrong clock has left in the future does not count as the last day. */
static void staff_confirm_it_and_counting_goes_on(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        int64_t right_s = built_s + rng_int(&rng, 40, 900) * DAY_S;
        int wrong_day = day_of(right_s + rng_int(&rng, 2, 2000) * DAY_S);
        struct machine machine = {.wall_s = right_s};
        begin(&machine, wrong_day, NULL);
        assert_int_equal(machine.trust.doubt, CLOCK_BEHIND);
        assert_true(clock_trust_confirm(&machine.trust, now(&machine)));
        assert_int_equal(pass(&machine, DAY_S), CLOCK_BELIEVED);
        const struct clock_notes notes = machine.trust.notes;
        assert_false(clock_notes_believe(&notes, wrong_day));
        assert_true(clock_notes_believe(&notes, day_of(right_s)));
        begin(&machine, day_of(right_s), &notes);
        assert_int_equal(machine.trust.doubt, CLOCK_BELIEVED);
        assert_int_equal(set(&machine, machine.wall_s + 9 * DAY_S), CLOCK_JUMPED);
        assert_true(clock_trust_confirm(&machine.trust, now(&machine)));
        assert_int_equal(pass(&machine, 60), CLOCK_BELIEVED);
        assert_int_equal(machine.trust.notes.wrong_day, wrong_day);
    }
}

static void only_its_own_line_is_read(void **state)
{
    (void)state;
    static const char *const lines[] = {"",
                                        "1 2 3 4\n",
                                        "life-kiosk-clock 2 1 2 3 4\n",
                                        "life-kiosk-clock 1 1 2 3\n",
                                        "life-kiosk-clock 1 1 2 3 4",
                                        "life-kiosk-clock 1 1 2 3 4\nmore"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct clock_notes notes = {.from_s = 7};
        assert_false(clock_notes_read(&notes, lines[i]));
        assert_int_equal(notes.from_s, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clock_that_runs_is_believed),
        cmocka_unit_test(a_date_before_the_build_is_never_believed),
        cmocka_unit_test(a_jump_is_doubted_until_the_clock_is_back),
        cmocka_unit_test(a_jump_is_remembered_over_restarts),
        cmocka_unit_test(a_start_before_the_last_counted_day_is_doubted),
        cmocka_unit_test(staff_confirm_it_and_counting_goes_on),
        cmocka_unit_test(only_its_own_line_is_read),
    };
    return cmocka_run_group_tests_name("clock trust", tests, NULL, NULL);
}
