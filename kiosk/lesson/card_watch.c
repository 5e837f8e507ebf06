/* SPDX-License-Identifier: MIT */
/*
 * scene.watch: a picture that moves, from one moment to the next, with a line of words
 * for each.
 */
#include <string.h>

#include "lesson/card.h"

/* The table on top of the stack is moment `i`, 0-based. It stays there. */
static void read_moment(const struct luax_reader *reader, struct lesson *lesson, int i)
{
    static const char *const names[] = {"scene", NULL};
    char key[1][LESSON_KEY_MAX];
    struct luax_reader moment = *reader;
    moment.index = lua_gettop(reader->L);
    moment.who = lua_pushfstring(reader->L, "moment %d of %s", i + 1, reader->who);
    if (luax_check(&moment, names, 1) != 1) {
        luax_fail(&moment, NULL, "moment_table",
                  "has to be { \"key\", scene = \"...\" }");
    }
    luax_list(&moment, key, 1);
    memcpy(lesson->keys.moments[i].text, key[0], LESSON_KEY_MAX);
    luax_key(&moment, "scene", lesson->keys.moments[i].scene, LUAX_OPTIONAL);
    lua_pop(reader->L, 1);
}

/* A moment that names no picture keeps the one before it. */
static void read_moments(const struct luax_reader *reader, struct lesson *lesson,
                         int count)
{
    const char *before = lesson->keys.scene;
    for (int i = 0; i < count; i++) {
        struct lesson_moment_keys *keys = &lesson->keys.moments[i];
        if (lua_rawgeti(reader->L, reader->index, i + 1) == LUA_TTABLE) {
            read_moment(reader, lesson, i);
        } else {
            luax_entry(reader, i + 1, keys->text);
        }
        lua_pop(reader->L, 1);
        if (keys->scene[0] == '\0') {
            memcpy(keys->scene, before, LESSON_KEY_MAX);
        }
        if (keys->scene[0] == '\0') {
            luax_fail(reader, NULL, "moment_scene",
                      "nothing to watch at moment %d; write scene = \"...\"", i + 1);
        }
        before = keys->scene;
    }
}

static void read_card(const struct luax_reader *reader, struct lesson *lesson)
{
    static const char *const keys[] = {"text", "scene", "source", NULL};
    int count = luax_check(reader, keys, LESSON_MOMENTS_MAX);
    luax_key(reader, "text", lesson->keys.text, LUAX_REQUIRED);
    luax_key(reader, "scene", lesson->keys.scene,
             count == 0 ? LUAX_REQUIRED : LUAX_OPTIONAL);
    luax_key(reader, "source", lesson->keys.source, LUAX_OPTIONAL);
    read_moments(reader, lesson, count);
    lesson->card.watch.moment_count = (size_t)count;
    if (count > 0 && lesson->keys.scene[0] == '\0') { /* what it begins with */
        memcpy(lesson->keys.scene, lesson->keys.moments[0].scene, LESSON_KEY_MAX);
    }
}

static void look_up(struct lesson *lesson, const struct conf_texts *texts,
                    const char **missing)
{
    for (size_t i = 0; i < lesson->card.watch.moment_count; i++) {
        struct lesson_moment *moment = &lesson->card.watch.moments[i];
        moment->scene = lesson->keys.moments[i].scene;
        moment->text_key = lesson->keys.moments[i].text;
        moment->text = card_text(texts, moment->text_key, missing);
    }
}

const struct card_kind card_kind_watch = {
    .function = "scene.watch", .read = read_card, .look_up = look_up};
