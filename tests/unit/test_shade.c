/* SPDX-License-Identifier: MIT */
/*
 * Shadows laid eight pixels at once are what they are pixel by pixel: any shadow, cut
 * into columns of one pixel and laid whole.
 */
#include <stdlib.h>
#include <string.h>

#include "support/tap.h"
#include "ui/shade.h"

enum { W = 150, H = 90, ROUNDS = 300 };

static void lay(struct shade *shade, uint32_t *pixels, struct canvas_box box, int step,
                const struct canvas_command *command)
{
    for (int x = box.x0; x < box.x1; x += step) {
        struct canvas_box column = {x, box.y0, x + step < box.x1 ? x + step : box.x1,
                                    box.y1};
        shade_shadow(shade, (struct shade_target){pixels, W}, column, command);
    }
}

static void a_shadow_is_the_same_in_groups_and_alone(void **state)
{
    (void)state;
    static uint32_t whole[W * H], alone[W * H];
    struct rng rng = rng_begin();
    struct shade *shade = shade_create();
    assert_non_null(shade);
    size_t changed = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < W * H; i++) {
            whole[i] = alone[i] = 0xFF000000u | (uint32_t)rng_u64(&rng);
        }
        struct canvas_command command = {
            .kind = CANVAS_SHADOW,
            .x = (float)rng_int(&rng, -20, 100),
            .y = (float)rng_int(&rng, -20, 60),
            .w = (float)rng_int(&rng, 1, 140),
            .h = (float)rng_int(&rng, 1, 80),
            .radius = (float)rng_int(&rng, 0, 24),
            .width = (float)rng_int(&rng, 1, 20), /* of the blur */
            .from = (float)rng_int(&rng, 0, 12),  /* how far it falls */
            .color = (uint32_t)rng_u64(&rng) |
                     (rng_int(&rng, 0, 4) ? 0x10000000u : 0xFF000000u)};
        struct canvas_box box = {rng_int(&rng, 0, 40), rng_int(&rng, 0, 40),
                                 rng_int(&rng, 60, W), rng_int(&rng, 50, H)};
        uint32_t before = whole[box.y1 * W - W + box.x1 - 1];
        lay(shade, whole, box, W, &command);
        lay(shade, alone, box, 1, &command);
        assert_memory_equal(whole, alone, sizeof whole);
        changed += before != whole[box.y1 * W - W + box.x1 - 1];
    }
    printf("# %zu corners changed\n", changed);
    assert_true(changed > ROUNDS / 20);
    shade_destroy(shade);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shadow_is_the_same_in_groups_and_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
