/* SPDX-License-Identifier: MIT */
/* The next courses: the way there, what stands there, its code, and what is counted. */
#include <stdio.h>
#include <time.h>

#include "base/file.h"
#include "screens/courses_words.h"
#include "support/folder.h"
#include "support/on_stage.h"
#include "support/sums.h"

static struct folder folder;
static struct sums sums;

static const char two[] =
    "return {\n"
    "{ title = { ['zh-CN'] = '救护员培训', en = 'First-aider course' },\n"
    "  date = '2026-12-05', time = '9:00-16:30', place = '红十字会二楼',\n"
    "  phone = '0573-84020120', seats = 24 },\n"
    "{ title = '半天课', date = '2026-12-12', time = '13:30', place = '礼堂', seats = 0 "
    "},\n"
    "}\n";

/* 2026-12-05 0:00 of UTC. */
static const int64_t fifth_s = 1796428800;

static void list(const char *text)
{
    const char *path = folder_file(&folder, "courses.lua");
    assert_true(file_write(path, text, strlen(text)));
    if (stage->paths.replaced_count == 1) { /* the stage's lessons alone */
        assert_true(paths_replace(&stage->paths, "scripts/" COURSES_FILE, path));
    }
    kiosk_read_courses(k);
}

static void set_time(int64_t wall_s)
{
    stage_set_time(stage, wall_s);
}

static int set_up(void **state)
{
    setenv("TZ", "UTC0", 1);
    tzset();
    open_stage(state);
    folder = folder_make();
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    set_time(fifth_s - 86400);
    return 0;
}

static int tear_down(void **state)
{
    close_stage(state);
    folder_remove(&folder);
    return 0;
}

static void go_home(void)
{
    stage_tap(stage, "wake");
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "home");
}

static void without_a_course_to_come_there_is_no_way_there(void **state)
{
    (void)state;
    go_home();
    assert_false(can_touch("courses"));
    list(two);
    stage_pass(stage, 0.1);
    stage_tap(stage, "courses");
    assert_string_equal(kiosk_screen_name(k), "courses");
    stage_tap(stage, "home");
    assert_string_equal(kiosk_screen_name(k), "home");
    set_time(fifth_s + 8 * 86400);
    stage_pass(stage, 0.1);
    assert_false(can_touch("courses"));
    set_time(3600); /* the 1970 of an empty battery: nobody knows */
    stage_pass(stage, 0.1);
    assert_false(can_touch("courses"));
}

static void what_has_begun_is_not_shown(void **state)
{
    (void)state;
    list(two);
    assert_int_equal(kiosk_courses(k), 2);
    set_time(fifth_s + 9 * 3600 - 60);
    assert_int_equal(kiosk_courses(k), 2);
    set_time(fifth_s + 9 * 3600);
    assert_int_equal(kiosk_courses(k), 1);
    kiosk_go(k, SCREEN_courses);
    stage_pass(stage, 0.2);
    assert_true(ui_shows_text(k->ui, "半天课"));
    assert_true(ui_shows_text(k->ui, "12 月 12 日（周六）13:30"));
    assert_true(ui_shows_text(k->ui, "名额已满"));
    assert_false(ui_shows_text(k->ui, "救护员培训"));
    set_time(fifth_s + 8 * 86400); /* while somebody looks at it */
    stage_pass(stage, 0.2);
    expect_shown("courses_none");
    assert_null(kiosk_course(k, 0));
}

/* As two telephones would: the code carries all of it, as UTF-8. */
static void the_code_says_what_stands_beside_it(void **state)
{
    (void)state;
    char path[512];
    char command[640];
    char read[1024];
    const char *chinese = "救护员培训\n12 月 5 日（周六） 9:00-16:30\n红十字会二楼\n"
                          "0573-84020120\n";
    const char *english = "First-aider course\nSaturday 5 December 9:00-16:30\n"
                          "红十字会二楼\n0573-84020120\n";
    list(two);
    kiosk_choice(k);
    kiosk_go(k, SCREEN_courses);
    for (int lang = 0; lang < 2; lang++) {
        kiosk_set_lang(k, lang ? "en" : "zh-CN");
        stage_pass(stage, 0.3);
        str_copy(path, sizeof path, folder_file(&folder, "courses.png"));
        assert_true(ui_save_png(k->ui, path));
        str_format(command, sizeof command, "zbarimg --quiet --raw '%s'", path);
        FILE *reader = popen(command, "r");
        assert_non_null(reader);
        size_t length = fread(read, 1, sizeof read - 1, reader);
        assert_int_equal(pclose(reader), 0);
        read[length] = '\0';
        if (!strstr(read, lang ? english : chinese)) {
            fail_msg("the code says \"%s\"", read);
        }
    }
}

static void a_course_is_counted_once_a_visit(void **state)
{
    (void)state;
    list(two);
    for (int visit = 1; visit <= 2; visit++) {
        go_home();
        for (int i = 0; i < 3; i++) {
            stage_tap(stage, "courses");
            stage_pass(stage, 0.3);
            stage_tap(stage, "home");
            stage_pass(stage, 0.2);
        }
        assert_int_equal(sums_of(&sums, COUNT_course_shown), visit);
        assert_int_equal(sums_of(&sums, COUNT_qr_shown), visit);
        kiosk_end_session(k);
        stage_pass(stage, 0.2);
    }
}

/* The longest that a row may be: its code is still one that a telephone reads. */
static void the_longest_course_fits_its_code(void **state)
{
    (void)state;
    char line[COURSES_LINE_MAX];
    struct str text = {0};
    str_add(&text, "return { { title = '");
    for (int i = 0; i < 30; i++) {
        str_add(&text, "救");
    }
    str_add(&text, "', date = '2026-12-05', time = '09:00-16:30', place = '");
    for (int i = 0; i < 40; i++) {
        str_add(&text, "路");
    }
    str_add(&text, "', phone = '0573-84020120,0573-84020121 ext 12345678' } }");
    list(text.text);
    str_free(&text);
    assert_int_equal(kiosk_courses(k), 1);
    courses_words_line(k, kiosk_course(k, 0), line);
    assert_true(strlen(line) <= 300);
    assert_true(strstr(line, "ext 12345678")); /* nothing was cut */
}

static void staff_see_what_is_read_and_what_is_wrong(void **state)
{
    (void)state;
    k->counter.staff = true;
    list("return {\n"
         "{ title = '甲', date = '2026-12-09', time = '9:00', place = '厅' },\n"
         "{ title = '乙', date = '2026-13-09', time = '9:00', place = '厅' },\n"
         "{ title = '丙', date = '2026-11-09', time = '9:00', place = '厅' },\n"
         "}\n");
    kiosk_go(k, SCREEN_staff_courses);
    stage_pass(stage, 0.2);
    bool row = false;
    bool line = false;
    bool sum = false;
    for (int page = 0; page < 8; page++) {
        row = row || ui_shows_text(k->ui, "12 月 9 日（周三）9:00  甲");
        line = line || ui_shows_text(k->ui, "courses.lua:3");
        sum =
            sum || ui_shows_text(k->ui, "还没开的有 1 场；已经开了、不再显示的有 1 场。");
        ui_inject_key(k->ui, "pagedown");
        stage_pass(stage, 0.1);
    }
    assert_true(row && line && sum);
    list("return {}");
    kiosk_go(k, SCREEN_staff_courses);
    stage_pass(stage, 0.2);
    expect_shown("staff_courses_none");
}

/* The example that staff copy says what it is meant to say. */
static void the_example_is_sound(void **state)
{
    (void)state;
    k->courses =
        conf_courses_load("scripts/starter/courses.lua", k->languages, &k->flaws);
    assert_non_null(k->courses);
    assert_int_equal(k->courses->count, 2);
    assert_int_equal(k->flaws.count, 0);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_a_course_to_come_there_is_no_way_there),
        TEST(what_has_begun_is_not_shown),
        TEST(the_code_says_what_stands_beside_it),
        TEST(a_course_is_counted_once_a_visit),
        TEST(the_longest_course_fits_its_code),
        TEST(staff_see_what_is_read_and_what_is_wrong),
        TEST(the_example_is_sound),
    };
    return cmocka_run_group_tests_name("courses screen", tests, NULL, NULL);
}
