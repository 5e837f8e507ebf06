/* SPDX-License-Identifier: MIT */
#include "screens/cards/choice.h"

#include "screens/kiosk.h"

void choice_input(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event)
{
    struct choice *choice = state;
    int touched = question_touched(card, event);
    if (touched > 0) {
        kiosk_choice(k);
        if (choice->option == 0) {
            choice->option = touched;
            choice->chosen_s = (float)kiosk_screen_s(k);
            kiosk_answered(k, &(struct lesson_answer){.choice = touched});
        }
    } else if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        if (choice->option > 0) {
            card_answer(k, &(struct lesson_answer){.choice = choice->option});
        }
    }
}

bool choice_ready(const struct lesson_card *card, const void *state)
{
    (void)card;
    const struct choice *choice = state;
    return choice->option > 0;
}

bool choice_answered(const void *state, float *at_s)
{
    const struct choice *choice = state;
    *at_s = choice->chosen_s;
    return choice->option > 0;
}

static enum question_look look_of(const struct lesson_card *card,
                                  const struct choice *choice, int option)
{
    if (choice->option == 0) {
        return QUESTION_OPEN;
    }
    if (option == (card->right > 0 ? card->right : choice->option)) {
        return QUESTION_RIGHT;
    }
    return option == choice->option ? QUESTION_OTHER : QUESTION_UNCHOSEN;
}

struct question choice_question(const struct lesson_card *card,
                                const struct choice *choice)
{
    static const char *const keys[] = {[LESSON_UNMARKED] = "answer_thanks",
                                       [LESSON_RIGHT] = "answer_right",
                                       [LESSON_WRONG] = "answer_other"};
    enum lesson_mark mark =
        lesson_mark(card, &(struct lesson_answer){.choice = choice->option});
    struct question question = {
        .checked = choice->option > 0,
        .right = mark != LESSON_WRONG,
        .answer_key = keys[mark],
        .count = card->option_count,
    };
    for (size_t i = 0; i < question.count; i++) {
        int index = (int)i + 1;
        struct question_option *option = &question.options[i];
        *option = (struct question_option){.index = index,
                                           .look = look_of(card, choice, index),
                                           .number = index,
                                           .sign = true};
        str_copy(option->words, sizeof option->words, card->options[i]);
    }
    return question;
}
