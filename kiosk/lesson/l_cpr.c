/* SPDX-License-Identifier: MIT */
/*
 * cpr.coach: pressing with help, and then one card that tells the visitor the one thing
 * to change, or praises. What is found, and in which order, is a row of `tips`; the
 * words are the lesson's own, under the name of the row.
 */
#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "base/str.h"
#include "cpr/figures.h"
#include "lesson/pressing.h"

#define COACH "cpr.coach"

enum { FIELDS_MAX = 20, NO_FIGURE = CPR_FIGURE_COUNT };

static bool is_not_measured(const struct lesson_run *run)
{
    return !run->measured;
}

static bool is_not_trusted(const struct lesson_run *run)
{
    return run->result.trust != 0;
}

static bool is_too_little(const struct lesson_run *run)
{
    return isnan(run->result.mean_rate_cpm);
}

static bool is_shallow(const struct lesson_run *run)
{
    return run->result.depth_verdict == CPR_SHALLOW;
}

static bool is_deep(const struct lesson_run *run)
{
    return run->result.depth_verdict == CPR_DEEP;
}

static bool is_slow(const struct lesson_run *run)
{
    return run->result.rate_verdict == CPR_SLOW;
}

static bool is_fast(const struct lesson_run *run)
{
    return run->result.rate_verdict == CPR_FAST;
}

/* Praise is for what was measured and right. The guideline for light people judges no
 * depth: there it is enough that it was measured. */
static bool is_well_pressed(const struct lesson_run *run)
{
    const struct cpr_result *result = &run->result;
    return !isnan(result->mean_depth_mm) && result->rate_verdict == CPR_OK &&
           result->recoil_verdict == CPR_OK;
}

static bool always(const struct lesson_run *run)
{
    (void)run;
    return true;
}

/*
 * The first that holds is told: one number, one tip, since more would be forgotten. Depth
 * comes before rate and rate before release, as in the advice while one presses.
 */
static const struct tip {
    const char *name; /* of the text, and of the field that names another one */
    bool (*holds)(const struct lesson_run *run);
    int figure;        /* shown large, as a whole number */
    const char *unit;  /* text of its unit */
    bool by_guideline; /* tells what the guideline says: it has the card's source */
    enum lesson_card_kind kind;
} tips[] = {
    {"no_manikin", is_not_measured, NO_FIGURE, "", true, CARD_show},
    {"not_trusted", is_not_trusted, NO_FIGURE, "", false, CARD_show},
    {"too_little", is_too_little, NO_FIGURE, "", false, CARD_show},
    {"too_shallow", is_shallow, CPR_FIGURE_mean_depth_mm, "mm", true, CARD_show},
    {"too_deep", is_deep, CPR_FIGURE_mean_depth_mm, "mm", true, CARD_show},
    {"too_slow", is_slow, CPR_FIGURE_mean_rate_cpm, "a_minute", true, CARD_show},
    {"too_fast", is_fast, CPR_FIGURE_mean_rate_cpm, "a_minute", true, CARD_show},
    {"well_pressed", is_well_pressed, NO_FIGURE, "", true, CARD_praise},
    {"not_released", always, NO_FIGURE, "", true, CARD_show},
};

enum { TIPS = sizeof tips / sizeof *tips };

/* How a tip is told: the text of its own name and the picture of the pressing, where
 * the author has not said otherwise: `name = "key"` or `name = { "key", scene = }`. */
static void read_told(const struct luax_reader *reader, const char *name,
                      struct lesson_keys *keys)
{
    static const char *const names[] = {"scene", NULL};
    char key[1][LESSON_KEY_MAX];
    if (lua_getfield(reader->L, reader->index, name) != LUA_TTABLE) {
        lua_pop(reader->L, 1);
        luax_key(reader, name, keys->text, LUAX_OPTIONAL);
        if (keys->text[0] == '\0') {
            str_copy(keys->text, sizeof keys->text, name);
        }
        luax_key(reader, "scene", keys->scene, LUAX_OPTIONAL);
        return;
    }
    struct luax_reader told = *reader;
    told.index = lua_gettop(reader->L);
    told.who = lua_pushfstring(reader->L, "%s of %s", name, reader->who);
    if (luax_check(&told, names, 1) != 1) {
        luax_fail(&told, NULL, "tip_table",
                  "has to be \"key\" or { \"key\", scene = \"...\" }");
    }
    luax_list(&told, key, 1);
    memcpy(keys->text, key[0], LESSON_KEY_MAX);
    luax_key(&told, "scene", keys->scene, LUAX_OPTIONAL);
    lua_settop(reader->L, told.index - 1);
    if (keys->scene[0] == '\0') {
        luax_key(reader, "scene", keys->scene, LUAX_OPTIONAL);
    }
}

static const struct tip *find(const struct lesson_run *run)
{
    const struct tip *tip = tips;
    while (!tip->holds(run)) {
        tip++; /* the last one holds */
    }
    return tip;
}

static int told(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    lua_settop(L, 2); /* what was written, and the result */
    return 1;
}

static int pressed(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    const struct lesson_run *run = &lesson_of(L)->answer.run;
    const struct tip *tip = find(run);
    const struct luax_reader reader = {.L = L, .index = 1, .who = COACH};
    pressing_result(L, lesson_of(L)); /* stays on the stack for the script */
    struct lesson *lesson = card_begin(L, COACH, tip->kind);
    read_told(&reader, tip->name, &lesson->keys);
    if (tip->by_guideline) {
        luax_key(&reader, "source", lesson->keys.source, LUAX_OPTIONAL);
    }
    if (tip->kind == CARD_show) {
        lesson->card.show.value = lesson->keys.value;
    }
    if (tip->figure != NO_FIGURE) {
        double value = cpr_figure_value(&run->result, (size_t)tip->figure);
        str_format(lesson->keys.value, sizeof lesson->keys.value, "%.0f",
                   floor(value + 0.5));
        str_copy(lesson->keys.unit, sizeof lesson->keys.unit, tip->unit);
    }
    return card_hand_out(L, 0, told);
}

/* Everything is looked at before the visitor presses: a mistake in what is told once in a
 * while would be found too late. */
static void check(const struct luax_reader *reader)
{
    const char *keys[FIELDS_MAX] = {0};
    size_t count = pressing_fields(keys);
    struct lesson_keys scratch;
    keys[count++] = "source";
    for (size_t i = 0; i < TIPS; i++) {
        keys[count++] = tips[i].name;
    }
    luax_check(reader, keys, 0);
    luax_key(reader, "source", scratch.source, LUAX_OPTIONAL);
    for (size_t i = 0; i < TIPS; i++) {
        read_told(reader, tips[i].name, &scratch);
    }
}

static int l_cpr_coach(lua_State *L)
{
    struct luax_reader reader = luax_argument(L, COACH);
    struct lesson *lesson = card_begin(L, COACH, CARD_practice);
    check(&reader);
    pressing_read_run(&reader, lesson);
    return card_hand_out(L, 0, pressed);
}

const luaL_Reg l_cpr[] = {{COACH, l_cpr_coach}, {NULL, NULL}};
