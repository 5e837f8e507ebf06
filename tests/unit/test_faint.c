/* SPDX-License-Identifier: MIT */
/* Pushes that are too light, in rhythm: station/faint.h. */
#include <math.h>

#include "station/faint.h"
#include "support/tap.h"

enum { STEP_US = 10000 };

static const double PUSH_LEAST_MM = 15;

/* Presses for so long; how often a row of touches was told. */
static int press(struct faint *faint, int64_t *t_us, double seconds, double depth_mm,
                 double rate_cpm, double rest_mm)
{
    int told = 0;
    int64_t from_us = *t_us;
    for (; (double)(*t_us - from_us) < seconds * 1e6; *t_us += STEP_US) {
        double turns = (double)(*t_us - from_us) / 60e6 * rate_cpm;
        double mm = rest_mm + (depth_mm - rest_mm) * (1 - cos(2 * acos(-1) * turns)) / 2;
        told += faint_add(faint, *t_us, mm, PUSH_LEAST_MM);
    }
    return told;
}

static void light_pushes_in_rhythm_are_told_from_the_third_on(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 200; i++) {
        struct faint faint = {0};
        int64_t t_us = rng_int(&rng, 0, 1000000);
        double rate = rng_between(&rng, 60, 150);
        int pushes = rng_int(&rng, 1, 8);
        int told = press(&faint, &t_us, pushes * 60 / rate, rng_between(&rng, 8.2, 14.5),
                         rate, rng_between(&rng, 0, 2.5));
        assert_int_equal(told, pushes < 3 ? 0 : pushes - 2);
    }
}

static void what_is_no_row_of_light_pushes_is_not_told(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 200; i++) {
        struct faint faint = {0};
        int64_t t_us = 0;
        double rate = rng_between(&rng, 60, 150);
        /* A hand laid on; real pushes; a push now and then. */
        assert_int_equal(press(&faint, &t_us, 9, rng_between(&rng, 1, 7.5), rate, 0), 0);
        assert_int_equal(press(&faint, &t_us, 9, rng_between(&rng, 15.5, 60), rate, 0),
                         0);
        assert_int_equal(press(&faint, &t_us, 20, 12, rng_between(&rng, 10, 35), 0), 0);
        press(&faint, &t_us, 2 * 60 / rate, 12, rate, 0);
        press(&faint, &t_us, 60 / rate, 50, rate, 0);
        assert_int_equal(press(&faint, &t_us, 2 * 60 / rate, 12, rate, 0), 0);
    }
}

static void another_clock_begins_anew(void **state)
{
    (void)state;
    struct faint faint = {0};
    int64_t t_us = 50000000;
    press(&faint, &t_us, 2 * 60 / 110.0, 12, 110, 0);
    t_us = 0;
    assert_int_equal(press(&faint, &t_us, 2 * 60 / 110.0, 12, 110, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(light_pushes_in_rhythm_are_told_from_the_third_on),
        cmocka_unit_test(what_is_no_row_of_light_pushes_is_not_told),
        cmocka_unit_test(another_clock_begins_anew),
    };
    return cmocka_run_group_tests_name("faint", tests, NULL, NULL);
}
