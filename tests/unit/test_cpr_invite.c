/* SPDX-License-Identifier: MIT */
/* Nobody has said who presses: rhythm is coached, depth is invited now and then. */
#include <math.h>

#include "support/tap.h"
#include "support/wave.h"

enum { CASES = 40, CHANGES_MAX = 64, RUN_S = 60 };

static struct cpr_guideline adult, light;

/* The prompts of a run, each with the time at which it came up. */
struct told {
    struct cpr_session session;
    struct cpr_live live;
    int count;
    enum cpr_prompt prompt[CHANGES_MAX];
    double at_s[CHANGES_MAX];
    double now_s;
};

static struct told told;
static struct cpr_compression events[WAVE_EVENTS_MAX];
static uint32_t event_count;

static void begin(const struct cpr_guideline *guideline, bool invites)
{
    told = (struct told){0};
    event_count = 0;
    cpr_start(&told.session, guideline, CPR_COMPRESSION_ONLY);
    cpr_invite_depth(&told.session, invites);
}

static void press(double seconds, double depth_mm, double rate_cpm, struct rng *rng)
{
    struct wave wave = wave_perfect();
    wave.depth_mm = depth_mm;
    wave.rate_cpm = rate_cpm;
    wave.pushes = (int)(seconds * rate_cpm / 60);
    double zero_s = told.now_s;
    double t_s = 0;
    struct cpr_sample sample;
    struct cpr_compression done;
    while (wave_next(&wave, rng, &t_s, &sample)) {
        sample.t_us += (int64_t)(zero_s * 1e6);
        if (cpr_add(&told.session, &sample, &done)) {
            events[event_count++] = done;
        }
        cpr_live(&told.session, &told.live);
        told.now_s = zero_s + t_s;
        enum cpr_prompt last =
            told.count > 0 ? told.prompt[told.count - 1] : CPR_PROMPT_NONE;
        if (told.live.prompt != last && told.count < CHANGES_MAX) {
            told.at_s[told.count] = (double)sample.t_us / 1e6;
            told.prompt[told.count++] = told.live.prompt;
        }
    }
}

static int times(enum cpr_prompt prompt)
{
    int count = 0;
    for (int i = 0; i < told.count; i++) {
        count += told.prompt[i] == prompt;
    }
    return count;
}

/* Each invitation stands as long as it may, and the next one is far off. */
static void expect_invitations(enum cpr_prompt prompt)
{
    double last_s = -CPR_INVITE_GAP_S;
    for (int i = 0; i < told.count; i++) {
        if (told.prompt[i] != prompt) {
            continue;
        }
        double until_s = i + 1 < told.count ? told.at_s[i + 1] : told.now_s;
        assert_true(until_s - told.at_s[i] <= CPR_INVITE_S + 0.05);
        assert_true(told.at_s[i] - last_s >= CPR_INVITE_GAP_S - 0.05);
        last_s = told.at_s[i];
    }
}

static void a_way_to_full_depth_is_invited_after_praise(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        bool deep = round % 4 == 0;
        double depth_mm = deep ? rng_between(&rng, 61, 72) : rng_between(&rng, 17, 49);
        enum cpr_prompt wanted = deep ? CPR_PROMPT_LESS_DEEP : CPR_PROMPT_DEEPER;
        begin(&light, true);
        press(RUN_S, depth_mm, rng_between(&rng, 101, 119), &rng);
        assert_true(told.count > 0);
        assert_int_equal(told.prompt[0], CPR_PROMPT_GOOD);
        assert_in_range(times(wanted), 3, 4);
        assert_int_equal(told.live.invited, times(wanted));
        assert_in_range(times(CPR_PROMPT_GOOD), 4, 7);
        expect_invitations(wanted);
    }
}

static void rhythm_comes_first(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        bool fast = round % 2;
        double rate = fast ? rng_between(&rng, 125, 145) : rng_between(&rng, 75, 96);
        begin(&light, true);
        press(30, 30, rate, &rng);
        assert_int_equal(told.live.invited, 0);
        assert_int_equal(told.live.prompt, fast ? CPR_PROMPT_SLOWER : CPR_PROMPT_FASTER);
        press(15, 30, 110, &rng); /* now it is right: praise, and then the way */
        assert_int_equal(told.live.invited, 1);
        assert_true(times(CPR_PROMPT_GOOD) > 0);
    }
}

static void who_is_deep_enough_hears_nothing_of_it(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        begin(&light, true);
        press(30, rng_between(&rng, 51, 59), rng_between(&rng, 101, 119), &rng);
        assert_int_equal(told.live.invited, 0);
        assert_int_equal(times(CPR_PROMPT_DEEPER) + times(CPR_PROMPT_LESS_DEEP), 0);
    }
}

/* Said to be a child, nothing more of it; an adult is told as long as it is so. */
static void an_answer_ends_the_invitations(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < CASES; round++) {
        double depth_mm = rng_between(&rng, 17, 45);
        begin(&light, true);
        press(rng_between(&rng, 8, 25), depth_mm, 110, &rng);
        int before = times(CPR_PROMPT_DEEPER);
        cpr_invite_depth(&told.session, false);
        if (round % 2) {
            press(30, depth_mm, 110, &rng);
            assert_int_equal(times(CPR_PROMPT_DEEPER), before);
            continue;
        }
        assert_true(cpr_regard(&told.session, &adult, events, event_count));
        press(30, depth_mm, 110, &rng);
        assert_int_equal(told.live.prompt, CPR_PROMPT_DEEPER);
        assert_true(told.now_s - told.at_s[told.count - 1] > 20);
    }
}

/* By an adult's guideline, or without being asked to, nothing is different. */
static void nobody_else_is_invited(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    begin(&light, false);
    press(RUN_S, 30, 110, &rng);
    assert_int_equal(times(CPR_PROMPT_DEEPER), 0);
    begin(&adult, true);
    press(RUN_S, 40, 110, &rng);
    assert_int_equal(told.live.invited, 0);
    assert_int_equal(told.live.prompt, CPR_PROMPT_DEEPER);
    assert_int_equal(times(CPR_PROMPT_DEEPER), 1);
}

int main(void)
{
    adult = light = wave_guideline();
    light.depth_scored = false;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_way_to_full_depth_is_invited_after_praise),
        cmocka_unit_test(rhythm_comes_first),
        cmocka_unit_test(who_is_deep_enough_hears_nothing_of_it),
        cmocka_unit_test(an_answer_ends_the_invitations),
        cmocka_unit_test(nobody_else_is_invited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
