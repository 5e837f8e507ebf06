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

/* As life-kiosk does, without its flaws. */
static void read_anew(void *context)
{
    struct stage *stage = context;
    struct catalog *before = stage->kiosk.catalog;
    stage->kiosk.catalog = catalog_load_changed(&stage->paths, "en", before);
    catalog_free(before);
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

/* A lesson whose mistake stands behind its fields is believed as long as somebody
 * chooses; staff, and whoever comes next, find it out. */
static void what_is_wrong_behind_the_fields_is_found_afterwards(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "quiz = { 'x' }, run = function() end }", "run = function( end }",
        "run = function() end, minutes = 7 }", "run = 5 }"};
    for (size_t i = 0; i < 2 * (sizeof wrong / sizeof *wrong); i++) {
        struct probe probe;
        struct probe one;
        char text[160];
        probe_begin(&probe);
        struct stage *stage = open_begun(&probe);
        struct kiosk *k = &stage->kiosk;
        one = probe;
        str_format(one.folder, sizeof one.folder, "%s/lesson-%02d", probe.root,
                   LESSONS - 1);
        str_format(text, sizeof text,
                   "return { api = 1, id = 'lesson-%02d', minutes = 2, %s", LESSONS - 1,
                   wrong[i / 2]);
        probe_write(&one, text);
        k->lessons = (struct kiosk_lessons){stage, read_anew};
        kiosk_go(k, SCREEN_home);
        stage_pass(stage, 1);
        assert_int_equal(k->catalog->count, LESSONS - 1);
        if (i % 2) {
            k->counter.staff = true; /* behind the PIN */
            kiosk_go(k, SCREEN_staff_desk);
            stage_pass(stage, 0.001);
        } else {
            kiosk_end_session(k);
            stage_pass(stage, 1);
        }
        bool mended = strstr(wrong[i / 2], "minutes") != NULL; /* it is another number */
        assert_int_equal(k->catalog->guessed, 0);
        assert_int_equal(k->catalog->count, LESSONS - (mended ? 1 : 2));
        const struct catalog_item *last = &k->catalog->items[k->catalog->count - 1];
        assert_int_equal(last->info.minutes, mended ? 7 : 2);
        stage_close(stage);
        probe_end(&probe);
    }
}

/* All that is shipped is believed rightly. */
static void shipped_lessons_are_what_their_fields_say(void **state)
{
    (void)state;
    struct paths paths;
    assert_true(paths_init(&paths, NULL));
    struct catalog *catalog = catalog_begin(&paths, "zh-CN");
    while (catalog_guess_next(catalog)) {
    }
    printf("# %zu of %zu by their fields\n", catalog->guessed, catalog->count);
    assert_true(catalog->guessed * 4 > catalog->count * 3);
    while (catalog_prove_next(catalog)) {
    }
    assert_false(catalog->wrong);
    catalog_free(catalog);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_waits_for_them_and_each_frame_reads_some),
        cmocka_unit_test(who_comes_at_once_finds_all),
        cmocka_unit_test(what_is_wrong_behind_the_fields_is_found_afterwards),
        cmocka_unit_test(shipped_lessons_are_what_their_fields_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
