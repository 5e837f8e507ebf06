/* SPDX-License-Identifier: MIT */
/* What is heard: marked where it stands, else shown where nothing is hidden for it. */
#include <string.h>

#include "base/str.h"
#include "support/tap.h"
#include "ui/access.h"
#include "ui/internal.h"

static struct ui *make(struct clock *clock, int width, int height)
{
    clock_init_moved(clock, 0);
    struct ui *ui = ui_create(&(struct ui_config){
        .mode = UI_HEADLESS, .width_px = width, .height_px = height, .clock = clock});
    assert_non_null(ui);
    return ui;
}

/* Index of the command that sets these words; the test fails where there is none. */
static size_t find_text(const struct ui *ui, const char *words)
{
    const struct canvas_command *c;
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)); i++) {
        if (c->kind == CANVAS_TEXT && str_equal(canvas_payload(c), words)) {
            return i;
        }
    }
    fail_msg("nothing says \"%s\"", words);
    return 0;
}

/* The caption's ground is the command before its words. */
static struct canvas_box caption_box(const struct ui *ui, const char *words)
{
    return canvas_command(ui->canvas, find_text(ui, words) - 1)->box;
}

/* Things to read, to see and to touch anywhere: the caption is on none of them, and where
 * it has no room there is none. */
static void a_caption_lies_on_nothing(void **state)
{
    (void)state;
    static const char line[] = "Press a little slower, with the beat";
    int shown = 0;
    struct rng rng = rng_begin();
    for (int i = 0; i < 200; i++) {
        struct clock clock;
        bool upright = i % 2;
        struct ui *ui = make(&clock, upright ? 1080 : 1920, upright ? 1920 : 1080);
        ui_set_text_scale(ui, i % 4 < 2 ? 1 : 2);
        ui_begin(ui, UI_LIGHT);
        ui_set_spoken(ui, line);
        struct ui_rect things[12];
        int count = rng_int(&rng, 0, 12);
        for (int n = 0; n < count; n++) {
            float w = (float)rng_between(&rng, 80, (double)ui_width(ui) * 0.6);
            float h = (float)rng_between(&rng, 80, (double)ui_height(ui) * 0.4);
            things[n] = (struct ui_rect){
                (float)rng_between(&rng, 0, (double)(ui_width(ui) - w)),
                (float)rng_between(&rng, 0, (double)(ui_height(ui) - h)), w, h};
            if (n % 3 == 0) {
                ui_scene(ui, things[n], 0, &(struct scene_view){.name = "press"});
            } else if (n % 3 == 1) {
                ui_touch(ui, "thing", things[n], "thing");
            } else {
                struct ui_size size = ui_text(ui, things[n], UI_SMALL, UI_TEXT, UI_LEFT,
                                              "words that stand there");
                things[n].w = size.w;
                things[n].h = size.h;
            }
        }
        bool has_room = ui_caption(ui, line);
        ui_end(ui);
        assert_int_equal(ui_shows_text(ui, line), has_room);
        shown += has_room;
        for (int n = 0; has_room && n < count; n++) {
            struct canvas_box box = caption_box(ui, line);
            struct canvas_box thing = {(int)(things[n].x * ui->unit_px),
                                       (int)(things[n].y * ui->unit_px),
                                       (int)((things[n].x + things[n].w) * ui->unit_px),
                                       (int)((things[n].y + things[n].h) * ui->unit_px)};
            assert_true(canvas_box_empty(canvas_box_common(box, thing)));
        }
        ui_destroy(ui);
    }
    printf("# %d of 200 had room\n", shown);
    assert_in_range(shown, 100, 199);
}

static bool is_marked(struct ui *ui, const char *text, const char *heard)
{
    ui_begin(ui, UI_LIGHT);
    ui_set_spoken(ui, heard);
    ui_text(ui, (struct ui_rect){100, 100, 900, 600}, UI_BODY, UI_TEXT, UI_LEFT, text);
    bool stands = ui_spoken_stands(ui);
    bool shown = ui_caption(ui, heard);
    ui_end(ui);
    assert_true(shown);
    assert_int_equal(ui_shows_text(ui, heard), strstr(text, heard) != NULL || !stands);
    return stands;
}

static void a_line_is_marked_where_it_stands(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock, 1920, 1080);
    assert_true(is_marked(ui, "one line", "one line"));
    assert_true(is_marked(ui, "broken\nfor the eye", "broken for the eye"));
    assert_true(is_marked(ui, "first\nsecond\nthird", "second"));
    assert_true(is_marked(ui, "first\nsecond\nthird", "third"));
    assert_false(is_marked(ui, "first\nsecond\nthird", "secon"));
    assert_false(is_marked(ui, "first\nsecond\nthird", "first second"));
    assert_false(is_marked(ui, "a word", "a word more"));
    ui_destroy(ui);
}

/* A number in a ring is said in a sentence: no caption is wanted then. */
static void what_is_said_otherwise_is_marked_too(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock, 1920, 1080);
    ui_begin(ui, UI_LIGHT);
    ui_set_spoken(ui, "88 points of 100");
    ui_says(ui, (struct ui_rect){100, 100, 200, 200}, UI_TEXT, "20 points of 100");
    assert_false(ui_spoken_stands(ui));
    ui_says(ui, (struct ui_rect){100, 100, 200, 200}, UI_TEXT, "88 points of 100");
    assert_true(ui_spoken_stands(ui));
    assert_true(ui_caption(ui, "88 points of 100"));
    ui_end(ui);
    assert_false(ui_shows_text(ui, "88 points of 100"));
    ui_destroy(ui);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_caption_lies_on_nothing),
        cmocka_unit_test(a_line_is_marked_where_it_stands),
        cmocka_unit_test(what_is_said_otherwise_is_marked_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
