/* SPDX-License-Identifier: MIT */
/* A force pad is taught at one depth and at three, pressed, unplugged and remembered. */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "support/folder.h"
#include "support/third_party_scene.h"

/* What the pad prints, and how far the wizard's person presses each time. */
struct pad {
    const char *before;           /* what stands before the number */
    double half_mm, noise, scale; /* it reads half of its end at half_mm */
    double presses_mm[LINK_LEARN_DEPTHS];
};

static struct scene scene;

static double read_at(const struct pad *pad, double mm)
{
    return 12 + pad->scale * mm / (mm + pad->half_mm) +
           pad->noise * rng_between(&scene.rng, -1, 1);
}

static double press_of(double t_s, double mm)
{
    return mm * fmax(0, fmin(1, fmin(t_s - 0.5, 2.2 - t_s) / 0.5));
}

static double beat(double t_s)
{
    return (1 - cos(2 * 3.14159265358979323846 * t_s * 110 / 60)) / 2;
}

static void print_line(const struct pad *pad, double mm)
{
    char text[64];
    char line[80];
    str_format(text, sizeof text, "%.1f", read_at(pad, mm));
    str_format(line, sizeof line, "%s%s\n", pad->before, text);
    cable_say(&scene.bench.cable, scene.bench.manikin, line, strlen(line));
}

/* 100 lines a second. `mm` 0: at rest; `rhythm`: pushes of that depth, else one press. */
static void press_for(const struct pad *pad, double seconds, double mm, bool rhythm)
{
    double start_us = scene.now_us;
    while (scene.now_us < start_us + seconds * 1e6) {
        clock_move(&scene.bench.clock, 10000);
        scene.now_us += 10000;
        double t_s = (scene.now_us - start_us) / 1e6;
        print_line(pad, rhythm ? mm * beat(t_s) : press_of(t_s, mm));
        scene_poll(&scene);
    }
}

static void plug_in(const struct pad *pad, const char *folder)
{
    scene.now_us = 0;
    scene.count = 0;
    scene.rng = rng_begin();
    bench_begin(&scene.bench, "/dev/ttyUSB0", 115200);
    link_remember(scene.bench.link, folder);
    press_for(pad, 4, 0, false);
}

static const double blocks_mm[] = {20, 40, 60};

/* The wizard with one press a depth; true when it was learnt. */
static bool teach(const struct pad *pad, const double *depths_mm, size_t count)
{
    if (!link_learn_depths(scene.bench.link, depths_mm, count)) {
        fail_msg("%s", err_text());
    }
    press_for(pad, 2.2, 0, false);
    for (size_t i = 0; i < count; i++) {
        struct link_status status = status_in(&scene);
        assert_int_equal(status.step, LINK_STEP_PRESS);
        assert_int_equal(status.press, i + 1);
        assert_int_equal(status.presses, count);
        assert_true(status.press_mm == depths_mm[i]);
        press_for(pad, 4, pad->presses_mm[i], false);
    }
    return status_in(&scene).step == LINK_STEP_DONE;
}

/* Pushes of `mm`; how deep they were read, in the mean of their peaks. */
static double read_pushes(const struct pad *pad, double mm)
{
    double interval_s = 0;
    double peak_mm = 0;
    scene.count = 0;
    press_for(pad, 8, mm, true);
    measure(&scene, &interval_s, &peak_mm);
    return peak_mm;
}

static void a_pad_taught_at_three_depths_is_read_and_remembered(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    double worst_mm = 0;
    for (int i = 0; i < 12; i++) {
        struct folder folder = folder_make();
        struct pad pad = {i % 2 ? "force=" : "压力：",
                          rng_between(&rng, 15, 80),
                          rng_between(&rng, 0.5, 4),
                          rng_between(&rng, 2000, 4000),
                          {20, 40, 60}};
        plug_in(&pad, folder.path);
        assert_true(teach(&pad, blocks_mm, 3));
        assert_int_equal(status_in(&scene).doubts, 0);
        double mm = rng_between(&rng, 38, 58);
        double live_mm = read_pushes(&pad, mm);
        worst_mm = fmax(worst_mm, fabs(live_mm - mm));
        bench_end(&scene.bench);
        plug_in(&pad, folder.path); /* after a restart */
        assert_int_equal(status_in(&scene).doubts, 0);
        assert_true(fabs(read_pushes(&pad, mm) - live_mm) < 0.7);
        bench_end(&scene.bench);
        folder_remove(&folder);
    }
    print_message("# three depths: %.2f mm off at most\n", worst_mm);
    assert_true(worst_mm < 1.2);
}

static void a_force_taught_once_is_shown_and_doubted(void **state)
{
    (void)state;

    static const char *const names[] = {"force=", "FSR: ", "重量=", "weight_kg="};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct pad pad = {names[i], 25, 1, 3000, {60}};
        plug_in(&pad, "");
        assert_int_equal(status_in(&scene).doubts, 0); /* nothing is known yet */
        assert_true(teach(&pad, (const double[]){60}, 1));
        assert_int_equal(status_in(&scene).doubts, CPR_TRUST_FORCE);
        assert_true(read_pushes(&pad, 40) > 50); /* so wrong is one line */
        bench_end(&scene.bench);
    }
}

/* Nothing says that it is a force, but it looks like one when it is pressed. */
static void a_pad_without_a_name_is_doubted_once_pressed(void **state)
{
    (void)state;
    struct pad pad = {"", 25, 1, 3000, {60}};
    plug_in(&pad, "");
    assert_true(teach(&pad, (const double[]){60}, 1));
    assert_int_equal(status_in(&scene).doubts, 0);
    read_pushes(&pad, 45);
    assert_int_equal(status_in(&scene).doubts, CPR_TRUST_FORCE);
    pad.presses_mm[0] = 20;
    pad.presses_mm[1] = 40;
    pad.presses_mm[2] = 60;
    assert_true(teach(&pad, blocks_mm, 3));
    read_pushes(&pad, 45);
    assert_int_equal(status_in(&scene).doubts, 0);
    bench_end(&scene.bench);
    struct pad pot = {"", 1e7, 1, 3e8, {60}}; /* straight: 30 a mm */
    plug_in(&pot, "");
    assert_true(teach(&pot, (const double[]){60}, 1));
    assert_true(fabs(read_pushes(&pot, 45) - 45) < 1);
    assert_int_equal(status_in(&scene).doubts, 0);
    bench_end(&scene.bench);
}

static void a_wrong_teaching_is_told_with_its_cure(void **state)
{
    (void)state;

    static const struct {
        struct pad pad;
        enum link_reason reason;
        const char *says;
    } cases[] = {
        {{"force=", 25, 1, 3000, {20, 60, 40}},
         LINK_REASON_ORDER,
         "60 mm reads less than 40 mm; press the depths in the order that is shown, and "
         "begin again"},
        {{"force=", 25, 1, 3000, {20, 20, 60}},
         LINK_REASON_SAME,
         "40 mm reads about the same as 20 mm; see that both were pressed home; if they "
         "were, the sensor is at its end: teach it less deep, or mount it otherwise, and "
         "begin again"},
        {{"force=", 2, 60, 3000, {20, 40, 60}},
         LINK_REASON_NOISY,
         "40 mm reads about the same as 20 mm; the reading jumps by more than that at "
         "rest: look at the sensor's wires, and begin again"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plug_in(&cases[i].pad, "");
        assert_false(teach(&cases[i].pad, blocks_mm, 3));
        assert_int_equal(status_in(&scene).step, LINK_STEP_FAILED);
        assert_string_equal(status_in(&scene).why, cases[i].says);
        assert_int_equal(status_in(&scene).reason, cases[i].reason);
        bench_end(&scene.bench);
    }
}

static void depths_out_of_order_are_refused(void **state)
{
    (void)state;
    struct pad pad = {"force=", 25, 1, 3000, {20, 40, 60}};
    plug_in(&pad, "");
    struct link *link = scene.bench.link;
    assert_false(link_learn_depths(link, (const double[]){20, 60, 40}, 3));
    assert_string_equal(err_text(),
                        "40 mm does not lie 5 mm below 60 mm; name the depths "
                        "in order, such as 20, 40 and 60 mm");
    assert_false(link_learn_depths(link, (const double[]){20, 22, 60}, 3));
    assert_false(link_learn_depths(link, (const double[]){0, 20, 60}, 3));
    assert_false(link_learn_depths(link, (const double[]){5, 10, 15}, 3));
    assert_false(link_learn_depths(link, NULL, 0));
    bench_end(&scene.bench);
}

/* Its own millimetres are as good as the blocks: whole centimetres make no curve. */
static void a_unit_that_agrees_is_kept(void **state)
{
    (void)state;
    struct pad pad = {"depth_mm=", 1e7, 0.2, 1e7, {20, 40, 60}};
    plug_in(&pad, "");
    assert_true(teach(&pad, blocks_mm, 3));
    assert_true(fabs(read_pushes(&pad, 50) - 50) < 0.5);
    assert_int_equal(status_in(&scene).doubts, 0);
    bench_end(&scene.bench);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pad_taught_at_three_depths_is_read_and_remembered),
        cmocka_unit_test(a_force_taught_once_is_shown_and_doubted),
        cmocka_unit_test(a_pad_without_a_name_is_doubted_once_pressed),
        cmocka_unit_test(a_wrong_teaching_is_told_with_its_cure),
        cmocka_unit_test(depths_out_of_order_are_refused),
        cmocka_unit_test(a_unit_that_agrees_is_kept),
    };

    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
