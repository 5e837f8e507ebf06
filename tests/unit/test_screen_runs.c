/* SPDX-License-Identifier: MIT */
/* Practice, test and result: what they show of a run, and where they lead. */
#include <math.h>
#include <string.h>

#include "support/on_stage.h"
#include "support/probe.h"
#include "ui/access.h"

/* ---- practice and test ------------------------------------------------------------- */

static void a_manikin_is_waited_for_calmly(void **state)
{
    (void)state;
    kiosk_start_run(k, RUN_PRACTICE, 20, NULL, k->mode, false);
    stage_pass(stage, 0.1);
    expect_shown("no_manikin_title");
    set_link(LINK_READY, true);
    expect_shown("look_kneel");
    expect_shown("manikin_simulated");
    kiosk_set_presser(k, PRESSER_ADULT);
    stage_press(stage, 5, 40, 110);
    stage_pass(stage, 0.1);
    expect_shown("prompt_deeper");
    expect_shown("manikin_simulated");
    set_link(LINK_STALE, true);
    expect_shown("prompt_cable");
    set_link(LINK_READY, true);
    assert_false(shows("prompt_cable"));
    stage_pass(stage, RUN_SILENCE_S + 1);
    expect_shown("lost_title");
    stage_tap(stage, "again");
    assert_int_equal(k->stations[k->active].run.phase, RUN_WAITING);
    expect_shown("look_kneel");
    stage_tap(stage, "stop");
    assert_string_equal(kiosk_screen_name(k), "home");
}

static void a_test_gives_no_help(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_TEST, 20, NULL, k->mode, false);
    stage_press(stage, 8, 40, 140);
    stage_pass(stage, 0.1);
    expect_shown("prompt_test");
    expect_shown("gauge_count");
    static const char *const helps[] = {"prompt_deeper", "prompt_slower", "gauge_depth",
                                        "gauge_rate", "last_ten"};
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
        assert_false(shows(helps[i]));
    }
}

/* Seven good pushes, and then nothing more. */
static void stop_after_seven(enum run_kind kind, enum cpr_mode mode)
{
    set_link(LINK_READY, false);
    kiosk_start_run(k, kind, 60, NULL, mode, false);
    stage_press(stage, 7 * 60 / 110.0, 55, 110);
    stage_press(stage, 1.2, 0, 110);
}

static void who_stops_need_not_wait(void **state)
{
    (void)state;
    for (int mode = 0; mode < CPR_MODE_COUNT; mode++) {
        stop_after_seven(RUN_PRACTICE, (enum cpr_mode)mode);
        assert_false(shows("prompt_again"));
        stage_press(stage, 2.2, 0, 110);
        expect_shown("prompt_again");
        assert_false(can_touch("see-result"));
        stage_press(stage, 5, 0, 110);
        expect_shown("stopped_result");
        stage_press(stage, 3, 55, 110); /* whoever goes on has not stopped */
        assert_false(can_touch("see-result"));
        stage_press(stage, 9, 0, 110);
        stage_tap(stage, "see-result");
        assert_string_equal(kiosk_screen_name(k), "result");
        assert_in_range(kiosk_run(k)->result.count, 12, 13);
        assert_true(kiosk_run(k)->result.duration_s < 20);
        kiosk_go(k, SCREEN_home);
        stage_pass(stage, 0.1);
    }
}

static void who_stops_may_begin_again(void **state)
{
    (void)state;
    stop_after_seven(RUN_PRACTICE, CPR_COMPRESSION_ONLY);
    stage_press(stage, 8, 0, 110);
    stage_tap(stage, "again");
    assert_int_equal(kiosk_run(k)->phase, RUN_WAITING);
    stop_after_seven(RUN_PRACTICE, CPR_COMPRESSION_ONLY);
    stage_press(stage, RUN_LEFT_S, 0, 110); /* gone: the next visitor need not wait */
    assert_string_equal(kiosk_screen_name(k), "result");
}

/* Large text has the figures on a further page: who stops again sees the first. */
static void who_stops_again_sees_the_choices(void **state)
{
    (void)state;
    stop_after_seven(RUN_PRACTICE, CPR_COMPRESSION_ONLY);
    stage_press(stage, 8, 0, 110);
    for (int i = 0; i < KIOSK_TEXT_STEPS - 1; i++) {
        kiosk_next_text_step(k);
    }
    stage_pass(stage, 0.1);
    assert_true(can_touch("see-result"));
    assert_false(shows("gauge_depth"));
    stage_tap(stage, "page-next");
    assert_false(can_touch("see-result"));
    expect_shown("gauge_depth");
    stage_press(stage, 3, 55, 110);
    stage_press(stage, 9, 0, 110);
    assert_true(can_touch("see-result"));
    kiosk_next_text_step(k); /* round to the least */
}

static void a_test_waits_for_its_time(void **state)
{
    (void)state;
    stop_after_seven(RUN_TEST, CPR_COMPRESSION_ONLY);
    stage_press(stage, 30, 0, 110);
    assert_false(can_touch("see-result"));
    assert_int_equal(kiosk_run(k)->phase, RUN_GOING);
}

static bool shows_streak(uint32_t streak)
{
    char n[16];
    char words[64];
    str_format(n, sizeof n, "%u", streak);
    kiosk_fill(k, words, sizeof words, "streak", (const char *const[]){"n", n, NULL});
    return ui_shows_text(k->ui, words);
}

static void good_pushes_in_a_row_are_shown(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    kiosk_set_presser(k, PRESSER_ADULT);
    stage_press(stage, 5, 55, 110);
    expect_shown("prompt_good");
    assert_true(kiosk_run(k)->live.streak >= 7);
    assert_true(shows_streak(kiosk_run(k)->live.streak));
    stage_press(stage, 5, 40, 110);
    expect_shown("prompt_deeper");
    assert_false(shows_streak(0));
}

/* Beside the words, or where they take the room by the last ten. */
static void a_streak_has_its_room_at_every_size(void **state)
{
    (void)state;
    for (int shape = 0; shape < 4; shape++) {
        bool upright = shape & 1;
        stage_close(stage);
        stage = stage_open(upright ? 540 : 960, upright ? 960 : 540,
                           shape & 2 ? "en" : "zh-CN");
        k = &stage->kiosk;
        set_link(LINK_READY, false);
        kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
        stage_press(stage, 7, 55, 110);
        for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
            stage_pass(stage, 0.02);
            bool shows = shows_streak(kiosk_run(k)->live.streak);
            if (!shows) {
                print_error("shape %d, step %d\n", shape, step);
            }
            assert_true(shows);
            kiosk_next_text_step(k);
        }
    }
}

static void what_is_not_scored_is_not_judged(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 10, "light", k->mode, false);
    stage_press(stage, 9, 35, 110);
    stage_pass(stage, 0.1);
    assert_false(shows("prompt_deeper"));
    expect_shown("gauge_depth"); /* told all the same */
    kiosk_start_run(k, RUN_PRACTICE, 10, "light", k->mode, false);
    stage_press(stage, 11, 35, 110);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
    assert_true(ui_shows_text(k->ui, "35 毫米"));
    stage_tap(stage, "evidence");
    expect_shown("result_depth_unscored");
    assert_false(shows("result_depth_ok"));
}

static void the_visitor_chooses_whether_to_breathe(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    k->has_watched = true;
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, k->mode, false);
    stage_pass(stage, 0.1);
    assert_int_equal(k->stations[k->active].run.plan.mode, CPR_COMPRESSION_ONLY);
    expect_shown("ready_press");
    stage_tap(stage, "with-breaths");
    assert_int_equal(k->stations[k->active].run.plan.mode, CPR_30_2);
    expect_shown("ready_cycles");
    stage_tap(stage, "compressions-only");
    expect_shown("ready_press");
    stage_tap(stage, "with-breaths");
    stage_tap(stage, "stop");
    stage_tap(stage, "test"); /* remembered */
    assert_int_equal(k->stations[k->active].run.plan.mode, CPR_30_2);
    stage_press(stage, 3, 55, 110);
    assert_false(can_touch("compressions-only")); /* not during a run */
    expect_shown("prompt_test_cycles");
    kiosk_end_session(k); /* not for the next visitor */
    stage_pass(stage, 0.1);
    stage_tap(stage, "wake");
    stage_tap(stage, "practice");
    assert_int_equal(k->stations[k->active].run.plan.mode, CPR_COMPRESSION_ONLY);
}

/* Also after the push that began the run, from its first push on; until they leave. */
static void a_child_is_not_failed_on_depth(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 20, NULL, k->mode, false);
    stage_press(stage, 8, 32, 110);
    expect_shown("prompt_invite_deeper");
    assert_false(shows("prompt_deeper"));
    stage_press(stage, 3.5, 32, 110);
    expect_shown("prompt_ask");
    stage_tap(stage, "child");
    assert_false(shows("prompt_invite_deeper"));
    assert_false(shows("prompt_ask"));
    assert_true(ui_shows_text(k->ui, "朝 50 努力")); /* a way, and no mark on it */
    assert_false(ui_shows_text(k->ui, "目标 50"));
    stage_press(stage, 13, 32, 110);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
    const struct run *run = kiosk_run(k);
    assert_string_equal(run->result.guideline, "aha-2025/light");
    assert_true(run->result.score > 90);
    for (uint32_t i = 0; i < run->compression_count; i++) {
        assert_int_not_equal(run->compressions[i].label, CPR_SHALLOW);
    }
    expect_shown("child_turns");
    kiosk_start_run(k, RUN_TEST, 10, NULL, k->mode, false);
    stage_pass(stage, 0.1);
    expect_shown("ready_turns"); /* remembered */
    stage_tap(stage, "adult");
    expect_shown("ready_press");
    stage_press(stage, 11, 32, 110);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_run(k)->result.guideline, "aha-2025/adult");
    assert_true(kiosk_run(k)->result.score < 20);
    k->presser = PRESSER_CHILD;
    kiosk_end_session(k); /* not for the next visitor */
    assert_int_equal(k->presser, PRESSER_UNKNOWN);
}

static void a_lesson_chooses_for_its_own_run(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    k->mode = CPR_30_2;
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, CPR_COMPRESSION_ONLY, true);
    stage_pass(stage, 0.1);
    expect_shown("ready_press");
    assert_false(can_touch("with-breaths"));
    assert_false(can_touch("child"));
}

/* Which lesson asks does not matter: its result stands on its next card. */
static void a_lesson_hears_how_its_run_was(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    probe_write(&probe, "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                        "local r = cpr.practice { seconds = 10 }\n"
                        "card.show { text = r.depth .. '_' .. r.advice }\nend }");
    k->lesson = lesson_open_draft(probe.folder, "en", 1);
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 10, NULL, CPR_COMPRESSION_ONLY, true);
    stage_press(stage, 12, 31, 110);
    stage_pass(stage, 0.1);
    assert_string_equal(kiosk_screen_name(k), "lesson");
    assert_string_equal(lesson_error(k->lesson), "");
    assert_string_equal(lesson_card(k->lesson)->text_key, "shallow_deeper");
    probe_end(&probe);
}

/* Thirty, a stop, thirty: the screen counts, asks for breaths and starts again at one. */
static void practice_counts_to_thirty_and_asks_for_breaths(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 60, NULL, CPR_30_2, false);
    stage_press(stage, 12.2 * 60 / 110, 55, 110);
    assert_true(ui_shows_text(k->ui, "12"));
    expect_shown("gauge_cycle");
    assert_false(shows("prompt_breathe"));
    stage_press(stage, 5, 0, 110);
    assert_false(shows("prompt_breathe")); /* twelve are not thirty */
    stage_press(stage, 30.2 * 60 / 110, 55, 110);
    expect_shown("prompt_breathe");
    stage_press(stage, 6, 0, 110);
    expect_shown("prompt_breathe");
    expect_shown("gauge_hands_off");
    assert_false(shows("prompt_start"));
    stage_press(stage, 5, 0, 110); /* more than the guideline's 10 s by now */
    assert_false(shows("prompt_breathe"));
    expect_shown("prompt_again");
    stage_press(stage, 3.2 * 60 / 110, 55, 110);
    assert_true(ui_shows_text(k->ui, "/ 30"));
    assert_false(shows("prompt_breathe"));
}

/* ---- the result -------------------------------------------------------------------- */

/* A text of the frame, whole. */
static bool shows_exactly(const char *text)
{
    const char *shown;
    for (size_t i = 0; (shown = access_text(k->ui, i)); i++) {
        if (str_equal(shown, text)) {
            return true;
        }
    }
    return false;
}

/* Every compression has its row, on as many pages as the text needs. */
static void the_evidence_goes_on_in_pages(void **state)
{
    (void)state;
    finish_run(55, 110);
    stage_tap(stage, "evidence");
    expect_shown("evidence_title");
    expect_shown("result_depth_ok");
    size_t pages[2] = {0};
    for (int step = 0; step < 2; step++) {
        uint32_t seen = 0;
        for (bool more = true; more; pages[step]++) {
            char next[16];
            str_format(next, sizeof next, "%u", seen + 1);
            while (seen < kiosk_run(k)->compression_count && shows_exactly(next)) {
                str_format(next, sizeof next, "%u", ++seen + 1);
            }
            more = pages[step] < 20 && seen < kiosk_run(k)->compression_count;
            if (more) {
                stage_tap(stage, "page-next");
            }
        }
        assert_true(seen == kiosk_run(k)->compression_count);
        for (size_t i = 1; i < pages[step]; i++) {
            stage_tap(stage, "page-prev");
        }
        expect_shown("evidence_title");
        stage_tap(stage, "text-size"); /* smaller pages, more of them */
    }
    assert_true(pages[1] > pages[0]);
    stage_tap(stage, "summary");
    expect_shown("result_score");
}

static bool shows_filled(const char *key, const char *name, int value)
{
    char n[16];
    char words[96];
    str_format(n, sizeof n, "%d", value);
    kiosk_fill(k, words, sizeof words, key, (const char *const[]){name, n, NULL});
    return ui_shows_text(k->ui, words);
}

/* 40 mm is short of a pass by 5 mm; the next try is told by what it gained. */
static void the_result_says_what_got_better(void **state)
{
    (void)state;
    char gained[16];
    finish_run(40, 110);
    int first = (int)lround(kiosk_run(k)->result.score);
    assert_true(shows_filled("to_pass_deeper", "n", 5));
    assert_false(shows("result_not_yet"));
    assert_false(shows("result_gained"));
    finish_run(43, 110);
    int second = (int)lround(kiosk_run(k)->result.score);
    expect_shown("result_gained");
    str_format(gained, sizeof gained, "+%d", second - first);
    assert_true(ui_shows_text(k->ui, gained));
    finish_run(41, 110);
    assert_false(shows("result_gained"));
    expect_shown("result_score");
    kiosk_end_session(k); /* the next visitor has a first try */
    stage_pass(stage, 0.1);
    finish_run(44, 110);
    assert_false(shows("result_gained"));
}

/* 20 mm is worth nothing: neither a 0 nor a percentage of it is shown. */
static void nobody_is_told_nought(void **state)
{
    (void)state;
    finish_run(20, 110);
    assert_int_equal(lround(kiosk_run(k)->result.score), 0);
    assert_true(shows_filled("result_begun", "n", (int)kiosk_run(k)->result.count));
    assert_false(shows_exactly("0"));
    struct str said = {0};
    kiosk_say(k, &said);
    assert_null(strstr(said.text, " 0 "));
    str_free(&said);
    stage_tap(stage, "evidence");
    assert_true(shows_filled("result_mean_depth", "mean", 20));
    assert_false(shows("result_depth_ok"));
    assert_true(ui_shows_text(k->ui, "目标 50–60")); /* and no percentage */
    assert_false(ui_shows_text(k->ui, "目标 100–120"));
    assert_false(shows_exactly("0%"));
    finish_run(55, 150);
    assert_false(shows_exactly("0"));
    stage_tap(stage, "evidence");
    assert_true(ui_shows_text(k->ui, "目标 100–120"));
    assert_true(shows_filled("result_mean_rate", "mean", 150));
}

/* Seven good pushes are a good start: no pass, and not better than anybody. */
static void a_few_good_pushes_are_a_start(void **state)
{
    (void)state;
    stop_after_seven(RUN_PRACTICE, CPR_COMPRESSION_ONLY);
    stage_press(stage, 8, 0, 110);
    stage_tap(stage, "see-result");
    expect_shown("result_short");
    assert_false(shows("result_passed"));
    assert_false(shows_filled("result_beginners", "people", 237));
}

static void the_result_leads_on(void **state)
{
    (void)state;
    finish_run(40, 110);
    expect_shown("advice_deeper");
    assert_true(ui_shows_text(k->ui, "AHA 成人指南"));
    stage_tap(stage, "other-kind");
    assert_int_equal(k->stations[k->active].run.plan.kind, RUN_PRACTICE);
    finish_run(55, 110);
    stage_tap(stage, "again");
    assert_int_equal(k->stations[k->active].run.plan.kind, RUN_TEST);
    finish_run(55, 110);
    stage_tap(stage, "lessons");
    assert_string_equal(kiosk_screen_name(k), "home");
    finish_run(55, 110);
    stage_tap(stage, "end");
    assert_string_equal(kiosk_screen_name(k), "attract");
    assert_false(k->session);
}

static void the_result_of_cycles_tells_them(void **state)
{
    (void)state;
    finish_cycles(5, 3);
    assert_true(ui_shows_text(k->ui, "3 组，每组 30 次，停顿最长 5 秒"));
    expect_shown("result_breaths_unmeasured");
    expect_shown("advice_keep");
    stage_tap(stage, "evidence");
    assert_true(ui_shows_text(k->ui, "每 30 次用 16 秒（应为 15–18 秒）"));
    finish_cycles(5, 1);
    stage_tap(stage, "evidence");
    assert_true(ui_shows_text(k->ui, "前 30 次用 16 秒"));
    finish_cycles(12, 2);
    expect_shown("advice_short_pause");
    stage_tap(stage, "again");
    assert_int_equal(k->stations[k->active].run.plan.mode, CPR_30_2);
}

/* Nobody is told that 0 % of the breaths were right. */
static void breaths_of_which_none_was_right_have_no_share(void **state)
{
    (void)state;
    finish_cycles(5, 2);
    struct cpr_result *result = &k->stations[k->active].debrief.result;
    result->breaths_measured = true;
    result->breaths = 4;
    result->breaths_ok_percent = 0;
    stage_pass(stage, 0.1);
    assert_true(shows_filled("result_breaths_none", "n", 4));
    assert_false(ui_shows_text(k->ui, "0%"));
    result->breaths_ok_percent = 50;
    stage_pass(stage, 0.1);
    assert_true(ui_shows_text(k->ui, "50%"));
}

static void the_first_thirty_are_timed(void **state)
{
    (void)state;
    finish_run(55, 110);
    assert_false(shows("result_breaths_unmeasured"));
    stage_tap(stage, "evidence");
    assert_true(ui_shows_text(k->ui, "前 30 次用 16 秒（应为 15–18 秒）"));
    kiosk_start_run(k, RUN_TEST, 10, NULL, k->mode, false);
    stage_press(stage, 11, 55, 110); /* too few */
    stage_pass(stage, 0.2);
    stage_tap(stage, "evidence");
    assert_false(ui_shows_text(k->ui, "前 30 次"));
}

static void a_good_score_stands_beside_beginners(void **state)
{
    (void)state;
    finish_run(55, 110);
    assert_true(ui_shows_text(k->ui, "比 92% 的初学者按得更好"));
    assert_true(ui_shows_text(k->ui, "237"));
    finish_run(15, 200);
    assert_false(ui_shows_text(k->ui, "初学者"));
    k->beginners = NULL; /* the file was missing */
    finish_run(55, 110);
    assert_false(ui_shows_text(k->ui, "初学者"));
    assert_false(ui_shows_text(k->ui, "237"));
}

/* Each factor as the score has it, and a dash where nothing was measured. */
static void the_evidence_shows_the_factors(void **state)
{
    (void)state;
    finish_run(42, 90);
    stage_tap(stage, "evidence");
    expect_shown("evidence_formula");
    stage_tap(stage, "page-next");
    expect_shown("table_d");
    expect_shown("table_h");
    assert_true(ui_shows_text(k->ui, "0.60")); /* (42 - 30) / 20 */
    assert_true(ui_shows_text(k->ui, "0.67")); /* (90 - 70) / 30 */
    assert_true(ui_shows_text(k->ui, "0.40"));
    k->stations[k->active].run.result.trust = CPR_TRUST_LOST;
    stage_pass(stage, 0.1);
    assert_false(shows("evidence_formula")); /* nothing is scored then */
    assert_false(shows("table_d"));
}

static void distrust_shows_reasons_and_no_score(void **state)
{
    (void)state;
    finish_run(55, 110);
    assert_int_equal(k->stations[k->active].run.result.trust, 0);
    k->stations[k->active].run.result.trust = CPR_TRUST_LOST | CPR_TRUST_STUCK;
    k->stations[k->active].run.result.score = (double)NAN;
    stage_pass(stage, 0.1);
    expect_shown("trust_title");
    expect_shown("trust_missing_lines");
    expect_shown("trust_stuck_value");
    assert_false(shows("trust_rest_noise"));
    assert_false(shows("result_score"));
    assert_false(shows("result_depth_ok"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_manikin_is_waited_for_calmly),
        ON_STAGE(a_test_gives_no_help),
        ON_STAGE(who_stops_need_not_wait),
        ON_STAGE(who_stops_again_sees_the_choices),
        ON_STAGE(who_stops_may_begin_again),
        ON_STAGE(a_test_waits_for_its_time),
        ON_STAGE(good_pushes_in_a_row_are_shown),
        ON_STAGE(a_streak_has_its_room_at_every_size),
        ON_STAGE(what_is_not_scored_is_not_judged),
        ON_STAGE(the_visitor_chooses_whether_to_breathe),
        ON_STAGE(a_child_is_not_failed_on_depth),
        ON_STAGE(a_lesson_chooses_for_its_own_run),
        ON_STAGE(a_lesson_hears_how_its_run_was),
        ON_STAGE(practice_counts_to_thirty_and_asks_for_breaths),
        ON_STAGE(the_evidence_goes_on_in_pages),
        ON_STAGE(the_result_says_what_got_better),
        ON_STAGE(nobody_is_told_nought),
        ON_STAGE(a_few_good_pushes_are_a_start),
        ON_STAGE(the_result_leads_on),
        ON_STAGE(the_result_of_cycles_tells_them),
        ON_STAGE(breaths_of_which_none_was_right_have_no_share),
        ON_STAGE(the_first_thirty_are_timed),
        ON_STAGE(a_good_score_stands_beside_beginners),
        ON_STAGE(the_evidence_shows_the_factors),
        ON_STAGE(distrust_shows_reasons_and_no_score),
    };
    return cmocka_run_group_tests_name("screen_runs", tests, NULL, NULL);
}
