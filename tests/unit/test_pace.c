/* SPDX-License-Identifier: MIT */
/* Lines made evenly but arriving in bursts get even stamps back. */
#include <math.h>
#include <stdbool.h>

#include "link/pace.h"
#include "support/tap.h"

enum { LINES_MAX = 100000 };

/* When the kiosk sees a line: the USB chip lets go every 16 ms, a frame lasts 16.7 ms. */
static int64_t arrival_us(struct rng *rng, double made_us)
{
    double sent_us = made_us + rng_between(rng, 0, 16000);
    return (int64_t)(ceil(sent_us / 16667) * 16667) + 7000000;
}

static int64_t next_at(struct pace *pace, int64_t now_us)
{
    return pace_next(pace, now_us - 16667, now_us);
}

static void an_even_pace_comes_out_of_bursts(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static double off_us[LINES_MAX];
    for (int round = 0; round < 200; round++) {
        double hz = pow(10, rng_between(&rng, 0.7, 3.477));
        double period_us = 1e6 / hz;
        int lines = (int)(30 * hz);
        int64_t last_us = 0;
        int64_t seen_us = 0;
        struct pace pace;
        pace_begin(&pace);
        for (int i = 0; i < lines; i++) {
            int64_t now_us = arrival_us(&rng, i * period_us);
            seen_us = now_us > seen_us ? now_us : seen_us; /* no line overtakes another */
            int64_t t_us = pace_next(&pace, seen_us - 16667, seen_us);
            assert_true(i == 0 || t_us > last_us);
            last_us = t_us;
            off_us[i] = (double)t_us - i * period_us;
        }
        /* After 10 s: two lines up to a compression apart. */
        int apart = (int)(0.55 * hz) + 1;
        for (int i = (int)(10 * hz); i + apart < lines; i++) {
            double error_us = fabs(off_us[i + apart] - off_us[i]);
            if (!(error_us < 5000)) {
                fail_msg("%.1f Hz: %.0f us between lines %d apart", hz, error_us, apart);
            }
        }
    }
}

static void lines_that_stay_away_leave_a_gap(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct pace pace;
    pace_begin(&pace);
    int64_t before_us = 0;
    for (int i = 0; i < 1000; i++) {
        before_us = next_at(&pace, arrival_us(&rng, i * 10000.0));
    }
    int64_t after_us = next_at(&pace, arrival_us(&rng, 9990000 + 1500000));
    assert_true(llabs(after_us - before_us - 1500000) < 40000);
    int64_t next_us = next_at(&pace, arrival_us(&rng, 9990000 + 1510000));
    assert_true(llabs(next_us - after_us - 10000) < 4000);
}

static void a_kiosk_that_stood_still_for_a_moment_moves_nothing(void **state)
{
    (void)state;
    struct pace pace;
    pace_begin(&pace);
    int64_t last_us = 0;
    for (int i = 0; i < 2000; i++) {
        int64_t made_us = i * 10000L;
        bool stalled = i >= 1500 && i < 1520;
        int64_t looked_us = stalled ? 1500 * 10000L : made_us - 10000;
        int64_t t_us = pace_next(&pace, looked_us, stalled ? 1520 * 10000L : made_us);
        assert_true(i < 500 || llabs(t_us - last_us - 10000) < 700);
        last_us = t_us;
    }
}

/* What a frame sees of lines made at `made_us`. */
struct seen {
    int64_t looked_us, now_us;
};

static struct seen see(struct rng *rng, double made_us, int64_t before_us)
{
    int64_t now_us = arrival_us(rng, made_us);
    now_us = now_us > before_us ? now_us : before_us;
    return (struct seen){now_us - 16667, now_us};
}

/*
 * Readings every 15 to 35 ms, and once a push the sketch beeps for up to 236 ms; then it
 * rests for 4 s. No time is off by more than the cable's own jitter.
 */
static void a_sketch_that_stands_still_is_followed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 100; round++) {
        struct pace pace;
        pace_begin(&pace);
        double usual_us = rng_between(&rng, 15000, 35000);
        double made_us = 0;
        double off_us = 0;
        struct seen seen = {0};
        for (int i = 0; i < 1500; i++) {
            bool beeps = i > 60 && i % 20 == 0;
            made_us += i == 700 ? 4000000
                       : beeps  ? rng_between(&rng, 3000, 236000)
                                : usual_us * rng_between(&rng, 0.8, 1.2);
            seen = see(&rng, made_us, seen.now_us);
            int64_t t_us = pace_next(&pace, seen.looked_us, seen.now_us);
            double off = (double)(t_us - 7000000) - made_us;
            off_us = i < 60 ? off_us : fmax(off_us, fabs(off - 16000));
        }
        if (off_us > 100000) {
            fail_msg("%.0f us: off by %.0f us", usual_us, off_us);
        }
    }
}

/* A UART that is always full: the more digits, the longer a line takes. */
static void a_pace_that_follows_the_length_of_lines(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 50; round++) {
        struct pace pace;
        pace_begin(&pace);
        double byte_us = 1e7 / (rng_int(&rng, 0, 1) ? 9600 : 4800);
        double made_us = 0;
        struct seen seen = {0};
        double off_us = 0;
        for (int i = 0; made_us < 40e6; i++) {
            bool pressed = made_us > 10e6 && fmod(made_us, 550e3) < 275e3;
            made_us += byte_us * (pressed ? 6 : 4);
            seen = see(&rng, made_us, seen.now_us);
            int64_t t_us = pace_next(&pace, seen.looked_us, seen.now_us);
            double off = (double)(t_us - 7000000) - made_us;
            off_us = made_us < 3e6 ? off_us : fmax(off_us, fabs(off - 16000));
        }
        if (off_us > 70000) {
            fail_msg("%.0f us a byte: off by %.0f us", byte_us, off_us);
        }
    }
}

/* Bluetooth hands lines over every 100 to 200 ms: only its first jumps are felt. */
static void a_cable_that_holds_lines_is_learnt(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 50; round++) {
        struct pace pace;
        pace_begin(&pace);
        double held_us = rng_between(&rng, 120000, 200000);
        double period_us = rng_between(&rng, 10000, 20000);
        int64_t last_us = 0;
        for (int i = 0; i < 40e6 / period_us; i++) {
            double sent_us = ceil(i * period_us / held_us) * held_us;
            int64_t now_us = (int64_t)(ceil(sent_us / 16667) * 16667) + 7000000;
            int64_t t_us = pace_next(&pace, now_us - 16667, now_us);
            double step_us = (double)(t_us - last_us);
            last_us = t_us;
            if (i * period_us > 15e6 && fabs(step_us - period_us) > 8000) {
                fail_msg("held %.0f us, every %.0f us: a step of %.0f us", held_us,
                         period_us, step_us);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_even_pace_comes_out_of_bursts),
        cmocka_unit_test(lines_that_stay_away_leave_a_gap),
        cmocka_unit_test(a_kiosk_that_stood_still_for_a_moment_moves_nothing),
        cmocka_unit_test(a_sketch_that_stands_still_is_followed),
        cmocka_unit_test(a_pace_that_follows_the_length_of_lines),
        cmocka_unit_test(a_cable_that_holds_lines_is_learnt),
    };
    return cmocka_run_group_tests_name("pace", tests, NULL, NULL);
}
