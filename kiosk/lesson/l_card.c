/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <lauxlib.h>

#include "base/str.h"
#include "lesson/card.h"

enum { VALUE_MAX = 1000000000 };

static int go_on(lua_State *L, int status, lua_KContext context)
{
    (void)L;
    (void)status;
    (void)context;
    return 0;
}

/* A whole number without decimals, any other with one. */
static void read_value(const struct luax_reader *reader, struct lesson_keys *keys)
{
    if (lua_getfield(reader->L, reader->index, "value") == LUA_TNIL) {
        lua_pop(reader->L, 1);
        return;
    }
    lua_pop(reader->L, 1);
    double value = luax_number(reader, "value", -VALUE_MAX, VALUE_MAX);
    bool whole = value == floor(value);
    str_format(keys->value, sizeof keys->value, whole ? "%.0f" : "%.1f", value + 0.0);
}

static int l_card_show(lua_State *L)
{
    static const char *const keys[] = {"text", "scene", "value", "source", NULL};
    struct luax_reader reader = luax_argument(L, "card.show");
    struct lesson *lesson = card_begin(L, reader.who, CARD_show);
    luax_check(&reader, keys, 0);
    luax_key(&reader, "text", lesson->keys.text, LUAX_REQUIRED);
    luax_key(&reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    luax_key(&reader, "source", lesson->keys.source, LUAX_OPTIONAL);
    read_value(&reader, &lesson->keys);
    return card_hand_out(L, 0, go_on);
}

static int l_card_praise(lua_State *L)
{
    static const char *const keys[] = {"text", "scene", NULL};
    bool bare = lua_isnoneornil(L, 1);
    struct luax_reader reader = luax_argument(L, "card.praise");
    struct lesson *lesson = card_begin(L, reader.who, CARD_praise);
    if (!bare) {
        luax_check(&reader, keys, 0);
        luax_key(&reader, "text", lesson->keys.text, LUAX_OPTIONAL);
        luax_key(&reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    }
    return card_hand_out(L, 0, go_on);
}

static int asked(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    const struct lesson *lesson = lesson_of(L);
    int choice = lesson->answer.choice;
    int results = 1;
    if (lesson->card.right > 0) {
        lua_pushboolean(L, choice == lesson->card.right);
        results++;
    }
    lua_pushinteger(L, lesson->shown[choice - 1] + 1);
    return results;
}

static int l_card_ask(lua_State *L)
{
    struct luax_reader reader = luax_argument(L, "card.ask");
    struct lesson *lesson = card_begin(L, reader.who, CARD_ask);
    card_read_ask(&reader, lesson, "text");
    return card_hand_out(L, 0, asked);
}

static int judged(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    const struct lesson *lesson = lesson_of(L);
    lua_pushboolean(L, lesson->answer.choice == lesson->card.right);
    return 1;
}

static int l_card_myth(lua_State *L)
{
    static const char *const keys[] = {"text", "scene", "right", "why", "source", NULL};
    struct luax_reader reader = luax_argument(L, "card.myth");
    struct lesson *lesson = card_begin(L, reader.who, CARD_myth);
    luax_check(&reader, keys, 0);
    card_read_question(&reader, lesson, "text");
    if (lua_getfield(L, 1, "right") != LUA_TBOOLEAN) {
        return luax_fail(&reader, "right", "right has to be true or false: is it so?");
    }
    str_copy(lesson->keys.options[0], LESSON_KEY_MAX, "myth_true");
    str_copy(lesson->keys.options[1], LESSON_KEY_MAX, "myth_false");
    card_keep_options(lesson, 2, lua_toboolean(L, -1) ? 1 : 2);
    return card_hand_out(L, 0, judged);
}

static int arranged(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    const struct lesson *lesson = lesson_of(L);
    bool right = true;
    for (size_t i = 0; i < lesson->card.option_count; i++) {
        right = right && lesson->answer.order[i] == lesson->card.right_order[i];
    }
    lua_pushboolean(L, right);
    return 1;
}

/* In a drawn order that is not the right one. */
static void mix_options(struct lesson *lesson, int count)
{
    lesson_shuffle(lesson, lesson->shown, count);
    bool mixed = false;
    for (int i = 0; i < count; i++) {
        mixed = mixed || lesson->shown[i] != i;
    }
    for (int i = 0; i < count && !mixed; i++) {
        lesson->shown[i] = (i + 1) % count;
    }
    card_place_options(lesson, count, 0);
    for (int i = 0; i < count; i++) {
        lesson->card.right_order[lesson->shown[i]] = i + 1;
    }
}

static int l_card_order(lua_State *L)
{
    static const char *const keys[] = {"text", "scene", "why", "source", NULL};
    struct luax_reader reader = luax_argument(L, "card.order");
    struct lesson *lesson = card_begin(L, reader.who, CARD_order);
    int count = luax_check(&reader, keys, LESSON_OPTIONS_MAX);
    if (count < 2) {
        return luax_fail(&reader, NULL, "needs at least two things to put in order");
    }
    card_read_question(&reader, lesson, "text");
    luax_list(&reader, lesson->keys.options, count);
    mix_options(lesson, count);
    return card_hand_out(L, 0, arranged);
}

static void read_pair(const struct luax_reader *reader, struct lesson_keys *keys, int i)
{
    static const char *const none[] = {NULL};
    char two[2][LESSON_KEY_MAX];
    lua_rawgeti(reader->L, reader->index, i + 1);
    struct luax_reader pair = *reader;
    pair.index = lua_gettop(reader->L);
    if (lua_type(reader->L, pair.index) != LUA_TTABLE ||
        luax_check(&pair, none, 2) != 2) {
        luax_fail(reader, NULL, "pair %d has to be { \"this\", \"that\" }", i + 1);
    }
    luax_list(&pair, two, 2);
    str_copy(keys->prompts[i], LESSON_KEY_MAX, two[0]);
    str_copy(keys->options[i], LESSON_KEY_MAX, two[1]);
    lua_pop(reader->L, 1);
}

static int l_card_match(lua_State *L)
{
    static const char *const keys[] = {"text", "scene", "why", "source", NULL};
    struct luax_reader reader = luax_argument(L, "card.match");
    struct lesson *lesson = card_begin(L, reader.who, CARD_match);
    int count = luax_check(&reader, keys, LESSON_OPTIONS_MAX);
    if (count < 2) {
        return luax_fail(&reader, NULL, "needs at least two pairs");
    }
    card_read_question(&reader, lesson, "text");
    for (int i = 0; i < count; i++) {
        read_pair(&reader, &lesson->keys, i);
    }
    mix_options(lesson, count);
    return card_hand_out(L, 0, arranged);
}

const luaL_Reg l_card[] = {
    {"card.show", l_card_show},
    {"card.ask", l_card_ask},
    {"card.praise", l_card_praise},
    {"card.order", l_card_order},
    {"card.match", l_card_match},
    {"card.myth", l_card_myth},
    {NULL, NULL},
};
