/* SPDX-License-Identifier: MIT */
/* card.match: which option belongs to each of the prompts? */
#include "base/str.h"
#include "lesson/arrange.h"

static void read_pair(const struct luax_reader *reader, struct lesson_keys *keys, int i)
{
    static const char *const none[] = {NULL};
    char two[2][LESSON_KEY_MAX];
    lua_rawgeti(reader->L, reader->index, i + 1);
    struct luax_reader pair = *reader;
    pair.index = lua_gettop(reader->L);
    if (lua_type(reader->L, pair.index) != LUA_TTABLE ||
        luax_check(&pair, none, 2) != 2) {
        luax_fail(reader, NULL, "pair_shape", "pair %d has to be { \"this\", \"that\" }",
                  i + 1);
    }
    luax_list(&pair, two, 2);
    str_copy(keys->prompts[i], LESSON_KEY_MAX, two[0]);
    str_copy(keys->options[i], LESSON_KEY_MAX, two[1]);
    lua_pop(reader->L, 1);
}

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "scene", "why", "source", NULL};
    int count = luax_check(reader, keys, LESSON_OPTIONS_MAX);
    if (count < 2) {
        luax_fail(reader, NULL, "two_pairs", "needs at least two pairs");
    }
    card_read_question(reader, lesson, "text");
    for (int i = 0; i < count; i++) {
        read_pair(reader, &lesson->keys, i);
    }
    arrange_mix(lesson, count);
}

const struct card_kind card_kind_match = {
    .function = "card.match",
    .read = read_card,
    .fits = arrange_fits,
    .mark = arrange_mark,
    .result = arrange_result,
    .ways = arrange_ways,
    .give = arrange_give,
};
