/* SPDX-License-Identifier: MIT */
/* Every screen says something, in whole sentences of the language that is chosen. */
#include <string.h>

#include "base/str.h"
#include "support/on_stage.h"
#include "support/said.h"

/* Lets the screen say what it has to say; the texts must be the present language's. */
static struct str said(void)
{
    struct str out = {0};
    assert_non_null(screen_of(k->screen)->say);
    kiosk_say(k, &out);
    if (!out.text) {
        fail_msg("%s says nothing", kiosk_screen_name(k));
    }
    /* No place is left open, and no key stands where its text should. */
    assert_null(strchr(out.text, '{'));
    assert_null(strchr(out.text, '_'));
    assert_int_equal(out.text[out.length - 1], '\n');
    assert_null(strstr(out.text, "\n\n"));
    return out;
}

static bool has_chinese(const char *text)
{
    uint32_t code = 0;
    while ((code = str_next_utf8(&text))) {
        if (code >= 0x4E00 && code <= 0x9FFF) {
            return true;
        }
    }
    return false;
}

/* In both languages. */
static void listen(void)
{
    for (size_t i = 0; i < k->languages->count; i++) {
        struct str out = said();
        if (has_chinese(out.text) != str_equal(kiosk_lang(k), "zh-CN")) {
            fail_msg("%s says in %s: %s", kiosk_screen_name(k), kiosk_lang(k), out.text);
        }
        str_free(&out);
        kiosk_set_lang(k, k->lang == 0 ? "en" : "zh-CN");
        stage_pass(stage, 0.1);
    }
}

static void every_screen_says_something(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (i == SCREEN_author) { /* is read by who writes what is said */
            continue;
        }
        finish_run(55, 110); /* so that there is a result */
        k->counter.staff = screen_of((enum screen_id)i)->needs_pin;
        if ((enum screen_id)i != k->screen) {
            kiosk_go(k, (enum screen_id)i);
            stage_pass(stage, 0.1);
        }
        assert_int_equal(k->screen, i);
        listen();
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

static void the_countdown_speaks_before_the_screen(void **state)
{
    (void)state;
    stage_tap(stage, "wake");
    expect_said(k, "home_title");
    stage_pass(stage, k->settings.idle_s + 1);
    expect_said(k, "idle_title");
    listen();
    stage_tap(stage, "still-here");
    expect_said(k, "home_title");
}

static void a_list_says_its_lessons(void **state)
{
    (void)state;
    stage_tap(stage, "wake");
    kiosk_go(k, SCREEN_home);
    stage_pass(stage, 0.1);
    for (size_t i = 0; i < k->catalog->count; i++) {
        str_copy(k->catalog->items[i].info.topic, sizeof k->catalog->items[i].info.topic,
                 "first-aid"); /* more than one lesson: a list */
    }
    stage_pass(stage, 0.1);
    stage_tap(stage, "first-aid");
    struct str out = said();
    assert_non_null(strstr(out.text, k->catalog->items[0].title));
    str_free(&out);
    listen();
}

static void a_lesson_says_its_card_and_its_end(void **state)
{
    (void)state;
    kiosk_open_lesson(k, "adult-cpr");
    stage_pass(stage, 0.1);
    struct str out = said();
    assert_non_null(strstr(out.text, lesson_card(k->lesson)->text));
    str_free(&out);
    listen();
    lesson_close(k->lesson);
    k->lesson = lesson_open("tests/lua/screens/no-such-lesson", kiosk_lang(k), 1);
    stage_pass(stage, 0.1);
    expect_said(k, "failed_title");
    listen();
}

static void a_run_says_what_to_do_now(void **state)
{
    (void)state;
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    stage_pass(stage, 0.1);
    expect_said(k, "no_manikin_title");
    set_link(LINK_READY, false);
    expect_said(k, "look_kneel");
    expect_said(k, "look_hands");
    stage_tap(stage, "stage-helped");
    expect_said(k, "prompt_ready");
    listen();
    kiosk_set_presser(k, PRESSER_ADULT);
    stage_press(stage, 20, 30, 110);
    expect_said(k, "prompt_deeper");
    listen();
    set_link(LINK_STALE, false);
    expect_said(k, "prompt_cable");
}

static void a_result_says_its_score_and_the_one_thing_to_change(void **state)
{
    (void)state;
    finish_run(40, 110);
    expect_said(k, "advice_deeper");
    listen();
    stage_tap(stage, "evidence");
    expect_said(k, "evidence_title");
    listen();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(every_screen_says_something),
        ON_STAGE(the_countdown_speaks_before_the_screen),
        ON_STAGE(a_list_says_its_lessons),
        ON_STAGE(a_lesson_says_its_card_and_its_end),
        ON_STAGE(a_run_says_what_to_do_now),
        ON_STAGE(a_result_says_its_score_and_the_one_thing_to_change),
    };
    return cmocka_run_group_tests_name("say", tests, NULL, NULL);
}
