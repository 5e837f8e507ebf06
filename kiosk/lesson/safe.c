/* SPDX-License-Identifier: MIT */
/*
 * The library functions that Lua leaves unbounded in time, or that show addresses. Each
 * is a closure over Lua's own function, which it calls once the arguments are harmless.
 */
#include <string.h>

#include <lauxlib.h>

#include "lesson/sandbox.h"

enum {
    TABLE_MAX = 1000,   /* entries that insert, remove, sort, concat and unpack work on */
    REPEAT_MAX = 10000, /* string.rep("", 1e18) makes nothing, but takes its time */
};

static int call_original(lua_State *L)
{
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

/* "table: 0x55..." would differ on every machine and show where the heap is. */
static int safe_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    int type = lua_type(L, 1);
    if (type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN ||
        type == LUA_TNIL) {
        return call_original(L);
    }
    lua_pushstring(L, lua_typename(L, type));
    return 1;
}

static int safe_format(lua_State *L)
{
    const char *format = luaL_checkstring(L, 1);
    for (const char *at = strchr(format, '%'); at; at = strchr(at, '%')) {
        at += strspn(at + 1, "-+ #0123456789.") + 1;
        if (*at == 'p') {
            return lesson_fail(L, 1, "format_address", "%%p is not for lessons");
        }
        at += *at != '\0';
    }
    for (int i = 2; i <= lua_gettop(L); i++) {
        int type = lua_type(L, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN &&
            type != LUA_TNIL) {
            return lesson_fail(
                L, 1, "format_what",
                "only text, numbers, true, false and nil can be formatted, not %s",
                luaL_typename(L, i));
        }
    }
    return call_original(L);
}

static int safe_rep(lua_State *L)
{
    if (luaL_checkinteger(L, 2) > REPEAT_MAX) {
        return lesson_fail(L, 1, "rep_times", "string.rep repeats at most %d times",
                           REPEAT_MAX);
    }
    return call_original(L);
}

/* Plain text only, whatever the fourth argument says: patterns can take minutes, and so
 * can Lua's own plain search, which memmem does in one pass. */
static int safe_find(lua_State *L)
{
    size_t length = 0;
    size_t wanted_length = 0;
    const char *text = luaL_checklstring(L, 1, &length);
    const char *wanted = luaL_checklstring(L, 2, &wanted_length);
    lua_Integer from = luaL_optinteger(L, 3, 1);
    if (!lua_toboolean(L, 4) && strpbrk(wanted, "^$*+?.([%-")) {
        return lesson_fail(L, 1, "find_plain",
                           "string.find looks for plain text only; write "
                           "string.find(text, wanted, 1, true)");
    }
    if (from < 0) {
        from = (lua_Integer)length + from + 1;
    }
    from = from < 1 ? 1 : from;
    if (from > (lua_Integer)length + 1) {
        lua_pushnil(L);
        return 1;
    }
    const char *start = text + from - 1;
    const char *found = wanted_length == 0 ? start
                                           : memmem(start, length - (size_t)(from - 1),
                                                    wanted, wanted_length);
    if (!found) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, found - text + 1);
    lua_pushinteger(L, found - text + (lua_Integer)wanted_length);
    return 2;
}

/* A table with a few far apart entries can have any length: t[2^40] and the like. */
static int safe_on_table(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_rawlen(L, 1) > TABLE_MAX) {
        return lesson_fail(L, 1, "table_long", "a list has at most %d entries here",
                           TABLE_MAX);
    }
    return call_original(L);
}

const luaL_Reg safe_base[] = {{"tostring", safe_tostring}, {NULL, NULL}};

const luaL_Reg safe_string[] = {
    {"find", safe_find}, {"format", safe_format}, {"rep", safe_rep}, {NULL, NULL}};

const luaL_Reg safe_table[] = {{"concat", safe_on_table}, {"insert", safe_on_table},
                               {"remove", safe_on_table}, {"sort", safe_on_table},
                               {"unpack", safe_on_table}, {NULL, NULL}};
