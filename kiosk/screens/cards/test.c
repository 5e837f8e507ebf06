/* SPDX-License-Identifier: MIT */
/* Pressing without help. */
#include "screens/cards/press.h"

static const struct press_words words = {"run_test", "run_test_note"};

static void input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event)
{
    (void)state;
    press_input(k, card, event, RUN_TEST);
}

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    (void)state;
    press_draw(k, ui, rect, card, &words, page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    (void)state;
    press_say(k, card, out, &words);
}

const struct card_screen card_screen_test = {
    .picture_share = CARD_PICTURE_LARGE,
    .skip_key = "run_skip",
    .input = input,
    .draw = draw,
    .say = say,
    .next_key = press_next_key,
};
