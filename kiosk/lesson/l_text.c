/* SPDX-License-Identifier: MIT */
#include <lauxlib.h>

#include "conf/conf.h"
#include "lesson/internal.h"

/* The text of a key, in the language the visitor has chosen by now. */
static int l_text_tr(lua_State *L)
{
    const struct lesson *lesson = lesson_of(L);
    if (lua_type(L, 1) != LUA_TSTRING) {
        return lesson_fail(L, 1, "tr_key", "text.tr needs the key of a text in quotes");
    }
    const char *key = lua_tostring(L, 1);
    const char *text = lesson->texts ? conf_text(lesson->texts, key) : NULL;
    if (!text) {
        return lesson_fail(L, 1, "no_text", "there is no text \"%s\" in text/%s.lua", key,
                           lesson->lang);
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
