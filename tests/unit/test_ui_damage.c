/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/tap.h"
#include "ui/internal.h"

enum { WIDTH = 640, HEIGHT = 360 };

static struct ui *make(struct clock *clock)
{
    clock_init_moved(clock, 0);
    struct ui *ui = ui_create(&(struct ui_config){
        .mode = UI_HEADLESS, .width_px = WIDTH, .height_px = HEIGHT, .clock = clock});
    assert_non_null(ui);
    return ui;
}

/* ---- how much is drawn -------------------------------------------------------- */

static void two_buttons(struct ui *ui, const char *second)
{
    ui_begin(ui, UI_LIGHT);
    ui_button(ui, (struct ui_rect){60, 60, 600, 120},
              &(struct ui_button){.id = "a", .label = "开始"});
    ui_button(ui, (struct ui_rect){60, 300, 600, 120},
              &(struct ui_button){.id = "b", .label = second});
    ui_end(ui);
}

static void a_still_frame_draws_nothing(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock);
    two_buttons(ui, "结束");
    assert_int_equal(ui_drawn_px(ui), WIDTH * HEIGHT);
    for (int i = 0; i < 3; i++) {
        two_buttons(ui, "结束");
        assert_int_equal(ui_drawn_px(ui), 0);
    }
    ui_destroy(ui);
}

static void a_changed_label_draws_no_more_than_its_tiles(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock);
    two_buttons(ui, "结束");
    two_buttons(ui, "继续");
    assert_in_range(ui_drawn_px(ui), 1, 2 * CANVAS_TILE_W * CANVAS_TILE_H);
    ui_destroy(ui);
}

static void a_growing_curve_draws_only_its_new_end(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock);
    struct ui_point points[400];
    for (int i = 0; i < 400; i++) {
        points[i] = (struct ui_point){100 + (float)i * 3, (float)(100 + (i * 37) % 300)};
    }
    for (size_t count = 300; count < 310; count++) {
        ui_begin(ui, UI_DARK);
        ui_polyline(ui, points, count, 8, 0, UI_CURVE);
        ui_end(ui);
    }
    assert_in_range(ui_drawn_px(ui), 1, CANVAS_TILE_W * CANVAS_TILE_H * 2);
    ui_destroy(ui);
}

/* ---- whether it is drawn right ------------------------------------------------ */

struct thing {
    int kind;
    struct ui_rect rect;
    enum ui_color color;
    int number;
};

enum { THINGS_MAX = 24, KINDS = 12 };

static struct thing random_thing(struct rng *rng)
{
    return (struct thing){
        .kind = rng_int(rng, 0, KINDS - 1),
        .rect = {(float)rng_between(rng, -60, 1800), (float)rng_between(rng, -60, 1000),
                 (float)rng_between(rng, 8, 600), (float)rng_between(rng, 8, 300)},
        .color = (enum ui_color)rng_int(rng, 0, UI_COLOR_COUNT - 1),
        .number = rng_int(rng, 0, 99),
    };
}

static void put_wave(struct ui *ui, const struct thing *t)
{
    struct ui_point points[120];
    size_t count = t->kind == 5 ? (size_t)t->number + 2 : (size_t)t->number % 6 + 2;
    /* Long stretches cross tiles: a new count changes only the end of the line. */
    float step = t->kind == 5 ? 6 : 400;
    for (size_t i = 0; i < count; i++) {
        points[i] = (struct ui_point){t->rect.x + (float)i * step,
                                      t->rect.y + (float)((i * i * 7) % 41) * 3};
    }
    ui_polyline(ui, points, count, 4, t->kind == 5 ? 12 : 0, t->color);
}

static void put(struct ui *ui, const struct thing *t)
{
    static const char *const words[] = {
        "再用力一点", "120", "把他扶起来坐好，先看周围是否安全。", "Press hard and fast"};
    const char *text = words[t->number % 4];
    struct ui_point centre = {t->rect.x, t->rect.y};
    struct ui_button button = {"id",
                               text,
                               (enum ui_button_style)(t->number % 4),
                               ICON_NEXT,
                               t->number % 5 == 0,
                               t->number % 7 == 0,
                               NULL,
                               (float)(t->number % 3) / 2};
    switch (t->kind) {
    case 0: ui_fill(ui, t->rect, (float)(t->number % 40), t->color); break;
    case 1: ui_gradient(ui, t->rect, 20, UI_BRAND, UI_BRAND_DEEP); break;
    case 2: ui_outline(ui, t->rect, (float)(t->number % 40), 3, t->color); break;
    case 3: ui_card(ui, t->rect, t->color); break;
    case 4:
    case 5: put_wave(ui, t); break;
    case 6:
        ui_arc(ui, centre, t->rect.w / 3, 12, 0, (float)t->number / 99, t->color);
        break;
    case 7: ui_disc(ui, centre, t->rect.w / 5, t->color); break;
    case 8: ui_button(ui, t->rect, &button); break;
    case 9: ui_icon(ui, t->rect, (enum icon)(t->number % ICON_COUNT), t->color); break;
    case 10:
        ui_scene(ui, t->rect, 30,
                 &(struct scene_view){.name = "collapse", .press_mm = (float)t->number});
        break;
    default:
        ui_text(ui, t->rect, (enum ui_type)(t->number % UI_TYPE_COUNT), t->color,
                (enum ui_align)(t->number % 3), text);
        break;
    }
}

static size_t change(struct rng *rng, struct thing *things, size_t count)
{
    size_t at = (size_t)rng_int(rng, 0, (int)count - 1);
    switch (rng_int(rng, 0, 4)) {
    case 0:
        if (count < THINGS_MAX) {
            memmove(&things[at + 1], &things[at], (count - at) * sizeof *things);
            things[at] = random_thing(rng);
            return count + 1;
        }
        return count;
    case 1:
        if (count > 4) {
            memmove(&things[at], &things[at + 1], (count - at - 1) * sizeof *things);
            return count - 1;
        }
        return count;
    case 2: things[at].number = rng_int(rng, 0, 99); return count;
    case 3: things[at].rect.x += (float)rng_between(rng, -9, 9); return count;
    default: {
        size_t other = (size_t)rng_int(rng, 0, (int)count - 1);
        struct thing kept = things[at];
        things[at] = things[other];
        things[other] = kept;
        return count;
    }
    }
}

static void assert_same_pixels(const struct ui *ui, const struct paint *scratch,
                               const char *where)
{
    struct paint_target a = paint_target(ui->paint);
    struct paint_target b = paint_target(scratch);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            uint32_t one = a.pixels[y * a.pitch + x] & 0xFFFFFFu;
            uint32_t other = b.pixels[y * b.pitch + x] & 0xFFFFFFu;
            if (one != other) {
                fail_msg("%s: pixel %d,%d is %06X, drawn from scratch %06X", where, x, y,
                         one, other);
            }
        }
    }
}

static struct paint *make_scratch(struct ui *ui)
{
    struct paint *scratch = paint_create(ui->text);
    assert_non_null(scratch);
    bool fresh;
    assert_true(paint_aim(
        scratch, (struct paint_target){.width = WIDTH, .height = HEIGHT}, &fresh));
    return scratch;
}

static void a_growing_line_is_joined_to_what_was_there(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock);
    struct paint *scratch = make_scratch(ui);
    const struct canvas_box whole = {0, 0, WIDTH, HEIGHT};
    struct ui_point points[20];
    for (int i = 0; i < 20; i++) { /* long strokes to and fro, across several tiles */
        points[i] = (struct ui_point){i % 2 ? 1700 : 150, (float)(60 + 40 * i)};
    }
    for (size_t count = 2; count <= 20; count++) {
        ui_begin(ui, UI_DARK);
        ui_polyline(ui, points, count, 8, 0, UI_CURVE);
        ui_end(ui);
        assert_true(internal_paint(ui));
        paint_box(scratch, ui->canvas, whole);
        assert_same_pixels(ui, scratch, "growing");
    }
    paint_destroy(scratch);
    ui_destroy(ui);
}

static void drawing_the_change_equals_drawing_all(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct clock clock;
    struct ui *ui = make(&clock);
    struct paint *scratch = make_scratch(ui);
    const struct canvas_box whole = {0, 0, WIDTH, HEIGHT};
    struct thing things[THINGS_MAX];
    size_t count = 14;
    for (size_t i = 0; i < count; i++) {
        things[i] = random_thing(&rng);
    }
    int64_t partly = 0;
    for (int frame = 0; frame < 150; frame++) {
        ui_begin(ui, frame < 75 ? UI_LIGHT : UI_DARK);
        for (size_t i = 0; i < count; i++) {
            put(ui, &things[i]);
        }
        ui_end(ui);
        partly += ui_drawn_px(ui) < WIDTH * HEIGHT;
        assert_true(internal_paint(ui));
        paint_box(scratch, ui->canvas, whole);
        char where[32];
        snprintf(where, sizeof where, "frame %d", frame);
        assert_same_pixels(ui, scratch, where);
        count = change(&rng, things, count);
    }
    assert_true(partly > 100);
    paint_destroy(scratch);
    ui_destroy(ui);
}

static uint32_t pixel(const struct ui *ui, int x, int y)
{
    struct paint_target picture = paint_target(ui->paint);
    return picture.pixels[y * picture.pitch + x] & 0xFFFFFFu;
}

/* Two short cuts of the painter: no shadow under a card, nothing under a fill. */
static void short_cuts_leave_corners_and_shadows_alone(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock);
    float unit = ui->unit_px;
    struct canvas_box tile = {CANVAS_TILE_W, CANVAS_TILE_H, 2 * CANVAS_TILE_W,
                              2 * CANVAS_TILE_H};
    struct ui_rect rect = {CANVAS_TILE_W / unit, CANVAS_TILE_H / unit,
                           CANVAS_TILE_W / unit, CANVAS_TILE_H / unit};
    ui_begin(ui, UI_LIGHT);
    ui_fill(ui, rect, 60, UI_BRAND);
    ui_end(ui);
    assert_true(internal_paint(ui));
    assert_int_equal(pixel(ui, tile.x0, tile.y0), 0xFBF7F0);
    assert_int_equal(pixel(ui, tile.x1 - 1, tile.y1 - 1), 0xFBF7F0);

    int right = tile.x1 - 60;
    rect.w -= 60 / unit; /* the card ends inside a tile */
    ui_begin(ui, UI_LIGHT);
    ui_card(ui, rect, UI_CARD);
    ui_end(ui);
    assert_true(internal_paint(ui));
    int middle = (tile.y0 + tile.y1) / 2;
    uint32_t last = 0;
    for (int far = 0; far < 12; far++) {
        uint32_t left = pixel(ui, tile.x0 - 1 - far, middle);
        assert_int_equal(left, pixel(ui, right + far, middle));
        assert_true(left >= last && left <= 0xFBF7F0); /* fading outwards */
        last = left;
    }
    assert_true(pixel(ui, tile.x0 - 1, middle) < 0xF8F4ED);
    ui_destroy(ui);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_still_frame_draws_nothing),
        cmocka_unit_test(a_changed_label_draws_no_more_than_its_tiles),
        cmocka_unit_test(a_growing_curve_draws_only_its_new_end),
        cmocka_unit_test(short_cuts_leave_corners_and_shadows_alone),
        cmocka_unit_test(a_growing_line_is_joined_to_what_was_there),
        cmocka_unit_test(drawing_the_change_equals_drawing_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
