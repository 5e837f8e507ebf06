/* SPDX-License-Identifier: MIT */
/* One of several answers; one may be right. */
#include "screens/cards/choice.h"

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    struct question question = choice_question(card, state);
    question_draw(k, ui, rect, card, &question, page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    struct question question = choice_question(card, state);
    question_say(k, card, out, &question);
}

const struct card_screen card_screen_ask = {
    .state_size = sizeof(struct choice),
    .picture_share = CARD_PICTURE_SMALL,
    .input = choice_input,
    .draw = draw,
    .say = say,
    .ready = choice_ready,
    .told = choice_told,
    .goes_on = choice_goes_on,
    .recall = choice_recall,
    .tick = choice_tick,
    .next_key = choice_next_key,
};
