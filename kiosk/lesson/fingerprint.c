/* SPDX-License-Identifier: MIT */
/*
 * What decides how a lesson goes on: the card that waits, the place in the script, and
 * the values the script can still see. Hashed over the coroutine's frames by Lua's debug
 * interface, with tables as sets, since order is not part of their value.
 *
 * Lua gives the line of a place, not the instruction; two equal cards in one line are
 * told apart by the instructions since the line began, which the hook counts in a draft.
 * The random order of options is left out: the script does not see it.
 */
#include <string.h>

#include <lauxlib.h>

#include "cpr/figures.h"
#include "lesson/sandbox.h"

enum {
    VALUES_MAX = 50000, /* more than a lesson ever holds; then no two states are alike */
    DEPTH_MAX = 32,
};

struct hasher {
    lua_State *L;
    int values_left;
    int depth;
    const void *above[DEPTH_MAX]; /* tables and functions being hashed: cycles end here */
    const void *globals;
};

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

static uint64_t mix_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t left = length; left > 0;) {
        size_t some = left < sizeof(uint64_t) ? left : sizeof(uint64_t);
        uint64_t word = 0;
        memcpy(&word, at, some);
        hash = mix(hash, word);
        at += some;
        left -= some;
    }
    return mix(hash, length);
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    return mix_bytes(hash, text, strlen(text));
}

static uint64_t hash_value(struct hasher *hasher);

static uint64_t hash_table(struct hasher *hasher)
{
    lua_State *L = hasher->L;
    uint64_t sum = 0;
    int table = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        uint64_t value = hash_value(hasher);
        lua_pop(L, 1);
        sum += mix(hash_value(hasher), value);
    }
    return sum;
}

static uint64_t hash_function(struct hasher *hasher)
{
    lua_State *L = hasher->L;
    uint64_t hash = 0;
    if (lua_iscfunction(L, -1)) {
        hash = mix(0, (uint64_t)(uintptr_t)lua_tocfunction(L, -1));
    } else {
        lua_Debug at;
        lua_pushvalue(L, -1);
        lua_getinfo(L, ">S", &at);
        hash = mix(0, (uint64_t)at.linedefined + 1);
    }
    for (int i = 1; lua_getupvalue(L, -1, i); i++) {
        hash = mix(hash, hash_value(hasher));
        lua_pop(L, 1);
    }
    return hash;
}

static bool is_above(const struct hasher *hasher, const void *pointer)
{
    for (int i = 0; i < hasher->depth; i++) {
        if (hasher->above[i] == pointer) {
            return true;
        }
    }
    return pointer == hasher->globals && hasher->depth > 0;
}

/* A table or function: in terms of what is inside, never of its address. */
static uint64_t hash_inside(struct hasher *hasher, int type)
{
    const void *pointer = lua_topointer(hasher->L, -1);
    if (hasher->depth == DEPTH_MAX || is_above(hasher, pointer)) {
        return 0;
    }
    hasher->above[hasher->depth++] = pointer;
    luaL_checkstack(hasher->L, 4, NULL);
    uint64_t hash = type == LUA_TTABLE ? hash_table(hasher) : hash_function(hasher);
    hasher->depth--;
    return hash;
}

/* Of the value on top of the stack, which stays there. */
static uint64_t hash_value(struct hasher *hasher)
{
    lua_State *L = hasher->L;
    int type = lua_type(L, -1);
    uint64_t hash = mix(0, (uint64_t)type + 1);
    if (hasher->values_left == 0) {
        return hash;
    }
    hasher->values_left--;
    size_t length = 0;
    switch (type) {
    case LUA_TBOOLEAN: return mix(hash, (uint64_t)lua_toboolean(L, -1));
    case LUA_TNUMBER: {
        double number = lua_tonumber(L, -1);
        return mix_bytes(hash, &number, sizeof number);
    }
    case LUA_TSTRING: {
        const char *text = lua_tolstring(L, -1, &length);
        return mix_bytes(hash, text, length);
    }
    case LUA_TUSERDATA: /* the state of math.random */
        return mix_bytes(hash, lua_touserdata(L, -1), lua_rawlen(L, -1));
    case LUA_TTABLE:
    case LUA_TFUNCTION: return mix(hash, hash_inside(hasher, type));
    default: return hash;
    }
}

/* Pops it. */
static uint64_t hash_and_pop(struct hasher *hasher)
{
    uint64_t hash = hash_value(hasher);
    lua_pop(hasher->L, 1);
    return hash;
}

static uint64_t hash_frames(struct hasher *hasher, lua_State *script, uint64_t hash)
{
    lua_State *L = hasher->L;
    lua_Debug at;
    luaL_checkstack(script, 2, NULL);
    for (int level = 0; lua_getstack(script, level, &at); level++) {
        lua_getinfo(script, "Slf", &at);
        lua_xmove(script, L, 1);
        hash = mix(hash, hash_and_pop(hasher));
        hash = mix(hash, (uint64_t)at.currentline + 1);
        for (int side = 1; side >= -1; side -= 2) { /* locals, then extra arguments */
            for (int n = side; lua_getlocal(script, &at, n); n += side) {
                lua_xmove(script, L, 1);
                hash = mix(hash, hash_and_pop(hasher));
            }
        }
    }
    return hash;
}

static uint64_t hash_card(const struct lesson *lesson)
{
    const struct lesson_card *card = &lesson->card;
    uint64_t hash = mix(1, (uint64_t)card->kind);
    hash = mix(hash, (uint64_t)card->line);
    hash = mix(hash, (uint64_t)lesson->since_line);
    hash = mix(hash, (uint64_t)card->quiz_index);
    hash = mix(hash, card->quiz_index > 0 ? (uint64_t)lesson->quiz_right : 0);
    hash = mix_text(hash, lesson->keys.text);
    hash = mix_text(hash, lesson->keys.scene);
    return mix_text(hash, lesson->keys.value);
}

/* Protected. */
static int take_globals(lua_State *L)
{
    struct lesson *lesson = lesson_of(L);
    struct hasher hasher = {.L = L, .values_left = VALUES_MAX};
    lua_pushglobaltable(L);
    hasher.globals = lua_topointer(L, -1);
    uint64_t hash = hash_and_pop(&hasher);
    lesson->fingerprint = hasher.values_left > 0 ? hash : 0;
    return 0;
}

uint64_t lesson_hash_globals(struct lesson *lesson)
{
    lesson->fingerprint = 0;
    lua_pushcfunction(lesson->lua, take_globals);
    if (lua_pcall(lesson->lua, 0, 0, 0) != LUA_OK) {
        lua_settop(lesson->lua, 0);
        return 0;
    }
    return lesson->fingerprint;
}

/* Protected. */
static int take_fingerprint(lua_State *L)
{
    struct lesson *lesson = lesson_of(L);
    struct hasher hasher = {.L = L, .values_left = VALUES_MAX};
    lua_pushglobaltable(L);
    hasher.globals = lua_topointer(L, -1);
    uint64_t hash = mix(hash_card(lesson), hash_and_pop(&hasher));
    hash = hash_frames(&hasher, lesson->script, hash);
    lesson->fingerprint = hasher.values_left > 0 ? hash : lesson->history;
    return 0;
}

uint64_t lesson_fingerprint(struct lesson *lesson)
{
    lesson->fingerprint = lesson->history;
    if (lesson->state == LESSON_CARD) {
        lua_pushcfunction(lesson->lua, take_fingerprint);
        if (lua_pcall(lesson->lua, 0, 0, 0) != LUA_OK) {
            lua_settop(lesson->lua, 0); /* out of memory: no two states are alike */
        }
    }
    return lesson->fingerprint;
}

void lesson_remember(struct lesson *lesson)
{
    lesson->history = mix_bytes(lesson->history + 1, &lesson->answer.choice,
                                sizeof lesson->answer.choice);
    lesson->history =
        mix_bytes(lesson->history, lesson->answer.order, sizeof lesson->answer.order);
    const struct lesson_play *play = &lesson->answer.play;
    lesson->history = mix(lesson->history, play->done);
    lesson->history = mix(lesson->history, play->slips);
    lesson->history = mix(lesson->history, (uint64_t)play->seconds);
    lesson->history = mix(lesson->history, lesson->answer.run.measured);
    for (size_t i = 0; lesson->answer.run.measured && i < CPR_FIGURE_COUNT; i++) {
        double value = cpr_figure_value(&lesson->answer.run.result, i);
        lesson->history = mix_bytes(lesson->history, &value, sizeof value);
    }
}
