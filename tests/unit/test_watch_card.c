/* SPDX-License-Identifier: MIT */
/*
 * A picture that moves: every moment is seen, by itself or by touch, to and fro; who
 * wants it to stand still has it so.
 */
#include "base/hash.h"
#include "screens/cards/card.h"
#include "support/on_stage.h"
#include "support/probe.h"

static const char *const moments[] = {"yes",  "because", "myth_true",
                                      "pick", "d",       "myth_false"};
static const char *const scenes[] = {"tap-shoulders", "look-breathing", "press",
                                     "gasping",       "call-120",       "swap"};
static const char *const words[] = {"Yes", "Because", "True", "This", "D", "Not true"};

static struct probe probe;
static int count;

/* A question before it, then so many moments, then a card. */
static void open_watch(int moment_count)
{
    struct str lesson = {0};
    count = moment_count;
    str_add(&lesson, "return { api = 1, id = 'probe', minutes = 1, run = function()\n"
                     "card.ask { text = 'pick', 'e', 'f' }\n"
                     "scene.watch { text = 'hello', scene = 'press'");
    for (int i = 0; i < count; i++) {
        str_add(&lesson, ", { '%s', scene = '%s' }", moments[i], scenes[i]);
    }
    str_add(&lesson, " }\ncard.show { text = 'no' }\nend }");
    probe_begin(&probe);
    probe_write(&probe, lesson.text);
    str_free(&lesson);
    kiosk_choice(k);
    k->lesson = lesson_open(probe.folder, "en", 7);
    kiosk_set_lang(k, "en");
    str_copy(k->lesson_id, sizeof k->lesson_id, "probe");
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    stage_tap(stage, "option-1");
    stage_pass(stage, 0.3);
    stage_tap(stage, "next");
    stage_pass(stage, 0.3);
    if (lesson_state(k->lesson) != LESSON_CARD) {
        fail_msg("%s", lesson_error(k->lesson));
    }
    assert_int_equal(lesson_card(k->lesson)->kind, CARD_watch);
}

static void expect_moment(int at)
{
    char told[64];
    snprintf(told, sizeof told, "Part %d of %d", at + 1, count);
    if (!ui_shows_text(k->ui, words[at]) || (count > 1 && !ui_shows_text(k->ui, told))) {
        fail_msg("moment %d of %d is not shown", at + 1, count);
    }
}

static bool is_over(void)
{
    return lesson_card(kiosk_seen_lesson(k))->kind != CARD_watch;
}

/* Of all that is on the screen. */
static uint64_t picture(void)
{
    struct ui_pixels seen = {0};
    assert_true(ui_pixels(k->ui, &seen));
    return hash_bytes(HASH_BEGIN, seen.pixels,
                      (size_t)seen.height * (size_t)seen.pitch * sizeof *seen.pixels);
}

static void each_moment_is_stepped_to_and_back_from(void **state)
{
    (void)state;
    for (int n = 1; n <= 6; n++) {
        open_watch(n);
        for (int i = 0; i < n; i++) {
            expect_moment(i);
            if (i > 0) {
                stage_tap(stage, "card-back");
                expect_moment(i - 1);
                stage_tap(stage, "next");
                expect_moment(i);
            }
            stage_tap(stage, "next");
        }
        assert_true(is_over());
        stage_tap(stage, "card-back"); /* looked back at, from its first moment on */
        for (int i = 0; i < n; i++) {
            expect_moment(i);
            stage_tap(stage, "next");
        }
        assert_true(is_over());
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
}

/* What is done first is seen being done, like all that follows. */
static void the_first_moment_begins_before_it(void **state)
{
    (void)state;
    struct scene_view view = {.name = ""};
    open_watch(3);
    const struct lesson_card *card = lesson_card(k->lesson);
    void *block = calloc(1, card_screen_watch.state_size);
    assert_non_null(block);
    card_screen_watch.tick(k, card, block);
    for (int frame = 0; frame < 60; frame++) {
        float before = view.answered;
        card_screen_watch.picture(k, card, block, &view);
        assert_string_equal(view.name, scenes[0]);
        assert_true(view.asked);
        assert_true(frame > 0 || view.answered == 0);
        assert_true(view.answered >= before);
        stage_pass(stage, 0.1);
    }
    assert_true(view.answered == 1);
    k->wishes.calm = true;
    view = (struct scene_view){.name = ""};
    card_screen_watch.picture(k, card, block, &view);
    assert_false(view.asked); /* as it is in the end */
    free(block);
    probe_end(&probe);
}

/* And nobody is carried past the last one. */
static void it_goes_on_by_itself_and_waits_at_the_end(void **state)
{
    (void)state;
    open_watch(4);
    int at = 0;
    for (int s = 0; s < 100; s++) {
        stage_pass(stage, 0.5);
        if (at < 3 && ui_shows_text(k->ui, words[at + 1])) {
            at++;
        }
        expect_moment(at);
    }
    assert_int_equal(at, 3);
    assert_false(is_over());
    probe_end(&probe);
}

static void a_pause_holds_it_until_it_is_ended(void **state)
{
    (void)state;
    open_watch(3);
    stage_tap(stage, "next");
    stage_pass(stage, 0.5); /* on its way to the second moment */
    stage_tap(stage, "pause");
    expect_shown("watch_play");
    uint64_t drawn = picture();
    stage_pass(stage, 30);
    expect_moment(1);
    assert_int_equal(picture(), drawn);
    stage_tap(stage, "pause");
    expect_shown("watch_pause");
    stage_pass(stage, 20);
    expect_moment(2);
    probe_end(&probe);
}

/* The picture moves there too, whatever its words wait for. */
static void it_can_be_paused_when_it_is_looked_back_at(void **state)
{
    (void)state;
    open_watch(2);
    stage_tap(stage, "next");
    stage_tap(stage, "next");
    assert_true(is_over());
    stage_tap(stage, "card-back");
    stage_pass(stage, 1);
    assert_true(can_touch("pause"));
    stage_tap(stage, "pause");
    expect_shown("watch_play");
    uint64_t drawn = picture();
    stage_pass(stage, 2.3);
    assert_int_equal(picture(), drawn);
    stage_tap(stage, "pause");
    expect_shown("watch_pause");
    stage_pass(stage, 2.3);
    assert_int_not_equal(picture(), drawn);
    expect_moment(0);
    probe_end(&probe);
}

/* Then it is a row of still pictures, and there is nothing to pause. */
static void calm_pictures_stand_still(void **state)
{
    (void)state;
    open_watch(3);
    k->wishes.calm = true;
    ui_set_calm(k->ui, true);
    stage_pass(stage, 0.1);
    assert_false(can_touch("pause"));
    stage_tap(stage, "next");
    stage_pass(stage, 0.2);
    uint64_t drawn = picture();
    stage_pass(stage, 30);
    expect_moment(1);
    assert_int_equal(picture(), drawn);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(each_moment_is_stepped_to_and_back_from),
        ON_STAGE(the_first_moment_begins_before_it),
        ON_STAGE(it_goes_on_by_itself_and_waits_at_the_end),
        ON_STAGE(a_pause_holds_it_until_it_is_ended),
        ON_STAGE(it_can_be_paused_when_it_is_looked_back_at),
        ON_STAGE(calm_pictures_stand_still),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
