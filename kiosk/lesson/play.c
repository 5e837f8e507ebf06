/* SPDX-License-Identifier: MIT */
#include "lesson/play.h"

#include <assert.h>

#include <lauxlib.h>

/* How long a robot takes; a lesson may praise who is fast, or help who is slow. */
enum { ROBOT_STEP_S = 4, SECONDS_MAX = 24 * 3600 };

void play_add(struct lesson *lesson, const char *name)
{
    assert(lesson->card.play_count < LESSON_PLAY_MAX);
    lesson->card.play_steps[lesson->card.play_count++] = name;
}

void play_read_text(const struct luax_reader *reader, struct lesson *lesson,
                    enum luax_need text)
{
    luax_key(reader, "text", lesson->keys.text, text);
    luax_key(reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    luax_key(reader, "source", lesson->keys.source, LUAX_OPTIONAL);
}

bool play_fits(const struct lesson_card *card, const struct lesson_answer *answer)
{
    const struct lesson_play *play = &answer->play;
    return play->slips < 1u << card->play_count && play->seconds >= 0 &&
           play->seconds <= SECONDS_MAX;
}

static int missing_name(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return lesson_fail(L, 1, "played_name", "how it was played has no \"%s\"", name);
}

/* Of a card that was gone past, no step was right and no time was taken. */
int play_result(lua_State *L, const struct lesson *lesson)
{
    const struct lesson_card *card = &lesson->card;
    const struct lesson_play *play = &lesson->answer.play;
    int right = 0;
    lua_createtable(L, 0, LESSON_PLAY_MAX + 4);
    for (size_t i = 0; i < card->play_count; i++) {
        bool at_once = play->done && (play->slips >> i & 1) == 0;
        right += at_once;
        lua_pushboolean(L, at_once);
        lua_setfield(L, -2, card->play_steps[i]);
    }
    lua_pushboolean(L, play->done);
    lua_setfield(L, -2, "done");
    lua_pushinteger(L, right);
    lua_setfield(L, -2, "right");
    lua_pushinteger(L, (lua_Integer)card->play_count);
    lua_setfield(L, -2, "asked");
    lua_pushinteger(L, play->done ? play->seconds : 0);
    lua_setfield(L, -2, "seconds");
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, missing_name);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    return 1;
}

/* All at once, one slip each, a slip everywhere, and past it. */
size_t play_ways(const struct lesson_card *card)
{
    return card->play_count + 3;
}

const struct robot_manner *play_give(struct robot *robot, const struct lesson_card *card,
                                     size_t way, struct lesson_answer *answer)
{
    static const struct robot_manner past = {"manner_past", NULL};

    (void)robot;
    size_t count = card->play_count;
    if (way == count + 2) {
        return &past;
    }
    unsigned all = (1u << count) - 1;
    unsigned slips = way == 0 ? 0 : way <= count ? 1u << (way - 1) : all;
    int slipped = way == 0 ? 0 : way <= count ? 1 : (int)count;
    answer->play = (struct lesson_play){
        .done = true, .slips = slips, .seconds = ROBOT_STEP_S * ((int)count + slipped)};
    return NULL;
}
