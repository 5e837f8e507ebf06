/* SPDX-License-Identifier: MIT */
/* What belongs to each of the prompts? */
#include "screens/cards/arranging.h"
#include "screens/kiosk.h"

static struct question question_of(const struct kiosk *k, const struct lesson_card *card,
                                   const struct arranging *arranging)
{
    struct question question = arranging_question(card, arranging, "answer_other_match");
    if (arranging_ready(card, arranging)) {
        str_copy(question.hint, sizeof question.hint, kiosk_tr(k, "match_full"));
    } else {
        const char *prompt = card->prompts[arranging->placed];
        kiosk_fill(k, question.hint, sizeof question.hint, "match_hint",
                   (const char *const[]){"left", prompt, NULL});
    }
    for (size_t i = 0; i < question.count; i++) {
        struct question_option *option = &question.options[i];
        if (option->number > 0) {
            str_format(option->words, sizeof option->words, "%s → %s",
                       card->prompts[option->number - 1],
                       card->options[option->index - 1]);
        }
    }
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

const struct card_screen card_screen_match = {
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
