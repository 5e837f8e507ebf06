/* SPDX-License-Identifier: MIT */
/*
 * plays: which touches lead through a card that is played, one after another.
 */
#ifndef TESTS_SUPPORT_PLAYS_H
#define TESTS_SUPPORT_PLAYS_H

#include "base/str.h"
#include "screens/kiosk.h"

enum { PLAYS_TOUCHES_MAX = 24 };

struct plays {
    char ids[PLAYS_TOUCHES_MAX][16];
    int count;
};

static inline void plays_add(struct plays *plays, const char *id)
{
    str_copy(plays->ids[plays->count], sizeof *plays->ids, id);
    plays->count++;
}

static inline void plays_add_number(struct plays *plays, const char *prefix, int number)
{
    char id[16];
    str_format(id, sizeof id, "%s-%d", prefix, number);
    plays_add(plays, id);
}

static inline void plays_add_call(struct plays *plays, const struct lesson_call *call)
{
    for (const char *digit = call->number; *digit; digit++) {
        plays_add_number(plays, "digit", *digit - '0');
    }
    plays_add(plays, "phone-call");
    plays_add(plays, "phone-speaker");
    for (size_t i = 0; i < call->told_count; i++) {
        plays_add_number(plays, "option", call->told[i].right);
    }
    plays_add(plays, "option-1");
}

/* By the names of the card's steps; of fires, an electric one. */
static inline void plays_add_steps(struct plays *plays, const struct lesson_card *card)
{
    static const char *const rows[][2] = {
        {"dry", "option-2"},  {"hair", "option-3"},  {"first", "spot-1"},
        {"second", "spot-2"}, {"clear", "option-3"}, {"look", "option-2"},
        {"shock", "spot-1"},  {"press", "option-3"},
    };
    for (size_t i = 0; i < card->play_count; i++) {
        for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
            if (str_equal(rows[row][0], card->play_steps[i])) {
                plays_add(plays, rows[row][1]);
            }
        }
    }
}

/* All right at once; nothing for a card that is not played. */
static inline struct plays plays_of(const struct lesson_card *card)
{
    struct plays plays = {.count = 0};
    if (card->kind == CARD_dial) {
        plays_add_call(&plays, &card->dial.call);
    } else {
        plays_add_steps(&plays, card);
    }
    return plays;
}

#endif
