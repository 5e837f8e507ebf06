/* SPDX-License-Identifier: MIT */
#include "lesson/pressing.h"

#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "base/str.h"
#include "cpr/figures.h"

enum { SECONDS_MIN = 5, SECONDS_MAX = 600 };

/* False: a result never has it, so that a misspelt name is an error. */
static bool is_known(const char *name)
{
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        if (str_equal(cpr_figure(i)->member, name)) {
            return true;
        }
    }
    for (size_t i = 0; i < CPR_VERDICT_COUNT; i++) {
        if (str_equal(cpr_verdict(i)->name, name)) {
            return true;
        }
    }
    return str_equal(name, "advice") || str_equal(name, "measured") ||
           str_equal(name, "trusted");
}

static int missing_name(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return is_known(name)
               ? 0 /* not measured this time: nil */
               : lesson_fail(L, 1, "result_name", "a result has no \"%s\"", name);
}

/* A figure into the table on top of the stack. Without a run there are counts of nothing,
 * and no means. */
static void set_figure(lua_State *L, const struct lesson_run *run, size_t index)
{
    static const struct cpr_result nothing;

    const struct cpr_figure *figure = cpr_figure(index);
    bool whole = figure->unit == CPR_UNIT_COUNT || figure->unit == CPR_UNIT_FLAG;
    double value = cpr_figure_value(run->measured ? &run->result : &nothing, index);
    if (isnan(value) || (!whole && !run->measured)) {
        return;
    }
    if (figure->unit == CPR_UNIT_COUNT) {
        lua_pushinteger(L, (lua_Integer)value);
    } else if (figure->unit == CPR_UNIT_FLAG) {
        lua_pushboolean(L, value > 0);
    } else {
        lua_pushnumber(L, value);
    }
    lua_setfield(L, -2, figure->member);
}

static void set_bool(lua_State *L, const char *name, bool value)
{
    lua_pushboolean(L, value);
    lua_setfield(L, -2, name);
}

static void set_word(lua_State *L, const char *name, const char *word)
{
    lua_pushstring(L, word);
    lua_setfield(L, -2, name);
}

/* What is good and what to change, into the table on top of the stack. */
static void set_verdicts(lua_State *L, const struct lesson_run *run)
{
    for (size_t i = 0; i < CPR_VERDICT_COUNT; i++) {
        enum cpr_label label = cpr_verdict_value(&run->result, i);
        if (label != CPR_NOT_JUDGED) {
            set_word(L, cpr_verdict(i)->name, cpr_label_name(label));
        }
    }
    set_word(L, "advice", cpr_debrief_word(run->advice));
}

int pressing_result(lua_State *L, const struct lesson *lesson)
{
    const struct lesson_run *run = &lesson->answer.run;
    bool trusted = run->measured && run->result.trust == 0;
    lua_createtable(L, 0, CPR_FIGURE_COUNT + CPR_VERDICT_COUNT + 3);
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        set_figure(L, run, i);
    }
    if (trusted) {
        set_verdicts(L, run);
    }
    set_bool(L, "measured", run->measured);
    set_bool(L, "trusted", trusted);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, missing_name);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    return 1;
}

static const char *const fields[PRESSING_FIELDS] = {"seconds", "guideline", "breaths",
                                                    "text", "scene"};

size_t pressing_fields(const char **out)
{
    memcpy(out, fields, sizeof fields);
    return PRESSING_FIELDS;
}

void pressing_read_run(const struct luax_reader *reader, struct lesson *lesson)
{
    lesson->card.seconds = luax_number(reader, "seconds", SECONDS_MIN, SECONDS_MAX);
    luax_key(reader, "guideline", lesson->keys.guideline, LUAX_OPTIONAL);
    lesson->card.breaths = luax_bool(reader, "breaths");
    luax_key(reader, "text", lesson->keys.text, LUAX_OPTIONAL);
    luax_key(reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
}

void pressing_read(const struct luax_reader *reader, struct lesson *lesson)
{
    const char *known[PRESSING_FIELDS + 1] = {0};
    pressing_fields(known);
    luax_check(reader, known, 0);
    pressing_read_run(reader, lesson);
}

/* Any run is an answer, and so is NULL. */
bool pressing_fits(const struct lesson_card *card, const struct lesson_answer *answer)
{
    (void)card;
    (void)answer;
    return true;
}

size_t pressing_ways(const struct lesson_card *card)
{
    (void)card;
    return ROBOT_MANNERS;
}

const struct robot_manner *pressing_give(struct robot *robot,
                                         const struct lesson_card *card, size_t way,
                                         struct lesson_answer *answer)
{
    answer->run = *robot_press(&robot->runs, robot->guidelines, card, way);
    return robot_manner(way);
}
