/* SPDX-License-Identifier: MIT */
/*
 * A random chest, printed by random manikins of every shape over a bad cable: every
 * sample that comes out is as deep as the chest was, and where lines carry a time, as
 * late.
 */
#include "support/third_party_scene.h"

enum { ROUNDS = 4 };

struct wave {
    struct scene scene;
    double rate_cpm, depth_mm, release_mm;
    double within_mm;
    long samples, cut, wrong;
    double worst_mm;
    bool has_first;
    double first_ahead_us, worst_late_us;
};

static double chest_at_s(const struct wave *wave, double t_s)
{
    double phase = 2 * 3.14159265358979323846 * t_s * wave->rate_cpm / 60;
    double low_mm = t_s < 60 / wave->rate_cpm / 2 ? 0 : wave->release_mm;
    return low_mm + (wave->depth_mm - low_mm) * (1 - cos(phase)) / 2;
}

static void check_sample(struct wave *wave, double t_us, double truth_mm)
{
    const struct cpr_sample *sample = &wave->scene.bench.got[0];
    double off_mm = fabs(sample->depth_mm - truth_mm);
    double ahead_us = (double)sample->t_us - t_us;
    wave->samples++;
    if (off_mm > wave->within_mm) {
        wave->wrong++;
    } else {
        wave->worst_mm = fmax(wave->worst_mm, off_mm);
    }
    wave->first_ahead_us = wave->has_first ? wave->first_ahead_us : ahead_us;
    wave->has_first = true;
    wave->worst_late_us =
        fmax(wave->worst_late_us, fabs(ahead_us - wave->first_ahead_us));
}

/* One line after the other, each read at once, so that its sample is known. */
static void pass_lines(struct wave *wave, double seconds, bool pressed)
{
    struct scene *scene = &wave->scene;
    double start_us = scene->now_us;
    while (scene->now_us < start_us + seconds * 1e6) {
        struct str line = {0};
        struct str text = {0};
        double t_us = scene->now_us;
        double mm = pressed ? chest_at_s(wave, (t_us - start_us) / 1e6) : 0;
        drawn_print(&scene->drawn, &scene->rng, t_us, mm, &line);
        wave->cut += spoil(&scene->spoil, &scene->rng, &line, &text);
        cable_say(&scene->bench.cable, scene->bench.manikin, text.text, text.length);
        if (poll_now(&scene->bench) > 0 && pressed) {
            check_sample(wave, t_us, mm);
        }
        str_free(&line);
        str_free(&text);
        clock_move(&scene->bench.clock, (int64_t)(1e6 / scene->drawn.hz));
        scene->now_us += (double)(int64_t)(1e6 / scene->drawn.hz);
    }
    scene->made_us = scene->now_us;
}

static void random_wave(struct wave *wave, enum shape shape)
{
    struct rng *rng = &wave->scene.rng;
    struct drawn_manikin drawn = drawn_make(rng, shape);
    drawn.hz = rng_between(rng, 20, 150);
    drawn.force_noise = 0.6; /* no second depth */
    wave->rate_cpm = rng_between(rng, 80, 140);
    wave->depth_mm = rng_between(rng, 25, 70);
    wave->release_mm = rng_between(rng, 0, 15);
    wave->within_mm = 1 + drawn.noise_mm + drawn_step_mm(&drawn);
    wave->samples = wave->cut = wave->wrong = 0;
    wave->worst_mm = wave->worst_late_us = 0;
    wave->has_first = false;
    scene_begin(&wave->scene, drawn, 115200);
    wave->scene.spoil = spoil_draw(rng);
}

static void check_wave(enum shape shape, struct wave *wave)
{
    struct scene *scene = &wave->scene;
    random_wave(wave, shape);
    double cut = scene->spoil.cut;
    scene->spoil.cut = 0; /* the wizard is not told lies, or it asks for another press */
    pass_lines(wave, 3, false);
    learn_by_wizard(scene);
    scene->spoil.cut = cut;
    pass_lines(wave, 12, true);
    double line_us = 1e6 / scene->drawn.hz;
    double due = 12e6 / line_us * (1 - scene->spoil.lost);
    /* A time on a line of its own belongs to the depth before or behind it. */
    bool stamped = drawn_has(&scene->drawn, DRAWN_TIME) &&
                   !(shape == SHAPE_TAG && scene->drawn.line_a_column);
    printf("# %-9s %3.0f Hz, %5.0f samples, off by %.2f mm of %.2f, %ld of %ld cut lines "
           "were read\n",
           shape_name(shape), scene->drawn.hz, (double)wave->samples, wave->worst_mm,
           wave->within_mm, wave->wrong, wave->cut);
    if (wave->wrong > wave->cut || (double)wave->samples < 0.9 * due) {
        fail_msg("%s at %.0f Hz: %ld of %.0f samples, %ld wrong, %ld lines cut",
                 shape_name(shape), scene->drawn.hz, wave->samples, due, wave->wrong,
                 wave->cut);
    }
    if (stamped && wave->cut == 0 && wave->worst_late_us > 2100) {
        fail_msg("%s at %.0f Hz: a sample late by %.0f us", shape_name(shape),
                 scene->drawn.hz, wave->worst_late_us);
    }
    bench_end(&scene->bench);
}

static void every_sample_is_as_deep_as_the_chest_was(void **state)
{
    (void)state;
    static struct wave wave;
    wave.scene.rng = rng_begin();
    for (int round = 0; round < ROUNDS * SHAPE_COUNT; round++) {
        check_wave((enum shape)(round % SHAPE_COUNT), &wave);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sample_is_as_deep_as_the_chest_was),
    };
    return cmocka_run_group_tests_name("link, drawn waves", tests, NULL, NULL);
}
