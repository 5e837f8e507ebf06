/* SPDX-License-Identifier: MIT */
/*
 * card.ask: one of several answers; one may be right. quiz.run hands out this kind too.
 */
#include "lesson/choose.h"

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    choose_read(reader, lesson, "text");
}

/* With a right answer: whether it was given, and which was. Without: which. */
static int result(lua_State *L, const struct lesson *lesson)
{
    const struct lesson_answer *answer = &lesson->answer;
    enum lesson_mark mark = choose_mark(&lesson->card, answer);
    int results = 1;
    if (mark != LESSON_UNMARKED) {
        lua_pushboolean(L, mark == LESSON_RIGHT);
        results++;
    }
    lua_pushinteger(L, lesson->shown[answer->choice - 1] + 1);
    return results;
}

const struct card_kind card_kind_ask = {
    .function = "card.ask",
    .read = read_card,
    .fits = choose_fits,
    .mark = choose_mark,
    .result = result,
    .ways = choose_ways,
    .give = choose_give,
};
