/* SPDX-License-Identifier: MIT */
/*
 * What a catalogue shows of a lesson, by the plain fields that stand before its run().
 *
 * Compiling a lesson to read its table takes ten times as long. Whatever is odd here is
 * left to that, which tells the author; what lesson.h says of a field holds here too.
 */
#include "lesson/head.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/plain.h"
#include "lesson/internal.h"
#include "lesson/source.h"

enum { SOURCE_BYTES_MAX = 256 << 10 };

static bool take_text(const struct conf_data *field, char *out, size_t size)
{
    return field->kind == CONF_TEXT && field->text[0] && str_copy(out, size, field->text);
}

static bool take_whole(const struct conf_data *field, int low, int high, int *out)
{
    bool whole = field->kind == CONF_NUMBER && field->number == floor(field->number) &&
                 field->number >= low && field->number <= high;
    *out = whole ? (int)field->number : 0;
    return whole;
}

/* Rows of `size` bytes each. */
static bool take_list(const struct conf_data *field, char *out, size_t size, size_t max,
                      size_t *count)
{
    bool sound = field->kind == CONF_TABLE && field->count <= max;
    *count = sound ? field->count : 0;
    for (size_t i = 0; sound && i < field->count; i++) {
        const struct conf_data *item = &field->items[i];
        sound = item->index > 0 &&
                strlen(item->text ? item->text : "") < LESSON_KEY_MAX &&
                take_text(item, out + i * size, size);
    }
    return sound;
}

static bool take_id(const struct conf_data *field, struct lesson_info *info)
{
    const char *slash = strrchr(info->folder, '/');
    return take_text(field, info->id, sizeof info->id) &&
           str_equal(info->id, slash ? slash + 1 : info->folder) &&
           strspn(info->id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(info->id);
}

/* One field; `api` and `minutes` are told apart, since they have to be there. */
static bool take_field(const struct conf_data *field, struct lesson_info *info, int *api)
{
    const char *key = field->index > 0 ? "" : field->key;
    if (str_equal(key, "api")) {
        return take_whole(field, LESSON_API, LESSON_API, api);
    }
    if (str_equal(key, "id")) {
        return take_id(field, info);
    }
    if (str_equal(key, "version")) {
        return take_whole(field, 1, LESSON_VERSION_MAX, &info->version);
    }
    if (str_equal(key, "minutes")) {
        return take_whole(field, 1, LESSON_MINUTES_MAX, &info->minutes);
    }
    if (str_equal(key, "topic")) {
        return take_text(field, info->topic, sizeof info->topic);
    }
    if (str_equal(key, "picture")) {
        return take_text(field, info->picture, sizeof info->picture);
    }
    if (str_equal(key, "audience")) {
        return take_list(field, *info->audience, LESSON_ID_MAX, LESSON_LIST_MAX,
                         &info->audience_count);
    }
    if (str_equal(key, "sources")) {
        return take_list(field, *info->sources, LESSON_KEY_MAX, LESSON_LIST_MAX,
                         &info->source_count);
    }
    if (str_equal(key, "unsigned")) {
        return take_list(field, *info->unsigned_keys, LESSON_KEY_MAX, LESSON_UNSIGNED_MAX,
                         &info->unsigned_count);
    }
    return str_equal(key, "quiz") && field->kind == CONF_TABLE;
}

static bool take_head(const struct conf_data *head, struct lesson_info *info)
{
    int api = 0;
    info->version = 1;
    for (size_t i = 0; i < head->count; i++) {
        if (!take_field(&head->items[i], info, &api)) {
            return false;
        }
    }
    return api == LESSON_API && info->id[0] && info->minutes > 0;
}

bool lesson_info_guess(struct lesson_info *info, const char *folder)
{
    char path[LESSON_PATH_MAX];
    size_t length = 0;
    *info = (struct lesson_info){0};
    bool named = str_copy(info->folder, sizeof info->folder, folder) &&
                 str_format(path, sizeof path, "%s/lesson.lua", folder);
    char *source = named ? file_read(path, SOURCE_BYTES_MAX, &length) : NULL;
    struct conf_data *head = source ? conf_plain_head(source, length, "run") : NULL;
    bool guessed = head && take_head(head, info);
    if (guessed && info->picture[0] == '\0') {
        source_first_scene(source, info->picture, sizeof info->picture);
    }
    conf_data_free(head);
    free(source);
    return guessed;
}
