/* SPDX-License-Identifier: MIT */
/* What the screens count while a visitor goes through the lessons. */
#include <string.h>

#include "screens/heart.h"
#include "support/on_stage.h"
#include "support/probe.h"
#include "support/sums.h"

enum { QUESTIONS_MAX = 64 };

static struct sums sums;

/* The rules written a second time: which questions were answered first, and how. */
struct answers {
    int right;
    int wrong;
    int count;
    char keys[QUESTIONS_MAX][LESSON_KEY_MAX];
};

static int open_counted(void **state)
{
    sums = (struct sums){.count = 0};
    open_stage(state);
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

#define COUNTED(test) cmocka_unit_test_setup_teardown(test, open_counted, close_stage)

static int64_t sum_of(const char *metric, const char *subject, const char *detail)
{
    int64_t sum = 0;
    for (size_t i = 0; i < sums.count; i++) {
        const struct count_key *key = &sums.rows[i].key;
        bool same = str_equal(key->metric, metric) && str_equal(key->subject, subject) &&
                    str_equal(key->detail, detail);
        sum += same ? sums.rows[i].n : 0;
    }
    return sum;
}

static void expect(struct answers *answers, const char *key, bool right)
{
    for (int i = 0; i < answers->count; i++) {
        if (str_equal(answers->keys[i], key)) {
            return;
        }
    }
    assert_true(answers->count < QUESTIONS_MAX);
    str_copy(answers->keys[answers->count++], LESSON_KEY_MAX, key);
    *(right ? &answers->right : &answers->wrong) += 1;
}

static void check(const struct answers *answers, const char *topic)
{
    assert_int_equal(sum_of("question", topic, "right"), answers->right);
    assert_int_equal(sum_of("question", topic, "wrong"), answers->wrong);
}

static void tap_option(int option)
{
    char id[32];
    str_format(id, sizeof id, "option-%d", option);
    stage_tap(stage, id);
}

/* Answers the card as drawn and goes on; what counts does so before "next" goes on. */
static void answer_card(struct rng *rng, struct answers *answers, const char *topic)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    char key[LESSON_KEY_MAX];
    str_copy(key, sizeof key, card->text_key);
    bool right = rng_int(rng, 0, 1);
    if (card->kind == CARD_ask || card->kind == CARD_myth) {
        int option = rng_int(rng, 1, (int)card->option_count);
        tap_option(option);
        if (card->right > 0) {
            expect(answers, key, option == card->right);
        }
        if (can_touch("option-2")) { /* unless the reason needs its room */
            tap_option(2);           /* second thoughts do not count */
        }
    } else if (card->kind == CARD_order || card->kind == CARD_match) {
        for (size_t i = 0; i < card->option_count; i++) {
            size_t at = right ? i : card->option_count - 1 - i;
            tap_option(card->right_order[at]);
        }
        check(answers, topic);
        stage_tap(stage, "next");
        expect(answers, key, right);
    }
    check(answers, topic);
    bool presses = card->kind == CARD_practice || card->kind == CARD_test;
    stage_tap(stage, presses ? "skip" : "next");
    check(answers, topic);
}

static void only_first_answers_count_in_every_lesson(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int asked = 0;
    for (size_t i = 0; i < k->catalog->count; i++) {
        const struct lesson_info *info = &k->catalog->items[i].info;
        struct answers answers = {0};
        sums.count = 0;
        for (int time = 0; time < 3; time++) {
            kiosk_open_lesson(k, info->id);
            stage_pass(stage, 0.1);
            while (lesson_state(k->lesson) == LESSON_CARD) {
                answer_card(&rng, &answers, info->topic);
            }
            assert_int_equal(lesson_state(k->lesson), LESSON_DONE);
        }
        assert_int_equal(sum_of("lesson_started", info->id, ""), 1);
        assert_int_equal(sum_of("lesson_done", info->id, ""), 1);
        asked += answers.count;
        printf("# %s: %d right, %d wrong\n", info->id, answers.right, answers.wrong);
    }
    assert_true(asked > 10);
}

static void a_visitor_who_leaves_at_the_reason_has_answered(void **state)
{
    (void)state;
    kiosk_open_lesson(k, k->catalog->items[0].info.id);
    stage_pass(stage, 0.1);
    while (lesson_card(k->lesson)->kind != CARD_ask) {
        stage_tap(stage, "next");
    }
    tap_option(1);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    assert_int_equal(sums_of(&sums, COUNT_question), 1);
}

static void a_question_counts_again_in_the_next_session(void **state)
{
    (void)state;
    for (int session = 1; session <= 3; session++) {
        kiosk_open_lesson(k, k->catalog->items[0].info.id);
        stage_pass(stage, 0.1);
        while (lesson_card(k->lesson)->kind != CARD_ask) {
            stage_tap(stage, "next");
        }
        tap_option(1);
        assert_int_equal(sums_of(&sums, COUNT_question), session);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
}

/* Asked before and after: each session adds one to each, however often somebody goes back
 * to the card or begins the lesson again. */
static void what_is_asked_twice_is_counted_once_each(void **state)
{
    (void)state;
    static const char *const answers[] = {"yes", "unsure", "no"};
    struct rng rng = rng_begin();
    struct probe probe;
    int before[3] = {0};
    int after[3] = {0};
    struct lesson_info *info = &k->catalog->items[0].info;
    probe_begin(&probe);
    probe_write(&probe, "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                        "card.ask { text = 'hello', 'a', 'b', 'c', count = 'before' }\n"
                        "card.show { text = 'pick' }\n"
                        "card.ask { text = 'hello', 'a', 'b', 'c', count = 'after' }\n"
                        "card.show { text = 'because' }\nend }");
    probe_file(&probe, "text/zh-CN.lua", probe_en, sizeof probe_en - 1);
    str_copy(info->folder, sizeof info->folder, probe.folder);
    str_copy(info->id, sizeof info->id, "probe");
    for (int session = 0; session < 12; session++) {
        for (int time = 0; time < 2; time++) {
            int one = rng_int(&rng, 0, 2);
            int other = rng_int(&rng, 0, 2);
            kiosk_open_lesson(k, "probe");
            stage_pass(stage, 0.1);
            tap_option(one + 1);
            stage_tap(stage, "next");
            stage_tap(stage, "card-back"); /* and what was answered is looked at */
            stage_tap(stage, "next");
            stage_tap(stage, "next");
            tap_option(other + 1);
            stage_tap(stage, "next");
            before[one] += time == 0;
            after[other] += time == 0;
        }
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
    }
    for (int i = 0; i < 3; i++) {
        char detail[32];
        str_format(detail, sizeof detail, "before:%s", answers[i]);
        assert_int_equal(sum_of("willing", "probe", detail), before[i]);
        str_format(detail, sizeof detail, "after:%s", answers[i]);
        assert_int_equal(sum_of("willing", "probe", detail), after[i]);
    }
    assert_int_equal(sums_of(&sums, COUNT_willing), 24);
    assert_int_equal(sums_of(&sums, COUNT_question), 0);
    probe_end(&probe);
}

/* ---- the hall's pushes ------------------------------------------------------------- */

/* Runs to their end and runs left in the middle, on a manikin or a simulated one. */
static void every_push_of_the_hall_is_in_its_sum(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int64_t expected = 0;
    k->pushes = 0;
    for (int round = 0; round < 12; round++) {
        bool simulated = round > 0 && rng_int(&rng, 0, 3) == 0;
        int seconds = rng_int(&rng, 3, 12);
        set_link(LINK_READY, simulated);
        kiosk_start_run(k, RUN_TEST, 8, NULL, k->mode, false);
        stage_press(stage, seconds, 50, 120);
        int64_t pressed = kiosk_run(k)->live.peaks;
        assert_true(pressed > 0);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        expected += simulated ? 0 : pressed;
        assert_int_equal(k->pushes, expected);
        assert_int_equal(sums_of(&sums, COUNT_pushes), expected);
        kiosk_start_run(k, RUN_TEST, 8, NULL, k->mode, false);
        kiosk_end_session(k); /* nobody has pushed */
        stage_pass(stage, 0.1);
        assert_int_equal(k->pushes, expected);
    }
    assert_true(expected > 100);
}

static void attract_shows_how_often_the_hall_has_pressed(void **state)
{
    (void)state;

    static const struct {
        int64_t pushes;
        const char *chinese, *english;
    } rows[] = {
        {0, "", ""},
        {1, "1 下", "1 push"},
        {2, "2 下", "2 pushes"},
        {999, "999 下", "999 pushes"},
        {1000, "1,000 下", "1,000 pushes"},
        {86412, "86,412 下", "86,412 pushes"},
        {1234567, "1,234,567 下", "1,234,567 pushes"},
        {INT64_MAX, "9,223,372,036,854,775,807 下", "9,223,372,036,854,775,807 pushes"}};

    set_link(LINK_READY, false);
    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
        bool english = i & 1;
        const char *number = english ? rows[i / 2].english : rows[i / 2].chinese;
        k->pushes = rows[i / 2].pushes;
        kiosk_set_lang(k, english ? "en" : "zh-CN");
        stage_pass(stage, 0.1);
        expect_shown("attract_learn");
        expect_shown(k->pushes > 0 ? "attract_heart" : "attract_heart_none");
        if (!ui_shows_text(k->ui, number)) {
            fail_msg("attract does not show %s", number);
        }
    }
}

static void the_heart_beats_slowly_and_not_where_it_is_calm(void **state)
{
    (void)state;
    set_link(LINK_READY, false);
    k->pushes = 5;
    k->stations[k->active].depth_mm = 0;
    for (int calm = 0; calm < 2; calm++) {
        k->wishes.calm = calm == 1;
        ui_set_calm(k->ui, k->wishes.calm);
        kiosk_go(k, SCREEN_attract);
        stage_pass(stage, 0.1);
        int turns = 0;
        float last = 0;
        bool grew = false;
        for (int frame = 0; frame < 6 * 60; frame++) {
            kiosk_frame(k);
            clock_move(&stage->clock, 16667);
            float size = heart_beat(k);
            turns += grew && size < last;
            grew = size > last;
            last = size;
        }
        assert_int_equal(turns, calm ? 0 : 5); /* 50 a minute */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COUNTED(only_first_answers_count_in_every_lesson),
        COUNTED(a_visitor_who_leaves_at_the_reason_has_answered),
        COUNTED(a_question_counts_again_in_the_next_session),
        COUNTED(what_is_asked_twice_is_counted_once_each),
        COUNTED(every_push_of_the_hall_is_in_its_sum),
        COUNTED(attract_shows_how_often_the_hall_has_pressed),
        COUNTED(the_heart_beats_slowly_and_not_where_it_is_calm),
    };
    return cmocka_run_group_tests_name("screen counts", tests, NULL, NULL);
}
