/* SPDX-License-Identifier: MIT */
#include "screens/cards/arranging.h"

#include <string.h>

#include "screens/kiosk.h"

/* Where `option` stands in `order`, 1-based; 0: nowhere. */
static int place_in(const int *order, int count, int option)
{
    for (int i = 0; i < count; i++) {
        if (order[i] == option) {
            return i + 1;
        }
    }
    return 0;
}

static void touch(struct arranging *arranging, int option)
{
    int place = place_in(arranging->order, arranging->placed, option);
    if (place > 0 && place == arranging->placed) {
        arranging->placed--; /* the last one is taken back */
    } else if (place == 0) {
        arranging->order[arranging->placed++] = option;
    }
}

static struct lesson_answer answer_of(const struct arranging *arranging)
{
    struct lesson_answer answer = {0};
    memcpy(answer.order, arranging->order, sizeof answer.order);
    return answer;
}

void arranging_input(struct kiosk *k, const struct lesson_card *card, void *state,
                     const struct ui_event *event)
{
    struct arranging *arranging = state;
    int touched = question_touched(card, event);
    if (touched > 0) {
        kiosk_choice(k);
        if (!arranging->checked) {
            touch(arranging, touched);
        }
    } else if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        struct lesson_answer answer = answer_of(arranging);
        if (arranging->checked) {
            card_answer(k, &answer);
        } else if (arranging_ready(card, state)) {
            arranging->checked = true;
            arranging->checked_s = (float)kiosk_screen_s(k);
            kiosk_answered(k, &answer);
        }
    }
}

struct card_told arranging_told(const struct lesson_card *card, const void *state)
{
    (void)card;
    const struct arranging *arranging = state;
    return (struct card_told){.stage = arranging->checked ? CARD_TOLD : CARD_OPEN,
                              .since_s = arranging->checked_s,
                              .wrong = ""};
}

bool arranging_goes_on(const struct lesson_card *card, const void *state)
{
    const struct arranging *arranging = state;
    struct lesson_answer answer = answer_of(arranging);
    return arranging->checked && lesson_mark(card, &answer) == LESSON_RIGHT;
}

bool arranging_recall(const struct lesson_card *card, void *state,
                      const struct lesson_answer *answer)
{
    struct arranging *arranging = state;
    arranging->placed = (int)card->option_count;
    memcpy(arranging->order, answer->order, sizeof arranging->order);
    arranging->checked = true;
    arranging->checked_s = CARD_LONG_AGO_S;
    return true;
}

bool arranging_ready(const struct lesson_card *card, const void *state)
{
    const struct arranging *arranging = state;
    return arranging->placed == (int)card->option_count;
}

const char *arranging_next_key(const struct lesson_card *card, const void *state)
{
    (void)card;
    const struct arranging *arranging = state;
    return arranging->checked ? "lesson_next" : "lesson_check";
}

static struct question_option option_of(const struct lesson_card *card,
                                        const struct arranging *arranging, int index)
{
    struct question_option option = {.index = index};
    int count = (int)card->option_count;
    int place = place_in(arranging->order, arranging->placed, index);
    if (arranging->checked) {
        option.number = place_in(card->right_order, count, index);
        option.look = place == option.number ? QUESTION_RIGHT : QUESTION_OTHER;
    } else {
        option.number = place;
        option.look = place > 0 ? QUESTION_PLACED : QUESTION_OPEN;
    }
    str_copy(option.words, sizeof option.words, card->options[index - 1]);
    return option;
}

struct question arranging_question(const struct lesson_card *card,
                                   const struct arranging *arranging,
                                   const char *other_key)
{
    struct lesson_answer answer = answer_of(arranging);
    bool right = lesson_mark(card, &answer) == LESSON_RIGHT;
    struct question question = {.checked = arranging->checked,
                                .right = right,
                                .answer_key = right ? "answer_right" : other_key,
                                .count = card->option_count};
    for (size_t i = 0; i < question.count; i++) {
        int index = arranging->checked ? card->right_order[i] : (int)i + 1;
        question.options[i] = option_of(card, arranging, index);
    }
    return question;
}
