/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>

#include "picture/figure.h"
#include "picture/icon.h"
#include "picture/pose.h"
#include "picture/scene.h"
#include "support/paper.h"
#include "support/tap.h"

static const enum scene_ground grounds[] = {SCENE_ON_BRAND, SCENE_ON_DARK, SCENE_FULL};

static const int sizes[][2] = {{144, 240}, {240, 240}, {240, 180}, {264, 120}};

enum { GROUNDS = 3, SIZES = 4 };

static void every_scene_draws_and_stays_inside(void **state)
{
    (void)state;
    for (size_t i = 0; scene_name(i); i++) {
        for (int k = 0; k < GROUNDS * SIZES; k++) {
            const int *size = sizes[k / GROUNDS];
            struct canvas canvas = canvas_begin(size[0], size[1]);
            scene_draw(canvas.cairo, size[0], size[1],
                       &(struct scene_view){.name = scene_name(i),
                                            .ground = grounds[k % GROUNDS],
                                            .seconds = 1.3F});
            assert_int_equal(drawn(&canvas, true), 0);
            assert_true(drawn(&canvas, false) > size[0] * size[1] / 20);
            canvas_end(&canvas);
        }
    }
}

/* Without a place of its own, a picture is whole: its rect cuts nothing off. */
static void people_are_never_cut_off(void **state)
{
    (void)state;
    int cut = 0;
    for (size_t i = 0; scene_name(i); i++) {
        for (int k = 0; k < SIZES * 4; k++) {
            int width = sizes[k / 4][0];
            int height = sizes[k / 4][1];
            struct canvas canvas = canvas_begin(width, height);
            scene_draw(canvas.cairo, width, height,
                       &(struct scene_view){.name = scene_name(i),
                                            .ground = SCENE_ON_DARK,
                                            .seconds = 0.45F * (float)(k % 4)});
            for (int side = 0; side < 4; side++) {
                int count = touched(&canvas, side);
                if (count > 0) {
                    print_error("%s, %d x %d: %d pixels cut off on side %d\n",
                                scene_name(i), width, height, count, side);
                    cut++;
                }
            }
            canvas_end(&canvas);
        }
    }
    assert_int_equal(cut, 0);
}

static void a_place_fills_the_whole_rect(void **state)
{
    (void)state;
    for (size_t i = 0; scene_name(i); i++) {
        for (int k = 0; k < SIZES; k++) {
            struct canvas canvas = canvas_begin(sizes[k][0], sizes[k][1]);
            scene_draw(canvas.cairo, sizes[k][0], sizes[k][1],
                       &(struct scene_view){.name = scene_name(i), .ground = SCENE_FULL});
            assert_int_equal(drawn(&canvas, false), sizes[k][0] * sizes[k][1]);
            canvas_end(&canvas);
        }
    }
}

static void same_view_gives_the_same_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; scene_name(i); i++) {
        struct scene_view view = {
            .name = scene_name(i), .ground = SCENE_FULL, .seconds = 7.7F};
        struct canvas canvas[3];
        for (int k = 0; k < 3; k++) {
            view.still = k == 2;
            canvas[k] = canvas_begin(WIDTH, HEIGHT);
            scene_draw(canvas[k].cairo, WIDTH, HEIGHT, &view);
            cairo_surface_flush(canvas[k].surface);
        }
        size_t bytes = (size_t)cairo_image_surface_get_stride(canvas[0].surface) *
                       (size_t)canvas[0].height;
        const unsigned char *first = cairo_image_surface_get_data(canvas[0].surface);
        assert_memory_equal(first, cairo_image_surface_get_data(canvas[1].surface),
                            bytes);
        struct canvas later = canvas_begin(WIDTH, HEIGHT);
        view.seconds = 9.1F;
        scene_draw(later.cairo, WIDTH, HEIGHT, &view);
        cairo_surface_flush(later.surface);
        assert_memory_equal(cairo_image_surface_get_data(later.surface),
                            cairo_image_surface_get_data(canvas[2].surface), bytes);
        canvas_end(&later);
        for (int k = 0; k < 3; k++) {
            canvas_end(&canvas[k]);
        }
    }
}

enum { CHEST_WIDTH = 600, CHEST_HEIGHT = 800 };

/* A chest that is pressed: the colour of its shirt, the middle of the hand, the box. */
struct chest {
    const char *scene;
    uint32_t shirt;
    double x, left, wide;
};

static bool is_near(uint32_t rgb, uint32_t other, int most)
{
    bool near = true;
    for (int shift = 0; shift <= 16; shift += 8) {
        near =
            near && abs((int)(rgb >> shift & 0xFF) - (int)(other >> shift & 0xFF)) < most;
    }
    return near;
}

/* The row from above at which the shirt begins under the lowest finger: where the middle
 * of the hands is, they lie on it. */
static int chest_row(const struct chest *chest, double mm)
{
    struct canvas canvas = canvas_begin(CHEST_WIDTH, CHEST_HEIGHT);
    scene_draw(canvas.cairo, CHEST_WIDTH, CHEST_HEIGHT,
               &(struct scene_view){
                   .name = chest->scene, .ground = SCENE_ON_DARK, .press_mm = (float)mm});
    int found = -1;
    int column =
        MARGIN + (int)lround(CHEST_WIDTH * (chest->x - chest->left) / chest->wide);
    for (int y = MARGIN; y < canvas.height && found < 0; y++) {
        uint32_t rgb = pixel(&canvas, column, y);
        found = is_near(rgb, chest->shirt, 40) ? y : -1;
    }
    canvas_end(&canvas);
    assert_true(found > 0);
    return found;
}

/* A person stands 500 units high; a child's millimetre is as long. */
static void chest_goes_down_as_far_as_the_real_one(void **state)
{
    (void)state;
    static const struct chest chests[] = {{"press", 0x71A9E0, 9, -215, 615},
                                          {"child-press", 0x7CC29A, 5, -182, 432}};
    for (size_t i = 0; i < sizeof chests / sizeof *chests; i++) {
        const struct chest *chest = &chests[i];
        const double px_per_mm = 500.0 / POSE_STANDING_MM * CHEST_WIDTH / chest->wide;
        int rest = chest_row(chest, 0);
        for (int mm = 0; mm <= 80; mm += 5) {
            assert_true(fabs(chest_row(chest, mm) - rest - mm * px_per_mm) < 1.5);
        }
        assert_true(chest_row(chest, 5) > rest);
        assert_int_equal(chest_row(chest, 200), chest_row(chest, 80));
        assert_int_equal(chest_row(chest, -20), rest);
    }
}

/* Close by, all is inside a round and fills it. */
static void what_is_close_by_is_seen_in_a_round(void **state)
{
    (void)state;
    static const char *const close[] = {"open-airway", "child-hands", "infant-thumbs",
                                        "infant-breath"};

    enum { SIDE = 240 };

    for (size_t i = 0; i < sizeof close / sizeof *close; i++) {
        struct canvas canvas = canvas_begin(SIDE, SIDE);
        scene_draw(canvas.cairo, SIDE, SIDE,
                   &(struct scene_view){.name = close[i], .ground = SCENE_ON_DARK});
        double round = M_PI / 4 * SIDE * SIDE;
        int count = drawn(&canvas, false);
        assert_true(count < round && count > 0.88 * round);
        canvas_end(&canvas);
    }
}

static void an_undriven_chest_moves_110_a_minute(void **state)
{
    (void)state;
    struct canvas canvas[4];
    const double beats[] = {0, 0.5, 3, 3.5};
    for (int k = 0; k < 4; k++) {
        canvas[k] = canvas_begin(WIDTH, HEIGHT);
        struct scene_view view = {.name = "press", .ground = SCENE_ON_DARK};
        view.seconds = (float)(60.0 / 110 * (beats[k] + 4));
        scene_draw(canvas[k].cairo, WIDTH, HEIGHT, &view);
    }
    int differs[3] = {0};
    for (int y = 0; y < canvas[0].height; y++) {
        for (int x = 0; x < canvas[0].width; x++) {
            differs[0] += pixel(&canvas[0], x, y) != pixel(&canvas[2], x, y);
            differs[1] += pixel(&canvas[1], x, y) != pixel(&canvas[3], x, y);
            differs[2] += pixel(&canvas[0], x, y) != pixel(&canvas[1], x, y);
        }
    }
    /* Rounding in float seconds may touch an edge's shade, never the picture. */
    assert_true(differs[0] < 60 && differs[1] < 60);
    assert_true(differs[2] > 1000);
    for (int k = 0; k < 4; k++) {
        canvas_end(&canvas[k]);
    }
}

/* Pixels that differ between a scene as it is and beside a question. */
static int differs_when_asked(const char *name, double answered)
{
    struct canvas canvas[2];
    for (int k = 0; k < 2; k++) {
        canvas[k] = canvas_begin(WIDTH, HEIGHT);
        scene_draw(canvas[k].cairo, WIDTH, HEIGHT,
                   &(struct scene_view){.name = name,
                                        .ground = SCENE_FULL,
                                        .seconds = 5.3F,
                                        .asked = k == 1,
                                        .answered = (float)answered});
    }
    int count =
        differing(&canvas[0], &canvas[1], 0, 0, canvas[0].width, canvas[0].height);
    canvas_end(&canvas[0]);
    canvas_end(&canvas[1]);
    return count;
}

/* Before the answer another picture; from it to what is right, step by step. */
static void a_question_is_answered_by_what_people_do_next(void **state)
{
    (void)state;
    int asking = 0;
    for (size_t i = 0; scene_name(i); i++) {
        const char *name = scene_name(i);
        bool can = scene_can_ask(name);
        asking += can;
        assert_int_equal(differs_when_asked(name, 0) > 100, can);
        assert_int_equal(differs_when_asked(name, 0.4) > 100, can);
        assert_int_equal(differs_when_asked(name, 1), 0);
        assert_int_equal(differs_when_asked(name, 7), 0);
    }
    assert_true(asking >= 8);
    assert_false(scene_can_ask("no-such-scene"));
}

/* Close by, a hand, a drop or a breath moves a little, and nothing before the answer. */
static void what_decides_moves_close_by(void **state)
{
    (void)state;
    static const char *const close[] = {"bleeding-layer", "burn-powder", "burn-sleeve",
                                        "ear-fluid",      "splint-toes", "infant-mouth",
                                        "cloth-band"};
    for (size_t i = 0; i < sizeof close / sizeof *close; i++) {
        for (int asked = 0; asked < 2; asked++) {
            struct canvas canvas[2];
            for (int k = 0; k < 2; k++) {
                canvas[k] = canvas_begin(WIDTH, HEIGHT);
                scene_draw(canvas[k].cairo, WIDTH, HEIGHT,
                           &(struct scene_view){.name = close[i],
                                                .ground = SCENE_FULL,
                                                .seconds = 0.1F + 0.55F * (float)k,
                                                .asked = asked});
            }
            int count = differing(&canvas[0], &canvas[1], 0, 0, canvas[0].width,
                                  canvas[0].height);
            assert_true(asked ? count == 0 : count > 10);
            canvas_end(&canvas[0]);
            canvas_end(&canvas[1]);
        }
    }
}

/* Where the colour of a shirt is seen, about a place in the rect. */
static int shirt_pixels(const char *name, double answered, uint32_t shirt)
{
    struct canvas canvas = canvas_begin(WIDTH, HEIGHT);
    scene_draw(canvas.cairo, WIDTH, HEIGHT,
               &(struct scene_view){.name = name,
                                    .ground = SCENE_ON_DARK,
                                    .asked = true,
                                    .answered = (float)answered});
    int count = 0;
    for (int y = 0; y < canvas.height; y++) {
        for (int x = 0; x < canvas.width; x++) {
            count += is_near(pixel(&canvas, x, y), shirt, 24);
        }
    }
    canvas_end(&canvas);
    return count;
}

/* Who is turned on the side lies there once, at every moment: two half-bodies would be a
 * ghost. Mixed with what is behind it, the shirt had another colour. */
static void nobody_is_a_ghost_while_turned(void **state)
{
    (void)state;

    enum { SHIRT = 0x71A9E0 };

    static const char *const turned[] = {"on-his-side", "after-fit", "faint-side"};
    for (size_t i = 0; i < sizeof turned / sizeof *turned; i++) {
        int least = shirt_pixels(turned[i], 0, SHIRT);
        int other = shirt_pixels(turned[i], 1, SHIRT);
        least = other < least ? other : least;
        assert_true(least > 100);
        for (int tenths = 1; tenths < 10; tenths++) {
            int count = shirt_pixels(turned[i], tenths / 10.0, SHIRT);
            if (count < least * 2 / 3) {
                fail_msg("%s, %d tenths: %d pixels of a shirt, at least %d at the ends",
                         turned[i], tenths, count, least);
            }
        }
    }
}

/* What is seen close by stands in the middle of its place, whatever the rect is like. */
static void a_close_view_is_in_the_middle(void **state)
{
    (void)state;
    static const char *const close[] = {"tourniquet", "splint", "burn-film",
                                        "cloth-band"};
    static const int rects[][2] = {{240, 240}, {240, 180}, {180, 300}};
    for (size_t i = 0; i < sizeof close / sizeof *close; i++) {
        for (size_t k = 0; k < sizeof rects / sizeof *rects; k++) {
            int high = rects[k][1];
            struct canvas canvas = canvas_begin(rects[k][0], high);
            scene_draw(canvas.cairo, rects[k][0], high,
                       &(struct scene_view){.name = close[i], .ground = SCENE_FULL});
            int top = -1;
            int bottom = -1;
            int column = MARGIN + rects[k][0] / 12; /* the sleeve */
            for (int y = MARGIN; y < MARGIN + high; y++) {
                if (pixel(&canvas, column, y) != pixel(&canvas, MARGIN + 1, y)) {
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
            double middle = (top + bottom) / 2.0 - MARGIN;
            assert_true(top > 0 && middle > 0.3 * high && middle < 0.7 * high);
            canvas_end(&canvas);
        }
    }
}

static double distance(struct figure_point a, struct figure_point b)
{
    return hypot((double)(a.x - b.x), (double)(a.y - b.y));
}

/* AHA 2025, RCUK 2025: arms straight, shoulders above the hands. */
static void a_rescuer_presses_straight_down(void **state)
{
    (void)state;
    for (int i = POSE_PRESS_UP; i <= POSE_PRESS_DOWN; i++) {
        const struct figure_pose *pose = pose_get((enum pose)i);
        struct figure_point left = figure_shoulder(pose, FIGURE_NEAR);
        struct figure_point right = figure_shoulder(pose, FIGURE_FAR);
        double hands = (double)(pose->arm[0].end.x + pose->arm[1].end.x) / 2;
        assert_true(fabs((double)(left.x + right.x) / 2 - hands) < 1);
        for (int side = FIGURE_NEAR; side <= FIGURE_FAR; side++) {
            struct figure_point shoulder = figure_shoulder(pose, (enum figure_side)side);
            assert_true(pose->arm[side].bend == 0);
            assert_true(distance(shoulder, pose->arm[side].end) > 158 * 0.97);
        }
        assert_true(pose->pelvis.y > 140); /* off the heels */
    }
}

static void unknown_scene_draws_nothing(void **state)
{
    (void)state;
    struct canvas canvas = canvas_begin(WIDTH, HEIGHT);
    scene_draw(canvas.cairo, WIDTH, HEIGHT,
               &(struct scene_view){.name = "no-such-scene"});
    assert_int_equal(drawn(&canvas, false) + drawn(&canvas, true), 0);
    assert_false(scene_exists("no-such-scene"));
    canvas_end(&canvas);
}

/* scripts/api.lua: ---@alias Scene, then a line ---| "name" for each. */
static void list_for_lesson_authors_is_complete(void **state)
{
    (void)state;
    FILE *file = fopen("scripts/api.lua", "r");
    assert_non_null(file);
    char line[256];
    size_t index = 0;
    bool inside = false;
    while (fgets(line, sizeof line, file)) {
        char name[64];
        if (inside && sscanf(line, "---| \"%63[^\"]\"", name) == 1) {
            assert_non_null(scene_name(index));
            assert_string_equal(name, scene_name(index));
            assert_true(scene_exists(name));
            index++;
        } else {
            inside = strncmp(line, "---@alias Scene ", 16) == 0;
        }
    }
    fclose(file);
    assert_int_equal(index > 0, 1);
    assert_null(scene_name(index));
}

static void every_icon_draws_inside_its_rect(void **state)
{
    (void)state;
    for (int icon = ICON_NONE; icon < ICON_COUNT; icon++) {
        struct canvas canvas = canvas_begin(64, 40);
        icon_draw(canvas.cairo, 0, 0, 64, 40, (enum icon)icon, (double[]){0, 0, 0, 1});
        assert_int_equal(drawn(&canvas, true), 0);
        assert_int_equal(drawn(&canvas, false) > 40, icon != ICON_NONE);
        canvas_end(&canvas);
    }
}

/* The lengths of the skeleton, as the head of poses.def states them. */
static void no_pose_stretches_a_body(void **state)
{
    (void)state;
    for (int i = 0; i < POSE_COUNT; i++) {
        const struct figure_pose *pose = pose_get((enum pose)i);
        double back =
            distance(pose->neck, pose->chest) + distance(pose->chest, pose->pelvis);
        double neck = distance(pose->head, pose->neck);
        double shortened = 1 - 0.5 * (double)pose->bow;
        bool good =
            back > 145 * shortened && back < 172 && neck > 40 * shortened && neck < 60;
        for (int side = FIGURE_NEAR; side <= FIGURE_FAR; side++) {
            struct figure_point shoulder = figure_shoulder(pose, (enum figure_side)side);
            struct figure_point hip = figure_hip(pose, (enum figure_side)side);
            good = good && distance(shoulder, pose->arm[side].end) < 158 * 1.04;
            good = good && distance(hip, pose->leg[side].end) < 224 * 1.04;
        }
        if (!good) {
            fail_msg("pose %d: back %.0f, neck %.0f, arms %.0f %.0f, legs %.0f %.0f", i,
                     back, neck,
                     distance(figure_shoulder(pose, FIGURE_NEAR), pose->arm[0].end),
                     distance(figure_shoulder(pose, FIGURE_FAR), pose->arm[1].end),
                     distance(figure_hip(pose, FIGURE_NEAR), pose->leg[0].end),
                     distance(figure_hip(pose, FIGURE_FAR), pose->leg[1].end));
        }
    }
}

static void a_mixture_of_poses_begins_and_ends_with_them(void **state)
{
    (void)state;
    const struct figure_pose *up = pose_get(POSE_PRESS_UP);
    const struct figure_pose *down = pose_get(POSE_PRESS_DOWN);
    struct figure_pose half = pose_mix(up, down, 0.5);
    assert_float_equal(half.head.y, (up->head.y + down->head.y) / 2, 1e-3);
    assert_float_equal(pose_mix(up, down, 1).pelvis.x, down->pelvis.x, 1e-3);
    assert_float_equal(up->arm[FIGURE_NEAR].end.y - down->arm[FIGURE_NEAR].end.y,
                       POSE_PRESS_TRAVEL, 1e-3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scene_draws_and_stays_inside),
        cmocka_unit_test(people_are_never_cut_off),
        cmocka_unit_test(a_place_fills_the_whole_rect),
        cmocka_unit_test(same_view_gives_the_same_bytes),
        cmocka_unit_test(chest_goes_down_as_far_as_the_real_one),
        cmocka_unit_test(what_is_close_by_is_seen_in_a_round),
        cmocka_unit_test(an_undriven_chest_moves_110_a_minute),
        cmocka_unit_test(a_question_is_answered_by_what_people_do_next),
        cmocka_unit_test(nobody_is_a_ghost_while_turned),
        cmocka_unit_test(a_close_view_is_in_the_middle),
        cmocka_unit_test(what_decides_moves_close_by),
        cmocka_unit_test(a_rescuer_presses_straight_down),
        cmocka_unit_test(unknown_scene_draws_nothing),
        cmocka_unit_test(list_for_lesson_authors_is_complete),
        cmocka_unit_test(every_icon_draws_inside_its_rect),
        cmocka_unit_test(no_pose_stretches_a_body),
        cmocka_unit_test(a_mixture_of_poses_begins_and_ends_with_them),
    };
    return cmocka_run_group_tests_name("scene", tests, NULL, NULL);
}
