/* SPDX-License-Identifier: MIT */
/*
 * However a visitor presses: a sound sensor is never suspected.
 *
 * Random visitors, from a child's tapping to a heavy man's race, lean, tire, stop, rest
 * their hands, shift them and take them off, seen by any sensor that README.md calls
 * sound. TEST_ROUNDS=n tries more of them.
 */
#include <math.h>

#include "support/rescuer.h"
#include "support/tap.h"
#include "support/wave.h"

enum { SWAY_KNOTS = 640 }; /* of one visitor's resting hands: the rest are pushes */

static struct rescuer visitor;
static struct cpr_sample samples[RESCUER_SAMPLES];
static struct wave_run run;

static int rounds(void)
{
    const char *given = getenv("TEST_ROUNDS");
    return given ? atoi(given) : 250;
}

static bool chance(struct rng *rng, double share)
{
    return rng_between(rng, 0, 1) < share;
}

static struct rescuer_knot last_knot(void)
{
    return visitor.knots[visitor.knot_count - 1];
}

static void go(double for_s, double depth_mm)
{
    double t_s = visitor.knot_count > 0 ? last_knot().t_s : 0;
    assert_true(visitor.knot_count < RESCUER_KNOTS);
    visitor.knots[visitor.knot_count++] =
        (struct rescuer_knot){t_s + for_s, depth_mm, visitor.sharp, visitor.skew};
}

/* How this visitor presses and rests, beside what struct rescuer holds. */
struct manner {
    double scatter_mm, fade_mm; /* of the peaks: either way, and by the end */
    double tremble_mm;          /* of hands that rest */
    double most_s;              /* pauses */
    int bouts, pushes;
};

static struct manner random_manner(struct rng *rng)
{
    double duty = rng_between(rng, 0.30, 0.60);
    visitor.depth_mm = rng_between(rng, 20, 70);
    visitor.lean_mm = chance(rng, 0.5) ? 0 : rng_between(rng, 0, 12);
    visitor.lean_spread_mm = rng_between(rng, 0, 2);
    visitor.rate_cpm = rng_between(rng, 60, 150);
    visitor.rate_end_cpm = visitor.rate_cpm * rng_between(rng, 0.85, 1.15);
    visitor.sharp = 3.14159265358979323846 * (duty - 0.5) / sin(3.1415926536 * duty);
    visitor.skew = rng_between(rng, -0.3, 0.3) * (1 - fabs(visitor.sharp));
    struct manner manner = {
        .scatter_mm = rng_between(rng, 0, 6),
        .fade_mm = chance(rng, 0.5) ? 0 : rng_between(rng, 0, 15),
        .tremble_mm = chance(rng, 0.5) ? 0 : rng_between(rng, 0, 0.5),
    };
    if (chance(rng, 0.5)) { /* 30:2 */
        manner.bouts = rng_int(rng, 1, 4);
        manner.pushes = 30;
        manner.most_s = rng_between(rng, 3, 10);
    } else {
        manner.bouts = rng_int(rng, 1, 3);
        manner.pushes = rng_int(rng, 1, 80);
        manner.most_s = rng_between(rng, 0.3, 20);
    }
    return manner;
}

/* Hands that lie on the chest: still, or trembling as people do. */
static void stay(const struct manner *manner, struct rng *rng, double for_s)
{
    double level_mm = last_knot().depth_mm;
    double step_s = rng_between(rng, 0.05, 0.2);
    double end_s = last_knot().t_s + for_s;
    while (manner->tremble_mm > 0 && last_knot().t_s + 2 * step_s < end_s &&
           visitor.knot_count < SWAY_KNOTS) {
        double by_mm = rng_between(rng, -manner->tremble_mm, manner->tremble_mm);
        go(step_s, fabs(level_mm + by_mm));
    }
    go(end_s - last_knot().t_s, level_mm);
}

/* Hands off, on again, elsewhere, or resting for long without a push. */
static void rest(const struct manner *manner, struct rng *rng, double for_s)
{
    double hands_s = for_s < 0.9 ? for_s / 3 : 0.3;
    double kept_s = for_s - 2 * hands_s;
    double back_mm = visitor.lean_mm + rng_between(rng, 0, visitor.lean_spread_mm);
    switch (rng_int(rng, 0, 3)) {
    case 0: /* the chest comes up as far as its friction lets it */
        go(hands_s, chance(rng, 0.5) ? 0 : rng_between(rng, 0, 1));
        go(kept_s, last_knot().depth_mm);
        break;
    case 1:
        go(hands_s, rng_between(rng, 0, 12));
        stay(manner, rng, kept_s);
        break;
    case 2: {
        double by_mm = rng_between(rng, 2, 6);
        back_mm = fabs(back_mm + (chance(rng, 0.5) ? by_mm : -by_mm));
        go(hands_s, back_mm);
        stay(manner, rng, kept_s);
        break;
    }
    default:
        go(hands_s, last_knot().depth_mm);
        stay(manner, rng, kept_s);
        break;
    }
    go(hands_s, back_mm);
}

static void press(const struct manner *manner, struct rng *rng)
{
    int all = manner->bouts * manner->pushes;
    for (int bout = 0, push = 0; bout < manner->bouts; bout++) {
        for (int i = 0; i < manner->pushes; i++, push++) {
            double share = (double)push / all;
            double rate_cpm = visitor.rate_cpm +
                              (visitor.rate_end_cpm - visitor.rate_cpm) * share +
                              rng_between(rng, -4, 4);
            double low_mm = visitor.lean_mm + rng_between(rng, 0, visitor.lean_spread_mm);
            double peak_mm = visitor.depth_mm - manner->fade_mm * share +
                             rng_between(rng, -manner->scatter_mm, manner->scatter_mm);
            go(30 / rate_cpm, fmax(peak_mm, last_knot().depth_mm + 1));
            go(30 / rate_cpm, fmin(low_mm, last_knot().depth_mm - 1));
        }
        double most_s = bout + 1 < manner->bouts ? manner->most_s : 8;
        rest(manner, rng, rng_between(rng, 0.2, most_s));
    }
}

/* One visitor, up to 130 s. True when the sensor is fast enough to take it all. */
static void random_visitor(struct rng *rng)
{
    static const double rounds_mm[] = {0, 0.1, 0.5, 1};
    visitor = (struct rescuer){.start_us = rng_int(rng, 0, 1 << 30)};
    struct manner manner = random_manner(rng);
    visitor.sensor = (struct rescuer_sensor){
        .hz = 50 * pow(20, rng_between(rng, 0, 1)),
        .uneven = chance(rng, 0.5) ? 0 : rng_between(rng, 0, 0.9),
        .loss = chance(rng, 0.5) ? 0 : rng_between(rng, 0, 0.05),
        .twice = chance(rng, 0.5) ? 0 : rng_between(rng, 0, 0.02),
        .noise_mm = chance(rng, 0.3) ? 0 : rng_between(rng, 0, 0.5),
        .round_mm = rounds_mm[rng_int(rng, 0, 3)],
    };
    go(0, chance(rng, 0.5) ? 0 : visitor.lean_mm);
    rest(&manner, rng, rng_between(rng, 0.1, 4));
    if (chance(rng, 0.25)) {
        go(0.3, rng_between(rng, 0, 12));
        stay(&manner, rng, 20);
        go(0.3, visitor.lean_mm);
    }
    press(&manner, rng);
    visitor.seconds = last_knot().t_s;
}

static void print_visitor(uint32_t reasons)
{
    const struct rescuer_sensor *sensor = &visitor.sensor;
    print_message(
        "# trust %u, %d pushes: %g mm from %g, %g /min, %.1f s; %g Hz, noise %g, "
        "steps of %g, loss %g, uneven %g, twice %g\n",
        reasons, run.count, visitor.depth_mm, visitor.lean_mm, visitor.rate_cpm,
        visitor.seconds, sensor->hz, sensor->noise_mm, sensor->round_mm, sensor->loss,
        sensor->uneven, sensor->twice);
}

/* Judged all the time, and for the last time at the end. Every reason ever given. */
static uint32_t feed(size_t count)
{
    uint32_t reasons = 0;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression done;
    run.count = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    for (size_t i = 0; i < count; i++) {
        run.count += cpr_add(&run.session, &samples[i], &done);
        if (i % 16 == 0) {
            cpr_result(&run.session, &run.result);
            reasons |= run.result.trust;
        }
    }
    while (cpr_finish(&run.session, &done)) {
        run.count++;
    }
    cpr_result(&run.session, &run.result);
    return reasons | run.result.trust;
}

static void a_sound_sensor_is_never_suspected(void **state)
{
    int suspected = 0;
    for (int i = 0; i < rounds(); i++) {
        random_visitor(*state);
        uint32_t reasons =
            feed(rescuer_sense(&visitor, *state, samples, RESCUER_SAMPLES));
        if (reasons != 0) {
            print_visitor(reasons);
            suspected++;
        }
    }
    assert_int_equal(suspected, 0);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_sound_sensor_is_never_suspected, &rng),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
