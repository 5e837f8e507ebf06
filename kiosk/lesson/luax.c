/* SPDX-License-Identifier: MIT */
#include "lesson/luax.h"

#include <stdarg.h>
#include <string.h>

#include <lauxlib.h>

#include "base/str.h"
#include "lesson/source.h"

struct luax_reader luax_argument(lua_State *L, const char *who)
{
    lua_settop(L, 1);
    return (struct luax_reader){.L = L, .index = 1, .who = who};
}

static void push_where(const struct luax_reader *reader, const char *key)
{
    int line = reader->source && key ? source_line_of_key(reader->source, key) : 0;
    if (line == 0 && reader->words) {
        line = source_line_of_text(reader->whole, reader->words);
    }
    if (line == 0) {
        line = reader->line;
    }
    if (line > 0) {
        lua_pushfstring(reader->L, "lesson.lua:%d: ", line);
    } else {
        luaL_where(reader->L, 1);
    }
}

int luax_fail(const struct luax_reader *reader, const char *key, const char *kind,
              const char *format, ...)
{
    va_list args;
    va_start(args, format);
    push_where(reader, key);
    lesson_raise(reader->L, reader->who, kind, format, args);
    va_end(args);
    return lua_error(reader->L);
}

static bool is_among(const char *key, const char *const *keys)
{
    for (; *keys; keys++) {
        if (str_equal(key, *keys)) {
            return true;
        }
    }
    return false;
}

static void fail_unknown(const struct luax_reader *reader, const char *key,
                         const char *const *keys)
{
    char known[256] = "";
    size_t used = 0;
    for (; *keys && used + strlen(*keys) + 3 < sizeof known; keys++) {
        str_format(known + used, sizeof known - used, "%s%s", used ? ", " : "", *keys);
        used = strlen(known);
    }
    if (used == 0) {
        luax_fail(reader, key, "list_name", "there is no \"%s\" here; it is a list", key);
    }
    luax_fail(reader, key, "unknown_field", "there is no \"%s\" here; it takes %s", key,
              known);
}

static void check_key(const struct luax_reader *reader, const char *const *keys,
                      int list_max)
{
    lua_State *L = reader->L;
    if (lua_type(L, -2) == LUA_TSTRING) {
        const char *key = lua_tostring(L, -2);
        if (!is_among(key, keys)) {
            fail_unknown(reader, key, keys);
        }
        return;
    }
    if (!lua_isinteger(L, -2) || lua_tointeger(L, -2) < 1) {
        luax_fail(reader, NULL, "odd_key",
                  "has a key that is neither a name nor a plain list");
    }
    if (list_max == 0) {
        luax_fail(reader, NULL, "no_list", "takes no list; every value needs a name");
    }
    if (lua_tointeger(L, -2) > list_max) {
        luax_fail(reader, NULL, "list_long", "has more than %d entries in its list",
                  list_max);
    }
}

int luax_check(const struct luax_reader *reader, const char *const *keys, int list_max)
{
    lua_State *L = reader->L;
    if (lua_type(L, reader->index) != LUA_TTABLE) {
        luax_fail(reader, NULL, "table_wanted", "needs a table in braces, not %s",
                  luaL_typename(L, reader->index));
    }
    int highest = 0;
    luaL_checkstack(L, 4, NULL);
    lua_pushnil(L);
    while (lua_next(L, reader->index)) {
        check_key(reader, keys, list_max);
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) > highest) {
            highest = (int)lua_tointeger(L, -2);
        }
        lua_pop(L, 1);
    }
    for (int i = 1; i <= highest; i++) {
        if (lua_rawgeti(L, reader->index, i) == LUA_TNIL) {
            luax_fail(reader, NULL, "list_gap", "number %d of its list is missing", i);
        }
        lua_pop(L, 1);
    }
    return highest;
}

/* The text on top of the stack into `out`: that of `key`, or without one the list's
 * `number`. */
static void copy_key(const struct luax_reader *reader, const char *key, int number,
                     char *out)
{
    lua_State *L = reader->L;
    if (lua_type(L, -1) != LUA_TSTRING && key) {
        luax_fail(reader, key, "text_wanted", "%s has to be a text in quotes, not %s",
                  key, luaL_typename(L, -1));
    } else if (lua_type(L, -1) != LUA_TSTRING) {
        luax_fail(reader, key, "entry_not_text",
                  "entry %d has to be a text in quotes, not %s", number,
                  luaL_typename(L, -1));
    }
    size_t length = 0;
    const char *text = lua_tolstring(L, -1, &length);
    if (length == 0 || length >= LESSON_KEY_MAX || !str_is_utf8(text, length)) {
        if (key) {
            luax_fail(reader, key, "text_length", "%s has to be 1 to %d bytes of text",
                      key, LESSON_KEY_MAX - 1);
        }
        luax_fail(reader, key, "entry_length", "entry %d has to be 1 to %d bytes of text",
                  number, LESSON_KEY_MAX - 1);
    }
    memcpy(out, text, length + 1);
}

void luax_key(const struct luax_reader *reader, const char *key, char *out,
              enum luax_need need)
{
    out[0] = '\0';
    if (lua_getfield(reader->L, reader->index, key) != LUA_TNIL) {
        copy_key(reader, key, 0, out);
    } else if (need == LUAX_REQUIRED) {
        luax_fail(reader, key, "field_missing", "%s = \"...\" is missing", key);
    }
    lua_pop(reader->L, 1);
}

void luax_entry(const struct luax_reader *reader, int number, char *out)
{
    copy_key(reader, NULL, number, out);
}

void luax_list(const struct luax_reader *reader, char (*out)[LESSON_KEY_MAX], int count)
{
    for (int i = 0; i < count; i++) {
        lua_rawgeti(reader->L, reader->index, i + 1);
        luax_entry(reader, i + 1, out[i]);
        lua_pop(reader->L, 1);
    }
}

int luax_int(const struct luax_reader *reader, const char *key, int low, int high,
             int fallback)
{
    lua_State *L = reader->L;
    int value = fallback;
    if (lua_getfield(L, reader->index, key) != LUA_TNIL) {
        int whole = 0;
        lua_Integer given =
            lua_type(L, -1) == LUA_TNUMBER ? lua_tointegerx(L, -1, &whole) : 0;
        if (!whole || given < low || given > high) {
            luax_fail(reader, key, "whole_range",
                      "%s has to be a whole number from %d to %d", key, low, high);
        }
        value = (int)given;
    }
    lua_pop(L, 1);
    return value;
}

double luax_number(const struct luax_reader *reader, const char *key, double low,
                   double high)
{
    lua_State *L = reader->L;
    lua_getfield(L, reader->index, key);
    double value = lua_type(L, -1) == LUA_TNUMBER ? lua_tonumber(L, -1) : low - 1;
    if (!(value >= low && value <= high)) {
        luax_fail(reader, key, "number_range", "%s has to be a number from %d to %d", key,
                  (int)low, (int)high);
    }
    lua_pop(L, 1);
    return value;
}

bool luax_bool(const struct luax_reader *reader, const char *key)
{
    lua_State *L = reader->L;
    int type = lua_getfield(L, reader->index, key);
    if (type != LUA_TNIL && type != LUA_TBOOLEAN) {
        luax_fail(reader, key, "bool_wanted", "%s has to be true or false, not %s", key,
                  luaL_typename(L, -1));
    }
    bool value = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return value;
}
