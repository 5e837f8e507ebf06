/* SPDX-License-Identifier: MIT */
/*
 * sandbox: what a lesson may reach, and for how long. Private to lesson.
 *
 * A lesson gets a short list of harmless functions rather than Lua's libraries less some
 * dangerous ones. What is left out, and why:
 *
 *   load, loadfile, dofile, require, io, os, package, debug   reach outside the lesson
 *   pcall, xpcall, coroutine    could swallow the error that ends a runaway script
 *   setmetatable, getmetatable, raw*    __gc and __close run where no budget is counted;
 *                               all strings share one metatable
 *   find with patterns, match, gmatch, gsub    backtrack for minutes inside one call
 *   table.move, string.pack, math.randomseed, collectgarbage, print    no lesson needs
 *                               them; the first can loop inside C without end
 *
 * What remains is bounded in safe.c where Lua itself does not bound it. The budget of a
 * step is counted by a hook in the VM, and by processor time for what the count misses.
 */
#ifndef KIOSK_LESSON_SANDBOX_H
#define KIOSK_LESSON_SANDBOX_H

#include "lesson/internal.h"

enum {
    SANDBOX_INSTRUCTIONS = 1000000, /* a step: from one card to the next */
    SANDBOX_CPU_MS = 2000,          /* a step takes well under one */
};

/* Replaces the globals by the lesson's own. Raises. */
void sandbox_globals(lua_State *L);

/* The same seed, the same lesson: math.random begins anew. Raises. */
void sandbox_seed(lua_State *L);

/* The functions that safe.c bounds; sandbox.c puts them in their tables. Raises. Each
 * wraps the original in the library table on top of the stack. */
extern const luaL_Reg safe_base[];
extern const luaL_Reg safe_string[];
extern const luaL_Reg safe_table[];

/* A full budget for the next step of `script`. */
void sandbox_begin_step(struct lesson *lesson, lua_State *script);

#endif
