/* SPDX-License-Identifier: MIT */
#include "conf/data.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/plain.h"

enum {
    FILE_BYTES_MAX = 1 << 20,
    MEMORY_MAX = 8 << 20,
    /* A loop that makes and drops long strings stays small but takes minutes: the sum of
     * its requests is limited too. */
    ASKED_MAX = 64 << 20,
    INSTRUCTIONS_MAX = 1000000,
    VALUES_MAX = 20000, /* shared tables can grow to more than memory holds */
    PATH_TEXT_MAX = 160,
};

struct memory {
    size_t used;
    size_t asked;
    bool endless; /* stopped by its budget of steps */
};

struct copy {
    lua_State *lua;
    const char *file;
    char path[PATH_TEXT_MAX]; /* "profiles.adult.depth_mm", for the sentence */
    size_t values;
};

static void *allocate(void *context, void *block, size_t old_size, size_t new_size)
{
    struct memory *memory = context;
    size_t old = block ? old_size : 0; /* for a new block it holds the kind of object */
    if (new_size == 0) {
        free(block);
        memory->used -= old;
        return NULL;
    }
    size_t more = new_size > old ? new_size - old : 0;
    if (memory->used + more > MEMORY_MAX || memory->asked + more > ASKED_MAX) {
        return NULL;
    }
    void *fresh = realloc(block, new_size);
    if (fresh) {
        memory->used = memory->used - old + new_size;
        memory->asked += more;
    }
    return fresh;
}

/* Once the budget is gone every further instruction raises again, so that nothing that
 * catches an error can go on. */
static void over_budget(lua_State *lua, lua_Debug *at)
{
    void *memory = NULL;
    lua_getallocf(lua, &memory);
    ((struct memory *)memory)->endless = true;
    lua_sethook(lua, over_budget, LUA_MASKCOUNT, 1);
    lua_getinfo(lua, "l", at);
    lua_pushfstring(lua,
                    ":%d: still running after a million steps; "
                    "a data file only has to return a table",
                    at->currentline);
    lua_error(lua);
}

static const char *article_name(int type)
{
    switch (type) {
    case LUA_TNIL: return "nothing";
    case LUA_TBOOLEAN: return "true or false";
    case LUA_TNUMBER: return "a number";
    case LUA_TSTRING: return "a string";
    case LUA_TFUNCTION: return "a function";
    default: return "something that is not data";
    }
}

/* The error on top of the stack as one sentence. Chunks are named "", so Lua's own
 * messages begin with ":<line>:". */
static void say_lua_error(lua_State *lua, int status, const char *file)
{
    if (status == LUA_ERRMEM) {
        err_set_as("data_memory",
                   "%s: needs more memory than the 8 MiB a data file may use; make it "
                   "smaller",
                   file);
        return;
    }
    if (lua_type(lua, -1) != LUA_TSTRING) {
        err_set_as("error_no_text", "%s: stopped with an error that is not text", file);
        return;
    }
    const char *text = lua_tostring(lua, -1);
    void *memory = NULL;
    lua_getallocf(lua, &memory);
    bool endless = ((struct memory *)memory)->endless;
    err_set_as(endless ? "data_endless" : "", "%s%s%s", file, text[0] == ':' ? "" : ": ",
               text);
}

/* Runs the chunk; true with its one value on top of the stack. */
static bool run(lua_State *lua, const char *file, const char *bytes, size_t length)
{
    if (length > 0 && bytes[0] == LUA_SIGNATURE[0]) {
        return err_set_as("compiled",
                          "%s: is a compiled chunk; a data file has to be text", file);
    }
    lua_sethook(lua, over_budget, LUA_MASKCOUNT, INSTRUCTIONS_MAX);
    int status = luaL_loadbufferx(lua, bytes, length, "=", "t");
    if (status == LUA_OK) {
        status = lua_pcall(lua, 0, 1, 0);
    }
    lua_sethook(lua, NULL, 0, 0);
    if (status != LUA_OK) {
        say_lua_error(lua, status, file);
        return false;
    }
    if (lua_type(lua, -1) != LUA_TTABLE) {
        return err_set_as("data_returns",
                          "%s: returns %s; it has to end in return { key = value, ... }",
                          file, article_name(lua_type(lua, -1)));
    }
    return true;
}

static char *duplicate(const char *text)
{
    char *copy = strdup(text);
    assert(copy);
    return copy;
}

/* From here on only calls that neither raise nor allocate in Lua. */

static bool copy_text(struct copy *copy, struct conf_data *to)
{
    size_t length = 0;
    const char *text = lua_tolstring(copy->lua, -1, &length);
    if (!str_is_utf8(text, length)) {
        return err_set_as("not_utf8", "%s: %s is not UTF-8 text; save the file as UTF-8",
                          copy->file, copy->path);
    }
    to->kind = CONF_TEXT;
    to->text = duplicate(text);
    return true;
}

static bool copy_number(struct copy *copy, struct conf_data *to)
{
    to->kind = CONF_NUMBER;
    to->number = lua_tonumber(copy->lua, -1);
    if (!isfinite(to->number)) {
        return err_set_as("not_finite", "%s: %s is not a finite number", copy->file,
                          copy->path);
    }
    return true;
}

/* The key below the value on top: a name or a place in a list. */
static bool copy_key(struct copy *copy, struct conf_data *to)
{
    char text[CONF_DATA_KEY_MAX];
    if (lua_isinteger(copy->lua, -2) && lua_tointeger(copy->lua, -2) >= 1) {
        to->index = lua_tointeger(copy->lua, -2);
        str_format(text, sizeof text, "[%" PRId64 "]", to->index);
    } else if (lua_type(copy->lua, -2) == LUA_TSTRING) {
        size_t length = 0;
        const char *name = lua_tolstring(copy->lua, -2, &length);
        if (length == 0 || length >= sizeof text || !str_is_utf8(name, length)) {
            return err_set_as(
                "key_empty",
                "%s: %s has a key that is empty, not UTF-8 text, or longer than "
                "%d bytes",
                copy->file, copy->path[0] ? copy->path : "the file",
                CONF_DATA_KEY_MAX - 1);
        }
        str_copy(text, sizeof text, name);
    } else {
        return err_set_as("key_what",
                          "%s: %s has a key that is %s; write a name or a plain list",
                          copy->file, copy->path[0] ? copy->path : "the file",
                          article_name(lua_type(copy->lua, -2)));
    }
    to->key = duplicate(text);
    return true;
}

static int by_key(const void *a, const void *b)
{
    const struct conf_data *left = a;
    const struct conf_data *right = b;
    if (left->index != right->index && left->index > 0 && right->index > 0) {
        return left->index < right->index ? -1 : 1;
    }
    if ((left->index > 0) != (right->index > 0)) {
        return left->index > 0 ? -1 : 1;
    }
    return strcmp(left->key, right->key);
}

bool conf_data_sort(struct conf_data *table)
{
    bool sorted = true;
    for (size_t i = 1; i < table->count && sorted; i++) {
        sorted = by_key(&table->items[i - 1], &table->items[i]) < 0;
    }
    if (sorted) {
        return true; /* as most files are */
    }
    qsort(table->items, table->count, sizeof *table->items, by_key);
    for (size_t i = 1; i < table->count; i++) {
        if (by_key(&table->items[i - 1], &table->items[i]) == 0) {
            return false;
        }
    }
    return true;
}

static bool copy_table(struct copy *copy, struct conf_data *to, int depth);

static bool copy_value(struct copy *copy, struct conf_data *to, int depth)
{
    if (++copy->values > VALUES_MAX) {
        return err_set_as("data_values", "%s: holds more than %d values", copy->file,
                          VALUES_MAX);
    }
    switch (lua_type(copy->lua, -1)) {
    case LUA_TSTRING: return copy_text(copy, to);
    case LUA_TNUMBER: return copy_number(copy, to);
    case LUA_TBOOLEAN:
        to->kind = CONF_BOOL;
        to->boolean = lua_toboolean(copy->lua, -1);
        return true;
    case LUA_TTABLE: return copy_table(copy, to, depth + 1);
    default:
        return err_set_as("data_what",
                          "%s: %s is %s; write a text, a number, true, false or a table",
                          copy->file, copy->path, article_name(lua_type(copy->lua, -1)));
    }
}

/* One key and value, which stand on top of the stack; the path names it meanwhile. */
static bool copy_item(struct copy *copy, struct conf_data *to, int depth)
{
    size_t length = strlen(copy->path);
    if (!copy_key(copy, to)) {
        return false;
    }
    str_format(copy->path + length, sizeof copy->path - length, "%s%s",
               length > 0 && to->index == 0 ? "." : "", to->key);
    bool copied = copy_value(copy, to, depth);
    copy->path[length] = '\0';
    return copied;
}

static bool copy_table(struct copy *copy, struct conf_data *to, int depth)
{
    to->kind = CONF_TABLE;
    if (depth > CONF_DATA_DEPTH_MAX || !lua_checkstack(copy->lua, 3)) {
        return err_set_as("data_deep", "%s: %s is nested deeper than %d tables",
                          copy->file, copy->path, CONF_DATA_DEPTH_MAX);
    }
    size_t room = 0;
    lua_pushnil(copy->lua);
    while (lua_next(copy->lua, -2)) {
        if (to->count == room) {
            room = room ? room * 2 : 8;
            to->items = realloc(to->items, room * sizeof *to->items);
            assert(to->items);
        }
        struct conf_data *item = &to->items[to->count++];
        *item = (struct conf_data){0};
        if (!copy_item(copy, item, depth)) {
            return false;
        }
        lua_pop(copy->lua, 1);
    }
    conf_data_sort(to); /* a table of Lua's has no key twice */
    return true;
}

static struct conf_data *parse_by_lua(const char *file, const char *bytes, size_t length)
{
    struct memory memory = {0};
    lua_State *lua = lua_newstate(allocate, &memory);
    assert(lua);
    struct copy copy = {.lua = lua, .file = file};
    struct conf_data *data = calloc(1, sizeof *data);
    assert(data);
    if (!run(lua, file, bytes, length) || !copy_table(&copy, data, 0)) {
        conf_data_free(data);
        data = NULL;
    }
    lua_close(lua);
    return data;
}

struct conf_data *conf_data_parse(const char *file, const char *bytes, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF"; /* of Windows editors, before UTF-8 */

    if (length >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0) {
        bytes += sizeof mark - 1;
        length -= sizeof mark - 1;
    }
    struct conf_data *data = conf_plain_parse(bytes, length);
    return data ? data : parse_by_lua(file, bytes, length);
}

struct conf_data *conf_data_load(const char *path)
{
    size_t length = 0;
    char *bytes = file_read(path, FILE_BYTES_MAX, &length);
    if (!bytes) {
        return NULL;
    }
    struct conf_data *data = conf_data_parse(path, bytes, length);
    free(bytes);
    return data;
}

static void free_inside(struct conf_data *data)
{
    for (size_t i = 0; i < data->count; i++) {
        free_inside(&data->items[i]);
    }
    free(data->items);
    free(data->key);
    free(data->text);
}

void conf_data_free(struct conf_data *data)
{
    if (data) {
        free_inside(data);
        free(data);
    }
}
