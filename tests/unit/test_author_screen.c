/* SPDX-License-Identifier: MIT */
/*
 * test_author_screen LESSON-CHECK [FOLDER]: the author's screen over a lesson that is
 * written while it is shown. With FOLDER its pictures are written there.
 */
#include "author/saves.h"
#include "base/err.h"
#include "screens/author_panes.h"
#include "screens/pinyin.h"
#include "support/probe.h"
#include "support/stage.h"
#include "support/tap.h"

static const char *checker;
static const char *pictures; /* NULL: none are wanted */

struct desk {
    struct probe probe;
    struct saves saves;
    const char *checker;
    struct stage *stage;
};

static const char cards[] =
    "return { api = 1, id = 'probe', minutes = 2, audience = { 'adult' },\n"
    "run = function()\n"
    "  card.show { scene = 'collapse', text = 'first' }\n"
    "  if card.ask { text = 'which', 'good', 'bad', right = 1, why = 'reason' } then\n"
    "    card.show { text = 'well' }\n"
    "  else\n"
    "    card.show { text = 'again' }\n"
    "  end\n"
    "  card.show { text = 'call' }\n"
    "end }\n";

static const char zh[] =
    "return { title = '试写的课', summary = '一个例子。', first = '有人倒下了。',\n"
    "which = '先做什么？', good = '打120', bad = '走开', reason = '越早越好。',\n"
    "well = '做得好。',\nagain = '再想一想。',\ncall = '请打120。' }\n";
static const char en[] =
    "return { title = 'A lesson in work', summary = 'For a try.', first = 'He falls.',\n"
    "which = 'What first?', good = 'Call 120', bad = 'Walk off', reason = 'Be quick.',\n"
    "well = 'Well done.',\nagain = 'Think again.',\ncall = 'Call 120.' }\n";

static void put(const struct desk *desk, const char *name, const char *bytes)
{
    probe_file(&desk->probe, name, bytes, strlen(bytes));
    stage_pass(desk->stage, 0.1);
}

/* An author's window is read from nearer by. */
static void come_nearer(struct kiosk *k)
{
    ui_destroy(k->ui);
    k->ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS,
                                          .width_px = 1600,
                                          .height_px = 900,
                                          .distance_mm = 300,
                                          .clock = k->clock});
    assert_non_null(k->ui);
    kiosk_set_lang(k, kiosk_lang(k));
}

static void open_folder(struct desk *desk, const char *lang, const char *folder)
{
    desk->stage = stage_open(1600, 900, lang);
    struct kiosk *k = &desk->stage->kiosk;
    come_nearer(k);
    if (!saves_open(&desk->saves, folder)) {
        fail_msg("%s", err_text());
    }
    k->author_saves = &desk->saves;
    k->author_checker = desk->checker;
    k->keep_folder = desk->probe.root; /* as in a story: what was found is waited for */
    kiosk_go(k, SCREEN_author);
    stage_pass(desk->stage, 0.1);
}

static void open_desk(struct desk *desk, const char *lang)
{
    probe_begin(&desk->probe);
    probe_write(&desk->probe, cards);
    probe_file(&desk->probe, "text/zh-CN.lua", zh, strlen(zh));
    probe_file(&desk->probe, "text/en.lua", en, strlen(en));
    desk->checker = checker;
    open_folder(desk, lang, desk->probe.folder);
}

static void close_desk(struct desk *desk)
{
    stage_close(desk->stage);
    saves_close(&desk->saves);
    probe_end(&desk->probe);
}

static void touch(const struct desk *desk, const char *id)
{
    struct ui *ui = desk->stage->kiosk.ui;
    struct ui_rect rect;
    if (!ui_find_id(ui, id, &rect)) {
        fail_msg("nothing to touch called %s", id);
    }
    ui_inject_tap(ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
    stage_pass(desk->stage, 0.1);
}

static void press_key(const struct desk *desk, const char *key)
{
    ui_inject_key(desk->stage->kiosk.ui, key);
    stage_pass(desk->stage, 0.1);
}

static bool shows(const struct desk *desk, const char *text)
{
    return ui_shows_text(desk->stage->kiosk.ui, text);
}

static bool touches(const struct desk *desk, const char *id)
{
    struct ui_rect rect;
    return ui_find_id(desk->stage->kiosk.ui, id, &rect);
}

/* To be looked at. */
static void keep_picture(const struct desk *desk, const char *name)
{
    char path[256];
    if (pictures) {
        str_format(path, sizeof path, "%s/%s-%s.png", pictures, name,
                   kiosk_lang(&desk->stage->kiosk));
        assert_true(ui_save_png(desk->stage->kiosk.ui, path));
    }
}

static void what_is_saved_stands_there(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, "zh-CN");
    assert_true(shows(&desk, "试写的课"));
    assert_true(shows(&desk, "先做什么？")); /* of the steps */
    assert_true(touches(&desk, "0:next") && touches(&desk, "1:next"));
    put(&desk, "text/zh-CN.lua", "return { title = '换了名字' }");
    assert_true(shows(&desk, "换了名字"));
    assert_false(shows(&desk, "试写的课"));
    press_key(&desk, "l");
    assert_true(shows(&desk, "A lesson in work"));
    assert_true(shows(&desk, "What first?"));
    close_desk(&desk);
}

static void what_cannot_be_read_is_told_over_the_last_good_card(void **state)
{
    (void)state;

    static const struct {
        const char *lang, *words, *none;
    } rows[] = {{"zh-CN", "还读不懂", "没有发现问题"},
                {"en", "cannot be read", "Nothing to mend"}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk desk;
        open_desk(&desk, rows[i].lang);
        press_key(&desk, "right");
        assert_true(touches(&desk, "0:option-1"));
        put(&desk, "lesson.lua",
            "return { api = 1, id = 'probe', minutes = 2\nrun = function()\nend }\n");
        assert_true(shows(&desk, rows[i].words));
        assert_true(shows(&desk, "lesson.lua : 1"));
        assert_true(touches(&desk, "0:option-1")); /* the card stands below it */
        keep_picture(&desk, "broken");
        put(&desk, "lesson.lua", cards);
        assert_false(shows(&desk, rows[i].words));
        assert_true(touches(&desk, "0:option-1"));
        close_desk(&desk);
    }
}

/* As visitors would see it: what cannot be read says so, calmly. */
static void a_language_that_is_not_there_yet_stands_beside_one_that_is(void **state)
{
    (void)state;
    struct desk desk;
    char path[256];
    probe_begin(&desk.probe);
    probe_write(&desk.probe, cards);
    probe_file(&desk.probe, "text/zh-CN.lua", zh, strlen(zh));
    str_format(path, sizeof path, "%s/text/en.lua", desk.probe.folder);
    assert_int_equal(unlink(path), 0);
    desk.checker = checker;
    open_folder(&desk, "zh-CN", desk.probe.folder);
    assert_true(touches(&desk, "0:next"));
    assert_false(touches(&desk, "1:next"));
    assert_true(shows(&desk, "en.lua : 1"));
    keep_picture(&desk, "one-language");
    put(&desk, "text/en.lua", en);
    assert_true(touches(&desk, "1:next"));
    assert_true(unlink(path) == 0);
    put(&desk, "lesson.lua", cards);
    assert_true(touches(&desk, "1:next")); /* the last good one */
    close_desk(&desk);
}

static void an_author_plays_the_card_and_goes_along_the_steps(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, "en");
    keep_picture(&desk, "card");
    assert_true(shows(&desk, "Card 1 of 4"));
    touch(&desk, "1:next");
    assert_true(shows(&desk, "Card 2 of 4"));
    struct ui_rect rect;
    const char *label = NULL;
    struct ui *ui = desk.stage->kiosk.ui;
    assert_true(ui_find_id(ui, "0:option-1", &rect));
    touch(&desk, "0:option-1");
    for (int i = 0; i < 8 && shows(&desk, "Card 2 of 4"); i++) {
        stage_pass(desk.stage, 0.5);
        if (touches(&desk, "1:next")) {
            touch(&desk, "1:next");
        }
    }
    assert_true(shows(&desk, "Card 3 of 4"));
    touch(&desk, "step-0");
    assert_true(shows(&desk, "Card 1 of 4"));
    press_key(&desk, "left");
    assert_true(shows(&desk, "Card 1 of 4"));
    for (int i = 0; i < 5; i++) {
        press_key(&desk, "right");
    }
    assert_true(shows(&desk, "The end"));
    (void)label;
    close_desk(&desk);
}

static void a_finding_leads_to_its_card(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, "en");
    /* A warning of a card that only a wrong answer leads to. */
    put(&desk, "text/zh-CN.lua",
        "return { title = '试写的课', summary = '一个例子。', first = '有人倒下了。',\n"
        "which = '先做什么？', good = '打120', bad = '走开', reason = '越早越好。',\n"
        "well = '做得好。',\nagain = 'Think again, please.',\ncall = '请打120。' }\n");
    assert_true(shows(&desk, "zh-CN.lua : 4"));
    keep_picture(&desk, "finding");
    for (int i = 0; i < 12; i++) {
        char id[32];
        str_format(id, sizeof id, "finding-%d", i);
        if (touches(&desk, id)) {
            touch(&desk, id);
            if (shows(&desk, "Think again.")) {
                break;
            }
        }
    }
    assert_true(shows(&desk, "Think again."));
    close_desk(&desk);
}

/* The number of the steps, and pinyin for pupils' lessons alone. */
static void a_pane_is_what_visitors_see(void **state)
{
    (void)state;

    static const struct {
        const char *audience;
        bool pinyin;
    } rows[] = {{"'adult'", false}, {"'school'", true}, {"'adult', 'child'", true}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk desk;
        struct author_panes panes;
        char lesson[1024];
        open_desk(&desk, "en");
        struct kiosk *k = &desk.stage->kiosk;
        const char *rest = strchr(strstr(cards, "audience"), '}');
        str_format(lesson, sizeof lesson, "%.*saudience = { %s %s",
                   (int)(strstr(cards, "audience") - cards), cards, rows[i].audience,
                   rest);
        put(&desk, "lesson.lua", lesson);
        struct draft *draft =
            draft_create(desk.probe.folder, k->languages, k->guidelines);
        assert_true(draft_load(draft));
        assert_true(author_panes_open(&panes, k));
        author_panes_show(&panes, draft);
        author_panes_recount(&panes);
        assert_true(ui_shows_text(panes.panes[1].kiosk->ui, "step 1"));
        assert_true(author_panes_count(&panes, true));
        assert_false(author_panes_count(&panes, true)); /* once */
        assert_true(ui_shows_text(panes.panes[0].kiosk->ui, "第 1 步，共 4 步"));
        assert_true(ui_shows_text(panes.panes[1].kiosk->ui, "step 1 of 4"));
        draft_go(draft, 2);
        author_panes_show(&panes, draft);
        assert_true(ui_shows_text(panes.panes[1].kiosk->ui, "step 3 of 4"));
        for (size_t n = 0; n < panes.count; n++) {
            assert_int_equal(pinyin_shown(panes.panes[n].kiosk), rows[i].pinyin);
        }
        author_panes_close(&panes);
        draft_free(draft);
        close_desk(&desk);
    }
}

/* It is numbered as the open one was, which is numbered anew. */
static void a_lesson_that_comes_before_the_open_one_is_shown(void **state)
{
    (void)state;
    struct desk desk;
    char path[256];
    probe_begin(&desk.probe);
    probe_write(&desk.probe, cards);
    probe_file(&desk.probe, "text/zh-CN.lua", zh, strlen(zh));
    probe_file(&desk.probe, "text/en.lua", en, strlen(en));
    desk.checker = checker;
    open_folder(&desk, "en", desk.probe.root);
    assert_true(shows(&desk, "A lesson in work"));
    str_format(path, sizeof path, "%s/.coming/text", desk.probe.root);
    assert_true(file_make_folder(path));
    put(&desk, "../.coming/lesson.lua",
        "return { api = 1, id = 'early', minutes = 2, run = function()\n"
        "  card.show { text = 'only' }\nend }\n");
    put(&desk, "../.coming/text/en.lua", "return { title = 'Early', only = 'Sole.' }");
    char name[256];
    str_format(path, sizeof path, "%s/.coming", desk.probe.root);
    str_format(name, sizeof name, "%s/early", desk.probe.root);
    assert_int_equal(rename(path, name), 0);
    stage_pass(desk.stage, 0.1);
    assert_true(shows(&desk, "Early"));
    assert_true(shows(&desk, "Lesson 1 of 2"));
    assert_false(shows(&desk, "A lesson in work"));
    put(&desk, "text/en.lua", en);
    assert_true(shows(&desk, "A lesson in work"));
    assert_true(shows(&desk, "Lesson 2 of 2"));
    touch(&desk, "other-lesson");
    assert_true(shows(&desk, "Early"));
    close_desk(&desk);
}

/* As where fonts go while the kiosk runs. */
static void without_a_pane_the_desk_says_why_and_goes_on(void **state)
{
    (void)state;
    static const char *const langs[] = {"zh-CN", "en"};
    char old[512];
    str_copy(old, sizeof old, getenv("FONTCONFIG_FILE"));
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        struct desk desk;
        char path[256];
        open_desk(&desk, langs[i]);
        probe_file(&desk.probe, "fonts.conf", "<fontconfig/>", 13);
        str_format(path, sizeof path, "%s/fonts.conf", desk.probe.folder);
        setenv("FONTCONFIG_FILE", path, 1);
        kiosk_go(&desk.stage->kiosk, SCREEN_author); /* anew */
        stage_pass(desk.stage, 0.1);
        setenv("FONTCONFIG_FILE", old, 1);
        assert_false(touches(&desk, "0:next"));
        assert_true(shows(&desk, "Noto"));
        press_key(&desk, "right");
        assert_true(shows(&desk, i == 0 ? "第 2 张，共 4 张" : "Card 2 of 4"));
        put(&desk, "lesson.lua", "return { api = 1,\n");
        assert_true(shows(&desk, "lesson.lua : 2") || shows(&desk, "lesson.lua : 1"));
        keep_picture(&desk, "no-pane");
        press_key(&desk, "f");
        press_key(&desk, "t");
        assert_true(shows(&desk, "Noto"));
        close_desk(&desk);
    }
}

/* Nothing known is not nothing found. */
static void a_check_that_fails_is_told_with_its_cure(void **state)
{
    (void)state;

    static const struct {
        const char *lang, *script, *words, *cure, *good;
    } rows[] = {
        {"en", NULL, "cannot be started", "Install", "Nothing to mend"},
        {"zh-CN", NULL, "打不开", "再装一遍", "没有发现问题"},
        {"en", "#!/bin/sh\nexit 3\n", "exit code 3", "Run lesson-check",
         "Nothing to mend"},
        {"zh-CN", "#!/bin/sh\nexit 3\n", "退出码 3", "再检查一次", "没有发现问题"},
        {"en", "#!/bin/sh\nkill -11 $$\n", "signal 11", "Save once more",
         "Nothing to mend"},
        {"zh-CN", "#!/bin/sh\nkill -11 $$\n", "信号 11", "再保存一次", "没有发现问题"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk desk;
        char program[256];
        char name[32];
        open_desk(&desk, rows[i].lang);
        assert_true(shows(&desk, rows[i].good) || touches(&desk, "finding-0"));
        str_format(program, sizeof program, "%s/probe/check", desk.probe.root);
        if (rows[i].script) {
            probe_file(&desk.probe, "check", rows[i].script, strlen(rows[i].script));
            assert_int_equal(chmod(program, 0755), 0);
        }
        desk.stage->kiosk.author_checker = program;
        put(&desk, "lesson.lua", cards);
        assert_true(shows(&desk, rows[i].words));
        assert_true(shows(&desk, rows[i].cure));
        assert_false(shows(&desk, rows[i].good));
        assert_false(touches(&desk, "finding-0"));
        str_format(name, sizeof name, "check-%zu", i);
        keep_picture(&desk, name);
        close_desk(&desk);
    }
}

/* Whatever is touched and typed, of lessons whose cards are played too. */
static void nothing_an_author_does_ends_it(void **state)
{
    (void)state;
    static const char *const keys[] = {"left", "right", "up",  "down",  "l",
                                       "t",    "f",     "tab", "enter", "escape"};
    struct rng rng = rng_begin();
    struct desk desk;
    probe_begin(&desk.probe);
    desk.checker =
        "/nowhere/lesson-check"; /* where it is missing all goes on without it */
    open_folder(&desk, "zh-CN", "tests/lua/plays");
    for (int i = 0; i < 70; i++) {
        struct ui_rect rect;
        const char *label = NULL;
        struct ui *ui = desk.stage->kiosk.ui;
        size_t count = 0;
        while (ui_touchable(ui, count, &rect, &label)) {
            count++;
        }
        if (rng_int(&rng, 0, 3) == 0 || count == 0) {
            ui_inject_key(ui, keys[rng_int(&rng, 0, 9)]);
        } else {
            ui_touchable(ui, (size_t)rng_int(&rng, 0, (int)count - 1), &rect, &label);
            ui_inject_tap(ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
        }
        stage_pass(desk.stage, 0.05);
        assert_string_equal(kiosk_screen_name(&desk.stage->kiosk), "author");
    }
    keep_picture(&desk, "drawn");
    close_desk(&desk);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_saved_stands_there),
        cmocka_unit_test(what_cannot_be_read_is_told_over_the_last_good_card),
        cmocka_unit_test(a_language_that_is_not_there_yet_stands_beside_one_that_is),
        cmocka_unit_test(an_author_plays_the_card_and_goes_along_the_steps),
        cmocka_unit_test(a_finding_leads_to_its_card),
        cmocka_unit_test(a_pane_is_what_visitors_see),
        cmocka_unit_test(a_lesson_that_comes_before_the_open_one_is_shown),
        cmocka_unit_test(without_a_pane_the_desk_says_why_and_goes_on),
        cmocka_unit_test(a_check_that_fails_is_told_with_its_cure),
        cmocka_unit_test(nothing_an_author_does_ends_it),
    };
    checker = argc > 1 ? argv[1] : "";
    pictures = argc > 2 ? argv[2] : NULL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
