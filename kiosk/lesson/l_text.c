/* SPDX-License-Identifier: MIT */
#include <lauxlib.h>

#include "conf/conf.h"
#include "lesson/internal.h"

/* The text of a key, in the language the visitor has chosen by now. */
static int l_text_tr(lua_State *L)
{
    const struct lesson *lesson = lesson_of(L);
    luaL_argcheck(L, lua_type(L, 1) == LUA_TSTRING, 1, "the key of a text in quotes");
    const char *key = lua_tostring(L, 1);
    const char *text = lesson->texts ? conf_text(lesson->texts, key) : NULL;
    if (!text) {
        return luaL_error(L, "there is no text \"%s\" in text/%s.lua", key, lesson->lang);
    }
    lua_pushstring(L, text);
    return 1;
}

static int l_text_lang(lua_State *L)
{
    lua_pushstring(L, lesson_of(L)->lang);
    return 1;
}

const luaL_Reg l_text[] = {
    {"text.tr", l_text_tr}, {"text.lang", l_text_lang}, {NULL, NULL}};
