/* SPDX-License-Identifier: MIT */
/* Drawn people on drawn sensors: pads that bend are told from hands. */
#include <math.h>

#include "link/bent.h"
#include "support/tap.h"

static const double PI = 3.14159265358979323846;

struct person {
    double depth_mm, lean_mm, rate_cpm;
    double down; /* share of the time above the middle */
    double uneven;
};

/* Where the chest is at `phase` of a push: a cosine, raised to the power that keeps it
 * above its middle for `down` of the time. */
static double chest_mm(const struct person *person, double phase)
{
    double wave = (1 - cos(2 * PI * phase)) / 2;
    double at_middle = (1 - cos(PI * (1 - person->down))) / 2;
    double shaped = pow(wave, log(0.5) / log(at_middle));
    return person->lean_mm + (person->depth_mm - person->lean_mm) * shaped;
}

/* Of a pad that reads half of its end at `half_mm`, with one line from rest to 60 mm. */
static double as_read_mm(double mm, double half_mm)
{
    return half_mm > 0 ? mm / (mm + half_mm) * (60 + half_mm) : mm;
}

static double play(struct rng *rng, const struct person *person, double half_mm,
                   struct bent *bent)
{
    double hz = rng_between(rng, 25, 250);
    double phase = 0;
    double speed = person->rate_cpm / 60;
    *bent = (struct bent){0};
    for (double t_s = 0; t_s < 30; t_s += 1 / hz) {
        double mm = t_s < 2 ? 0 : chest_mm(person, phase);
        double noise_mm = rng_between(rng, -0.5, 0.5);
        bent_add(bent, (int64_t)(t_s * 1e6), as_read_mm(mm, half_mm) + noise_mm);
        if (t_s >= 2) {
            phase += speed / hz;
        }
        if (phase >= 1) {
            phase -= 1;
            speed =
                person->rate_cpm / 60 * (1 + person->uneven * rng_between(rng, -1, 1));
        }
    }
    return bent->share;
}

static struct person random_person(struct rng *rng)
{
    return (struct person){.depth_mm = rng_between(rng, 35, 58),
                           .lean_mm = rng_between(rng, 0, 8),
                           .rate_cpm = rng_between(rng, 90, 135),
                           .down = rng_between(rng, 0.38, 0.52),
                           .uneven = rng_between(rng, 0, 0.1)};
}

static void hands_on_a_straight_sensor_are_never_taken_for_a_pad(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    double most = 0;
    for (int i = 0; i < 300; i++) {
        struct person person = random_person(&rng);
        struct bent bent;
        most = fmax(most, play(&rng, &person, 0, &bent));
        assert_false(bent_is(&bent));
    }
    print_message("# straight: down for at most %.3f of the time\n", most);
}

static void a_pad_that_saturates_is_found(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    double least = 1;
    for (int i = 0; i < 300; i++) {
        struct person person = random_person(&rng);
        struct bent bent;
        person.lean_mm = rng_between(&rng, 0, 2);
        person.down = rng_between(&rng, 0.49, 0.52);
        double half_mm = rng_between(&rng, 10, 35);
        least = fmin(least, play(&rng, &person, half_mm, &bent));
        if (!bent_is(&bent)) {
            fail_msg("half at %.0f mm, %.0f mm deep, %.0f /min: down for %.3f of %u",
                     half_mm, person.depth_mm, person.rate_cpm, bent.share, bent.count);
        }
    }
    print_message("# pads: down for at least %.3f of the time\n", least);
}

static void nobody_and_few_pushes_say_nothing(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct bent bent = {0};
    for (int i = 0; i < 6000; i++) {
        bent_add(&bent, i * 10000, rng_between(&rng, -1, 1));
    }
    assert_false(bent_is(&bent));
    for (int i = 0; i < 60 * 9; i++) { /* down for two thirds of the time */
        bent_add(&bent, (6000 + i) * 10000, i % 60 < 40 ? 50 : 0);
    }
    assert_false(bent_is(&bent));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_on_a_straight_sensor_are_never_taken_for_a_pad),
        cmocka_unit_test(a_pad_that_saturates_is_found),
        cmocka_unit_test(nobody_and_few_pushes_say_nothing),
    };

    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
