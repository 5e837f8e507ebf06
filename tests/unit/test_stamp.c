/* SPDX-License-Identifier: MIT */
/*
 * Stamps of drawn manikins, on the cable and from a file: a wrong one costs its reading
 * and no time, a start anew is noticed, 32 bits run over.
 */
#include <math.h>

#include "link/stamp.h"
#include "support/tap.h"

enum { ROUNDS = 2000, STAMPS = 300, AT_LEAST = 20 };

static const double wrap = 0x1p32;

struct drawn {
    double us_per_tick, period_us, start;
    bool is_live;
};

struct heard {
    struct stamp stamp;
    int64_t total_us;
    int held, anew;
};

static struct drawn draw(struct rng *rng)
{
    struct drawn drawn = {
        .us_per_tick = rng_int(rng, 0, 1) ? 1000 : 1,
        .start = floor(rng_between(rng, 1e5, 1e6)),
        .is_live = rng_int(rng, 0, 1),
    };
    drawn.period_us = pow(10, rng_between(rng, 3.7, 5.7)); /* 2 to 200 a second */
    return drawn;
}

static double ticks_at(const struct drawn *drawn, int i)
{
    return drawn->start + floor(i * drawn->period_us / drawn->us_per_tick);
}

static void hear(struct heard *heard, const struct drawn *drawn, double ticks,
                 double waited_us)
{
    int64_t step_us = 0;
    switch (stamp_next(&heard->stamp, ticks, drawn->us_per_tick,
                       drawn->is_live ? (int64_t)waited_us : STAMP_NOT_WAITED,
                       &step_us)) {
    case STAMP_NEXT: heard->total_us += step_us; break;
    case STAMP_HELD: heard->held++; break;
    case STAMP_ANEW: heard->anew++; break;
    case STAMP_FIRST:
    case STAMP_SAME: break;
    }
}

/* A byte lost, a digit changed, or anything. Far from the truth: a wrong stamp that is
 * near it moves the time by no more than that. */
static double damaged(struct rng *rng, const struct drawn *drawn, double ticks)
{
    double wrong = ticks;
    double place = pow(10, rng_int(rng, 0, 5));
    switch (rng_int(rng, 0, 3)) {
    case 0: wrong = floor(ticks / place / 10) * place + fmod(ticks, place); break;
    case 1: wrong = ticks + place * rng_int(rng, -9, 9); break;
    case 2: wrong = floor(ticks / 10); break;
    default: wrong = floor(rng_between(rng, 0, wrap)); break;
    }
    double off_us = fabs(wrong - ticks) * drawn->us_per_tick;
    return off_us > 6 * drawn->period_us + 60000 ? wrong : 3999999999;
}

static void one_wrong_stamp_costs_one_reading(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        struct drawn drawn = draw(&rng);
        struct heard heard = {0};
        int wrong_at = rng_int(&rng, AT_LEAST, STAMPS - 2);
        double heard_us = 0;
        for (int i = 0; i < STAMPS; i++) {
            double ticks = ticks_at(&drawn, i);
            bool is_wrong = i == wrong_at;
            hear(&heard, &drawn, is_wrong ? damaged(&rng, &drawn, ticks) : ticks,
                 i * drawn.period_us - heard_us);
            heard_us = is_wrong ? heard_us : i * drawn.period_us;
        }
        double truth_us =
            (ticks_at(&drawn, STAMPS - 1) - drawn.start) * drawn.us_per_tick;
        if (heard.held != 1 || heard.anew != 0 ||
            fabs((double)heard.total_us - truth_us) > 1) {
            fail_msg("round %d: %d held, %d anew, %lld us, not %.0f", round, heard.held,
                     heard.anew, (long long)heard.total_us, truth_us);
        }
    }
}

static void a_start_anew_is_a_new_stretch(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        struct drawn drawn = draw(&rng);
        struct heard heard = {0};
        int anew_at = rng_int(&rng, AT_LEAST, STAMPS - 4);
        double silent_us = rng_between(&rng, 0, 3e6);
        for (int i = 0; i < STAMPS; i++) {
            double ticks = ticks_at(&drawn, i < anew_at ? i : i - anew_at) -
                           (i < anew_at ? 0 : drawn.start - 5);
            hear(&heard, &drawn, ticks, drawn.period_us + (i == anew_at ? silent_us : 0));
        }
        assert_int_equal(heard.anew, 1);
        assert_true(heard.held <= 1);
    }
}

static void missing_lines_are_time_that_passed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        struct drawn drawn = draw(&rng);
        struct heard heard = {0};
        int from = rng_int(&rng, AT_LEAST, STAMPS - 2);
        int missing = rng_int(&rng, 1, 4000000 / (int)drawn.period_us + 1);
        double heard_us = 0;
        for (int i = 0; i < STAMPS; i++) {
            int at = i < from ? i : i + missing;
            hear(&heard, &drawn, ticks_at(&drawn, at), at * drawn.period_us - heard_us);
            heard_us = at * drawn.period_us;
        }
        double truth_us =
            (ticks_at(&drawn, STAMPS - 1 + missing) - drawn.start) * drawn.us_per_tick;
        assert_true(fabs((double)heard.total_us - truth_us) <= 1);
        assert_true(heard.held <= !drawn.is_live);
        assert_int_equal(heard.anew, 0);
    }
}

static void stamps_run_over_with_a_sign_and_without(void **state)
{
    (void)state;
    for (int is_signed = 0; is_signed < 2; is_signed++) {
        struct drawn drawn = {.us_per_tick = 1000};
        struct heard heard = {0};
        double top = is_signed ? wrap / 2 : wrap;
        for (int i = -100; i < 100; i++) {
            double ticks = top + 20.0 * i;
            hear(&heard, &drawn, ticks < top ? ticks : ticks - wrap, 0);
        }
        assert_int_equal(heard.total_us, 199 * 20000);
        assert_int_equal(heard.held + heard.anew, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_wrong_stamp_costs_one_reading),
        cmocka_unit_test(a_start_anew_is_a_new_stretch),
        cmocka_unit_test(missing_lines_are_time_that_passed),
        cmocka_unit_test(stamps_run_over_with_a_sign_and_without),
    };
    return cmocka_run_group_tests_name("stamp", tests, NULL, NULL);
}
