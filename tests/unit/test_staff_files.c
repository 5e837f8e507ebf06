/* SPDX-License-Identifier: MIT */
#include "base/err.h"
#include "lesson/failures.h"
#include "support/probe.h"
#include "support/stage.h"
#include "support/tap.h"

static const char fails[] =
    "return { api = 1, id = 'probe', minutes = 2, run = function()\n"
    "card.show { text = 'hello' }\nlocal n = nil < 1\nend }";

/* A kiosk whose first lesson is this one. */
static struct stage *open_with(const struct probe *probe, const char *lang)
{
    struct stage *stage = stage_open(1920, 1080, lang);
    struct kiosk *k = &stage->kiosk;
    probe_write(probe, fails);
    str_copy(k->catalog->items[0].info.folder, sizeof k->catalog->items[0].info.folder,
             probe->folder);
    k->data_folder = probe->root;
    return stage;
}

static void play_until_it_fails(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    kiosk_open_lesson(k, k->catalog->items[0].info.id);
    stage_pass(stage, 0.2);
    stage_tap(stage, "next");
    stage_pass(stage, 0.2);
    kiosk_end_session(k);
    stage_pass(stage, 0.2);
}

static void go_to_page(struct stage *stage)
{
    stage->kiosk.counter.staff = true;
    kiosk_go(&stage->kiosk, SCREEN_staff_files);
    stage_pass(stage, 0.2);
}

static void a_failure_stands_there_in_the_language_of_the_staff(void **state)
{
    (void)state;

    static const struct {
        const char *lang, *words, *times, *well;
    } rows[] = {{"zh-CN", "不能", "一共停了 2 次", "都好用"},
                {"en", "compare", "It stopped 2 times", "can be used"}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct probe probe;
        probe_begin(&probe);
        struct stage *stage = open_with(&probe, rows[i].lang);
        struct kiosk *k = &stage->kiosk;
        go_to_page(stage);
        assert_true(ui_shows_text(k->ui, rows[i].well));
        kiosk_end_session(k);
        play_until_it_fails(stage);
        play_until_it_fails(stage);
        assert_int_equal(k->failures.count, 1);
        go_to_page(stage);
        assert_true(ui_shows_text(k->ui, k->catalog->items[0].title));
        assert_true(ui_shows_text(k->ui, "lesson.lua:3"));
        assert_true(ui_shows_text(k->ui, rows[i].words));
        assert_true(ui_shows_text(k->ui, rows[i].times));
        assert_false(ui_shows_text(k->ui, "attempt to"));
        kiosk_go(k, SCREEN_staff_desk);
        stage_pass(stage, 0.2);
        assert_true(ui_shows_text(k->ui, kiosk_tr(k, "staff_files")));
        stage_close(stage);
        probe_end(&probe);
    }
}

/* Over a restart, until the lesson is another one. */
static void it_is_there_after_a_restart_until_it_is_mended(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    struct stage *stage = open_with(&probe, "en");
    play_until_it_fails(stage);
    stage_close(stage);
    for (int mended = 0; mended < 2; mended++) {
        stage = open_with(&probe, "en");
        if (mended) {
            probe_write(&probe, "return { api = 1, id = 'probe', minutes = 2, "
                                "run = function() end }");
        }
        kiosk_init(&stage->kiosk);
        assert_int_equal(stage->kiosk.failures.count, mended ? 0 : 1);
        stage_close(stage);
    }
    probe_end(&probe);
}

static void files_that_were_passed_over_stand_there(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    struct stage *stage = open_with(&probe, "zh-CN");
    struct kiosk *k = &stage->kiosk;
    err_set_as("file_missing", "scripts/topics.lua: is not there");
    flaws_add(&k->flaws, "topics", FLAW_BUILTIN);
    go_to_page(stage);
    assert_true(ui_shows_text(k->ui, "topics.lua"));
    assert_true(ui_shows_text(k->ui, "不存在") || ui_shows_text(k->ui, "没有"));
    assert_true(ui_shows_text(k->ui, "自带的那一份"));
    kiosk_set_lang(k, "en");
    stage_pass(stage, 0.2);
    assert_true(ui_shows_text(k->ui, "built into the program"));
    stage_close(stage);
    probe_end(&probe);
}

static void what_has_no_room_is_counted(void **state)
{
    (void)state;

    static const struct {
        const char *lang, *one, *two;
    } rows[] = {{"zh-CN", "还有 1 个", "还有 2 个"}, {"en", "is 1 more", "are 2 more"}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct stage *stage = stage_open(1920, 1080, rows[i].lang);
        struct kiosk *k = &stage->kiosk;
        for (int file = 0; file < FLAWS_MAX; file++) {
            err_set("a%d.lua: wrong", file);
            flaws_add(&k->flaws, "texts", FLAW_WITHOUT);
        }
        for (int more = 0; more < 3; more++) {
            const char *words = more == 0 ? "" : more == 1 ? rows[i].one : rows[i].two;
            struct str said = {0};
            struct ui_rect rect;
            go_to_page(stage);
            for (int page = 0; page < 20 && ui_find_id(k->ui, "page-next", &rect);
                 page++) {
                screen_of(k->screen)->say(k, k->state, &said);
                stage_tap(stage, "page-next");
            }
            screen_of(k->screen)->say(k, k->state, &said);
            assert_true(strstr(said.text, "a23") != NULL);
            assert_int_equal(more > 0, strstr(said.text, rows[i].one) != NULL ||
                                           strstr(said.text, rows[i].two) != NULL);
            assert_true(strstr(said.text, words) != NULL);
            str_free(&said);
            kiosk_go(k, SCREEN_staff_desk);
            stage_pass(stage, 0.2);
            err_set("more%d.lua: wrong", more);
            flaws_add(&k->flaws, "lesson", FLAW_WITHOUT);
        }
        flaws_forget(&k->flaws, "texts"); /* none is listed, and all is not well */
        go_to_page(stage);
        assert_false(ui_shows_text(k->ui, kiosk_tr(k, "files_well")));
        stage_close(stage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_failure_stands_there_in_the_language_of_the_staff),
        cmocka_unit_test(it_is_there_after_a_restart_until_it_is_mended),
        cmocka_unit_test(files_that_were_passed_over_stand_there),
        cmocka_unit_test(what_has_no_room_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
