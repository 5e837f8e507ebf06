/* SPDX-License-Identifier: MIT */
/*
 * From one scene to another: it begins as the one and ends as the other, and on the way
 * people are neither here nor there.
 */
#include <string.h>

#include <cairo.h>

#include "picture/scene.h"
#include "support/paper.h"
#include "support/tap.h"

enum { SIDE = 160, PAIRS = 24 };

static struct canvas draw(const char *name, const char *before, float moved)
{
    struct canvas canvas = canvas_begin(SIDE, SIDE);
    scene_draw(canvas.cairo, SIDE, SIDE,
               &(struct scene_view){.name = name,
                                    .ground = SCENE_FULL,
                                    .before = before,
                                    .moved = moved,
                                    .still = true});
    cairo_surface_flush(canvas.surface);
    return canvas;
}

/* The share of pixels that can be told apart. */
static double differs(const struct canvas *a, const struct canvas *b)
{
    const unsigned char *one = cairo_image_surface_get_data(a->surface);
    const unsigned char *other = cairo_image_surface_get_data(b->surface);
    int stride = cairo_image_surface_get_stride(a->surface);
    int count = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
        const unsigned char *p = one + i / SIDE * stride + i % SIDE * 4;
        const unsigned char *q = other + i / SIDE * stride + i % SIDE * 4;
        int most = 0;
        for (int channel = 0; channel < 3; channel++) {
            int by = abs(p[channel] - q[channel]);
            most = by > most ? by : most;
        }
        count += most > 24;
    }
    return (double)count / (SIDE * SIDE);
}

static void it_begins_as_the_one_and_ends_as_the_other(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int count = 0;
    while (scene_name((size_t)count)) {
        count++;
    }
    for (int i = 0; i < PAIRS; i++) {
        const char *from = scene_name((size_t)rng_int(&rng, 0, count - 1));
        const char *to = scene_name((size_t)rng_int(&rng, 0, count - 1));
        struct canvas one = draw(from, NULL, 0);
        struct canvas other = draw(to, NULL, 0);
        struct canvas begins = draw(to, from, 0);
        struct canvas half = draw(to, from, 0.5F);
        struct canvas ends = draw(to, from, 1);
        double apart = differs(&one, &other);
        /* People stand behind another there, and before them here. */
        if (differs(&one, &begins) > 0.04 + apart / 4 || differs(&other, &ends) > 0 ||
            (apart > 0.1 &&
             (differs(&one, &half) < 0.01 || differs(&other, &half) < 0.01))) {
            fail_msg("from %s to %s: begins %.3f, half %.3f and %.3f, ends %.3f", from,
                     to, differs(&one, &begins), differs(&one, &half),
                     differs(&other, &half), differs(&other, &ends));
        }
        canvas_end(&one);
        canvas_end(&other);
        canvas_end(&begins);
        canvas_end(&half);
        canvas_end(&ends);
    }
}

/* One who is in both does not vanish and come again: the way is shorter than a fade,
 * which would show two of her. */
static void who_is_in_both_walks(void **state)
{
    (void)state;
    struct canvas kneels = draw("tap-shoulders", NULL, 0);
    struct canvas bends = draw("look-breathing", NULL, 0);
    struct canvas early = draw("look-breathing", "tap-shoulders", 0.1F);
    struct canvas late = draw("look-breathing", "tap-shoulders", 0.9F);
    double apart = differs(&kneels, &bends);
    assert_true(differs(&kneels, &early) < apart / 2);
    assert_true(differs(&bends, &late) < apart / 2);
    assert_true(differs(&early, &late) > apart / 2);
    canvas_end(&kneels);
    canvas_end(&bends);
    canvas_end(&early);
    canvas_end(&late);
}

/* From far away to close by, or from one close view to another: nothing jumps. */
static void what_is_close_by_is_faded_into(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"infant-press", "infant-thumbs"},
                                           {"infant-thumbs", "infant-press"},
                                           {"infant-airway", "infant-breath"},
                                           {"open-airway", "child-hands"},
                                           {"infant-chokes", "infant-back-blows"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct canvas one = draw(pairs[i][0], NULL, 0);
        struct canvas begins = draw(pairs[i][1], pairs[i][0], 0);
        struct canvas early = draw(pairs[i][1], pairs[i][0], 0.1F);
        if (differs(&one, &begins) > 0 || differs(&one, &early) > 0.02) {
            fail_msg("from %s to %s: begins %.3f, then %.3f", pairs[i][0], pairs[i][1],
                     differs(&one, &begins), differs(&one, &early));
        }
        canvas_end(&one);
        canvas_end(&begins);
        canvas_end(&early);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_begins_as_the_one_and_ends_as_the_other),
        cmocka_unit_test(who_is_in_both_walks),
        cmocka_unit_test(what_is_close_by_is_faded_into),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
