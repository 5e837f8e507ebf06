/* SPDX-License-Identifier: MIT */
/* Third-party manikins on the cable: found, learnt, remembered, and told from ours. */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "support/folder.h"
#include "support/third_party_scene.h"

/* A random one, fast enough for 12 s of it to show the rate. */
static struct drawn_manikin random_fast(struct rng *rng, enum shape shape)
{
    struct drawn_manikin drawn = drawn_make(rng, shape);
    drawn.hz = rng_between(rng, 40, 150);
    drawn.force_noise = 0.6; /* no second depth */
    return drawn;
}

static void every_shape_is_found_learnt_and_remembered(void **state)
{
    (void)state;
    static struct scene scene;
    struct folder folder = folder_make();
    scene.rng = rng_begin();
    for (int round = 0; round < 3 * SHAPE_COUNT; round++) {
        enum shape shape = (enum shape)(round % SHAPE_COUNT);
        scene_begin(&scene, random_fast(&scene.rng, shape), 115200);
        link_remember(scene.bench.link, folder.path);
        scene_pass(&scene, 3, at_rest);
        struct link_status status = status_in(&scene);
        assert_string_equal(status.lines, shape_name(shape));
        bool has_unit = shape == SHAPE_HASH || shape == SHAPE_UNIT;
        assert_int_equal(status.state, has_unit ? LINK_READY : LINK_STALE);
        learn_by_wizard(&scene);
        assert_true(status_in(&scene).column[0] != '\0');
        check_pressing(&scene);
        assert_true(fabs(status_in(&scene).hz / scene.drawn.hz - 1) < 0.1);
        /* Pulled and plugged in again, no question is asked. */
        cable_pull(&scene.bench.cable, 0);
        scene_pass(&scene, 1, at_rest);
        assert_int_equal(status_in(&scene).state, LINK_SEARCHING);
        assert_string_equal(status_in(&scene).lines, "");
        cable_plug(&scene.bench.cable, 0);
        scene_pass(&scene, 2, at_rest);
        assert_int_equal(status_in(&scene).state, LINK_READY);
        check_pressing(&scene);
        folder_empty(&folder);
        bench_end(&scene.bench);
    }
    folder_remove(&folder);
}

/* ---- without a wizard ---- */

/* "Distance: 147 mm", falling when pressed. */
static struct drawn_manikin ruler(const char *name, double rest, double per_mm)
{
    struct drawn_manikin drawn = {.shape = SHAPE_TAG, .count = 1, .hz = 50};
    drawn.names[DRAWN_DEPTH] = name;
    drawn.rest = rest;
    drawn.per_mm = per_mm;
    drawn.noise_mm = 0.4;
    return drawn;
}

static void a_unit_in_the_name_needs_no_wizard(void **state)
{
    (void)state;
    static struct scene scene;

    static const struct {
        const char *name;
        double rest, per_mm;
        int decimals;
    } cases[] = {
        {"Distance in mm", 147, -1, 0}, {"Distance in mm", 12, 1, 0},
        {"depth_mm", 0, 1, 1},          {"depth_mm", 90, -1, 1},
        {"distance_cm", 14, -0.1, 2},
    };

    scene.rng = rng_begin();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawn_manikin drawn = ruler(cases[i].name, cases[i].rest, cases[i].per_mm);
        drawn.decimals = cases[i].decimals;
        scene_begin(&scene, drawn, 115200);
        scene_pass(&scene, 4, at_rest);
        assert_int_equal(status_in(&scene).state, LINK_READY);
        for (size_t k = 0; k < scene.count; k++) {
            assert_true(fabs(scene.kept[k].depth_mm) < 3);
        }
        check_pressing(&scene);
        bench_end(&scene.bench);
    }
}

static void a_ruler_waits_until_the_chest_rests(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    scene_begin(&scene, ruler("Distance in mm", 147, -1), 115200);
    scene_pass(&scene, 6, pressing);
    assert_int_equal(scene.count, 0);
    assert_int_equal(status_in(&scene).state, LINK_STALE);
    scene_pass(&scene, 2, at_rest);
    assert_int_equal(status_in(&scene).state, LINK_READY);
    check_pressing(&scene);
    bench_end(&scene.bench);
}

/* CPRDummy: hash lines of 10 a second at 9600 baud through a Bluetooth port. */
static void a_hash_manikin_is_found_at_its_baud_rate(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    struct drawn_manikin drawn = drawn_make(&scene.rng, SHAPE_HASH);
    drawn.hz = 10;
    drawn.decimals = 0;
    scene_begin(&scene, drawn, 9600);
    scene_pass(&scene, 10, at_rest);
    assert_int_equal(status_in(&scene).state, LINK_READY);
    assert_int_equal(scene.bench.cable.ports[0].heard_baud, 9600);
    check_pressing(&scene);
    bench_end(&scene.bench);
}

static void the_slowest_sketch_is_given_its_time(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    struct drawn_manikin drawn = ruler("Distance in mm", 147, -1);
    drawn.hz = 4;
    scene_begin(&scene, drawn, 115200);
    scene_pass(&scene, 9, at_rest);
    assert_int_equal(status_in(&scene).state, LINK_READY);
    assert_int_equal(scene.bench.cable.ports[0].opens, 1);
    assert_true(status_in(&scene).lines_good >= 20);
    assert_true(status_in(&scene).lines_bad <= 1);
    bench_end(&scene.bench);
}

/* ---- the wizard's troubles ---- */

static struct drawn_manikin bare(double rest, double per_mm)
{
    struct drawn_manikin drawn = {
        .shape = SHAPE_BARE, .count = 1, .hz = 50, .decimals = 0};
    drawn.rest = rest;
    drawn.per_mm = per_mm;
    drawn.noise_mm = 0.3;
    return drawn;
}

static void the_wizard_says_what_is_wrong(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    scene_begin(&scene, bare(500, 5), 115200);
    assert_false(link_learn(scene.bench.link, 55));
    assert_string_equal(err_text(), "/dev/ttyUSB0: no manikin of another maker is there; "
                                    "the wizard is for those");
    scene_pass(&scene, 0.7, at_rest);
    assert_string_equal(status_in(&scene).lines, "bare");
    assert_false(link_learn(scene.bench.link, 55));
    assert_string_equal(err_text(), "this manikin has been plugged in just now; wait two "
                                    "seconds and begin again");
    scene_pass(&scene, 2, at_rest);
    assert_false(link_learn(scene.bench.link, 5.5));
    assert_string_equal(err_text(),
                        "6 mm is not how far a chest can go; measure how deep it "
                        "can be pressed, 50 to 60 mm is usual");
    assert_false(link_learn(scene.bench.link, (double)NAN));
    assert_false(link_zero(scene.bench.link));
    assert_string_equal(err_text(), "/dev/ttyUSB0: this manikin takes no commands; run "
                                    "the manikin wizard");
    /* No press comes. */
    assert_true(link_learn(scene.bench.link, 55));
    scene_pass(&scene, 23, at_rest);
    assert_int_equal(status_in(&scene).step, LINK_STEP_FAILED);
    assert_string_equal(status_in(&scene).why,
                        "nothing moved: press the chest once, all the way down");
    assert_int_equal(status_in(&scene).reason, LINK_REASON_NO_PRESS);
    assert_int_equal(status_in(&scene).state, LINK_STALE);
    /* The plug is pulled in the middle. */
    assert_true(link_learn(scene.bench.link, 55));
    assert_string_equal(status_in(&scene).why, "");
    cable_pull(&scene.bench.cable, 0);
    scene_pass(&scene, 1, at_rest);
    cable_plug(&scene.bench.cable, 0);
    scene_pass(&scene, 3, at_rest);
    assert_int_equal(status_in(&scene).step, LINK_STEP_FAILED);
    assert_string_equal(status_in(&scene).why,
                        "the manikin has gone; plug it in and begin again");
    assert_int_equal(status_in(&scene).reason, LINK_REASON_GONE);
    assert_true(link_learn(scene.bench.link, 55));
    link_stop_learning(scene.bench.link);
    assert_int_equal(status_in(&scene).step, LINK_STEP_NONE);
    assert_int_equal(status_in(&scene).reason, LINK_REASON_NONE);
    learn_by_wizard(&scene);
    check_pressing(&scene);
    bench_end(&scene.bench);
}

static void a_wizard_without_lines_ends(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    scene_begin(&scene, bare(500, 5), 115200);
    scene_pass(&scene, 3, at_rest);
    assert_true(link_learn(scene.bench.link, 55));
    for (int i = 0; i < 700; i++) {
        clock_move(&scene.bench.clock, 10000);
        if (i % 100 == 0) {
            say(&scene.bench, "TIMEOUT\n");
        }
        poll_now(&scene.bench);
    }
    assert_int_equal(status_in(&scene).step, LINK_STEP_FAILED);
    assert_string_equal(status_in(&scene).why,
                        "no numbers come from the manikin; look at "
                        "its cable and begin again");
    assert_int_equal(status_in(&scene).reason, LINK_REASON_SILENT);
    assert_string_equal(status_in(&scene).words, "TIMEOUT");
    bench_end(&scene.bench);
}

/* Half pressed and held. */
static double half_pressed(double t_s)
{
    return 27 * fmin(1, t_s / 0.3);
}

static void a_step_tells_how_far_it_is(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    scene_begin(&scene, bare(500, -5), 115200);
    scene_pass(&scene, 3, at_rest);
    assert_true(status_in(&scene).step_share == 0);
    assert_true(link_learn(scene.bench.link, 55));
    scene_pass(&scene, 1, at_rest);
    assert_true(fabs(status_in(&scene).step_share - 0.5) < 0.02);
    scene_pass(&scene, 1.2, at_rest);
    assert_int_equal(status_in(&scene).step, LINK_STEP_PRESS);
    assert_true(status_in(&scene).step_share == 0);
    scene_pass(&scene, 1, half_pressed);
    assert_true(status_in(&scene).step_share > 0.95);
    scene_pass(&scene, 0.3, at_rest);
    assert_true(status_in(&scene).step_share < 0.1);
    assert_int_equal(status_in(&scene).step, LINK_STEP_PRESS);
    scene_pass(&scene, 1.2, at_rest);
    assert_int_equal(status_in(&scene).step, LINK_STEP_DONE);
    assert_true(status_in(&scene).step_share == 0);
    bench_end(&scene.bench);
}

/* ---- what is remembered ---- */

static void a_spoilt_or_strange_profile_is_not_used(void **state)
{
    (void)state;
    static struct scene scene;
    struct folder folder = folder_make();
    static const char *const texts[] = {
        "shape = ring\n",
        "shape = comma\ndepth = 1\nrest = 3\nmm_per_unit = 1\n",
    };
    scene.rng = rng_begin();
    for (size_t i = 0; i < 2; i++) {
        assert_true(file_write(folder_file(&folder, "dev-ttyUSB0.profile"), texts[i],
                               strlen(texts[i])));
        scene_begin(&scene, bare(500, 5), 115200);
        link_remember(scene.bench.link, folder.path);
        scene_pass(&scene, 3, at_rest);
        assert_int_equal(status_in(&scene).state, LINK_STALE);
        assert_string_equal(status_in(&scene).column, "");
        learn_by_wizard(&scene);
        bench_end(&scene.bench);
    }
    /* Learnt again, it is there for the next start. */
    scene_begin(&scene, bare(500, 5), 115200);
    link_remember(scene.bench.link, folder.path);
    scene_pass(&scene, 1, at_rest);
    assert_int_equal(status_in(&scene).state, LINK_READY);
    assert_string_equal(status_in(&scene).column, "1");
    bench_end(&scene.bench);
    folder_remove(&folder);
}

static void a_folder_that_cannot_be_made_is_told(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    scene_begin(&scene, bare(500, 5), 115200);
    link_remember(scene.bench.link, "/proc/nobody");
    scene_pass(&scene, 3, at_rest);
    assert_true(link_learn(scene.bench.link, 55));
    scene_pass(&scene, 2.2, at_rest);
    scene_pass(&scene, 5, one_press);
    assert_int_equal(status_in(&scene).step, LINK_STEP_FAILED);
    assert_non_null(strstr(status_in(&scene).why, "/proc/nobody"));
    assert_int_equal(status_in(&scene).reason, LINK_REASON_NOT_KEPT);
    check_pressing(&scene); /* and yet it works */
    bench_end(&scene.bench);
}

/* ---- ours and theirs, time, words ---- */

static void ours_goes_before_theirs_at_any_time(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    for (int i = 0; i < 19; i++) {
        say(&bench, "depth_mm=3\n");
    }
    poll_now(&bench);
    assert_int_equal(status_of(&bench).state, LINK_SEARCHING);
    say(&bench, "depth_mm=3\n");
    poll_now(&bench);
    assert_int_equal(status_of(&bench).state, LINK_STALE);
    assert_string_equal(status_of(&bench).lines, "key");
    assert_int_equal(status_of(&bench).lines_good, 20);
    assert_int_equal(status_of(&bench).lines_bad, 0);
    heard_is(&bench, ""); /* a third-party manikin is not asked in our protocol */
    pass(&bench, STEP_MS, true);
    assert_int_equal(bench.count, 1);
    assert_true(bench.got[0].depth_mm == 52.3);
    assert_string_equal(status_of(&bench).lines, "");
    say(&bench, "depth_mm=3\n");
    assert_int_equal(poll_now(&bench), 0);
    assert_int_equal(status_of(&bench).lines_bad, 1);
    bench_end(&bench);
}

/* Feeds one line every 10 ms; returns the samples of the last one. */
static size_t say_every_10_ms(struct bench *bench, const char *line)
{
    clock_move(&bench->clock, 10000);
    say(bench, line);
    return poll_now(bench);
}

/* A code is no place where a chest rests: nothing is a push before it has been seen. */
static void a_code_at_rest_is_not_the_rest(void **state)
{
    (void)state;

    static const char *const lines[][3] = {
        {"Distance: 8190 mm\n", "Distance: 90 mm\n", "Distance: 40 mm\n"},
        {"Distance: 819.0 cm\n", "Distance: 9.0 cm\n", "Distance: 4.0 cm\n"},
        {"distance_mm=65535\n", "distance_mm=90\n", "distance_mm=40\n"},
    };

    for (size_t row = 0; row < sizeof lines / sizeof *lines; row++) {
        struct bench bench;
        bench_begin(&bench, "/dev/ttyUSB0", 115200);
        poll_now(&bench);
        for (int i = 0; i < 300; i++) {
            assert_int_equal(say_every_10_ms(&bench, lines[row][0]), 0);
        }
        assert_int_equal(status_of(&bench).state, LINK_STALE);
        assert_string_not_equal(status_of(&bench).column, "");
        assert_in_range(status_of(&bench).no_depth, 100, 300);
        size_t at_rest = 0;
        for (int i = 0; i < 200; i++) {
            at_rest += say_every_10_ms(&bench, lines[row][1]);
        }
        assert_in_range(at_rest, 80, 110); /* after a second of it */
        assert_true(fabs(bench.got[0].depth_mm) < 0.01);
        uint32_t before = status_of(&bench).no_depth;
        say_every_10_ms(&bench, lines[row][2]);
        assert_int_equal(say_every_10_ms(&bench, lines[row][2]), 1);
        assert_true(fabs(bench.got[0].depth_mm - 50) < 0.01);
        assert_int_equal(say_every_10_ms(&bench, lines[row][0]), 0);
        assert_int_equal(status_of(&bench).no_depth, before + 1);
        bench_end(&bench);
    }
}

/* Also where nobody knows yet which number is depth. */
static void the_pace_is_known_before_the_depth(void **state)
{
    (void)state;

    static const int paces_hz[] = {5, 10, 18, 50, 200};

    for (size_t i = 0; i < sizeof paces_hz / sizeof *paces_hz; i++) {
        struct bench bench;
        int hz = paces_hz[i];
        bench_begin(&bench, "/dev/ttyUSB0", 115200);
        poll_now(&bench);
        for (int line = 0; line < 30 + 6 * hz; line++) {
            char text[64];
            str_format(text, sizeof text, "%d,%d\n", line % 7, 300 + line % 3);
            clock_move(&bench.clock, 1000000 / hz);
            say(&bench, text);
            poll_now(&bench);
        }
        assert_string_equal(status_of(&bench).column, "");
        assert_in_range(status_of(&bench).hz, hz, hz + 1);
        bench_end(&bench);
    }
}

static void say_hash(struct bench *bench, uint32_t ms, int count)
{
    for (int i = 0; i < count; i++) {
        char line[64];
        str_format(line, sizeof line, "#%lu:%d~\n",
                   (unsigned long)(uint32_t)(ms + 10 * (uint32_t)i), i % 60);
        say_every_10_ms(bench, line);
    }
}

static void stamps_run_over_32_bits_and_start_again(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    say_hash(&bench, UINT32_MAX - 2000, 200);
    assert_int_equal(status_of(&bench).state, LINK_READY);
    int64_t before_us = bench.last.t_us;
    say_hash(&bench, UINT32_MAX, 10);
    assert_int_equal(bench.last.t_us - before_us, 10000 + 9 * 10000);
    assert_int_equal(bench.last.lost, 0);
    /* Switched off for a second: the kiosk's clock knows. */
    before_us = bench.last.t_us;
    clock_move(&bench.clock, 1000000);
    say_hash(&bench, 20, 1);
    assert_int_equal(bench.last.t_us - before_us, 1010000);
    struct fault fault;
    assert_true(link_next_fault(bench.link, &fault));
    assert_int_equal(fault.kind, FAULT_RESTARTED);
    /* The same line once more. */
    size_t total = bench.total;
    assert_int_equal(say_every_10_ms(&bench, "#20:7~\n"), 0);
    assert_int_equal(bench.total, total);
    bench_end(&bench);
}

static void words_and_impossible_readings_are_told(void **state)
{
    (void)state;
    struct bench bench;
    struct fault fault;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    for (int i = 0; i < 300; i++) {
        say_every_10_ms(&bench, i % 2 ? "Distance: 120 mm\n" : "Distance: 121 mm\n");
        say(&bench, i % 3 ? "> 10\n" : "# a comment\n");
    }
    assert_int_equal(status_of(&bench).state, LINK_READY);
    assert_false(link_next_fault(bench.link, &fault));
    assert_int_equal(say_every_10_ms(&bench, "Out of range\n"), 0);
    assert_int_equal(say_every_10_ms(&bench, "Out of range\n"), 0);
    assert_string_equal(status_of(&bench).words, "Out of range");
    assert_true(link_next_fault(bench.link, &fault));
    assert_int_equal(fault.kind, FAULT_SENSOR_WORD);
    assert_string_equal(fault.word, "Out of range");
    assert_false(link_next_fault(bench.link, &fault));
    assert_int_equal(say_every_10_ms(&bench, "Distance: 8190 mm\n"), 0);
    assert_true(link_next_fault(bench.link, &fault));
    assert_int_equal(fault.kind, FAULT_NO_READING);
    assert_int_equal(say_every_10_ms(&bench, "Distance: 100 mm\n"), 1);
    assert_int_equal(bench.got[0].lost, 3); /* two words and a code */
    assert_true(isnan(bench.got[0].force_n) && isnan(bench.got[0].volume_ml));
    assert_int_equal(bench.got[0].hands, CPR_HANDS_NOT_MEASURED);
    /* A line of another kind is broken. */
    uint32_t bad = status_of(&bench).lines_bad;
    assert_int_equal(say_every_10_ms(&bench, "1,2,3\n"), 0);
    assert_int_equal(status_of(&bench).lines_bad, bad + 1);
    bench_end(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_is_found_learnt_and_remembered),
        cmocka_unit_test(a_unit_in_the_name_needs_no_wizard),
        cmocka_unit_test(a_ruler_waits_until_the_chest_rests),
        cmocka_unit_test(a_hash_manikin_is_found_at_its_baud_rate),
        cmocka_unit_test(the_slowest_sketch_is_given_its_time),
        cmocka_unit_test(the_wizard_says_what_is_wrong),
        cmocka_unit_test(a_wizard_without_lines_ends),
        cmocka_unit_test(a_step_tells_how_far_it_is),
        cmocka_unit_test(a_spoilt_or_strange_profile_is_not_used),
        cmocka_unit_test(a_folder_that_cannot_be_made_is_told),
        cmocka_unit_test(ours_goes_before_theirs_at_any_time),
        cmocka_unit_test(stamps_run_over_32_bits_and_start_again),
        cmocka_unit_test(words_and_impossible_readings_are_told),
        cmocka_unit_test(a_code_at_rest_is_not_the_rest),
        cmocka_unit_test(the_pace_is_known_before_the_depth),
    };
    return cmocka_run_group_tests_name("link third party", tests, NULL, NULL);
}
