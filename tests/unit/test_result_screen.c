/* SPDX-License-Identifier: MIT */
/*
 * The result by who pressed: nobody has said, an adult, a child; and it is scored anew
 * when somebody says so.
 */
#include <math.h>
#include <string.h>

#include "base/file.h"
#include "support/folder.h"
#include "support/on_stage.h"

static void practise(double depth_mm, double rate_cpm)
{
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, 20, NULL, k->mode, false);
    stage_press(stage, 21, depth_mm, rate_cpm);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
}

static void end_visit(void)
{
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
}

static bool shows_number(const char *key, const char *name, const char *value)
{
    char words[160];
    kiosk_fill(k, words, sizeof words, key, (const char *const[]){name, value, NULL});
    return ui_shows_text(k->ui, words);
}

/* The words of a fault of depth, in any of its forms. */
static bool is_failed_on_depth(void)
{
    return shows("why_deeper_all") || shows("why_less_deep_all") ||
           shows("result_not_yet") || shows("result_depth_ok");
}

static void whoever_has_not_said_is_not_failed_on_depth(void **state)
{
    (void)state;
    static const double depths_mm[] = {20, 32, 46, 66, 80};
    for (size_t i = 0; i < sizeof depths_mm / sizeof *depths_mm; i++) {
        char mean[16];
        practise(depths_mm[i], 110);
        str_format(mean, sizeof mean, "%.0f", depths_mm[i]);
        assert_true(kiosk_run(k)->result.score > 95);
        assert_true(shows_number("result_mean_depth", "mean", mean));
        assert_false(is_failed_on_depth());
        for (uint32_t n = 0; n < kiosk_run(k)->compression_count; n++) {
            enum cpr_label label = kiosk_run(k)->compressions[n].label;
            assert_true(label != CPR_SHALLOW && label != CPR_DEEP);
        }
        /* How to go on is told all the same. */
        expect_shown(depths_mm[i] < 50 ? "advice_deeper" : "advice_less_deep");
        assert_false(shows("result_beginners")); /* an adult's yardstick */
        end_visit();
    }
}

static void an_adult_who_has_not_said_is_praised(void **state)
{
    (void)state;
    practise(55, 110);
    expect_shown("result_passed");
    expect_shown("advice_keep");
    expect_shown("why_keep");
    assert_true(shows_number("result_better", "n", "92"));
    assert_true(ui_shows_text(k->ui, "AHA 成人指南"));
    assert_int_equal(kiosk_station(k)->debrief.presser, PRESSER_UNKNOWN);
}

static void the_same_run_is_scored_anew_by_one_tap(void **state)
{
    (void)state;
    practise(32, 110);
    double open = kiosk_run(k)->result.score;
    stage_tap(stage, "adult");
    assert_string_equal(kiosk_screen_name(k), "result");
    assert_string_equal(kiosk_run(k)->result.guideline, "aha-2025/adult");
    assert_true(kiosk_run(k)->result.score < 20);
    expect_shown("why_deeper_all");
    stage_tap(stage, "child");
    assert_string_equal(kiosk_run(k)->result.guideline, "aha-2025/light");
    assert_true(kiosk_run(k)->result.score == open);
    expect_shown("why_keep_child");
    assert_false(is_failed_on_depth());
    stage_tap(stage, "again"); /* and so is the next one */
    assert_string_equal(kiosk_run(k)->plan.guideline->name, "aha-2025/light");
    expect_shown("ready_turns");
}

/* Who has not said gets better, and is told so; another yardstick begins anew. */
static void what_was_gained_is_of_one_yardstick(void **state)
{
    (void)state;
    practise(40, 130);
    assert_int_equal(tries_gained(&k->tries), 0);
    practise(40, 122);
    int gained = tries_gained(&k->tries);
    assert_true(gained > 10);
    expect_shown("result_gained");
    stage_tap(stage, "adult");
    assert_int_equal(tries_gained(&k->tries), 0);
    practise(46, 112);
    assert_true(tries_gained(&k->tries) > 0);
    assert_true(k->tries.count == 2);
}

static void a_test_that_nobody_has_answered_is_left_open(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_TEST, 12, NULL, k->mode, false);
    stage_press(stage, 13, 30, 110);
    stage_pass(stage, 0.2);
    assert_false(shows("result_passed"));
    assert_false(is_failed_on_depth());
    stage_tap(stage, "child");
    expect_shown("result_passed");
    stage_tap(stage, "adult");
    assert_false(shows("result_passed"));
}

/* What is kept names who it was judged as: an adult until somebody says a child, during
 * the run or at its result, and it stays so when they leave. */
static void what_is_kept_names_the_guideline(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    k->keep_folder = folder.path;
    static const char *const taps[] = {"",    "child", "adult", "child",
                                       "end", "run",   "end"};
    static const char *const said[] = {"adult", "light", "adult", "light",
                                       "light", "light", "light"};
    practise(32, 110);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (str_equal(taps[i], "run")) {
            set_link(LINK_READY, false);
            kiosk_start_run(k, RUN_PRACTICE, 20, NULL, k->mode, false);
            stage_press(stage, 9, 32, 110);
            stage_tap(stage, "child");
            stage_press(stage, 13, 32, 110);
            stage_pass(stage, 0.2);
        } else if (*taps[i]) {
            stage_tap(stage, taps[i]);
        }
        char wanted[64];
        size_t length;
        char *json = file_read(folder_file(&folder, "practice.json"), 1 << 20, &length);
        str_format(wanted, sizeof wanted, "{\"guideline\":\"aha-2025/%s\"", said[i]);
        assert_non_null(json);
        assert_memory_equal(json, wanted, strlen(wanted));
        free(json);
        char *csv = file_read(folder_file(&folder, "recording.csv"), 1 << 24, &length);
        str_format(wanted, sizeof wanted, "# guideline: aha-2025/%s\n", said[i]);
        assert_non_null(csv);
        char *first = strstr(csv, "# guideline: ");
        assert_memory_equal(first, wanted, strlen(wanted));
        assert_null(strstr(first + 1, "# guideline: "));
        free(csv);
    }
    practise(32, 110); /* nobody has said, and leaves */
    end_visit();
    size_t length;
    char *csv = file_read(folder_file(&folder, "recording.csv"), 1 << 24, &length);
    assert_non_null(strstr(csv, "# guideline: aha-2025/adult\n"));
    free(csv);
    k->keep_folder = NULL;
    folder_remove(&folder);
}

/* With a loudspeaker there are more chips than the row has words for. */
static void the_way_out_has_its_word_in_each_language(void **state)
{
    (void)state;
    const struct sound_config config = {.clock = k->clock, .story = true};
    k->sound = sound_create(&config);
    assert_non_null(k->sound);
    for (size_t lang = 0; lang < 2; lang++) {
        kiosk_set_lang(k, lang == 0 ? "zh-CN" : "en");
        finish_run(55, 125);
        expect_shown("finish");
        end_visit();
    }
    struct sound *sound = k->sound;
    k->sound = NULL;
    sound_destroy(sound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(whoever_has_not_said_is_not_failed_on_depth),
        ON_STAGE(an_adult_who_has_not_said_is_praised),
        ON_STAGE(the_same_run_is_scored_anew_by_one_tap),
        ON_STAGE(what_was_gained_is_of_one_yardstick),
        ON_STAGE(a_test_that_nobody_has_answered_is_left_open),
        ON_STAGE(what_is_kept_names_the_guideline),
        ON_STAGE(the_way_out_has_its_word_in_each_language),
    };
    return cmocka_run_group_tests_name("result_screen", tests, NULL, NULL);
}
