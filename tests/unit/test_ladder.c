/* SPDX-License-Identifier: MIT */
/*
 * The ladder as the screens climb it: drawn visits against the rules written a second
 * time. What happened is in the sink before the next thing happens, each once, and
 * nothing comes there while somebody presses.
 */
#include <string.h>

#include "support/on_stage.h"
#include "support/sums.h"

enum { VISITS = 12, STEPS_MAX = 6 };

static struct sums sums;

/* What a sink has to hold, by kind; over all subjects. */
struct rungs {
    int64_t n[COUNT_KINDS];
};

/* What one visit has done so far. */
struct visit {
    bool lesson, done, first; /* a lesson was begun, ended; a question answered */
    bool shown, code;         /* a course was seen, and its code */
};

static int set_up(void **state)
{
    open_stage(state);
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    /* 1 December 2027, with a course to come */
    stage_set_time(stage, 1827633600);
    k->courses =
        conf_courses_load("tests/support/courses/courses.lua", k->languages, NULL);
    return 0;
}

static void check(const struct rungs *rungs)
{
    static const enum count kinds[] = {
        COUNT_touch,    COUNT_visit,        COUNT_lesson_started, COUNT_lesson_done,
        COUNT_practice, COUNT_test,         COUNT_test_passed,    COUNT_pushes,
        COUNT_qr_shown, COUNT_course_shown, COUNT_first_time};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (sums_of(&sums, kinds[i]) != rungs->n[kinds[i]]) {
            fail_msg("%s: counted %lld, done %lld", count_kind(kinds[i])->key,
                     (long long)sums_of(&sums, kinds[i]), (long long)rungs->n[kinds[i]]);
        }
    }
}

/* Whatever is counted of it comes when it is over. */
static void press(struct rng *rng, struct rungs *rungs)
{
    bool test = rng_int(rng, 0, 1) == 1;
    bool simulated = rng_int(rng, 0, 3) == 0;
    set_link(LINK_READY, simulated);
    kiosk_start_run(k, test ? RUN_TEST : RUN_PRACTICE, 10, NULL, k->mode, false);
    stage_press(stage, 1, 55, 110);
    int adds = sums.adds;
    stage_press(stage, 8, 55, 110);
    assert_int_equal(sums.adds, adds);
    if (rng_int(rng, 0, 3) ==
        0) { /* given up: the pushes have been pressed all the same */
        int64_t pushes = kiosk_run(k)->live.peaks;
        kiosk_stop_run(k);
        stage_pass(stage, 0.1);
        rungs->n[COUNT_pushes] += simulated ? 0 : pushes;
        return;
    }
    stage_press(stage, 2, 55, 110);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
    if (!simulated) {
        rungs->n[COUNT_pushes] += kiosk_run(k)->live.peaks;
        rungs->n[test ? COUNT_test : COUNT_practice]++;
        rungs->n[COUNT_test_passed] += test && kiosk_run(k)->result.pass;
    }
    kiosk_go(k, SCREEN_home); /* what stands on the result is another test's */
    stage_pass(stage, 0.1);
}

static void learn(struct visit *visit, struct rungs *rungs, bool to_its_end)
{
    kiosk_open_lesson(k, k->catalog->items[0].info.id);
    lesson_close(k->lesson);
    k->lesson = lesson_open("tests/lua/screens/ends", kiosk_lang(k), 7);
    stage_pass(stage, 0.1);
    rungs->n[COUNT_lesson_started] += !visit->lesson;
    visit->lesson = true;
    if (to_its_end) {
        stage_tap(stage, "next");
        stage_pass(stage, 0.1);
    }
}

static void answer(struct rng *rng, struct visit *visit, struct rungs *rungs)
{
    if (can_touch("first-yes")) {
        stage_tap(stage, rng_int(rng, 0, 1) ? "first-yes" : "first-no");
        stage_pass(stage, 0.1);
        assert_false(visit->first);
        visit->first = true;
        rungs->n[COUNT_first_time]++;
    }
}

/* Whether a course has room on a result is another test's: it counts at most once. */
static void press_and_see(struct rng *rng, struct visit *visit, struct rungs *rungs)
{
    int64_t before = sums_of(&sums, COUNT_course_shown);
    press(rng, rungs);
    int64_t now = sums_of(&sums, COUNT_course_shown);
    assert_true(now - before <= (visit->shown ? 0 : 1));
    rungs->n[COUNT_course_shown] = now;
    visit->shown = visit->shown || now > before;
}

static void climb(struct rng *rng, struct visit *visit, struct rungs *rungs)
{
    int what = rng_int(rng, 0, 4);
    if (what == 0 || what == 4) {
        press_and_see(rng, visit, rungs);
    } else if (what == 1) {
        learn(visit, rungs, false);
    } else if (what == 2) {
        learn(visit, rungs, true);
        rungs->n[COUNT_lesson_done] += !visit->done;
        rungs->n[COUNT_course_shown] += !visit->shown;
        visit->done = visit->shown = true;
        answer(rng, visit, rungs);
    } else {
        kiosk_go(k, SCREEN_courses);
        stage_pass(stage, 0.2);
        rungs->n[COUNT_course_shown] += !visit->shown;
        rungs->n[COUNT_qr_shown] += !visit->code;
        visit->shown = visit->code = true;
    }
}

static void each_rung_counts_once_where_it_is_reached(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct rungs rungs = {{0}};
    int64_t tests = 0;
    for (int i = 0; i < VISITS; i++) {
        struct visit visit = {.lesson = false};
        stage_tap(stage, "wake");
        stage_pass(stage, 0.2);
        rungs.n[COUNT_touch]++;
        check(&rungs);
        kiosk_choice(k);
        stage_pass(stage, 5.1);
        rungs.n[COUNT_visit]++;
        check(&rungs);
        for (int step = rng_int(&rng, 1, STEPS_MAX); step > 0; step--) {
            climb(&rng, &visit, &rungs);
            check(&rungs);
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        check(&rungs);
        tests = rungs.n[COUNT_test] + rungs.n[COUNT_practice];
    }
    printf("# %d visits, %lld runs\n", VISITS, (long long)tests);
    assert_int_equal(rungs.n[COUNT_visit], VISITS);
    assert_true(tests > 5);
}

/* Staff who try the kiosk out, and a demo, leave their trace with its reason alone. */
static void what_nobody_visits_counts_nothing(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct rungs ignored = {{0}};
    struct visit visit = {.lesson = false};
    for (int demo = 0; demo < 2; demo++) {
        sums.count = 0;
        k->counter.demo = demo == 1;
        k->counter.staff = demo == 0;
        kiosk_choice(k);
        stage_pass(stage, 6);
        press(&rng, &ignored);
        learn(&visit, &ignored, true);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        assert_true(sums.count > 5);
        for (size_t i = 0; i < sums.count; i++) {
            const char *reason = count_excluded(&sums.rows[i]);
            assert_non_null(reason);
            assert_string_equal(reason, demo ? "demo" : "staff");
        }
    }
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_rung_counts_once_where_it_is_reached),
        TEST(what_nobody_visits_counts_nothing),
    };
    return cmocka_run_group_tests_name("ladder", tests, NULL, NULL);
}
