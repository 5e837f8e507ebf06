/* SPDX-License-Identifier: MIT */
/*
 * quiz.run draws questions from the bank, the lesson table's `quiz`, and asks them one
 * after the other. The bank as a whole is checked when the lesson is loaded.
 */
#include <lauxlib.h>

#include "lesson/choose.h"
#include "lesson/source.h"

static int answered(lua_State *L, int status, lua_KContext asked);

/* Names the question by its own words: the author would have to count to a number. */
static void describe(struct luax_reader *question, lua_State *L, int number)
{
    question->who = lua_pushfstring(L, "quiz[%d]", number);
    if (lua_getfield(L, question->index, "ask") == LUA_TSTRING) {
        question->words = lua_tostring(L, -1); /* the table keeps it */
        question->whole = lesson_of(L)->source;
    }
    lua_pop(L, 1);
}

void lesson_check_bank(lua_State *L)
{
    static const char *const none[] = {NULL};
    static const char *const keys[] = {"ask", "scene", "right", "why", "source", NULL};
    const struct lesson *lesson = lesson_of(L);
    struct lesson_keys scratch;
    struct luax_reader bank = {.L = L,
                               .index = lua_gettop(L),
                               .who = "quiz",
                               .line = source_line_of_key(lesson->source, "quiz")};
    int count = luax_check(&bank, none, LESSON_QUIZ_MAX);
    for (int i = 1; i <= count; i++) {
        lua_rawgeti(L, bank.index, i);
        struct luax_reader question = bank;
        question.index = lua_gettop(L);
        if (lua_type(L, -1) != LUA_TTABLE) {
            luax_fail(&bank, NULL, "quiz_entry",
                      "entry %d has to be a question in braces", i);
        }
        question.source = lesson->source;
        describe(&question, L, i);
        /* Its keys occur in every question: only `ask` gives the line. */
        question.source = NULL;
        char text[LESSON_KEY_MAX];
        luax_key(&question, "ask", text, LUAX_REQUIRED);
        int options = luax_check(&question, keys, LESSON_OPTIONS_MAX);
        if (options < 2 || luax_int(&question, "right", 1, options, 0) == 0) {
            luax_fail(
                &question, NULL, "quiz_right",
                "needs two or more answers and right = the number of the right one");
        }
        choose_read_options(&question, &scratch, options);
        lua_settop(L, bank.index);
    }
}

static int ask_next(lua_State *L, lua_KContext asked)
{
    struct lesson *lesson = card_begin(L, "quiz.run", CARD_ask);
    lua_getfield(L, LUA_REGISTRYINDEX, LESSON_BANK);
    lua_rawgeti(L, -1, lesson->quiz_order[asked]);
    struct luax_reader question = {.L = L, .index = lua_gettop(L)};
    describe(&question, L, lesson->quiz_order[asked]);
    choose_read(&question, lesson, "ask", NULL);
    lesson->card.quiz_index = (int)asked + 1;
    lesson->card.quiz_count = lesson->quiz_asks;
    lesson->card.quiz_take = lesson->quiz_take;
    lua_settop(L, 0);
    return card_hand_out(L, asked, answered);
}

static int answered(lua_State *L, int status, lua_KContext asked)
{
    (void)status;
    struct lesson *lesson = lesson_of(L);
    bool right = choose_mark(&lesson->card, &lesson->answer) == LESSON_RIGHT;
    lesson->quiz.asked++;
    lesson->quiz.right += right;
    lesson->quiz_right += right;
    if (asked + 1 < lesson->quiz_asks) {
        return ask_next(L, asked + 1);
    }
    lua_pushinteger(L, lesson->quiz_right);
    lua_pushinteger(L, lesson->quiz_asks);
    return 2;
}

static int l_quiz_run(lua_State *L)
{
    static const char *const keys[] = {"take", NULL};
    struct lesson *lesson = lesson_of(L);
    bool bare = lua_isnoneornil(L, 1);
    struct luax_reader reader = luax_argument(L, "quiz.run");
    if (lua_getfield(L, LUA_REGISTRYINDEX, LESSON_BANK) != LUA_TTABLE ||
        lua_rawlen(L, -1) == 0) {
        return luax_fail(&reader, NULL, "no_quiz",
                         "the lesson has no questions; give its table quiz = { ... }");
    }
    int count = (int)lua_rawlen(L, -1);
    int take = count;
    if (!bare) {
        luax_check(&reader, keys, 0);
        take = luax_int(&reader, "take", 1, count, count);
    }
    lesson_shuffle(lesson, lesson->quiz_order, count);
    for (int i = 0; i < count; i++) {
        /* Lua counts from 1. A draft keeps the order in which they are written. */
        lesson->quiz_order[i] = lesson->draft ? i + 1 : lesson->quiz_order[i] + 1;
    }
    lesson->quiz_take = take;
    lesson->quiz_asks = lesson->draft ? count : take;
    lesson->quiz_right = 0;
    return ask_next(L, 0);
}

const luaL_Reg l_quiz[] = {{"quiz.run", l_quiz_run}, {NULL, NULL}};
