/* SPDX-License-Identifier: MIT */
#include "author/saves.h"
#include "base/err.h"
#include "support/probe.h"
#include "support/tap.h"

static const char empty[] = "return { api = 1, id = 'probe', minutes = 2, run = print }";

static void put(const char *folder, const char *name, const char *bytes)
{
    char path[512];
    str_format(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void give_name(const char *folder, const char *from, const char *to)
{
    char paths[2][512];
    str_format(paths[0], sizeof paths[0], "%s/%s", folder, from);
    str_format(paths[1], sizeof paths[1], "%s/%s", folder, to);
    assert_int_equal(rename(paths[0], paths[1]), 0);
}

static void a_lesson_is_told_by_what_editors_do(void **state)
{
    (void)state;
    struct probe probe;
    struct saves saves;
    probe_begin(&probe);
    probe_write(&probe, empty);
    assert_true(saves_open(&saves, probe.folder));
    assert_true(saves.single);
    assert_int_equal(saves_next(&saves), -1);
    put(probe.folder, "lesson.lua", empty); /* in place */
    assert_int_equal(saves_next(&saves), 0);
    assert_int_equal(saves_next(&saves), -1); /* told once */
    put(probe.folder, "text/en.lua", "return {}");
    assert_int_equal(saves_next(&saves), 0);
    /* Another file that is given the name, with the old one kept beside it. */
    put(probe.folder, "lesson.lua.tmp", empty);
    assert_int_equal(saves_next(&saves), -1);
    give_name(probe.folder, "lesson.lua", "lesson.lua~");
    assert_int_equal(saves_next(&saves), -1);
    give_name(probe.folder, "lesson.lua.tmp", "lesson.lua");
    assert_int_equal(saves_next(&saves), 0);
    put(probe.folder, ".lesson.lua.swp", "x");
    put(probe.folder, "4913", "x");
    assert_int_equal(saves_next(&saves), -1);
    saves_close(&saves);
    probe_end(&probe);
}

static void a_file_that_is_half_written_is_not_told(void **state)
{
    (void)state;
    struct probe probe;
    struct saves saves;
    char path[512];
    probe_begin(&probe);
    probe_write(&probe, empty);
    assert_true(saves_open(&saves, probe.folder));
    str_format(path, sizeof path, "%s/lesson.lua", probe.folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("return {", file);
    fflush(file);
    assert_int_equal(saves_next(&saves), -1);
    fputs(" }", file);
    fclose(file);
    assert_int_equal(saves_next(&saves), 0);
    saves_close(&saves);
    probe_end(&probe);
}

static void of_several_lessons_it_is_the_saved_one(void **state)
{
    (void)state;
    struct probe probe;
    struct saves saves;
    char path[256];
    probe_begin(&probe);
    probe_write(&probe, empty);
    str_format(path, sizeof path, "%s/other/text", probe.root);
    assert_true(file_make_folder(path));
    str_format(path, sizeof path, "%s/other", probe.root);
    put(path, "lesson.lua", empty);
    str_format(path, sizeof path, "%s/", probe.root); /* as shells complete it */
    assert_true(saves_open(&saves, path));
    assert_false(saves.single);
    assert_int_equal(saves.count, 2);
    assert_non_null(strstr(saves.lessons[0], "/other"));
    put(saves.lessons[1], "text/en.lua", "return {}");
    assert_int_equal(saves_next(&saves), 1);
    put(saves.lessons[0], "lesson.lua", empty);
    assert_int_equal(saves_next(&saves), 0);
    /* One that comes while it is watched. */
    str_format(path, sizeof path, "%s/alpha", probe.root);
    assert_true(file_make_folder(path));
    saves_next(&saves);
    put(path, "lesson.lua", empty);
    int saved = saves_next(&saves);
    assert_true(saved < 0 || str_equal(saves.lessons[saved], path));
    put(path, "lesson.lua", empty);
    saved = saves_next(&saves);
    assert_in_range(saved, 0, 2);
    assert_string_equal(saves.lessons[saved], path);
    saves_close(&saves);
    probe_end(&probe);
}

/* Between two looks a lesson goes, one is saved, and a folder comes: that numbers anew
 * what was saved. */
static void a_number_is_that_of_now(void **state)
{
    (void)state;
    struct probe probe;
    struct saves saves;
    char before[256];
    char path[256];
    probe_begin(&probe);
    probe_write(&probe, empty);
    str_format(before, sizeof before, "%s/before", probe.root);
    assert_true(file_make_folder(before));
    put(before, "lesson.lua", empty);
    assert_true(saves_open(&saves, probe.root));
    assert_int_equal(saves_find(&saves, before), 0);
    assert_int_equal(saves_find(&saves, probe.folder), 1);
    assert_int_equal(saves_find(&saves, probe.root), -1);
    put(probe.folder, "lesson.lua", empty);
    str_format(path, sizeof path, "%s/lesson.lua", before);
    assert_int_equal(unlink(path), 0);
    str_format(path, sizeof path, "%s/empty", probe.root);
    assert_true(file_make_folder(path));
    assert_int_equal(saves_next(&saves), 0);
    assert_int_equal(saves.count, 1);
    assert_string_equal(saves.lessons[0], probe.folder);
    saves_close(&saves);
    probe_end(&probe);
}

static void a_folder_without_lessons_is_refused_by_name(void **state)
{
    (void)state;
    struct probe probe;
    struct saves saves;
    probe_begin(&probe);
    assert_false(saves_open(&saves, "/nowhere/at/all"));
    assert_non_null(strstr(err_text(), "/nowhere/at/all"));
    assert_false(saves_open(&saves, probe.root));
    assert_non_null(strstr(err_text(), "no lesson"));
    saves_close(&saves);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lesson_is_told_by_what_editors_do),
        cmocka_unit_test(a_file_that_is_half_written_is_not_told),
        cmocka_unit_test(of_several_lessons_it_is_the_saved_one),
        cmocka_unit_test(a_number_is_that_of_now),
        cmocka_unit_test(a_folder_without_lessons_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
