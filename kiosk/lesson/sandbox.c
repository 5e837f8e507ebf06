/* SPDX-License-Identifier: MIT */
#include "lesson/sandbox.h"

#include <string.h>
#include <time.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/str.h"
#include "lesson/card.h"

enum { HOOK_EVERY = 100 };

/* Functions taken over from Lua as they are. */
static const char *const base_names[] = {"assert", "error",    "ipairs", "next", "pairs",
                                         "select", "tonumber", "type",   NULL};
static const char *const string_names[] = {"byte",    "char", "len",   "lower",
                                           "reverse", "sub",  "upper", NULL};
static const char *const table_names[] = {"pack", NULL};
static const char *const utf8_names[] = {"char", "charpattern", "codepoint", "codes",
                                         "len",  "offset",      NULL};
static const char *const math_names[] = {
    "abs",  "acos",       "asin",      "atan", "ceil", "cos",    "deg",
    "exp",  "floor",      "fmod",      "huge", "log",  "max",    "maxinteger",
    "min",  "mininteger", "modf",      "pi",   "rad",  "random", "sin",
    "sqrt", "tan",        "tointeger", "type", "ult",  NULL};

static const struct library {
    const char *name; /* NULL: its functions are globals */
    lua_CFunction open;
    const char *const *plain;
    const luaL_Reg *bounded;
} libraries[] = {
    {NULL, luaopen_base, base_names, safe_base},
    {"string", luaopen_string, string_names, safe_string},
    {"table", luaopen_table, table_names, safe_table},
    {"math", luaopen_math, math_names, NULL},
    {"utf8", luaopen_utf8, utf8_names, NULL},
};

bool lesson_library_name(size_t index, char *out, size_t size)
{
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        const struct library *library = &libraries[i];
        const char *of = library->name ? library->name : "";
        const char *dot = library->name ? "." : "";
        for (const char *const *name = library->plain; *name; name++) {
            if (index-- == 0) {
                return str_format(out, size, "%s%s%s", of, dot, *name);
            }
        }
        for (const luaL_Reg *row = library->bounded; row && row->name; row++) {
            if (index-- == 0) {
                return str_format(out, size, "%s%s%s", of, dot, row->name);
            }
        }
    }
    return false;
}

static int64_t cpu_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* A draft counts every instruction, for lesson_fingerprint(). */
static int hook_every(const struct lesson *lesson)
{
    return lesson->draft && !lesson->again ? 1 : HOOK_EVERY;
}

static bool is_spent(struct lesson *lesson)
{
    lesson->hooks_left--;
    bool look = lesson->hooks_left % (HOOK_EVERY / hook_every(lesson)) == 0;
    return lesson->hooks_left <= 0 || (look && cpu_us() >= lesson->deadline_us);
}

/* Once spent, every instruction raises again: nothing can catch it and go on. */
static void stop_when_spent(lua_State *L, lua_Debug *at)
{
    struct lesson *lesson = lesson_of(L);
    if (at->event == LUA_HOOKLINE) {
        lesson->since_line = 0;
        if (at->currentline > 0 && (size_t)at->currentline < lesson->line_count) {
            lesson->lines[at->currentline] = true;
        }
        return;
    }
    lesson->since_line++;
    if (!is_spent(lesson)) {
        return;
    }
    lua_sethook(L, stop_when_spent, LUA_MASKCOUNT, 1);
    lesson_fail(L, 0, "endless",
                "ran for %d steps without showing a card; is there a loop that does not "
                "end?",
                SANDBOX_INSTRUCTIONS);
}

void sandbox_begin_step(struct lesson *lesson, lua_State *script)
{
    lesson->hooks_left = SANDBOX_INSTRUCTIONS / hook_every(lesson);
    lesson->deadline_us = cpu_us() + (int64_t)SANDBOX_CPU_MS * 1000;
    lua_sethook(script, stop_when_spent,
                lesson->draft && !lesson->again ? LUA_MASKCOUNT | LUA_MASKLINE
                                                : LUA_MASKCOUNT,
                hook_every(lesson));
}

/* Under which the registry keeps the function that lessons do not get. */
static const char randomseed[] = "randomseed";

void sandbox_seed(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, randomseed);
    lua_pushinteger(L, (lua_Integer)(lesson_of(L)->seed >> 1));
    lua_call(L, 1, 0);
}

/* Replaces the library table on top of the stack by one with only the listed
 * functions. */
static void keep_safe(lua_State *L, const struct library *library)
{
    int all = lua_gettop(L);
    lua_newtable(L);
    for (const char *const *name = library->plain; *name; name++) {
        lua_getfield(L, all, *name);
        lua_setfield(L, -2, *name);
    }
    for (const luaL_Reg *row = library->bounded; row && row->name; row++) {
        lua_getfield(L, all, row->name);
        lua_pushcclosure(L, row->func, 1);
        lua_setfield(L, -2, row->name);
    }
    lua_remove(L, all);
}

/* ("x"):upper() goes through the metatable that all strings share. */
static void lock_strings(lua_State *L, int string_table)
{
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushvalue(L, string_table);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
}

static const char *name_of_key(lua_State *L)
{
    return lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
}

static int unknown_name(lua_State *L)
{
    return lesson_fail(L, 1, "unknown_name", "there is nothing called \"%s\"",
                       name_of_key(L));
}

static int undeclared_name(lua_State *L)
{
    return lesson_fail(L, 1, "undeclared", "\"%s\" is not declared; write local %s = ...",
                       name_of_key(L), name_of_key(L));
}

/* A misspelt name is an error with a line, not nil. */
static void make_strict(lua_State *L, int globals)
{
    lua_createtable(L, 0, 3);
    lua_pushcfunction(L, unknown_name);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, undeclared_name);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, globals);
}

/*
 * Pops a function into the module of its name: "card.ask" is `ask` of the global `card`.
 */
static void add_function(lua_State *L, int globals, const char *name)
{
    const char *dot = strchr(name, '.');
    lua_pushlstring(L, name, (size_t)(dot - name));
    lua_pushvalue(L, -1);
    if (lua_rawget(L, globals) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, globals);
    }
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, dot + 1);
    lua_pop(L, 3);
}

static void add_functions(lua_State *L, int globals)
{
    static const luaL_Reg *const modules[] = {
#define LUA_MODULE(name) l_##name,
#include "lesson/modules.def"
#undef LUA_MODULE
        NULL};
    for (size_t i = 0; modules[i]; i++) {
        for (const luaL_Reg *row = modules[i]; row->name; row++) {
            lua_pushcfunction(L, row->func);
            add_function(L, globals, row->name);
        }
    }
    for (int kind = 0; kind < CARD_KINDS; kind++) {
        lua_pushinteger(L, kind);
        lua_pushcclosure(L, card_call, 1);
        add_function(L, globals, card_kind_of((enum lesson_card_kind)kind)->function);
    }
}

void sandbox_globals(lua_State *L)
{
    lua_newtable(L);
    int globals = lua_gettop(L);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        const struct library *library = &libraries[i];
        lua_pushcfunction(L, library->open);
        lua_call(L, 0, 1);
        if (library->open == luaopen_math) {
            lua_getfield(L, -1, randomseed);
            lua_rawsetp(L, LUA_REGISTRYINDEX, randomseed);
        }
        keep_safe(L, library);
        if (!library->name) {
            lua_replace(L, globals);
            continue;
        }
        if (library->open == luaopen_string) {
            lock_strings(L, lua_gettop(L));
        }
        lua_setfield(L, globals, library->name);
    }
    add_functions(L, globals);
    make_strict(L, globals);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}
