/* SPDX-License-Identifier: MIT */
/* What comes first, what next? */
#include "screens/cards/arranging.h"
#include "screens/kiosk.h"

static struct question question_of(const struct kiosk *k, const struct lesson_card *card,
                                   const struct arranging *arranging)
{
    struct question question = arranging_question(card, arranging, "answer_other_order");
    str_copy(question.hint, sizeof question.hint, kiosk_tr(k, "order_hint"));
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

const struct card_screen card_screen_order = {
    .state_size = sizeof(struct arranging),
    .picture_share = CARD_PICTURE_SMALL,
    .input = arranging_input,
    .draw = draw,
    .say = say,
    .ready = arranging_ready,
    .told = arranging_told,
    .goes_on = arranging_goes_on,
    .recall = arranging_recall,
    .next_key = arranging_next_key,
};
