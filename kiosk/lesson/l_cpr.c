/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <lauxlib.h>

#include "lesson/card.h"

enum { SECONDS_MIN = 5, SECONDS_MAX = 600 };

/* Everything a result may be asked for, so that a misspelt name is a mistake. */
static const char *const names[] = {"mean_depth_mm",
                                    "mean_rate_cpm",
                                    "mean_release_mm",
                                    "full_recoil_percent",
                                    "depth_ok_percent",
                                    "rate_ok_percent",
                                    "ccf_percent",
                                    "score",
                                    "count",
                                    "pass",
                                    "measured",
                                    NULL};

static int missing_name(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    for (const char *const *known = names; *known; known++) {
        lua_pushstring(L, *known);
        if (lua_rawequal(L, 2, -1)) {
            return 0; /* not measured this time: nil */
        }
    }
    return luaL_error(L, "a result has no \"%s\"", name);
}

static void set_number(lua_State *L, const char *name, double value)
{
    if (!isnan(value)) {
        lua_pushnumber(L, value);
        lua_setfield(L, -2, name);
    }
}

static int measured(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    const struct lesson_run *run = &lesson_of(L)->answer.run;
    lua_createtable(L, 0, 11);
    if (run->measured) {
        set_number(L, "mean_depth_mm", run->mean_depth_mm);
        set_number(L, "mean_rate_cpm", run->mean_rate_cpm);
        set_number(L, "mean_release_mm", run->mean_release_mm);
        set_number(L, "full_recoil_percent", run->full_recoil_percent);
        set_number(L, "depth_ok_percent", run->depth_ok_percent);
        set_number(L, "rate_ok_percent", run->rate_ok_percent);
        set_number(L, "ccf_percent", run->ccf_percent);
        set_number(L, "score", run->score);
    }
    lua_pushinteger(L, run->measured ? run->count : 0);
    lua_setfield(L, -2, "count");
    lua_pushboolean(L, run->measured && run->pass);
    lua_setfield(L, -2, "pass");
    lua_pushboolean(L, run->measured);
    lua_setfield(L, -2, "measured");
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, missing_name);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    return 1;
}

static int press(lua_State *L, const char *who, enum lesson_card_kind kind)
{
    static const char *const keys[] = {"seconds", "guideline", "breaths",
                                       "text",    "scene",     NULL};
    struct luax_reader reader = luax_argument(L, who);
    struct lesson *lesson = card_begin(L, who, kind);
    luax_check(&reader, keys, 0);
    lesson->card.seconds = luax_number(&reader, "seconds", SECONDS_MIN, SECONDS_MAX);
    luax_key(&reader, "guideline", lesson->keys.guideline, LUAX_OPTIONAL);
    lesson->card.breaths = luax_bool(&reader, "breaths");
    luax_key(&reader, "text", lesson->keys.text, LUAX_OPTIONAL);
    luax_key(&reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    return card_hand_out(L, 0, measured);
}

static int l_cpr_practice(lua_State *L)
{
    return press(L, "cpr.practice", CARD_practice);
}

static int l_cpr_test(lua_State *L)
{
    return press(L, "cpr.test", CARD_test);
}

const luaL_Reg l_cpr[] = {
    {"cpr.practice", l_cpr_practice}, {"cpr.test", l_cpr_test}, {NULL, NULL}};
