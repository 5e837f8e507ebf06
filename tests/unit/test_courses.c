/* SPDX-License-Identifier: MIT */
/* The county's courses: in their order, what has begun is gone, a bad row is named. */
#include <string.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/courses.h"
#include "support/folder.h"
#include "support/tap.h"

static const struct conf_languages languages = {
    .count = 2,
    .items = {{.code = "zh-CN", .name = "中文"}, {.code = "en", .name = "English"}}};

static struct flaws flaws;

/* Freed by the caller; the flaws are those of this file. */
static struct conf_courses *load(const char *text)
{
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "courses.lua");
    assert_true(file_write(path, text, strlen(text)));
    flaws = (struct flaws){0};
    struct conf_courses *courses = conf_courses_load(path, &languages, &flaws);
    folder_remove(&folder);
    return courses;
}

static void a_row_is_read(void **state)
{
    (void)state;
    struct conf_courses *courses =
        load("return {\n"
             " { title = { ['zh-CN'] = '救护员培训', en = 'First-aider course' },\n"
             "   date = '2026-12-05', time = '9:00-16:30', place = '二楼',\n"
             "   phone = '0573-84020120 转 12', seats = 24 },\n"
             " { title = '讲座', date = '2026-12-01', time = '14:00', place = '一楼' },\n"
             "}");
    assert_non_null(courses);
    assert_int_equal(flaws.count, 0);
    assert_int_equal(courses->count, 2);
    const struct conf_course *first = &courses->items[0];
    assert_string_equal(first->title.in[1], "讲座");
    assert_int_equal(first->day, 20261201);
    assert_int_equal(first->begins_min, 14 * 60);
    assert_string_equal(first->time, "14:00");
    assert_string_equal(first->phone, "");
    assert_true(first->seats < 0);
    const struct conf_course *second = &courses->items[1];
    assert_string_equal(second->title.in[0], "救护员培训");
    assert_string_equal(second->title.in[1], "First-aider course");
    assert_string_equal(second->place.in[1], "二楼");
    assert_string_equal(second->phone, "0573-84020120 转 12");
    assert_int_equal(second->seats, 24);
    conf_courses_free(courses);
}

static void no_file_is_no_mistake(void **state)
{
    (void)state;
    flaws = (struct flaws){0};
    assert_null(conf_courses_load("/nowhere/courses.lua", &languages, &flaws));
    struct conf_courses *courses = load("return {}");
    assert_non_null(courses);
    assert_int_equal(courses->count, 0);
    assert_int_equal(conf_courses_next(courses, 20261205, 0), 0);
    assert_int_equal(flaws.count, 0);
    conf_courses_free(courses);
    conf_courses_free(NULL);
    assert_null(load("return { { title = "));
    assert_int_equal(flaws.count, 1);
}

/* A good row before and behind each bad one stays. */
static void a_bad_row_is_named_by_its_line_and_left_out(void **state)
{
    (void)state;

    static const struct {
        const char *row, *kind, *shown;
    } rows[] = {
        {"{ title = 'b', date = 2026-12-05, time = '9:00', place = 'p' }", "field_text",
         "[2].date is 2009"},
        {"{ title = 'b', date = '2026-2-5', time = '9:00', place = 'p' }", "course_date",
         "\"2026-2-5\""},
        {"{ title = 'b', date = '2026-02-30', time = '9:00', place = 'p' }",
         "course_date", "\"2026-02-30\""},
        {"{ title = 'b', date = '2026-12-05', time = '9', place = 'p' }", "course_time",
         "\"9\""},
        {"{ title = 'b', date = '2026-12-05', time = '17:00-9:00', place = 'p' }",
         "course_time", "\"17:00-9:00\""},
        {"{ title = 'b', date = '2026-12-05', time = '9:00-25:00', place = 'p' }",
         "course_time", "\"9:00-25:00\""},
        {"{ title = 'b', date = '2026-12-05', time = '1-5 9:00-10:00', place = 'p' }",
         "course_time", "\"1-5 9:00-10:00\""},
        {"{ title = 'b', date = '2026-12-05', time = 'always', place = 'p' }",
         "course_time", "\"always\""},
        {"{ title = 'b', date = '2026-12-05', place = 'p' }", "field_text",
         "[2].time is missing"},
        {"{ title = 'b', date = '2026-12-05', time = '9:00', place = 'p', phone = '-' }",
         "course_phone", "\"-\""},
        {"{ title = 'b', date = '2026-12-05', time = '9:00', place = 'p', seats = -1 }",
         "field_number", "[2].seats is -1"},
        {"{ title = '　', date = '2026-12-05', time = '9:00', place = 'p' }",
         "field_other", "[2].title"},
        {"{ title = 'b', date = '2026-12-05', time = '9:00', place = 'a\\nb' }",
         "rows_long", "[2].place"},
        {"{ title = { fr = 'b' }, date = '2026-12-05', time = '9:00', place = 'p' }",
         "rows_lang", "fr"},
        {"{ title = 'b', date = '2026-12-05', time = '9:00', place = 'p', fee = 9 }",
         "field_unknown", "fee"},
        {"'b'", "rows_row", "[2]"},
        {"{ title = 'a', date = '2026-12-01', time = '9:00', place = 'p' }", "rows_twice",
         "[2]"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[640];
        str_format(text, sizeof text,
                   "return {\n"
                   "  { title = 'a', date = '2026-12-01', time = '9:00', place = 'p' },\n"
                   "  %s,\n"
                   "  { title = 'c', date = '2026-12-09', time = '9:00', place = 'p' },\n"
                   "}\n",
                   rows[i].row);
        struct conf_courses *courses = load(text);
        assert_non_null(courses);
        assert_int_equal(courses->count, 2);
        assert_string_equal(courses->items[1].title.in[0], "c");
        assert_int_equal(flaws.count, 1);
        assert_string_equal(flaws.items[0].cause.kind, rows[i].kind);
        if (!strstr(flaws.items[0].sentence, rows[i].shown) ||
            !strstr(flaws.items[0].sentence, "courses.lua:3: ")) {
            fail_msg("%s: %s", rows[i].row, flaws.items[0].sentence);
        }
        conf_courses_free(courses);
    }
}

static void too_many_rows_are_named(void **state)
{
    (void)state;
    struct str text = {0};
    str_add(&text, "return {\n");
    for (int i = 0; i < CONF_COURSES_MAX + 9; i++) {
        str_add(&text,
                "{ title = 'a%d', date = '2026-12-05', time = '9:00', place = 'p' },\n",
                i);
    }
    str_add(&text, "}");
    struct conf_courses *courses = load(text.text);
    assert_int_equal(courses->count, CONF_COURSES_MAX);
    assert_string_equal(courses->items[59].title.in[0], "a59"); /* in the file's order */
    assert_int_equal(flaws.count, 1);
    assert_string_equal(flaws.items[0].cause.kind, "rows_most");
    conf_courses_free(courses);
    str_free(&text);
}

/* Drawn lists and moments, against looking through all rows. */
static void what_has_begun_is_gone(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        struct str text = {0};
        int count = rng_int(&rng, 0, 12);
        str_add(&text, "return {\n");
        for (int i = 0; i < count; i++) {
            str_add(&text,
                    "{ title = 't%d', date = '2026-12-%02d', time = '%d:%02d', "
                    "place = 'p' },\n",
                    i, rng_int(&rng, 1, 5), rng_int(&rng, 8, 18), rng_int(&rng, 0, 59));
        }
        str_add(&text, "}");
        struct conf_courses *courses = load(text.text);
        assert_int_equal(courses->count, count);
        int day = 20261200 + rng_int(&rng, 1, 6);
        int minute = rng_int(&rng, 0, 1439);
        size_t next = conf_courses_next(courses, day, minute);
        for (size_t i = 0; i < courses->count; i++) {
            const struct conf_course *course = &courses->items[i];
            bool begun =
                course->day < day || (course->day == day && course->begins_min <= minute);
            assert_int_equal(i < next, begun);
            assert_true(i == 0 || course->day > course[-1].day ||
                        (course->day == course[-1].day &&
                         course->begins_min >= course[-1].begins_min));
        }
        conf_courses_free(courses);
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_read),
        cmocka_unit_test(no_file_is_no_mistake),
        cmocka_unit_test(a_bad_row_is_named_by_its_line_and_left_out),
        cmocka_unit_test(too_many_rows_are_named),
        cmocka_unit_test(what_has_begun_is_gone),
    };
    return cmocka_run_group_tests_name("courses", tests, NULL, NULL);
}
