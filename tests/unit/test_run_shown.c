/* SPDX-License-Identifier: MIT */
/*
 * What draws a run needs its words and the run: there is no kiosk in this test.
 */
#include "base/str.h"
#include "screens/advice_card.h"
#include "screens/evidence.h"
#include "screens/gauge.h"
#include "screens/result_distrust.h"
#include "screens/result_run.h"
#include "screens/result_score.h"
#include "screens/run_shown.h"
#include "support/own_ui.h"
#include "support/run_rig.h"
#include "ui/access.h"

static struct run_shown shown;
static struct debrief debrief;

static int open_ui(void **state)
{
    (void)state;
    own_ui_open(1280, 720);
    shown = (struct run_shown){.texts = texts, .run = &run, .debrief = &debrief};
    return 0;
}

static int close_ui(void **state)
{
    (void)state;
    run_cancel(&run);
    own_ui_close();
    return 0;
}

/* An adult's, with no child to be told from. */
static void judge(void)
{
    debrief_make(&debrief, &run,
                 &(struct debrief_by){.adult = &guideline, .beginners = shown.beginners});
}

/* 55 mm at 110 a minute for `seconds` of a test of 20. */
static void press_for(double seconds, double planned_s)
{
    struct rng rng = rng_begin();
    struct run_plan plan = plan_of(planned_s);
    struct wave wave = wave_perfect();
    wave.depth_mm = 55;
    wave.rate_cpm = 110;
    wave.pushes = (int)(seconds * 110 / 60);
    run_begin(&run, &plan, 0);
    feed(&wave, 0, &rng);
}

static void press(double seconds)
{
    press_for(seconds, 20);
}

static void expect_text(const char *text)
{
    if (!ui_shows_text(ui, text)) {
        fail_msg("\"%s\" is not shown", text);
    }
}

static struct ui_rect cell(int column)
{
    return (struct ui_rect){20 + 400 * (float)column, 20, 380, gauge_h(ui)};
}

static void gauges_show_a_run_going_on(void **state)
{
    (void)state;
    press(10);
    assert_int_equal(run.phase, RUN_GOING);
    ui_begin(ui, UI_DARK);
    gauge_depth(&shown, ui, cell(0));
    gauge_rate(&shown, ui, cell(1));
    gauge_count(&shown, ui, cell(2));
    ui_end(ui);
    expect_text("55");
    expect_text("110");
    expect_text(conf_tr(texts, "gauge_depth"));
    char count[16];
    str_format(count, sizeof count, "%u", run.live.peaks);
    expect_text(count);
}

static void cards_show_the_result(void **state)
{
    (void)state;
    press(30);
    assert_int_equal(run.phase, RUN_FINISHED);
    judge();
    ui_begin(ui, UI_LIGHT);
    struct advice_card advice = advice_card_of(&shown);
    result_score_draw(&shown, ui, (struct ui_rect){20, 20, 600, 680});
    result_run_draw(&shown, ui, (struct ui_rect){640, 20, 620, 320});
    advice_card_draw(&advice, ui, (struct ui_rect){640, 360, 620, 300});
    ui_end(ui);
    char score[16];
    str_format(score, sizeof score, "%.0f", run.result.score);
    expect_text(score);
    expect_text(conf_tr(texts, "result_score"));
    expect_text(conf_tr(texts, "advice_keep"));
    expect_text(conf_tr(texts, "result_evidence"));
}

static void beginners_are_named_where_they_are_given(void **state)
{
    (void)state;
    struct cpr_beginners beginners;
    assert_true(conf_beginners_load(&beginners, "scripts/references/beginners.lua"));
    press(30);
    char people[16];
    char words[128];
    str_format(people, sizeof people, "%d", beginners.people);
    conf_fill(texts, words, sizeof words, "result_beginners",
              (const char *const[]){"people", people, NULL});
    for (int with = 0; with < 2; with++) {
        shown.beginners = with ? &beginners : NULL;
        judge();
        ui_begin(ui, UI_LIGHT);
        result_score_draw(&shown, ui, (struct ui_rect){20, 20, 1240, 680});
        ui_end(ui);
        assert_int_equal(ui_shows_text(ui, words), with);
    }
}

/* A text that says this and nothing else. */
static bool shows_whole(const char *words)
{
    const char *text;
    for (size_t i = 0; (text = access_text(ui, i)); i++) {
        if (str_equal(text, words)) {
            return true;
        }
    }
    return false;
}

static void evidence_shows_every_compression(void **state)
{
    (void)state;
    press(30);
    struct ui_rect rect = {0, 0, 1280, 720};
    int pages = evidence_pages(&shown, ui, rect);
    assert_in_range(pages, 1, (int)run.compression_count);
    char last[16];
    str_format(last, sizeof last, "%u", run.compression_count);
    ui_begin(ui, UI_LIGHT);
    evidence_draw(&shown, ui, rect, pages - 1);
    ui_end(ui);
    expect_text(last);
}

/* In the largest text a page has few rows and few columns: none is lost, however long the
 * run was. */
static void evidence_of_a_long_run_loses_no_row(void **state)
{
    (void)state;
    press_for(170, 160);
    assert_true(run.compression_count > 250);
    ui_set_text_scale(ui, 2);
    struct ui_rect rect = {0, 0, 1280, 620};
    int pages = evidence_pages(&shown, ui, rect);
    uint32_t seen = 0;
    for (int page = 0; page < pages && seen < run.compression_count; page++) {
        char number[16];
        ui_begin(ui, UI_LIGHT);
        evidence_draw(&shown, ui, rect, page);
        ui_end(ui);
        str_format(number, sizeof number, "%u", seen + 1);
        while (seen < run.compression_count && shows_whole(number)) {
            seen++;
            str_format(number, sizeof number, "%u", seen + 1);
        }
    }
    assert_int_equal(seen, run.compression_count);
    char last[16];
    str_format(last, sizeof last, "%u", run.compression_count);
    ui_begin(ui, UI_LIGHT);
    evidence_draw(&shown, ui, rect, pages - 1);
    ui_end(ui);
    assert_true(shows_whole(last)); /* of the last columns, too */
    ui_set_text_scale(ui, 1);
}

static void a_run_not_trusted_says_why(void **state)
{
    (void)state;
    press(30);
    run.result.trust = CPR_TRUST_LOST;
    ui_begin(ui, UI_LIGHT);
    result_distrust_draw(&shown, ui, (struct ui_rect){20, 20, 1240, 680});
    ui_end(ui);
    expect_text(conf_tr(texts, "trust_missing_lines"));
}

int main(void)
{
#define SHOWN(test) cmocka_unit_test_setup_teardown(test, open_ui, close_ui)
    const struct CMUnitTest tests[] = {
        SHOWN(gauges_show_a_run_going_on),
        SHOWN(cards_show_the_result),
        SHOWN(beginners_are_named_where_they_are_given),
        SHOWN(evidence_shows_every_compression),
        SHOWN(evidence_of_a_long_run_loses_no_row),
        SHOWN(a_run_not_trusted_says_why),
    };
    return cmocka_run_group_tests_name("run shown", tests, NULL, NULL);
}
