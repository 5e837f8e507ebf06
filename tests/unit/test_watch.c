/* SPDX-License-Identifier: MIT */
/*
 * watch: what a chest must do to be believed, with drawn chests and sensors that lie.
 */
#include <math.h>
#include <string.h>

#include "station/watch.h"
#include "support/tap.h"
#include "support/wave.h"

static const double pi = 3.14159265358979323846;

static struct watch watch;
static struct cpr_guideline guideline;

static const double rates_hz[] = {10, 20, 50, 100, 200, 1000};

enum { RATES = sizeof rates_hz / sizeof *rates_hz };

static void begin(void)
{
    guideline = wave_guideline();
    memset(&watch, 0, sizeof watch);
}

struct told {
    int pushes, from_rest;
    uint32_t doubts; /* that ever stood */
};

static bool hear(struct told *told, double t_s, double depth_mm, uint32_t lost)
{
    struct cpr_sample sample = {.t_us = llround(t_s * 1e6),
                                .depth_mm = depth_mm,
                                .force_n = CPR_NOT_MEASURED,
                                .volume_ml = CPR_NOT_MEASURED,
                                .hands = CPR_HANDS_NOT_MEASURED,
                                .lost = lost};
    bool is_push = watch_add(&watch, &guideline, &sample);
    told->pushes += is_push;
    if (is_push && watch.has_rested) {
        told->from_rest++;
        watch_wait_for_rest(&watch);
    }
    told->doubts |= watch.doubts;
    return is_push;
}

/* ---- pushes ------------------------------------------------------------------------ */

struct press {
    double hz, rest_s, depth_mm, rate_cpm, noise_mm;
    int pushes;
};

static double pressed_mm(const struct press *press, double t_s)
{
    double turns = (t_s - press->rest_s) * press->rate_cpm / 60;
    bool presses = turns > 0 && turns < press->pushes;
    return presses ? press->depth_mm * (1 - cos(2 * pi * turns)) / 2 : 0;
}

/* How long after its deepest point each push was told, summed up. */
struct delays {
    int count;
    double sum_s, worst_s;
};

/* A sensor so slow that the session itself overlooks a push now and then (it is not
 * scored) still tells the first one, from rest, and no more than there are. */
static void press_and_measure(const struct press *press, struct rng *rng,
                              struct delays *delays)
{
    struct told told = {0};
    double period_s = 60 / press->rate_cpm;
    double end_s = press->rest_s + press->pushes * period_s + 2;
    bool all = press->hz >= 50;
    begin();
    for (double t_s = rng_between(rng, 0, 1 / press->hz); t_s < end_s;
         t_s += 1 / press->hz) {
        double mm = pressed_mm(press, t_s);
        mm += rng_between(rng, -press->noise_mm, press->noise_mm);
        if (hear(&told, t_s, mm, 0) && (all || told.pushes == 1)) {
            double late_s = t_s - press->rest_s - (told.pushes - 0.5) * period_s;
            assert_true(late_s >= 0);
            delays->worst_s = fmax(delays->worst_s, late_s);
            delays->sum_s += late_s;
            delays->count++;
        }
    }
    assert_in_range(told.pushes, all ? press->pushes : 1 + press->pushes / 2,
                    press->pushes);
    assert_int_equal(told.from_rest, 1);
    assert_int_equal(told.doubts, 0);
}

/* It is told when the chest has come up by the turning distance. */
static void a_push_is_told_once_and_at_its_turn(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int r = 0; r < RATES; r++) {
        struct delays delays = {0};
        for (int round = 0; round < 40; round++) {
            struct press press = {
                .hz = rates_hz[r],
                .rest_s = rng_between(&rng, rates_hz[r] < 20 ? 1 : 0.6, 40),
                .depth_mm = rng_between(&rng, 35, 65),
                .rate_cpm = rng_between(&rng, 60, 140),
                .noise_mm = rng_between(&rng, 0, 0.5),
                .pushes = rng_int(&rng, 1, 30),
            };
            press.rate_cpm = press.hz < 20 ? fmin(press.rate_cpm, 100) : press.rate_cpm;
            press_and_measure(&press, &rng, &delays);
        }
        double mean_s = delays.sum_s / delays.count;
        printf("# %4.0f Hz: told %3.0f ms (%5.1f samples) after the deepest point, at "
               "most %3.0f ms\n",
               rates_hz[r], 1e3 * mean_s, rates_hz[r] * mean_s, 1e3 * delays.worst_s);
        assert_true(delays.worst_s < (rates_hz[r] < 50 ? 1.3 : 0.25 + 4 / rates_hz[r]));
    }
}

/* What a run would begin with: the second before, and the place where the chest left. */
static void the_second_before_is_kept(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int r = 0; r < RATES; r++) {
        double hz = rates_hz[r];
        double rest_s = rng_between(&rng, 1.5, 30);
        struct told told = {0};
        struct watch_push push;
        begin();
        assert_false(watch_last_push(&watch, &push));
        double t_s = 0;
        while (told.pushes == 0) {
            double in_s = t_s - rest_s;
            hear(&told, t_s, in_s > 0 ? 55 * (1 - cos(2 * pi * in_s * 110 / 60)) / 2 : 0,
                 0);
            t_s += 1 / hz;
            assert_true(t_s < rest_s + 1);
        }
        assert_true(watch_last_push(&watch, &push));
        double oldest_s = (double)watch_kept(&watch, push.oldest)->t_us / 1e6;
        double begin_s = (double)watch_kept(&watch, push.begin)->t_us / 1e6;
        expect_near(begin_s, rest_s + 0.015, 0.035 + 1 / hz);
        expect_near(oldest_s, rest_s + 0.1 - 1, 0.05 + 1 / hz);
        for (int i = 0; i < 3 * hz; i++, t_s += 1 / hz) {
            hear(&told, t_s, 0, 0);
        }
        assert_false(watch_last_push(&watch, &push)); /* by now it is another's */
    }
}

/* Hands that are laid down and lean, and a chest that is pressed on from the start. */
static void only_from_rest_when_it_rested(void **state)
{
    (void)state;
    struct told told = {0};
    begin();
    for (double t_s = 0; t_s < 20; t_s += 0.01) {
        hear(&told, t_s, 27.5 * (1 - cos(2 * pi * (t_s * 110 / 60 + 0.7))), 0);
    }
    assert_in_range(told.pushes, 35, 37);
    assert_int_equal(told.from_rest, 0);

    told = (struct told){0};
    begin();
    for (double t_s = 0; t_s < 20; t_s += 0.01) { /* from 1 to 11 s hands lean 20 mm */
        hear(&told, t_s, t_s > 1 && t_s < 11 ? 20 * fmin(1, (t_s - 1) / 0.2) : 0, 0);
    }
    assert_int_equal(told.pushes, 0);
    assert_int_equal(told.doubts & ~(uint32_t)CPR_TRUST_STUCK, 0);
}

/* ---- sensors that lie -------------------------------------------------------------- */

enum spike { TO_CEILING, TO_ZERO, TO_ANY, SPIKES };

static double spiked_mm(struct rng *rng, enum spike spike, double rest_mm)
{
    switch (spike) {
    case TO_CEILING: return 819;
    case TO_ZERO: return -rest_mm - 60; /* the sensor's own zero: far above the chest */
    case TO_ANY:
    case SPIKES: break;
    }
    return rng_between(rng, -100, 100);
}

/* 2 % of the readings are wild: an idle cable says nothing, and pushes are all told. */
static void wild_readings_are_no_pushes(void **state)
{
    (void)state;
    static const char *const names[SPIKES] = {"ceiling", "zero", "any"};
    struct rng rng = rng_begin();
    for (int r = 0; r < RATES; r++) {
        for (enum spike spike = 0; spike < SPIKES; spike++) {
            double hz = rates_hz[r];
            double minutes = hz > 200 ? 4 : 20;
            struct told told = {0};
            begin();
            for (double t_s = 0; t_s < minutes * 60; t_s += 1 / hz) {
                bool is_wild = rng_between(&rng, 0, 1) < 0.02;
                double mm = rng_between(&rng, -0.3, 0.3);
                hear(&told, t_s, is_wild ? spiked_mm(&rng, spike, mm) : mm, 0);
            }
            printf("# %4.0f Hz, 2 %% to %s: %d pushes in %.0f minutes, %d from rest\n",
                   hz, names[spike], told.pushes, minutes, told.from_rest);
            assert_in_range(told.pushes, 0, hz < 20 && spike == TO_ANY ? 1 : 0);
        }
    }
}

/* What a chest without hands reads on a cable that is loose, a load cell that warms up
 * (as tests/traces/raw/hx711adc and ajay), a sensor that half of the time sees
 * nothing. */
enum lie { FLICKERS, SWINGS, CREEPS_DOWN, CREEPS_UP, HANGS, LIES };

static double lie_mm(struct rng *rng, enum lie lie, double t_s)
{
    switch (lie) {
    case FLICKERS: return rng_between(rng, -20, 70);
    case SWINGS: return 20 * (1 + sin(2 * pi * 1.7 * t_s)) + rng_between(rng, 0, 0.5);
    case CREEPS_DOWN: return fmod(t_s * 1.3, 60) + rng_between(rng, -0.3, 0.3);
    case CREEPS_UP: return -fmod(t_s * 0.6, 60) + rng_between(rng, -0.3, 0.3);
    case HANGS: return fmod(t_s, 40) < 25 ? 44.1 : 0;
    case LIES: break;
    }
    return 0;
}

static void a_sensor_that_lies_wakes_nobody(void **state)
{
    (void)state;
    static const char *const names[LIES] = {"flickers", "swings", "creeps down",
                                            "creeps up", "hangs"};
    struct rng rng = rng_begin();
    for (int r = 0; r < RATES; r++) {
        for (enum lie lie = 0; lie < LIES; lie++) {
            double hz = rates_hz[r];
            double minutes = hz > 200 ? 3 : 10;
            struct told told = {0};
            begin();
            for (double t_s = 0; t_s < minutes * 60; t_s += 1 / hz) {
                hear(&told, t_s, lie_mm(&rng, lie, t_s), 0);
            }
            printf("# %4.0f Hz %-11s: %3d pushes in %2.0f minutes, %d from rest, "
                   "doubts %x\n",
                   hz, names[lie], told.pushes, minutes, told.from_rest, told.doubts);
            assert_int_equal(told.from_rest, 0);
            if (lie != SWINGS && hz >= 20) {
                assert_in_range(told.pushes, 0, lie == FLICKERS ? 5 : 0);
                assert_true(told.doubts != 0 || lie == CREEPS_DOWN);
            }
        }
    }
}

/* ---- doubts come and go ------------------------------------------------------------ */

/* Rest for `seconds`, then pushes; what is told of them. */
static struct told rest_and_press(struct rng *rng, double *t_s, double seconds,
                                  double loss)
{
    struct told told = {0};
    struct press press = {.hz = 100,
                          .rest_s = *t_s + seconds,
                          .depth_mm = 55,
                          .rate_cpm = 110,
                          .pushes = 5};
    uint32_t lost = 0;
    for (double end_s = press.rest_s + 4; *t_s < end_s; *t_s += 0.01) {
        if (rng_between(rng, 0, 1) < loss) {
            lost++;
            continue;
        }
        hear(&told, *t_s, pressed_mm(&press, *t_s) + rng_between(rng, -0.3, 0.3), lost);
        lost = 0;
    }
    return told;
}

static void a_doubt_goes_when_its_cause_has_gone(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct told told;
    double t_s = 0;
    begin();
    told = rest_and_press(&rng, &t_s, 2, 0);
    assert_int_equal(told.pushes, 5);
    for (double end_s = t_s + 3; t_s < end_s; t_s += 0.01) {
        hear(&told, t_s, -9, 0); /* somebody carries it about */
    }
    told = rest_and_press(&rng, &t_s, 2, 0);
    assert_int_equal(told.pushes, 0);
    assert_int_equal(watch.doubts, CPR_TRUST_DRIFT);
    told = rest_and_press(&rng, &t_s, 6, 0);
    assert_int_equal(watch.doubts, 0);
    assert_int_equal(told.pushes, 5);
    assert_int_equal(told.from_rest, 1);
}

/* A tenth of the readings lost is known after a while; NAN in their place is the same. */
static void a_cable_that_loses_a_quarter_is_not_believed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct told told;
    double t_s = 0;
    begin();
    rest_and_press(&rng, &t_s, 25, 0.25);
    told = rest_and_press(&rng, &t_s, 3, 0.25);
    assert_int_equal(told.pushes, 0);
    assert_int_equal(watch.doubts, CPR_TRUST_LOST);
    told = rest_and_press(&rng, &t_s, 22, 0.03);
    assert_int_equal(told.pushes, 5);

    begin();
    for (t_s = 0; t_s < 25; t_s += 0.01) {
        hear(&told, t_s, rng_between(&rng, 0, 1) < 0.25 ? CPR_NOT_MEASURED : 0, 0);
    }
    assert_int_equal(watch.doubts, CPR_TRUST_LOST);
}

/* Another clock is another manikin: nothing that was known holds. */
static void a_clock_that_jumps_is_another_manikins(void **state)
{
    (void)state;
    static const double jumps_s[] = {-1000, -0.5, 2, 1e6};
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof jumps_s / sizeof *jumps_s; i++) {
        struct told told = {0};
        struct watch_push push;
        double t_s = 5000;
        begin();
        for (double end_s = t_s + 15; t_s < end_s; t_s += 0.01) {
            hear(&told, t_s, rng_between(&rng, -9, 9), 0);
        }
        assert_int_equal(watch.doubts & CPR_TRUST_NOISE, CPR_TRUST_NOISE);
        t_s += jumps_s[i];
        told = rest_and_press(&rng, &t_s, 1, 0);
        assert_int_equal(told.doubts, 0);
        assert_int_equal(told.pushes, 5);
        assert_true(watch_last_push(&watch, &push));
        watch_mark(&watch);
        assert_false(watch_last_push(&watch, &push));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_push_is_told_once_and_at_its_turn),
        cmocka_unit_test(the_second_before_is_kept),
        cmocka_unit_test(only_from_rest_when_it_rested),
        cmocka_unit_test(wild_readings_are_no_pushes),
        cmocka_unit_test(a_sensor_that_lies_wakes_nobody),
        cmocka_unit_test(a_doubt_goes_when_its_cause_has_gone),
        cmocka_unit_test(a_cable_that_loses_a_quarter_is_not_believed),
        cmocka_unit_test(a_clock_that_jumps_is_another_manikins),
    };
    return cmocka_run_group_tests_name("watch", tests, NULL, NULL);
}
