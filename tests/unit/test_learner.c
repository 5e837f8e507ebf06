/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "manikin-sim/learner.h"
#include "support/tap.h"

enum { PUSHES_MAX = 2000 };

/* What a run at 1 kHz shows: peaks, the lowest place before each, where time went. */
struct seen {
    double peak_mm[PUSHES_MAX];
    double peak_s[PUSHES_MAX];
    int peaks;
    double trough_mm; /* mean of the lowest places between peaks */
    double duty;      /* share of time above half of the asked depth */
    double end_s;     /* when the learner had left */
};

static struct seen watch(const struct learner_spec *spec, double press_s, double watch_s)
{
    static struct seen seen;
    memset(&seen, 0, sizeof seen);
    struct learner learner;
    learner_init(&learner);
    assert_true(learner_depth_mm(&learner, 1000) == 0);
    learner_press(&learner, spec, press_s, 2000);
    double before = 0;
    double last = 0;
    double low = 0;
    double troughs = 0;
    int high_ms = 0;
    for (int ms = 2; ms < watch_s * 1000 && !learner_is_away(&learner); ms++) {
        double now = learner_depth_mm(&learner, ms * INT64_C(1000));
        assert_true(now >= 0 && now <= LEARNER_DEPTH_MAX_MM);
        if (last > before && last >= now && last > spec->lean_mm + 5 &&
            seen.peaks < PUSHES_MAX) {
            troughs += seen.peaks > 0 ? low : 0;
            seen.peak_mm[seen.peaks] = last;
            seen.peak_s[seen.peaks++] = ms * 1e-3;
            low = last;
        }
        low = fmin(low, now);
        high_ms += now > spec->depth_mm / 2;
        before = last;
        last = now;
        seen.end_s = ms * 1e-3;
    }
    seen.trough_mm = troughs / (seen.peaks - 1);
    seen.duty = high_ms * 1e-3 / (seen.peaks * 60 / spec->rate_cpm);
    return seen;
}

static double mean_depth(const struct seen *seen)
{
    double sum = 0;
    for (int i = 0; i < seen->peaks; i++) {
        sum += seen->peak_mm[i];
    }
    return sum / seen->peaks;
}

static double mean_rate(const struct seen *seen)
{
    return 60 * (seen->peaks - 1) / (seen->peak_s[seen->peaks - 1] - seen->peak_s[0]);
}

static void means_are_those_asked_for(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 40; round++) {
        struct learner_spec spec;
        learner_spec_init(&spec);
        spec.depth_mm = rng_between(&rng, 25, 70);
        spec.rate_cpm = rng_between(&rng, 60, 160);
        spec.lean_mm = rng_between(&rng, 0, 15);
        spec.jitter = rng_between(&rng, 0, 0.08);
        spec.seed = rng_u64(&rng);
        struct seen seen = watch(&spec, 60, 70);
        assert_true(fabs(seen.peaks - spec.rate_cpm) <= 1.5);
        assert_true(fabs(mean_depth(&seen) - spec.depth_mm) < 0.3);
        assert_true(fabs(mean_rate(&seen) - spec.rate_cpm) < 0.6);
        assert_true(fabs(seen.trough_mm - spec.lean_mm) < 0.1);
    }
}

static void the_duty_cycle_is_that_of_good_compressions(void **state)
{
    (void)state;
    struct learner_spec spec;
    learner_spec_init(&spec);
    spec.jitter = 0;
    struct seen seen = watch(&spec, 30, 40);
    assert_true(fabs(seen.duty - 0.45) < 0.01);
}

static void jitter_spreads_depth_and_interval(void **state)
{
    (void)state;
    struct learner_spec spec;
    learner_spec_init(&spec);
    for (int percent = 0; percent <= 10; percent += 5) {
        spec.jitter = percent / 100.0;
        struct seen seen = watch(&spec, 600, 700);
        double mean = mean_depth(&seen);
        double sum = 0;
        for (int i = 0; i < seen.peaks; i++) {
            sum += (seen.peak_mm[i] - mean) * (seen.peak_mm[i] - mean);
        }
        double deviation = sqrt(sum / seen.peaks) / mean;
        assert_true(fabs(deviation - spec.jitter) < 0.12 * spec.jitter + 0.001);
    }
}

static void stops_last_four_seconds_and_are_as_many_as_asked(void **state)
{
    (void)state;
    struct learner_spec spec;
    learner_spec_init(&spec);
    for (int pauses = 0; pauses <= 5; pauses++) {
        spec.pauses = pauses;
        struct seen seen = watch(&spec, 60, 70);
        int found = 0;
        for (int i = 1; i < seen.peaks; i++) {
            double gap_s = seen.peak_s[i] - seen.peak_s[i - 1];
            if (gap_s > 2) {
                found++;
                /* From chest up to next push 4 s: two half pushes more, peak to peak. */
                assert_true(fabs(gap_s - 4 - 0.9 * 60 / spec.rate_cpm) < 0.1);
            }
        }
        assert_int_equal(found, pauses);
        assert_true(fabs(seen.end_s - 61.5) < 1.0);
    }
}

static void after_a_cycle_it_stops_five_seconds_for_breaths(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 20; round++) {
        struct learner_spec spec;
        learner_spec_init(&spec);
        spec.cycle = rng_int(&rng, 1, 40);
        spec.rate_cpm = rng_between(&rng, 80, 140);
        spec.lean_mm = rng_between(&rng, 0, 10);
        spec.jitter = 0;
        struct seen seen = watch(&spec, 90, 100);
        double push_s = 60 / spec.rate_cpm;
        for (int i = 1; i < seen.peaks; i++) {
            double gap_s = seen.peak_s[i] - seen.peak_s[i - 1];
            bool breathes = i % spec.cycle == 0;
            /* From chest up to next push 5 s. */
            assert_true(fabs(gap_s - (breathes ? 5 + 0.9 * push_s : push_s)) < 0.05);
        }
        double cycle_s = (spec.cycle - 0.1) * push_s + 5;
        assert_true(seen.peaks >= floor(90 / cycle_s) * spec.cycle - 1);
    }
}

static void the_same_seed_presses_the_same_and_another_does_not(void **state)
{
    (void)state;
    struct learner_spec spec;
    learner_spec_init(&spec);
    struct seen first = watch(&spec, 20, 30);
    struct seen second = watch(&spec, 20, 30);
    assert_memory_equal(&first, &second, sizeof first);
    spec.seed = 2;
    second = watch(&spec, 20, 30);
    assert_memory_not_equal(first.peak_mm, second.peak_mm, sizeof first.peak_mm);
}

static void without_seconds_it_goes_on_until_told_to_rest(void **state)
{
    (void)state;
    struct learner_spec spec;
    struct learner learner;
    learner_spec_init(&spec);
    learner_init(&learner);
    learner_press(&learner, &spec, 0, 0);
    learner_depth_mm(&learner, INT64_C(3600000000));
    assert_false(learner_is_away(&learner));
    learner_rest(&learner);
    double depth_mm = learner_depth_mm(&learner, INT64_C(3603000000));
    assert_true(learner_is_away(&learner));
    assert_true(depth_mm == 0);
}

static void after_its_pushes_it_takes_the_hands_off(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 40; round++) {
        struct learner_spec spec;
        learner_spec_init(&spec);
        spec.pushes = rng_int(&rng, 2, 60);
        spec.rate_cpm = rng_between(&rng, 40, 200);
        spec.depth_mm = rng_between(&rng, 20, 70);
        spec.cycle = rng_int(&rng, 0, 1) * 30;
        spec.jitter = 0;
        struct seen seen = watch(&spec, 0, 400);
        assert_int_equal(seen.peaks, spec.pushes);
        assert_true(fabs(mean_depth(&seen) - spec.depth_mm) < 0.1);
        double last_s = seen.peak_s[seen.peaks - 1];
        assert_true(seen.end_s > last_s && seen.end_s < last_s + 3);
    }
}

static void a_spec_names_only_what_it_changes(void **state)
{
    (void)state;
    struct learner_spec spec;
    learner_spec_init(&spec);
    assert_true(learner_spec_read(
        &spec,
        "depth=48.5,rate=98,lean=7,jitter=0.1,pauses=2,cycle=30,pushes=7,seconds=30,"
        "seed=9"));
    assert_int_equal(spec.pushes, 7);
    assert_true(spec.depth_mm == 48.5 && spec.rate_cpm == 98 && spec.lean_mm == 7);
    assert_true(spec.jitter == 0.1 && spec.pauses == 2 && spec.seconds == 30);
    assert_int_equal(spec.cycle, 30);
    assert_int_equal(spec.seed, 9);
    assert_true(learner_spec_read(&spec, "rate=120"));
    assert_true(spec.depth_mm == 48.5 && spec.rate_cpm == 120);
    assert_true(learner_spec_read(&spec, ""));
}

static void a_wrong_spec_changes_nothing_and_names_its_part(void **state)
{
    (void)state;

    const struct {
        const char *text;
        const char *named;
    } wrong[] = {
        {"depth=55,rate=abc", "rate=abc"},
        {"depth", "depth"},
        {"deep=5", "deep"},
        {"depth=-1", "depth=-1"},
        {"rate=nan", "rate=nan"},
        {"jitter=2", "jitter=2"},
        {"pauses=1.5", "pauses=1.5"},
        {"cycle=-1", "cycle=-1"},
        {"pushes=10001", "pushes=10001"},
        {"depth=20,lean=20", "lean=20"},
        {"seconds=10,pauses=3", "3 pauses"},
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct learner_spec spec;
        struct learner_spec before;
        memset(&spec, 0, sizeof spec);
        learner_spec_init(&spec);
        before = spec;
        assert_false(learner_spec_read(&spec, wrong[i].text));
        assert_non_null(strstr(err_text(), wrong[i].named));
        assert_memory_equal(&spec, &before, sizeof spec);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_are_those_asked_for),
        cmocka_unit_test(the_duty_cycle_is_that_of_good_compressions),
        cmocka_unit_test(jitter_spreads_depth_and_interval),
        cmocka_unit_test(stops_last_four_seconds_and_are_as_many_as_asked),
        cmocka_unit_test(after_a_cycle_it_stops_five_seconds_for_breaths),
        cmocka_unit_test(the_same_seed_presses_the_same_and_another_does_not),
        cmocka_unit_test(without_seconds_it_goes_on_until_told_to_rest),
        cmocka_unit_test(after_its_pushes_it_takes_the_hands_off),
        cmocka_unit_test(a_spec_names_only_what_it_changes),
        cmocka_unit_test(a_wrong_spec_changes_nothing_and_names_its_part),
    };
    return cmocka_run_group_tests_name("learner", tests, NULL, NULL);
}
