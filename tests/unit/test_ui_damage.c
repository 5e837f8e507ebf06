/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include <cairo.h>

#include "support/tap.h"
#include "ui/internal.h"
#include "ui/round.h"

enum { WIDTH = 640, HEIGHT = 360 };

static struct ui *make_of(struct clock *clock, int width, int height)
{
    clock_init_moved(clock, 0);
    struct ui *ui = ui_create(&(struct ui_config){
        .mode = UI_HEADLESS, .width_px = width, .height_px = height, .clock = clock});
    assert_non_null(ui);
    return ui;
}

static struct ui *make(struct clock *clock)
{
    return make_of(clock, WIDTH, HEIGHT);
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

enum { THINGS_MAX = 24, KINDS = 13, SPOTS = 24 };

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

/* Whatever is shown, its pixels stay where they are, as ui_image() asks. */
static void put_image(struct ui *ui, struct ui_rect rect, float radius, int number)
{
    static uint32_t spots[2][SPOTS] = {
        {0xC03020, 0x20C030, 0x3020C0, 0xF0F0F0, 0x101010, 0xC0C020, 0x20C0C0, 0xC020C0},
        {0x10F020, 0x808080, 0xF01020, 0x000000, 0xFFFFFF, 0x2040F0, 0xF0A000, 0x00A0F0}};
    static const struct ui_pixels images[2] = {{spots[0], 6, 4, 6}, {spots[1], 4, 6, 4}};
    ui_image(ui, rect, radius, &images[number % 2], (uint32_t)(number % 2) + 1);
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
    case 11: put_image(ui, t->rect, (float)(t->number % 40), t->number); break;
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
    for (int y = 0; y < a.height; y++) {
        for (int x = 0; x < a.width; x++) {
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
        scratch, (struct paint_target){.width = ui->width_px, .height = ui->height_px},
        &fresh));
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

/* ---- round corners ------------------------------------------------------------ */

static void put_round(struct ui *ui, int kind, struct ui_rect rect, float radius)
{
    switch (kind) {
    case 0: ui_fill(ui, rect, radius, UI_BRAND); break;
    case 1: ui_gradient(ui, rect, radius, UI_BRAND, UI_CARD); break;
    case 2: put_image(ui, rect, radius, 1); break;
    default: ui_scene(ui, rect, radius, &(struct scene_view){.name = "collapse"}); break;
    }
}

/* A frame of one thing, drawn from scratch; a copy of its WIDTH x HEIGHT pixels. */
static void draw_round(struct ui *ui, int kind, struct ui_rect rect, float radius,
                       uint32_t *out)
{
    struct paint *scratch = make_scratch(ui);
    ui_begin(ui, UI_LIGHT);
    put_round(ui, kind, rect, radius);
    ui_end(ui);
    paint_box(scratch, ui->canvas, (struct canvas_box){0, 0, WIDTH, HEIGHT});
    struct paint_target drawn = paint_target(scratch);
    for (size_t y = 0; y < HEIGHT; y++) {
        memcpy(out + y * WIDTH, drawn.pixels + y * (size_t)drawn.pitch,
               WIDTH * sizeof *out);
    }
    paint_destroy(scratch);
}

/* How far a pixel is from `ground` with `cover` of 255 parts of `ink` over it, in the
 * channel that is farthest off. */
static int off_mix(uint32_t got, uint32_t ground, uint32_t ink, int cover)
{
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int from = (int)(ground >> shift & 255);
        int to = (int)(ink >> shift & 255);
        int wanted = (from * (255 - cover) + to * cover + 127) / 255;
        int off = abs((int)(got >> shift & 255) - wanted);
        most = off > most ? off : most;
    }
    return most;
}

/* Pieces and tiles must not show: the shape is as one path over all of it has it. */
static void a_round_shape_is_that_of_one_path(void **state)
{
    (void)state;

    /* Of 255: Cairo moves an edge by some 1/256 of a pixel where it cuts a path, and
     * samples that of a picture otherwise than that of a colour. */
    enum { ROUNDS = 40, PIXELS = WIDTH * HEIGHT, SLACK = 10 };

    static uint32_t round[PIXELS];
    static uint32_t square[PIXELS];
    static uint32_t ground[PIXELS];
    struct rng rng = rng_begin();
    struct clock clock;
    struct ui *ui = make(&clock);
    draw_round(ui, 0, (struct ui_rect){0}, 0, ground);
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(mask);
    for (int i = 0; i < ROUNDS; i++) {
        struct ui_rect rect = {
            (float)rng_between(&rng, -60, 1500), (float)rng_between(&rng, -60, 900),
            (float)rng_between(&rng, 8, 900), (float)rng_between(&rng, 8, 600)};
        float radius = (float)rng_between(&rng, 2, i % 8 == 7 ? 400 : 70);
        struct canvas_command c = internal_command(ui, CANVAS_FILL, rect, radius, 0);
        draw_round(ui, i % 4, rect, radius, round);
        draw_round(ui, i % 4, rect, 0, square);
        cairo_set_operator(cairo, CAIRO_OPERATOR_CLEAR);
        cairo_paint(cairo);
        cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
        round_path(cairo, &c, 0);
        cairo_fill(cairo);
        cairo_surface_flush(mask);
        const unsigned char *cover = cairo_image_surface_get_data(mask);
        int pitch = cairo_image_surface_get_stride(mask);
        for (int at = 0; at < PIXELS; at++) {
            int parts = cover[at / WIDTH * pitch + at % WIDTH];
            if (off_mix(round[at], ground[at], square[at], parts) > SLACK) {
                fail_msg("kind %d of %d,%d to %d,%d, radius %.1f: pixel %d,%d is %06X "
                         "over %06X, %d parts of %06X",
                         i % 4, c.box.x0, c.box.y0, c.box.x1, c.box.y1, (double)c.radius,
                         at % WIDTH, at / WIDTH, round[at], ground[at], parts,
                         square[at]);
            }
        }
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(mask);
    ui_destroy(ui);
}

/* ---- a huge screen ------------------------------------------------------------ */

/* It has more tiles than there is room for boxes: a box is of some of them. */
static void a_huge_screen_is_damaged_in_larger_cells(void **state)
{
    (void)state;

    enum { HUGE_W = 7680, HUGE_H = 4320 };
    struct rng rng = rng_begin();
    struct canvas *canvas = canvas_create(HUGE_W, HUGE_H);
    assert_non_null(canvas);
    struct canvas_box boxes[CANVAS_DAMAGE_MAX];
    canvas_begin(canvas);
    assert_int_equal(canvas_end(canvas), (int64_t)HUGE_W * HUGE_H);
    assert_in_range(canvas_damage(canvas, boxes), 1, CANVAS_DAMAGE_MAX);
    struct canvas_box last = {0};
    for (int i = 0; i < 200; i++) {
        int x = rng_int(&rng, 0, HUGE_W - 1);
        int y = rng_int(&rng, 0, HUGE_H - 1);
        struct canvas_command c = {.kind = CANVAS_FILL,
                                   .color = (uint32_t)i,
                                   .box = {x, y, x + rng_int(&rng, 1, HUGE_W - x),
                                           y + rng_int(&rng, 1, HUGE_H - y)}};
        canvas_clear_damage(canvas);
        canvas_begin(canvas);
        canvas_add(canvas, &c, NULL, 0);
        int64_t damaged = canvas_end(canvas);
        size_t count = canvas_damage(canvas, boxes);
        int64_t sum = 0;
        int64_t of_new = 0;
        int64_t of_last = 0;
        for (size_t j = 0; j < count; j++) {
            assert_true(boxes[j].x0 >= 0 && boxes[j].x1 <= HUGE_W);
            assert_true(boxes[j].y0 >= 0 && boxes[j].y1 <= HUGE_H);
            sum += canvas_box_area(boxes[j]);
            of_new += canvas_box_area(canvas_box_common(boxes[j], c.box));
            of_last += canvas_box_area(canvas_box_common(boxes[j], last));
            for (size_t k = 0; k < j; k++) {
                assert_true(canvas_box_empty(canvas_box_common(boxes[j], boxes[k])));
            }
        }
        assert_int_equal(sum, damaged);
        assert_int_equal(of_new, canvas_box_area(c.box));
        assert_int_equal(of_last, canvas_box_area(last));
        last = c.box;
    }
    canvas_destroy(canvas);
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
        cmocka_unit_test(a_round_shape_is_that_of_one_path),
        cmocka_unit_test(a_huge_screen_is_damaged_in_larger_cells),
        cmocka_unit_test(drawing_the_change_equals_drawing_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
