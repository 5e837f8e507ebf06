/* SPDX-License-Identifier: MIT */
/* Tapping the rhythm at the screen: from home without a manikin to its result and
 * count. */
#include <math.h>

#include "base/str.h"
#include "support/on_stage.h"
#include "support/sums.h"

static struct sums sums;

static int open_rhythm(void **state)
{
    open_stage(state);
    const struct sound_config config = {.clock = k->clock, .story = true};
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    k->sound = sound_create(&config);
    assert_non_null(k->sound);
    stage_tap(stage, "wake");
    stage_tap(stage, "rhythm");
    assert_string_equal(kiosk_screen_name(k), "rhythm");
    return 0;
}

static int close_rhythm(void **state)
{
    sound_destroy(k->sound);
    k->sound = NULL;
    return close_stage(state);
}

#define RHYTHM(test) cmocka_unit_test_setup_teardown(test, open_rhythm, close_rhythm)

/* Taps `count` times at a rate, by the screen or by the space bar. */
static void tap_at(double rate_cpm, int count, bool by_key)
{
    double due_s = 0;
    double now_s = 0;
    struct ui_rect pad;
    assert_true(ui_find_id(k->ui, "beat", &pad));
    for (int i = 0; i < count; i++) {
        if (by_key) {
            ui_inject_key(k->ui, "space");
        } else {
            ui_inject_tap(k->ui, pad.x + 20, pad.y + 20);
        }
        due_s += 60 / rate_cpm;
        double frames = floor((due_s - now_s) * 60);
        stage_pass(stage, frames / 60);
        now_s += frames / 60;
    }
}

static void a_good_rhythm_is_praised_and_counted(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 6; i++) {
        double rate = rng_between(&rng, 102, 118);
        tap_at(rate, (int)(rate / 60 * 19), i % 2 == 1);
        stage_pass(stage, 2);
        expect_shown("rhythm_right");
        expect_shown("rhythm_even");
        assert_int_equal(sums_of(&sums, COUNT_rhythm_done), i + 1);
        stage_tap(stage, "again");
        expect_shown("rhythm_start");
    }
}

static void what_is_too_fast_or_too_slow_is_said(void **state)
{
    (void)state;

    static const struct {
        double rate;
        const char *key;
    } cases[] = {{84, "rhythm_slow"}, {140, "rhythm_fast"}};

    for (size_t i = 0; i < 2; i++) {
        tap_at(cases[i].rate, (int)(cases[i].rate / 60 * 19), false);
        stage_pass(stage, 2);
        expect_shown(cases[i].key);
        stage_tap(stage, "again");
    }
}

static void too_few_taps_are_not_counted(void **state)
{
    (void)state;
    tap_at(110, 3, false);
    stage_pass(stage, 21);
    expect_shown("rhythm_few");
    assert_int_equal(sums_of(&sums, COUNT_rhythm_done), 0);
}

static void the_beat_leaves_the_visitor_alone(void **state)
{
    (void)state;
    assert_true(sound_beat_phase(k->sound) >= 0);
    tap_at(110, 10, false);
    assert_true(sound_beat_phase(k->sound) >= 0);
    expect_shown("rhythm_follow");
    tap_at(110, 15, false);
    expect_shown("rhythm_alone");
    assert_true(sound_beat_phase(k->sound) < 0);
}

static void who_leaves_takes_the_beat_along_and_is_not_counted(void **state)
{
    (void)state;
    tap_at(110, 12, false);
    stage_tap(stage, "stop");
    assert_string_equal(kiosk_screen_name(k), "home");
    assert_true(sound_beat_phase(k->sound) < 0);
    stage_pass(stage, 20);
    assert_int_equal(sums_of(&sums, COUNT_rhythm_done), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RHYTHM(a_good_rhythm_is_praised_and_counted),
        RHYTHM(what_is_too_fast_or_too_slow_is_said),
        RHYTHM(too_few_taps_are_not_counted),
        RHYTHM(the_beat_leaves_the_visitor_alone),
        RHYTHM(who_leaves_takes_the_beat_along_and_is_not_counted),
    };
    return cmocka_run_group_tests_name("rhythm_screen", tests, NULL, NULL);
}
