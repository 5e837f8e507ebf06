/* SPDX-License-Identifier: MIT */
/* The nearest AEDs as visitors and staff see them: of the map no two things meet. */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "base/err.h"
#include "base/file.h"
#include "screens/aeds_lines.h"
#include "screens/aeds_map.h"
#include "screens/aeds_words.h"
#include "support/folder.h"
#include "support/on_stage.h"
#include "support/plays.h"
#include "support/probe.h"
#include "support/sums.h"
#include "support/touch.h"

static struct folder folder;
static struct sums sums;

static void list(const char *text)
{
    assert_true(file_write(folder_file(&folder, "aeds.lua"), text, strlen(text)));
    k->data_folder = folder.path;
    kiosk_read_aeds(k);
}

static int set_up(void **state)
{
    open_stage(state);
    folder = folder_make();
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

static int tear_down(void **state)
{
    close_stage(state);
    folder_remove(&folder);
    return 0;
}

static int another_size(int width, int height)
{
    stage_close(stage);
    stage = stage_open(width, height, "zh-CN");
    k = &stage->kiosk;
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

static void add_row(struct str *text, const char *name, double east_m, double north_m)
{
    str_add(
        text,
        "{ name = '%s', place = '二楼', opens = '拉开柜门', hours = '1-5 8:30-17:00', "
        "east_m = %.1f, north_m = %.1f },\n",
        name, east_m, north_m);
}

static void list_of(struct str *rows, const char *beside)
{
    struct str text = {0};
    str_add(&text, "return { aeds = {\n%s}, %s }\n", rows->text ? rows->text : "",
            beside);
    list(text.text);
    str_free(&text);
    str_free(rows);
}

/* ---- the map ----------------------------------------------------------------------- */

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

/* From twelve on one spot to some a hundred times as far as others; long names too. */
static void draw_list(struct rng *rng)
{
    struct str rows = {0};
    struct str lines = {0};
    int count = rng_int(rng, 1, 20);
    double spread = pow(10, rng_between(rng, 0, 4));
    double east = rng_between(rng, -spread, spread);
    for (int i = 0; i < count; i++) {
        char name[200] = "";
        for (int part = rng_int(rng, 1, 7); part > 0; part--) {
            str_format(name + strlen(name), sizeof name - strlen(name), "镇%d", part);
        }
        bool same = rng_int(rng, 0, 3) == 0;
        str_format(name + strlen(name), sizeof name - strlen(name), "号%d", i);
        add_row(&rows, name, same ? east : rng_between(rng, -spread, spread),
                same ? 0 : rng_between(rng, -spread, spread));
    }
    str_add(&lines, "lines = {");
    for (int i = rng_int(rng, 0, 6); i > 0; i--) {
        str_add(&lines,
                "{ name = '第%d路', kind = 'road', points = { { %.0f, %.0f }, { %.0f, "
                "%.0f } } "
                "},",
                i, rng_between(rng, -spread, spread), rng_between(rng, -spread, spread),
                rng_between(rng, -spread, spread), rng_between(rng, -spread, spread));
    }
    str_add(&lines, "}");
    list_of(&rows, lines.text);
    str_free(&lines);
    assert_true(kiosk_has_aeds(k));
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

/* ---- words ------------------------------------------------------------------------- */

static void the_way_is_in_words(void **state)
{
    (void)state;
    char words[AEDS_WORDS_MAX];
    struct conf_aed aed = {.east_m = 170, .north_m = 170, .away_m = hypot(170, 170)};
    kiosk_set_lang(k, "en");
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "240 m to the north-east, about 4 minutes on foot");
    aed = (struct conf_aed){.east_m = -1550, .north_m = -3, .away_m = 1550};
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "1.6 km to the west, about 26 minutes on foot");
    aed = (struct conf_aed){.east_m = 0, .north_m = -22, .away_m = 22};
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "20 m to the south, about 1 minute on foot");
    aed = (struct conf_aed){.north_m = 2, .away_m = 2};
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "Right here");
}

#define DAYS   "Monday to Friday 8:30 to 17:00; Saturday 9:00 to 12:00"
#define NIGHT  "Friday 20:00 to 2:00 the next day"
#define NIGHTS "周五 20:00 到次日 2:00"

/* Local time of the hall, whatever that of the machine is. */
static void hours_are_of_the_hall_s_own_clock(void **state)
{
    (void)state;

    static const struct {
        const char *zone;
        int64_t wall_s;
        const char *hours[2]; /* NULL: it has one row */
        const char *lang, *words;
        bool open;
    } rows[] = {
        /* 2026-11-30, a Monday, at 9:00, at 8:29 and at 17:00 */
        {"UTC0",
         1796029200,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Open now: " DAYS,
         1},
        {"UTC0",
         1796027340,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        {"UTC0",
         1796058000,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        /* ... the same Monday in China, whose 9:00 is 1:00 of UTC */
        {"CST-8",
         1796000400,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Open now: " DAYS,
         1},
        {"UTC0",
         1796000400,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        /* Sunday at 9:00 */
        {"UTC0",
         1795942800,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        /* Friday at 23:00, Saturday at 1:59 and at 2:00, Friday at 1:00 */
        {"UTC0", 1795820400, {"5 20:00-2:00"}, "en", "Open now: " NIGHT, 1},
        {"UTC0", 1795831140, {"5 20:00-2:00"}, "en", "Open now: " NIGHT, 1},
        {"UTC0", 1795831200, {"5 20:00-2:00"}, "en", "Closed now: " NIGHT, 0},
        {"UTC0", 1795741200, {"5 20:00-2:00"}, "en", "Closed now: " NIGHT, 0},
        {"UTC0", 1795820400, {"5 20:00-2:00"}, "zh-CN", "现在开放：" NIGHTS, 1},
        /* 31 December 2025 and the 1970 of an empty battery: nothing is said of now */
        {"UTC0", 1767178800, {"1-5 8:30-17:00", "6 9:00-12:00"}, "en", "Open " DAYS, 0},
        {"UTC0", 360000, {"5 20:00-2:00"}, "zh-CN", "开放时间：" NIGHTS, 0},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[AEDS_WORDS_MAX];
        struct conf_aed aed = {0};
        for (size_t hours = 0; hours < 2 && rows[i].hours[hours]; hours++) {
            assert_true(opening_add(&aed.opening, rows[i].hours[hours]));
        }
        assert_int_equal(setenv("TZ", rows[i].zone, 1), 0);
        tzset();
        kiosk_set_lang(k, rows[i].lang);
        stage->clock.start_wall_s = rows[i].wall_s - stage->clock.moved_us / 1000000;
        aeds_words_hours(k, &aed, words);
        assert_string_equal(words, rows[i].words);
        assert_int_equal(aeds_words_open(k, &aed), rows[i].open);
    }
    assert_int_equal(unsetenv("TZ"), 0);
    tzset();
}

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

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(of_a_map_no_two_things_meet),
        TEST(all_on_one_spot_and_one_far_off_have_their_pins),
        TEST(lines_end_at_the_edge),
        TEST(the_way_is_in_words),
        TEST(hours_are_of_the_hall_s_own_clock),
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
    return cmocka_run_group_tests(tests, NULL, NULL);
}
