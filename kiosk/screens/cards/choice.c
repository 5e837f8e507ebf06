/* SPDX-License-Identifier: MIT */
#include "screens/cards/choice.h"

#include "screens/going_on.h"
#include "screens/kiosk.h"
#include "sound/sound.h"

/* How long a wrong act and its reason are looked at, if nobody goes on before: for those
 * who read slowly, at half the pace at which the kiosk counts reading. */
#define LOOK_S 6.0f
#define SLOWLY 2.0f

static const char *why_of(const struct lesson_card *card, const struct choice *choice)
{
    const char *own = card->option_whys[choice->option - 1];
    return *own ? own : card->why;
}

/* The wrong act that the picture shows; "" none, also where the scene has no such act. */
static const char *act_of(const struct lesson_card *card, const struct choice *choice)
{
    if (choice->option == 0 || card->right == 0 || choice->option == card->right) {
        return "";
    }
    const char *act = card->option_shows[choice->option - 1];
    return scene_has_wrong(card->scene, act) ? act : "";
}

static enum card_stage stage_of(const struct lesson_card *card,
                                const struct choice *choice)
{
    if (choice->option == 0) {
        return CARD_OPEN;
    }
    bool wrong = card->right > 0 && choice->option != card->right;
    bool brings = *act_of(card, choice) || *card->option_whys[choice->option - 1];
    return wrong && brings && !choice->seen ? CARD_WRONG : CARD_TOLD;
}

static void see_what_is_right(struct kiosk *k, struct choice *choice)
{
    choice->seen = true;
    choice->seen_s = (float)kiosk_screen_s(k);
}

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
        if (stage_of(card, choice) == CARD_WRONG) {
            see_what_is_right(k, choice);
        } else if (choice->option > 0) {
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

struct card_told choice_told(const struct lesson_card *card, const void *state)
{
    const struct choice *choice = state;
    return (struct card_told){.stage = stage_of(card, choice),
                              .since_s = choice->seen ? choice->seen_s : choice->chosen_s,
                              .wrong = act_of(card, choice)};
}

bool choice_goes_on(const struct lesson_card *card, const void *state)
{
    const struct choice *choice = state;
    return choice->option > 0 &&
           lesson_mark(card, &(struct lesson_answer){.choice = choice->option}) ==
               LESSON_RIGHT;
}

bool choice_recall(const struct lesson_card *card, void *state,
                   const struct lesson_answer *answer)
{
    (void)card;
    *(struct choice *)state = (struct choice){.option = answer->choice,
                                              .chosen_s = CARD_LONG_AGO_S,
                                              .seen = true,
                                              .seen_s = CARD_LONG_AGO_S};
    return true;
}

/* Words alone wait: somebody may still read them. */
void choice_tick(struct kiosk *k, const struct lesson_card *card, void *state)
{
    struct choice *choice = state;
    if (stage_of(card, choice) != CARD_WRONG || !*act_of(card, choice) ||
        sound_speaks(k->sound)) {
        return;
    }
    float looked = (float)kiosk_screen_s(k) - choice->chosen_s;
    if (looked > LOOK_S + SLOWLY * going_on_reading_s(why_of(card, choice))) {
        see_what_is_right(k, choice);
    }
}

const char *choice_next_key(const struct lesson_card *card, const void *state)
{
    return stage_of(card, state) == CARD_WRONG ? "answer_see_right" : "lesson_next";
}

static enum question_look look_of(const struct lesson_card *card,
                                  const struct choice *choice, int option)
{
    if (choice->option == 0) {
        return QUESTION_OPEN;
    }
    bool told = stage_of(card, choice) == CARD_TOLD;
    if (told && option == (card->right > 0 ? card->right : choice->option)) {
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
    if (stage_of(card, choice) == CARD_WRONG) {
        question.answer_key = "answer_not_this";
        question.not_this = true;
        question.why = why_of(card, choice);
    }
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
