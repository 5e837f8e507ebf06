/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "support/tap.h"
#include "ui/internal.h"
#include "ui/scale.h"

enum { SIDE_MAX = 40 };

/* One channel of the mean over what a pixel of the result covers, by real numbers. */
static double mean(const struct scale_from *from, int x, int y, int width, int height,
                   int shift)
{
    double left = (double)x * from->width / width;
    double right = (double)(x + 1) * from->width / width;
    double top = (double)y * from->height / height;
    double bottom = (double)(y + 1) * from->height / height;
    double sum = 0;
    for (int v = 0; v < from->height; v++) {
        for (int u = 0; u < from->width; u++) {
            double w = fmax(fmin(right, u + 1) - fmax(left, u), 0);
            double h = fmax(fmin(bottom, v + 1) - fmax(top, v), 0);
            sum += w * h * (from->pixels[v * from->pitch + u] >> shift & 255);
        }
    }
    return sum / ((right - left) * (bottom - top));
}

static void each_pixel_is_the_mean_of_what_it_covers(void **state)
{
    (void)state;
    static uint32_t pixels[SIDE_MAX * SIDE_MAX];
    static uint32_t scaled[SIDE_MAX * SIDE_MAX];
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        for (size_t i = 0; i < SIDE_MAX * SIDE_MAX; i++) {
            pixels[i] = (uint32_t)rng_u64(&rng);
        }
        struct scale_from from = {pixels, rng_int(&rng, 1, SIDE_MAX),
                                  rng_int(&rng, 1, SIDE_MAX), SIDE_MAX};
        struct scale_to to = {scaled, rng_int(&rng, 1, SIDE_MAX),
                              rng_int(&rng, 1, SIDE_MAX), SIDE_MAX};
        scale_image(&from, &to);
        int x = rng_int(&rng, 0, to.width - 1);
        int y = rng_int(&rng, 0, to.height - 1);
        uint32_t pixel = scaled[y * SIDE_MAX + x];
        assert_int_equal(pixel >> 24, 255);
        for (int shift = 0; shift < 24; shift += 8) {
            double wanted = mean(&from, x, y, to.width, to.height, shift);
            assert_true(fabs((double)(pixel >> shift & 255) - wanted) <= 0.51);
        }
    }
}

/* The frame of one ui within another: drawn where it belongs, and again when it is
 * another. */
static void a_frame_stands_in_another(void **state)
{
    (void)state;
    struct clock clock;
    clock_init_moved(&clock, 0);
    const struct ui_config small = {
        .mode = UI_HEADLESS, .width_px = 320, .height_px = 320, .clock = &clock};
    const struct ui_config large = {
        .mode = UI_HEADLESS, .width_px = 640, .height_px = 640, .clock = &clock};
    struct ui *inner = ui_create(&small);
    struct ui *outer = ui_create(&large);
    assert_true(inner && outer);
    struct ui_pixels frame;
    struct ui_pixels shown;
    uint32_t before = 0;
    for (uint32_t revision = 1; revision <= 2; revision++) {
        ui_begin(inner, UI_LIGHT);
        ui_fill(inner, (struct ui_rect){0, 0, 2000, 2000}, 0,
                revision == 1 ? UI_BRAND : UI_NEXT);
        ui_end(inner);
        assert_true(ui_pixels(inner, &frame));
        ui_begin(outer, UI_LIGHT);
        float side = ui_width(outer) / 2;
        ui_image(outer, (struct ui_rect){0, 0, side, side}, 0, &frame, revision);
        ui_end(outer);
        assert_true(ui_drawn_px(outer) > 0);
        assert_true(ui_pixels(outer, &shown));
        uint32_t inside = shown.pixels[100 * shown.pitch + 100] & 0xFFFFFF;
        assert_int_equal(inside, frame.pixels[50] & 0xFFFFFF);
        assert_int_not_equal(inside, before);
        assert_int_not_equal(inside, shown.pixels[500 * shown.pitch + 500] & 0xFFFFFF);
        before = inside;
        ui_begin(outer, UI_LIGHT);
        ui_image(outer, (struct ui_rect){0, 0, side, side}, 0, &frame, revision);
        ui_end(outer);
        assert_int_equal(ui_drawn_px(outer), 0);
    }
    ui_destroy(inner);
    ui_destroy(outer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pixel_is_the_mean_of_what_it_covers),
        cmocka_unit_test(a_frame_stands_in_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
