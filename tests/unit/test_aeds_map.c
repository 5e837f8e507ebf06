/* SPDX-License-Identifier: MIT */
/* Of the map of the nearest AEDs no two things meet, whatever the list. */
#include <math.h>

#include "screens/aeds_lines.h"
#include "screens/aeds_map.h"
#include "support/aeds_rig.h"
#include "support/touch.h"

static bool touches(struct ui_rect a, struct ui_rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static struct ui_rect square(struct ui_point at, float r)
{
    return (struct ui_rect){at.x - r, at.y - r, 2 * r, 2 * r};
}

/* All that has words or a number on it, with the kiosk. */
static size_t things_of(const struct aeds_map *map, struct ui_rect *things)
{
    size_t count = 0;
    things[count++] = map->bar;
    things[count++] = map->north;
    things[count++] = square(map->centre, 18);
    for (size_t i = 0; i < map->pin_count; i++) {
        things[count++] = square(map->pins[i].centre, map->pin_r);
    }
    for (size_t i = 0; i < map->label_count; i++) {
        things[count++] = map->labels[i].rect;
    }
    return count;
}

static void expect_apart(const struct aeds_map *map)
{
    struct ui_rect things[AEDS_MAP_LABELS_MAX + CONF_AEDS_MAX + 3];
    size_t count = things_of(map, things);
    for (size_t i = 0; i < count; i++) {
        struct ui_rect a = things[i];
        bool inside = a.x >= map->area.x && a.y >= map->area.y &&
                      a.x + a.w <= map->area.x + map->area.w &&
                      a.y + a.h <= map->area.y + map->area.h;
        if (!inside) {
            fail_msg("thing %zu of %zu is off the map", i, count);
        }
        for (size_t j = i + 1; j < count; j++) {
            if (touches(a, things[j])) {
                fail_msg("things %zu and %zu of %zu meet", i, j, count);
            }
        }
    }
}

/* A pin that nothing pushed away stands where its AED is. */
static void expect_true_places(const struct aeds_map *map)
{
    for (size_t i = 0; i < map->pin_count; i++) {
        const struct aeds_map_pin *pin = &map->pins[i];
        const struct conf_aed *aed = &k->aeds->items[i];
        float x = map->centre.x + (float)(aed->east_m * map->units_a_m);
        float y = map->centre.y - (float)(aed->north_m * map->units_a_m);
        float off = hypotf(pin->place.x - x, pin->place.y - y);
        assert_true(pin->beyond || off < map->pin_r + 34);
        assert_true(pin->apart || hypotf(pin->centre.x - pin->place.x,
                                         pin->centre.y - pin->place.y) <= map->pin_r);
    }
    double most = (double)fminf(map->area.w, map->area.h) / 2;
    assert_true(map->ring_m > 0 && map->ring_count > 0);
    assert_true((double)map->ring_count * map->ring_m * map->units_a_m <= most);
}

static void of_a_map_no_two_things_meet(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const float steps[] = {1, 1.25f, 1.5f, 2};
    for (int round = 0; round < 120; round++) {
        struct aeds_map map;
        draw_list(&rng);
        ui_set_text_scale(k->ui, steps[rng_int(&rng, 0, 3)]);
        float least = aeds_map_least(k->ui);
        struct ui_rect rect = {20, 30, least * (float)rng_between(&rng, 1, 3),
                               least * (float)rng_between(&rng, 1, 2)};
        aeds_map_lay_out(&map, k, k->ui, rect);
        assert_int_equal(map.pin_count, k->aeds->count);
        expect_apart(&map);
        expect_true_places(&map);
    }
}

static void all_on_one_spot_and_one_far_off_have_their_pins(void **state)
{
    (void)state;
    struct aeds_map map;
    struct str rows = {0};
    for (int i = 0; i < CONF_AEDS_MAX - 1; i++) {
        char name[16];
        str_format(name, sizeof name, "n%d", i);
        add_row(&rows, name, 0, 0);
    }
    add_row(&rows, "far", -CONF_AEDS_FAR_M, 300);
    list_of(&rows, "");
    float least = aeds_map_least(k->ui);
    aeds_map_lay_out(&map, k, k->ui, (struct ui_rect){0, 0, least, least});
    expect_apart(&map);
    expect_true_places(&map);
    assert_true(map.pins[CONF_AEDS_MAX - 1].beyond);
    assert_true(map.pins[CONF_AEDS_MAX - 1].centre.x < map.centre.x);
    assert_false(map.pins[0].beyond);
}

static void lines_end_at_the_edge(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct ui_rect rect = {10, 20, 100, 60};
    int inside = 0;
    for (int round = 0; round < 2000; round++) {
        struct ui_point a = {(float)rng_between(&rng, -100, 200),
                             (float)rng_between(&rng, -100, 200)};
        struct ui_point b = {(float)rng_between(&rng, -100, 200),
                             (float)rng_between(&rng, -100, 200)};
        struct ui_point from = a;
        struct ui_point to = b;
        bool kept = aeds_lines_clip(rect, &from, &to);
        bool hit = false; /* some of its points are inside? */
        for (int i = 0; i <= 200; i++) {
            float x = a.x + (b.x - a.x) * (float)i / 200;
            float y = a.y + (b.y - a.y) * (float)i / 200;
            hit = hit || (x > rect.x && x < rect.x + rect.w && y > rect.y &&
                          y < rect.y + rect.h);
        }
        assert_true(kept || !hit);
        inside += kept;
        if (kept) {
            const float slack = 0.01f;
            assert_true(from.x >= rect.x - slack && to.x >= rect.x - slack &&
                        from.x <= rect.x + rect.w + slack &&
                        to.x <= rect.x + rect.w + slack);
            assert_true(from.y >= rect.y - slack && to.y >= rect.y - slack &&
                        from.y <= rect.y + rect.h + slack &&
                        to.y <= rect.y + rect.h + slack);
        }
    }
    assert_true(inside > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(of_a_map_no_two_things_meet),
        TEST(all_on_one_spot_and_one_far_off_have_their_pins),
        TEST(lines_end_at_the_edge),
    };
    return cmocka_run_group_tests_name("aeds map", tests, NULL, NULL);
}
