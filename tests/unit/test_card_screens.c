/* SPDX-License-Identifier: MIT */
/* Every kind of card is shown, spoken and answered by touches alone. */
#include "screens/cards/card.h"
#include "support/card_probe.h"
#include "support/on_stage.h"

enum { TOUCHES_MAX = 40 };

static void open_card(const struct probe *probe)
{
    kiosk_choice(k);
    k->lesson = lesson_open(probe->folder, "en", 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "probe");
    k->lesson_counted = false;
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    if (lesson_state(k->lesson) != LESSON_CARD) {
        fail_msg("%s", lesson_error(k->lesson));
    }
}

/* What is spoken of a card that was not touched yet. The caller frees it. */
static char *spoken(const struct lesson_card *card)
{
    max_align_t state[CARD_STATE_MAX / sizeof(max_align_t)] = {0};
    struct str out = {0};
    card_screen_of(card)->say(k, card, state, &out);
    return out.text;
}

static void every_kind_is_shown_and_spoken(void **state)
{
    (void)state;
    for (int kind = 0; kind < CARD_KINDS; kind++) {
        struct probe probe;
        card_probe_begin(&probe, kind);
        open_card(&probe);
        const struct lesson_card *card = lesson_card(k->lesson);
        const struct card_screen *screen = card_screen_of(card);
        assert_int_equal(card->kind, kind);
        assert_true(screen->state_size <= CARD_STATE_MAX);
        assert_true(screen->picture_share > 0);
        char *words = spoken(card);
        if (!ui_shows_text(k->ui, card->text) || !words || !strstr(words, card->text)) {
            fail_msg("%s: \"%s\" is not shown, or not spoken", card_name(kind),
                     card->text);
        }
        for (size_t i = 0; i < card->option_count; i++) {
            assert_true(ui_shows_text(k->ui, card->options[i]));
            assert_non_null(strstr(words, card->options[i]));
        }
        free(words);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
}

static bool is_of_the_bar(const char *id)
{
    static const char *const bar[] = {"home", "lang", "text-size", WISHES_CHIP};
    for (size_t i = 0; i < sizeof bar / sizeof *bar; i++) {
        if (str_equal(id, bar[i])) {
            return true;
        }
    }
    return false;
}

/* "skip" or "next" where they can be touched, else one of what the kind has, in turn. */
static void touch_once(int turn)
{
    enum { IDS = 16 };

    char ids[IDS][32];
    int count = 0;
    struct ui_rect rect;
    const char *label = NULL;
    const char *id = NULL;
    for (size_t i = 0; (id = ui_touchable(k->ui, i, &rect, &label)) && count < IDS; i++) {
        count += !is_of_the_bar(id) && str_copy(ids[count], sizeof ids[count], id);
    }
    assert_true(count > 0);
    stage_tap(stage, can_touch("skip")   ? "skip"
                     : can_touch("next") ? "next"
                                         : ids[turn % count]);
}

static void every_kind_can_be_answered_by_touches(void **state)
{
    (void)state;
    for (int kind = 0; kind < CARD_KINDS; kind++) {
        struct probe probe;
        card_probe_begin(&probe, kind);
        open_card(&probe);
        int turn = 0;
        for (; lesson_card(k->lesson) && lesson_card(k->lesson)->step == 1; turn++) {
            if (turn == TOUCHES_MAX) {
                fail_msg("%s: no touch leads on", card_name(kind));
            }
            touch_once(turn);
        }
        assert_string_equal(lesson_error(k->lesson), "");
        printf("# %s: %d touches\n", card_name(kind), turn);
        kiosk_end_session(k);
        stage_pass(stage, 0.1);
        probe_end(&probe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(every_kind_is_shown_and_spoken),
        ON_STAGE(every_kind_can_be_answered_by_touches),
    };
    return cmocka_run_group_tests_name("card_screens", tests, NULL, NULL);
}
