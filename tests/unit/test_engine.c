/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "speech/engine.h"
#include "support/tap.h"

/* What a sink has heard, and when it wants no more. */
struct heard {
    size_t samples;
    int loudest;
    size_t calls;
    size_t calls_wanted; /* 0: all */
};

static bool hear(const int16_t *samples, size_t count, void *ctx)
{
    struct heard *heard = ctx;
    for (size_t i = 0; i < count; i++) {
        int loud = samples[i] < 0 ? -samples[i] : samples[i];
        heard->loudest = loud > heard->loudest ? loud : heard->loudest;
    }
    heard->samples += count;
    heard->calls++;
    return heard->calls_wanted == 0 || heard->calls < heard->calls_wanted;
}

static struct heard say(struct speech_engine *engine, const char *voice,
                        const char *given, int speed_percent, size_t calls_wanted)
{
    struct heard heard = {.calls_wanted = calls_wanted};
    if (!speech_engine_say(engine, voice, given, speed_percent, hear, &heard)) {
        fail_msg("%s", err_text());
    }
    return heard;
}

static void both_languages_are_heard(void **state)
{
    struct speech_engine *engine = *state;
    assert_in_range(speech_engine_rate_hz(engine), 8000, 48000);
    size_t second = (size_t)speech_engine_rate_hz(engine);
    struct heard zh =
        say(engine, "cmn-latn-pinyin", "chong2 fu4，da3 yao1 er4 ling2", 100, 0);
    struct heard en = say(engine, "en-gb", "Press hard, and keep on.", 100, 0);
    assert_in_range(zh.samples, second / 2, second * 6);
    assert_in_range(en.samples, second / 2, second * 6);
    assert_true(zh.loudest > 2000 && en.loudest > 2000);
}

static void slower_takes_longer(void **state)
{
    struct heard slow = say(*state, "en-gb", "Press hard and keep on.", 70, 0);
    struct heard plain = say(*state, "en-gb", "Press hard and keep on.", 100, 0);
    struct heard fast = say(*state, "en-gb", "Press hard and keep on.", 150, 0);
    assert_true(slow.samples > plain.samples + plain.samples / 10);
    assert_true(fast.samples < plain.samples - plain.samples / 10);
    /* Out of the limits: the limits. */
    struct heard slowest =
        say(*state, "en-gb", "Press hard and keep on.", SPEECH_SPEED_MIN_PERCENT, 0);
    struct heard slower = say(*state, "en-gb", "Press hard and keep on.", 1, 0);
    assert_in_range(slower.samples, slowest.samples * 95 / 100,
                    slowest.samples * 105 / 100);
}

/* No call more comes, and the next text is whole again. */
static void a_sink_stops_it_at_once(void **state)
{
    const char *given = "One, two, three, four, five, six, seven, eight, nine, ten.";
    struct heard whole = say(*state, "en-gb", given, 100, 0);
    struct rng rng = rng_begin();
    for (int i = 0; i < 20; i++) {
        size_t wanted = (size_t)rng_int(&rng, 1, (int)whole.calls / 2);
        assert_int_equal(say(*state, "en-gb", given, 100, wanted).calls, wanted);
        /* It varies a little from one time to the next. */
        size_t again = say(*state, "en-gb", given, 100, 0).samples;
        assert_in_range(again, whole.samples * 95 / 100, whole.samples * 105 / 100);
    }
}

static void sounds_are_told(void **state)
{
    struct str out = {0};
    assert_true(
        speech_engine_sounds(*state, "cmn-latn-pinyin", "chong2 fu4，ni4 shui3", &out));
    assert_non_null(strstr(out.text, "ts.h'ong35"));
    assert_non_null(strstr(out.text, "s.w'ei214"));
    str_free(&out);
    assert_true(speech_engine_sounds(*state, "en-gb", "", &out));
    str_free(&out);
}

static void an_unknown_voice_is_told(void **state)
{
    struct heard heard = {0};
    struct str out = {0};
    assert_false(speech_engine_say(*state, "no-such-voice", "a", 100, hear, &heard));
    assert_non_null(strstr(err_text(), "no voice \"no-such-voice\""));
    assert_false(speech_engine_sounds(*state, "", "a", &out));
    assert_int_equal(heard.calls, 0);
    /* And the ones there are still speak. */
    assert_true(say(*state, "en-gb", "yes", 100, 0).samples > 0);
}

static void texts_of_nothing_are_silent(void **state)
{
    static const char *const texts[] = {"", " ", "，", "。。。", "\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(say(*state, "cmn-latn-pinyin", texts[i], 100, 0).loudest < 100);
    }
}

static int begin(void **state)
{
    *state = speech_engine_create();
    return *state ? 0 : -1;
}

static int end(void **state)
{
    speech_engine_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_languages_are_heard),
        cmocka_unit_test(slower_takes_longer),
        cmocka_unit_test(a_sink_stops_it_at_once),
        cmocka_unit_test(sounds_are_told),
        cmocka_unit_test(an_unknown_voice_is_told),
        cmocka_unit_test(texts_of_nothing_are_silent),
    };
    return cmocka_run_group_tests_name("engine", tests, begin, end);
}
