/* SPDX-License-Identifier: MIT */
/* Which pushes of a run are shown as its best and its worst, and what is said of them. */
#include <math.h>
#include <string.h>

#include "cpr/internal.h"
#include "cpr/picks.h"
#include "support/tap.h"
#include "support/wave.h"

enum { PUSHES_MAX = 200 };

static struct cpr_compression events[PUSHES_MAX];

static struct cpr_guideline light(void)
{
    struct cpr_guideline guideline = wave_guideline();
    strcpy(guideline.name, "aha-2025/light");
    guideline.depth_scored = false;
    return guideline;
}

static void put_push(const struct cpr_guideline *guideline, int at, double depth_mm,
                     double rate_cpm, double release_mm)
{
    events[at] = (struct cpr_compression){.depth_mm = depth_mm,
                                          .rate_cpm = rate_cpm,
                                          .release_mm = release_mm,
                                          .hands = CPR_HANDS_NOT_MEASURED};
    score_compression(guideline, &events[at]);
}

/* Mostly few different values, so that many pushes are alike. */
static int drawn_run(struct rng *rng, const struct cpr_guideline *guideline)
{
    int count = rng_int(rng, 0, rng_int(rng, 0, 1) ? 8 : PUSHES_MAX);
    int step = rng_int(rng, 1, 12);
    for (int i = 0; i < count; i++) {
        double rate = i == 0 ? CPR_NOT_MEASURED : 80 + step * rng_int(rng, 0, 60 / step);
        double release = rng_int(rng, 0, 9) ? rng_int(rng, 0, 9) : CPR_NOT_MEASURED;
        put_push(guideline, i, 20 + step * rng_int(rng, 0, 50 / step), rate, release);
        if (rng_int(rng, 0, 20) == 0) {
            events[i].hands = CPR_HANDS_TOO_LOW;
            score_compression(guideline, &events[i]);
        }
    }
    return count;
}

static bool has(const uint32_t *places, uint32_t count, uint32_t place)
{
    for (uint32_t i = 0; i < count; i++) {
        if (places[i] == place) {
            return true;
        }
    }
    return false;
}

static bool is_right(const struct cpr_guideline *guideline,
                     const struct cpr_compression *it, enum cpr_praise praise)
{
    switch (praise) {
    case CPR_PRAISE_ALL: return it->label == CPR_OK;
    case CPR_PRAISE_DEPTH:
        return guideline->depth_scored && it->depth_mm >= 50 && it->depth_mm <= 60;
    case CPR_PRAISE_RATE: return it->rate_cpm >= 100 && it->rate_cpm <= 120;
    case CPR_PRAISE_RELEASE: return it->release_mm <= 5;
    case CPR_PRAISE_COUNT: break;
    }
    return false;
}

static bool has_something_right(const struct cpr_guideline *guideline,
                                const struct cpr_compression *it)
{
    for (int praise = 0; praise < CPR_PRAISE_COUNT; praise++) {
        if (is_right(guideline, it, (enum cpr_praise)praise)) {
            return true;
        }
    }
    return false;
}

static void what_is_picked_is_better_than_what_is_not(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    const struct cpr_guideline guidelines[] = {wave_guideline(), light()};
    int both = 0;
    for (int round = 0; round < 4000; round++) {
        const struct cpr_guideline *guideline = &guidelines[round % 2];
        uint32_t count = (uint32_t)drawn_run(&rng, guideline);
        struct cpr_picks picks = cpr_picks(guideline, events, count);
        assert_true(picks.best_count <= CPR_PICKS_MAX);
        assert_true(picks.best_count <= (count + 1) / 2);
        assert_true(picks.worst_count <= CPR_PICKS_MAX);
        for (uint32_t i = 0; i < picks.best_count; i++) {
            const struct cpr_compression *it = &events[picks.best[i]];
            assert_true(picks.best[i] < count);
            assert_true(is_right(guideline, it, picks.praise[i]));
            assert_false(has(picks.best, i, picks.best[i]));
            assert_false(has(picks.worst, picks.worst_count, picks.best[i]));
            assert_true(i == 0 || it->c <= events[picks.best[i - 1]].c);
        }
        for (uint32_t i = 0; i < picks.worst_count; i++) {
            const struct cpr_compression *it = &events[picks.worst[i]];
            assert_true(picks.worst[i] < count);
            assert_int_not_equal(it->label, CPR_OK);
            assert_false(has(picks.worst, i, picks.worst[i]));
            assert_true(i == 0 || it->c >= events[picks.worst[i - 1]].c);
            assert_true(picks.best_count == 0 ||
                        it->c <= events[picks.best[picks.best_count - 1]].c);
        }
        for (uint32_t i = 0; i < count; i++) {
            bool shown = has(picks.best, picks.best_count, i) ||
                         has(picks.worst, picks.worst_count, i);
            bool full = picks.best_count == CPR_PICKS_MAX;
            if (!shown && full && has_something_right(guideline, &events[i])) {
                assert_true(events[i].c <= events[picks.best[2]].c);
            }
            if (!shown && picks.worst_count == CPR_PICKS_MAX && events[i].label) {
                assert_true(events[i].c >= events[picks.worst[2]].c);
            }
        }
        both += picks.best_count == CPR_PICKS_MAX && picks.worst_count == CPR_PICKS_MAX;
    }
    print_message("# %d runs had three of each\n", both);
    assert_true(both > 1000);
}

/* The same pushes, and none more: the middle of the ranges decides, then who was
 * first. */
static void ties_are_broken_by_the_middle_and_then_by_time(void **state)
{
    (void)state;
    struct cpr_guideline adult = wave_guideline();
    put_push(&adult, 0, 55, CPR_NOT_MEASURED, 0);
    put_push(&adult, 1, 51, 101, 4);
    put_push(&adult, 2, 55, 110, 0);
    put_push(&adult, 3, 54, 111, 1);
    put_push(&adult, 4, 55, 110, 0);
    put_push(&adult, 5, 59, 119, 4);
    put_push(&adult, 6, 25, 110, 0); /* both score nothing; */
    put_push(&adult, 7, 22, 110, 0); /* ... this one is farther off */
    struct cpr_picks picks = cpr_picks(&adult, events, 8);
    assert_int_equal(picks.best_count, 3);
    assert_int_equal(picks.best[0], 2);
    assert_int_equal(picks.best[1], 4);
    assert_int_equal(picks.best[2], 3);
    assert_int_equal(picks.worst_count, 2);
    assert_int_equal(picks.worst[0], 7);
    assert_int_equal(picks.worst[1], 6);
    for (int i = 0; i < 8; i++) {
        put_push(&adult, i, 40, 110, 0); /* all alike: none is worse than the best */
    }
    picks = cpr_picks(&adult, events, 8);
    assert_int_equal(picks.best_count, 3);
    assert_int_equal(picks.praise[0], CPR_PRAISE_RATE);
    assert_int_equal(picks.worst_count, 0);
}

static void few_pushes_are_shared_out_with_praise_first(void **state)
{
    (void)state;
    struct cpr_guideline adult = wave_guideline();
    static const uint32_t wanted[][2] = {{0, 0}, {1, 0}, {1, 1}, {2, 1},
                                         {2, 2}, {3, 2}, {3, 3}, {3, 3}};
    for (uint32_t count = 0; count < 8; count++) {
        for (int i = 0; i < (int)count; i++) {
            put_push(&adult, i, 48 - i, 110, 0); /* each right by its rate alone */
        }
        struct cpr_picks picks = cpr_picks(&adult, events, count);
        assert_int_equal(picks.best_count, wanted[count][0]);
        assert_int_equal(picks.worst_count, wanted[count][1]);
    }
}

static void nothing_right_is_no_best_and_no_fault_no_worst(void **state)
{
    (void)state;
    struct cpr_guideline adult = wave_guideline();
    for (int i = 0; i < 8; i++) {
        put_push(&adult, i, 40 + i / 8.0, 140, 9);
    }
    struct cpr_picks picks = cpr_picks(&adult, events, 8);
    assert_int_equal(picks.best_count, 0);
    assert_int_equal(picks.worst_count, 3);
    for (int i = 0; i < 8; i++) {
        put_push(&adult, i, 52 + i, 105 + i, 0);
    }
    picks = cpr_picks(&adult, events, 8);
    assert_int_equal(picks.best_count, 3);
    assert_int_equal(picks.worst_count, 0);
}

/* How deep makes no difference to a child's best and worst. */
static void a_childs_are_picked_by_rhythm_and_release(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct cpr_guideline child = light();
    for (int round = 0; round < 500; round++) {
        int count = drawn_run(&rng, &child);
        struct cpr_picks before = cpr_picks(&child, events, (uint32_t)count);
        for (int i = 0; i < count; i++) {
            events[i].depth_mm = rng_between(&rng, 15, 80);
            score_compression(&child, &events[i]);
        }
        struct cpr_picks after = cpr_picks(&child, events, (uint32_t)count);
        assert_memory_equal(&before, &after, sizeof before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_picked_is_better_than_what_is_not),
        cmocka_unit_test(ties_are_broken_by_the_middle_and_then_by_time),
        cmocka_unit_test(few_pushes_are_shared_out_with_praise_first),
        cmocka_unit_test(nothing_right_is_no_best_and_no_fault_no_worst),
        cmocka_unit_test(a_childs_are_picked_by_rhythm_and_release),
    };
    return cmocka_run_group_tests_name("cpr_picks", tests, NULL, NULL);
}
