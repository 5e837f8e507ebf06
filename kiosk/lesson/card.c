/* SPDX-License-Identifier: MIT */
#include "lesson/card.h"

#include <assert.h>
#include <string.h>

#include <lauxlib.h>

#include "conf/conf.h"

const struct card_kind *card_kind_of(enum lesson_card_kind kind)
{
    static const struct card_kind *const kinds[CARD_KINDS] = {
#define CARD(name, members) &card_kind_##name,
#include "lesson/cards.def"
#undef CARD
    };
    assert((int)kind >= 0 && kind < CARD_KINDS);
    return kinds[kind];
}

bool lesson_answer_fits(const struct lesson_card *card,
                        const struct lesson_answer *answer)
{
    const struct card_kind *kind = card_kind_of(card->kind);
    return !kind->fits || (answer && kind->fits(card, answer));
}

enum lesson_mark lesson_mark(const struct lesson_card *card,
                             const struct lesson_answer *answer)
{
    const struct card_kind *kind = card_kind_of(card->kind);
    return kind->mark ? kind->mark(card, answer) : LESSON_UNMARKED;
}

const char *lesson_function(size_t index)
{
    static const luaL_Reg *const modules[] = {
#define LUA_MODULE(name) l_##name,
#include "lesson/modules.def"
#undef LUA_MODULE
        NULL};
    if (index < CARD_KINDS) {
        return card_kind_of((enum lesson_card_kind)index)->function;
    }
    index -= CARD_KINDS;
    for (size_t i = 0; modules[i]; i++) {
        for (const luaL_Reg *row = modules[i]; row->name; row++) {
            if (index-- == 0) {
                return row->name;
            }
        }
    }
    return NULL;
}

struct lesson *card_begin(lua_State *L, const char *who, enum lesson_card_kind kind)
{
    struct lesson *lesson = lesson_of(L);
    if (!lesson->running) {
        lesson_fail(L, 1, "outside_run", "%s belongs inside run = function() ... end",
                    who);
    }
    if (!lua_isyieldable(L)) {
        lesson_fail(L, 1, "cannot_wait",
                    "%s cannot wait for the visitor inside another call", who);
    }
    lua_Debug at;
    bool known = lua_getstack(L, 1, &at) && lua_getinfo(L, "l", &at);
    int step = lesson->card.step;
    memset(&lesson->card, 0, sizeof lesson->card); /* every byte of the union */
    lesson->card.kind = kind;
    lesson->card.step = step;
    lesson->card.line = known ? at.currentline : 0;
    lesson->keys = (struct lesson_keys){0};
    return lesson;
}

void card_place_options(struct lesson *lesson, int count)
{
    struct lesson_keys *keys = &lesson->keys;
    const struct lesson_keys written = *keys;
    lesson->card.option_count = (size_t)count;
    for (int i = 0; i < count; i++) {
        int from = lesson->shown[i];
        memcpy(keys->options[i], written.options[from], LESSON_KEY_MAX);
        memcpy(keys->option_whys[i], written.option_whys[from], LESSON_KEY_MAX);
        memcpy(keys->option_shows[i], written.option_shows[from], LESSON_KEY_MAX);
    }
}

void card_read_question(const struct luax_reader *reader, struct lesson *lesson,
                        const char *name)
{
    luax_key(reader, name, lesson->keys.text, LUAX_REQUIRED);
    luax_key(reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    luax_key(reader, "why", lesson->keys.why, LUAX_OPTIONAL);
    luax_key(reader, "source", lesson->keys.source, LUAX_OPTIONAL);
}

const char *card_text(const struct conf_texts *texts, const char *key,
                      const char **missing)
{
    if (key[0] == '\0') {
        return "";
    }
    const char *text = conf_text(texts, key);
    if (!text && !*missing) {
        *missing = key;
    }
    return text ? text : key;
}

const char *card_look_up(struct lesson *lesson, const struct conf_texts *texts)
{
    struct lesson_card *card = &lesson->card;
    const struct lesson_keys *keys = &lesson->keys;
    const char *missing = NULL;
    card->scene = keys->scene;
    card->source = keys->source;
    card->guideline = keys->guideline;
    card->text_key = keys->text;
    card->text = card_text(texts, keys->text, &missing);
    card->unit_key = keys->unit;
    card->unit = card_text(texts, keys->unit, &missing);
    for (size_t i = 0; i < card->option_count; i++) {
        card->option_keys[i] = keys->options[i];
        card->options[i] = card_text(texts, keys->options[i], &missing);
        card->option_why_keys[i] = keys->option_whys[i];
        card->option_whys[i] = card_text(texts, keys->option_whys[i], &missing);
        card->option_shows[i] = keys->option_shows[i];
        card->prompt_keys[i] = keys->prompts[i];
        card->prompts[i] = card_text(texts, keys->prompts[i], &missing);
    }
    card->why_key = keys->why;
    card->why = card_text(texts, keys->why, &missing);
    if (card_kind_of(card->kind)->look_up) {
        card_kind_of(card->kind)->look_up(lesson, texts, &missing);
    }
    return missing;
}

int card_hand_out(lua_State *L, lua_KContext context, lua_KFunction then)
{
    struct lesson *lesson = lesson_of(L);
    const char *missing = card_look_up(lesson, lesson->texts);
    if (missing && !lesson->draft) {
        return lesson_fail(L, 1, "no_text", "there is no text \"%s\" in text/%s.lua",
                           missing, lesson->lang);
    }
    lesson->card.step++;
    return lua_yieldk(L, 0, context, then);
}

static int answered(lua_State *L, int status, lua_KContext context)
{
    (void)status;
    (void)context;
    const struct lesson *lesson = lesson_of(L);
    const struct card_kind *kind = card_kind_of(lesson->card.kind);
    return kind->result ? kind->result(L, lesson) : 0;
}

int card_call(lua_State *L)
{
    enum lesson_card_kind number =
        (enum lesson_card_kind)lua_tointeger(L, lua_upvalueindex(1));
    const struct card_kind *kind = card_kind_of(number);
    if (kind->bare && lua_isnoneornil(L, 1)) {
        lua_settop(L, 0);
        lua_newtable(L); /* card.praise() is card.praise {} */
    }
    struct luax_reader reader = luax_argument(L, kind->function);
    struct lesson *lesson = card_begin(L, kind->function, number);
    kind->read(&reader, lesson);
    return card_hand_out(L, 0, answered);
}
