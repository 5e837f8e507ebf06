/* SPDX-License-Identifier: MIT */
/* 30 compressions, two breaths: how long, how many, how much air, hands off how long. */
#include <math.h>
#include <string.h>

#include "support/tap.h"
#include "support/wave.h"

enum { ROUNDS = 200, SHAPES = 3 };

static struct wave_run run;
static struct rng still;
static const double pi = 3.14159265358979323846;

/* ---- thirty ------------------------------------------------------------------------ */

static struct wave set_at(double rate_cpm)
{
    struct wave wave = wave_perfect();
    wave.rate_cpm = rate_cpm;
    wave.pushes = 30;
    wave.before_s = 0.5;
    wave.after_s = 1.5;
    return wave;
}

static void thirty_take_thirty_intervals(void **state)
{
    for (int round = 0; round < ROUNDS; round++) {
        struct wave wave = set_at(rng_between(*state, 80, 150));
        wave.depth_mm = rng_between(*state, 25, 70);
        wave.hz = rng_between(*state, 50, 200);
        wave.pushes = rng_int(*state, 30, 60); /* only the first thirty count */
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
        double truth_s = 30 * 60 / wave.rate_cpm;
        assert_int_equal(run.result.sets_of_30, 1);
        expect_near(run.result.mean_set_of_30_s, truth_s, 0.05);
        if (fabs(truth_s - 15) > 0.1 && fabs(truth_s - 18) > 0.1) {
            assert_int_equal(run.result.sets_of_30_ok, truth_s > 15 && truth_s < 18);
        }
        assert_int_equal(run.result.cycles, 0);
        assert_int_equal(run.result.breath_pauses, 0);
    }
}

/* As it is shown: 120 /min is 15.0 s and right, 119.9 /min too. */
static void the_edges_of_thirty_are_inside(void **state)
{
    (void)state;

    static const struct {
        double rate_cpm;
        uint32_t ok;
    } cases[] = {{99, 0}, {100, 1}, {101, 1}, {119, 1}, {120, 1}, {121, 0}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wave wave = set_at(cases[i].rate_cpm);
        wave.hz = 200;
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
        assert_int_equal(run.result.sets_of_30, 1);
        assert_int_equal(run.result.sets_of_30_ok, cases[i].ok);
    }
}

static void fewer_than_thirty_are_not_timed(void **state)
{
    (void)state;
    struct wave wave = set_at(110);
    wave.pushes = 29;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.count, 29);
    assert_int_equal(run.result.sets_of_30, 0);
    assert_true(isnan(run.result.mean_set_of_30_s));
}

/* Alone, without breaths, a pause belongs to the thirty: it is what the watch shows. */
static void a_pause_makes_thirty_longer(void **state)
{
    (void)state;
    struct wave wave = set_at(110);
    wave.pushes = 15;
    wave.bouts = 2;
    wave.pause_s = 4;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    assert_int_equal(run.result.sets_of_30, 1);
    assert_int_equal(run.result.sets_of_30_ok, 0);
    expect_near(run.result.mean_set_of_30_s, 30 * 60 / 110.0 + 4, 0.05);
}

/* How many pushes a hole in the samples hides is unknown. */
static void thirty_with_a_hole_are_not_timed(void **state)
{
    (void)state;
    static const double holes_s[] = {0.3, 0.9, 3};
    struct wave wave = set_at(110);
    wave.pushes = 60;
    for (size_t i = 0; i < sizeof holes_s / sizeof *holes_s; i++) {
        struct cpr_guideline guideline = wave_guideline();
        struct cpr_sample sample;
        struct cpr_compression done;
        double t_s = 0;
        cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
        while (wave_next(&wave, &still, &t_s, &sample)) {
            if (t_s < 8 || t_s > 8 + holes_s[i]) {
                cpr_add(&run.session, &sample, &done);
            }
        }
        cpr_result(&run.session, &run.result);
        assert_true(run.result.count >= 50);
        assert_int_equal(run.result.sets_of_30, 0);
    }
}

/* ---- breaths ----------------------------------------------------------------------- */

/* Blown in, held, let out: to the mouth the lung is a bag with a valve. */
struct breath {
    int shape; /* even, swelling, fading */
    double start_s, ml, blow_s, hold_s, out_s;
};

static double air_ml(const struct breath *it, double t_s)
{
    double share = (t_s - it->start_s) / it->blow_s;
    if (share < 0) {
        return 0;
    }
    if (share < 1) {
        const double shapes[SHAPES] = {share, (1 - cos(pi * share)) / 2,
                                       (1 - exp(-3 * share)) / (1 - exp(-3))};
        return it->ml * shapes[it->shape];
    }
    double out_s = t_s - it->start_s - it->blow_s - it->hold_s;
    return out_s < 0 ? it->ml : it->ml * exp(-out_s / it->out_s);
}

static struct breath drawn_breath(struct rng *rng, double start_s)
{
    return (struct breath){.shape = rng_int(rng, 0, SHAPES - 1),
                           .start_s = start_s,
                           .ml = rng_between(rng, 250, 1200),
                           .blow_s = rng_between(rng, 0.3, 2),
                           .hold_s = rng_between(rng, 0.05, 0.6),
                           .out_s = rng_between(rng, 0.1, 0.3)};
}

/* A wave and the breaths in its pauses; `ripple_ml` is what pushes press out. */
struct scene {
    struct wave wave;
    const struct breath *breaths;
    size_t count;
    double rest_ml, noise_ml, ripple_ml;
};

static void play(const struct scene *scene, const struct cpr_guideline *guideline,
                 enum cpr_mode mode, struct rng *rng)
{
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    run.count = 0;
    cpr_start(&run.session, guideline, mode);
    while (wave_next(&scene->wave, rng, &t_s, &sample)) {
        double at_s = (double)sample.t_us / 1e6;
        double ml = scene->rest_ml - scene->ripple_ml * sample.depth_mm / 55;
        for (size_t i = 0; i < scene->count; i++) {
            ml += air_ml(&scene->breaths[i], at_s);
        }
        ml += rng_between(rng, -1, 1) * scene->noise_ml;
        sample.volume_ml = floor(ml + 0.5);
        if (cpr_add(&run.session, &sample, &done)) {
            wave_keep(&run, &done);
        }
    }
    while (cpr_finish(&run.session, &done)) {
        wave_keep(&run, &done);
    }
    cpr_result(&run.session, &run.result);
}

static struct wave rest_of(double seconds, double hz)
{
    struct wave wave = wave_perfect();
    wave.pushes = 0;
    wave.bouts = 0;
    wave.before_s = seconds;
    wave.hz = hz;
    return wave;
}

static void a_random_breath_is_measured(void **state)
{
    double worst_ml = 0;
    double worst_share[SHAPES] = {0};
    for (int round = 0; round < 10 * ROUNDS; round++) {
        struct breath it = drawn_breath(*state, rng_between(*state, 0.5, 1.5));
        struct scene scene = {.wave = rest_of(8, rng_between(*state, 50, 200)),
                              .breaths = &it,
                              .count = 1,
                              .rest_ml = rng_between(*state, 0, 60),
                              .noise_ml = rng_between(*state, 0, 5)};
        struct cpr_guideline guideline = wave_guideline();
        play(&scene, &guideline, CPR_30_2, *state);
        assert_int_equal(run.result.breaths, 1);
        double off_ml = run.result.mean_breath_ml - it.ml;
        double off_s = run.result.mean_breath_s - it.blow_s;
        worst_ml = fmax(worst_ml, fabs(off_ml));
        worst_share[it.shape] = fmax(worst_share[it.shape], fabs(off_s) / it.blow_s);
        expect_near(off_ml, 0, 2 * scene.noise_ml + 2);
        /* An even breath is read to 30 ms and 1 %, and what the noise of the lung makes
         * of it at either end; one that fades in or out has no sharp beginning or end to
         * read, and is never read as longer. */
        double even = 0.01 + 3 * scene.noise_ml / it.ml;
        expect_near(fmax(off_s, 0), 0, 0.03 + even * it.blow_s);
        double shorter = it.shape == 0 ? even : 0.30;
        expect_near(fmin(off_s, 0), 0, 0.03 + shorter * it.blow_s);
    }
    print_message("# volume to %.1f ml; duration to %.0f %% even, %.0f %% swelling, "
                  "%.0f %% fading\n",
                  worst_ml, 100 * worst_share[0], 100 * worst_share[1],
                  100 * worst_share[2]);
}

/* The guideline's edges, volume and duration, seen by a sensor without noise. */
static void a_breath_is_judged_by_volume_and_time(void **state)
{
    (void)state;

    static const struct {
        double ml, blow_s;
        bool ok;
    } cases[] = {{499, 1, false},   {500, 1, true},   {600, 1, true},
                 {700, 1, true},    {701, 1, false},  {600, 0.4, false},
                 {600, 0.55, true}, {600, 1.4, true}, {600, 1.6, false}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct breath it = {.start_s = 1,
                            .ml = cases[i].ml,
                            .blow_s = cases[i].blow_s,
                            .hold_s = 0.3,
                            .out_s = 0.2};
        struct scene scene = {.wave = rest_of(6, 100), .breaths = &it, .count = 1};
        struct cpr_guideline guideline = wave_guideline();
        play(&scene, &guideline, CPR_30_2, &still);
        assert_int_equal(run.result.breaths, 1);
        expect_near(run.result.breaths_ok_percent, cases[i].ok ? 100 : 0, 0);
    }
}

/* 20 to 70 ml in a lung that is read to whole millilitres. */
static void an_infants_breath_is_measured(void **state)
{
    for (int round = 0; round < ROUNDS; round++) {
        struct breath it = drawn_breath(*state, 1);
        it.ml = rng_between(*state, 20, 70);
        it.shape = 0;
        struct scene scene = {.wave = rest_of(6, 100),
                              .breaths = &it,
                              .count = 1,
                              .noise_ml = rng_between(*state, 0, 1)};
        struct cpr_guideline guideline = wave_guideline();
        guideline.breath_ml = (struct cpr_range){20, 70};
        play(&scene, &guideline, CPR_30_2, *state);
        assert_int_equal(run.result.breaths, 1);
        expect_near(run.result.mean_breath_ml, it.ml, 4);
    }
}

/* A push presses some air out of the lung; that is not a breath. */
static void pushes_are_not_breaths(void **state)
{
    for (int round = 0; round < ROUNDS / 10; round++) {
        struct scene scene = {.wave = wave_perfect(),
                              .rest_ml = 30,
                              .noise_ml = rng_between(*state, 0, 4),
                              .ripple_ml = rng_between(*state, 0, 35)};
        struct cpr_guideline guideline = wave_guideline();
        play(&scene, &guideline, CPR_COMPRESSION_ONLY, *state);
        assert_true(run.result.breaths_measured);
        assert_int_equal(run.result.breaths, 0);
    }
}

/* ---- cycles ------------------------------------------------------------------------ */

static struct wave cycles_of(int pushes, int bouts, double pause_s)
{
    struct wave wave = wave_perfect();
    wave.pushes = pushes;
    wave.bouts = bouts;
    wave.pause_s = pause_s;
    wave.before_s = 1;
    wave.after_s = 1.5;
    return wave;
}

/* Breath i of `each` in the pause after every bout but the last. */
static size_t fill_pauses(const struct wave *wave, int each, struct breath *breaths,
                          struct rng *rng)
{
    double bout_s = wave->pushes * 60 / wave->rate_cpm;
    size_t count = 0;
    for (int bout = 0; bout + 1 < wave->bouts; bout++) {
        double pause_s = wave->before_s + bout_s + bout * (bout_s + wave->pause_s);
        for (int i = 0; i < each; i++) {
            struct breath it = drawn_breath(rng, 0);
            double slot_s = wave->pause_s / each;
            it.start_s = pause_s + i * slot_s + 0.1;
            it.blow_s = slot_s * 0.4;
            it.hold_s = 0.05;
            it.out_s = slot_s * 0.05;
            breaths[count++] = it;
        }
    }
    return count;
}

static void cycles_are_taken_apart(void **state)
{
    for (int round = 0; round < ROUNDS / 4; round++) {
        int each = rng_int(*state, 0, 3);
        struct scene scene = {.wave = cycles_of(rng_int(*state, 26, 34),
                                                rng_int(*state, 2, 6),
                                                rng_between(*state, 3.2, 13)),
                              .noise_ml = 3};
        struct breath breaths[18];
        scene.wave.rate_cpm = rng_between(*state, 95, 125);
        scene.breaths = breaths;
        scene.count = fill_pauses(&scene.wave, each, breaths, *state);
        struct cpr_guideline guideline = wave_guideline();
        play(&scene, &guideline, CPR_30_2, *state);
        uint32_t bouts = (uint32_t)scene.wave.bouts;
        bool timed = scene.wave.pushes >= 30;
        assert_int_equal(run.result.cycles, bouts);
        assert_int_equal(run.result.sets_of_30, timed ? bouts : 0);
        for (uint32_t i = 0; i < bouts; i++) {
            const struct cpr_cycle *cycle = &run.result.cycle[i];
            assert_int_equal(cycle->compressions, scene.wave.pushes);
            assert_int_equal(!isnan(cycle->set_of_30_s), timed);
            bool is_last = i + 1 == bouts;
            assert_int_equal(cycle->breaths, is_last ? 0 : each);
            assert_int_equal(isnan(cycle->hands_off_s) != 0, is_last);
            if (!is_last) {
                expect_near(cycle->hands_off_s, scene.wave.pause_s, 0.05);
            }
        }
        expect_near(run.result.mean_hands_off_s, scene.wave.pause_s, 0.05);
        assert_int_equal(run.result.breath_pauses, bouts - 1);
        if (fabs(scene.wave.pause_s - 10) > 0.1) {
            bool ok = scene.wave.pause_s < 10 && each == 2;
            assert_int_equal(run.result.breath_pauses_ok, ok ? bouts - 1 : 0);
        }
    }
}

/* What a screen counts aloud: from 1 again with the first push after the breaths, and a
 * stop that is too short for breaths is not a pause for them. */
static void pushes_are_counted_live_within_their_cycle(void **state)
{
    for (int round = 0; round < ROUNDS / 10; round++) {
        struct wave wave = cycles_of(rng_int(*state, 5, 40), rng_int(*state, 2, 5),
                                     rng_between(*state, 1.1, 5));
        bool breathes = wave.pause_s > 2.1;
        if (fabs(wave.pause_s - 2) < 0.1) {
            continue;
        }
        struct cpr_guideline guideline = wave_guideline();
        struct cpr_sample sample;
        struct cpr_compression done;
        struct cpr_live live = {0};
        uint32_t seen = 0, in_bout = 0;
        double t_s = 0;
        cpr_start(&run.session, &guideline, CPR_30_2);
        while (wave_next(&wave, *state, &t_s, &sample)) {
            cpr_add(&run.session, &sample, &done);
            cpr_live(&run.session, &live);
            if (live.peaks > seen) {
                seen = live.peaks;
                uint32_t pushes = (uint32_t)wave.pushes;
                in_bout = breathes ? (seen - 1) % pushes + 1 : seen;
            }
            assert_int_equal(live.cycle_peaks, in_bout);
        }
        assert_int_equal(seen, (uint32_t)(wave.pushes * wave.bouts));
        wave_run(&run, &wave, CPR_COMPRESSION_ONLY, *state);
        cpr_live(&run.session, &live);
        assert_int_equal(live.cycle_peaks, 0);
    }
}

/* Without a lung sensor the pause alone is judged. */
static void without_a_lung_the_pause_is_judged(void **state)
{
    (void)state;

    static const struct {
        double pause_s;
        uint32_t cycles, ok;
    } cases[] = {{1.5, 1, 0}, {2.2, 4, 3}, {9.8, 4, 3}, {10.2, 4, 0}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wave wave = cycles_of(30, 4, cases[i].pause_s);
        wave_run(&run, &wave, CPR_30_2, &still);
        assert_false(run.result.breaths_measured);
        assert_int_equal(run.result.cycles, cases[i].cycles);
        assert_int_equal(run.result.breath_pauses, cases[i].cycles - 1);
        assert_int_equal(run.result.breath_pauses_ok, cases[i].ok);
        /* A stop too short for two breaths makes the thirty no longer a thirty: 120. */
        assert_int_equal(run.result.cycle[0].compressions,
                         cases[i].cycles == 1 ? 120 : 30);
    }
}

/* One breath ends a cycle too, however short the pause: that is what went wrong. */
static void a_breath_ends_a_cycle(void **state)
{
    (void)state;
    struct breath it = {.ml = 600, .blow_s = 0.5, .out_s = 0.1};
    struct scene scene = {.wave = cycles_of(30, 2, 1.5), .breaths = &it, .count = 1};
    it.start_s = 1 + 30 * 60 / 110.0 + 0.2;
    struct cpr_guideline guideline = wave_guideline();
    play(&scene, &guideline, CPR_30_2, &still);
    assert_int_equal(run.result.cycles, 2);
    assert_int_equal(run.result.cycle[0].breaths, 1);
    assert_int_equal(run.result.breath_pauses, 1);
    assert_int_equal(run.result.breath_pauses_ok, 0);
}

static void more_cycles_than_kept_are_counted(void **state)
{
    (void)state;
    struct wave wave = cycles_of(30, CPR_CYCLES_MAX + 4, 4);
    wave_run(&run, &wave, CPR_30_2, &still);
    assert_int_equal(run.result.cycles, CPR_CYCLES_MAX + 4);
    assert_int_equal(run.result.sets_of_30, CPR_CYCLES_MAX + 4);
    expect_near(run.result.cycle[CPR_CYCLES_MAX - 1].hands_off_s, 4, 0.05);
}

/* What was pressed before the window is not judged, opened late or not. */
static void a_window_begins_afresh(void **state)
{
    (void)state;
    struct wave wave = cycles_of(30, 4, 4);
    double bout_s = 30 * 60 / wave.rate_cpm;
    double from_s = wave.before_s + bout_s + 2;
    double to_s = from_s + 2 * (bout_s + wave.pause_s);
    for (int is_late = 0; is_late < 2; is_late++) {
        struct cpr_guideline guideline = wave_guideline();
        struct cpr_sample sample;
        struct cpr_compression done;
        double t_s = 0;
        cpr_start(&run.session, &guideline, CPR_30_2);
        bool is_open = false;
        while (wave_next(&wave, &still, &t_s, &sample)) {
            if (!is_open && (!is_late || t_s > from_s)) {
                cpr_window(&run.session, (int64_t)(from_s * 1e6), (int64_t)(to_s * 1e6));
                is_open = true;
            }
            cpr_add(&run.session, &sample, &done);
        }
        cpr_result(&run.session, &run.result);
        assert_int_equal(run.result.count, 60);
        assert_int_equal(run.result.cycles, 2);
        assert_int_equal(run.result.sets_of_30, 2);
        assert_int_equal(run.result.breath_pauses, 1);
    }
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(thirty_take_thirty_intervals, &rng),
        cmocka_unit_test(the_edges_of_thirty_are_inside),
        cmocka_unit_test(fewer_than_thirty_are_not_timed),
        cmocka_unit_test(a_pause_makes_thirty_longer),
        cmocka_unit_test(thirty_with_a_hole_are_not_timed),
        cmocka_unit_test_prestate(a_random_breath_is_measured, &rng),
        cmocka_unit_test(a_breath_is_judged_by_volume_and_time),
        cmocka_unit_test_prestate(an_infants_breath_is_measured, &rng),
        cmocka_unit_test_prestate(pushes_are_not_breaths, &rng),
        cmocka_unit_test_prestate(cycles_are_taken_apart, &rng),
        cmocka_unit_test_prestate(pushes_are_counted_live_within_their_cycle, &rng),
        cmocka_unit_test(without_a_lung_the_pause_is_judged),
        cmocka_unit_test(a_breath_ends_a_cycle),
        cmocka_unit_test(more_cycles_than_kept_are_counted),
        cmocka_unit_test(a_window_begins_afresh),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
