/* SPDX-License-Identifier: MIT */
/* True or not? */
#include "screens/cards/choice.h"
#include "screens/kiosk.h"

static struct question question_of(const struct kiosk *k, const struct lesson_card *card,
                                   const struct choice *choice)
{
    struct question question = choice_question(card, choice);
    str_copy(question.hint, sizeof question.hint, kiosk_tr(k, "myth_hint"));
    return question;
}

static void draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page)
{
    struct question question = question_of(k, card, state);
    question_draw(k, ui, rect, card, &question, page);
}

static void say(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out)
{
    struct question question = question_of(k, card, state);
    question_say(k, card, out, &question);
}

const struct card_screen card_screen_myth = {
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
