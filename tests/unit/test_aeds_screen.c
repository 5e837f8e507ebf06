/* SPDX-License-Identifier: MIT */
/* The nearest AEDs as visitors and staff see them, and who leads there. */
#include <stdio.h>

#include "base/err.h"
#include "support/aeds_rig.h"
#include "support/plays.h"
#include "support/probe.h"
#include "support/touch.h"

/* ---- the screen -------------------------------------------------------------------- */

static const char two[] = "map = 'https://example.org/a'";

static void list_two(void)
{
    struct str rows = {0};
    add_row(&rows, "远的站", 900, 10);
    add_row(&rows, "近的馆", -20, 10);
    list_of(&rows, two);
}

static void go_home(void)
{
    stage_tap(stage, "wake");
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "home");
}

static void without_a_list_there_is_no_way_there(void **state)
{
    (void)state;
    go_home();
    assert_false(can_touch("aeds"));
    list("return { aeds = {}, map = 'https://example.org' }");
    stage_pass(stage, 0.1);
    assert_false(can_touch("aeds"));
    list_two();
    stage_pass(stage, 0.1);
    assert_true(can_touch("aeds"));
}

static void the_code_is_counted_once_a_session(void **state)
{
    (void)state;
    list_two();
    go_home();
    for (int i = 0; i < 3; i++) {
        stage_tap(stage, "aeds");
        stage_pass(stage, 0.3);
        assert_string_equal(kiosk_screen_name(k), "aeds");
        expect_shown("aeds_code");
        assert_true(ui_shows_text(k->ui, "近的馆"));
        stage_tap(stage, "home");
        stage_pass(stage, 0.2);
    }
    assert_int_equal(sums_of(&sums, COUNT_qr_shown), 1);
}

/* By a reader that is not ours. */
static void the_code_is_read_as_the_address(void **state)
{
    (void)state;
    char path[512];
    char command[512 + 64];
    char read[64] = "";
    list_two();
    go_home();
    stage_tap(stage, "aeds");
    stage_pass(stage, 0.3);
    str_format(path, sizeof path, "%s", folder_file(&folder, "aeds.png"));
    assert_true(ui_save_png(k->ui, path));
    str_format(command, sizeof command, "zbarimg --quiet --raw '%s'", path);
    FILE *reader = popen(command, "r");
    assert_non_null(reader);
    bool some = fgets(read, sizeof read, reader) != NULL;
    assert_int_equal(pclose(reader), 0);
    assert_true(some);
    assert_string_equal(read, "https://example.org/a\n");
}

/* Without an address there is no code, and nothing of it is counted. */
static void without_an_address_there_is_no_code(void **state)
{
    (void)state;
    struct str rows = {0};
    add_row(&rows, "近的馆", -20, 10);
    list_of(&rows, "");
    go_home();
    stage_tap(stage, "aeds");
    stage_pass(stage, 0.3);
    assert_false(shows("aeds_code"));
    assert_int_equal(sums_of(&sums, COUNT_qr_shown), 0);
}

/* Every row can be reached, whole, by turning pages. */
static void expect_all(const char *name)
{
    bool seen[CONF_AEDS_MAX + 1] = {false};
    const char *first = NULL;
    for (int page = 0; page < 60; page++) { /* more than there are */
        for (size_t i = 0; i < k->aeds->count; i++) {
            seen[i] = seen[i] || ui_shows_text(k->ui, k->aeds->items[i].name.in[0]);
        }
        seen[CONF_AEDS_MAX] = seen[CONF_AEDS_MAX] || shows("aeds_code");
        if (ui_overflows(k->ui, &first) > 0) {
            fail_msg("%s: \"%s\" has no room", name, first);
        }
        assert_int_equal(touch_faults(k->ui, name), 0);
        ui_inject_key(k->ui, "pagedown");
        stage_pass(stage, 0.03);
    }
    for (size_t i = 0; i < k->aeds->count; i++) {
        if (!seen[i]) {
            fail_msg("%s: row %zu is nowhere", name, i);
        }
    }
    assert_true(seen[CONF_AEDS_MAX]);
}

static void every_row_can_be_reached_at_every_size(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const int sizes[][2] = {{960, 540}, {540, 960}};
    for (int size = 0; size < 2; size++) {
        another_size(sizes[size][0], sizes[size][1]);
        draw_list(&rng);
        str_copy(
            k->aeds->map, sizeof k->aeds->map,
            "https://example.org/a/long/address/of/a/map?with=a&query=of&some=words");
        go_home();
        kiosk_go(k, SCREEN_aeds);
        for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
            char name[64];
            stage_pass(stage, 0.2);
            str_format(name, sizeof name, "aeds %dx%d step %d", sizes[size][0],
                       sizes[size][1], step);
            expect_all(name);
            kiosk_next_text_step(k);
            kiosk_go(k, SCREEN_aeds);
        }
    }
}

/* A name of a place is not a word that a line could hold. */
static void a_name_without_a_blank_stands_there_whole(void **state)
{
    (void)state;
    struct str rows = {0};
    char name[91];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    str_add(&rows,
            "{ name = '%s', place = '%s', opens = '%s', hours = 'always', east_m = 9, "
            "north_m = 9 },",
            name, name, name);
    struct str beside = {0};
    str_add(
        &beside,
        "map = 'https://a.b', lines = { { name = '%s', kind = 'road', points = { { -50, "
        "9 }, { 50, 9 } } } }",
        name);
    list_of(&rows, beside.text);
    str_free(&beside);
    go_home();
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        kiosk_go(k, SCREEN_aeds);
        stage_pass(stage, 0.2);
        char at[48];
        str_format(at, sizeof at, "a name without a blank, step %d", step);
        expect_all(at);
        kiosk_next_text_step(k);
    }
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_aeds);
    stage_pass(stage, 0.2);
    assert_int_equal(ui_overflows(k->ui, NULL), 0);
}

/* ---- from a lesson, and for staff -------------------------------------------------- */

static void the_end_of_a_lesson_with_an_aed_leads_there(void **state)
{
    (void)state;
    for (int round = 0; round < 2; round++) {
        struct probe probe;
        probe_begin(&probe);
        probe_write(&probe, "return { api = 1, id = 'probe', minutes = 1,\n"
                            "run = function() aed.shock() end }");
        if (round > 0) {
            list_two();
        }
        kiosk_choice(k);
        k->lesson_aed = false;
        k->lesson = lesson_open(probe.folder, "zh-CN", 7);
        str_copy(k->lesson_id, sizeof k->lesson_id, "probe");
        kiosk_go(k, SCREEN_lesson);
        stage_pass(stage, 0.1);
        struct plays plays = plays_of(lesson_card(k->lesson));
        for (int i = 0; i < plays.count; i++) {
            assert_false(can_touch("aeds"));
            stage_tap(stage, plays.ids[i]);
            stage_pass(stage, 2);
        }
        stage_tap(stage, "next");
        stage_pass(stage, 0.3);
        assert_int_equal(lesson_state(k->lesson), LESSON_DONE);
        assert_true(can_touch("aeds") == (round > 0));
        if (round > 0) {
            stage_tap(stage, "aeds");
            stage_pass(stage, 0.2);
            assert_string_equal(kiosk_screen_name(k), "aeds");
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
}

static void staff_see_each_mistake_with_its_line(void **state)
{
    (void)state;
    k->counter.staff = true;
    k->data_folder = folder.path;
    kiosk_go(k, SCREEN_staff_aeds);
    stage_pass(stage, 0.2);
    expect_shown("staff_aeds_none");
    list("return { aeds = {\n"
         "{ name = '馆', place = '厅', opens = '拉', hours = '随时', east_m = 1, north_m "
         "= 2 },\n"
         "{ name = '馆', place = '厅', opens = '拉', hours = 'always', east_m = 1, "
         "north_m = 2 },\n"
         "} }\n");
    kiosk_go(k, SCREEN_staff_aeds);
    stage_pass(stage, 0.2);
    bool line = false;
    bool row = false;
    for (int page = 0; page < 8; page++) {
        line = line || ui_shows_text(k->ui, "aeds.lua:2");
        row = row || ui_shows_text(k->ui, "1  馆");
        ui_inject_key(k->ui, "pagedown");
        stage_pass(stage, 0.1);
    }
    assert_true(line && row);
    assert_false(shows("staff_aeds_none"));
}

/* A list of flaws that other files have filled. */
static void staff_see_that_mistakes_had_no_room(void **state)
{
    (void)state;
    k->counter.staff = true;
    k->flaws = (struct flaws){0};
    for (int i = 0; i < FLAWS_MAX; i++) {
        err_set("a%d.lua: wrong", i);
        flaws_add(&k->flaws, "lesson", FLAW_WITHOUT);
    }
    list("return { aeds = { { name = 5 } } }");
    kiosk_set_lang(k, "en");
    kiosk_go(k, SCREEN_staff_aeds);
    stage_pass(stage, 0.2);
    assert_true(ui_shows_text(k->ui, "1 mistake"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_a_list_there_is_no_way_there),
        TEST(the_code_is_counted_once_a_session),
        TEST(the_code_is_read_as_the_address),
        TEST(without_an_address_there_is_no_code),
        TEST(every_row_can_be_reached_at_every_size),
        TEST(a_name_without_a_blank_stands_there_whole),
        TEST(the_end_of_a_lesson_with_an_aed_leads_there),
        TEST(staff_see_each_mistake_with_its_line),
        TEST(staff_see_that_mistakes_had_no_room),
    };
    return cmocka_run_group_tests_name("aeds screen", tests, NULL, NULL);
}
