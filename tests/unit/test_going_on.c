/* SPDX-License-Identifier: MIT */
/*
 * A right answer goes on by itself: when it could be read or has been heard, never
 * sooner, and never for who touches, is wrong, or has asked for time.
 */
#include <math.h>
#include <string.h>

#include "screens/going_on.h"
#include "screens/speaking.h"
#include "support/on_stage.h"
#include "support/sums.h"

#define FRAME_S 0.1

enum { RATE = 48000, LINE_S = 7, LONG_S = 45 };

static struct sums sums;

static int open_counted(void **state)
{
    sums = (struct sums){.count = 0};
    open_stage(state);
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

#define COUNTED(test) cmocka_unit_test_setup_teardown(test, open_counted, close_stage)

/* In the ten frames a second of a screen that does not move. */
static void pass(double seconds)
{
    for (double passed = 0; passed < seconds; passed += FRAME_S) {
        kiosk_frame(k);
        clock_move(&stage->clock, (int64_t)(FRAME_S * 1e6));
    }
}

static int step_now(void)
{
    const struct lesson_card *card = k->lesson ? lesson_card(k->lesson) : NULL;
    return card ? card->step : 0;
}

static void tap_option(int option)
{
    char id[32];
    str_format(id, sizeof id, "option-%d", option);
    stage_tap(stage, id);
}

static bool is_question(const struct lesson_card *card)
{
    return card->option_count > 0 &&
           (card->right > 0 || card->kind == CARD_order || card->kind == CARD_match);
}

/* The answer, with its reason told. */
static void answer(bool right)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    if (card->kind == CARD_order || card->kind == CARD_match) {
        for (size_t i = 0; i < card->option_count; i++) {
            tap_option(card->right_order[right ? i : card->option_count - 1 - i]);
        }
        stage_tap(stage, "next");
    } else {
        tap_option(right ? card->right : card->right == 1 ? 2 : 1);
    }
}

static void open_lesson(const char *folder)
{
    kiosk_open_lesson(k, "adult-cpr");
    lesson_close(k->lesson);
    k->lesson = lesson_open(folder, kiosk_lang(k), 3);
    stage_pass(stage, 0.1);
    assert_string_equal(lesson_error(k->lesson), "");
}

/* To the first card that is a question. */
static void open_question(void)
{
    open_lesson("tests/lessons/adult-cpr");
    while (!is_question(lesson_card(k->lesson))) {
        stage_tap(stage, "next");
    }
}

/* The rule a second time: four Chinese characters a second, or twelve letters, and 2
 * s. */
static double time_to_read(void)
{
    struct str words = {0};
    double quarters = 0;
    kiosk_say(k, &words);
    for (const char *at = words.text; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        quarters += byte >= 0xE3 && byte < 0xF0 ? 1 : byte < 0x80 ? 1 / 3.0 : 0;
    }
    str_free(&words);
    return fmax(quarters / 4 + 2, 4);
}

/* How long the card stays from now on, without a touch. */
static double time_until_next(void)
{
    int step = step_now();
    double passed = 0;
    for (; step_now() == step && passed < LONG_S; passed += FRAME_S) {
        pass(FRAME_S / 2);
    }
    return passed;
}

static void every_right_answer_goes_on_when_it_could_be_read(void **state)
{
    (void)state;
    static const char *const folders[] = {
        "tests/lessons/adult-cpr", "tests/lessons/solferino",
        "tests/lua/screens/every-card", "tests/lua/screens/wrong-answers"};
    int gone = 0;
    int praised = 0;
    for (size_t i = 0; i < 2 * sizeof folders / sizeof *folders; i++) {
        kiosk_set_lang(k, i & 1 ? "en" : "zh-CN");
        open_lesson(folders[i / 2]);
        while (lesson_state(k->lesson) == LESSON_CARD) {
            const struct lesson_card *card = lesson_card(k->lesson);
            bool asks = is_question(card);
            bool praises = card->kind == CARD_praise;
            if (asks) {
                answer(true);
            }
            if ((asks || praises) && !can_touch("page-next")) {
                double needed = time_to_read();
                double waited = time_until_next();
                if (fabs(waited - needed) > 0.5) {
                    fail_msg("%s, step %d: %g s instead of %g", folders[i / 2],
                             step_now(), waited, needed);
                }
                gone += asks;
                praised += praises;
            } else if (!asks && !praises) {
                int step = card->step;
                double waits = card->kind == CARD_show ? 20 : 0.1;
                pass(waits);
                assert_int_equal(step_now(), step);
                bool presses = card->kind == CARD_practice || card->kind == CARD_test;
                if (card->option_count > 0) {
                    tap_option(1); /* nothing is right */
                }
                stage_tap(stage, presses || card->play_count > 0 ? "skip" : "next");
            } else {
                stage_tap(stage, "next");
            }
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
    printf("# %d right answers and %d praises went on\n", gone, praised);
    assert_true(gone > 20 && praised > 2);
}

static void a_wrong_answer_waits_for_its_reader(void **state)
{
    (void)state;
    open_question();
    int step = step_now();
    answer(false);
    stage_tap(stage, "next"); /* to what is right, where that was not yet told */
    if (step_now() == step) {
        pass(LONG_S);
        assert_int_equal(step_now(), step);
    }
    open_question();
    step = step_now();
    answer(false);
    pass(LONG_S);
    assert_int_equal(step_now(), step);
}

/* On nothing, at any time, and then never more: also after a look at the card before. */
static void any_touch_ends_the_wait(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 8; i++) {
        bool back = i % 2 == 1;
        open_question();
        int step = step_now();
        answer(true);
        double needed = time_to_read();
        stage_pass(stage, rng_between(&rng, 0, needed - 1));
        assert_int_equal(step_now(), step);
        if (back) {
            stage_tap(stage, "card-back");
            stage_pass(stage, 2);
            stage_tap(stage, "next");
        } else {
            ui_inject_tap(k->ui, 3, ui_height(k->ui) / 2);
        }
        pass(LONG_S);
        assert_int_equal(step_now(), step);
        assert_null(k->trail.past);
        stage_tap(stage, "next");
        assert_int_equal(step_now(), step + 1);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

static void with_low(void)
{
    k->wishes.low = true;
}

static void with_calm(void)
{
    k->wishes.calm = true;
}

static void with_a_slower_voice(void)
{
    k->speaking.slower = 1;
}

static void with_keys(void)
{
    ui_inject_key(k->ui, "tab");
}

static void with_wishes_open(void)
{
    k->wishes.open = true;
}

static void who_needs_time_has_it(void **state)
{
    (void)state;
    static void (*const needs[])(void) = {with_low, with_calm, with_a_slower_voice,
                                          with_keys, with_wishes_open};
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        open_question();
        int step = step_now();
        answer(true);
        needs[i]();
        pass(LONG_S);
        assert_int_equal(step_now(), step);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

/* ---- heard ------------------------------------------------------------------------- */

/* Longer than it takes to read it. */
static bool speak(void *context, const char *voice, double slower, const char *text,
                  sound_sink *sink, void *sink_context)
{
    static int16_t silence[LINE_S * RATE];
    (void)context;
    (void)voice;
    (void)slower;
    (void)text;
    sink(sink_context, RATE, silence, sizeof silence / sizeof *silence);
    return true;
}

static void who_is_read_to_hears_it_to_the_end(void **state)
{
    (void)state;
    k->sound = sound_create(&(struct sound_config){
        .clock = k->clock, .source = {.speak = speak}, .story = true});
    open_question();
    int step = step_now();
    answer(true);
    double spoken = 0;
    double quiet = 0;
    while (step_now() == step && spoken + quiet < LONG_S) {
        bool speaks = sound_speaks(k->sound);
        spoken += speaks ? FRAME_S : 0;
        quiet = speaks ? 0 : quiet + FRAME_S;
        pass(FRAME_S / 2);
    }
    printf("# %.1f s heard, %.1f s quiet\n", spoken, quiet);
    assert_true(spoken > 1.5 * LINE_S);
    assert_true(quiet > 2 && quiet < 4);
    assert_int_equal(step_now(), step + 1);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    sound_destroy(k->sound);
    k->sound = NULL;
}

/* ---- who has gone ------------------------------------------------------------------ */

/* The countdown stands where the lesson goes on by itself, and is not put off by it. */
static void who_has_left_is_missed_all_the_same(void **state)
{
    (void)state;
    open_question();
    answer(true);
    double from_s = (double)k->input_us / 1e6;
    while (k->session && (double)clock_now_us(k->clock) / 1e6 < from_s + 200) {
        pass(FRAME_S / 2);
    }
    double took_s = (double)clock_now_us(k->clock) / 1e6 - from_s;
    assert_false(k->session);
    assert_true(fabs(took_s - k->settings.idle_s - k->settings.countdown_s) < 0.5);
    assert_int_equal(sums_of(&sums, COUNT_question), 1);
    assert_int_equal(sums_of(&sums, COUNT_lesson_done), 0);
}

static void beside_the_countdown_nothing_goes_on(void **state)
{
    (void)state;
    open_question();
    int step = step_now();
    k->settings.idle_s = 2;
    answer(true);
    stage_pass(stage, 3);
    assert_true(k->counting_down);
    stage_pass(stage, k->settings.countdown_s - 3);
    assert_int_equal(step_now(), step);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COUNTED(every_right_answer_goes_on_when_it_could_be_read),
        COUNTED(a_wrong_answer_waits_for_its_reader),
        COUNTED(any_touch_ends_the_wait),
        COUNTED(who_needs_time_has_it),
        COUNTED(who_is_read_to_hears_it_to_the_end),
        COUNTED(who_has_left_is_missed_all_the_same),
        COUNTED(beside_the_countdown_nothing_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
