/* SPDX-License-Identifier: MIT */
/* The rest reading of a random run, wherever the capture begins. */
#include <math.h>
#include <string.h>

#include "link/rest.h"
#include "support/tap.h"

struct run {
    double hz, rate_cpm, depth_mm;
    double start_s;    /* rest before the first push */
    double pause_s;    /* after every 30 pushes */
    double lean_mm;    /* in pauses */
    double partial_mm; /* release of two pushes in three */
    double rest, per_mm, step, noise_mm;
    double stray; /* share of readings that are 8190 */
    int pushes;
};

static double chest_mm(const struct run *run, double t_s)
{
    double period_s = 60 / run->rate_cpm;
    double bout_s = 30 * period_s + run->pause_s;
    t_s -= run->start_s;
    if (t_s < 0) {
        return 0;
    }
    double in_s = fmod(t_s, bout_s);
    int push = (int)(in_s / period_s);
    if (push >= 30) {
        return run->lean_mm;
    }
    double low_mm = push % 3 == 0 ? 0 : run->partial_mm;
    double phase = in_s / period_s - push;
    return low_mm + (run->depth_mm - low_mm) * (1 - cos(2 * 3.14159265 * phase)) / 2;
}

static double total_s(const struct run *run)
{
    return run->start_s + run->pushes * 60 / run->rate_cpm +
           run->pushes / 30 * run->pause_s;
}

static void feed(struct rest *rest, const struct run *run, struct rng rng)
{
    for (double t_s = 0; t_s < total_s(run); t_s += 1 / run->hz) {
        double mm = chest_mm(run, t_s) +
                    rng_between(&rng, -run->noise_mm - 1e-9, run->noise_mm + 1e-9);
        double reading = run->rest + run->per_mm * mm;
        if (run->step > 0) {
            reading = round(reading / run->step) * run->step;
        }
        if (run->stray > 0 && rng_between(&rng, 0, 1) < run->stray) {
            reading = 8190;
        }
        rest_add(rest, (int64_t)(t_s * 1e6), reading);
    }
    rest_end(rest);
}

/* As cpr-analyze does it: within all readings, then narrower. */
static bool find(const struct run *run, struct rng rng, enum rest_side hint,
                 enum rest_side *side, double *reading)
{
    static struct rest rest;
    double ends[2] = {run->rest, run->rest + run->per_mm * 1.1 * run->depth_mm};
    double low = fmin(ends[0], ends[1]) - fabs(run->per_mm) * 5;
    double high = fmax(ends[0], ends[1]) + fabs(run->per_mm) * 5;
    if (run->stray > 0) {
        high = 8190;
    }
    for (int pass = 0; pass < 4; pass++) {
        rest_init(&rest, low, high, run->step);
        feed(&rest, run, rng);
        if (!rest_is_narrow(&rest, &low, &high)) {
            break;
        }
    }
    return rest_find(&rest, hint, side, reading);
}

static struct run random_run(struct rng *rng)
{
    struct run run = {
        .hz = pow(10, rng_between(rng, 1, 2.3)),
        .rate_cpm = rng_between(rng, 85, 130),
        .depth_mm = rng_between(rng, 30, 65),
        .noise_mm = rng_between(rng, 0, 0.5),
        .pushes = 60,
    };
    run.per_mm = pow(10, rng_between(rng, -1, 1)) * (rng_int(rng, 0, 1) ? 1 : -1);
    run.rest = rng_between(rng, 100, 1000);
    if (rng_int(rng, 0, 1)) {
        run.step = fabs(run.per_mm) * rng_between(rng, 0.2, 2);
    }
    return run;
}

static void check(const struct run *run, struct rng rng, enum rest_side hint,
                  double within_mm)
{
    enum rest_side side = REST_SIDE_UNKNOWN;
    double reading = 0;
    assert_true(find(run, rng, hint, &side, &reading));
    double error_mm = (reading - run->rest) / run->per_mm;
    double step_mm = run->step / fabs(run->per_mm);
    if (side != (run->per_mm > 0 ? REST_BELOW : REST_ABOVE) ||
        !(fabs(error_mm) <= within_mm + step_mm / 2)) {
        fail_msg(
            "rest off by %.2f mm, side %d of %g/mm (%.0f Hz, %.0f/min, %.0f mm, noise "
            "%.2f, step %.2f, start %.1f, pause %.1f, lean %.1f, partial %.1f)",
            error_mm, (int)side, run->per_mm, run->hz, run->rate_cpm, run->depth_mm,
            run->noise_mm, step_mm, run->start_s, run->pause_s, run->lean_mm,
            run->partial_mm);
    }
}

static void a_capture_that_begins_with_rest(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 300; round++) {
        struct run run = random_run(&rng);
        run.start_s = rng_between(&rng, 1.5, 10);
        run.partial_mm = rng_between(&rng, 0, 15);
        run.stray = rng_int(&rng, 0, 3) ? 0 : 0.0005;
        check(&run, rng, REST_SIDE_UNKNOWN, 0.3);
    }
}

static void pauses_show_rest_too_even_where_most_are_leaned_on(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 300; round++) {
        struct run run = random_run(&rng);
        run.pause_s = rng_between(&rng, 2, 6);
        check(&run, rng, REST_SIDE_UNKNOWN, 0.3);
        run.start_s = 2;
        run.lean_mm = 10;
        check(&run, rng, REST_SIDE_UNKNOWN, 0.3);
    }
}

/* Nothing but pushes: full recoil in one of three is enough. */
static void a_capture_of_nothing_but_pushes(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 300; round++) {
        struct run run = random_run(&rng);
        run.partial_mm = rng_int(&rng, 0, 1) ? 0 : rng_between(&rng, 0, 8);
        run.hz = rng_between(&rng, 25, 200);
        enum rest_side hint = run.per_mm > 0 ? REST_BELOW : REST_ABOVE;
        check(&run, rng, hint, 2);
    }
}

static void a_side_that_is_known_is_believed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct run run = random_run(&rng);
    run.start_s = 3;
    run.per_mm = 1;
    enum rest_side side = REST_ABOVE;
    double reading = 0;
    assert_true(find(&run, rng, REST_SIDE_UNKNOWN, &side, &reading));
    assert_int_equal(side, REST_ABOVE);
}

static void how_far_readings_go_to_either_side(void **state)
{
    (void)state;
    static struct rest rest;
    double below = 0;
    double above = 0;
    rest_init(&rest, 0, 1000, 1);
    for (int i = 0; i < 2000; i++) {
        double phase = i * 0.1;
        rest_add(&rest, i * 10000, i % 500 == 7 ? 1000 : 300 + 100 * sin(phase));
    }
    rest_end(&rest);
    rest_reach(&rest, 250, &below, &above);
    assert_true(fabs(below - 50) < 2);
    assert_true(fabs(above - 150) < 2);
    rest_reach(&rest, 100, &below, &above);
    assert_true(below == 0);
    assert_true(fabs(above - 300) < 2);
}

/* Too few to call any of them a stray. */
static void three_readings_have_a_rest_among_them(void **state)
{
    (void)state;
    static struct rest rest;
    enum rest_side side = REST_SIDE_UNKNOWN;
    double reading = 0;
    double low = 0;
    double high = 0;
    rest_init(&rest, 700, 1200, 1);
    for (int i = 0; i < 3; i++) {
        rest_add(&rest, i * 10000, 720 + i);
    }
    rest_end(&rest);
    assert_true(rest_is_narrow(&rest, &low, &high));
    assert_true(low < 720 && high > 722 && high - low < 6);
    assert_true(rest_find(&rest, REST_SIDE_UNKNOWN, &side, &reading));
    assert_true(reading >= 719 && reading <= 723);
}

static void no_readings_no_rest(void **state)
{
    (void)state;
    static struct rest rest;
    enum rest_side side = REST_SIDE_UNKNOWN;
    double reading = 0;
    rest_init(&rest, 5, 5, 0);
    rest_end(&rest);
    assert_false(rest_find(&rest, REST_SIDE_UNKNOWN, &side, &reading));
    /* An untouched chest rests where it is. */
    for (int i = 0; i < 200; i++) {
        rest_add(&rest, i * 10000, 5);
    }
    rest_end(&rest);
    assert_true(rest_find(&rest, REST_ABOVE, &side, &reading));
    assert_int_equal(side, REST_ABOVE);
    assert_true(fabs(reading - 5) < 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_capture_that_begins_with_rest),
        cmocka_unit_test(pauses_show_rest_too_even_where_most_are_leaned_on),
        cmocka_unit_test(a_capture_of_nothing_but_pushes),
        cmocka_unit_test(a_side_that_is_known_is_believed),
        cmocka_unit_test(how_far_readings_go_to_either_side),
        cmocka_unit_test(three_readings_have_a_rest_among_them),
        cmocka_unit_test(no_readings_no_rest),
    };
    return cmocka_run_group_tests_name("rest", tests, NULL, NULL);
}
