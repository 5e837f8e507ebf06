/* SPDX-License-Identifier: MIT */
/*
 * The wrong acts of the scenes: how they begin, how they are marked, who lists them. Each
 * act is drawn in every run, on a third of the grounds and sizes; TEST_ALL=1: on all.
 */
#include <math.h>
#include <string.h>

#include "picture/scene.h"
#include "support/paper.h"
#include "support/tap.h"

static const enum scene_ground grounds[] = {SCENE_ON_BRAND, SCENE_ON_DARK, SCENE_FULL};

static const int sizes[][2] = {{144, 240}, {240, 240}, {240, 180}, {264, 120}};

enum { GROUNDS = 3, SIZES = 4, SHARE = 3 };

/* Goes through all wrong acts; false past the last one. */
static bool next_wrong(size_t *scene, size_t *act, const char **name, const char **wrong)
{
    while ((*name = scene_name(*scene))) {
        *wrong = scene_wrong(*name, (*act)++);
        if (*wrong) {
            return true;
        }
        (*scene)++;
        *act = 0;
    }
    return false;
}

static struct canvas draw(const int *size, struct scene_view view)
{
    struct canvas canvas = canvas_begin(size[0], size[1]);
    scene_draw(canvas.cairo, size[0], size[1], &view);
    return canvas;
}

/* Until the answer nobody can tell which picture it will be. */
static void a_wrong_act_begins_as_its_scene_does(void **state)
{
    (void)state;
    const char *name = NULL;
    const char *wrong = NULL;
    size_t sample = sample_begin();
    int acts = 0;
    for (size_t i = 0, k = 0; next_wrong(&i, &k, &name, &wrong); acts++) {
        assert_true(scene_exists(name) && scene_can_ask(name));
        for (int n = 0; n < GROUNDS * SIZES; n++) {
            /* Never one ground alone, nor one size. */
            if (!sample_takes(sample, (size_t)(acts + n + n / GROUNDS), SHARE)) {
                continue;
            }
            struct scene_view view = {.name = name,
                                      .ground = grounds[n % GROUNDS],
                                      .seconds = n % 2 ? 3.7F : 0,
                                      .asked = true};
            struct canvas right = draw(sizes[n / GROUNDS], view);
            view.wrong = wrong;
            struct canvas other = draw(sizes[n / GROUNDS], view);
            int off = differing(&right, &other, 0, 0, right.width, right.height);
            if (off > 0) {
                fail_msg("%s, %s: %d pixels beside a question are not the scene's", name,
                         wrong, off);
            }
            canvas_end(&right);
            canvas_end(&other);
        }
    }
    assert_true(acts >= 15);
}

/* The picture without its mark tells as well that it is another one. */
static void it_ends_in_another_picture_than_what_is_right(void **state)
{
    (void)state;
    static const int size[] = {240, 180};
    const int mark = MARGIN + (int)ceil(2.5 * SCENE_MARK_SHARE * 180) + 1;
    const char *name = NULL;
    const char *wrong = NULL;
    for (size_t i = 0, k = 0; next_wrong(&i, &k, &name, &wrong);) {
        for (int still = 0; still < 2; still++) {
            struct scene_view view = {
                .name = name, .ground = SCENE_FULL, .seconds = 5.3F, .still = still};
            struct canvas right = draw(size, view);
            view.wrong = wrong;
            struct canvas other = draw(size, view);
            view.asked = true;
            struct canvas neutral = draw(size, view);
            view.answered = 1;
            struct canvas answered = draw(size, view);
            int w = right.width;
            int h = right.height;
            int off = differing(&right, &other, mark, 0, w, h);
            if (off < 100 || differing(&neutral, &other, mark, 0, w, h) < 100) {
                fail_msg("%s, %s: hardly differs (%d pixels)", name, wrong, off);
            }
            assert_int_equal(differing(&answered, &other, 0, 0, w, h), 0);
            canvas_end(&right);
            canvas_end(&other);
            canvas_end(&neutral);
            canvas_end(&answered);
        }
    }
}

static double luminance(uint32_t rgb)
{
    double sum = 0;
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
        double part = (rgb >> (16 - 8 * i) & 0xFF) / 255.0;
        sum += weights[i] *
               (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(uint32_t a, uint32_t b)
{
    double light = fmax(luminance(a), luminance(b));
    double dark = fmin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

/* A cross, light on dark and told apart without colours; it is no upright one. */
static void every_wrong_act_bears_the_mark(void **state)
{
    (void)state;
    const char *name = NULL;
    const char *wrong = NULL;
    size_t at = sample_begin();
    for (size_t i = 0, k = 0; next_wrong(&i, &k, &name, &wrong); at++) {
        for (int n = 0; n < GROUNDS * SIZES; n++) {
            if (!sample_takes(at, (size_t)(n + n / GROUNDS), SHARE)) {
                continue;
            }
            const int size[] = {2 * sizes[n / GROUNDS][0], 2 * sizes[n / GROUNDS][1]};
            struct canvas canvas = draw(
                size, (struct scene_view){
                          .name = name, .ground = grounds[n % GROUNDS], .wrong = wrong});
            double radius = SCENE_MARK_SHARE * fmin(size[0], size[1]);
            int middle = MARGIN + (int)lround(1.5 * radius);
            int arm = (int)lround(radius * 0.3);
            int side = (int)lround(radius * 0.6);
            uint32_t ground = pixel(&canvas, middle + side, middle);
            assert_int_equal(pixel(&canvas, middle, middle) & 0xFFFFFF, 0xFFFFFF);
            for (int turn = 0; turn < 4; turn++) {
                int x = turn % 2 ? arm : -arm;
                int y = turn / 2 ? arm : -arm;
                uint32_t stroke = pixel(&canvas, middle + x, middle + y);
                assert_true(contrast(stroke, ground) > 7);
            }
            canvas_end(&canvas);
        }
    }
}

static void nobody_is_cut_off(void **state)
{
    (void)state;
    const char *name = NULL;
    const char *wrong = NULL;
    size_t at = sample_begin();
    int cut = 0;
    for (size_t i = 0, k = 0; next_wrong(&i, &k, &name, &wrong); at++) {
        for (int n = 0; n < SIZES * 4; n++) {
            if (!sample_takes(at, (size_t)n, SHARE)) {
                continue;
            }
            const int *size = sizes[n / 4];
            struct canvas canvas =
                draw(size, (struct scene_view){.name = name,
                                               .ground = SCENE_ON_DARK,
                                               .wrong = wrong,
                                               .seconds = 0.45F * (float)(n % 4)});
            assert_int_equal(drawn(&canvas, true), 0);
            for (int side = 0; side < 4; side++) {
                int count = touched(&canvas, side);
                cut += count;
                if (count > 0) {
                    print_error("%s, %s, %d x %d: %d pixels cut off on side %d\n", name,
                                wrong, size[0], size[1], count, side);
                }
            }
            canvas_end(&canvas);
        }
    }
    assert_int_equal(cut, 0);
}

static int pixels_of(const struct canvas *canvas, uint32_t rgb)
{
    int count = 0;
    for (int y = 0; y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++) {
            count += (pixel(canvas, x, y) & 0xFFFFFF) == rgb;
        }
    }
    return count;
}

/* Not the man in blue alone: an old man lies there whom a child gives up. */
static void whoever_lies_there_grows_grey_with_the_answer(void **state)
{
    (void)state;
    static const int size[] = {480, 360};
    static const uint32_t grey = 0xC9C6CF;
    struct scene_view view = {.name = "child-takes-turns",
                              .ground = SCENE_ON_DARK,
                              .wrong = "give-up",
                              .asked = true};
    struct canvas asked = draw(size, view);
    view.answered = 1;
    struct canvas answered = draw(size, view);
    assert_int_equal(pixels_of(&asked, grey), 0);
    assert_true(pixels_of(&answered, grey) > 100);
    canvas_end(&asked);
    canvas_end(&answered);
}

static void an_act_that_the_scene_has_not_draws_nothing(void **state)
{
    (void)state;
    static const int size[] = {240, 180};
    struct canvas canvas =
        draw(size, (struct scene_view){.name = "press", .wrong = "hands-belly"});
    assert_int_equal(drawn(&canvas, false) + drawn(&canvas, true), 0);
    assert_true(scene_has_wrong("hand-place", "hands-belly"));
    assert_false(scene_has_wrong("press", "hands-belly"));
    assert_false(scene_has_wrong("hand-place", ""));
    assert_null(scene_wrong("no-such-scene", 0));
    canvas_end(&canvas);
}

/* scripts/api.lua: ---@alias WrongAct, then a line ---| "name" # scene for each. */
static void list_for_lesson_authors_is_complete(void **state)
{
    (void)state;
    FILE *file = fopen("scripts/api.lua", "r");
    assert_non_null(file);
    char line[256];
    const char *name = NULL;
    const char *wrong = NULL;
    size_t i = 0;
    size_t k = 0;
    bool inside = false;
    while (fgets(line, sizeof line, file)) {
        char act[64];
        char scene[64];
        if (inside && sscanf(line, "---| \"%63[^\"]\" # %63s", act, scene) == 2) {
            if (!next_wrong(&i, &k, &name, &wrong)) {
                fail_msg("api.lua: no scene shows \"%s\"", act);
            }
            assert_string_equal(act, wrong);
            assert_string_equal(scene, name);
        } else {
            inside = strncmp(line, "---@alias WrongAct ", 19) == 0;
        }
    }
    fclose(file);
    if (next_wrong(&i, &k, &name, &wrong)) {
        fail_msg("api.lua: WrongAct lacks \"%s\" of %s", wrong, name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_act_begins_as_its_scene_does),
        cmocka_unit_test(it_ends_in_another_picture_than_what_is_right),
        cmocka_unit_test(every_wrong_act_bears_the_mark),
        cmocka_unit_test(nobody_is_cut_off),
        cmocka_unit_test(whoever_lies_there_grows_grey_with_the_answer),
        cmocka_unit_test(an_act_that_the_scene_has_not_draws_nothing),
        cmocka_unit_test(list_for_lesson_authors_is_complete),
    };
    return cmocka_run_group_tests_name("scene_wrong", tests, NULL, NULL);
}
