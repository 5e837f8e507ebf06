/* SPDX-License-Identifier: MIT */
#include "lesson/lesson.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "lesson/card.h"
#include "lesson/sandbox.h"

enum { SOURCE_BYTES_MAX = 256 << 10 };

/* Chunks are called by this name, whatever their path: Lua cuts long ones short. */
static const char chunk[] = "lesson.lua";

struct lesson *lesson_of(lua_State *L)
{
    struct lesson *lesson = NULL;
    memcpy(&lesson, lua_getextraspace(L), LUA_EXTRASPACE); /* room for one pointer */
    return lesson;
}

int lesson_random(struct lesson *lesson, int count)
{
    assert(count > 0);
    lesson->rng ^= lesson->rng << 13;
    lesson->rng ^= lesson->rng >> 7;
    lesson->rng ^= lesson->rng << 17;
    return (int)((lesson->rng >> 33) % (uint64_t)count);
}

void lesson_shuffle(struct lesson *lesson, int *order, int count)
{
    for (int i = 0; i < count; i++) {
        int with = lesson_random(lesson, i + 1);
        order[i] = order[with];
        order[with] = i;
    }
}

int lesson_fail(lua_State *L, int level, const char *kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    luaL_where(L, level);
    lesson_raise(L, NULL, kind, format, args);
    va_end(args);
    return lua_error(L);
}

void lesson_raise(lua_State *L, const char *who, const char *kind, const char *format,
                  va_list args)
{
    char sentence[LESSON_ERROR_MAX];
    struct err_cause *cause = &lesson_of(L)->cause;
    va_list again;
    va_copy(again, args);
    vsnprintf(sentence, sizeof sentence, format, again);
    va_end(again);
    err_cause_fill(cause, kind, format, args);
    str_copy(cause->subject, sizeof cause->subject, who ? who : "");
    lua_pushfstring(L, "%s%s%s", who ? who : "", who ? ": " : "", sentence);
    lua_concat(L, 2);
}

static void fail(struct lesson *lesson, const char *text)
{
    lesson->state = LESSON_FAILED;
    str_copy(lesson->error, sizeof lesson->error, text);
    str_one_line(lesson->error); /* whatever the script put into it */
}

static void fail_by_err(struct lesson *lesson)
{
    lesson->cause = *err_cause();
    fail(lesson, err_text());
}

/* The line the script was at when it failed; its frames are still there. */
static int line_of(lua_State *script)
{
    lua_Debug at;
    for (int level = 0; script && lua_getstack(script, level, &at); level++) {
        if (lua_getinfo(script, "l", &at) && at.currentline > 0) {
            return at.currentline;
        }
    }
    return 1;
}

/* With the error on top of the stack of `L`. Calls nothing that raises or allocates. */
static void fail_by_lua(struct lesson *lesson, lua_State *L, int status)
{
    char text[LESSON_ERROR_MAX];
    const char *cause = "stopped with an error that is not text";
    if (status == LUA_ERRMEM) {
        cause = "needs more memory than a lesson may use (32 MiB in all, 256 KiB for one "
                "text or list)";
        lesson->cause = (struct err_cause){.kind = "lesson_memory"};
    } else if (lua_type(L, -1) == LUA_TSTRING) {
        cause = lua_tostring(L, -1);
    } else {
        lesson->cause = (struct err_cause){.kind = "error_no_text"};
    }
    size_t named = strlen(chunk);
    if (str_starts(cause, chunk) && cause[named] == ':') {
        str_format(text, sizeof text, "%s/%s", lesson->info.folder, cause);
    } else {
        str_format(text, sizeof text, "%s/%s:%d: %s", lesson->info.folder, chunk,
                   line_of(lesson->script), cause);
    }
    fail(lesson, text);
}

/* Runs the script on until it yields or ends. */
static void step(struct lesson *lesson)
{
    int results = 0;
    sandbox_begin_step(lesson, lesson->script);
    int status = lua_resume(lesson->script, lesson->lua, 0, &results);
    if (status == LUA_YIELD) {
        lesson->state = LESSON_CARD;
    } else if (status == LUA_OK) {
        lesson->state = LESSON_DONE;
    } else {
        fail_by_lua(lesson, lesson->script, status);
    }
}

/* Protected: what does not change from one beginning to the next. */
static int prepare(lua_State *L)
{
    struct lesson *lesson = lesson_of(L);
    sandbox_globals(L);
    if (luaL_loadbufferx(L, lesson->source, lesson->source_length, "=lesson.lua", "t") !=
        LUA_OK) {
        return lua_error(L);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, chunk);
    return 0;
}

/* Protected: math.random begins anew. */
static int reseed(lua_State *L)
{
    sandbox_seed(L);
    return 0;
}

/* Protected: a coroutine that is about to run the script's first line. */
static int begin_script(lua_State *L)
{
    struct lesson *lesson = lesson_of(L);
    lua_State *script = lua_newthread(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, lesson); /* the one before it is let go */
    lua_rawgetp(L, LUA_REGISTRYINDEX, chunk);
    lua_xmove(L, script, 1);
    lesson->script = script;
    return reseed(L);
}

/* Protected: reads what the chunk returned, and leaves run() on the script's stack. */
static int take_table(lua_State *L)
{
    struct lesson *lesson = lesson_of(L);
    lua_settop(lesson->script, 1);
    lua_xmove(lesson->script, L, 1);
    lesson_read_table(L);
    lua_getfield(L, -1, "quiz");
    lua_setfield(L, LUA_REGISTRYINDEX, LESSON_BANK);
    lua_getfield(L, -1, "run");
    lua_xmove(L, lesson->script, 1);
    return 0;
}

/* Protected: the same of a table that has been read before. */
static int take_table_again(lua_State *L)
{
    struct lesson *lesson = lesson_of(L);
    lua_settop(lesson->script, 1);
    lua_xmove(lesson->script, L, 1);
    if (lua_type(L, -1) != LUA_TTABLE) {
        lua_pushnil(L);
        return lua_error(L);
    }
    lua_getfield(L, -1, "quiz");
    lua_setfield(L, LUA_REGISTRYINDEX, LESSON_BANK);
    if (lua_getfield(L, -1, "run") != LUA_TFUNCTION) {
        return lua_error(L);
    }
    lua_xmove(L, lesson->script, 1);
    return 0;
}

static bool protect(struct lesson *lesson, lua_CFunction function)
{
    lua_pushcfunction(lesson->lua, function);
    int status = lua_pcall(lesson->lua, 0, 0, 0);
    if (status != LUA_OK) {
        fail_by_lua(lesson, lesson->lua, status);
    }
    return status == LUA_OK;
}

static bool read_source(struct lesson *lesson)
{
    char path[LESSON_PATH_MAX];
    if (!str_format(path, sizeof path, "%s/%s", lesson->info.folder, chunk)) {
        return err_set_as("path_long", "%s: the path is too long", lesson->info.folder);
    }
    lesson->source = file_read(path, SOURCE_BYTES_MAX, &lesson->source_length);
    if (lesson->source && str_starts(lesson->source, "\xEF\xBB\xBF")) {
        memset(lesson->source, ' ', 3); /* a byte order mark: an error to Lua */
    }
    return lesson->source != NULL;
}

/* Runs the chunk and reads its table; true when run() is ready to start. */
static bool run_chunk(struct lesson *lesson, lua_CFunction take)
{
    if (!protect(lesson, begin_script)) {
        return false;
    }
    if (lesson->draft && lesson->globals == 0) {
        lesson->globals = lesson_hash_globals(lesson);
    }
    step(lesson);
    return lesson->state != LESSON_FAILED && protect(lesson, take);
}

/* The same, from the file. */
static bool load(struct lesson *lesson)
{
    lesson->lua = lua_newstate(lesson_memory_alloc, &lesson->memory);
    if (!lesson->lua) {
        fail(lesson, "lesson: no memory to start Lua");
        return false;
    }
    memcpy(lua_getextraspace(lesson->lua), &lesson, LUA_EXTRASPACE);
    if (!read_source(lesson)) {
        fail_by_err(lesson);
        return false;
    }
    return protect(lesson, prepare) && run_chunk(lesson, take_table);
}

static struct conf_texts *load_texts(const char *folder, const char *lang)
{
    char path[LESSON_PATH_MAX];
    bool plain =
        lang[0] != '\0' && strspn(lang, "abcdefghijklmnopqrstuvwxyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == strlen(lang);
    if (!plain || !str_format(path, sizeof path, "%s/text/%s.lua", folder, lang)) {
        err_set_as("lang_name", "%s: \"%s\" is not the name of a language", folder, lang);
        return NULL;
    }
    return conf_texts_load(path);
}

static struct lesson *create(const char *folder, unsigned seed)
{
    struct lesson *lesson = calloc(1, sizeof *lesson);
    assert(lesson); /* as everywhere: without memory for this the kiosk restarts */
    lesson->state = LESSON_DONE;
    lesson->cause.kind = "";
    lesson->opened_with = seed;
    /* Spread, so that seeds 1 and 2 do not draw alike; xorshift must not start at 0. */
    lesson->seed = ((uint64_t)seed + 1) * 0x9E3779B97F4A7C15u;
    lesson->rng = lesson->seed;
    if (!str_copy(lesson->info.folder, sizeof lesson->info.folder, folder)) {
        err_set_as("path_long", "%s: the path is too long", folder);
        fail_by_err(lesson);
    }
    return lesson;
}

static struct lesson *start(struct lesson *lesson, const char *lang)
{
    const char *folder = lesson->info.folder;
    if (lesson->state == LESSON_FAILED) {
        return lesson;
    }
    lesson->texts = load_texts(folder, lang);
    if (!lesson->texts || !str_copy(lesson->lang, sizeof lesson->lang, lang)) {
        fail_by_err(lesson);
        return lesson;
    }
    if (load(lesson)) {

        lesson->running = true;
        step(lesson);
    }
    return lesson;
}

struct lesson *lesson_open(const char *folder, const char *lang, unsigned seed)
{
    return start(create(folder, seed), lang);
}

struct lesson *lesson_open_draft(const char *folder, const char *lang, unsigned seed)
{
    return lesson_open_marking(folder, lang, seed, NULL, 0);
}

struct lesson *lesson_open_marking(const char *folder, const char *lang, unsigned seed,
                                   bool *lines, size_t count)
{
    struct lesson *lesson = create(folder, seed);
    lesson->draft = true;
    lesson->lines = lines;
    lesson->line_count = lines ? count : 0;
    return start(lesson, lang);
}

static bool restart(struct lesson *lesson)
{
    assert(lesson->draft);
    uint64_t before = lesson->globals;
    if (!lesson->running || lesson->state == LESSON_FAILED || before == 0 ||
        !protect(lesson, reseed) || lesson_hash_globals(lesson) != before) {
        return false;
    }
    lesson->running = false;
    lesson->state = LESSON_DONE;
    lesson->rng = lesson->seed;
    memset(&lesson->card, 0, sizeof lesson->card);
    lesson->keys = (struct lesson_keys){0};
    lesson->answer = (struct lesson_answer){0};
    lesson->quiz = (struct lesson_quiz){0};
    lesson->quiz_right = 0;
    lesson->since_line = 0;
    lesson->history = 0;
    if (!run_chunk(lesson, take_table_again)) {
        return false;
    }
    lesson->running = true;
    step(lesson);
    return true;
}

bool lesson_info_read(struct lesson_info *info, const char *folder)
{
    struct lesson *lesson = create(folder, 0);
    bool read = lesson->state != LESSON_FAILED && load(lesson);
    if (read) {
        *info = lesson->info;
    } else {
        err_set_cause(lesson->error, &lesson->cause);
    }
    lesson_close(lesson);
    return read;
}

void lesson_close(struct lesson *lesson)
{
    if (!lesson) {
        return;
    }
    if (lesson->lua) {
        lua_close(lesson->lua);
    }
    conf_texts_free(lesson->texts);
    free(lesson->source);
    free(lesson);
}

enum lesson_state lesson_state(const struct lesson *lesson)
{
    return lesson->state;
}

const char *lesson_error(const struct lesson *lesson)
{
    return lesson->error;
}

const struct err_cause *lesson_cause(const struct lesson *lesson)
{
    return &lesson->cause;
}

const struct lesson_card *lesson_card(struct lesson *lesson)
{
    return lesson->state == LESSON_CARD ? &lesson->card : NULL;
}

void lesson_answer(struct lesson *lesson, const struct lesson_answer *answer)
{
    assert(lesson->state == LESSON_CARD);
    /* An error of the screen or the robot, never of the visitor. */
    assert(lesson_answer_fits(&lesson->card, answer));
    lesson->answer = answer ? *answer : (struct lesson_answer){0};
    lesson_remember(lesson);
    step(lesson);
}

size_t lesson_answered(const struct lesson *lesson, const struct lesson_answer **last)
{
    *last = &lesson->answer;
    int waits = lesson->state == LESSON_CARD;
    return (size_t)(lesson->card.step > waits ? lesson->card.step - waits : 0);
}

int lesson_place(const struct lesson *lesson)
{
    return lesson->since_line;
}

bool lesson_retrace(struct lesson *lesson, const struct lesson_answer *answers,
                    size_t count, int place)
{
    lesson->again = true;
    bool restarts = restart(lesson) && lesson_replay(lesson, answers, count);
    lesson->again = false;
    lesson->since_line = place;
    return restarts;
}

bool lesson_replay(struct lesson *lesson, const struct lesson_answer *answers,
                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (lesson->state != LESSON_CARD ||
            !lesson_answer_fits(&lesson->card, &answers[i])) {
            return false;
        }
        lesson_answer(lesson, &answers[i]);
    }
    return true;
}

bool lesson_set_lang(struct lesson *lesson, const char *lang)
{
    if (str_equal(lang, lesson->lang)) {
        return true;
    }
    char fresh_lang[LESSON_LANG_MAX];
    struct conf_texts *fresh = load_texts(lesson->info.folder, lang);
    if (!fresh || !str_copy(fresh_lang, sizeof fresh_lang, lang)) {
        conf_texts_free(fresh);
        return false;
    }
    bool waits = lesson->state == LESSON_CARD;
    const char *missing = waits ? card_look_up(lesson, fresh) : NULL;
    if (missing && !lesson->draft) {
        err_set_as("no_text_in", "%s/text/%s.lua: there is no text \"%s\"",
                   lesson->info.folder, lang, missing);
        card_look_up(lesson, lesson->texts);
        conf_texts_free(fresh);
        return false;
    }
    conf_texts_free(lesson->texts);
    lesson->texts = fresh;
    memcpy(lesson->lang, fresh_lang, sizeof lesson->lang);
    return true;
}

const char *lesson_text(const struct lesson *lesson, const char *key)
{
    return lesson->texts ? conf_text(lesson->texts, key) : NULL;
}

const char *lesson_text_key(const struct lesson *lesson, size_t index)
{
    return lesson->texts ? conf_text_key(lesson->texts, index) : NULL;
}

bool lesson_reads(const char *source, size_t length)
{
    struct lesson_memory memory = {0};
    lua_State *lua = lua_newstate(lesson_memory_alloc, &memory);
    assert(lua);
    bool marked = str_starts(source, "\xEF\xBB\xBF");
    bool reads = luaL_loadbufferx(lua, source + (marked ? 3 : 0),
                                  length - (marked ? 3 : 0), "=", "t") == LUA_OK;
    lua_close(lua);
    return reads;
}

struct lesson_quiz lesson_quiz(const struct lesson *lesson)
{
    return lesson->quiz;
}
