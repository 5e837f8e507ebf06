/* SPDX-License-Identifier: MIT */
/*
 * third_party_scene: a third-party manikin is pressed, and a link reads its lines.
 */
#ifndef TESTS_SUPPORT_THIRD_PARTY_SCENE_H
#define TESTS_SUPPORT_THIRD_PARTY_SCENE_H

#include <math.h>

#include "base/err.h"
#include "link/link.h"
#include "support/drawn_manikin.h"
#include "support/link_bench.h"
#include "support/spoil.h"
#include "support/tap.h"

enum { FRAME_US = 16667, KEPT_MAX = 16384 };

/* A third-party manikin on a port, and what the kiosk made of it, frame by frame. */
struct scene {
    struct bench bench;
    struct rng rng;
    struct drawn_manikin drawn;
    struct spoil spoil; /* of its cable; zeroed: a good one */
    double made_us;     /* when its next line is due, by its own clock */
    double now_us;
    struct cpr_sample kept[KEPT_MAX];
    size_t count;
};

static inline void scene_begin(struct scene *scene, struct drawn_manikin drawn, int baud)
{
    scene->drawn = drawn;
    scene->spoil = (struct spoil){0};
    scene->made_us = 0;
    scene->now_us = 0;
    scene->count = 0;
    bench_begin(&scene->bench, "/dev/ttyUSB0", baud);
}

static inline void scene_poll(struct scene *scene)
{
    poll_now(&scene->bench);
    for (size_t i = 0; i < scene->bench.count && scene->count < KEPT_MAX; i++) {
        scene->kept[scene->count++] = scene->bench.got[i];
    }
}

typedef double chest_at(double t_s);

/* `seconds` pass while the chest does what `chest` says; its t is 0 at the start. */
static inline void scene_pass(struct scene *scene, double seconds, chest_at *chest)
{
    double start_us = scene->now_us;
    while (scene->now_us < start_us + seconds * 1e6) {
        clock_move(&scene->bench.clock, FRAME_US);
        scene->now_us += FRAME_US;
        for (; scene->made_us < scene->now_us; scene->made_us += 1e6 / scene->drawn.hz) {
            struct str line = {0};
            struct str text = {0};
            double t_s = (scene->made_us - start_us) / 1e6;
            drawn_print(&scene->drawn, &scene->rng, scene->made_us, chest(t_s), &line);
            spoil(&scene->spoil, &scene->rng, &line, &text);
            cable_say(&scene->bench.cable, scene->bench.manikin, text.text, text.length);
            str_free(&line);
            str_free(&text);
        }
        scene_poll(scene);
    }
}

static inline double at_rest(double t_s)
{
    (void)t_s;
    return 0;
}

/* One press of 55 mm, held for half a second. */
static inline double one_press(double t_s)
{
    double down = fmin(t_s - 1, 2.5 - t_s) / 0.5;
    return 55 * fmax(0, fmin(1, down));
}

/* 55 mm at 110 a minute. */
static inline double pressing(double t_s)
{
    return 55 * (1 - cos(2 * 3.14159265358979323846 * t_s * 110 / 60)) / 2;
}

static inline struct link_status status_in(const struct scene *scene)
{
    return status_of(&scene->bench);
}

static inline void learn_by_wizard(struct scene *scene)
{
    if (!link_learn(scene->bench.link, 55)) {
        fail_msg("%s", err_text());
    }
    assert_int_equal(status_in(scene).step, LINK_STEP_REST);
    scene_pass(scene, 2.2, at_rest);
    assert_int_equal(status_in(scene).step, LINK_STEP_PRESS);
    scene_pass(scene, 5, one_press);
    if (status_in(scene).step != LINK_STEP_DONE) {
        fail_msg("%s: %s", shape_name(scene->drawn.shape), status_in(scene).why);
    }
}

/* Mean interval of the pushes seen and the mean of their peaks. */
static inline void measure(const struct scene *scene, double *interval_s, double *peak_mm)
{
    int peaks = 0;
    double first_us = 0, last_us = 0, sum_mm = 0;
    double best_us = 0, best_mm = 0;
    bool down = false;
    for (size_t i = 0; i < scene->count; i++) {
        double mm = scene->kept[i].depth_mm;
        if (mm > 30 && (!down || mm > best_mm)) {
            best_mm = mm;
            best_us = (double)scene->kept[i].t_us;
            down = true;
        } else if (mm < 20 && down) {
            down = false;
            first_us = peaks == 0 ? best_us : first_us;
            last_us = best_us;
            sum_mm += best_mm;
            peaks++;
        }
    }
    assert_true(peaks > 5);
    *interval_s = (last_us - first_us) / 1e6 / (peaks - 1);
    *peak_mm = sum_mm / peaks;
}

static inline void check_pressing(struct scene *scene)
{
    double interval_s = 0, peak_mm = 0;
    scene->count = 0;
    scene_pass(scene, 12, pressing);
    measure(scene, &interval_s, &peak_mm);
    double step_mm = drawn_step_mm(&scene->drawn);
    double line_s = 1 / scene->drawn.hz;
    if (!(fabs(interval_s - 60.0 / 110) < line_s / 10 + 0.005) ||
        !(fabs(peak_mm - 55) < 1.5 + step_mm)) {
        fail_msg("%s at %.0f Hz: every %.3f s, %.1f mm deep (step %.2f)",
                 shape_name(scene->drawn.shape), scene->drawn.hz, interval_s, peak_mm,
                 step_mm);
    }
}

#endif
