/* SPDX-License-Identifier: MIT */
/* What is a compression, where it begins and ends: the hard cases, one by one. */
#include <math.h>
#include <string.h>

#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;
static struct rng still;

/* A chest that moves smoothly from knot to knot. */
struct knot {
    double t_s, mm;
};

static double path_mm(const struct knot *knots, size_t count, double t_s)
{
    for (size_t i = 1; i < count; i++) {
        if (t_s < knots[i].t_s) {
            double part = (t_s - knots[i - 1].t_s) / (knots[i].t_s - knots[i - 1].t_s);
            double eased = (1 - cos(part * 3.14159265358979323846)) / 2;
            return knots[i - 1].mm + (knots[i].mm - knots[i - 1].mm) * eased;
        }
    }
    return knots[count - 1].mm;
}

static void start(void)
{
    struct cpr_guideline guideline = wave_guideline();
    run.count = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
}

static void add(int64_t t_us, double mm)
{
    struct cpr_sample sample = {.t_us = t_us,
                                .depth_mm = mm,
                                .force_n = CPR_NOT_MEASURED,
                                .volume_ml = CPR_NOT_MEASURED,
                                .hands = CPR_HANDS_NOT_MEASURED};
    struct cpr_compression done;
    if (cpr_add(&run.session, &sample, &done)) {
        wave_keep(&run, &done);
    }
}

static void finish(void)
{
    struct cpr_compression done;
    while (cpr_finish(&run.session, &done)) {
        wave_keep(&run, &done);
    }
    cpr_result(&run.session, &run.result);
}

/* At 100 Hz, but for what lies between `gap_from_s` and `gap_to_s`. */
static void follow_with_gap(const struct knot *knots, size_t count, double gap_from_s,
                            double gap_to_s)
{
    start();
    int steps = (int)(knots[count - 1].t_s * 100 + 0.5);
    for (int i = 0; i <= steps; i++) {
        double t_s = i / 100.0;
        if (t_s <= gap_from_s || t_s >= gap_to_s) {
            add((int64_t)i * 10000, path_mm(knots, count, t_s));
        }
    }
    finish();
}

static void follow(const struct knot *knots, size_t count)
{
    follow_with_gap(knots, count, 0, 0);
}

#define FOLLOW(knots) follow(knots, sizeof(knots) / sizeof *(knots))

static void expect(int index, double depth_mm, double release_mm)
{
    assert_in_range(index, 0, run.count - 1);
    expect_near(run.events[index].depth_mm, depth_mm, 0.1);
    expect_near(run.events[index].release_mm, release_mm, 0.1);
}

static void pushes_from_a_leaned_chest_count(void **state)
{
    (void)state;
    static const struct knot knots[] = {{0, 20},    {0.5, 20},  {0.75, 50},
                                        {1, 20},    {1.25, 48}, {1.5, 22},
                                        {1.75, 31}, {2, 21},    {2.5, 21}};
    FOLLOW(knots);
    assert_int_equal(run.count, 3);
    expect(0, 50, 20);
    expect(1, 48, 22);
    expect(2, 31, 21);
    assert_int_equal(run.events[0].label, CPR_LEANING);
}

/* Whole millimetres of a sold manikin: the next push starts at 9 mm, which an
 * algorithm with a line at 5 mm takes for one long compression. */
static void a_trough_at_nine_millimetres_parts_two_pushes(void **state)
{
    (void)state;
    static const int mm[] = {0,  1, 5,  11, 17, 25, 31, 36, 41, 47, 46, 37, 24, 17,
                             11, 9, 11, 17, 25, 31, 36, 41, 47, 46, 37, 24, 17, 11,
                             5,  2, 0,  0,  0,  0,  0,  0,  0,  0,  0,  0};
    start();
    for (size_t i = 0; i < sizeof mm / sizeof *mm; i++) {
        add((int64_t)i * 33333, mm[i]);
    }
    finish();
    assert_int_equal(run.count, 2);
    expect_near(run.events[0].depth_mm, 47, 0.6);
    expect_near(run.events[0].release_mm, 9, 0.6);
    expect_near(run.events[1].release_mm, 0, 0.1);
}

static void a_half_push_is_none_and_parts_nothing(void **state)
{
    (void)state;
    static const struct knot knots[] = {{0, 0},     {0.2, 0},    {0.45, 55}, {0.7, 4},
                                        {0.85, 13}, {1, 1},      {1.25, 55}, {1.5, 0},
                                        {2, 0},     {2.2, 14.4}, {2.4, 0},   {3, 0}};
    FOLLOW(knots);
    assert_int_equal(run.count, 2);
    expect(0, 55, 1); /* shallowest before the next push */
    expect(1, 55, 0);
}

static void two_tops_of_one_push_are_one_compression(void **state)
{
    (void)state;
    static const struct knot knots[] = {{0, 0},    {0.2, 0},  {0.4, 50},
                                        {0.5, 43}, {0.6, 52}, {0.7, 46},
                                        {0.8, 51}, {1.1, 0},  {1.5, 0}};
    FOLLOW(knots);
    assert_int_equal(run.count, 1);
    expect(0, 52, 0);
    expect_near((double)run.events[0].peak_us, 600000, 5000);
}

static void a_push_held_down_waits_for_its_release(void **state)
{
    (void)state;
    static const struct knot knots[] = {{0, 0},    {0.3, 0}, {0.6, 55},
                                        {3.6, 55}, {3.9, 1}, {5.5, 1},
                                        {5.8, 55}, {6.1, 0}, {6.5, 0}};
    FOLLOW(knots);
    assert_int_equal(run.count, 2);
    expect(0, 55, 1);
    assert_int_equal(run.result.pauses, 1);
    expect_near(run.result.longest_pause_s, 1.6, 0.03);
}

/* The hands come to rest on the chest in the pause: it is one pause to its end. */
static void a_hand_that_shifts_does_not_end_the_pause(void **state)
{
    (void)state;
    for (int mm = 2; mm <= 6; mm++) {
        struct knot knots[] = {{0, 0},    {0.2, 0},  {0.5, 55}, {0.8, 0}, {4.6, 0},
                               {4.8, mm}, {5.8, mm}, {6.1, 55}, {6.4, 0}, {7, 0}};
        FOLLOW(knots);
        assert_int_equal(run.count, 2);
        assert_int_equal(run.result.pauses, 1);
        expect_near(run.result.longest_pause_s, 5, 0.04);
        assert_int_equal(run.result.trust, 0);
        assert_true(isnan(run.events[1].rate_cpm));
    }
}

/* At any rate of samples: the peak lies between them. */
/* A sensor of whole millimetres reads the same twice: what lay between is not a turn. */
static void the_same_reading_again_is_not_the_same_turn(void **state)
{
    (void)state;
    static const struct knot knots[] = {
        {0, 0},    {0.3, 55}, {0.6, 12}, {0.9, 19}, {1.2, 12}, /* a touch after a push */
        {1.5, 55}, {1.7, 48}, {1.9, 55}, {2.2, 0},  {3, 0}};   /* a dip in a peak */
    start();
    for (int64_t at = 0; at < 300; at++) {
        add(at * 10000, floor(path_mm(knots, 10, (double)at / 100) + 0.5));
    }
    finish();
    assert_int_equal(run.count, 2);
    expect_near(run.events[0].depth_mm, 55, 0.6);
    expect_near(run.events[0].release_mm, 12, 0.6);
    expect_near(run.events[1].depth_mm, 55, 0.6);
    expect_near(run.events[1].release_mm, 0, 0.6);
    expect_near((double)run.events[1].peak_us / 1e6, 1.5, 0.03);
}

static void start_with(double push_least_mm, double turn_mm)
{
    struct cpr_guideline guideline = wave_guideline();
    guideline.push_least_mm = push_least_mm;
    guideline.turn_mm = turn_mm;
    run.count = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
}

/* An adult's, a child's, an infant's. */
static const struct {
    double push_least_mm, turn_mm;
} chests[] = {{15, 8}, {13, 7}, {9, 5}};

enum { CHESTS = sizeof chests / sizeof *chests };

static void the_least_push_is_the_guidelines(void **state)
{
    (void)state;
    static const double hz[] = {50, 60, 73, 100, 333, 1000};
    for (size_t i = 0; i < CHESTS * (sizeof hz / sizeof *hz); i++) {
        double least_mm = chests[i % CHESTS].push_least_mm;
        struct wave wave = wave_perfect();
        wave.hz = hz[i / CHESTS];
        wave.depth_mm = least_mm;
        start_with(least_mm, chests[i % CHESTS].turn_mm);
        wave_feed(&run, &wave, &still);
        assert_int_equal(run.count, 110);
        expect_near(run.result.mean_depth_mm, least_mm, 0.1);
        expect_near(run.result.mean_rate_cpm, 110, 0.1);
        wave.depth_mm = least_mm - 0.1;
        start_with(least_mm, chests[i % CHESTS].turn_mm);
        wave_feed(&run, &wave, &still);
        assert_int_equal(run.count, 0);
    }
}

/*
 * Down and up by a little more than the turning distance is a push of its own, by a
 * little less a tremble of the one that goes on.
 */
static void the_turning_distance_is_the_guidelines(void **state)
{
    (void)state;
    for (size_t i = 0; i < CHESTS; i++) {
        double turn_mm = chests[i].turn_mm;
        struct wave wave = wave_perfect();
        wave.before_s = wave.after_s = 1;
        wave.depth_mm = 32;
        wave.lean_mm = 32 - turn_mm - 0.3;
        start_with(chests[i].push_least_mm, turn_mm);
        wave_feed(&run, &wave, &still);
        assert_int_equal(run.count, 110);
        expect_near(run.result.mean_release_mm, wave.lean_mm, 0.4);
        wave.lean_mm = 32 - turn_mm + 0.3;
        start_with(chests[i].push_least_mm, turn_mm);
        wave_feed(&run, &wave, &still);
        assert_int_equal(run.count, 1);
    }
}

/* A release is looked for during a second: hands that rest, and leave later, leaned. */
static void lifting_late_is_leaning(void **state)
{
    (void)state;
    static const struct knot knots[] = {{0, 0},    {0.2, 0}, {0.5, 55}, {0.8, 12},
                                        {2.8, 12}, {3, 0},   {4, 0}};
    FOLLOW(knots);
    assert_int_equal(run.count, 1);
    expect(0, 55, 12);
}

static void missing_samples_are_not_guessed_over(void **state)
{
    (void)state;
    static const struct knot knots[] = {
        {0, 0},     {0.2, 0}, {0.45, 55}, {0.7, 0}, {0.95, 55}, {1.2, 0},
        {1.45, 55}, {1.7, 0}, {1.95, 55}, {2.2, 0}, {2.45, 55}, {2.7, 0},
        {2.95, 55}, {3.2, 0}, {3.45, 55}, {3.7, 0}, {4.2, 0}};
    size_t count = sizeof knots / sizeof *knots;
    follow(knots, count);
    assert_int_equal(run.count, 7);
    expect_near(run.result.mean_rate_cpm, 120, 0.1);
    /* 0.4 s that hide a peak: the interval over them does not count. */
    follow_with_gap(knots, count, 1.25, 1.65);
    assert_int_equal(run.count, 6);
    assert_true(isnan(run.events[2].rate_cpm));
    expect_near(run.result.mean_rate_cpm, 120, 0.5);
    /* 1.6 s from the middle of a return: that release is not known. */
    follow_with_gap(knots, count, 1.05, 2.6);
    assert_int_equal(run.count, 4);
    assert_true(isnan(run.events[1].release_mm));
    assert_true(isnan(run.events[2].rate_cpm));
    assert_int_equal(run.result.pauses, 1);
}

static void an_end_in_mid_push_invents_nothing(void **state)
{
    (void)state;
    static const struct knot knots[] = {{0, 0},     {0.2, 0}, {0.45, 55}, {0.7, 0},
                                        {0.95, 55}, {1.2, 0}, {1.7, 0}};
    size_t count = sizeof knots / sizeof *knots;
    follow_with_gap(knots, count, 0.9, 9); /* going down */
    assert_int_equal(run.count, 1);
    follow_with_gap(knots, count, 1.08, 9); /* coming up */
    assert_int_equal(run.count, 2);
    assert_true(isnan(run.events[1].release_mm));
    assert_true(run.events[1].l >= 1);
    follow_with_gap(knots, count, 1.19, 9); /* as good as up */
    assert_int_equal(run.count, 2);
    expect_near(run.events[1].release_mm, 0, 0.3);
}

static void a_start_in_mid_push_invents_nothing(void **state)
{
    (void)state;
    static const struct knot knots[] = {
        {0, 55}, {0.25, 0}, {0.5, 55}, {0.75, 0}, {1.3, 0}};
    FOLLOW(knots);
    assert_int_equal(run.count, 1);
    expect_near((double)run.events[0].start_us, 250000, 20000);
}

static void broken_samples_are_lost_not_believed(void **state)
{
    (void)state;
    static const double broken[] = {CPR_NOT_MEASURED, HUGE_VAL, -HUGE_VAL, 1e300,
                                    -1e300,           5000};
    start();
    for (int i = 0; i < 300; i++) {
        double phase = i % 50 / 50.0 * 2 * 3.14159265358979323846;
        add((int64_t)i * 10000, i % 60 == 13 ? broken[i / 60] : 27.5 * (1 - cos(phase)));
    }
    finish();
    assert_int_equal(run.count, 6);
    assert_int_equal(run.result.lost_samples, 5);
    assert_int_equal(run.result.samples, 295);
    expect_near(run.result.mean_depth_mm, 55, 0.1);
}

/* Twice the same line, and a line from the past, change nothing. */
static void doubled_and_late_lines_are_dropped(void **state)
{
    (void)state;
    static struct wave_run twice;
    struct wave wave = wave_perfect();
    wave.pushes = 20;
    wave_run(&run, &wave, CPR_COMPRESSION_ONLY, &still);
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_sample sample, before = {0};
    struct cpr_compression done;
    cpr_start(&twice.session, &guideline, CPR_COMPRESSION_ONLY);
    twice.count = 0;
    double t_s = 0;
    for (int i = 0; wave_next(&wave, &still, &t_s, &sample); i++) {
        if (cpr_add(&twice.session, &sample, &done)) {
            wave_keep(&twice, &done);
        }
        assert_false(cpr_add(&twice.session, &sample, &done));
        if (i % 50 == 49) {
            assert_false(cpr_add(&twice.session, &before, &done));
        }
        before = sample;
    }
    while (cpr_finish(&twice.session, &done)) {
        wave_keep(&twice, &done);
    }
    cpr_result(&twice.session, &twice.result);
    assert_int_equal(twice.count, run.count);
    assert_int_equal(twice.result.samples, run.result.samples);
    assert_int_equal(twice.result.trust, 0);
    for (int i = 0; i < run.count; i++) {
        assert_memory_equal(&twice.events[i].depth_mm, &run.events[i].depth_mm,
                            sizeof run.events[i].depth_mm);
        assert_int_equal(twice.events[i].peak_us, run.events[i].peak_us);
    }
}

static void a_late_clock_gives_the_same_bits(void **state)
{
    (void)state;
    const int64_t later_us = 86400 * INT64_C(1000000) * 400; /* 400 days up */
    double depth_mm[20];
    for (int round = 0; round < 2; round++) {
        start();
        for (int i = 0; i < 1000; i++) {
            double phase = i % 53 / 53.0 * 2 * 3.14159265358979323846;
            add((int64_t)i * 10000 + round * later_us, 27.5 * (1 - cos(phase)));
        }
        finish();
        assert_int_equal(run.count, 19);
        for (int i = 0; i < run.count; i++) {
            if (round == 0) {
                depth_mm[i] = run.events[i].depth_mm;
            }
            assert_memory_equal(&depth_mm[i], &run.events[i].depth_mm, sizeof(double));
        }
    }
    assert_int_equal(run.result.origin_us, later_us);
}

static void hands_are_those_at_the_peak(void **state)
{
    (void)state;

    static const enum cpr_hands places[] = {CPR_HANDS_RIGHT, CPR_HANDS_RIGHT,
                                            CPR_HANDS_TOO_LOW, CPR_HANDS_TOO_LEFT,
                                            CPR_HANDS_TOO_LOW};

    start();
    for (int i = 0; i < 250; i++) {
        double phase = i % 50 / 50.0 * 2 * 3.14159265358979323846;
        struct cpr_sample sample = {.t_us = (int64_t)i * 10000,
                                    .depth_mm = 27.5 * (1 - cos(phase)),
                                    .force_n = CPR_NOT_MEASURED,
                                    .volume_ml = CPR_NOT_MEASURED,
                                    .hands = places[i / 50]};
        struct cpr_compression done;
        if (cpr_add(&run.session, &sample, &done)) {
            wave_keep(&run, &done);
        }
    }
    finish();
    assert_int_equal(run.count, 5);
    assert_int_equal(run.events[1].hands, CPR_HANDS_RIGHT);
    assert_int_equal(run.events[2].hands, CPR_HANDS_TOO_LOW);
    assert_true(run.result.hands_measured);
    expect_near(run.result.hands_ok_percent, 40, 1e-9);
    expect_near(run.result.hands_too_left_percent, 20, 1e-9);
    expect_near(run.result.hands_too_right_percent, 0, 1e-9);
    expect_near(run.result.hands_too_high_percent, 0, 1e-9);
    expect_near(run.result.hands_too_low_percent, 40, 1e-9);
    expect_near(run.events[2].h, 0.5, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pushes_from_a_leaned_chest_count),
        cmocka_unit_test(a_trough_at_nine_millimetres_parts_two_pushes),
        cmocka_unit_test(a_half_push_is_none_and_parts_nothing),
        cmocka_unit_test(two_tops_of_one_push_are_one_compression),
        cmocka_unit_test(a_push_held_down_waits_for_its_release),
        cmocka_unit_test(a_hand_that_shifts_does_not_end_the_pause),
        cmocka_unit_test(the_same_reading_again_is_not_the_same_turn),
        cmocka_unit_test(the_least_push_is_the_guidelines),
        cmocka_unit_test(the_turning_distance_is_the_guidelines),
        cmocka_unit_test(lifting_late_is_leaning),
        cmocka_unit_test(missing_samples_are_not_guessed_over),
        cmocka_unit_test(an_end_in_mid_push_invents_nothing),
        cmocka_unit_test(a_start_in_mid_push_invents_nothing),
        cmocka_unit_test(broken_samples_are_lost_not_believed),
        cmocka_unit_test(doubled_and_late_lines_are_dropped),
        cmocka_unit_test(a_late_clock_gives_the_same_bits),
        cmocka_unit_test(hands_are_those_at_the_peak),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
