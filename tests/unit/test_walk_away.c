/* SPDX-License-Identifier: MIT */
/*
 * A visitor who walks away at any card leaves nothing: the next one meets the kiosk as if
 * nobody had been there. What was counted is not theirs.
 */
#include <string.h>

#include "lesson/robot.h"
#include "support/on_stage.h"

static const struct place {
    const char *id, *folder;
} lessons[] = {{"adult-cpr", "tests/lessons/adult-cpr"},
               {"solferino", "tests/lessons/solferino"},
               {"adult-cpr", "scripts/lessons/adult-cpr"},
               {"solferino", "scripts/lessons/solferino"},
               {"plays", "tests/lua/plays/plays"}};

enum { LESSONS = sizeof lessons / sizeof *lessons, CARDS_MAX = 60 };

/* How far somebody came with the last card. */
/* Before that stand the manikins' runs, 5 MB: none of them may be left. */
enum { FROM = offsetof(struct kiosk, station_count) };

enum left { LEFT_AT_ONCE, LEFT_IN_THE_MIDDLE, LEFT_LOOKING_BACK, LEFTS };

static struct kiosk before; /* the first visit; too large for the stack */

/* What may be another after a visit: time, counts, what is drawn and said into. All else
 * of the kiosk, whatever is added to it, has to be as it was. */
static void copy_without_time(struct kiosk *copy)
{
    memcpy((unsigned char *)copy + FROM, (const unsigned char *)k + FROM,
           sizeof *copy - FROM); /* with its padding */
    copy->ui = NULL;
    copy->state = NULL;
    copy->lesson_counted = false; /* of no lesson */
    copy->entered_us = copy->input_us = 0;
    copy->pushed_us = copy->other_pushed_us = 0;
    memset(&copy->counter, 0, sizeof copy->counter);
    memset(&copy->board, 0, sizeof copy->board);
    copy->closed.day = copy->closed.minute = 0;
    memset(&copy->best_moment, 0, sizeof copy->best_moment);
    memset(&copy->speaking.stands, 0, sizeof copy->speaking.stands);
    memset(&copy->speaking.said, 0, sizeof copy->speaking.said);
    copy->speaking.touches = 0;
}

static void expect_as_before(const char *where)
{
    static struct kiosk now;
    copy_without_time(&now);
    const unsigned char *a = (const unsigned char *)&before;
    const unsigned char *b = (const unsigned char *)&now;
    for (size_t i = FROM; i < sizeof now; i++) {
        if (a[i] != b[i]) {
            fail_msg("%s: byte %zu of struct kiosk is %d and was %d", where, i, b[i],
                     a[i]);
        }
    }
    assert_false(k->counter.open);
    assert_int_equal(k->counter.once_count, 0);
    assert_int_equal(k->speaking.said.length, 0);
    assert_null(k->trail.kept);
    for (int i = 0; i < KIOSK_STATIONS_MAX; i++) {
        assert_int_equal(k->stations[i].run.phase, RUN_NONE);
        assert_false(k->stations[i].followed);
    }
}

/* All that can be read on attract, and all that can be touched. */
static void read_screen(struct str *out)
{
    struct ui_rect rect;
    const char *label;
    const char *id;
    out->length = 0;
    str_add(out, "%s\n", kiosk_screen_name(k));
    for (size_t i = 0; (id = ui_touchable(k->ui, i, &rect, &label)); i++) {
        str_add(out, "%s %s %.0f %.0f\n", id, label, (double)rect.x, (double)rect.y);
    }
    kiosk_say(k, out);
}

/* Wishes of every kind. */
static void wish(void)
{
    kiosk_set_lang(k, "en");
    kiosk_next_text_step(k);
    speaking_set_volume(k, 1);
    speaking_set_music(k, true);
    k->speaking.slower = 2;
    k->wishes.contrast = true;
    k->wishes.calm = true;
    k->wishes.quiet = true;
    ui_set_contrast(k->ui, true);
    ui_set_calm(k->ui, true);
    k->mode = CPR_30_2;
    kiosk_set_presser(k, PRESSER_CHILD);
}

static void begin(const struct place *place)
{
    kiosk_choice(k);
    kiosk_open_lesson(k, place->id);
    lesson_close(k->lesson);
    k->lesson = lesson_open(place->folder, kiosk_lang(k), 1);
    str_copy(k->lesson_id, sizeof k->lesson_id, place->id);
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    assert_string_equal(lesson_error(k->lesson), "");
}

/* Answers by a robot up to card `at`. False: the lesson is over before. */
static bool come_to(int at, struct rng *rng)
{
    struct robot robot = {.guidelines = k->guidelines};
    const struct lesson_card *card;
    while ((card = lesson_card(k->lesson)) && card->step < at) {
        struct lesson_answer answer;
        robot_answer(&robot, card, (size_t)rng_int(rng, 0, (int)robot_ways(card) - 1),
                     &answer);
        kiosk_answered(k, &answer);
        kiosk_answer(k, &answer);
    }
    stage_pass(stage, 0.05);
    return card != NULL;
}

/* Something of it is done, and not all. */
static void do_half(void)
{
    static const char *const ids[] = {"option-1", "digit-1", "spot-1"};
    const struct lesson_card *card = lesson_card(k->lesson);
    if (card->kind == CARD_practice || card->kind == CARD_test) {
        stage_tap(stage, "next"); /* a run waits for its first push */
        return;
    }
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (can_touch(ids[i])) {
            stage_tap(stage, ids[i]);
            return;
        }
    }
}

/* The countdown runs out over an empty hall. */
static void walk_away(void)
{
    for (int i = 0; i < 20 && k->session; i++) {
        clock_move(&stage->clock, 10000000);
        stage_pass(stage, 0.05);
    }
    assert_false(k->session);
    stage_pass(stage, 0.1);
}

static void the_next_visitor_meets_nobodys_answers(const struct place *place)
{
    begin(place);
    assert_int_equal(lesson_card(k->lesson)->step, 1);
    assert_false(lesson_trail_has_back(&k->trail, k->lesson));
    assert_false(k->trail.past != NULL || k->trail.count > 0);
    assert_string_equal(kiosk_lang(k), "zh-CN");
    assert_true(ui_text_scale(k->ui) < 1.01F);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
}

static void who_walks_away_at_any_card_leaves_nothing(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct str fresh = {0};
    struct str after = {0};
    int left = 0;
    begin(&lessons[0]); /* the first visit of all brings buffers, which stay */
    kiosk_end_session(k);
    stage_pass(stage, 0.2);
    copy_without_time(&before);
    read_screen(&fresh);
    for (int i = 0; i < LESSONS * LEFTS; i++) {
        const struct place *place = &lessons[i / LEFTS];
        enum left how = (enum left)(i % LEFTS);
        for (int at = 1; at < CARDS_MAX; at++) {
            char where[64];
            str_format(where, sizeof where, "%s, card %d, left %d", place->id, at, how);
            kiosk_choice(k);
            wish();
            begin(place);
            if (!come_to(at, &rng)) {
                at = CARDS_MAX; /* over: left at its end */
            } else if (how == LEFT_IN_THE_MIDDLE) {
                do_half();
            } else if (how == LEFT_LOOKING_BACK && at > 1) {
                stage_tap(stage, "card-back");
                assert_non_null(k->trail.past);
            }
            walk_away();
            expect_as_before(where);
            read_screen(&after);
            assert_string_equal(after.text, fresh.text);
            left++;
        }
        the_next_visitor_meets_nobodys_answers(place);
        expect_as_before(place->id);
    }
    printf("# %d visitors walked away\n", left);
    assert_true(left > 100);
    str_free(&fresh);
    str_free(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(who_walks_away_at_any_card_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
