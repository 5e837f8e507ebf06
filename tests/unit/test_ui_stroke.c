/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "support/tap.h"
#include "ui/shade.h"
#include "ui/stroke.h"

enum { SIDE = 96, FINE = 8, DRAWS = 60, LOOKS = 24000, POINTS_MAX = 12 };

struct line {
    struct ui_point points[POINTS_MAX];
    size_t count;
    float width;
};

/* Some lines end far outside of the box, some have points that lie on each other. */
static struct line random_line(struct rng *rng)
{
    struct line line = {.count = (size_t)rng_int(rng, 1, POINTS_MAX),
                        .width = (float)rng_between(rng, 2, 30)};
    double far = rng_int(rng, 0, 3) == 0 ? 5000 : 20;
    for (size_t i = 0; i < line.count; i++) {
        line.points[i] = (struct ui_point){(float)rng_between(rng, -far, SIDE + far),
                                           (float)rng_between(rng, -far, SIDE + far)};
        if (i > 0 && rng_int(rng, 0, 4) == 0) {
            line.points[i] = line.points[i - 1];
        }
    }
    return line;
}

static double distance(const struct line *line, double x, double y)
{
    double nearest = (double)INFINITY;
    for (size_t i = 0; i == 0 || i + 1 < line->count; i++) {
        struct ui_point a = line->points[i];
        struct ui_point b = line->count == 1 ? a : line->points[i + 1];
        double dx = (double)b.x - (double)a.x;
        double dy = (double)b.y - (double)a.y;
        double square = dx * dx + dy * dy;
        double along = ((x - (double)a.x) * dx + (y - (double)a.y) * dy) / square;
        along = square > 0 ? fmin(fmax(along, 0), 1) : 0;
        nearest = fmin(nearest,
                       hypot(x - (double)a.x - along * dx, y - (double)a.y - along * dy));
    }
    return nearest;
}

/* The share of a pixel's FINE x FINE points that lie in the line. */
static double truth(const struct line *line, int x, int y)
{
    int inside = 0;
    for (int i = 0; i < FINE * FINE; i++) {
        double at_x = x + (i % FINE + 0.5) / FINE;
        int row = i / FINE;
        double at_y = y + (row + 0.5) / FINE;
        inside += distance(line, at_x, at_y) <= (double)line->width / 2;
    }
    return inside / (double)(FINE * FINE);
}

static uint32_t cover_at(const struct stroke_mask *mask, struct canvas_box box, int x,
                         int y)
{
    uint32_t cover[STROKE_GROUP];
    int from = (x - box.x0) / STROKE_GROUP * STROKE_GROUP;
    stroke_read(&mask->ink[y - box.y0][from], cover);
    return cover[x - box.x0 - from];
}

static void a_pixel_is_covered_by_the_share_that_lies_in_the_line(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const struct canvas_box box = {0, 0, SIDE, SIDE};
    static struct stroke_mask mask;
    double sum = 0;
    int far_off = 0;
    for (int i = 0; i < DRAWS; i++) {
        struct line line = random_line(&rng);
        memset(&mask, 0, sizeof mask);
        bool any = stroke_cover(&mask, box, line.points, line.count, line.width);
        for (int n = 0; n < LOOKS / DRAWS; n++) {
            int x = rng_int(&rng, 0, SIDE - 1);
            int y = rng_int(&rng, 0, SIDE - 1);
            double told = any ? cover_at(&mask, box, x, y) / 255.0 : 0;
            double error = fabs(told - truth(&line, x, y));
            sum += error;
            far_off += error > 0.2; /* where edges of two stretches meet in one pixel */
        }
    }
    printf("# mean error %.4f, more than 0.2: %d of %d\n", sum / LOOKS, far_off, LOOKS);
    assert_true(sum / LOOKS < 0.005);
    assert_true(far_off <= LOOKS / 500);
}

/* Its middle in the middle of a pixel, or on an edge: the rows through it, and beside. */
static void a_disc_is_round_wherever_its_middle_is(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const struct canvas_box box = {0, 0, SIDE, SIDE};
    static struct stroke_mask mask;
    for (int i = 0; i < DRAWS; i++) {
        float x = (float)rng_int(&rng, 40, 100) / 2;
        int row = rng_int(&rng, 20, 70);
        struct line disc = {.points = {{x, (float)row + (float)rng_int(&rng, 0, 1) / 2}},
                            .count = 1,
                            .width = (float)rng_between(&rng, 1, 30)};
        memset(&mask, 0, sizeof mask);
        assert_true(stroke_cover(&mask, box, disc.points, 1, disc.width));
        for (int y = row - 1; y <= row + 1; y++) {
            for (int column = 0; column < SIDE; column++) {
                double told = cover_at(&mask, box, column, y) / 255.0;
                assert_true(fabs(told - truth(&disc, column, y)) < 0.25);
            }
        }
    }
}

static void a_part_is_the_same_as_of_the_whole(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const struct canvas_box box = {0, 0, SIDE, SIDE};
    static struct stroke_mask whole;
    static struct stroke_mask part;
    for (int i = 0; i < DRAWS; i++) {
        struct line line = random_line(&rng);
        int x = rng_int(&rng, 0, SIDE - 2);
        int y = rng_int(&rng, 0, SIDE - 2);
        struct canvas_box cut = {x, y, rng_int(&rng, x + 1, SIDE),
                                 rng_int(&rng, y + 1, SIDE)};
        memset(&whole, 0, sizeof whole);
        memset(&part, 0, sizeof part);
        stroke_cover(&whole, box, line.points, line.count, line.width);
        stroke_cover(&part, cut, line.points, line.count, line.width);
        for (y = cut.y0; y < cut.y1; y++) {
            for (x = cut.x0; x < cut.x1; x++) {
                assert_int_equal(cover_at(&part, cut, x, y), cover_at(&whole, box, x, y));
            }
        }
    }
}

static void a_line_that_stays_out_fills_nothing(void **state)
{
    (void)state;
    const struct canvas_box box = {100, 100, 200, 200};
    const struct ui_point above[] = {{0, 90}, {300, 90}};
    static struct stroke_mask mask;
    assert_false(stroke_cover(&mask, box, above, 2, 10));
    assert_true(stroke_cover(&mask, box, above, 2, 24));
    assert_false(stroke_cover(&mask, box, above, 0, 24));
}

/* Every pixel as if it were mixed by itself, none beside the box, and an empty mask. */
static void what_is_covered_is_laid_and_emptied(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static struct stroke_mask mask;
    static struct stroke_mask told;
    static uint32_t pixels[SIDE * SIDE];
    static uint32_t wanted[SIDE * SIDE];
    for (int i = 0; i < DRAWS; i++) {
        struct line line = random_line(&rng);
        int x = rng_int(&rng, 0, SIDE - 1);
        int y = rng_int(&rng, 0, SIDE - 1);
        struct canvas_box box = {x, y, rng_int(&rng, x + 1, SIDE),
                                 rng_int(&rng, y + 1, SIDE)};
        uint32_t color = (uint32_t)rng_u64(&rng) | (i % 2 ? 0xFF000000u : 0);
        for (int n = 0; n < SIDE * SIDE; n++) {
            pixels[n] = wanted[n] = (uint32_t)rng_u64(&rng) | 0xFF000000u;
        }
        memset(&told, 0, sizeof told);
        bool any = stroke_cover(&mask, box, line.points, line.count, line.width);
        stroke_cover(&told, box, line.points, line.count, line.width);
        for (y = box.y0; any && y < box.y1; y++) {
            for (x = box.x0; x < box.x1; x++) {
                uint32_t *to = &wanted[y * SIDE + x];
                *to = shade_mix(*to, color, cover_at(&told, box, x, y));
            }
        }
        shade_stroke((struct shade_target){pixels, SIDE}, box, &mask, color);
        for (int n = 0; n < SIDE * SIDE; n++) {
            assert_int_equal(pixels[n], wanted[n]);
        }
        memset(&told, 0, sizeof told);
        assert_memory_equal(&mask, &told, sizeof mask);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pixel_is_covered_by_the_share_that_lies_in_the_line),
        cmocka_unit_test(a_disc_is_round_wherever_its_middle_is),
        cmocka_unit_test(a_part_is_the_same_as_of_the_whole),
        cmocka_unit_test(what_is_covered_is_laid_and_emptied),
        cmocka_unit_test(a_line_that_stays_out_fills_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
