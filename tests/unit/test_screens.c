/* SPDX-License-Identifier: MIT */
/* What the screens do when they are touched, and that their rarer states fit as well. */
#include <string.h>

#include "base/str.h"
#include "support/on_stage.h"

/* As kiosk_open_lesson() does with a lesson of the catalogue. */
static void open_lesson(const char *folder)
{
    kiosk_choice(k);
    k->lesson = lesson_open(folder, kiosk_lang(k), 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "of-a-test");
    k->lesson_counted = false;
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
}

static void open_every_card(void)
{
    open_lesson("tests/lua/screens/every-card");
    if (lesson_state(k->lesson) != LESSON_CARD) {
        fail_msg("%s", lesson_error(k->lesson));
    }
}

static void tap_option(int index)
{
    char id[32];
    str_format(id, sizeof id, "option-%d", index);
    stage_tap(stage, id);
}

/* Answers the card that stands there: rightly, or as wrongly as can be. */
static void answer(bool rightly)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    bool arranging = card->kind == CARD_order || card->kind == CARD_match;
    int count = (int)card->option_count;
    if (count == 0) {
        return;
    }
    if (!arranging) {
        tap_option(rightly == (card->right == 1) ? 1 : 2);
        return;
    }
    int order[LESSON_OPTIONS_MAX];
    for (int i = 0; i < count; i++) {
        order[i] = card->right_order[rightly ? i : (i + 1) % count];
    }
    for (int i = 0; i < count; i++) {
        tap_option(order[i]);
    }
}

/* ---- lessons ----------------------------------------------------------------------- */

static void an_order_is_given_taken_back_and_checked(void **state)
{
    (void)state;
    open_every_card();
    assert_false(can_touch("next")); /* dim until all are placed */
    tap_option(1);
    tap_option(1); /* taken back */
    answer(true);
    assert_true(can_touch("next"));
    assert_false(shows("answer_right"));
    stage_tap(stage, "next");
    expect_shown("answer_right");
    assert_false(can_touch("option-1")); /* the answer stands */
    assert_int_equal(lesson_card(k->lesson)->kind, CARD_order);
    stage_tap(stage, "next");
    assert_int_equal(lesson_card(k->lesson)->kind, CARD_match);
}

static void only_the_last_one_placed_is_taken_back(void **state)
{
    (void)state;
    open_every_card();
    const int *right = lesson_card(k->lesson)->right_order;
    int order[LESSON_OPTIONS_MAX];
    memcpy(order, right, sizeof order);
    tap_option(order[0]);
    tap_option(order[1]);
    tap_option(order[0]); /* not the last: nothing */
    tap_option(order[2]);
    tap_option(order[3]);
    stage_tap(stage, "next");
    expect_shown("answer_right");
}

static void a_wrong_answer_shows_the_right_one_and_why(void **state)
{
    (void)state;
    static const char *const heads[] = {"answer_other_order", "answer_other_match",
                                        "answer_other"};
    open_every_card();
    for (int i = 0; i < 3; i++) {
        answer(false);
        if (i < 2) {
            stage_tap(stage, "next");
        }
        expect_shown(heads[i]);
        assert_true(ui_shows_text(k->ui, lesson_card(k->lesson)->why));
        stage_tap(stage, "next");
    }
    answer(true); /* a question without a right answer thanks for any */
    expect_shown("answer_thanks");
}

static void the_language_changes_and_the_answer_stays(void **state)
{
    (void)state;
    open_every_card();
    answer(false);
    stage_tap(stage, "next");
    expect_shown("answer_other_order");
    stage_tap(stage, "lang");
    assert_string_equal(kiosk_lang(k), "en");
    expect_shown("answer_other_order");
    assert_true(ui_shows_text(k->ui, lesson_card(k->lesson)->why));
    stage_tap(stage, "lang");
    expect_shown("answer_other_order");
}

static void a_run_can_be_skipped_and_the_lesson_goes_on_to_its_end(void **state)
{
    (void)state;
    open_every_card();
    for (int i = 0; i < 6; i++) {
        answer(true);
        if (lesson_card(k->lesson)->kind == CARD_order ||
            lesson_card(k->lesson)->kind == CARD_match) {
            stage_tap(stage, "next");
        }
        stage_tap(stage, "next");
    }
    assert_int_equal(lesson_card(k->lesson)->kind, CARD_practice);
    stage_tap(stage, "next");
    assert_string_equal(kiosk_screen_name(k), "practice");
    expect_shown("no_manikin_title");
    expect_shown("practice_back_to_lesson");
    stage_tap(stage, "stop");
    assert_string_equal(kiosk_screen_name(k), "lesson");
    assert_int_equal(lesson_state(k->lesson), LESSON_DONE);
    expect_shown("done_title");
}

static void a_broken_lesson_shows_a_calm_card(void **state)
{
    (void)state;
    open_lesson("tests/lua/screens/no-such-lesson");
    assert_int_equal(lesson_state(k->lesson), LESSON_FAILED);
    expect_shown("failed_title");
    stage_tap(stage, "home");
    assert_string_equal(kiosk_screen_name(k), "home");
}

/* ---- attract ----------------------------------------------------------------------- */

static void any_touch_anywhere_wakes_attract(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 40; round++) {
        if (k->session) {
            kiosk_end_session(k);
        }
        stage_pass(stage, 0.1);
        assert_string_equal(kiosk_screen_name(k), "attract");
        double x = rng_between(&rng, 1, (double)ui_width(k->ui) - 2);
        double y = rng_between(&rng, 1, (double)ui_height(k->ui) - 2);
        struct ui_rect lang;
        assert_true(ui_find_id(k->ui, "lang", &lang));
        if (x >= (double)lang.x && y < (double)(lang.y + lang.h)) {
            continue;
        }
        ui_inject_tap(k->ui, (float)x, (float)y);
        stage_pass(stage, 0.5);
        if (!str_equal(kiosk_screen_name(k), "home") || !k->session) {
            fail_msg("a touch at %.0f, %.0f wakes nothing", x, y);
        }
    }
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    stage_tap(stage, "lang"); /* seen on attract, and taken back when nobody goes on */
    assert_string_equal(kiosk_screen_name(k), "attract");
    assert_string_equal(kiosk_lang(k), "en");
    stage_tap(stage, "wake");
    assert_string_equal(kiosk_screen_name(k), "home");
    assert_string_equal(kiosk_lang(k), "en");
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    stage_tap(stage, "lang");
    stage_pass(stage, k->settings.idle_s + k->settings.countdown_s + 1);
    assert_false(k->session);
    assert_string_equal(kiosk_lang(k), "zh-CN");
    ui_inject_key(k->ui, "x");
    stage_pass(stage, 0.1);
    assert_string_equal(kiosk_screen_name(k), "home");
}

/* ---- home -------------------------------------------------------------------------- */

/* What is wrong with the manikin before anybody can press it; one of these. */
static void take_manikin_away(struct rng *rng)
{
    struct link_status *status = &k->stations[k->active].status;
    *status = (struct link_status){.lines = "", .column = "", .talk_line = ""};
    switch (rng_int(rng, 0, 2)) {
    case 0: break;
    case 1: status->talk = TALK_WORDS; break;
    default: status->state = LINK_READY; status->lines = "comma";
    }
}

/* Whether it stands on one of home's pages; the first one stands there again then. */
static bool is_on_a_page(const char *words)
{
    bool found = ui_shows_text(k->ui, words);
    int turned = 0;
    for (; can_touch("page-next") && turned < 20; turned++) {
        stage_tap(stage, "page-next");
        found = found || ui_shows_text(k->ui, words);
    }
    for (; turned > 0; turned--) {
        stage_tap(stage, "page-prev");
    }
    return found;
}

static void without_a_manikin_home_invites_to_lessons_then_to_the_rhythm(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    stage_tap(stage, "wake");
    for (int round = 0; round < 30; round++) {
        kiosk_set_lang(k, rng_int(&rng, 0, 1) ? "en" : "zh-CN");
        take_manikin_away(&rng);
        stage_pass(stage, 0.1);
        struct ui_rect rhythm;
        struct ui_rect practice;
        expect_shown("home_learn");
        assert_false(shows("home_words"));
        assert_false(can_touch("test"));
        assert_true(ui_find_id(k->ui, "rhythm", &rhythm));
        assert_true(ui_find_id(k->ui, "practice", &practice));
        assert_true(rhythm.y < practice.y || rhythm.x < practice.x);
        assert_false(ui_shows_text(k->ui, "USB"));
        set_link(LINK_READY, false);
        expect_shown("home_words");
        assert_true(can_touch("rhythm")); /* for those who cannot press */
        assert_true(can_touch("test"));
        assert_true(is_on_a_page(tr("home_first_aid")));
    }
    take_manikin_away(&rng);
    stage_pass(stage, 0.1);
    stage_tap(stage, "first-aid");
    assert_string_equal(kiosk_screen_name(k), "lesson");
}

/* Every lesson has failed too often: what is left is the rhythm. */
static void without_lessons_home_invites_to_the_rhythm(void **state)
{
    (void)state;
    memset(k->lesson_failures, KIOSK_LESSON_FAILURES, sizeof k->lesson_failures);
    stage_tap(stage, "wake");
    assert_false(can_touch("first-aid"));
    assert_false(shows("home_learn"));
    stage_tap(stage, "rhythm");
    assert_string_equal(kiosk_screen_name(k), "rhythm");
}

/* A line of a text with several may be broken elsewhere: its first word is looked for. */
static void expect_on_a_page(const char *key, float scale)
{
    char first[64];
    str_format(first, sizeof first, "%.*s", (int)strcspn(tr(key), ",\n"), tr(key));
    if (!is_on_a_page(first)) {
        fail_msg("%s at %.2f drops \"%s\"", kiosk_lang(k), (double)scale, tr(key));
    }
}

static void home_drops_no_word_at_any_size(void **state)
{
    (void)state;
    static const int sides[][2] = {{LONG, SIDE}, {SIDE, LONG}, {1024, 768}, {768, 1024}};
    for (int i = 0; i < 16; i++) {
        bool manikin = i & 2;
        stage = stage_open(sides[i / 4][0], sides[i / 4][1], i & 1 ? "en" : "zh-CN");
        k = &stage->kiosk;
        set_link(manikin ? LINK_READY : LINK_SEARCHING, false);
        stage_tap(stage, "wake");
        for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
            float scale = ui_text_scale(k->ui);
            expect_on_a_page("home_today", scale);
            expect_on_a_page("home_learn", scale);
            expect_on_a_page("home_title", scale);
            expect_on_a_page(manikin ? "home_words" : "home_press_none", scale);
            expect_on_a_page(manikin ? "home_start" : "home_press", scale);
            expect_on_a_page(manikin ? "home_test" : "home_rhythm", scale);
            expect_on_a_page("home_first_aid", scale);
            expect_on_a_page("home_history", scale);
            kiosk_next_text_step(k);
            stage_pass(stage, 0.1);
        }
        stage_close(stage);
    }
}

/* ---- every state fits -------------------------------------------------------------- */

static int faults;

/* Design 10: touch targets are 15 mm at least; texts fit at the two smaller steps. */
static void look_at(const char *name, int step)
{
    struct ui_rect rect;
    const char *label = NULL;
    const char *id = NULL;
    kiosk_frame(k);
    for (size_t i = 0; (id = ui_touchable(k->ui, i, &rect, &label)); i++) {
        if (!str_equal(id, "corner") && (rect.w < 60 || rect.h < 60)) {
            print_error("%s: #%s is %.0f x %.0f\n", name, id, (double)rect.w,
                        (double)rect.h);
            faults++;
        }
    }
    if (step <= 1 && ui_overflows(k->ui, &label) > 0) {
        print_error("%s, %s, step %d: \"%s\" does not fit\n", name, kiosk_lang(k), step,
                    label);
        faults++;
    }
}

static void look_at_lesson(int step)
{
    open_every_card();
    for (int i = 0; i < 7; i++) {
        const struct lesson_card *card = lesson_card(k->lesson);
        bool arranging = card->kind == CARD_order || card->kind == CARD_match;
        look_at("a card", step);
        answer(i % 2 == 0);
        look_at("an answer", step);
        if (arranging) {
            stage_tap(stage, "next");
            look_at("a checked order", step);
        }
        stage_tap(stage, card->kind == CARD_practice ? "skip" : "next");
    }
    look_at("the end", step);
}

static void look_at_runs(int step)
{
    k->has_watched = false;
    set_link(LINK_SEARCHING, false);
    kiosk_start_run(k, RUN_PRACTICE, 20, NULL, k->mode, false);
    stage_pass(stage, 0.1);
    look_at("no manikin", step);
    set_link(LINK_READY, true);
    look_at("watch", step);
    stage_pass(stage, 6);
    look_at("watch the hands", step);
    stage_tap(stage, "stage-helped");
    look_at("ready", step);
    stage_tap(stage, "with-breaths");
    look_at("ready for 30:2", step);
    stage_press(stage, 16.3, 40, 112);
    look_at("thirty", step);
    stage_press(stage, 3, 0, 112);
    look_at("breaths", step);
    stage_tap(stage, "stop");
    finish_cycles(9, 3);
    look_at("result of 30:2", step);
    k->stations[k->active].run.result.breaths_measured = true;
    look_at("no air", step);
    k->stations[k->active].run.result.breaths = 10;
    k->stations[k->active].run.result.breaths_ok_percent = 60;
    look_at("breaths measured", step);
    while (!can_touch("evidence")) { /* large text: on a further page */
        stage_tap(stage, "page-next");
        look_at("result, further page", step);
    }
    stage_tap(stage, "evidence");
    look_at("evidence", step);
    kiosk_start_run(k, RUN_TEST, 40, NULL, CPR_30_2, false);
    stage_press(stage, 41, 55, 112);
    stage_pass(stage, 0.2);
    look_at("no breaths", step);
    kiosk_start_run(k, RUN_PRACTICE, 20, NULL, CPR_COMPRESSION_ONLY, false);
    stage_press(stage, 5, 66, 140);
    for (int prompt = 0; prompt < CPR_PROMPT_COUNT; prompt++) {
        k->stations[k->active].run.live.prompt = (enum cpr_prompt)prompt;
        look_at("a prompt", step);
    }
    set_link(LINK_STALE, true);
    look_at("cable out", step);
    k->stations[k->active].run.phase = RUN_LOST;
    look_at("lost", step);
    finish_run(66, 100);
    look_at("result", step);
    k->stations[k->active].run.result.trust = 0x3f;
    look_at("distrust", step);
}

/* At every step both ways up; the finer pixels of a wide screen show the same, which is
 * seen at two. */
static void every_state_fits_in_every_shape(void **state)
{
    (void)state;
    static const int shapes[][2] = {
        {1280, 720}, {SIDE, LONG}, {LONG, SIDE}, {3840, 2160}};
    faults = 0;
    for (int shape = 0; shape < 4; shape++) {
        int each = shape < 2 ? 1 : 5;
        for (int i = shape < 2 ? 0 : shape - 2; i < 2 * KIOSK_TEXT_STEPS; i += each) {
            stage =
                stage_open(shapes[shape][0], shapes[shape][1], i % 2 ? "en" : "zh-CN");
            k = &stage->kiosk;
            kiosk_choice(k);
            for (int step = 0; step < i / 2; step++) {
                kiosk_next_text_step(k);
            }
            look_at_lesson(i / 2);
            look_at_runs(i / 2);
            stage_close(stage);
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(an_order_is_given_taken_back_and_checked),
        ON_STAGE(only_the_last_one_placed_is_taken_back),
        ON_STAGE(a_wrong_answer_shows_the_right_one_and_why),
        ON_STAGE(the_language_changes_and_the_answer_stays),
        ON_STAGE(a_run_can_be_skipped_and_the_lesson_goes_on_to_its_end),
        ON_STAGE(a_broken_lesson_shows_a_calm_card),
        ON_STAGE(any_touch_anywhere_wakes_attract),
        ON_STAGE(without_a_manikin_home_invites_to_lessons_then_to_the_rhythm),
        ON_STAGE(without_lessons_home_invites_to_the_rhythm),
        cmocka_unit_test(home_drops_no_word_at_any_size),
        cmocka_unit_test(every_state_fits_in_every_shape),
    };
    return cmocka_run_group_tests_name("screens", tests, NULL, NULL);
}
