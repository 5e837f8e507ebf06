/* SPDX-License-Identifier: MIT */
/* card.myth: true or not? */
#include "base/str.h"
#include "lesson/choose.h"

/* Of the two buttons only one can be wrong: what it brings stands on the card. */
static void read_wrong(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const names[] = {"why", "shows", NULL};
    if (lua_getfield(reader->L, reader->index, "wrong") != LUA_TNIL) {
        struct luax_reader wrong = *reader;
        wrong.index = lua_gettop(reader->L);
        wrong.who = "wrong of card.myth";
        luax_check(&wrong, names, 0);
        choose_read_wrong(&wrong, &lesson->keys, 2 - lesson->card.right);
    }
    lua_pop(reader->L, 1);
}

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text",   "scene", "right", "why",
                                       "source", "wrong", NULL};
    luax_check(reader, keys, 0);
    card_read_question(reader, lesson, "text");
    if (lua_getfield(reader->L, reader->index, "right") != LUA_TBOOLEAN) {
        luax_fail(reader, "right", "myth_right",
                  "right has to be true or false: is it so?");
    }
    str_copy(lesson->keys.options[0], LESSON_KEY_MAX, "myth_true");
    str_copy(lesson->keys.options[1], LESSON_KEY_MAX, "myth_false");
    choose_keep(lesson, 2, lua_toboolean(reader->L, -1) ? 1 : 2);
    lua_pop(reader->L, 1);
    read_wrong(reader, lesson);
}

static int result(lua_State *L, const struct lesson *lesson)
{
    lua_pushboolean(L, choose_mark(&lesson->card, &lesson->answer) == LESSON_RIGHT);
    return 1;
}

const struct card_kind card_kind_myth = {
    .function = "card.myth",
    .read = read_card,
    .fits = choose_fits,
    .mark = choose_mark,
    .result = result,
    .ways = choose_ways,
    .give = choose_give,
};
