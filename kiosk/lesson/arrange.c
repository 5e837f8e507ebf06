/* SPDX-License-Identifier: MIT */
#include "lesson/arrange.h"

#include <string.h>

void arrange_mix(struct lesson *lesson, int count)
{
    lesson_shuffle(lesson, lesson->shown, count);
    bool mixed = false;
    for (int i = 0; i < count; i++) {
        mixed = mixed || lesson->shown[i] != i;
    }
    for (int i = 0; i < count && !mixed; i++) {
        lesson->shown[i] = (i + 1) % count;
    }
    card_place_options(lesson, count);
    for (int i = 0; i < count; i++) {
        lesson->card.right_order[lesson->shown[i]] = i + 1;
    }
}

bool arrange_fits(const struct lesson_card *card, const struct lesson_answer *answer)
{
    int count = (int)card->option_count;
    unsigned seen = 0;
    for (int i = 0; i < count; i++) {
        if (answer->order[i] < 1 || answer->order[i] > count) {
            return false;
        }
        seen |= 1u << answer->order[i];
    }
    return seen == (2u << count) - 2u;
}

enum lesson_mark arrange_mark(const struct lesson_card *card,
                              const struct lesson_answer *answer)
{
    bool right = memcmp(answer->order, card->right_order,
                        card->option_count * sizeof *answer->order) == 0;
    return right ? LESSON_RIGHT : LESSON_WRONG;
}

int arrange_result(lua_State *L, const struct lesson *lesson)
{
    lua_pushboolean(L, arrange_mark(&lesson->card, &lesson->answer) == LESSON_RIGHT);
    return 1;
}

/* The right order, and the same moved on by one. */
size_t arrange_ways(const struct lesson_card *card)
{
    (void)card;
    return 2;
}

const struct robot_manner *arrange_give(struct robot *robot,
                                        const struct lesson_card *card, size_t way,
                                        struct lesson_answer *answer)
{
    (void)robot;
    for (size_t i = 0; i < card->option_count; i++) {
        answer->order[i] = card->right_order[(i + way) % card->option_count];
    }
    return NULL;
}
