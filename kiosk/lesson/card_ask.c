/* SPDX-License-Identifier: MIT */
/*
 * card.ask: one of several answers; one may be right. quiz.run hands out this kind too.
 */
#include "base/str.h"
#include "lesson/choose.h"

/* What is the same in the sums of every lesson: which answer is yes, and that nobody was
 * told which one is expected. */
static void read_count(const struct luax_reader *reader, struct lesson *lesson)
{
    char when[LESSON_KEY_MAX];
    luax_key(reader, "count", when, LUAX_OPTIONAL);
    if (when[0] == '\0') {
        return;
    }
    bool after = str_equal(when, "after");
    if (!after && !str_equal(when, "before")) {
        luax_fail(reader, "count", "count_when",
                  "count has to be \"before\" or \"after\"");
    }
    if (lesson->card.right > 0) {
        luax_fail(
            reader, "right", "count_right",
            "what is counted before and after has no right answer; leave out right");
    }
    if (lesson->card.option_count != LESSON_COUNTED_OPTIONS) {
        luax_fail(
            reader, "count", "count_three",
            "what is counted before and after has three answers: yes, not sure, no, "
            "in that order");
    }
    lesson->card.ask.asked = after ? LESSON_ASKED_AFTER : LESSON_ASKED_BEFORE;
}

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    choose_read(reader, lesson, "text", "count");
    read_count(reader, lesson);
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
