/* SPDX-License-Identifier: MIT */
/*
 * A third-party manikin with a unit of length in its column's name, whose plug is pulled
 * during pushes: it does not wait for a second of rest again.
 */
#include <math.h>
#include <string.h>

#include "support/third_party_scene.h"

static const enum shape named_shapes[] = {SHAPE_KEY, SHAPE_TAG, SHAPE_JSON};

enum { NAMED_SHAPES = sizeof named_shapes / sizeof *named_shapes, ROUNDS = 15 };

/* Random but that its depth needs no wizard. */
static struct drawn_manikin random_named(struct rng *rng, enum shape shape)
{
    static const char *const names[] = {"depth_mm", "distance_mm", "depth_cm",
                                        "distance_cm"};
    struct drawn_manikin drawn = drawn_make(rng, shape);
    int name = rng_int(rng, 0, 3);
    drawn.names[DRAWN_DEPTH] = names[name];
    drawn.per_mm = (name < 2 ? 1 : 0.1) * (rng_int(rng, 0, 1) ? 1 : -1);
    drawn.decimals = name < 2 ? rng_int(rng, 0, 2) : rng_int(rng, 1, 3);
    drawn.hz = rng_between(rng, 40, 150);
    return drawn;
}

/* Known, and at rest; where `pressed`, its side is known too. */
static void begin(struct scene *scene, struct drawn_manikin drawn, bool pressed)
{
    scene_begin(scene, drawn, 115200);
    scene_pass(scene, 4, at_rest);
    assert_int_equal(status_in(scene).state, LINK_READY);
    if (pressed) {
        check_pressing(scene);
    }
}

static void pull_while_pressing(struct scene *scene)
{
    cable_pull(&scene->bench.cable, scene->bench.manikin);
    scene_pass(scene, rng_between(&scene->rng, 0.5, 6), pressing);
    assert_int_equal(status_in(scene).state, LINK_SEARCHING);
    scene->count = 0;
}

static void plug(struct scene *scene)
{
    cable_plug(&scene->bench.cable, scene->bench.manikin);
}

static void depth_goes_on_during_pushes(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        enum shape shape = named_shapes[round % NAMED_SHAPES];
        begin(&scene, random_named(&scene.rng, shape), rng_int(&scene.rng, 0, 2) > 0);
        for (int pull = 0; pull < 3; pull++) {
            pull_while_pressing(&scene);
            plug(&scene);
            scene_pass(&scene, 2.5, pressing);
            assert_int_equal(status_in(&scene).state, LINK_READY);
            assert_true((double)scene.count > 0.5 * scene.drawn.hz);
            double slack_mm = 1.5 + drawn_step_mm(&scene.drawn);
            for (size_t i = 0; i < scene.count; i++) {
                assert_true(scene.kept[i].depth_mm > -slack_mm);
                assert_true(scene.kept[i].depth_mm < 55 + slack_mm);
            }
            check_pressing(&scene);
        }
        bench_end(&scene.bench);
    }
}

/* The sensor slipped while the plug was out. */
static void rest_is_learnt_again_when_the_chest_rests(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        enum shape shape = named_shapes[round % NAMED_SHAPES];
        begin(&scene, random_named(&scene.rng, shape), true);
        pull_while_pressing(&scene);
        double slip_mm = rng_between(&scene.rng, 5, 25);
        scene.drawn.rest += slip_mm * scene.drawn.per_mm;
        plug(&scene);
        scene_pass(&scene, 2.5, pressing);
        assert_true(scene.count > 0);
        scene_pass(&scene, 1.5, at_rest);
        double off_mm = scene.bench.last.depth_mm;
        assert_true(fabs(off_mm) < 1.5 + drawn_step_mm(&scene.drawn));
        check_pressing(&scene);
        bench_end(&scene.bench);
    }
}

/* Another manikin: it gets nothing of what was known of the one before. */
static void expect_a_newcomer(struct scene *scene)
{
    scene_pass(scene, 5, pressing);
    assert_int_equal(status_in(scene).state, LINK_STALE);
    assert_int_equal(scene->count, 0);
    scene_pass(scene, 2, at_rest);
    assert_int_equal(status_in(scene).state, LINK_READY);
    check_pressing(scene);
    bench_end(&scene->bench);
}

static struct drawn_manikin plain(enum shape shape, const char *name)
{
    struct drawn_manikin drawn = {.shape = shape, .count = 1, .hz = 50, .decimals = 1};
    drawn.names[DRAWN_DEPTH] = name;
    drawn.rest = 90;
    drawn.per_mm = -1;
    drawn.noise_mm = 0.3;
    return drawn;
}

static void another_in_its_place_is_learnt_from_the_start(void **state)
{
    (void)state;
    static struct scene scene;
    struct drawn_manikin timed = plain(SHAPE_KEY, "depth_mm");
    timed.count = 2;
    timed.order[0] = DRAWN_TIME;
    timed.order[1] = DRAWN_DEPTH;
    timed.names[DRAWN_TIME] = "ms";
    timed.ticks_per_us = 1e-3;

    const struct {
        struct drawn_manikin first, second;
    } cases[] = {
        {plain(SHAPE_KEY, "depth_mm"), plain(SHAPE_TAG, "depth_mm")},
        {plain(SHAPE_KEY, "depth_mm"), plain(SHAPE_KEY, "distance_mm")},
        {timed, plain(SHAPE_KEY, "depth_mm")}, /* would wait for stamps for ever */
    };

    scene.rng = rng_begin();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(&scene, cases[i].first, true);
        pull_while_pressing(&scene);
        scene.drawn = cases[i].second;
        plug(&scene);
        expect_a_newcomer(&scene);
    }
}

static void at_another_port_it_is_another(void **state)
{
    (void)state;
    static struct scene scene;
    scene.rng = rng_begin();
    scene.drawn = plain(SHAPE_KEY, "depth_mm");
    bench_begin(&scene.bench, "auto", 115200);
    scene_pass(&scene, 4, at_rest);
    check_pressing(&scene);
    pull_while_pressing(&scene);
    scene.bench.manikin = cable_add(&scene.bench.cable, "/dev/ttyUSB1", 115200);
    expect_a_newcomer(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depth_goes_on_during_pushes),
        cmocka_unit_test(rest_is_learnt_again_when_the_chest_rests),
        cmocka_unit_test(another_in_its_place_is_learnt_from_the_start),
        cmocka_unit_test(at_another_port_it_is_another),
    };
    return cmocka_run_group_tests_name("link back", tests, NULL, NULL);
}
