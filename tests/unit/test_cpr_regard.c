/* SPDX-License-Identifier: MIT */
/* A run judged anew is what it would have been from the start, whenever that is asked. */
#include <math.h>
#include <string.h>

#include "support/tap.h"
#include "support/wave.h"

static struct wave_run changed, whole;

static struct cpr_guideline light(void)
{
    struct cpr_guideline guideline = wave_guideline();
    strcpy(guideline.name, "aha-2025/light");
    guideline.depth_scored = false;
    return guideline;
}

static struct wave drawn_wave(struct rng *rng)
{
    struct wave wave = wave_perfect();
    wave.depth_mm = rng_between(rng, 20, 70);
    wave.depth2_mm = rng_int(rng, 0, 1) * rng_between(rng, 20, 70);
    wave.rate_cpm = rng_between(rng, 70, 150);
    wave.lean_mm = rng_between(rng, 0, 8);
    wave.pushes = rng_int(rng, 1, 60);
    wave.bouts = rng_int(rng, 1, 3);
    wave.pause_s = rng_between(rng, 2, 6);
    wave.before_s = wave.after_s = 1.2;
    wave.noise_mm = rng_between(rng, 0, 0.3);
    return wave;
}

/* Feeds the wave; from sample `at` on, and finished when there are fewer, by `then`. */
static void feed(struct wave_run *run, const struct wave *wave, struct rng rng,
                 const struct cpr_guideline *first, const struct cpr_guideline *then,
                 int at)
{
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    run->count = 0;
    cpr_start(&run->session, first, CPR_COMPRESSION_ONLY);
    for (int i = 0; wave_next(wave, &rng, &t_s, &sample); i++) {
        if (i == at) {
            assert_true(
                cpr_regard(&run->session, then, run->events, (uint32_t)run->count));
        }
        if (cpr_add(&run->session, &sample, &done)) {
            wave_keep(run, &done);
        }
    }
    while (cpr_finish(&run->session, &done)) {
        wave_keep(run, &done);
    }
    if (at < 0) {
        assert_true(cpr_regard(&run->session, then, run->events, (uint32_t)run->count));
    }
    cpr_result(&run->session, &run->result);
}

static void a_run_judged_anew_is_as_from_the_start(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct cpr_guideline adult = wave_guideline();
    struct cpr_guideline child = light();
    for (int round = 0; round < 300; round++) {
        struct wave wave = drawn_wave(&rng);
        struct rng noise = rng;
        int samples = (int)(wave_seconds(&wave) * wave.hz);
        int at = round % 5 == 0 ? -1 : rng_int(&rng, 0, samples - 1);
        bool to_child = round % 2 == 0;
        const struct cpr_guideline *first = to_child ? &adult : &child;
        const struct cpr_guideline *then = to_child ? &child : &adult;
        feed(&changed, &wave, noise, first, then, at);
        feed(&whole, &wave, noise, then, then, -1);
        assert_int_equal(changed.count, whole.count);
        for (int i = 0; i < whole.count; i++) {
            assert_true(changed.events[i].c == whole.events[i].c);
            assert_true(changed.events[i].d == whole.events[i].d);
            assert_int_equal(changed.events[i].label, whole.events[i].label);
        }
        assert_string_equal(changed.result.guideline, then->name);
        assert_true(changed.result.score == whole.result.score ||
                    (isnan(changed.result.score) && isnan(whole.result.score)));
        assert_int_equal(changed.result.pass, whole.result.pass);
        assert_int_equal(changed.result.depth_verdict, whole.result.depth_verdict);
        assert_true(changed.result.count == 0 ||
                    changed.result.mean_depth_mm == whole.result.mean_depth_mm);
    }
}

static void who_is_a_child_is_asked_for_no_depth_any_more(void **state)
{
    (void)state;
    struct cpr_guideline adult = wave_guideline();
    struct cpr_guideline child = light();
    struct wave wave = wave_perfect();
    struct rng still = rng_begin();
    struct cpr_live live;
    wave.depth_mm = 30;
    wave.pushes = 12;
    cpr_start(&changed.session, &adult, CPR_COMPRESSION_ONLY);
    changed.count = 0;
    struct cpr_sample sample;
    struct cpr_compression done;
    double t_s = 0;
    while (wave_next(&wave, &still, &t_s, &sample)) {
        if (cpr_add(&changed.session, &sample, &done)) {
            wave_keep(&changed, &done);
        }
    }
    cpr_live(&changed.session, &live);
    assert_int_equal(live.prompt, CPR_PROMPT_DEEPER);
    assert_true(
        cpr_regard(&changed.session, &child, changed.events, (uint32_t)changed.count));
    cpr_live(&changed.session, &live);
    assert_int_equal(live.prompt, CPR_PROMPT_NONE);
}

static void other_pushes_or_missing_ones_are_refused(void **state)
{
    (void)state;
    struct wave wave = wave_perfect();
    struct rng still = rng_begin();
    wave_run(&changed, &wave, CPR_COMPRESSION_ONLY, &still);
    struct cpr_session before = changed.session;
    struct cpr_guideline infant = wave_guideline();
    infant.push_least_mm = 9;
    infant.turn_mm = 5;
    struct cpr_guideline child = light();
    uint32_t count = (uint32_t)changed.count;
    assert_false(cpr_regard(&changed.session, &infant, changed.events, count));
    assert_false(cpr_regard(&changed.session, &child, changed.events, count - 1));
    assert_memory_equal(&before, &changed.session, sizeof before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_judged_anew_is_as_from_the_start),
        cmocka_unit_test(who_is_a_child_is_asked_for_no_depth_any_more),
        cmocka_unit_test(other_pushes_or_missing_ones_are_refused),
    };
    return cmocka_run_group_tests_name("cpr_regard", tests, NULL, NULL);
}
