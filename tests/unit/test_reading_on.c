/* SPDX-License-Identifier: MIT */
/*
 * Lessons are read after the first frame, and all of them before the first visitor.
 */
#include "base/err.h"
#include "support/probe.h"
#include "support/stage.h"
#include "support/tap.h"

enum { LESSONS = 30, BROKEN = 7 };

static void write_lessons(const struct probe *probe)
{
    for (int i = 0; i < LESSONS; i++) {
        struct probe one = *probe;
        char text[160];
        str_format(one.folder, sizeof one.folder, "%s/lesson-%02d", probe->root, i);
        str_format(text, sizeof text, "%s/text", one.folder);
        assert_true(file_make_folder(text));
        str_format(text, sizeof text, "return { title = 'Title %d' }", i);
        probe_file(&one, "text/en.lua", text, strlen(text));
        str_format(text, sizeof text,
                   "return { api = 1, id = 'lesson-%02d', minutes = %d, run = function() "
                   "end }",
                   i, i == BROKEN ? -1 : 2);
        probe_write(&one, text);
    }
}

static struct stage *open_begun(const struct probe *probe)
{
    struct stage *stage = stage_open(960, 540, "en");
    struct kiosk *k = &stage->kiosk;
    write_lessons(probe);
    catalog_free(k->catalog);
    assert_true(paths_replace(&stage->paths, "scripts/lessons", probe->root));
    k->catalog = catalog_begin(&stage->paths, "en");
    return stage;
}

static void expect_whole(const struct kiosk *k)
{
    assert_true(catalog_is_whole(k->catalog));
    assert_int_equal(k->catalog->count, LESSONS - 1);
    assert_int_equal(k->flaws.count, 1);
    assert_non_null(strstr(k->flaws.items[0].sentence, "lesson-07"));
}

static void nobody_waits_for_them_and_each_frame_reads_some(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    struct stage *stage = open_begun(&probe);
    struct kiosk *k = &stage->kiosk;
    size_t count = 0;
    int frames = 0;
    for (; !catalog_is_whole(k->catalog) && frames < LESSONS; frames++) {
        stage_pass(stage, 0.001);
        assert_true(k->catalog->count > count && k->catalog->count < count + 6);
        count = k->catalog->count;
        assert_int_equal(k->screen, SCREEN_attract);
    }
    assert_true(frames > 3);
    stage_pass(stage, 0.1);
    expect_whole(k);
    stage_close(stage);
    probe_end(&probe);
}

static void who_comes_at_once_finds_all(void **state)
{
    (void)state;

    static const enum screen_id doors[] = {SCREEN_home, SCREEN_staff_desk,
                                           SCREEN_practice};

    for (size_t i = 0; i < sizeof doors / sizeof *doors; i++) {
        struct probe probe;
        probe_begin(&probe);
        struct stage *stage = open_begun(&probe);
        kiosk_go(&stage->kiosk, doors[i]);
        stage_pass(stage, 0.001);
        expect_whole(&stage->kiosk);
        stage_pass(stage, 0.1);
        expect_whole(&stage->kiosk); /* a flaw is told once */
        stage_close(stage);
        probe_end(&probe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_waits_for_them_and_each_frame_reads_some),
        cmocka_unit_test(who_comes_at_once_finds_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
