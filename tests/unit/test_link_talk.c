/* SPDX-License-Identifier: MIT */
/* A port that talks and is not understood is never called silent. */
#include <string.h>

#include "base/str.h"
#include "link/link.h"
#include "support/link_bench.h"
#include "support/tap.h"

/* `line`, the number of the round in the place of its '@', every `every_ms`. */
static void talk_for(struct bench *bench, const char *line, int every_ms, int ms)
{
    for (int passed = 0, round = 0; passed < ms; passed += every_ms, round++) {
        struct str text = {0};
        for (const char *at = line; *at; at++) {
            str_add(&text, *at == '@' ? "%d" : "%c", *at == '@' ? 40 + round % 9 : *at);
        }
        str_add(&text, "\r\n");
        say(bench, text.text);
        str_free(&text);
        pass(bench, every_ms, false);
    }
}

static void expect(const char *line, int every_ms, enum talk_kind kind,
                   const char *quoted)
{
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    talk_for(&bench, line, every_ms, 7000);
    struct link_status status = status_of(&bench);
    assert_int_equal(status.state, LINK_SEARCHING);
    if (status.talk != kind) {
        fail_msg("%s: kind %d, not %d", line, status.talk, kind);
    }
    assert_string_equal(status.talk_line, quoted);
    assert_string_equal(status.talk_port, "/dev/ttyUSB0");
    /* Understood, it has nothing more to say. */
    ready_after(&bench, 10000);
    assert_int_equal(status_of(&bench).talk, TALK_NOTHING);
    bench_end(&bench);
}

static void what_comes_is_told_and_quoted(void **state)
{
    (void)state;
    expect("12:34:56", 100, TALK_UNKNOWN, "12:34:56");
    expect("No convergence", 100, TALK_WORDS, "No convergence");
    expect("超出范围", 100, TALK_WORDS, "超出范围");
    expect("Push \t@", 600, TALK_SLOW, "Push  42");
    expect("== 46 == and so on, for more than sixty characters, of which 深度", 100,
           TALK_UNKNOWN, "== 46 == and so on, for more than sixty characters, of whic…");
    expect("\xFF\x01\x82", 100, TALK_NOISE, "");
}

/* Other baud rates make noise of it; what was heard at the right one is kept. */
static void what_was_heard_outlasts_other_baud_rates(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    for (int i = 0; i < 40; i++) {
        talk_for(&bench, "12:34:56", 100, 1000);
        if (i > 1) {
            assert_int_equal(status_of(&bench).talk, TALK_UNKNOWN);
            assert_string_equal(status_of(&bench).talk_line, "12:34:56");
        }
    }
    cable_pull(&bench.cable, 0);
    pass(&bench, 70000, false);
    assert_int_equal(status_of(&bench).talk, TALK_NOTHING);
    bench_end(&bench);
}

static void silence_is_silence(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    pass(&bench, 20000, false);
    assert_int_equal(status_of(&bench).talk, TALK_NOTHING);
    assert_string_equal(status_of(&bench).talk_line, "");
    bench_end(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_is_told_and_quoted),
        cmocka_unit_test(what_was_heard_outlasts_other_baud_rates),
        cmocka_unit_test(silence_is_silence),
    };
    return cmocka_run_group_tests_name("link, what is not understood", tests, NULL, NULL);
}
