/* SPDX-License-Identifier: MIT */
/*
 * The table a lesson returns: what the catalogue shows, the quiz bank, and run().
 */
#include <string.h>

#include <lauxlib.h>

#include "base/str.h"
#include "lesson/luax.h"
#include "lesson/source.h"

static void read_id(const struct luax_reader *reader, struct lesson_info *info)
{
    char id[LESSON_KEY_MAX];
    luax_key(reader, "id", id, LUAX_REQUIRED);
    const char *slash = strrchr(info->folder, '/');
    const char *folder = slash ? slash + 1 : info->folder;
    if (strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(id) ||
        !str_copy(info->id, sizeof info->id, id)) {
        luax_fail(reader, "id", "id_letters",
                  "id has to be a-z, 0-9 and -, at most %d of them", LESSON_ID_MAX - 1);
    }
    if (!str_equal(id, folder)) {
        luax_fail(reader, "id", "id_folder",
                  "id is \"%s\", but the folder is called \"%s\"", id, folder);
    }
}

static void read_topic(const struct luax_reader *reader, struct lesson_info *info)
{
    char topic[LESSON_KEY_MAX];
    luax_key(reader, "topic", topic, LUAX_OPTIONAL);
    if (!str_copy(info->topic, sizeof info->topic, topic)) {
        luax_fail(reader, "topic", "topic_long", "topic is longer than %d bytes",
                  LESSON_ID_MAX - 1);
    }
}

/* What a list shows of it. */
static void read_picture(const struct luax_reader *reader, struct lesson_info *info)
{
    char picture[LESSON_KEY_MAX];
    luax_key(reader, "picture", picture, LUAX_OPTIONAL);
    if (picture[0] == '\0') {
        source_first_scene(reader->source, info->picture, sizeof info->picture);
    } else if (!str_copy(info->picture, sizeof info->picture, picture)) {
        luax_fail(reader, "picture", "picture_long", "picture is longer than %d bytes",
                  LESSON_ID_MAX - 1);
    }
}

/* A list of short texts under `key`; returns how many. Leaves the stack as it was. */
static size_t read_list(const struct luax_reader *reader, const char *key,
                        char (*out)[LESSON_KEY_MAX], int max)
{
    static const char *const none[] = {NULL};
    lua_State *L = reader->L;
    int count = 0;
    if (lua_getfield(L, reader->index, key) != LUA_TNIL) {
        struct luax_reader list = {.L = L,
                                   .index = lua_gettop(L),
                                   .who = key,
                                   .line = source_line_of_key(reader->source, key)};
        count = luax_check(&list, none, max);
        luax_list(&list, out, count);
    }
    lua_pop(L, 1);
    return (size_t)count;
}

static void read_audience(const struct luax_reader *reader, struct lesson_info *info)
{
    char audience[LESSON_LIST_MAX][LESSON_KEY_MAX];
    info->audience_count = read_list(reader, "audience", audience, LESSON_LIST_MAX);
    for (size_t i = 0; i < info->audience_count; i++) {
        if (!str_copy(info->audience[i], LESSON_ID_MAX, audience[i])) {
            luax_fail(reader, "audience", "audience_long",
                      "\"%s\" is longer than %d bytes", audience[i], LESSON_ID_MAX - 1);
        }
    }
}

void lesson_read_table(lua_State *L)
{
    static const char *const keys[] = {"api",   "id",       "version", "minutes",
                                       "topic", "audience", "sources", "unsigned",
                                       "quiz",  "run",      "picture", NULL};
    struct lesson *lesson = lesson_of(L);
    struct lesson_info *info = &lesson->info;
    struct luax_reader reader = {.L = L,
                                 .index = lua_gettop(L),
                                 .who = "lesson",
                                 .source = lesson->source,
                                 .line = 1};
    if (lua_type(L, -1) != LUA_TTABLE) {
        luax_fail(&reader, NULL, "no_table",
                  "the file has to end in return { api = 1, ... }");
    }
    if (luax_int(&reader, "api", LESSON_API, LESSON_API, 0) != LESSON_API) {
        luax_fail(&reader, "api", "no_api", "api = 1 is missing");
    }
    luax_check(&reader, keys, 0);
    read_id(&reader, info);
    read_topic(&reader, info);
    read_picture(&reader, info);
    info->version = luax_int(&reader, "version", 1, LESSON_VERSION_MAX, 1);
    info->minutes = luax_int(&reader, "minutes", 1, LESSON_MINUTES_MAX, 0);
    if (info->minutes == 0) {
        luax_fail(&reader, "minutes", "no_minutes", "minutes = ... is missing");
    }
    read_audience(&reader, info);
    info->source_count = read_list(&reader, "sources", info->sources, LESSON_LIST_MAX);
    info->unsigned_count =
        read_list(&reader, "unsigned", info->unsigned_keys, LESSON_UNSIGNED_MAX);
    if (lua_getfield(L, reader.index, "quiz") != LUA_TNIL) {
        lesson_check_bank(L);
    }
    lua_pop(L, 1);
    if (lua_getfield(L, reader.index, "run") != LUA_TFUNCTION) {
        luax_fail(&reader, "run", "no_run", "run = function() ... end is missing");
    }
    lua_pop(L, 1);
}
