/* SPDX-License-Identifier: MIT */
#include <stdbool.h>
#include <stdlib.h>

#include <cairo.h>

#include "picture/figure_path.h"
#include "support/tap.h"

enum { SIDE = 120, DRAWS = 60, CHANNEL_OFF = 3 };

struct shaded {
    struct figure_joint ends[2];
    uint32_t rgb;
    double light, turn, scale;
    bool mirrored, clipped;
};

static struct shaded draw_shaded(struct rng *rng)
{
    struct shaded s = {.rgb = (uint32_t)(rng_u64(rng) & 0xFFFFFF),
                       .light = rng_between(rng, 0.4, 1),
                       .turn = rng_between(rng, 0, 6),
                       .scale = rng_between(rng, 0.3, 2),
                       .mirrored = rng_int(rng, 0, 1),
                       .clipped = rng_int(rng, 0, 1)};
    for (int i = 0; i < 2; i++) {
        s.ends[i] = (struct figure_joint){
            {(float)rng_between(rng, -80, 80), (float)rng_between(rng, -80, 80)},
            rng_between(rng, 4, 30)};
    }
    return s;
}

static void fill_by_cairo(cairo_t *cairo, const struct shaded *s)
{
    double part[3];
    for (int i = 0; i < 3; i++) {
        part[i] = (double)(s->rgb >> (16 - 8 * i) & 0xFF) / 255;
    }
    cairo_pattern_t *pattern =
        cairo_pattern_create_linear((double)s->ends[0].at.x, (double)s->ends[0].at.y,
                                    (double)s->ends[1].at.x, (double)s->ends[1].at.y);
    cairo_pattern_add_color_stop_rgb(pattern, 0, part[0], part[1], part[2]);
    cairo_pattern_add_color_stop_rgb(pattern, 1, part[0] * s->light, part[1] * s->light,
                                     part[2] * s->light);
    cairo_set_source(cairo, pattern);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
}

static cairo_surface_t *picture_of(const struct shaded *s, bool ours)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, SIDE, SIDE);
    cairo_t *cairo = cairo_create(surface);
    if (s->clipped) {
        cairo_rectangle(cairo, 31, 17, 44, 60);
        cairo_clip(cairo);
    }
    cairo_translate(cairo, SIDE / 2.0, SIDE / 2.0);
    cairo_rotate(cairo, s->turn);
    cairo_scale(cairo, s->mirrored ? -s->scale : s->scale, s->scale);
    figure_path_limb(cairo, s->ends, 2);
    if (ours) {
        figure_path_fill_shaded(cairo, s->rgb, s->ends[0].at, s->ends[1].at, s->light);
    } else {
        fill_by_cairo(cairo, s);
    }
    assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
    assert_false(cairo_has_current_point(cairo)); /* the next shape begins anew */
    cairo_destroy(cairo);
    return surface;
}

static int furthest(cairo_surface_t *one, cairo_surface_t *other)
{
    const unsigned char *a = cairo_image_surface_get_data(one);
    const unsigned char *b = cairo_image_surface_get_data(other);
    int most = 0;
    for (int i = 0; i < SIDE * SIDE * 4; i++) {
        int off = abs(a[i] - b[i]);
        most = off > most ? off : most;
    }
    return most;
}

static void a_shaded_shape_looks_as_cairos_gradient(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int most = 0;
    for (int i = 0; i < DRAWS; i++) {
        struct shaded s = draw_shaded(&rng);
        cairo_surface_t *ours = picture_of(&s, true);
        cairo_surface_t *theirs = picture_of(&s, false);
        int off = furthest(ours, theirs);
        most = off > most ? off : most;
        cairo_surface_destroy(ours);
        cairo_surface_destroy(theirs);
    }
    printf("# a channel is %d off at most\n", most);
    assert_in_range(most, 0, CHANNEL_OFF);
}

static void a_shape_outside_of_the_picture_is_no_fault(void **state)
{
    (void)state;
    struct shaded far = {.ends = {{{900, 900}, 20}, {{950, 950}, 20}},
                         .rgb = 0x808080,
                         .light = 0.5,
                         .scale = 1};
    cairo_surface_t *empty = picture_of(&far, true);
    for (int i = 0; i < SIDE * SIDE * 4; i++) {
        assert_int_equal(cairo_image_surface_get_data(empty)[i], 0);
    }
    cairo_surface_destroy(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shaded_shape_looks_as_cairos_gradient),
        cmocka_unit_test(a_shape_outside_of_the_picture_is_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
