/* SPDX-License-Identifier: MIT */
/* Devices that keep no time, against the clock. */
#include <math.h>

#include "sound/pace.h"
#include "support/tap.h"

enum { RATE = 48000, SECOND = 1000000 };

/* Asks for `piece` samples every `every_us`, for `s` seconds. Returns the worst distance
 * in ms between the sample being heard and the clock, after the first second. */
static double run(struct pace *pace, size_t piece, double every_us, double s,
                  int64_t *skipped)
{
    double worst_ms = 0;
    for (double t = 0; t < s * SECOND; t += every_us) {
        struct pace_due due = pace_take(pace, (int64_t)t, piece);
        assert_true(due.play <= piece);
        *skipped += (int64_t)due.skip;
        double heard_ms = (double)pace_heard(pace, (int64_t)t) * 1000 / RATE;
        if (t > SECOND) {
            worst_ms = fmax(worst_ms, fabs(heard_ms - t / 1000));
        }
    }
    return worst_ms;
}

static void a_sound_card_is_followed_without_a_gap(void **state)
{
    for (int round = 0; round < 100; round++) {
        struct pace pace = {.rate_hz = RATE};
        int64_t skipped = 0;
        size_t piece = (size_t)rng_int(*state, 128, 4096);
        double ppm = rng_between(*state, -300, 300);
        double every_us = (double)piece * 1e6 / RATE * (1 + ppm / 1e6);
        run(&pace, piece, every_us, 3600, &skipped);
        assert_int_equal(skipped, 0);
        /* Every sample was played: the card decides, within its own difference. */
        double due = 3600.0 * RATE / (1 + ppm / 1e6);
        assert_true(fabs((double)pace.position - due) <= 2.0 * (double)piece);
    }
}

static void a_device_too_fast_is_held_back(void **state)
{
    for (int round = 0; round < 20; round++) {
        struct pace pace = {.rate_hz = RATE};
        int64_t skipped = 0;
        double faster = exp(rng_between(*state, log(1.5), log(1000)));
        double worst = run(&pace, 1024, 1024e6 / RATE / faster, 20, &skipped);
        assert_int_equal(skipped, 0);
        /* It runs ahead by the lead, and no more: 20 s stay 20 s. */
        assert_true(worst <= PACE_LEAD_MS + 30);
        assert_true((double)pace.position <=
                    20.3 * RATE + 20 * RATE * PACE_SLEW_PPM / 1e6);
    }
}

static void a_device_too_slow_skips(void **state)
{
    for (int round = 0; round < 20; round++) {
        struct pace pace = {.rate_hz = RATE};
        int64_t skipped = 0;
        double slower = rng_between(*state, 1.05, 4);
        double worst = run(&pace, 1024, 1024e6 / RATE * slower, 60, &skipped);
        assert_true(skipped > 0);
        assert_true(worst <= PACE_LAG_MS + 150);
    }
}

static void a_card_that_slept_goes_on_where_the_clock_is(void **state)
{
    struct pace pace = {.rate_hz = RATE};
    int64_t skipped = 0;
    run(&pace, 1024, 1024e6 / RATE, 5, &skipped);
    double asleep_s = rng_between(*state, 1, 4000);
    int64_t woken = (int64_t)((5 + asleep_s) * SECOND);
    struct pace_due due = pace_take(&pace, woken, 1024);
    assert_true(fabs((double)due.skip / RATE - asleep_s) <
                0.1 + asleep_s * PACE_SLEW_PPM / 1e6);
    assert_true(fabs((double)pace_heard(&pace, woken) / RATE - 5 - asleep_s) <
                0.1 + asleep_s * PACE_SLEW_PPM / 1e6);
}

static void what_is_heard_never_runs_ahead_of_what_was_taken(void **state)
{
    struct pace pace = {.rate_hz = RATE};
    int64_t now = 0;
    assert_int_equal(pace_heard(&pace, 5), 0);
    for (int i = 0; i < 10000; i++) {
        now += rng_int(*state, 0, 60000);
        pace_take(&pace, now, (size_t)rng_int(*state, 1, 4096));
        int64_t heard = pace_heard(&pace, now + rng_int(*state, 0, 10 * SECOND));
        assert_true(heard >= 0 && heard <= pace.position);
    }
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_sound_card_is_followed_without_a_gap, &rng),
        cmocka_unit_test_prestate(a_device_too_fast_is_held_back, &rng),
        cmocka_unit_test_prestate(a_device_too_slow_skips, &rng),
        cmocka_unit_test_prestate(a_card_that_slept_goes_on_where_the_clock_is, &rng),
        cmocka_unit_test_prestate(what_is_heard_never_runs_ahead_of_what_was_taken, &rng),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
