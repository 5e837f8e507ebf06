/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "story/story.h"
#include "support/tap.h"

/* A host that writes down what it was asked, one word a call. */
struct fake {
    struct str calls;
    const char *screen;
    const char *text;
    bool speaks;
};

static bool fake_tap_id(void *context, const char *id)
{
    struct fake *fake = context;
    str_add(&fake->calls, "id:%s ", id);
    return !str_equal(id, "absent") || err_set("there is no #absent");
}

static bool fake_tap_text(void *context, const char *text)
{
    struct fake *fake = context;
    str_add(&fake->calls, "text:%s ", text);
    return true;
}

static bool fake_tap_at(void *context, double x, double y)
{
    struct fake *fake = context;
    str_add(&fake->calls, "at:%.0f,%.0f ", x, y);
    return true;
}

static bool fake_hold(void *context, const char *id, int ms)
{
    struct fake *fake = context;
    str_add(&fake->calls, "hold:%s,%d ", id, ms);
    return true;
}

static bool fake_key(void *context, const char *name)
{
    struct fake *fake = context;
    str_add(&fake->calls, "key:%s ", name);
    return true;
}

static const char *fake_screen(void *context)
{
    struct fake *fake = context;
    return fake->screen;
}

static bool fake_shows(void *context, const char *text)
{
    struct fake *fake = context;
    return str_equal(fake->text, text);
}

static bool fake_shot(void *context, const char *name)
{
    struct fake *fake = context;
    str_add(&fake->calls, "shot:%s ", name);
    return true;
}

static bool fake_words(void *context, const char *name)
{
    struct fake *fake = context;
    str_add(&fake->calls, "words:%s ", name);
    return true;
}

static bool fake_plug(void *context, int manikin, bool in)
{
    struct fake *fake = context;
    str_add(&fake->calls, "%s:%d ", in ? "plug" : "unplug", manikin);
    return true;
}

static bool fake_push(void *context, int manikin, double depth_mm, int count,
                      double rate_cpm)
{
    struct fake *fake = context;
    str_add(&fake->calls, "push:%d,%g,%d,%g ", manikin, depth_mm, count, rate_cpm);
    return manikin < 3 || err_set("manikin %d is not a simulated one", manikin);
}

static bool fake_towards(void *context, const char *lesson)
{
    struct fake *fake = context;
    str_add(&fake->calls, "towards:%s ", lesson);
    return !str_equal(lesson, "absent") || err_set("there is no lesson \"absent\"");
}

static bool fake_speaks(void *context)
{
    const struct fake *fake = context;
    return fake->speaks;
}

static struct story_host host_of(struct fake *fake)
{
    return (struct story_host){fake,         fake_tap_id, fake_tap_text, fake_tap_at,
                               fake_hold,    fake_key,    fake_screen,   fake_shows,
                               fake_shot,    fake_words,  fake_plug,     fake_push,
                               fake_towards, fake_speaks};
}

static struct story *load(const char *text)
{
    char path[] = "/tmp/story-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_true(file_write(path, text, strlen(text)));
    struct story *story = story_load(path);
    unlink(path);
    return story;
}

static void every_command_reaches_the_host_in_order(void **state)
{
    (void)state;
    struct fake fake = {.screen = "home", .text = "你好"};
    struct story_host host = host_of(&fake);
    struct story *story = load("# a comment\n\n"
                               "tap #start\n  tap \"开始 练习\"\r\ntap 10 20.4\n"
                               "hold #corner 3000\nkey escape\n"
                               "expect screen home\nexpect text \"你好\"\n"
                               "shot 01-home\nwords w\nunplug 1\nplug 2\n");
    assert_non_null(story);
    enum story_state at = STORY_GOING;
    int frames = 0;
    while (at == STORY_GOING) {
        at = story_step(story, &host, frames++ * 1000);
    }
    assert_int_equal(at, STORY_DONE);
    assert_int_equal(frames, 11);
    assert_string_equal(fake.calls.text,
                        "id:start text:开始 练习 at:10,20 "
                        "hold:corner,3000 key:escape shot:01-home words:w "
                        "unplug:1 plug:2 ");
    story_free(story);
    str_free(&fake.calls);
}

/* A lesson draws its questions, so that what stands after an answer is not the same
 * twice. */
static void a_tap_with_an_if_waits_for_no_text(void **state)
{
    (void)state;
    struct fake fake = {.screen = "lesson", .text = "Not this one."};
    struct story_host host = host_of(&fake);
    struct story *story = load("tap #more if text \"Not this one.\"\n"
                               "tap \"Next\" if text \"Not that one.\"\n"
                               "tap #next\n");
    assert_non_null(story);
    while (story_step(story, &host, 0) == STORY_GOING) {
    }
    assert_string_equal(fake.calls.text, "id:more id:next ");
    story_free(story);
    str_free(&fake.calls);
}

static void wait_and_until_take_the_clocks_time(void **state)
{
    (void)state;
    struct fake fake = {.screen = "home"};
    struct story_host host = host_of(&fake);
    struct story *story = load("wait 500\nuntil screen result 1000\nshot x");
    assert_int_equal(story_step(story, &host, 7000000), STORY_GOING);
    assert_int_equal(story_step(story, &host, 7499999), STORY_GOING);
    assert_int_equal(story_step(story, &host, 7500000), STORY_GOING);
    assert_int_equal(story_step(story, &host, 8000000), STORY_GOING);
    fake.screen = "result";
    assert_int_equal(story_step(story, &host, 8900000), STORY_GOING);
    assert_int_equal(story_step(story, &host, 8900000), STORY_DONE);
    story_free(story);

    fake.screen = "home";
    story = load("until screen result 1000\n");
    assert_int_equal(story_step(story, &host, 0), STORY_GOING);
    assert_int_equal(story_step(story, &host, 1000000), STORY_FAILED);
    assert_non_null(
        strstr(err_text(), ":1: until: after 1000 ms: the screen is \"home\""));
    story_free(story);
    str_free(&fake.calls);
}

static void until_silent_waits_for_the_last_word(void **state)
{
    (void)state;
    struct fake fake = {.screen = "home", .text = "", .speaks = true};
    struct story_host host = host_of(&fake);
    struct story *story = load("until silent 1000\nshot x\n");
    assert_int_equal(story_step(story, &host, 0), STORY_GOING);
    assert_int_equal(story_step(story, &host, 999000), STORY_GOING);
    assert_string_equal(fake.calls.text ? fake.calls.text : "", "");
    fake.speaks = false;
    assert_int_equal(story_step(story, &host, 999999), STORY_GOING); /* on to the shot */
    story_step(story, &host, 1000000);
    assert_string_equal(fake.calls.text, "shot:x ");
    story_free(story);
    fake.speaks = true;
    story = load("until silent 1000\n");
    assert_int_equal(story_step(story, &host, 0), STORY_GOING);
    assert_int_equal(story_step(story, &host, 1000000), STORY_FAILED);
    assert_non_null(
        strstr(err_text(), ":1: until: after 1000 ms: something is still being said"));
    story_free(story);
    assert_null(load("until loud 1000\n"));
    assert_non_null(strstr(err_text(), "until silent MS"));
    str_free(&fake.calls);
}

/* It lasts until the last push has come up again. */
static void a_push_lasts_as_long_as_its_pushes(void **state)
{
    (void)state;

    const struct {
        const char *line;
        const char *call;
        int64_t lasts_us;
    } pushes[] = {
        {"push 55", "push:0,55,1,110 ", 545455},
        {"push 20.5 7", "push:0,20.5,7,110 ", 3818182},
        {"push 12 3 90", "push:0,12,3,90 ", 2000000},
        {"push 50 1 60 2", "push:2,50,1,60 ", 1000000},
    };

    for (size_t i = 0; i < sizeof pushes / sizeof *pushes; i++) {
        struct fake fake = {.screen = "practice"};
        struct story_host host = host_of(&fake);
        struct story *story = load(pushes[i].line);
        assert_non_null(story);
        assert_true(story_pushes(story));
        assert_int_equal(story_step(story, &host, 5), STORY_GOING);
        assert_int_equal(story_step(story, &host, 5 + pushes[i].lasts_us - 1),
                         STORY_GOING);
        assert_int_equal(story_step(story, &host, 5 + pushes[i].lasts_us), STORY_DONE);
        assert_string_equal(fake.calls.text, pushes[i].call);
        story_free(story);
        str_free(&fake.calls);
    }
    struct fake fake = {.screen = "practice"};
    struct story_host host = host_of(&fake);
    struct story *story = load("push 50 1 60 3");
    assert_int_equal(story_step(story, &host, 0), STORY_FAILED);
    assert_non_null(strstr(err_text(), ":1: push: manikin 3"));
    story_free(story);
    str_free(&fake.calls);
    story = load("shot push\nwait 5\n");
    assert_false(story_pushes(story));
    story_free(story);
}

static void a_lesson_is_opened_however_far_it_is(void **state)
{
    (void)state;
    struct fake fake = {.screen = "home"};
    struct story_host host = host_of(&fake);
    struct story *story = load("lesson knots 1000\nshot x");
    assert_int_equal(story_step(story, &host, 0), STORY_GOING);
    assert_int_equal(story_step(story, &host, 16000), STORY_GOING);
    fake.screen = "lesson";
    assert_int_equal(story_step(story, &host, 32000), STORY_GOING);
    assert_int_equal(story_step(story, &host, 48000), STORY_DONE);
    assert_string_equal(fake.calls.text, "towards:knots towards:knots shot:x ");
    story_free(story);

    fake.screen = "home";
    story = load("lesson knots 1000\n");
    assert_int_equal(story_step(story, &host, 0), STORY_GOING);
    assert_int_equal(story_step(story, &host, 1000000), STORY_FAILED);
    assert_non_null(strstr(err_text(), ":1: lesson: after 1000 ms: the screen is"));
    story_free(story);
    story = load("lesson absent 1000\n");
    assert_int_equal(story_step(story, &host, 0), STORY_FAILED);
    story_free(story);
    str_free(&fake.calls);
}

static void a_failed_expectation_names_its_line(void **state)
{
    (void)state;
    struct fake fake = {.screen = "home", .text = ""};
    struct story_host host = host_of(&fake);
    const char *failing[] = {"\nexpect screen staff\n", "\nexpect text \"x\"\n",
                             "\ntap #absent\n"};
    for (size_t i = 0; i < sizeof failing / sizeof *failing; i++) {
        struct story *story = load(failing[i]);
        assert_int_equal(story_step(story, &host, 0), STORY_FAILED);
        assert_non_null(strstr(err_text(), ":2: "));
        story_free(story);
    }
    str_free(&fake.calls);
}

static void a_slip_anywhere_refuses_the_whole_story(void **state)
{
    (void)state;
    const char *slips[] = {"tab #x",
                           "tap",
                           "tap x",
                           "tap 1",
                           "tap #a #b",
                           "tap \"open",
                           "tap #a if text b",
                           "tap #a if \"b\"",
                           "tap #a unless text \"b\"",
                           "wait",
                           "wait -1",
                           "wait soon",
                           "until screen home",
                           "expect home",
                           "expect text home",
                           "shot ../../etc/x",
                           "shot .x",
                           "words ../x",
                           "words",
                           "hold #a",
                           "plug one",
                           "key a b",
                           "lesson knots",
                           "lesson knots soon",
                           "tap 1 2 3 4",
                           "push",
                           "push 0.9",
                           "push 86",
                           "push hard",
                           "push 50 0",
                           "push 50 1.5",
                           "push 50 1001",
                           "push 50 3 19",
                           "push 50 3 251",
                           "push 50 3 110 0",
                           "push 50 3 110 17",
                           "push 50 3 110 1 1"};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        char text[128];
        str_format(text, sizeof text, "shot fine\n%s\n", slips[i]);
        err_clear();
        assert_null(load(text));
        assert_non_null(strstr(err_text(), ":2: "));
        assert_non_null(strstr(err_text(), "write "));
    }
    assert_null(story_load("/nowhere/a.story"));
    assert_non_null(strstr(err_text(), "/nowhere/a.story"));
}

static void any_bytes_are_refused_or_read(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const char *pieces[] = {"tap ", "#a ",   "\"", "wait ", "10 ",
                            "\n",   "shot ", "x",  "\t",    "é"};
    for (int round = 0; round < 300; round++) {
        struct str text = {0};
        int count = rng_int(&rng, 1, 30);
        for (int i = 0; i < count; i++) {
            str_add(&text, "%s", pieces[rng_int(&rng, 0, 9)]);
        }
        err_clear();
        struct story *story = load(text.text);
        assert_true(story || strstr(err_text(), "/tmp/story-"));
        story_free(story);
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_reaches_the_host_in_order),
        cmocka_unit_test(a_tap_with_an_if_waits_for_no_text),
        cmocka_unit_test(wait_and_until_take_the_clocks_time),
        cmocka_unit_test(until_silent_waits_for_the_last_word),
        cmocka_unit_test(a_push_lasts_as_long_as_its_pushes),
        cmocka_unit_test(a_lesson_is_opened_however_far_it_is),
        cmocka_unit_test(a_failed_expectation_names_its_line),
        cmocka_unit_test(a_slip_anywhere_refuses_the_whole_story),
        cmocka_unit_test(any_bytes_are_refused_or_read),
    };
    return cmocka_run_group_tests_name("story", tests, NULL, NULL);
}
