/* SPDX-License-Identifier: MIT */
/*
 * internal: what a lesson is, for the files of this folder only.
 *
 * A binding reaches its lesson through lesson_of(L). It copies what a card needs into
 * `keys`, so that nothing here points into Lua, and yields; lesson_answer() leaves the
 * answer here and resumes; the binding's continuation turns it into Lua values. All that
 * can raise runs inside Lua's protection.
 */
#ifndef KIOSK_LESSON_INTERNAL_H
#define KIOSK_LESSON_INTERNAL_H

#include <stdarg.h>

#include <lauxlib.h>
#include <lua.h>

#include "base/err.h"
#include "lesson/lesson.h"
#include "lesson/memory.h"

enum { LESSON_ERROR_MAX = 512, LESSON_PATH_MAX = 512, LESSON_LANG_MAX = 16 };

/* Of its table. */
enum { LESSON_API = 1, LESSON_VERSION_MAX = 1000000, LESSON_MINUTES_MAX = 60 };

struct conf_texts;

/* Of what a dispatcher asks for. */
struct lesson_told_keys {
    char ask[LESSON_KEY_MAX];
    char why[LESSON_KEY_MAX];
    char options[LESSON_TOLD_OPTIONS_MAX][LESSON_KEY_MAX];
};

struct lesson_moment_keys {
    char scene[LESSON_KEY_MAX];
    char text[LESSON_KEY_MAX];
};

struct lesson_keys {
    char scene[LESSON_KEY_MAX];
    char text[LESSON_KEY_MAX];
    char value[24];
    char unit[LESSON_KEY_MAX];
    char options[LESSON_OPTIONS_MAX][LESSON_KEY_MAX];
    char option_whys[LESSON_OPTIONS_MAX][LESSON_KEY_MAX];
    char option_shows[LESSON_OPTIONS_MAX][LESSON_KEY_MAX];
    char prompts[LESSON_OPTIONS_MAX][LESSON_KEY_MAX];
    char why[LESSON_KEY_MAX];
    char source[LESSON_KEY_MAX];
    char guideline[LESSON_KEY_MAX];
    char number[8]; /* of a call */
    struct lesson_told_keys told[LESSON_TOLD_MAX];
    struct lesson_moment_keys moments[LESSON_MOMENTS_MAX];
};

struct lesson {
    struct lesson_info info;
    enum lesson_state state;
    char error[LESSON_ERROR_MAX];
    struct err_cause cause; /* of `error` */
    bool draft;

    lua_State *lua;    /* NULL when it could not be made */
    lua_State *script; /* the coroutine, kept alive by the registry */
    struct lesson_memory memory;
    bool running; /* inside run(), where cards may be shown */
    char *source; /* lesson.lua */
    size_t source_length;

    /* What is left for the present step; sandbox.c counts it down. */
    int hooks_left;
    int64_t deadline_us;
    int since_line; /* instructions since the line began; counted in a draft only */
    bool again;     /* a draft goes where it has been: nothing is counted or marked */
    bool *lines;    /* that have run, by number; NULL: nobody asks */
    size_t line_count;

    char lang[LESSON_LANG_MAX];
    struct conf_texts *texts;

    unsigned opened_with; /* the caller's seed */
    uint64_t seed;        /* what `rng` begins with */
    uint64_t rng;         /* of what is taken at random */
    struct lesson_card card;
    struct lesson_keys keys;
    int shown[LESSON_OPTIONS_MAX]; /* the author's 0-based option at each place */
    struct lesson_answer answer;

    struct lesson_quiz quiz;
    int quiz_order[LESSON_QUIZ_MAX]; /* the bank's 1-based questions as drawn */
    int quiz_take;                   /* that a visitor is asked */
    int quiz_asks;                   /* a draft asks all of them */
    int quiz_right;                  /* of the quiz that is going on */

    uint64_t globals; /* hash of what a script finds when it begins */
    uint64_t history; /* hash of all answers so far */
    uint64_t fingerprint;
};

/* The lesson whose state this is. */
struct lesson *lesson_of(lua_State *L);

/* Raises "lesson.lua:<line>: <sentence>" as luax_fail(), with the line that runs at a
 * level of the stack: 1 for who called a binding, 0 in a hook. */
int lesson_fail(lua_State *L, int level, const char *kind, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Puts the sentence behind the place that is on top of the stack, and keeps what it is
 * made of: nothing can catch it, so the lesson ends by it. `who` begins it; NULL:
 * none. */
void lesson_raise(lua_State *L, const char *who, const char *kind, const char *format,
                  va_list args) __attribute__((format(printf, 4, 0)));

/* Uniform in [0, count), from the lesson's seed. */
int lesson_random(struct lesson *lesson, int count);

/* Fills `order` with 0 .. count-1 in an order drawn from the seed. */
void lesson_shuffle(struct lesson *lesson, int *order, int count);

/* Reads the table on top of the stack into `info`; raises with file and line. It stays
 * on the stack. */
void lesson_read_table(lua_State *L);

/* Raises unless the value on top of the stack is a quiz bank. It stays on the stack. */
void lesson_check_bank(lua_State *L);

/* Of all that a script can reach by its names; 0 when there is no memory to tell. */
uint64_t lesson_hash_globals(struct lesson *lesson);

/* Mixes the present answer into `history`. */
void lesson_remember(struct lesson *lesson);

/* What a module registers, by full name ("card.ask"); the last row has no name. */
#define LUA_MODULE(name) extern const luaL_Reg l_##name[];
#include "lesson/modules.def"
#undef LUA_MODULE

/* Key under which the registry keeps the lesson's quiz bank. */
#define LESSON_BANK "lesson.quiz"

#endif
