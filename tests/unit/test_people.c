/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "count/people.h"
#include "support/tap.h"

enum { DRAWS = 2000, MILLION = 1000000 };

/* The ends of Wilson's interval are the shares from which the one that was seen is 1.96
 * standard errors away. */
static void expect_end(double end, double seen, double of)
{
    double error = sqrt(end * (1 - end) / of);
    assert_true(fabs(fabs(seen - end) - 1.959964 * error) < 1e-4);
}

static void the_ends_are_as_far_as_wilson_says(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        int of = rng_int(&rng, 1, 400);
        int first = rng_int(&rng, 0, of);
        double seen = (double)first / of;
        struct count_people people = count_people_asked(MILLION, first, of);
        assert_true(people.low >= 0 && people.high <= MILLION);
        assert_true((double)people.low <= seen * MILLION);
        assert_true((double)people.high >= seen * MILLION);
        expect_end((double)people.low / MILLION, seen, of);
        expect_end((double)people.high / MILLION, seen, of);
    }
}

static void who_was_never_there_is_nobody(void **state)
{
    (void)state;
    struct count_people people = count_people_asked(0, 3, 7);
    assert_int_equal(people.low, 0);
    assert_int_equal(people.high, 0);
}

static void a_stated_factor_divides(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        int visits = rng_int(&rng, 0, MILLION);
        int times = rng_int(&rng, 100, 1000);
        struct count_people people = count_people_stated(visits, times);
        assert_true(people.low * times <= 100 * (int64_t)visits);
        assert_true(people.high * times >= 100 * (int64_t)visits);
        assert_in_range(people.high - people.low, 0, 1);
    }
    assert_int_equal(count_people_stated(300, 150).low, 200);
    assert_int_equal(count_people_stated(300, 150).high, 200);
    assert_int_equal(count_people_stated(300, INT64_MAX).low, 0);
    assert_int_equal(count_people_stated(300, INT64_MAX).high, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ends_are_as_far_as_wilson_says),
        cmocka_unit_test(who_was_never_there_is_nobody),
        cmocka_unit_test(a_stated_factor_divides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
