/* SPDX-License-Identifier: MIT */
/*
 * Every line that a screen or a card says, in both languages: it can be spoken without a
 * guess, it holds no number without a unit and no open place, and it stands on the
 * screen.
 */
#include <string.h>

#include "base/str.h"
#include "conf/conf.h"
#include "speech/lexicon.h"
#include "speech/spoken.h"
#include "support/on_stage.h"

enum { CARDS_MAX = 80 };

static struct lexicon *lexicons[CONF_LANGUAGES_MAX];
static size_t lines_heard;

static bool is_number_alone(const char *line)
{
    return strpbrk(line, "0123456789") &&
           line[strspn(line, " 0123456789.,:%/–-")] == '\0';
}

/* While it is heard it is marked where it stands, in whatever form. */
static bool stands(const char *line)
{
    kiosk_draw(k, line);
    return ui_spoken_stands(k->ui);
}

static void check_reading(const char *line)
{
    struct str words = {0};
    size_t length = 0;
    str_add(&words, "%s", "");
    spoken_words(k->languages->items[k->lang].locale, line, &words);
    const char *guess = str_equal(kiosk_lang(k), "zh-CN")
                            ? lexicon_undecided(lexicons[k->lang], words.text, &length)
                            : NULL;
    if (guess) {
        fail_msg("%s says \"%s\": nobody has decided how \"%.*s\" is read",
                 kiosk_screen_name(k), line, (int)length, guess);
    }
    if (strpbrk(words.text, "0123456789%{}_")) {
        fail_msg("%s says \"%s\" as \"%s\"", kiosk_screen_name(k), line, words.text);
    }
    str_free(&words);
}

static void check_line(const char *line, bool has_to_stand)
{
    lines_heard++;
    if (is_number_alone(line) || strpbrk(line, "{}_")) {
        fail_msg("%s says \"%s\"", kiosk_screen_name(k), line);
    }
    check_reading(line);
    if (has_to_stand && !stands(line)) {
        fail_msg("%s says \"%s\", which nobody sees", kiosk_screen_name(k), line);
    }
}

static void listen_once(bool has_to_stand)
{
    struct str said = {0};
    kiosk_say(k, &said);
    assert_non_null(said.text);
    char *rest = said.text;
    for (char *line = strtok_r(rest, "\n", &rest); line;
         line = strtok_r(rest, "\n", &rest)) {
        check_line(line, has_to_stand);
    }
    str_free(&said);
}

static void listen(void)
{
    for (size_t i = 0; i < k->languages->count; i++) {
        listen_once(true);
        kiosk_set_lang(k, k->lang == 0 ? "en" : "zh-CN");
        stage_pass(stage, 0.1);
    }
}

static int load_readings(void **state)
{
    (void)state;
    struct stage *any = stage_open(LONG, SIDE, "zh-CN");
    const struct kiosk *kiosk = &any->kiosk;
    bool loaded = true;
    for (size_t i = 0; i < kiosk->languages->count; i++) {
        const struct conf_language *language = &kiosk->languages->items[i];
        lexicons[i] = lexicon_load(&any->paths, language->code, language->locale);
        loaded = loaded && lexicons[i];
    }
    stage_close(any);
    return loaded ? 0 : -1;
}

static int free_readings(void **state)
{
    (void)state;
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        lexicon_destroy(lexicons[i]);
    }
    return 0;
}

/* ---- the screens ------------------------------------------------------------------- */

/* Staff's pages are tables, and silent: their lines only have to be sayable. */
static void every_screen(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        finish_run(55, 110); /* so that there is a result */
        bool staff = screen_of((enum screen_id)i)->needs_pin;
        k->counter.staff = staff;
        if ((enum screen_id)i != k->screen) {
            kiosk_go(k, (enum screen_id)i);
            stage_pass(stage, 0.1);
        }
        for (size_t lang = 0; lang < k->languages->count; lang++) {
            listen_once(!staff && (enum screen_id)i != SCREEN_staff_pin);
            kiosk_set_lang(k, k->lang == 0 ? "en" : "zh-CN");
            stage_pass(stage, 0.1);
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

static void the_way_of_a_run(void **state)
{
    (void)state;
    static const double depths_mm[] = {20, 55, 75};

    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    stage_pass(stage, 0.1);
    listen(); /* nothing is plugged in */
    set_link(LINK_READY, false);
    listen();
    for (size_t i = 0; i < sizeof depths_mm / sizeof *depths_mm; i++) {
        stage_press(stage, 8, depths_mm[i], 110);
        listen();
    }
    set_link(LINK_STALE, false);
    listen();
}

static void results_of_all_kinds(void **state)
{
    (void)state;

    static const struct {
        double depth_mm, rate_cpm;
    } cases[] = {{20, 110}, {40, 110}, {55, 110}, {75, 110}, {55, 85}, {55, 140}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        finish_run(cases[i].depth_mm, cases[i].rate_cpm);
        listen();
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
    finish_cycles(6, 3);
    listen();
}

static void the_countdown(void **state)
{
    (void)state;
    stage_tap(stage, "wake");
    stage_pass(stage, k->settings.idle_s + 1);
    listen();
}

/* ---- the lessons ------------------------------------------------------------------- */

/* Answers what can be answered, the last option first: mostly wrong. */
static void answer(void)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    char id[16];
    for (size_t i = card->option_count; i > 0 && lesson_card(k->lesson) == card; i--) {
        str_format(id, sizeof id, "option-%zu", i);
        if (can_touch(id)) {
            stage_tap(stage, id);
            stage_pass(stage, 0.1);
            listen();
        }
    }
}

static void go_on(void)
{
    stage_tap(stage, can_touch("skip") ? "skip" : "next");
    stage_pass(stage, 0.1);
}

static void walk(const char *id)
{
    kiosk_open_lesson(k, id);
    stage_pass(stage, 0.1);
    int cards = 0;
    for (; k->lesson && lesson_state(k->lesson) == LESSON_CARD; cards++) {
        assert_true(cards < CARDS_MAX);
        int step = lesson_card(k->lesson)->step;
        listen();
        answer();
        go_on();
        if (lesson_card(k->lesson) && lesson_card(k->lesson)->step == step) {
            listen(); /* an order that was checked */
            go_on();
        }
    }
    listen();
    printf("# %s: %d cards\n", id, cards);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
}

static void every_card_of_every_lesson(void **state)
{
    (void)state;
    assert_true(k->catalog->count > 0);
    for (size_t i = 0; i < k->catalog->count; i++) {
        walk(k->catalog->items[i].info.id);
    }
    printf("# %zu lines\n", lines_heard);
    assert_true(lines_heard > 100);
}

static void the_check_sees_what_it_is_for(void **state)
{
    (void)state;
    assert_true(is_number_alone("110"));
    assert_true(is_number_alone("50–60"));
    assert_true(is_number_alone("30:2"));
    assert_false(is_number_alone("110 次"));
    assert_false(is_number_alone("再来一次"));
    stage_tap(stage, "wake");
    assert_true(stands(tr("home_title")));
    assert_false(stands("没有这句话"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_check_sees_what_it_is_for),
        ON_STAGE(every_screen),
        ON_STAGE(the_way_of_a_run),
        ON_STAGE(results_of_all_kinds),
        ON_STAGE(the_countdown),
        ON_STAGE(every_card_of_every_lesson),
    };
    return cmocka_run_group_tests_name("said_lines", tests, load_readings, free_readings);
}
