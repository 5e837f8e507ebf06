/* SPDX-License-Identifier: MIT */
/* What is said, when, and what is shown live. */
#include <math.h>
#include <stdlib.h>

#include "support/tap.h"
#include "support/wave.h"

static struct wave_run run;
static struct rng still;
static int64_t now_us;

static void begin(enum cpr_mode mode)
{
    struct cpr_guideline guideline = wave_guideline();
    now_us = 0;
    cpr_start(&run.session, &guideline, mode);
}

/* Called for each sample, after it. */
typedef void watcher(const struct cpr_live *live, void *ctx);

static void go_on(const struct wave *wave, watcher *watch, void *ctx)
{
    struct cpr_sample sample;
    struct cpr_compression done;
    struct cpr_live live;
    double t_s = 0;
    int64_t from_us = now_us;
    while (wave_next(wave, &still, &t_s, &sample)) {
        sample.t_us += from_us;
        cpr_add(&run.session, &sample, &done);
        cpr_live(&run.session, &live);
        if (watch) {
            watch(&live, ctx);
        }
        now_us = from_us + (int64_t)(t_s * 1e6 + 0.5);
    }
}

static void push(int count, double depth_mm, double rate_cpm, double lean_mm)
{
    struct wave wave = wave_perfect();
    wave.pushes = count;
    wave.depth_mm = depth_mm;
    wave.rate_cpm = rate_cpm;
    wave.lean_mm = lean_mm;
    go_on(&wave, NULL, NULL);
}

static void rest(double seconds)
{
    struct wave wave = wave_perfect();
    wave.bouts = 0;
    wave.pushes = 0;
    wave.before_s = seconds;
    go_on(&wave, NULL, NULL);
}

static enum cpr_prompt prompt(void)
{
    struct cpr_live live;
    cpr_live(&run.session, &live);
    return live.prompt;
}

static void one_prompt_in_order(void **state)
{
    (void)state;

    static const struct {
        double depth_mm, rate_cpm, lean_mm;
        enum cpr_prompt prompt;
    } cases[] = {
        {55, 110, 0, CPR_PROMPT_GOOD},      {40, 110, 0, CPR_PROMPT_DEEPER},
        {65, 110, 0, CPR_PROMPT_LESS_DEEP}, {55, 90, 0, CPR_PROMPT_FASTER},
        {55, 135, 0, CPR_PROMPT_SLOWER},    {55, 110, 9, CPR_PROMPT_RELEASE},
        {40, 90, 9, CPR_PROMPT_DEEPER}, /* the first of three faults */
        {65, 135, 9, CPR_PROMPT_LESS_DEEP}, {55, 90, 9, CPR_PROMPT_FASTER},
        {55, 135, 9, CPR_PROMPT_SLOWER},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(CPR_COMPRESSION_ONLY);
        push(8, cases[i].depth_mm, cases[i].rate_cpm, cases[i].lean_mm);
        assert_int_equal(prompt(), cases[i].prompt);
    }
}

/* Where nobody knows the depth: the rhythm is coached, and two minutes are enough. */
static void the_rhythm_alone_can_be_coached(void **state)
{
    (void)state;

    static const struct {
        double depth_mm, rate_cpm, lean_mm;
        enum cpr_prompt prompt;
    } cases[] = {
        {30, 110, 0, CPR_PROMPT_GOOD},  {75, 110, 12, CPR_PROMPT_GOOD},
        {30, 90, 9, CPR_PROMPT_FASTER}, {75, 135, 9, CPR_PROMPT_SLOWER},
        {55, 110, 15, CPR_PROMPT_GOOD},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(CPR_COMPRESSION_ONLY);
        cpr_coach_rhythm(&run.session);
        push(8, cases[i].depth_mm, cases[i].rate_cpm, cases[i].lean_mm);
        assert_int_equal(prompt(), cases[i].prompt);
        rest(3.5);
        assert_int_equal(prompt(), CPR_PROMPT_START);
    }
    begin(CPR_COMPRESSION_ONLY);
    cpr_coach_rhythm(&run.session);
    for (int i = 0; i < 10; i++) {
        push(20, 60 - 3 * i, 110, 0); /* a sensor that fades is no tired rescuer */
        assert_true(prompt() == CPR_PROMPT_NONE || prompt() == CPR_PROMPT_GOOD);
    }
    push(21, 40, 110, 0); /* 2 minutes */
    assert_int_equal(prompt(), CPR_PROMPT_SWAP);
}

static void a_fault_shows_in_three_of_four(void **state)
{
    (void)state;
    begin(CPR_COMPRESSION_ONLY);
    push(4, 55, 110, 0);
    push(2, 40, 110, 0);
    assert_int_equal(prompt(), CPR_PROMPT_NONE);
    push(1, 55, 110, 0);
    push(1, 40, 110, 0); /* the third of four: shown before the push is over */
    assert_int_equal(prompt(), CPR_PROMPT_DEEPER);
    push(1, 55, 110, 0);
    assert_int_equal(prompt(), CPR_PROMPT_DEEPER);
    push(1, 55, 110, 0);
    assert_int_equal(prompt(), CPR_PROMPT_GOOD);
    push(1, 40, 110, 0); /* no streak, and no fault yet either */
    push(5, 55, 110, 0);
    assert_int_equal(prompt(), CPR_PROMPT_NONE);
}

static void praise_waits_for_the_last_fault(void **state)
{
    (void)state;
    begin(CPR_COMPRESSION_ONLY);
    push(6, 40, 90, 0);
    assert_int_equal(prompt(), CPR_PROMPT_DEEPER);
    push(3, 55, 90, 0);
    assert_int_equal(prompt(), CPR_PROMPT_FASTER);
    push(4, 55, 110, 0);
    assert_int_equal(prompt(), CPR_PROMPT_GOOD);
}

static void idle_hands_are_told_to_start(void **state)
{
    (void)state;
    begin(CPR_COMPRESSION_ONLY);
    rest(2.9);
    assert_int_equal(prompt(), CPR_PROMPT_NONE);
    rest(0.3);
    assert_int_equal(prompt(), CPR_PROMPT_START);
    push(4, 40, 110, 0);
    assert_int_equal(prompt(), CPR_PROMPT_DEEPER);
    rest(2.8);
    assert_int_equal(prompt(), CPR_PROMPT_DEEPER);
    rest(0.4);
    assert_int_equal(prompt(), CPR_PROMPT_START);
    push(1, 40, 110, 0); /* what was before the pause is forgotten */
    assert_int_equal(prompt(), CPR_PROMPT_NONE);
}

static void breaths_have_their_time(void **state)
{
    (void)state;
    begin(CPR_30_2);
    rest(3.1);
    assert_int_equal(prompt(), CPR_PROMPT_START);
    push(30, 55, 110, 0);
    rest(9.5);
    assert_int_equal(prompt(), CPR_PROMPT_NONE);
    rest(1);
    assert_int_equal(prompt(), CPR_PROMPT_START);
    push(7, 55, 110, 0); /* who stops after seven has not stopped to breathe */
    rest(3.2);
    assert_int_equal(prompt(), CPR_PROMPT_START);
}

struct praises {
    enum cpr_prompt last;
    int count;
    double at_s[16];
    uint32_t complete[16]; /* good compressions that were complete then */
    uint32_t voices;
};

static void note_praise(const struct cpr_live *live, void *ctx)
{
    struct praises *praises = ctx;
    if (live->prompt == CPR_PROMPT_GOOD && praises->last != CPR_PROMPT_GOOD) {
        praises->at_s[praises->count] = (double)run.session.sample.t_us / 1e6;
        praises->complete[praises->count] = live->streak;
        praises->count++;
    }
    praises->last = live->prompt;
    praises->voices = live->spoken;
}

/* After the fifth, then 10 s after the last praise, as soon as one is complete. */
static void good_pushes_are_praised(void **state)
{
    for (int round = 0; round < 20; round++) {
        struct praises praises = {.last = CPR_PROMPT_NONE};
        struct wave wave = wave_perfect();
        wave.depth_mm = rng_between(*state, 51, 59);
        wave.rate_cpm = rng_between(*state, 102, 118);
        wave.lean_mm = rng_between(*state, 0, 3);
        double period_s = 60 / wave.rate_cpm;
        begin(CPR_COMPRESSION_ONLY);
        go_on(&wave, note_praise, &praises);
        int most = (int)((wave_seconds(&wave) - 6 * period_s) / 10) + 1;
        assert_in_range(praises.count, most - 1, most);
        assert_true(praises.complete[0] == 5);
        expect_near(praises.at_s[0], 5 * period_s, period_s);
        for (int i = 1; i < praises.count; i++) {
            expect_near(praises.at_s[i] - praises.at_s[i - 1], 10 + period_s / 2,
                        period_s / 2 + 0.02);
        }
        assert_true(praises.voices == (uint32_t)praises.count); /* each is heard */
    }
}

static void four_good_pushes_are_not_yet_praised(void **state)
{
    (void)state;
    struct praises praises = {.last = CPR_PROMPT_NONE};
    struct wave wave = wave_perfect();
    begin(CPR_COMPRESSION_ONLY);
    for (int i = 0; i < 12; i++) { /* one in five is too shallow: no fault, no praise */
        wave.pushes = 4;
        wave.depth_mm = 55;
        go_on(&wave, note_praise, &praises);
        wave.pushes = 1;
        wave.depth_mm = 44;
        go_on(&wave, note_praise, &praises);
    }
    assert_int_equal(praises.count, 0);
}

static uint32_t streak(void)
{
    struct cpr_live live;
    cpr_live(&run.session, &live);
    return live.streak;
}

static void a_streak_is_counted(void **state)
{
    (void)state;
    begin(CPR_30_2);
    push(16, 55, 110, 0);
    assert_true(streak() == 15); /* the last may still be leaned on */
    rest(5);
    assert_true(streak() == 16); /* breaths do not end it */
    push(1, 44, 110, 0);
    rest(1.2);
    assert_true(streak() == 0);
    push(6, 55, 110, 0);
    rest(1.2);
    assert_true(streak() == 6);
    rest(2.5); /* a stop does */
    assert_true(streak() == 0);
}

/* Whatever has just been said: nobody waits for a stop to be told. */
static void a_stop_is_told_at_once(void **state)
{
    for (int round = 0; round < 20; round++) {
        struct cpr_live live;
        begin(CPR_COMPRESSION_ONLY);
        push(rng_int(*state, 4, 30), rng_between(*state, 30, 70),
             rng_between(*state, 80, 140), 0);
        uint32_t spoken = 0;
        int steps = 0;
        for (; prompt() != CPR_PROMPT_START; steps++) {
            cpr_live(&run.session, &live);
            spoken = live.spoken;
            rest(0.02);
        }
        assert_in_range(steps, 2.6 / 0.02, 3.2 / 0.02);
        cpr_live(&run.session, &live);
        assert_true(live.spoken == spoken + 1);
        rest(9);
        cpr_live(&run.session, &live);
        assert_true(live.spoken == spoken + 1); /* and not again and again */
    }
}

struct heard {
    uint32_t spoken;
    int64_t last_us;
    int64_t least_apart_us;
    int count;
};

static void listen(const struct cpr_live *live, void *ctx)
{
    struct heard *heard = ctx;
    int64_t t_us = run.session.sample.t_us;
    if (live->spoken != heard->spoken) {
        assert_true(live->spoken == heard->spoken + 1);
        assert_int_not_equal(live->prompt, CPR_PROMPT_NONE);
        if (heard->count > 0 && t_us - heard->last_us < heard->least_apart_us) {
            heard->least_apart_us = t_us - heard->last_us;
        }
        heard->spoken = live->spoken;
        heard->last_us = t_us;
        heard->count++;
    }
}

/* With every fault in turn something is said every 5 s at most. */
static void voices_are_five_seconds_apart(void **state)
{
    struct heard heard = {.least_apart_us = INT64_MAX};
    begin(CPR_COMPRESSION_ONLY);
    for (int i = 0; i < 60; i++) {
        struct wave wave = wave_perfect();
        wave.pushes = rng_int(*state, 2, 8);
        wave.depth_mm = rng_between(*state, 30, 75);
        wave.rate_cpm = rng_between(*state, 70, 150);
        wave.lean_mm = rng_between(*state, 0, 12);
        go_on(&wave, listen, &heard);
    }
    print_message("# %d spoken in %.0f s, %.2f s apart at least\n", heard.count,
                  (double)now_us / 1e6, (double)heard.least_apart_us / 1e6);
    assert_true(heard.count >= 10);
    assert_true(heard.least_apart_us >= 5000000);
}

static void a_lasting_fault_is_said_three_times(void **state)
{
    (void)state;
    struct heard heard = {.least_apart_us = INT64_MAX};
    struct wave wave = wave_perfect();
    begin(CPR_COMPRESSION_ONLY);
    wave.depth_mm = 40;
    go_on(&wave, listen, &heard); /* a minute */
    assert_int_equal(heard.count, 3);
    assert_true(heard.least_apart_us >= 10000000);
}

static void note_swap(const struct cpr_live *live, void *ctx)
{
    int64_t *first_us = ctx;
    if (live->prompt == CPR_PROMPT_SWAP && *first_us == 0) {
        *first_us = run.session.sample.t_us;
    }
}

/* Pushes that get shallower for this long; when was "swap" said? 0: never. */
static double swap_s(double depth_mm, double fade_mm_s, double seconds)
{
    struct wave wave = wave_perfect();
    int64_t first_us = 0;
    begin(CPR_COMPRESSION_ONLY);
    wave.depth_mm = depth_mm;
    wave.fade_mm_s = fade_mm_s;
    wave.pushes = (int)(seconds * wave.rate_cpm / 60);
    go_on(&wave, note_swap, &first_us);
    return (double)first_us / 1e6;
}

static void tired_hands_are_relieved(void **state)
{
    (void)state;
    expect_near(swap_s(58, 0.2, 100), 44, 1); /* 8 mm in 40 s */
    expect_near(swap_s(58, 0.1, 100), 0, 0);  /* 4 mm in 40 s */
    expect_near(swap_s(55, 0, 115), 0, 0);
    expect_near(swap_s(55, 0, 130), 120, 1); /* without fatigue: after swap_s */
    expect_near(swap_s(66, 0.2, 60), 0, 0);  /* it had been too deep: no fatigue */
}

/* Pushes for `seconds`, each by up to `scatter_mm` off, with a breath
 * pause after every 30 where `pause_s` is given. */
struct rescuer {
    double depth_mm, fade_mm_s, scatter_mm, rate_cpm, noise_mm, pause_s, seconds;
    double alike; /* how much of a push's error the next one has too, 0..1 */
};

static struct rescuer drawn_rescuer(struct rng *rng)
{
    return (struct rescuer){
        .depth_mm = rng_between(rng, 40, 60),
        .scatter_mm = rng_between(rng, 0, 3),
        .rate_cpm = rng_between(rng, 80, 140),
        .noise_mm = rng_between(rng, 0, 0.5),
        .pause_s = rng_int(rng, 0, 1) ? rng_between(rng, 3, 8) : 0,
    };
}

/* When was "swap" said? 0: never. */
static double relieved_s(const struct rescuer *it, struct rng *rng)
{
    int64_t first_us = 0;
    still = *rng;
    rng_u64(rng);
    double off_mm = 0;
    begin(it->pause_s > 0 ? CPR_30_2 : CPR_COMPRESSION_ONLY);
    for (int i = 0; (double)now_us < it->seconds * 1e6 && first_us == 0; i++) {
        struct wave wave = wave_perfect();
        wave.pushes = 1;
        wave.rate_cpm = it->rate_cpm;
        wave.noise_mm = it->noise_mm;
        off_mm =
            it->alike * off_mm + sqrt(1 - it->alike * it->alike) *
                                     rng_between(rng, -it->scatter_mm, it->scatter_mm);
        wave.depth_mm = it->depth_mm - it->fade_mm_s * (double)now_us / 1e6 + off_mm;
        wave.after_s = i % 30 == 29 ? it->pause_s : 0;
        go_on(&wave, note_swap, &first_us);
    }
    return (double)first_us / 1e6;
}

/* 8 mm and more in 40 s: seen as soon as 40 s have been, and the next 4 confirm it. */
static void a_random_decay_is_found(void **state)
{
    double sum_s = 0;

    enum { ROUNDS = 120 };

    for (int round = 0; round < ROUNDS; round++) {
        struct rescuer it = drawn_rescuer(*state);
        it.depth_mm = rng_between(*state, 53, 57);
        it.fade_mm_s = rng_between(*state, 0.2, 0.4);
        it.seconds = 75;
        double said_s = relieved_s(&it, *state);
        assert_true(said_s >= 44);
        expect_near(said_s, 44, it.pause_s <= 0 ? 5 : 20);
        sum_s += said_s;
    }
    print_message("# a decay is told after %.1f s in the mean\n", sum_s / ROUNDS);
}

/* Before the 2 minutes are up, pressing unevenly alone does not say "swap". */
static void a_steady_rescuer_is_left_alone(void **state)
{
    for (int round = 0; round < 150; round++) {
        struct rescuer it = drawn_rescuer(*state);
        it.seconds = 110; /* and a pause */
        double said_s = relieved_s(&it, *state);
        if (said_s > 0) {
            print_message("# %g mm +- %g, %g /min, pauses of %g s: %g s\n", it.depth_mm,
                          it.scatter_mm, it.rate_cpm, it.pause_s, said_s);
        }
        expect_near(said_s, 0, 0);
    }
}

/* Pushes that differ by 6 mm either way: each by itself, then like their neighbours. */
static void an_uneven_rescuer_is_rarely_taken_for_a_tired_one(void **state)
{
    static const struct {
        double alike;
        int most; /* of 150: four times what is to be expected, and some */
    } kinds[] = {{0, 2}, {0.5, 12}};

    for (size_t i = 0; i < 2; i++) {
        int sent_away = 0;
        for (int round = 0; round < 150; round++) {
            struct rescuer it = drawn_rescuer(*state);
            it.scatter_mm = 6;
            it.alike = kinds[i].alike;
            it.seconds = 110;
            sent_away += relieved_s(&it, *state) > 0;
        }
        print_message("# %d of 150 uneven rescuers sent away\n", sent_away);
        assert_in_range(sent_away, 0, kinds[i].most);
    }
}

static void the_trend_is_told_in_figures(void **state)
{
    for (int round = 0; round < 40; round++) {
        struct rescuer it = drawn_rescuer(*state);
        struct cpr_live live;
        it.scatter_mm = it.noise_mm = 0;
        it.depth_mm = 55;
        it.fade_mm_s = rng_between(*state, -0.1, 0.1);
        it.seconds = 20;
        relieved_s(&it, *state);
        cpr_live(&run.session, &live);
        assert_true(isnan(live.trend_mm));
        it.seconds = 60;
        relieved_s(&it, *state);
        cpr_live(&run.session, &live);
        if (it.pause_s <= 0) {
            expect_near(live.trend_mm, -40 * it.fade_mm_s, 0.3);
        } else if (!isnan(live.trend_mm)) { /* 40 s ago may have been a pause */
            expect_near(live.trend_mm, -40 * it.fade_mm_s, 0.6);
        }
    }
}

static void the_live_rate_is_a_median_of_five(void **state)
{
    (void)state;
    struct cpr_live live;
    begin(CPR_COMPRESSION_ONLY);
    cpr_live(&run.session, &live);
    assert_true(isnan(live.rate_cpm));
    assert_true(isnan(live.last_peak_mm));
    assert_true(live.peaks == 0);
    push(2, 55, 110, 0);
    cpr_live(&run.session, &live);
    assert_true(live.peaks == 2);
    assert_true(isnan(live.rate_cpm)); /* first after three */
    push(1, 55, 110, 0);
    cpr_live(&run.session, &live);
    expect_near(live.rate_cpm, 110, 1);
    expect_near(live.last_peak_mm, 55, 0.1);
    push(4, 55, 110, 0);
    push(2, 55, 150, 0); /* two odd ones do not move it */
    cpr_live(&run.session, &live);
    expect_near(live.rate_cpm, 110, 1);
    push(2, 55, 150, 0);
    cpr_live(&run.session, &live);
    expect_near(live.rate_cpm, 150, 2);
    rest(1.7);
    cpr_live(&run.session, &live);
    assert_true(!isnan(live.rate_cpm));
    expect_near(live.pause_s, 1.7, 0.05);
    rest(0.5); /* silent for 2 s */
    cpr_live(&run.session, &live);
    assert_true(isnan(live.rate_cpm));
    push(2, 55, 110, 0);
    cpr_live(&run.session, &live);
    assert_true(isnan(live.rate_cpm));
    expect_near(live.pause_s, 0, 0);
    push(1, 55, 110, 0);
    cpr_live(&run.session, &live);
    expect_near(live.rate_cpm, 110, 1);
}

/* A peak is there as soon as the chest has come up 8 mm. */
static void note_peak(const struct cpr_live *live, void *ctx)
{
    int64_t *worst_us = ctx;
    static uint32_t peaks;
    if (live->peaks > peaks) {
        int64_t late_us = run.session.sample.t_us - live->last_peak_us;
        *worst_us = late_us > *worst_us ? late_us : *worst_us;
    }
    peaks = live->peaks;
}

static void peaks_show_at_once(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    int64_t worst_us = 0;
    begin(CPR_COMPRESSION_ONLY);
    go_on(&wave, note_peak, &worst_us);
    print_message("# a peak shows %.0f ms after it\n", (double)worst_us / 1e3);
    assert_true(worst_us > 0 && worst_us <= 100000);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_prompt_in_order),
        cmocka_unit_test(the_rhythm_alone_can_be_coached),
        cmocka_unit_test(a_fault_shows_in_three_of_four),
        cmocka_unit_test(praise_waits_for_the_last_fault),
        cmocka_unit_test(idle_hands_are_told_to_start),
        cmocka_unit_test(breaths_have_their_time),
        cmocka_unit_test_prestate(good_pushes_are_praised, &rng),
        cmocka_unit_test(four_good_pushes_are_not_yet_praised),
        cmocka_unit_test(a_streak_is_counted),
        cmocka_unit_test_prestate(a_stop_is_told_at_once, &rng),
        cmocka_unit_test_prestate(voices_are_five_seconds_apart, &rng),
        cmocka_unit_test(a_lasting_fault_is_said_three_times),
        cmocka_unit_test(tired_hands_are_relieved),
        cmocka_unit_test_prestate(a_random_decay_is_found, &rng),
        cmocka_unit_test_prestate(a_steady_rescuer_is_left_alone, &rng),
        cmocka_unit_test_prestate(an_uneven_rescuer_is_rarely_taken_for_a_tired_one,
                                  &rng),
        cmocka_unit_test_prestate(the_trend_is_told_in_figures, &rng),
        cmocka_unit_test(the_live_rate_is_a_median_of_five),
        cmocka_unit_test(peaks_show_at_once),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
