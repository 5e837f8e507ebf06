/* SPDX-License-Identifier: MIT */
/* card.show: a text, and optionally a number shown large with its unit. */
#include <math.h>

#include "base/str.h"
#include "lesson/card.h"

enum { VALUE_MAX = 1000000000 };

/* A whole number without decimals, any other with one. */
static void read_value(const struct luax_reader *reader, struct lesson *lesson)
{
    lesson->card.show.value = lesson->keys.value;
    if (lua_getfield(reader->L, reader->index, "value") == LUA_TNIL) {
        lua_pop(reader->L, 1);
        return;
    }
    lua_pop(reader->L, 1);
    double value = luax_number(reader, "value", -VALUE_MAX, VALUE_MAX);
    bool whole = value == floor(value);
    str_format(lesson->keys.value, sizeof lesson->keys.value, whole ? "%.0f" : "%.1f",
               value + 0.0);
}

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "scene", "value", "unit", "source", NULL};
    luax_check(reader, keys, 0);
    luax_key(reader, "text", lesson->keys.text, LUAX_REQUIRED);
    luax_key(reader, "scene", lesson->keys.scene, LUAX_OPTIONAL);
    luax_key(reader, "source", lesson->keys.source, LUAX_OPTIONAL);
    luax_key(reader, "unit", lesson->keys.unit, LUAX_OPTIONAL);
    read_value(reader, lesson);
}

const struct card_kind card_kind_show = {.function = "card.show", .read = read_card};
